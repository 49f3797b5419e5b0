//! The three kinds of sheet, their columns, and the words by which a column's heading is known.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a sheet is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SheetKind {
    /// The case register: a row for every episode.
    Register,
    /// Agencies and the people who come for them.
    Agencies,
    /// Actions on cases that are in the register already.
    Actions,
}

/// What a column of a sheet holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SheetField {
    /// A case's reference.
    Reference,
    /// The first matrix score of an episode.
    InitialScore,
    /// The latest matrix score of an episode.
    CurrentScore,
    /// The day an episode opened.
    Opened,
    /// A case's key issues, several in one cell.
    KeyIssues,
    /// A person's age when the episode opened.
    Age,
    /// Orders in place, several in one cell.
    OrdersInPlace,
    /// Orders being considered, several in one cell.
    OrdersConsidered,
    /// The day an episode closed.
    Closed,
    /// Person, Property or Topic.
    Kind,
    /// Other cases that the row names.
    CrossReferences,
    /// Remarks: the last column, often without a heading.
    Remarks,
    /// An agency's name.
    Agency,
    /// What sort of agency it is.
    AgencyType,
    /// The name of a person: an agency's contact, or who has an action.
    Person,
    /// A person's role in their agency.
    Role,
    /// A person's e-mail address.
    Email,
    /// A person's telephone number.
    Telephone,
    /// What is to be done.
    Action,
    /// The day an action falls due.
    Due,
    /// An action's status.
    Status,
    /// What was last heard of an action.
    LastUpdate,
}

/// One column that a kind of sheet may have.
#[derive(Debug)]
pub struct Column {
    /// What it holds.
    pub field: SheetField,
    /// The heading by which messages name it.
    pub label: &'static str,
    /// Whether a sheet without it is refused.
    pub required: bool,
    /// Further headings, in small letters without punctuation; one that ends in ` *` takes any further words.
    aliases: &'static [&'static str],
}

impl Column {
    /// Says whether `heading`, as [`plain`] returns it, names this column.
    pub fn is_named(&self, heading: &str) -> bool {
        let is_meant = |alias: &str| match alias.strip_suffix('*') {
            Some(beginning) => heading.starts_with(beginning),
            None => alias == heading,
        };
        plain(self.label) == heading || self.aliases.iter().any(|alias| is_meant(alias))
    }
}

