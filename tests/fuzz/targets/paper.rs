//! Any text as a paper's model, drawn where it is one.
#![no_main]

use std::ops::ControlFlow;

use libfuzzer_sys::fuzz_target;
use papers::PaperFile;
use papers::style::Style;

fuzz_target!(|text: &str| {
    if let Ok(file) = PaperFile::read(text) {
        let _ = papers::make(&file.paper, &Style::default(), &mut |_| ControlFlow::Continue(()));
    }
});
