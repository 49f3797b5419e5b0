//! Search over everything.

wire! {
    /// Asks for whatever holds a text.
    pub struct Search {
        /// The text.
        pub text: String,
    }

    /// What was found.
    pub struct SearchView {
        /// The hits, the best first, at most 30.
        pub hits: Vec<SearchHit>,
    }

    /// One hit.
    pub struct SearchHit {
        /// What it is: `case`, `person`, `action`, `meeting`, `referral`, `agency`.
        pub kind: String,
        /// What the list shows first.
        pub title: String,
        /// What the list shows beside it.
        pub detail: String,
        /// The screen's address, such as `/cases/DEMO.45`.
        pub address: String,
    }
}
