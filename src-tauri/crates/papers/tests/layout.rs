//! What stands where: golden layouts, and the rules of the layout in the places where they are put to the test.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod samples;
mod tools;

use papers::Paper;
use papers::model::*;
use papers::style::Style;
use samples::{case, demo_45, empty_pack, giant_cell, hard_names, late_sheet, long_pack, pack};

/// Returns the layout of a paper as text.
fn layout(paper: &Paper) -> String {
    papers::layout_text(paper, &Style::default()).unwrap()
}

/// Returns the lines of a page of a layout: how high each stands, and the whole line.
fn lines(page: &str) -> Vec<(f32, &str)> {
    let told = page.lines().skip(1).filter(|line| !line.contains(" link ") && !line.contains("  line "));
    told.map(|line| (line.split_whitespace().nth(1).unwrap().parse().unwrap(), line)).collect()
}

fn pages(layout: &str) -> Vec<&str> {
    layout.strip_prefix("page ").unwrap_or(layout).split("\npage ").collect()
}

#[test]
fn the_pack_stands_where_it_stood() {
    insta::assert_snapshot!(layout(&Paper::Agenda(pack())));
}

#[test]
fn an_empty_agenda_stands_where_it_stood() {
    insta::assert_snapshot!(layout(&Paper::Agenda(empty_pack())));
}

#[test]
fn a_giant_cell_stands_where_it_stood() {
    insta::assert_snapshot!(layout(&Paper::Agenda(giant_cell())));
}

#[test]
fn hard_names_stand_where_they_stood() {
    insta::assert_snapshot!(layout(&Paper::Agenda(hard_names())));
}

#[test]
fn two_hundred_and_fifty_cases_stand_where_they_stood() {
    let layout = layout(&Paper::Agenda(long_pack(250)));
    let pages: Vec<&str> = layout.split_inclusive('\n').collect();
    let starts: Vec<usize> =
        pages.iter().enumerate().filter(|(_, line)| line.starts_with("page ")).map(|(at, _)| at).collect();
    let last = starts.last().copied().unwrap();
    let (first, last) = (pages[..starts[1]].concat(), pages[last..].concat());
    let digest = tools::digest(layout.as_bytes());
    insta::assert_snapshot!(format!("{} pages, digest {digest}\n{first}\n{last}", starts.len()));
}

#[test]
fn a_foot_that_needs_more_room_takes_it_from_the_page_and_drops_no_abbreviation() {
    let known: Vec<Abbreviation> = (b'A'..=b'Z')
        .map(|letter| Abbreviation {
            short: format!("X{}", char::from(letter)),
            long: format!("an abbreviation with a long meaning, number {}", letter - b'A' + 1),
        })
        .collect();
    let all: Vec<&str> = known.iter().map(|one| one.short.as_str()).collect();
    let mut page = demo_45();
    page.why_here = format!("{} ", all.join(" ")).repeat(30);
    let paper = AgendaPack { cases: vec![page], abbreviations: known.clone(), ..empty_pack() };
    let paper = Paper::Agenda(paper);
    let layout = layout(&paper);
    for page in pages(&layout).iter().skip(1) {
        let words: String = lines(page).iter().map(|(_, line)| &line[22..]).collect::<Vec<_>>().join(" ");
        for one in known.iter().filter(|one| page.contains(&format!("{} ", one.short))) {
            assert!(words.contains(&one.long), "{} is not spelled out on {page}", one.short);
        }
        // What the page says comes first, then its head and its foot, the rule over the foot last.
        let told = lines(page);
        let furniture = told.iter().position(|(y, _)| *y == 44.0).unwrap();
        let (said, around) = told.split_at(furniture);
        let foot = around.last().unwrap().0;
        assert!(said.iter().all(|(y, _)| *y < foot), "the page reaches into its foot at {foot}: {page}");
        let spelled = around.iter().filter(|(_, line)| line.contains("an abbreviation with"));
        assert!(spelled.clone().count() > 5 || page.contains("Last decided"), "{page}");
        for (y, line) in spelled {
            assert!(*y > foot && *y < 796.0, "{line} runs into the marking or out of the foot at {foot}");
        }
    }
}

#[test]
fn several_of_what_is_abbreviated_are_spelled_out_and_what_only_looks_like_it_is_not() {
    let one = |short: &str, long: &str| Abbreviation { short: short.into(), long: long.into() };
    let known = vec![one("CBO", "criminal order"), one("CPN", "protection notice"), one("ABC", "contract")];
    let mut page = demo_45();
    page.why_here = "Two CBOs were asked for; the CPNX is none, and ABCs’ terms ended.".into();
    let layout =
        layout(&Paper::Agenda(AgendaPack { cases: vec![page], abbreviations: known, ..empty_pack() }));
    assert!(layout.contains("criminal order") && layout.contains("contract"), "{layout}");
    assert!(!layout.contains("protection notice"), "{layout}");
}

