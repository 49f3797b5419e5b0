//! The tables of the record: one file each, with its row, its reading and its writing.
//!
//! Lists that belong to one record only and are never asked for by themselves (key issues, aliases, notes) are JSON text
//! in a column: a child table would bring nothing but joins. The people of a case or referral are child rows, because
//! people are looked up the other way round too.

mod action;
mod action_template;
mod action_update;
mod agency;
mod agency_check;
mod area;
mod attendance;
mod case;
mod case_link;
mod case_move;
mod decision;
mod demand_count;
mod disclosure;
mod disposal;
mod draft;
mod episode;
mod forum_link;
mod heading_map;
mod import_row;
mod issue;
mod issued_copy;
mod item;
mod key_point;
mod light_setting;
mod matrix_version;
mod meeting;
mod minutes_revision;
mod officer;
mod order;
mod order_breach;
mod order_event;
mod order_offer;
mod order_review;
mod order_type;
mod referral;
mod retention_choice;
mod room_state;
mod score;
mod settings;
mod subject;
mod user;
mod written_update;

pub use draft::Draft;
pub use import_row::ImportKey;
pub use user::User;
