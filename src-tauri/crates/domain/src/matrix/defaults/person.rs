//! The shipped person matrix.

use super::Question;

/// What is asked, in the order of asking.
pub const QUESTIONS: &[Question] = &[
    (
        "frequency",
        "Frequency",
        "How often incidents or calls were recorded in the last four weeks, by any agency.",
        &[
            ("none", "None", 0),
            ("once", "Once or twice", 3),
            ("weekly", "About once a week", 5),
            ("several", "Several times a week", 8),
            ("daily", "Daily or nearly so", 10),
        ],
    ),
    (
        "duration",
        "Duration",
        "How long the problem has gone on, breaks of a few weeks counted in.",
        &[
            ("month", "Less than a month", 0),
            ("quarter", "One to three months", 2),
            ("year", "Three months to a year", 4),
            ("longer", "Longer than a year", 6),
        ],
    ),
    (
        "impact",
        "Effect on others",
        "Neighbours, family, staff, passers-by: what those affected say themselves.",
        &[
            ("none", "None known", 0),
            ("annoyance", "Annoyance", 3),
            ("distress", "Distress; sleep or work suffers", 6),
            ("fear", "Fear; people change how they live", 9),
            ("leave", "People have left or want to leave", 12),
        ],
    ),
    (
        "harm",
        "Risk of serious harm",
        "To the person or to others, at the worst that professionals expect.",
        &[
            ("none", "None expected", 0),
            ("possible", "Possible", 4),
            ("likely", "Likely without help", 8),
            ("happened", "Has happened, or is imminent", 12),
        ],
    ),
    (
        "violence",
        "Violence and weapons",
        "Threats count; so does what is only intelligence, said as such.",
        &[
            ("none", "None known", 0),
            ("threats", "Threats or damage", 3),
            ("violence", "Violence without injury", 6),
            ("injury", "Violence with injury", 8),
            ("weapons", "Weapons", 10),
        ],
    ),
    (
        "vulnerability",
        "Vulnerability",
        "Age, disability, isolation, being a victim again and again, caring for others.",
        &[
            ("none", "None known", 0),
            ("some", "Some; support in place", 3),
            ("unmet", "Some; support missing", 6),
            ("high", "Several together, or a child at risk", 10),
        ],
    ),
    (
        "mental_health",
        "Mental health",
        "What a professional has said, or what agencies see; no diagnosis is needed.",
        &[
            ("none", "No concern", 0),
            ("treated", "Concern; in treatment", 2),
            ("untreated", "Concern; not in treatment", 5),
            ("crisis", "Crisis, or detained lately", 8),
        ],
    ),
    (
        "substances",
        "Alcohol and drugs",
        "The person’s own use, as it bears on the problem.",
        &[
            ("none", "No part in it", 0),
            ("some", "Some part in it", 2),
            ("treated", "Dependent; in treatment", 5),
            ("untreated", "Dependent; not in treatment", 8),
        ],
    ),
    (
        "exploitation",
        "Exploitation",
        "Of the person, or by the person: criminal, sexual, financial, cuckooing.",
        &[
            ("none", "No sign", 0),
            ("signs", "Signs, not confirmed", 3),
            ("likely", "Likely", 6),
            ("known", "Known and going on", 9),
        ],
    ),
    (
        "housing",
        "Home",
        "Whether the home is safe and likely to last.",
        &[
            ("settled", "Settled", 0),
            ("risk", "At risk: notice, arrears, complaints", 2),
            ("losing", "About to be lost, or unsafe", 4),
            ("none", "No home", 5),
        ],
    ),
    (
        "engagement",
        "Engagement",
        "How the person answers those who try to help.",
        &[
            ("works", "Works with agencies", 0),
            ("partly", "Now and then", 2),
            ("refuses", "Refuses, or cannot be found", 4),
        ],
    ),
    (
        "previous",
        "What agencies have tried",
        "Single-agency work so far: letters, visits, contracts, orders, treatment.",
        &[
            ("worked", "Tried, and it works", 0),
            ("new", "Little tried yet", 1),
            ("partly", "Tried, with some effect", 3),
            ("failed", "Tried, and it failed", 6),
        ],
    ),
];
