//! How the list of what a disposal takes speaks of a table: on what its rows hang, and what becomes of them.

/// What stands in a thinned row in the place of what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Instead {
    /// Nothing at all.
    Null,
    /// A text.
    Text(&'static str),
    /// A text where there was one, nothing where there was none.
    TextIfAny(&'static str),
    /// One word for another, every other word as it was.
    Word(&'static str, &'static str),
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It goes for good.
    Erased,
    /// It stays with what is counted.
    Thinned {
        /// The columns that stay as they are.
        keeps: &'static [&'static str],
        /// What stands in every other column.
        instead: &'static [(&'static str, Instead)],
        /// Whether nobody finds the row any more: only the counts see it.
        hidden: bool,
    },
}

/// A table whose rows go with a record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// The table.
    pub table: &'static str,
    /// The column with a row's own key; absent for child rows that are known by their parent alone.
    pub key: Option<&'static str>,
    /// On what a row hangs: its column, and the table whose row it goes with.
    pub hangs: &'static [(&'static str, &'static str)],
    /// References through which a row does not go, with the reason.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "read by the test that compares the list with the schema")
    )]
    pub stays: &'static [(&'static str, &'static str)],
    /// What becomes of a row.
    pub fate: Fate,
}