#[test]
fn a_cell_that_is_split_leaves_no_line_of_a_paragraph_alone() {
    // Cells of many lengths, so that the cut falls into every place.
    for words in (60..400).step_by(3) {
        let mut page = case("DEMO.1", "");
        let many = |word: &str| (0..words).map(|at| format!("{word}{at} ")).collect::<String>();
        page.actions.push(samples::action("1/1", Light::Green, &many("letters"), &many("answers"), "", ""));
        let layout = layout(&Paper::Agenda(AgendaPack { cases: vec![page], ..empty_pack() }));
        for word in ["letters", "answers"] {
            let on_pages: Vec<usize> = pages(&layout)
                .iter()
                .map(|page| lines(page).iter().filter(|(_, line)| line.contains(word)).count())
                .collect();
            assert!(on_pages.iter().all(|&lines| lines != 1), "{words} {word}: {on_pages:?}");
        }
    }
}

#[test]
fn a_table_of_the_year_stays_on_one_page() {
    let line = |words: String| YearLine { words, figures: vec!["1".into()], bar: Some(500) };
    let table = |name: &str| YearTable {
        title: name.into(),
        columns: vec!["This year".into()],
        lines: (0..14).map(|at| line(format!("{name} {at} line"))).collect(),
        whole: None,
    };
    let tables: Vec<YearTable> = ["Alpha", "Beta", "Gamma", "Delta"].map(table).into();
    let sections = vec![YearSection { title: "Figures".into(), notes: Vec::new(), tables }];
    let layout = layout(&Paper::YearReport(YearReport { sections, ..samples::year_report() }));
    for name in ["Alpha", "Beta", "Gamma", "Delta"] {
        let on: Vec<usize> = pages(&layout)
            .iter()
            .map(|page| page.matches(&format!("{name} ")).count())
            .filter(|&on| on > 0)
            .collect();
        assert_eq!(on.len(), 1, "{name} is split: {on:?}");
    }
}

#[test]
fn the_words_of_a_line_have_room_beside_any_number_of_figures() {
    let words = "Criminal damage, graffiti";
    for columns in 1..=16 {
        let figures = (0..columns).map(|at| format!("{}", 900 + at)).collect();
        let lines = vec![YearLine { words: words.into(), figures, bar: Some(500) }];
        let table = YearTable { title: "By factor".into(), lines, ..YearTable::default() };
        let table = YearTable { columns: (0..columns).map(|at| format!("No {at}")).collect(), ..table };
        let sections = vec![YearSection { title: "Cases".into(), notes: Vec::new(), tables: vec![table] }];
        let layout = layout(&Paper::YearReport(YearReport { sections, ..samples::year_report() }));
        assert!(layout.lines().any(|line| line.ends_with(words)), "{columns} columns part “{words}”");
        for figure in 0..columns {
            let figure = format!(" {}", 900 + figure);
            let told = layout.lines().filter(|line| line.ends_with(&figure)).count();
            assert_eq!(told, 1, "{columns} columns tell{figure} once");
        }
    }
}

#[test]
fn the_first_table_of_the_year_stays_with_its_heading() {
    let line = |at| YearLine { words: format!("Line {at}"), figures: vec!["1".into()], bar: None };
    let mut moved = 0;
    for before in 0..12 {
        let table =
            YearTable { title: "By kind".into(), columns: vec!["New".into()], ..YearTable::default() };
        let tables = vec![YearTable { lines: (0..8).map(line).collect(), ..table }];
        let filling = YearSection {
            title: "Filling".into(),
            notes: vec!["A note".into(); before],
            ..YearSection::default()
        };
        let section = YearSection { title: "Ending".into(), notes: vec!["A last note".into()], tables };
        let report = YearReport { sections: vec![filling, section], ..samples::year_report() };
        let layout = layout(&Paper::YearReport(report));
        let page = |words: &str| {
            pages(&layout).iter().rposition(|page| lines(page).iter().any(|(_, line)| line.ends_with(words)))
        };
        assert_eq!(page(" Ending"), page(" By kind"), "{before} notes before");
        moved += usize::from(page(" Ending") != Some(0));
    }
    assert!((1..12).contains(&moved), "the end of the page is tried: {moved}");
}

