//! Sheets: which page stands on which side of which sheet of paper.

use crate::error::PaperError;

/// On which sides of a sheet a paper is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sides {
    /// On the front only.
    #[default]
    Single,
    /// On both.
    Double,
    /// On both, and each part of the paper, such as a case, begins on a front: blank pages see to it.
    DoublePartsInFront,
}

/// How a paper is printed; as it is by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Printing {
    /// The first and the last page, counted from 1; absent for all.
    pub pages: Option<(usize, usize)>,
    /// On which sides of a sheet.
    pub sides: Sides,
    /// Whether two pages stand beside each other on each side.
    pub two_up: bool,
}

/// What goes where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheets {
    /// The pages, counted from 0, in the order of the places they take; absent for a blank place.
    pub places: Vec<Option<usize>>,
    /// How many sides are printed.
    pub sides: usize,
    /// How many sheets of paper that takes.
    pub sheets: usize,
}

impl Printing {
    /// Tells whether the paper is printed as it is: the ordinary file serves.
    pub fn is_ordinary(&self) -> bool {
        *self == Self::default()
    }

    /// Returns how many pages stand on one side.
    fn on_a_side(self) -> usize {
        if self.two_up { 2 } else { 1 }
    }

    /// Returns how many sides of a sheet are printed.
    fn sides_of_a_sheet(self) -> usize {
        if self.sides == Sides::Single { 1 } else { 2 }
    }
}

/// Says what goes where, for a paper of so many pages with parts that begin on these, counted from 0.
///
/// # Errors
/// [`PaperError::NoSuchPages`] when the pages asked for are not pages of the paper.
pub fn sheets(pages: usize, parts: &[usize], printing: Printing) -> Result<Sheets, PaperError> {
    let (first, last) = printing.pages.unwrap_or((1, pages));
    if first == 0 || first > last || last > pages {
        return Err(PaperError::NoSuchPages { pages });
    }
    let on_a_sheet = printing.on_a_side() * printing.sides_of_a_sheet();
    let mut places: Vec<Option<usize>> = Vec::new();
    for page in first - 1..last {
        if printing.sides == Sides::DoublePartsInFront && parts.contains(&page) {
            places.resize(places.len().next_multiple_of(on_a_sheet), None);
        }
        places.push(Some(page));
    }
    let sides = places.len().div_ceil(printing.on_a_side());
    Ok(Sheets { places, sides, sheets: sides.div_ceil(printing.sides_of_a_sheet()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(pages: usize, parts: &[usize], printing: Printing) -> (String, usize, usize) {
        let Sheets { places, sides, sheets } = sheets(pages, parts, printing).unwrap();
        let words = places.iter().map(|place| place.map_or("–".to_owned(), |page| (page + 1).to_string()));
        (words.collect::<Vec<_>>().join(" "), sides, sheets)
    }

    #[test]
    fn without_a_wish_every_page_has_a_sheet_of_its_own() {
        assert_eq!(told(3, &[0, 1], Printing::default()), ("1 2 3".into(), 3, 3));
    }

    fn fronts() -> Printing {
        Printing { sides: Sides::DoublePartsInFront, ..Printing::default() }
    }

    #[test]
    fn a_part_begins_on_a_front_and_a_blank_back_goes_before_it() {
        assert_eq!(told(6, &[0, 1, 3, 5], fronts()), ("1 – 2 3 4 5 6".into(), 7, 4));
        let double = Printing { sides: Sides::Double, ..Printing::default() };
        assert_eq!(told(6, &[0, 1, 3, 5], double), ("1 2 3 4 5 6".into(), 6, 3), "no blank unless asked for");
    }

    #[test]
    fn a_range_begins_at_its_first_page_and_keeps_fronts() {
        let some = Printing { pages: Some((3, 5)), ..fronts() };
        assert_eq!(told(6, &[0, 1, 3, 5], some), ("3 – 4 5".into(), 4, 2));
    }

    #[test]
    fn two_beside_each_other_take_half_the_sides_and_fronts_count_whole_sheets() {
        let two_up = Printing { two_up: true, ..Printing::default() };
        assert_eq!(told(5, &[0], two_up), ("1 2 3 4 5".into(), 3, 3));
        let both = Printing { two_up: true, ..fronts() };
        assert_eq!(told(6, &[0, 5], both), ("1 2 3 4 5 – – – 6".into(), 5, 3));
    }

    #[test]
    fn pages_that_are_not_there_are_refused() {
        for pages in [(0, 1), (3, 2), (1, 4), (4, 4)] {
            let refused =
                sheets(3, &[0], Printing { pages: Some(pages), ..Printing::default() }).unwrap_err();
            assert!(matches!(refused, PaperError::NoSuchPages { pages: 3 }), "{pages:?}: {refused}");
        }
    }
}
