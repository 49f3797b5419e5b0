//! The sample's agencies, their people, and the areas.

use domain::agency::{Agency, Area, Officer};
use domain::ids::{AgencyId, AreaId, OfficerId};

use super::maker::{Maker, Partner};
use super::words::{PartnerWords, partners};
use crate::failure::Failure;

impl Maker<'_, '_> {
    /// Makes the agencies with their people, and the areas.
    pub fn make_partners(&mut self) -> Result<(), Failure> {
        for name in self.made.names.areas.clone() {
            let area = Area { id: AreaId::new(&mut **self.ids), name };
            self.writer.put_area(&area)?;
            self.made.areas.push(area.id);
        }
        for words in partners() {
            let partner = self.make_partner(&words)?;
            self.made.agencies.insert(words.key, partner);
        }
        Ok(())
    }

    fn make_partner(&mut self, words: &PartnerWords) -> Result<Partner, Failure> {
        let id = AgencyId::new(&mut **self.ids);
        self.writer.put_agency(&Agency {
            id,
            name: words.name.to_owned(),
            short_name: words.short_name.to_owned(),
            field: words.field,
            presence: words.presence,
            pack_rule: words.pack_rule,
            active: words.active,
        })?;
        let mut officers = Vec::with_capacity(words.officers.len());
        for (name, post, attends) in &words.officers {
            let officer = Officer {
                id: OfficerId::new(&mut **self.ids),
                agency: id,
                name: (*name).to_owned(),
                post: (*post).to_owned(),
                email: format!("{}@{}.example", mailbox(name), words.key.replace('_', "-")),
                telephone: self.made.names.telephone(&mut self.made.chance),
                attends: *attends,
                active: words.active,
            };
            self.writer.put_officer(&officer)?;
            officers.push((officer.id, officer.name, officer.attends));
        }
        Ok(Partner { id, officers })
    }
}

/// Returns the name as a mailbox: its letters and digits, with dots between the words.
fn mailbox(name: &str) -> String {
    let words = name.split_whitespace().map(|word| word.to_lowercase());
    words
        .collect::<Vec<_>>()
        .join(".")
        .chars()
        .filter(|letter| letter.is_alphanumeric() || *letter == '.')
        .collect()
}