#[test]
fn a_table_as_long_as_a_page_leaves_no_page_nearly_empty() {
    let line = |at| YearLine { words: format!("Line {at}"), figures: vec!["1".into()], bar: None };
    for rows in 20..50 {
        let table =
            YearTable { title: "By kind".into(), columns: vec!["New".into()], ..YearTable::default() };
        let table = YearTable { lines: (0..rows).map(line).collect(), ..table };
        let sections = ["First", "Second", "Third"].map(|title| YearSection {
            title: title.into(),
            notes: vec!["A note".into()],
            tables: vec![table.clone()],
        });
        let report = YearReport { sections: sections.into(), ..samples::year_report() };
        let layout = layout(&Paper::YearReport(report));
        let full = pages(&layout).iter().map(|page| lines(page).len()).collect::<Vec<_>>();
        let nearly_empty = full.iter().rev().skip(1).any(|&lines| lines < 16);
        assert!(!nearly_empty, "{rows} rows: so many lines on each page: {full:?}");
    }
}

#[test]
fn an_agency_and_its_lights_stay_with_its_first_action() {
    for wordy in 1..20 {
        let action = |at: usize| {
            let what =
                if at.is_multiple_of(3) { "Visit the tenants. ".repeat(wordy) } else { "Visit".to_owned() };
            samples::action(&format!("7/{at}"), Light::Green, &what, "", "", "")
        };
        let agency = |at| AgencyActions { agency: format!("Agency {at}."), actions: vec![action(at)] };
        let agencies = (1..=20).map(agency).collect();
        let layout = layout(&Paper::ActionList(ActionList { agencies, ..samples::action_list() }));
        for at in 1..=20 {
            let on = |words: &str| {
                pages(&layout)
                    .iter()
                    .rposition(|page| lines(page).iter().any(|(_, line)| line.ends_with(words)))
            };
            assert_eq!(on(&format!(" Agency {at}.")), on(&format!(" 7/{at}")), "{wordy}: agency {at}");
        }
    }
}

#[test]
fn what_is_signed_stands_on_the_page_of_the_lines_to_sign() {
    for length in 1..60 {
        let mut certificate = samples::certificate();
        let line = |at| SheetLine { label: format!("CSH.{at}"), ..SheetLine::default() };
        certificate.parts[0].lines.extend((0..length).map(line));
        let layout = layout(&Paper::Sheet(certificate));
        let last = pages(&layout).pop().unwrap().to_owned();
        let signed = last.contains("Signed") && last.contains("Date") && last.contains("No national period");
        assert!(signed, "{length} records: {last}");
    }
}

#[test]
fn a_cross_reference_leads_to_its_case_where_the_register_lists_it() {
    let mut register = samples::register();
    let listed = register.groups[0].rows[1].reference.clone();
    register.groups[0].rows[0].cross_references = vec![listed.clone(), "CSH.999".into()];
    let layout = layout(&Paper::Register(register));
    let linked: Vec<&str> = layout.lines().filter(|line| line.contains(" Link ")).collect();
    assert!(linked.iter().any(|line| line.ends_with(&listed)), "{linked:?}");
    assert!(
        !linked.iter().any(|line| line.contains("CSH.999")),
        "what is not listed has no place to lead to"
    );
}

#[test]
fn a_table_that_goes_on_says_what_it_goes_on_with() {
    let layout = layout(&Paper::Register(samples::register()));
    let further: Vec<&str> = pages(&layout).into_iter().skip(1).collect();
    assert!(
        further.len() > 1 && further.iter().all(|page| page.contains("Closed, continued")),
        "{further:?}"
    );
}

#[test]
fn links_lead_to_the_pages_that_stand_beside_them() {
    let layout = layout(&Paper::LateSheet(late_sheet()));
    let first = pages(&layout)[0];
    for (reference, page) in [("DEMO.53", "L1.2"), ("R.64", "L1.3")] {
        assert!(first.contains(&format!("to page {page}")), "{reference}: {first}");
        assert!(first.lines().any(|line| line.trim_end().ends_with(page)), "{reference}: {first}");
    }
    let mut minutes = samples::record();
    minutes.matters_arising[0].reference = minutes.items[0].reference.clone();
    let formal = MinutesPaper { style: MinutesStyle::Formal, ..minutes.clone() };
    for paper in [
        Paper::ActionList(samples::action_list()),
        Paper::YearReport(samples::year_report()),
        Paper::Register(samples::register()),
        Paper::Minutes(minutes),
        Paper::Minutes(formal),
    ] {
        let layout = self::layout(&paper);
        assert!(layout.contains(" link ") && !layout.contains("to page nowhere"), "{layout}");
    }
}
