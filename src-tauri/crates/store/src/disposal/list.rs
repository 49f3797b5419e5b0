//! The one list of what a disposal takes: every table, on what its rows hang, and what becomes of them.
//!
//! A test compares it with the schema: a table, a column or a reference that is neither here nor exempt fails it.

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

/// What stands for a title whose words went.
pub(crate) const GONE: &str = "Details disposed of";

const KNOWN_TO_OTHERS: &str = "names a partner or an area, which stay";
const COUNTED: &str = "the row it names stays, thinned, for the counts";

use Instead::{Null, Text, TextIfAny, Word};

/// The tables.
pub(crate) const PLACES: &[Place] = &[
    Place {
        table: "case_record",
        key: Some("id"),
        hangs: &[],
        stays: &[
            ("area", KNOWN_TO_OTHERS),
            ("lead_agency", KNOWN_TO_OTHERS),
            ("lead_officer", KNOWN_TO_OTHERS),
        ],
        fate: Fate::Thinned {
            keeps: &[
                "id",
                "prefix",
                "number",
                "suffix",
                "kind",
                "factors",
                "area",
                "source",
                "lead_agency",
                "review_rule",
                "referral_number",
            ],
            instead: &[
                ("title", Text("")),
                ("outline", Text("")),
                ("key_issues", Text("[]")),
                ("place", Text("")),
                ("lead_officer", Null),
                ("legal_lead", Text("")),
                ("involved", Text("[]")),
                ("outside_facts", Text("[]")),
            ],
            hidden: true,
        },
    },
    Place {
        table: "case_subject",
        key: None,
        hangs: &[("case_id", "case_record")],
        stays: &[("subject", "a person goes only when no other record names the person")],
        fate: Fate::Erased,
    },
    Place {
        table: "episode",
        key: Some("id"),
        hangs: &[("case_id", "case_record")],
        stays: &[],
        fate: Fate::Thinned {
            keeps: &[
                "id",
                "case_id",
                "serial",
                "opened",
                "closed_on",
                "closed_by",
                "equal_scores_as_published",
                "age_as_published",
            ],
            instead: &[
                ("closure_check", Null),
                ("reopened_because", TextIfAny("not kept")),
                ("no_score_because", TextIfAny("not kept")),
                ("summary", TextIfAny("")),
                ("handed_to", TextIfAny("not kept")),
                ("notes", Text("[]")),
            ],
            hidden: true,
        },
    },
    Place {
        table: "score",
        key: Some("id"),
        hangs: &[("episode", "episode")],
        stays: &[("matrix_version", "a version of a matrix stays")],
        fate: Fate::Thinned {
            keeps: &["matrix_version", "id", "episode", "serial", "stage", "day", "total", "matrix", "route"],
            instead: &[("answers", Null), ("reason", Text("")), ("scorer", Text(""))],
            hidden: true,
        },
    },
    Place {
        table: "case_link",
        key: Some("id"),
        hangs: &[("from_case", "case_record"), ("to_case", "case_record")],
        stays: &[],
        fate: Fate::Thinned {
            keeps: &["id", "kind", "from_case", "to_case", "day"],
            instead: &[],
            hidden: true,
        },
    },
    Place {
        table: "action",
        key: Some("id"),
        hangs: &[("case_id", "case_record")],
        stays: &[
            ("raised_at", COUNTED),
            ("agency", KNOWN_TO_OTHERS),
            ("officer", KNOWN_TO_OTHERS),
            ("light_set", "its settings hang on it and go with it"),
        ],
        fate: Fate::Erased,
    },
    Place {
        table: "light_setting",
        key: Some("id"),
        hangs: &[("action", "action")],
        stays: &[],
        fate: Fate::Erased,
    },
    Place {
        table: "action_update",
        key: Some("id"),
        hangs: &[("action", "action")],
        stays: &[("meeting", COUNTED)],
        fate: Fate::Erased,
    },
    Place {
        table: "referral",
        key: Some("id"),
        hangs: &[("case_id", "case_record")],
        stays: &[("referrer_agency", KNOWN_TO_OTHERS), ("area", KNOWN_TO_OTHERS)],
        fate: Fate::Thinned {
            keeps: &[
                "id",
                "number",
                "source",
                "received_on",
                "referrer_agency",
                "area",
                "status",
                "decided_on",
                "outcomes",
            ],
            instead: &[
                ("answers", Text("{}")),
                ("guides", Text("[]")),
                ("referrer_email", Text("")),
                ("referrer_telephone", Text("")),
                ("referrer_address", Text("")),
                ("referrer_name", Text("")),
                ("referrer_contact", Text("")),
                ("title", Text(GONE)),
                ("problem", Text("")),
                ("victims", Text("")),
                ("offenders", Text("")),
                ("safeguarding", Text("")),
                ("tried", Text("")),
                ("place", Text("")),
                ("gate_override", TextIfAny("not kept")),
                ("note", Text("")),
                ("case_id", Null),
            ],
            hidden: false,
        },
    },
    Place {
        table: "referral_subject",
        key: None,
        hangs: &[("referral", "referral")],
        stays: &[("subject", "a person goes only when no other record names the person")],
        fate: Fate::Erased,
    },
    Place {
        table: "agency_check",
        key: Some("id"),
        hangs: &[("referral", "referral")],
        stays: &[("agency", KNOWN_TO_OTHERS)],
        fate: Fate::Erased,
    },
    Place {
        table: "order_record",
        key: Some("id"),
        hangs: &[("case_id", "case_record"), ("referral", "referral")],
        stays: &[
            ("order_type", "a type of order stays"),
            ("episode", COUNTED),
            ("subject", "an order that names somebody keeps that person until it is over and goes itself"),
        ],
        fate: Fate::Thinned {
            keeps: &[
                "appeal_ends_on",
                "order_type",
                "id",
                "kind",
                "attached_to",
                "case_id",
                "episode",
                "referral",
                "stage",
                "considered_on",
                "in_place_on",
                "expires_on",
                "review_on",
                "ended_on",
                "outcome",
            ],
            instead: &[
                ("conditions", Text("[]")),
                ("reason", Text("")),
                ("place", TextIfAny("")),
                ("subject", Null),
                ("note", Text("")),
            ],
            hidden: true,
        },
    },
    Place {
        table: "meeting",
        key: Some("id"),
        hangs: &[],
        stays: &[],
        fate: Fate::Thinned {
            keeps: &[
                "id",
                "number",
                "kind",
                "date",
                "starts",
                "minutes",
                "status",
                "issued_at",
                "began_at",
                "concluded_at",
                "declaration_read_at",
                "approved_at",
            ],
            instead: &[
                ("room", Text("")),
                ("chair", Text("")),
                ("cancelled_because", Text("")),
                ("approved_by", TextIfAny("not kept")),
                ("presences", Text("[]")),
                ("order_before", Text("[]")),
            ],
            hidden: false,
        },
    },
    Place {
        table: "item",
        key: Some("id"),
        hangs: &[("meeting", "meeting"), ("case_id", "case_record"), ("referral", "referral")],
        stays: &[],
        fate: Fate::Thinned {
            keeps: &[
                "id", "meeting", "position", "referral", "part", "depth", "minutes", "began_at", "left_at",
                "spent_ms", "level", "fixed_at", "pinned",
            ],
            instead: &[
                ("needs", Text("[]")),
                ("about", Word("case", "other")),
                ("case_id", Null),
                ("title", Text(GONE)),
                ("why", Text("")),
            ],
            hidden: false,
        },
    },
    Place {
        table: "attendance",
        key: Some("id"),
        hangs: &[("meeting", "meeting")],
        stays: &[("agency", KNOWN_TO_OTHERS), ("officer", KNOWN_TO_OTHERS)],
        fate: Fate::Erased,
    },
    Place { table: "key_point", key: Some("id"), hangs: &[("item", "item")], stays: &[], fate: Fate::Erased },
    Place {
        table: "decision",
        key: Some("id"),
        hangs: &[("item", "item")],
        stays: &[
            ("case_move", COUNTED),
            ("case_id", "the case that a referral became has a rule of its own"),
        ],
        fate: Fate::Thinned {
            keeps: &[
                "case_move",
                "reference",
                "id",
                "item",
                "serial",
                "decided",
                "day",
                "case_id",
                "outcomes",
                "withdrawn",
                "at",
            ],
            instead: &[
                ("no_score_because", TextIfAny("not kept")),
                ("scheme", TextIfAny("not kept")),
                ("text", Text("")),
            ],
            hidden: false,
        },
    },
    Place {
        table: "written_update",
        key: Some("id"),
        hangs: &[("meeting", "meeting"), ("case_id", "case_record")],
        stays: &[("agency", KNOWN_TO_OTHERS)],
        fate: Fate::Erased,
    },
    Place {
        table: "minutes_revision",
        key: Some("id"),
        hangs: &[("meeting", "meeting"), ("item", "item")],
        stays: &[],
        fate: Fate::Erased,
    },
    Place {
        table: "room_state",
        key: Some("meeting"),
        hangs: &[("meeting", "meeting")],
        stays: &[("item", COUNTED), ("projected", COUNTED)],
        fate: Fate::Erased,
    },
    Place {
        table: "demand_count",
        key: Some("id"),
        hangs: &[("case_id", "case_record")],
        stays: &[],
        fate: Fate::Erased,
    },
    Place {
        table: "forum_link",
        key: Some("id"),
        hangs: &[("case_id", "case_record")],
        stays: &[],
        fate: Fate::Erased,
    },
    Place {
        table: "case_move",
        key: Some("id"),
        hangs: &[("from_case", "case_record"), ("to_case", "case_record")],
        stays: &[("link", COUNTED), ("meeting", COUNTED), ("closed", COUNTED)],
        fate: Fate::Thinned {
            keeps: &["id", "kind", "link", "from_case", "to_case", "day", "meeting", "closed", "undone"],
            instead: &[("moved", Text("[]"))],
            hidden: true,
        },
    },
    Place {
        table: "order_event",
        key: Some("id"),
        hangs: &[("order_id", "order_record")],
        stays: &[("meeting", COUNTED), ("takes_back", COUNTED)],
        fate: Fate::Thinned {
            keeps: &[
                "id",
                "order_id",
                "serial",
                "kind",
                "stage",
                "day",
                "outcome",
                "expires_on",
                "review_on",
                "meeting",
                "takes_back",
            ],
            instead: &[("reason", Text("")), ("said_by", Text("")), ("before", Null)],
            hidden: true,
        },
    },
    Place {
        table: "order_breach",
        key: Some("id"),
        hangs: &[("order_id", "order_record")],
        stays: &[],
        fate: Fate::Erased,
    },
    Place {
        table: "order_review",
        key: Some("id"),
        hangs: &[("order_id", "order_record")],
        stays: &[],
        fate: Fate::Erased,
    },
    Place {
        table: "order_offer",
        key: Some("id"),
        hangs: &[("order_id", "order_record")],
        stays: &[],
        fate: Fate::Thinned {
            keeps: &["id", "order_id", "day", "answer"],
            instead: &[("to_whom", Text("")), ("note", Text(""))],
            hidden: true,
        },
    },
    Place { table: "subject", key: Some("id"), hangs: &[], stays: &[], fate: Fate::Erased },
    Place {
        table: "retention_choice",
        key: Some("id"),
        hangs: &[
            ("record", "case_record"),
            ("record", "referral"),
            ("record", "order_record"),
            ("record", "meeting"),
            ("record", "subject"),
        ],
        stays: &[],
        fate: Fate::Erased,
    },
];

