//! The texts of a paper that somebody wrote: each passes a partner's redaction before it leaves the hub.

use super::{
    ActionRow, AgencySheet, AgendaPack, ArisingRow, CasePage, LateSheet, MinutesPaper, ReferralPage,
    RunningItem,
};

/// Hears a text and may change it.
pub type Change<'a> = dyn FnMut(&mut String) + 'a;

/// A paper, or part of one, with texts that somebody wrote.
pub trait Written {
    /// Hands every such text to `change`; names of agencies and officers, days, times and references of its own parts are
    /// none of them.
    fn change_texts(&mut self, change: &mut Change<'_>);
}

impl Written for AgendaPack {
    fn change_texts(&mut self, change: &mut Change<'_>) {
        for item in self.running_order.iter_mut().flat_map(|group| &mut group.items) {
            item.change_texts(change);
        }
        self.cases.iter_mut().for_each(|page| page.change_texts(change));
        self.referrals.iter_mut().for_each(|page| page.change_texts(change));
        let decisions = self.previous_minutes.iter_mut().flat_map(|previous| &mut previous.decisions);
        decisions.for_each(|(_, decision)| change(decision));
        change_arising(&mut self.matters_arising, change);
        for review in &mut self.reviews_due {
            [&mut review.order, &mut review.what].into_iter().for_each(&mut *change);
        }
    }
}

impl Written for CasePage {
    fn change_texts(&mut self, change: &mut Change<'_>) {
        change(&mut self.outline);
        [&mut self.headline, &mut self.why_here].into_iter().for_each(&mut *change);
        self.key_issues.iter_mut().for_each(&mut *change);
        self.last_decided.iter_mut().for_each(&mut *change);
        change_actions(&mut self.actions, change);
        for order in &mut self.orders {
            [&mut order.name, &mut order.next, &mut order.breached].into_iter().for_each(&mut *change);
            order.conditions.iter_mut().for_each(&mut *change);
        }
        self.orders_in_place.iter_mut().chain(&mut self.orders_considered).for_each(&mut *change);
        for update in &mut self.written_updates {
            change(&mut update.text);
        }
    }
}

impl Written for MinutesPaper {
    fn change_texts(&mut self, change: &mut Change<'_>) {
        for item in &mut self.items {
            [&mut item.headline, &mut item.purpose].into_iter().for_each(&mut *change);
            let lists = [&mut item.key_points, &mut item.closing, &mut item.outcomes];
            lists.into_iter().flatten().for_each(&mut *change);
            let one = [&mut item.decision, &mut item.score, &mut item.override_reason];
            one.into_iter().flatten().for_each(&mut *change);
            change_actions(&mut item.new_actions, change);
            change_actions(&mut item.reviewed_actions, change);
        }
        change_arising(&mut self.matters_arising, change);
        for correction in &mut self.corrections {
            [&mut correction.was, &mut correction.now].into_iter().for_each(&mut *change);
        }
    }
}

impl Written for AgencySheet {
    fn change_texts(&mut self, change: &mut Change<'_>) {
        for item in &mut self.items {
            [&mut item.headline, &mut item.needed].into_iter().for_each(&mut *change);
        }
        change_actions(&mut self.actions, change);
        for check in &mut self.checks {
            [&mut check.headline, &mut check.about].into_iter().for_each(&mut *change);
        }
    }
}

impl Written for LateSheet {
    fn change_texts(&mut self, change: &mut Change<'_>) {
        for row in &mut self.changed {
            [&mut row.was, &mut row.now].into_iter().for_each(&mut *change);
        }
        for item in &mut self.added {
            item.change_texts(change);
        }
        for item in &mut self.dropped {
            change(&mut item.why);
        }
        self.cases.iter_mut().for_each(|page| page.change_texts(change));
        self.referrals.iter_mut().for_each(|page| page.change_texts(change));
    }
}

impl Written for RunningItem {
    fn change_texts(&mut self, change: &mut Change<'_>) {
        [&mut self.title, &mut self.needed].into_iter().for_each(&mut *change);
    }
}

impl Written for ReferralPage {
    fn change_texts(&mut self, change: &mut Change<'_>) {
        let texts = [&mut self.referrer, &mut self.headline, &mut self.problem, &mut self.tried];
        texts.into_iter().for_each(&mut *change);
        self.override_reason.iter_mut().for_each(&mut *change);
    }
}

fn change_actions(actions: &mut [ActionRow], change: &mut Change<'_>) {
    for action in actions {
        change(&mut action.what);
        action.last_update.iter_mut().for_each(&mut *change);
        action.tags.iter_mut().for_each(&mut *change);
        action.light.iter_mut().filter_map(|light| light.reason.as_mut()).for_each(&mut *change);
    }
}

fn change_arising(rows: &mut [ArisingRow], change: &mut Change<'_>) {
    for row in rows {
        change(&mut row.matter);
        row.outcome.iter_mut().for_each(&mut *change);
    }
}
