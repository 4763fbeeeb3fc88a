//! The ledger of expectations (B.4.12) and of first contact: what was promised and how it went, what came in and who holds
//! it, when somebody is to be met next.
//!
//! Deliberately absent: warnings (`warnings`), the list of findings (`findings`), and any change of a record.

mod contact;
mod incoming;
mod promise;
#[cfg(test)]
mod tests;
mod waiting;

pub use contact::{Exchange, ExchangeMeeting, ExchangeWay, NextTouch, executive_exchange, next_touches};
pub use incoming::{Clocked, ContactStep, complaint_clock, promise_clock, request_clock};
pub use promise::{
    Judged, PromiseBuffer, PromiseOutcome, PromiseStanding, conflicts, entitled, judge, least_buffer, may_countersign,
    standing,
};
pub use waiting::{Waiting, waiting_by_person};
