//! The sample hub: invented, generated from a seed, in the shape of a published register.

use crate::desk::Desk;
use crate::failure::Failure;

/// What a sample hub is to be like.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// How many cases; 52 give the shape of the published register.
    pub cases: u32,
    /// The seed that everything invented comes from.
    pub seed: u64,
}

impl Default for Shape {
    fn default() -> Self {
        Self { cases: 52, seed: 1 }
    }
}

/// Creates a sample hub in the desk's folder.
pub fn create(desk: &mut Desk, _shape: Shape) -> Result<(), Failure> {
    crate::hub::create_sample(desk, domain::settings::Settings::of_new_hub("Northbridge"), "Alex Marsh")
}
