//! Rotation: of the copies in a folder the newest of each of seven days and of eight weeks stay.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike};
use domain::moment::Moment;

use crate::backup::{Backup, Copies, let_go, list_backups};
use crate::disk;
use crate::error::StoreError;

/// On how many days the newest copy stays.
const DAYS: usize = 7;
/// In how many weeks the newest copy stays.
const WEEKS: usize = 8;

/// What a rotation did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rotated {
    /// The copies that stay, the newest first.
    pub kept: Vec<Backup>,
    /// The copies that went.
    pub removed: Vec<PathBuf>,
    /// The copies that could not be opened or verified again: they count for no day, and none goes on their account.
    pub unverified: Vec<PathBuf>,
}

impl Copies {
    /// Removes the copies in `folder`, which holds none of another hub, that no day and no week needs any more.
    ///
    /// A copy goes only after the newer one that stays in its place was opened again and verified; `made` was just now.
    pub fn rotate(&self, folder: &Path, made: &Backup) -> Result<Rotated, StoreError> {
        let mut rotated = Rotated::default();
        let mut verified = BTreeSet::from([made.path.clone()]);
        let mut good = list_backups(folder)?;
        loop {
            let stays = staying(&good.iter().map(|backup| backup.made_at).collect::<Vec<_>>());
            let heirs = good.iter().zip(&stays).map(|(backup, stays)| (*stays).then_some(backup));
            // The newest stays, so that each that goes has a newer one before it in the list.
            let heirs: Vec<Option<&Backup>> = heirs
                .scan(None, |last, here| {
                    *last = here.or(*last);
                    Some(*last)
                })
                .collect();
            let going = stays.iter().enumerate().filter(|(_, stays)| !**stays).map(|(at, _)| at);
            let unsure =
                going.filter_map(|at| heirs[at]).find(|heir| !verified.contains(&heir.path)).cloned();
            let Some(heir) = unsure else {
                for (backup, stays) in good.into_iter().zip(stays) {
                    if stays {
                        rotated.kept.push(backup);
                        continue;
                    }
                    let_go(&backup.path)?;
                    rotated.removed.push(backup.path);
                }
                break;
            };
            if self.verify(&heir).is_ok() {
                verified.insert(heir.path);
            } else {
                good.retain(|backup| backup.path != heir.path);
                rotated.unverified.push(heir.path);
            }
        }
        if !rotated.removed.is_empty() {
            disk::flush_folder(folder)?;
        }
        Ok(rotated)
    }
}

/// Tells of copies made at these moments, the newest first, which stay: days and weeks are those of UTC.
fn staying(made_at: &[Moment]) -> Vec<bool> {
    let (mut days, mut weeks) = (BTreeSet::new(), BTreeSet::new());
    let mut stays = |moment: &Moment| {
        let day = DateTime::from_timestamp_millis(moment.0).unwrap_or_default().date_naive();
        let week = day.iso_week();
        let of_day = days.len() < DAYS && days.insert(day);
        let of_week = weeks.len() < WEEKS && weeks.insert((week.year(), week.week()));
        of_day || of_week
    };
    made_at.iter().map(&mut stays).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY_MS: i64 = 86_400_000;

    /// Returns on which days before the newest copy a copy stays, one a day having been made for so many days.
    fn days_left(days: i64) -> Vec<i64> {
        // Wednesday 18 November 2026.
        let newest = 1_795_000_000_000;
        let made: Vec<Moment> = (0..days).map(|ago| Moment(newest - ago * DAY_MS)).collect();
        (0..days).zip(staying(&made)).filter(|(_, stays)| *stays).map(|(ago, _)| ago).collect()
    }

    #[test]
    fn seven_days_and_eight_weeks_stay() {
        assert_eq!(days_left(3), [0, 1, 2], "nothing goes as long as there are few");
        assert_eq!(days_left(7), [0, 1, 2, 3, 4, 5, 6]);
        // After the seven days the Sunday of each week, until eight weeks have one.
        assert_eq!(days_left(120), [0, 1, 2, 3, 4, 5, 6, 10, 17, 24, 31, 38, 45]);
    }

    #[test]
    fn of_one_day_the_newest_stays() {
        let made =
            [Moment(1_795_000_000_000), Moment(1_795_000_000_000 - 1), Moment(1_795_000_000_000 - DAY_MS)];
        assert_eq!(staying(&made), [true, false, true]);
    }
}
