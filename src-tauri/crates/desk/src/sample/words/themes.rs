//! Themes of cases: what they are about, who works on them, and what is said and done.

use domain::case::CaseKind;
use domain::subject::SubjectRole;

use super::{lines, word};

const TEXTS: [&str; 4] = [
    include_str!("themes-young.txt"),
    include_str!("themes-homes.txt"),
    include_str!("themes-adults.txt"),
    include_str!("themes-places.txt"),
];

/// An action of a theme with the entries of its log.
#[derive(Clone, Debug)]
pub struct ActionWords {
    /// The agency that owes it.
    pub agency: String,
    /// What is to be done.
    pub what: String,
    /// What was said of it, the oldest first.
    pub log: Vec<String>,
}

/// What cases of one sort have in common.
#[derive(Clone, Debug)]
pub struct Theme {
    /// What the other words call it.
    pub key: String,
    /// The kind of case.
    pub kind: CaseKind,
    /// The ages of the people, from and to; absent when it is about nobody.
    pub ages: Option<(u8, u8)>,
    /// What the person is in it.
    pub role: SubjectRole,
    /// The lead agency.
    pub lead: String,
    /// The other agencies.
    pub involved: Vec<String>,
    /// Lists of key issues to choose from.
    pub issues: Vec<Vec<String>>,
    /// The title; empty for persons and properties.
    pub title: String,
    /// Outlines to choose from.
    pub outlines: Vec<String>,
    /// Its actions.
    pub actions: Vec<ActionWords>,
    /// Key points to choose from.
    pub points: Vec<String>,
    /// Words of decisions to choose from.
    pub decisions: Vec<String>,
}

impl Theme {
    fn new(key: &str) -> Self {
        Self {
            key: key.to_owned(),
            kind: CaseKind::Topic,
            ages: None,
            role: SubjectRole::AtRisk,
            lead: String::new(),
            involved: Vec::new(),
            issues: Vec::new(),
            title: String::new(),
            outlines: Vec::new(),
            actions: Vec::new(),
            points: Vec::new(),
            decisions: Vec::new(),
        }
    }

    fn learn(&mut self, key: &str, rest: &str) {
        let text = rest.to_owned();
        let split = |by: &str| rest.split(by).map(|part| part.trim().to_owned()).collect::<Vec<String>>();
        match key {
            "kind" => self.kind = word(rest).unwrap_or(self.kind),
            "role" => self.role = word(rest).unwrap_or(self.role),
            "ages" => {
                self.ages = rest.split_once('-').and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)))
            }
            "lead" => self.lead = text,
            "involved" => self.involved = split(" "),
            "issues" => self.issues.push(split(",")),
            "title" => self.title = text,
            "outline" => self.outlines.push(text),
            "point" => self.points.push(text),
            "decide" => self.decisions.push(text),
            "action" => self.actions.extend(rest.split_once('|').map(|(agency, what)| ActionWords {
                agency: agency.to_owned(),
                what: what.to_owned(),
                log: Vec::new(),
            })),
            "log" => self.actions.last_mut().into_iter().for_each(|action| action.log.push(text.clone())),
            _ => {}
        }
    }
}

/// Reads the themes.
pub fn themes() -> Vec<Theme> {
    let mut themes: Vec<Theme> = Vec::new();
    for (key, rest) in TEXTS.into_iter().flat_map(lines) {
        match (key, themes.last_mut()) {
            ("theme", _) => themes.push(Theme::new(rest)),
            (_, Some(theme)) => theme.learn(key, rest),
            _ => {}
        }
    }
    themes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_has_all_that_a_case_needs() {
        let themes = themes();
        assert!(themes.len() >= 20);
        for theme in &themes {
            let key = &theme.key;
            assert!(!theme.issues.is_empty() && !theme.outlines.is_empty(), "{key}");
            assert!(!theme.points.is_empty() && !theme.decisions.is_empty(), "{key}");
            assert!(!theme.actions.is_empty() && !theme.lead.is_empty(), "{key}");
            assert!(theme.kind != CaseKind::Person || theme.ages.is_some(), "{key} is about somebody");
            assert!(theme.actions.iter().all(|action| !action.log.is_empty()), "{key}");
        }
    }
}
