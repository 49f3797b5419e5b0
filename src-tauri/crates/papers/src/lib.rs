//! Papers as PDF: a model is laid out, drawn and finished into bytes, with no file, no clock and no network.

pub mod model;