/// Where a person is named: with the last of these rows the person goes too.
pub(crate) const NAMED_IN: &[(&str, &str)] =
    &[("case_subject", "subject"), ("referral_subject", "subject"), ("order_record", "subject")];

/// Tables that no disposal touches by this list, with the reason; only the test that compares the list with the schema
/// asks for them.
#[cfg(test)]
pub(crate) const EXEMPT: &[(&str, &str)] = &[
    ("hub", "says which hub it is"),
    ("settings", "the hub's own choices"),
    ("user", "those who hold a passphrase; the audit names them"),
    ("agency", "partners, not people the hub deals with"),
    ("officer", "partners' staff, kept in the list of partners"),
    ("area", "wards and localities"),
    ("matrix_version", "factors and weights, no record of anybody"),
    ("action_template", "usual actions, no record of anybody"),
    ("order_type", "types and periods, no record of anybody"),
    ("draft", "erased by the keys and references in its own key"),
    ("import_row", "erased by the record that it names in its value"),
    ("heading_map", "headings of sheets"),
    ("audit", "append-only: keys, instants and hashes, no values"),
    ("history", "values and salts are erased by the key of their record"),
    ("search_entry", "forgotten with the record"),
    ("disposal", "what the certificate says: numbers, no names"),
    ("disposed_row", "keys of what went, by which a check verifies it"),
];

/// Returns the place of a table; absent when no disposal takes its rows.
pub(crate) fn place_of(table: &str) -> Option<&'static Place> {
    PLACES.iter().find(|place| place.table == table)
}