const fn required(field: SheetField, label: &'static str, aliases: &'static [&'static str]) -> Column {
    Column { field, label, required: true, aliases }
}

const fn optional(field: SheetField, label: &'static str, aliases: &'static [&'static str]) -> Column {
    Column { field, label, required: false, aliases }
}

/// The register's columns, with the headings of the register that the Harrogate hub published.
static REGISTER: [Column; 12] = [
    required(
        SheetField::Reference,
        "Case No",
        &[
            "case number",
            "case ref",
            "case reference",
            "case",
            "case id",
            "reference",
            "ref",
            "ref no",
            "csh ref",
            "csh no",
        ],
    ),
    optional(
        SheetField::InitialScore,
        "Initial Matrix Score",
        &[
            "initial score",
            "initial matrix",
            "first score",
            "matrix score",
            "opening score",
            "score at start",
        ],
    ),
    optional(
        SheetField::CurrentScore,
        "Current Matrix Score",
        &["current score", "current matrix", "latest score", "score now", "score"],
    ),
    required(
        SheetField::Opened,
        "Date Opened",
        &[
            "opened",
            "opened on",
            "date open",
            "open date",
            "opening date",
            "start date",
            "opened date",
            "date of opening",
        ],
    ),
    optional(SheetField::KeyIssues, "Key Issues", &["key issue", "issues", "issue", "issue s"]),
    optional(SheetField::Age, "Age", &["age at opening"]),
    optional(SheetField::OrdersInPlace, "Orders in place", &["order in place", "orders", "current orders"]),
    optional(
        SheetField::OrdersConsidered,
        "Orders being considered",
        &["orders considered", "order being considered", "orders under consideration", "proposed orders"],
    ),
    optional(
        SheetField::Closed,
        "Date Closed",
        &[
            "closed",
            "closed on",
            "close date",
            "closing date",
            "end date",
            "closed date",
            "date of closing",
            "closure date",
        ],
    ),
    required(
        SheetField::Kind,
        "Person / Property / Topic",
        &["person property", "kind", "type", "case type", "kind of case", "category"],
    ),
    optional(
        SheetField::CrossReferences,
        "X-Ref CSH",
        &[
            "x ref *",
            "x ref",
            "xref",
            "x refs",
            "cross reference",
            "cross references",
            "cross ref",
            "linked cases",
            "related cases",
        ],
    ),
    optional(SheetField::Remarks, "Remarks", &["remark", "notes", "note", "comments", "comment"]),
];

static AGENCIES: [Column; 6] = [
    required(
        SheetField::Agency,
        "Agency",
        &["agency name", "organisation", "organization", "partner", "partner agency", "service"],
    ),
    optional(
        SheetField::Person,
        "Contact name",
        &["contact", "contacts", "name", "person", "officer", "lead officer", "full name"],
    ),
    optional(SheetField::Role, "Role", &["job title", "title", "position", "post", "rank"]),
    optional(SheetField::Email, "E-mail", &["email", "email address", "e mail address", "mail"]),
    optional(
        SheetField::Telephone,
        "Telephone",
        &["telephone number", "telephone no", "tel", "tel no", "phone", "phone number", "phone no", "mobile"],
    ),
    optional(SheetField::AgencyType, "Type", &["agency type", "type of agency", "kind", "sector"]),
];

static ACTIONS: [Column; 7] = [
    required(
        SheetField::Reference,
        "Reference",
        &[
            "ref",
            "ref no",
            "case",
            "case no",
            "case number",
            "case ref",
            "case reference",
            "csh ref",
            "csh no",
        ],
    ),
    required(SheetField::Action, "Action", &["actions", "what", "task", "description", "agreed action"]),
    required(
        SheetField::Agency,
        "Agency",
        &["owner agency", "lead agency", "responsible agency", "organisation", "partner", "service"],
    ),
    optional(
        SheetField::Person,
        "Person",
        &["owner", "officer", "lead officer", "name", "who", "responsible person", "contact"],
    ),
    optional(
        SheetField::Due,
        "Due",
        &["due date", "date due", "due by", "by when", "deadline", "target date"],
    ),
    optional(SheetField::Status, "Status", &["progress", "state"]),
    optional(SheetField::LastUpdate, "Last update", &["update", "latest update", "updates", "last updated"]),
];

impl SheetKind {
    /// Returns the columns that a sheet of this kind may have.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Register => &REGISTER,
            Self::Agencies => &AGENCIES,
            Self::Actions => &ACTIONS,
        }
    }

    /// Returns the field that `heading`, as [`plain`] returns it, stands for.
    pub fn field_named(self, heading: &str) -> Option<SheetField> {
        self.columns().iter().find(|column| column.is_named(heading)).map(|column| column.field)
    }

    /// Returns the heading by which messages name `field` when the sheet has none of its own.
    pub fn label_of(self, field: SheetField) -> &'static str {
        self.columns().iter().find(|column| column.field == field).map_or("", |column| column.label)
    }
}

/// Returns a heading in small letters, its punctuation as single spaces: `X-Ref  CSH:` is `x ref csh`.
pub fn plain(heading: &str) -> String {
    let spaced: String =
        heading.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    spaced.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_known_without_case_and_by_other_names() {
        for heading in ["CASE NO", "Case No.", "case  number", "Ref"] {
            assert_eq!(
                SheetKind::Register.field_named(&plain(heading)),
                Some(SheetField::Reference),
                "{heading}"
            );
        }
        assert_eq!(SheetKind::Register.field_named(&plain("Person/Property/Topic")), Some(SheetField::Kind));
        assert_eq!(SheetKind::Agencies.field_named(&plain("E-Mail")), Some(SheetField::Email));
        assert_eq!(SheetKind::Register.field_named(&plain("Ward")), None);
    }

    #[test]
    fn no_heading_names_two_columns_of_one_sheet() {
        for kind in [SheetKind::Register, SheetKind::Agencies, SheetKind::Actions] {
            for column in kind.columns() {
                for alias in column.aliases.iter().copied().chain([plain(column.label).as_str()]) {
                    let alias = alias.trim_end_matches(" *");
                    assert_eq!(plain(alias), alias, "an alias that is not plain is never found");
                    let named: Vec<_> = kind.columns().iter().filter(|other| other.is_named(alias)).collect();
                    assert_eq!(named.len(), 1, "{alias} names more than one column");
                }
            }
        }
    }
}
