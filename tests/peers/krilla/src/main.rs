//! The pack of the peers, drawn by krilla: tagged, checked against PDF/UA-1 while it is written.
//!
//!     krilla-peer SHARED.json OUT.pdf

mod sheet;
mod text;

use std::borrow::Cow;

use krilla::Document;
use krilla::SerializeSettings;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::{Destination, XyzDestination};
use krilla::geom::Point;
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::{Page, PageSettings};
use krilla::tagging::{Node, Tag, TagGroup, TagTree};
use serde::Deserialize;

use sheet::{Align, BODY, Cell, CellTags, Column, HEIGHT, INK, MEASURE, SOFT, STRONG, Sheet, TOP, WIDTH};
use text::{Face, Style, Type};

/// Why the pack was not drawn.
pub type Failed = Box<dyn std::error::Error>;

#[derive(Deserialize)]
struct Pack {
    title: String,
    subtitle: String,
    marking: String,
    lang: String,
    fonts: String,
    figures: Figures,
    running: Vec<Vec<Running>>,
    cases: Vec<Case>,
    orders: Vec<Vec<Order>>,
    pages: usize,
}

#[derive(Deserialize)]
struct Figures {
    items: usize,
    red: usize,
    amber: usize,
    orders: usize,
}

#[derive(Deserialize)]
struct Running {
    time: String,
    item: String,
    who: String,
    page: Option<usize>,
}

#[derive(Deserialize)]
struct Case {
    #[serde(rename = "ref")]
    reference: String,
    name: String,
    time: String,
    lead: String,
    summary: String,
    actions: Vec<Task>,
}

#[derive(Deserialize)]
struct Task {
    #[serde(rename = "ref")]
    number: String,
    text: String,
    owner: String,
    due: String,
    rag: String,
}

#[derive(Deserialize)]
struct Order {
    #[serde(rename = "ref")]
    reference: String,
    kind: String,
    court: String,
    expires: String,
}

const TITLE: Style = Style { face: Face::Bold, size: 25.0, colour: INK };
const SUBTITLE: Style = Style { face: Face::Regular, size: 12.4, colour: SOFT };
const HEADING: Style = Style { face: Face::Semibold, size: 13.2, colour: INK };

fn main() -> Result<(), Failed> {
    let mut arguments = std::env::args().skip(1);
    let (shared, out) = (arguments.next().unwrap_or_default(), arguments.next().unwrap_or_default());
    let pack: Pack = serde_json::from_str(&std::fs::read_to_string(shared)?)?;
    let names = ["SourceSans3-Regular", "SourceSans3-Semibold", "SourceSans3-Bold", "Vazirmatn-Regular"];
    let files = names.map(|name| std::fs::read(format!("{}/{name}.ttf", pack.fonts)));
    let files = files.into_iter().collect::<Result<Vec<_>, _>>()?;
    let mut set = Type::new(&files)?;
    std::fs::write(out, draw(&pack, &mut set)?)?;
    Ok(())
}

