//! Documents about the program itself, which a council asks for.

wire! {
    /// A document about the program.
    #[derive(Copy)]
    pub enum Document {
        /// The template of a data protection impact assessment, filled in as far as the program decides the answers.
        ImpactAssessment,
        /// What is protected from whom, and what cannot be promised.
        Security,
    }

    /// Asks to save a document.
    pub struct SaveDocument {
        /// Which.
        pub document: Document,
        /// Where to.
        pub save_as: String,
    }

    /// A document that was saved.
    pub struct DocumentSaved {
        /// Where it lies.
        pub path: String,
    }
}
