//! The journal of typed text that nothing typed is lost.

use domain::moment::Moment;

wire! {
    /// Asks to keep a text as typed so far.
    pub struct SaveDraft {
        /// Where it is typed, such as `room/<item>/key_points`.
        pub key: String,
        /// The text; empty to forget it.
        pub text: String,
    }

    /// Asks for kept texts, or to forget them.
    pub struct DraftsUnder {
        /// The beginning of their keys.
        pub prefix: String,
    }

    /// Kept texts.
    pub struct DraftsView {
        /// By key.
        pub drafts: Vec<DraftLine>,
    }

    /// A kept text.
    pub struct DraftLine {
        /// Where it was typed.
        pub key: String,
        /// The text.
        pub text: String,
        /// When it was kept.
        pub at: Moment,
    }
}
