//! A sheet of labelled lines in parts: a certificate of disposal, everything held on one person.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Marking;

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// The hub's name.
    pub hub: String,
    /// The marking of every page.
    pub marking: Marking,
    /// Its title, such as `Certificate of disposal 3`.
    pub title: String,
    /// The line under the title.
    pub subtitle: String,
    /// The day it is made.
    pub date: NaiveDate,
    /// What it says before its parts, a paragraph each.
    pub opening: Vec<String>,
    /// What stands over the labels and over the texts of its parts; absent for `What` and `Held`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub columns: Option<[String; 2]>,
    /// Its parts.
    pub parts: Vec<SheetPart>,
    /// What it says after them, a paragraph each.
    pub closing: Vec<String>,
    /// Labels with a line to write on: signature, date; none prints none.
    #[serde(default)]
    pub signed: Vec<String>,
}

/// A part of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetPart {
    /// Its heading.
    pub heading: String,
    /// Its lines.
    pub lines: Vec<SheetLine>,
}

/// A labelled line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetLine {
    /// What it is.
    pub label: String,
    /// What it says.
    pub text: String,
    /// A remark under the text; empty prints none.
    #[serde(default)]
    pub remark: String,
}
