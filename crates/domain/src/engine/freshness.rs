//! How old knowledge may be (B.4.7).
