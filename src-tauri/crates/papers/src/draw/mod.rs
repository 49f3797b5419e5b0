//! Drawing: pages of glyphs and shapes turned into a document by printpdf.

mod backwards;
mod fonts;
mod shapes;
mod writing;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

use lopdf::{Object, ObjectId, Stream};
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
    /// The document; the pages are compressed, nothing else is.
    pub document: lopdf::Document,
    /// Per page, the node of each marked-content id in order.
    pub marks: Vec<Vec<NodeId>>,
}

/// What was drawn on one page.
struct DrawnPage {
    content: Stream,
    marks: Vec<NodeId>,
}

/// Draws all pages.
///
/// # Errors
/// When the caller asks to stop, a face cannot be subset, or printpdf gives any warning.
pub fn draw(laid: &LaidOut, watch: &mut Watch<'_>) -> Result<Drawn, PaperError> {
    let fonts = Fonts::for_pages(&laid.pages)?;
    let drawn = draw_pages(&laid.pages, &fonts, watch)?;
    let mut document = PdfDocument::new("");
    fonts.register(&mut document);
    // The frame of the pages; on the first one stand all glyphs, until its own content is put there.
    document.pages = laid.pages.iter().map(|_| blank(Vec::new())).collect();
    document.pages.first_mut().into_iter().for_each(|first| first.ops = fonts.shown());
    let mut document = written(&document)?;
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let mut marks = Vec::with_capacity(drawn.len());
    for (page, drawn) in pages.into_iter().zip(drawn) {
        let content = content_of(&document, page)?;
        document.set_object(content, drawn.content);
        marks.push(drawn.marks);
    }
    Ok(Drawn { document, marks })
}

/// Draws the pages on all processors, each page by itself: what it holds does not depend on how many there are.
fn draw_pages(pages: &[Page], fonts: &Fonts, watch: &mut Watch<'_>) -> Result<Vec<DrawnPage>, PaperError> {
    let of = pages.len();
    go_on(watch(Step::Drawing { done: 0, of }))?;
    let next = AtomicUsize::new(0);
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(of);
    let (sender, receiver) = mpsc::channel();
    std::thread::scope(|scope| {
        for _ in 0..workers {
            let sender = sender.clone();
            let next = &next;
            scope.spawn(move || {
                while let Some((at, page)) = at_place(pages, next.fetch_add(1, Ordering::Relaxed)) {
                    if sender.send((at, draw_page(page, fonts))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let mut drawn: Vec<Option<DrawnPage>> = pages.iter().map(|_| None).collect();
        let mut done = 0;
        for (at, page) in receiver {
            // Whoever still draws finds nobody to hear of it any more, and ends.
            drawn[at] = Some(page?);
            done += 1;
            if done < of {
                go_on(watch(Step::Drawing { done, of }))?;
            }
        }
        Ok(drawn.into_iter().flatten().collect())
    })
}

fn at_place(pages: &[Page], at: usize) -> Option<(usize, &Page)> {
    pages.get(at).map(|page| (at, page))
}

fn blank(operations: Vec<Op>) -> PdfPage {
    PdfPage::new(Mm::from(Pt(WIDTH)), Mm::from(Pt(HEIGHT)), operations)
}

/// Returns the document as printpdf writes it.
fn written(document: &PdfDocument) -> Result<lopdf::Document, PaperError> {
    // Not `secure`: what that leaves out are operations that it has no name for, such as a run of glyphs.
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None };
    let mut warnings = Vec::new();
    let document = document.to_lopdf_document(&options, &mut warnings);
    match warnings.first() {
        Some(warning) => Err(PaperError::Writer(warning.msg.clone())),
        None => Ok(document),
    }
}

fn content_of(document: &lopdf::Document, page: ObjectId) -> Result<ObjectId, PaperError> {
    let page = document.get_dictionary(page);
    let content = page.and_then(|page| page.get(b"Contents")).and_then(Object::as_reference);
    content.map_err(|error| PaperError::Writer(error.to_string()))
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

/// Draws a page by itself and compresses it.
fn draw_page(page: &Page, fonts: &Fonts) -> Result<DrawnPage, PaperError> {
    let (operations, marks) = operations(page, fonts);
    let mut document = PdfDocument::new("");
    document.pages.push(blank(operations));
    let mut document = written(&document)?;
    let page = document.page_iter().next().ok_or_else(|| PaperError::Writer("no page".to_owned()))?;
    let content = content_of(&document, page)?;
    let failed = |error: lopdf::Error| PaperError::Writer(error.to_string());
    let content =
        document.objects.remove(&content).ok_or_else(|| PaperError::Writer("no content".to_owned()))?;
    let Object::Stream(mut content) = content else {
        return Err(PaperError::Writer("no content".to_owned()));
    };
    content.compress().map_err(failed)?;
    Ok(DrawnPage { content, marks })
}

/// Returns the operations of a page and the nodes of its marked parts.
fn operations(page: &Page, fonts: &Fonts) -> (Vec<Op>, Vec<NodeId>) {
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
