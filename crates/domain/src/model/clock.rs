//! A time of day on the visit's own clock. Deliberately absent: time zones and moments.

use std::fmt;
use std::str::FromStr;

/// Minutes after midnight, 00:00 to 23:59; written `HH:MM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "bindings", ts(type = "string"), schemars(with = "String"))]
pub struct Clock(u16);

/// The text is not a time of day as `HH:MM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoClock;

impl fmt::Display for NoClock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a time of day")
    }
}

impl Clock {
    /// The time so many hours and minutes after midnight.
    pub fn new(hour: u16, minute: u16) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self(hour * 60 + minute))
    }
    /// Minutes after midnight.
    pub fn minutes(self) -> u16 {
        self.0
    }
    /// This much later on the same day; the last minute of the day when that is tomorrow.
    pub fn later(self, minutes: u16) -> Self {
        Self(self.0.saturating_add(minutes).min(24 * 60 - 1))
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for Clock {
    type Err = NoClock;
    fn from_str(text: &str) -> Result<Self, NoClock> {
        let (hour, minute) = text.split_once(':').ok_or(NoClock)?;
        let number = |part: &str| match part.len() {
            2 if part.bytes().all(|one| one.is_ascii_digit()) => part.parse().map_err(|_| NoClock),
            _ => Err(NoClock),
        };
        Self::new(number(hour)?, number(minute)?).ok_or(NoClock)
    }
}

impl TryFrom<String> for Clock {
    type Error = NoClock;
    fn try_from(text: String) -> Result<Self, NoClock> {
        text.parse()
    }
}

impl From<Clock> for String {
    fn from(clock: Clock) -> Self {
        clock.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_with_two_digits_each() {
        let clock: Clock = "09:05".parse().unwrap();
        assert_eq!((clock.minutes(), clock.to_string()), (545, "09:05".into()));
        assert_eq!("23:59".parse::<Clock>().unwrap().later(5).to_string(), "23:59");
        for wrong in ["9:05", "24:00", "12:60", "12-30", "1230", "+1:00", "", "12:3a", "012:00"] {
            assert_eq!(wrong.parse::<Clock>(), Err(NoClock), "{wrong}");
        }
    }
}
