//! Files in and out: the rows of spreadsheets and of pasted text, without asking what they mean.

mod archive;
mod claims;
mod delimited;
mod error;
mod signature;
mod source;
mod text;
mod workbook;

pub use error::{MOST_MEGABYTES, ReadError};
pub use source::{read_bytes, read_file, read_pasted};