fn draw(pack: &Pack, set: &mut Type<'_>) -> Result<Vec<u8>, Failed> {
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let configuration = configuration.map_err(|error| format!("{error:?}"))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..Default::default() });
    let mut tags = TagTree::new().with_lang(Some(pack.lang.clone()));
    let mut outline = Outline::new();
    let mut number = 0;
    let begin = |outline: &mut Outline, number: &mut usize, name: Option<&str>| {
        if let Some(name) = name {
            let place = XyzDestination::new(*number, Point::from_xy(0.0, TOP - 12.0));
            outline.push_child(OutlineNode::new(name.to_owned(), place));
        }
        *number += 1;
    };
    let settings = || PageSettings::from_wh(WIDTH, HEIGHT).ok_or("no such page");
    let mut running = TagGroup::new(Tag::Table);
    let mut body = TagGroup::new(Tag::TBody);
    let mut front = TagGroup::new(Tag::Section);
    for (at, rows) in pack.running.iter().enumerate() {
        begin(&mut outline, &mut number, (at == 0).then_some("Front sheet"));
        let mut page = document.start_page_with(settings()?);
        let mut surface = page.surface();
        let mut sheet = Sheet { surface: &mut surface, set, y: TOP };
        if at == 0 {
            front.push(sheet.heading(&pack.title, TITLE, 1));
            front.push(sheet.paragraph(&pack.subtitle, SUBTITLE, 16.7));
            sheet.y += 13.0;
            let figures = &pack.figures;
            let told = [
                (figures.items.to_string(), "items"),
                (figures.red.to_string(), "actions red"),
                (figures.amber.to_string(), "actions amber"),
                (figures.orders.to_string(), "orders due"),
            ];
            sheet.figures(&told).into_iter().for_each(|group| front.push(group));
            sheet.y += 16.0;
            front.push(sheet.heading("Running order", HEADING, 2));
            sheet.y += 5.5;
        }
        let head = sheet.table_head(&RUNNING, MEASURE, at > 0);
        let rows: Vec<_> =
            rows.iter().map(|row| sheet.row(&RUNNING, MEASURE, &running_row(row), 1)).collect();
        sheet.furniture(
            &pack.marking,
            &pack.title,
            "Agenda pack",
            &format!("Page {number} of {}", pack.pages),
        );
        surface.finish();
        if at == 0 {
            let mut group = TagGroup::new(Tag::THead);
            group.push(row_tags(&mut page, head));
            running.push(group);
        }
        rows.into_iter().for_each(|row| body.push(row_tags(&mut page, row)));
        page.finish();
    }
    running.push(body);
    front.push(running);
    tags.push(front);
    for case in &pack.cases {
        begin(&mut outline, &mut number, Some(&case.reference));
        let mut page = document.start_page_with(settings()?);
        let mut surface = page.surface();
        let mut sheet = Sheet { surface: &mut surface, set, y: TOP };
        let mut section = TagGroup::new(Tag::Section);
        section.push(sheet.heading(&case.reference, TITLE, 2));
        let headline = format!("{} · lead {} · {}", case.name, case.lead, case.time);
        section.push(sheet.paragraph(&headline, SUBTITLE, 16.7));
        sheet.y += 21.0;
        section.push(sheet.paragraph(&case.summary, BODY, 13.8));
        sheet.y += 16.0;
        section.push(sheet.heading("Actions", HEADING, 3));
        sheet.y += 5.5;
        let head = sheet.table_head(&ACTIONS, MEASURE, false);
        let rows: Vec<_> =
            case.actions.iter().map(|row| sheet.row(&ACTIONS, MEASURE, &action_row(row), 1)).collect();
        sheet.furniture(&pack.marking, &pack.title, &case.time, &format!("Page {number} of {}", pack.pages));
        surface.finish();
        section.push(table(&mut page, head, rows));
        page.finish();
        tags.push(section);
    }
    let mut orders = TagGroup::new(Tag::Section);
    let mut due = TagGroup::new(Tag::Table);
    let mut body = TagGroup::new(Tag::TBody);
    for (at, rows) in pack.orders.iter().enumerate() {
        begin(&mut outline, &mut number, (at == 0).then_some("Orders and reviews due"));
        let mut page = document.start_page_with(settings()?);
        let mut surface = page.surface();
        let mut sheet = Sheet { surface: &mut surface, set, y: TOP };
        if at == 0 {
            orders.push(sheet.heading("Orders and reviews due", TITLE, 2));
            sheet.y += 8.0;
        }
        let head = sheet.table_head(&ORDERS, MEASURE, at > 0);
        let rows: Vec<_> = rows.iter().map(|row| sheet.row(&ORDERS, MEASURE, &order_row(row), 0)).collect();
        sheet.furniture(&pack.marking, &pack.title, "", &format!("Page {number} of {}", pack.pages));
        surface.finish();
        if at == 0 {
            let mut group = TagGroup::new(Tag::THead);
            group.push(row_tags(&mut page, head));
            due.push(group);
        }
        rows.into_iter().for_each(|row| body.push(row_tags(&mut page, row)));
        page.finish();
    }
    due.push(body);
    orders.push(due);
    tags.push(orders);
    document.set_outline(outline);
    document.set_tag_tree(tags);
    document.set_metadata(Metadata::new().title(pack.title.clone()).language(pack.lang.clone()));
    document.finish().map_err(|error| format!("{error:?}").into())
}

