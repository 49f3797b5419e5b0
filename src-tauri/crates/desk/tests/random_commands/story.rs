//! Which command comes next, with what request, and what was done last.

use std::collections::{HashMap, VecDeque};

use desk::commands::{COMMANDS, Command};
use domain::case::{Case, survivor_of};
use domain::ids::CaseId;
use domain::rights::{Right, Role};
use serde_json::Value;

use crate::contract::Contract;
use crate::hub::Hub;
use crate::inventing::{Dice, Inventor, Known};
use crate::leading::leading;

/// Commands that leave the hub or make files: they change no record, and each takes longer than a thousand others.
const LEFT_OUT: [&str; 16] = [
    "create_hub",
    "unlock",
    "lock",
    "lock_when_idle",
    "restore_backup",
    "list_backups",
    "back_up_elsewhere",
    "change_passphrase",
    "save_document",
    "open_sample",
    "leave_sample",
    "back_up_now",
    "renew_backups",
    "check_hub",
    "confirm_import",
    "preview_import",
];

/// How many of the last commands a failure tells.
const TOLD: usize = 20;

pub struct Story {
    seed: u64,
    contract: Contract,
    known: Known,
    /// The commands, each as often as it weighs.
    lots: Vec<Command>,
    last: VecDeque<String>,
    /// The cases that are signposts, as they were when they became it, with the actions and orders on them.
    signposts: HashMap<CaseId, (Case, usize, usize)>,
    resting: bool,
}

/// How often a command is drawn: what leads on in the life of a referral and a case more often than what looks.
fn weight(command: &Command) -> usize {
    match command.name {
        name if LEFT_OUT.contains(&name) || name.starts_with("make_") || name.starts_with("export_") => 0,
        // Who may come in as what is told by journeys of its own; here each role keeps its passphrase.
        _ if command.right == Right::ManageUsers => 0,
        "decide" => 90,
        "begin_meeting" | "move_order" | "table_referral" => 24,
        "go_to_item" | "propose_agenda" | "add_order" | "add_item" => 16,
        "add_referral" | "reopen_case" | "close_case" => 8,
        "add_case" | "add_action" => 6,
        "conclude_meeting" | "add_meeting" | "amend_settings" | "cancel_meeting" => 2,
        "add_agency" | "add_officer" | "get_projector" | "search" => 1,
        name if name.contains("combin") || name.contains("split") || name.contains("hand_over") => 10,
        name if name.contains("dispos") || name.contains("thin") => 1,
        _ if command.right == Right::View => 1,
        _ => 4,
    }
}

impl Story {
    pub fn new(seed: u64) -> Self {
        let lots = COMMANDS.iter().flat_map(|command| std::iter::repeat_n(*command, weight(command)));
        Self {
            seed,
            contract: Contract::read(),
            known: Known::default(),
            lots: lots.collect(),
            last: VecDeque::new(),
            signposts: HashMap::new(),
            resting: false,
        }
    }

    pub fn next_command(&self, dice: &mut Dice) -> Command {
        *dice.one(&self.lots)
    }

    pub fn request(&mut self, hub: &Hub, command: &str, dice: &mut Dice) -> Value {
        let absurd = if dice.chance(30) { 12 } else { 1 };
        let today = hub.today();
        let led = if dice.chance(40) { leading(hub, command) } else { None };
        if let Some(request) = led {
            return request;
        }
        Inventor { contract: &self.contract, known: &self.known, dice, today, absurd }.request(command)
    }

    pub fn learn(&mut self, command: &str, answer: &Value) {
        let shape = self.contract.response(command).clone();
        self.known.learn(&self.contract, &shape, answer);
    }

    pub fn note(&mut self, number: usize, role: Role, command: &str, request: &Value) {
        let told: String = request.to_string().chars().take(400).collect();
        self.last.push_back(format!("{number} {role:?} {command} {told}"));
        if self.last.len() > TOLD {
            self.last.pop_front();
        }
    }

    /// A signpost leads to its survivor and is not edited: it stays as it was for as long as it is one.
    pub fn watch_signposts(&mut self, hub: &Hub) {
        let (cases, links) = hub.read(|reader| Ok((reader.list_cases()?, reader.list_links()?)));
        let mut now = HashMap::new();
        for case in cases.into_iter().filter(|case| survivor_of(case.id, &links) != case.id) {
            let (actions, orders) =
                hub.read(|reader| Ok((reader.actions_of(case.id)?.len(), reader.orders_of(case.id)?.len())));
            if let Some((was, actions_then, orders_then)) = self.signposts.get(&case.id) {
                assert_eq!(&case, was, "{} is a signpost and was edited", case.reference);
                assert!(actions <= *actions_then, "{} is a signpost and got an action", case.reference);
                assert!(orders <= *orders_then, "{} is a signpost and got an order", case.reference);
            }
            now.insert(case.id, (case, actions, orders));
        }
        self.signposts = now;
    }

    /// Says that nothing failed, so that nothing has to be told.
    pub fn rest(mut self) {
        self.resting = true;
    }
}

impl Drop for Story {
    fn drop(&mut self) {
        if !self.resting {
            eprintln!("seed {}; the last commands:", self.seed);
            self.last.iter().for_each(|line| eprintln!("  {line}"));
        }
    }
}
