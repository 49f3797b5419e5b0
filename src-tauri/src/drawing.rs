//! How the pages of the windows are drawn.

/// Has the pages drawn by the processor alone where the computer has no graphics card, because WebKitGTK would have a card
/// imitated: a change on the screen then takes up to eight times as long. Whoever set the variable has chosen already.
/// To be called before the first window, whose processes inherit it.
#[cfg(target_os = "linux")]
pub fn suit_computer() {
    if !has_card() {
        // A system that refuses a variable draws as it would have without.
        let _ = webkit2gtk::glib::setenv("WEBKIT_DISABLE_DMABUF_RENDERER", "1", false);
    }
}

/// Tells whether the system offers a graphics card to draw with.
#[cfg(target_os = "linux")]
fn has_card() -> bool {
    let mut offered = std::fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    offered.any(|device| device.file_name().to_string_lossy().starts_with("renderD"))
}

/// Does nothing: the web views of other systems choose by themselves.
#[cfg(not(target_os = "linux"))]
pub fn suit_computer() {}
