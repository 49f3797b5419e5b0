//! The commands with their rights: what the Tauri adapter and the command line call.

use domain::rights::Right;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

/// One command of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Command {
    /// Its name on the wire.
    pub name: &'static str,
    /// The right it needs.
    pub right: Right,
}

macro_rules! expand {
    ($($noun:ident { $($name:ident: $right:ident, $request:ident => $response:ident;)* })*) => {
        /// Every command.
        pub const COMMANDS: &[Command] =
            &[$($(Command { name: stringify!($name), right: Right::$right }),*),*];

        $($(
            #[doc = concat!("Calls `", stringify!($noun), "::", stringify!($name), "` for whoever may.")]
            pub fn $name(desk: &mut Desk, request: $request) -> Result<$response, Failure> {
                desk.allow(Right::$right)?;
                crate::$noun::$name(desk, crate::door::readable(request)?)
            }
        )*)*

        /// Calls the command `name` with a request and an answer in JSON; what neither knows is refused.
        pub fn dispatch(desk: &mut Desk, name: &str, request: serde_json::Value) -> Result<serde_json::Value, Failure> {
            match name {
                $($(stringify!($name) => {
                    let request = serde_json::from_value(request).map_err(Failure::unreadable)?;
                    serde_json::to_value($name(desk, request)?).map_err(Failure::unreadable)
                })*)*
                _ => Err(Failure::refused(format!("There is no command “{name}”"))),
            }
        }
    };
}

with_commands!(expand);
