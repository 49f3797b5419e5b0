//! The shipped location matrix, for properties, places and themes.

use super::Question;

/// What is asked, in the order of asking.
pub const QUESTIONS: &[Question] = &[
    (
        "frequency",
        "Frequency",
        "How often incidents or calls were recorded in the last four weeks, by any agency.",
        &[
            ("none", "None", 0),
            ("once", "Once or twice", 4),
            ("weekly", "About once a week", 7),
            ("several", "Several times a week", 10),
            ("daily", "Daily or nearly so", 13),
        ],
    ),
    (
        "repeat",
        "Season and return",
        "Whether it comes and goes, and whether it came back after it was dealt with.",
        &[
            ("first", "The first time", 0),
            ("season", "At certain times of the year", 3),
            ("returns", "Came back once", 5),
            ("often", "Comes back again and again", 8),
        ],
    ),
    (
        "duration",
        "Duration",
        "How long it has gone on this time.",
        &[
            ("month", "Less than a month", 0),
            ("quarter", "One to three months", 2),
            ("year", "Three months to a year", 4),
            ("longer", "Longer than a year", 7),
        ],
    ),
    (
        "harm",
        "Harm to people",
        "The worst that has happened, or that professionals expect.",
        &[
            ("none", "None", 0),
            ("distress", "Distress", 5),
            ("threats", "Threats or harassment", 9),
            ("injury", "Injury", 12),
            ("serious", "Serious injury, fire, or weapons", 15),
        ],
    ),
    (
        "community",
        "Effect on the neighbourhood",
        "What residents, traders and visitors do differently.",
        &[
            ("none", "None known", 0),
            ("annoyance", "Annoyance", 4),
            ("avoided", "Avoided at certain times", 9),
            ("no_go", "A no-go area", 14),
        ],
    ),
    (
        "damage",
        "Damage and surroundings",
        "Graffiti, damage, waste, needles, fires.",
        &[
            ("none", "None", 0),
            ("minor", "Minor", 3),
            ("repeated", "Repeated, costly to put right", 6),
            ("unsafe", "The place is unsafe", 10),
        ],
    ),
    (
        "affected",
        "Who is affected",
        "Whether those who suffer can protect themselves; hate counts as vulnerable.",
        &[
            ("few", "One household, not vulnerable", 0),
            ("several", "Several households or traders", 4),
            ("vulnerable", "A vulnerable or repeat victim", 7),
            ("many", "Several vulnerable people, or a school or home", 10),
        ],
    ),
    (
        "who",
        "Who is doing it",
        "As far as it is known.",
        &[
            ("single", "One or two people", 0),
            ("group", "A group", 3),
            ("children", "Children or young people among them", 5),
            ("organised", "Organised, or older people drawing in younger", 8),
        ],
    ),
    (
        "place",
        "The place itself",
        "Owner, tenants, lighting, sight lines, cameras, who looks after it.",
        &[
            ("cared", "Looked after", 0),
            ("gaps", "Gaps that can be closed", 3),
            ("neglected", "Neglected, or nobody takes charge", 6),
        ],
    ),
    (
        "previous",
        "What has been tried",
        "Patrols, letters, clean-ups, cameras, contracts, orders.",
        &[
            ("worked", "Tried, and it works", 0),
            ("new", "Little tried yet", 2),
            ("partly", "Tried, with some effect", 5),
            ("failed", "Tried, and it failed", 9),
        ],
    ),
];
