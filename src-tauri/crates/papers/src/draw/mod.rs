//! Drawing: pages of glyphs and shapes turned into a document by printpdf.

mod backwards;
mod fonts;
mod shapes;
mod writing;

use printpdf::{Mm, Op, PdfDocument, PdfPage, PdfSaveOptions, Pt};

use crate::error::PaperError;
use crate::layout::page::{BOTTOM, Drawing, HEIGHT, Page, TOP, WIDTH};
use crate::layout::tags::NodeId;
use crate::layout::{LaidOut, go_on};
use crate::{Step, Watch};
use fonts::Fonts;
use writing::{Artifact, Pen};

/// A drawn document, and which node each marked part of each page belongs to.
pub struct Drawn {
    /// The document, not yet compressed.
    pub document: lopdf::Document,
    /// Per page, the node of each marked-content id in order.
    pub marks: Vec<Vec<NodeId>>,
}

/// Draws all pages.
///
/// # Errors
/// When the caller asks to stop, a face cannot be subset, or printpdf gives any warning.
pub fn draw(laid: &LaidOut, watch: &mut Watch<'_>) -> Result<Drawn, PaperError> {
    let fonts = Fonts::for_pages(&laid.pages)?;
    let mut document = PdfDocument::new("");
    fonts.register(&mut document);
    let mut marks = Vec::with_capacity(laid.pages.len());
    for (done, page) in laid.pages.iter().enumerate() {
        go_on(watch(Step::Drawing { done, of: laid.pages.len() }))?;
        let (operations, nodes) = draw_page(page, &fonts);
        document.pages.push(PdfPage::new(Mm::from(Pt(WIDTH)), Mm::from(Pt(HEIGHT)), operations));
        marks.push(nodes);
    }
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    let mut warnings = Vec::new();
    let document = document.to_lopdf_document(&options, &mut warnings);
    match warnings.first() {
        Some(warning) => Err(PaperError::Writer(warning.msg.clone())),
        None => Ok(Drawn { document, marks }),
    }
}

/// Returns what a drawing is that belongs to no node: where it stands says so.
fn artifact(drawing: &Drawing) -> Artifact {
    match drawing {
        Drawing::Text { y, .. } if *y < TOP => Artifact::Header,
        Drawing::Text { y, .. } if *y > BOTTOM => Artifact::Footer,
        Drawing::Text { .. } => Artifact::Repeated,
        Drawing::Fill { y, .. } if *y < TOP - 8.0 => Artifact::Header,
        Drawing::Fill { y, .. } if *y > BOTTOM => Artifact::Footer,
        _ => Artifact::Layout,
    }
}

/// Returns the operations of a page and the nodes of its marked parts.
fn draw_page(page: &Page, fonts: &Fonts) -> (Vec<Op>, Vec<NodeId>) {
    let mut pen = Pen::new(fonts);
    for placed in &page.placed {
        pen.draw_for(placed.owner, artifact(&placed.drawing));
        match &placed.drawing {
            Drawing::Text { fragment, style, x, y, width } => pen.write(fragment, *style, (*x, *y), *width),
            shape => pen.paint(shape),
        }
    }
    pen.finish()
}
