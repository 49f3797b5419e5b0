//! Every status, blocked or not, in every due state and under every setting has exactly one light: the whole table.

use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::*;

use super::*;

/// The settings: a warning of three days or none, three colours or four.
const SETTINGS: [(&str, LightRules); 4] = [
    ("three colours", LightRules { warn_not_started_days: None, four_colours: false }),
    (
        "three colours, warned 3 days before",
        LightRules { warn_not_started_days: Some(3), four_colours: false },
    ),
    ("four colours", LightRules { warn_not_started_days: None, four_colours: true }),
    ("four colours, warned 3 days before", LightRules { warn_not_started_days: Some(3), four_colours: true }),
];

/// The due states: days until due, and none without a date.
const DUE: [Option<i64>; 7] = [Some(-1), Some(0), Some(3), Some(4), Some(7), Some(8), None];

/// `R`ed, `A`mber, `G`reen, `B`lue, grey as `-`.
const TABLE: &str = "
three colours
                          late  today  in 3   in 4   in 7   in 8   no date
not started               R     A      A      A      A      A      A
not started, blocked      R     R      R      R      R      R      R
under way                 R     A      A      A      A      A      A
under way, blocked        R     R      R      R      R      R      R
done                      G     G      G      G      G      G      G
done, blocked             G     G      G      G      G      G      G
in abeyance               -     -      -      -      -      -      -
in abeyance, blocked      -     -      -      -      -      -      -
not possible              -     -      -      -      -      -      -
not possible, blocked     -     -      -      -      -      -      -
not undertaken            R     R      R      R      R      R      R
not undertaken, blocked   R     R      R      R      R      R      R
superseded                -     -      -      -      -      -      -
superseded, blocked       -     -      -      -      -      -      -

three colours, warned 3 days before
                          late  today  in 3   in 4   in 7   in 8   no date
not started               R     R      R      A      A      A      A
not started, blocked      R     R      R      R      R      R      R
under way                 R     A      A      A      A      A      A
under way, blocked        R     R      R      R      R      R      R
done                      G     G      G      G      G      G      G
done, blocked             G     G      G      G      G      G      G
in abeyance               -     -      -      -      -      -      -
in abeyance, blocked      -     -      -      -      -      -      -
not possible              -     -      -      -      -      -      -
not possible, blocked     -     -      -      -      -      -      -
not undertaken            R     R      R      R      R      R      R
not undertaken, blocked   R     R      R      R      R      R      R
superseded                -     -      -      -      -      -      -
superseded, blocked       -     -      -      -      -      -      -

four colours
                          late  today  in 3   in 4   in 7   in 8   no date
not started               R     A      A      A      A      G      G
not started, blocked      R     R      R      R      R      R      R
under way                 R     A      A      A      A      G      G
under way, blocked        R     R      R      R      R      R      R
done                      B     B      B      B      B      B      B
done, blocked             B     B      B      B      B      B      B
in abeyance               -     -      -      -      -      -      -
in abeyance, blocked      -     -      -      -      -      -      -
not possible              -     -      -      -      -      -      -
not possible, blocked     -     -      -      -      -      -      -
not undertaken            R     R      R      R      R      R      R
not undertaken, blocked   R     R      R      R      R      R      R
superseded                -     -      -      -      -      -      -
superseded, blocked       -     -      -      -      -      -      -

four colours, warned 3 days before
                          late  today  in 3   in 4   in 7   in 8   no date
not started               R     R      R      A      A      G      G
not started, blocked      R     R      R      R      R      R      R
under way                 R     A      A      A      A      G      G
under way, blocked        R     R      R      R      R      R      R
done                      B     B      B      B      B      B      B
done, blocked             B     B      B      B      B      B      B
in abeyance               -     -      -      -      -      -      -
in abeyance, blocked      -     -      -      -      -      -      -
not possible              -     -      -      -      -      -      -
not possible, blocked     -     -      -      -      -      -      -
not undertaken            R     R      R      R      R      R      R
not undertaken, blocked   R     R      R      R      R      R      R
superseded                -     -      -      -      -      -      -
superseded, blocked       -     -      -      -      -      -      -
";

fn today() -> NaiveDate {
    "2026-11-24".parse().unwrap()
}

fn letter(light: Light) -> &'static str {
    match light {
        Light::Red => "R",
        Light::Amber => "A",
        Light::Green => "G",
        Light::Blue => "B",
        Light::Grey => "-",
    }
}

/// Writes the table as the rule makes it.
fn written() -> String {
    let mut table = String::new();
    for (name, rules) in SETTINGS {
        table += &format!("\n{name}\n{:26}late  today  in 3   in 4   in 7   in 8   no date\n", "");
        for status in ActionStatus::ALL {
            for blocked in [false, true] {
                let words = format!("{}{}", status.words(), if blocked { ", blocked" } else { "" });
                let lights = DUE.map(|days| {
                    let due = days.map(|days| today() + TimeDelta::days(days));
                    letter(suggested(LightFacts { status, blocked, due, today: today() }, rules))
                });
                let [late, now, three, four, seven, eight, none] = lights;
                table += &format!("{words:26}{late:6}{now:7}{three:7}{four:7}{seven:7}{eight:7}{none}\n");
            }
        }
    }
    table
}

#[test]
fn every_status_blocked_or_not_in_every_due_state_under_every_setting_has_its_light() {
    let (expected, written) = (TABLE, written());
    for (at, (expected, written)) in expected.lines().zip(written.lines()).enumerate() {
        assert_eq!(written, expected, "line {at} of the table");
    }
    assert_eq!(written, expected, "the table is whole");
}

fn any_rules() -> impl Strategy<Value = LightRules> {
    (proptest::option::of(0_u16..60), any::<bool>())
        .prop_map(|(warn_not_started_days, four_colours)| LightRules { warn_not_started_days, four_colours })
}

proptest! {
    #[test]
    fn a_light_depends_on_days_left_and_nothing_else(
        status in proptest::sample::select(ActionStatus::ALL.to_vec()),
        blocked: bool,
        days in proptest::option::of(-400_i64..400),
        moved in 0_i64..4000,
        rules in any_rules(),
    ) {
        let facts = |today: NaiveDate| LightFacts {
            status, blocked, due: days.map(|days| today + TimeDelta::days(days)), today,
        };
        let light = suggested(facts(today()), rules);
        prop_assert_eq!(light, suggested(facts(today() + TimeDelta::days(moved)), rules));

        let in_hand = matches!(status, ActionStatus::NotStarted | ActionStatus::UnderWay);
        let overdue = days.is_some_and(|days| days < 0);
        prop_assert_eq!(light == Light::Blue, rules.four_colours && status == ActionStatus::Done);
        if in_hand && (overdue || blocked) {
            prop_assert_eq!(light, Light::Red);
        }
        if !in_hand {
            let plain = LightFacts { status, blocked: false, due: None, today: today() };
            prop_assert_eq!(light, suggested(plain, rules), "what is over no longer depends on dates or blocks");
        }
        if light == Light::Grey {
            prop_assert!(!in_hand && status != ActionStatus::Done && status != ActionStatus::NotUndertaken);
        }
    }
}
