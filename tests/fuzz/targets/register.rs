//! Any bytes as a register: a workbook, a text with any separator, or nothing of the kind.
#![no_main]

use domain::import::{Hub, Mapping, SheetKind, read_actions, read_agencies, read_register};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for kind in [SheetKind::Register, SheetKind::Agencies, SheetKind::Actions] {
        let Ok(sheet) = exchange::read_bytes(bytes, kind, &Mapping::default()) else { continue };
        let _ = match kind {
            SheetKind::Register => read_register(&sheet, &Mapping::default(), &Hub::default()).is_ok(),
            SheetKind::Agencies => read_agencies(&sheet, &Mapping::default()).is_ok(),
            SheetKind::Actions => read_actions(&sheet, &Mapping::default(), &Hub::default()).is_ok(),
        };
    }
});
