//! The Tauri adapter: each command of the list, three lines each, and nothing decided here.

use desk::failure::Failure;
use desk::wire::everything::*;
use tauri::State;

use crate::desk_thread::{DeskGone, DeskThread};

impl From<DeskGone> for Failure {
    fn from(gone: DeskGone) -> Self {
        Self::refused(gone.to_string())
    }
}

macro_rules! adapt {
    ($($noun:ident { $($name:ident: $right:ident, $request:ident => $response:ident;)* })*) => {
        $($(
            #[tauri::command]
            pub async fn $name(desk: State<'_, DeskThread>, request: $request) -> Result<$response, Failure> {
                desk.ask(stringify!($name), move |desk| desk::commands::$name(desk, request)).await?
            }
        )*)*

        /// Joins every command of the list, and those about windows, to the application.
        pub fn join(builder: tauri::Builder<tauri::Wry>) -> tauri::Builder<tauri::Wry> {
            builder.invoke_handler(tauri::generate_handler![
                $($($name,)*)*
                crate::window_commands::screens,
                crate::window_commands::open_projector,
                crate::window_commands::close_projector,
                crate::window_commands::open_paper,
                crate::window_commands::call_off,
                crate::window_commands::copy_privately,
                crate::window_commands::hold_closing,
                crate::window_commands::close_console,
            ])
        }
    };
}

desk::with_commands!(adapt);
