//! What guessing a passphrase costs, and how little of it this program accepts.

use serde::{Deserialize, Serialize};

/// The parameters of Argon2id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyCost {
    /// Memory in KiB.
    pub(crate) m_kib: u32,
    /// Passes over the memory.
    pub(crate) t: u32,
    /// Lanes.
    pub(crate) p: u32,
}

/// The weakest parameters that the shipped program writes or accepts.
const SHIPPED: KeyCost = KeyCost { m_kib: 64 * 1024, t: 3, p: 1 };
/// The dearest parameters accepted from a file: more would be an attack on the computer's memory.
const DEAREST: KeyCost = KeyCost { m_kib: 2 * 1024 * 1024, t: 64, p: 16 };

impl KeyCost {
    /// Returns what the program ships with: 64 MiB, 3 passes.
    pub fn shipped() -> Self {
        SHIPPED
    }

    /// Returns a cost that tests can pay; a hub made with it opens under [`KeyPolicy::for_tests`] only.
    #[doc(hidden)]
    pub fn for_tests() -> Self {
        Self { m_kib: 64, t: 1, p: 1 }
    }
}

/// How weak a key may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyPolicy {
    weak_allowed: bool,
}

impl KeyPolicy {
    /// Returns the policy of the shipped program: at least 64 MiB and 3 passes.
    pub fn shipped() -> Self {
        Self { weak_allowed: false }
    }

    /// Returns the policy of tests, under which a cheap key opens. The shipped program never asks for it.
    #[doc(hidden)]
    pub fn for_tests() -> Self {
        Self { weak_allowed: true }
    }

    /// Returns the cost that new keys are given under this policy.
    pub fn cost(self) -> KeyCost {
        if self.weak_allowed { KeyCost::for_tests() } else { KeyCost::shipped() }
    }

    /// Tells whether a slot with these parameters may be opened.
    pub(crate) fn accepts(self, cost: KeyCost) -> bool {
        let dear_enough = cost.m_kib >= SHIPPED.m_kib && cost.t >= SHIPPED.t && cost.p >= SHIPPED.p;
        let payable = cost.m_kib <= DEAREST.m_kib && cost.t <= DEAREST.t && cost.p <= DEAREST.p;
        (dear_enough || self.weak_allowed) && payable
    }
}
