//! The Tauri adapter: each command of the list, a few lines each, and nothing decided here.

use desk::failure::Failure;
use desk::wire::everything::*;
use serde::Serialize;
use tauri::State;
use tauri::ipc::Response;

use crate::desk_thread::{DeskGone, DeskThread};
use crate::told::Told;

impl From<DeskGone> for Failure {
    fn from(gone: DeskGone) -> Self {
        Self::refused(gone.to_string())
    }
}

/// Returns an answer as it travels to a page that holds what was told under the number `held`.
fn travelling(
    told: &Told,
    response: &str,
    answer: &impl Serialize,
    held: Option<u32>,
) -> Result<Response, Failure> {
    let unwritable =
        |error: serde_json::Error| Failure::refused(format!("The answer cannot be written ({error})"));
    let answer = serde_json::to_string(answer).map_err(unwritable)?;
    Ok(Response::new(told.in_parts(response, answer, held).map_err(unwritable)?))
}

macro_rules! adapt {
    ($($noun:ident { $($name:ident: $right:ident, $request:ident => $response:ident;)* })*) => {
        $($(
            #[tauri::command]
            pub async fn $name(
                desk: State<'_, DeskThread>,
                told: State<'_, Told>,
                request: $request,
                held: Option<u32>,
            ) -> Result<Response, Failure> {
                let work = move |desk: &mut desk::desk::Desk| desk::commands::$name(desk, request);
                let answer: $response = desk.ask(stringify!($name), work).await??;
                travelling(&told, stringify!($response), &answer, held)
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
