//! An exact dynamic programme over sets of items, written apart from the planner: agencies wait while an item that is not
//! theirs is spoken of between two of their own.

use domain::meeting::Group;
use domain::planner::{Piece, Stand};

/// Returns the least minutes of waiting for an agenda without fixed times and pins.
pub fn least_waiting(pieces: &[Piece]) -> u32 {
    let sets = 1usize << pieces.len();
    let mut least = vec![u32::MAX; sets];
    least[0] = 0;
    for set in 0..sets {
        if least[set] == u32::MAX {
            continue;
        }
        for item in (0..pieces.len()).filter(|item| set >> item & 1 == 0 && may_follow(pieces, set, *item)) {
            let with = set | 1 << item;
            let wait = pieces[item].minutes * amid(pieces, set, item);
            least[with] = least[with].min(least[set] + wait);
        }
    }
    least[sets - 1]
}

/// Returns how many agencies have come, are not gone, and have nothing to do with `item`.
fn amid(pieces: &[Piece], set: usize, item: usize) -> u32 {
    let spoken = (0..pieces.len()).filter(|each| set >> each & 1 == 1);
    let ahead: Vec<usize> = (0..pieces.len()).filter(|each| set >> each & 1 == 0 && *each != item).collect();
    let mut come: Vec<_> = spoken.flat_map(|each| pieces[each].agencies.clone()).collect();
    come.sort();
    come.dedup();
    come.retain(|agency| !pieces[item].agencies.contains(agency));
    come.retain(|agency| ahead.iter().any(|each| pieces[*each].agencies.contains(agency)));
    come.len() as u32
}

fn may_follow(pieces: &[Piece], set: usize, item: usize) -> bool {
    let ahead = |wanted: &dyn Fn(usize) -> bool| {
        (0..pieces.len()).any(|each| set >> each & 1 == 0 && each != item && wanted(each))
    };
    let is = |each: usize, stand: Stand| pieces[each].stand == stand;
    let opening = |each: usize| is(each, Stand::In(Group::Opening));
    let housing = |each: usize| is(each, Stand::In(Group::Housing));
    let young = |each: usize| is(each, Stand::In(Group::YoungPeople));
    let young_begun = (0..pieces.len()).any(|each| set >> each & 1 == 1 && young(each));
    match pieces[item].stand {
        Stand::In(Group::Opening) => !ahead(&|each| opening(each) && each < item),
        Stand::In(Group::Housing) => !ahead(&opening),
        Stand::In(Group::YoungPeople) => !ahead(&|each| opening(each) || housing(each)),
        Stand::Closing => !ahead(&|each| !is(each, Stand::Closing)),
        _ => !ahead(&|each| opening(each) || housing(each) || (young_begun && young(each))),
    }
}