const fn column(head: &'static str, x: f32, width: f32) -> Column {
    Column { head, x, width, align: Align::Left }
}

const RUNNING: [Column; 3] = [
    column("Time", 0.0, 27.0),
    column("Item", 36.0, 420.0),
    Column { align: Align::Right, ..column("Page", 465.3, 28.0) },
];

const ACTIONS: [Column; 5] = [
    column("Light", 0.0, 55.0),
    column("No.", 64.0, 33.0),
    column("Action and last update", 106.0, 206.3),
    column("Agency", 321.3, 87.0),
    column("Due", 417.3, 76.0),
];

const ORDERS: [Column; 4] = [
    column("Item", 0.0, 67.0),
    column("Order", 76.0, 110.0),
    column("What falls due", 195.0, 213.0),
    column("Date", 417.3, 76.0),
];

fn cell<'pack>(text: impl Into<Cow<'pack, str>>, style: Style) -> Cell<'pack> {
    Cell { text: text.into(), style, light: None, leads_to: None }
}

fn running_row(row: &Running) -> [Cell<'_>; 3] {
    let leads_to = row.page.map(|page| page - 1);
    let page = row.page.map_or_else(String::new, |page| page.to_string());
    [
        cell(row.time.as_str(), BODY),
        Cell { leads_to, ..cell(format!("{} · {}", row.item, row.who), BODY) },
        cell(page, BODY),
    ]
}

fn action_row(row: &Task) -> [Cell<'_>; 5] {
    let (word, colour) = match row.rag.as_str() {
        "red" => ("Red", (0xB0, 0x10, 0x08)),
        "amber" => ("Amber", (0x7A, 0x4D, 0x00)),
        "green" => ("Green", (0x05, 0x6E, 0x46)),
        _ => ("", INK),
    };
    let light = (!word.is_empty()).then_some(row.rag.as_str());
    [
        Cell { light, ..cell(word, Style { colour, ..STRONG }) },
        cell(row.number.as_str(), Style { colour: SOFT, ..BODY }),
        cell(row.text.as_str(), BODY),
        cell(row.owner.as_str(), BODY),
        cell(row.due.as_str(), BODY),
    ]
}

fn order_row(row: &Order) -> [Cell<'_>; 4] {
    [
        cell(row.reference.as_str(), STRONG),
        cell(row.kind.as_str(), BODY),
        cell(format!("expires, {}", row.court), BODY),
        cell(row.expires.as_str(), BODY),
    ]
}

fn table(page: &mut Page<'_>, head: Vec<CellTags>, rows: Vec<Vec<CellTags>>) -> TagGroup {
    let mut table = TagGroup::new(Tag::Table);
    let mut group = TagGroup::new(Tag::THead);
    group.push(row_tags(page, head));
    table.push(group);
    let mut body = TagGroup::new(Tag::TBody);
    rows.into_iter().for_each(|row| body.push(row_tags(page, row)));
    table.push(body);
    table
}

fn row_tags(page: &mut Page<'_>, cells: Vec<CellTags>) -> TagGroup {
    let mut row = TagGroup::new(Tag::TR);
    for cell in cells {
        let mut group = match cell.heads {
            Some(scope) => TagGroup::new(Tag::TH(scope)),
            None => TagGroup::new(Tag::TD),
        };
        let parts = cell.parts.into_iter().map(Node::from);
        match cell.link {
            Some(link) => {
                let place = XyzDestination::new(link.page, Point::from_xy(0.0, TOP - 12.0));
                let target = Target::Destination(Destination::Xyz(place));
                let link_area = LinkAnnotation::new(link.area, target);
                let annotation =
                    page.add_tagged_annotation(Annotation::new_link(link_area, Some(link.words)));
                let mut inner = TagGroup::new(Tag::Link);
                parts.for_each(|part| inner.push(part));
                inner.push(annotation);
                group.push(inner);
            }
            None => parts.for_each(|part| group.push(part)),
        }
        row.push(group);
    }
    row
}
