//! Reporting factors: the short list that the many published key issues are counted under.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A factor that figures are reported by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Factor {
    /// Anti-social behaviour.
    AntiSocialBehaviour,
    /// Alcohol.
    Alcohol,
    /// Mental health.
    MentalHealth,
    /// Drugs.
    Drugs,
    /// Criminal damage and graffiti.
    CriminalDamage,
    /// Violence.
    Violence,
    /// Repeat callers.
    RepeatCaller,
    /// Theft.
    Theft,
    /// Hate crime.
    Hate,
    /// Fly-tipping.
    FlyTipping,
    /// Exploitation.
    Exploitation,
}

impl Factor {
    /// Every factor, in the order of the list.
    pub const ALL: [Self; 11] = [
        Self::AntiSocialBehaviour,
        Self::Alcohol,
        Self::MentalHealth,
        Self::Drugs,
        Self::CriminalDamage,
        Self::Violence,
        Self::RepeatCaller,
        Self::Theft,
        Self::Hate,
        Self::FlyTipping,
        Self::Exploitation,
    ];

    /// Returns the factor's stable name, as on the wire.
    pub fn key(self) -> &'static str {
        match self {
            Self::AntiSocialBehaviour => "anti_social_behaviour",
            Self::Alcohol => "alcohol",
            Self::MentalHealth => "mental_health",
            Self::Drugs => "drugs",
            Self::CriminalDamage => "criminal_damage",
            Self::Violence => "violence",
            Self::RepeatCaller => "repeat_caller",
            Self::Theft => "theft",
            Self::Hate => "hate",
            Self::FlyTipping => "fly_tipping",
            Self::Exploitation => "exploitation",
        }
    }

    /// Returns the factor in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::AntiSocialBehaviour => "Anti-social behaviour",
            Self::Alcohol => "Alcohol",
            Self::MentalHealth => "Mental health",
            Self::Drugs => "Drugs",
            Self::CriminalDamage => "Criminal damage, graffiti",
            Self::Violence => "Violence",
            Self::RepeatCaller => "Repeat caller",
            Self::Theft => "Theft",
            Self::Hate => "Hate",
            Self::FlyTipping => "Fly-tipping",
            Self::Exploitation => "Exploitation",
        }
    }
}

const MAPPING: [(Factor, &[&str]); 11] = [
    (
        Factor::AntiSocialBehaviour,
        &["asb", "anti-social", "antisocial", "nuisance", "begging", "intimidat", "racers", "littering"],
    ),
    (Factor::Alcohol, &["alcohol", "drink"]),
    (Factor::MentalHealth, &["mental", "erratic", "self-harm", "hoarding"]),
    (Factor::Drugs, &["drug", "cannabis", "substance"]),
    (Factor::CriminalDamage, &["criminal damage", "graffiti", "arson", "vandal"]),
    (Factor::Violence, &["violen", "assault", "weapon", "domestic abuse"]),
    (Factor::RepeatCaller, &["repeat call", "nuisance call", "hoax", "false report"]),
    (Factor::Theft, &["theft", "shoplift", "burglary", "robbery"]),
    (Factor::Hate, &["hate"]),
    (Factor::FlyTipping, &["fly-tip", "fly tip", "flytip"]),
    (Factor::Exploitation, &["exploit", "cse", "cuckoo", "county line"]),
];

/// Maps key issues to the factors they are counted under (a default, editable); each factor once, in its order.
pub fn factors_of<T: AsRef<str>>(key_issues: &[T]) -> Vec<Factor> {
    let issues: Vec<String> = key_issues.iter().map(|issue| issue.as_ref().to_lowercase()).collect();
    let named = |words: &[&str]| issues.iter().any(|issue| words.iter().any(|word| issue.contains(word)));
    MAPPING.iter().filter(|(_, words)| named(words)).map(|(factor, _)| *factor).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn key_issues_are_counted_under_every_factor_they_name() {
        let factors = factors_of(&["Nuisance Caller", "Prescription Drugs"]);
        assert_eq!(factors, [Factor::AntiSocialBehaviour, Factor::Drugs, Factor::RepeatCaller]);
    }

    #[test]
    fn a_factor_is_named_as_on_the_wire() {
        for factor in Factor::ALL {
            assert_eq!(serde_json::to_value(factor).unwrap(), factor.key());
        }
    }

    #[test]
    fn an_issue_that_no_factor_names_is_counted_under_none() {
        assert!(factors_of(&["Homelessness"]).is_empty());
    }
}
