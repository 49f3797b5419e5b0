//! Part 1 of the minutes, for publication.

use domain::ids::MeetingId;
use domain::publishing::Leak;

wire! {
    /// Asks what keeps the minutes from being published.
    pub struct OfPublication {
        /// The meeting.
        pub meeting: MeetingId,
        /// The paragraph of Schedule 12A under which something is left out, 1 to 7.
        pub paragraph: u8,
    }

    /// What keeps the minutes from being published.
    pub struct PublicationCheck {
        /// What is never published; none lets the paper be made.
        pub refused: Vec<LeakRow>,
        /// What may be a name or a common word: a person looks at each.
        pub doubtful: Vec<LeakRow>,
        /// The statement that the paper makes of what it leaves out.
        pub statement: String,
    }

    /// Something that a paper says of a person.
    pub struct LeakRow {
        /// What and where.
        pub leak: Leak,
        /// What it is, in words.
        pub what_words: String,
    }

    /// Asks for Part 1 of the minutes.
    pub struct PublishMinutes {
        /// The meeting.
        pub meeting: MeetingId,
        /// The paragraph of Schedule 12A under which something is left out, 1 to 7.
        pub paragraph: u8,
        /// What a person looked at and found to be no name of anybody concerned.
        pub confirmed: Vec<Leak>,
        /// Where to save it; absent to lay it in the private folder for viewing.
        pub save_as: Option<String>,
        /// Whether characters that no bundled face has may print as boxes: who asks was told which they are.
        pub boxes_agreed: bool,
    }
}
