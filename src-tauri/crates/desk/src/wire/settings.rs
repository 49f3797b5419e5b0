//! Settings, areas and what stands behind them.

use domain::agency::{Agency, Area, Officer};
use domain::order::OrderType;
use domain::settings::Settings;

use super::backups::BackupMade;

wire! {
    /// The settings with what their screen tells beside them.
    pub struct SettingsView {
        /// The settings.
        pub settings: Settings,
        /// What a new hub of this name begins with, so that the screen labels what is still a default.
        pub defaults: Settings,
        /// The areas.
        pub areas: Vec<Area>,
        /// Where the bank holidays come from.
        pub holidays_source: String,
        /// The last year whose bank holidays are known.
        pub holidays_last_year: i32,
        /// The folder that holds the data.
        pub folder: String,
        /// The backups, newest first.
        pub backups: Vec<BackupMade>,
    }

    /// Asks to change the settings.
    pub struct AmendSettings {
        /// All settings, changed or not; `sample` is kept as it is.
        pub settings: Settings,
    }

    /// Asks for a new area.
    pub struct AddArea {
        /// Its name.
        pub name: String,
    }

    /// What pickers choose from.
    pub struct Directory {
        /// The agencies that take part, by name.
        pub agencies: Vec<Agency>,
        /// Their people, by name.
        pub officers: Vec<Officer>,
        /// The areas, by name.
        pub areas: Vec<Area>,
        /// The types of orders and interventions that hold today, by name.
        pub order_types: Vec<OrderType>,
        /// Other forums that are offered: name and what it stands for.
        pub forums: Vec<(String, String)>,
    }
}
