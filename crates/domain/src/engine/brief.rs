//! The content of a briefing (part C): sections as data, no wording of documents.
