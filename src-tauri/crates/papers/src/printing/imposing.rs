//! Imposing: two pages beside each other on each side of a sheet, in a document that has no structure yet.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use crate::error::PaperError;
use crate::layout::page::{HEIGHT, WIDTH};

/// Over which edge a sheet is turned that is printed on both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flip {
    /// Over its long edge, as a book is.
    Long,
    /// Over its short edge, as a calendar is.
    Short,
}

impl Flip {
    /// Returns what a viewer is told, so that its print dialogue begins with it (ISO 32000-1, 12.2).
    pub fn name(self) -> &'static str {
        match self {
            Self::Long => "DuplexFlipLongEdge",
            Self::Short => "DuplexFlipShortEdge",
        }
    }
}

/// Puts each two pages beside each other on a page of A4 that lies on its side, the left one first; one that is left
/// over has a blank place beside it.
///
/// # Errors
/// When a page of the document lacks what every page has.
pub fn two_on_each(document: &mut Document) -> Result<(), PaperError> {
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    let root = document.catalog().and_then(|catalog| catalog.get(b"Pages")).and_then(Object::as_reference);
    let root = root.map_err(failed)?;
    let mut sides: Vec<Object> = Vec::new();
    for pair in pages.chunks(2) {
        let mut drawn = String::new();
        let mut forms = Dictionary::new();
        for (at, &page) in pair.iter().enumerate() {
            let (name, form) = (format!("Page{at}"), form(document, page)?);
            // A4 lying down is as high as half of it is wide: two pages fit side by side to the edge.
            let scale = WIDTH / HEIGHT;
            let left = HEIGHT / 2.0 * at as f32;
            drawn.push_str(&format!("q {scale:.5} 0 0 {scale:.5} {left:.3} 0 cm /{name} Do Q\n"));
            forms.set(name, document.add_object(form));
        }
        let content = document.add_object(Stream::new(Dictionary::new(), drawn.into_bytes()));
        let corners = [0.0, 0.0, HEIGHT, WIDTH].map(Object::Real).to_vec();
        let side = dictionary! {
            "Type" => "Page",
            "Parent" => root,
            "MediaBox" => corners,
            "Resources" => dictionary! { "XObject" => forms },
            "Contents" => content,
        };
        sides.push(document.add_object(side).into());
    }
    for page in pages {
        document.objects.remove(&page);
    }
    let tree = document.get_dictionary_mut(root).map_err(failed)?;
    tree.set("Count", sides.len() as i64);
    tree.set("Kids", sides);
    Ok(())
}

/// Takes what a page draws out of it, as a form that other pages can show.
fn form(document: &mut Document, page: ObjectId) -> Result<Stream, PaperError> {
    let content = document.get_page_content(page);
    let contents = document.get_page_contents(page);
    contents.iter().for_each(|id| drop(document.objects.remove(id)));
    let resources = document.get_dictionary(page).and_then(|page| page.get(b"Resources")).cloned();
    let corners = [0.0, 0.0, WIDTH, HEIGHT].map(Object::Real).to_vec();
    let form = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => corners,
        "Resources" => resources.map_err(failed)?,
    };
    Ok(Stream::new(form, content))
}

fn failed(error: lopdf::Error) -> PaperError {
    PaperError::Finishing(error.to_string())
}
