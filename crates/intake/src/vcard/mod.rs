//! Business cards (vCard 2.1, 3.0, 4.0) as phones and mail programs write them, read into a sheet with one card in each
//! row and columns that are certain.
//!
//! Owns: which lines belong to which card, and the way in. Deliberately absent: addresses of homes, relatives,
//! certificates: counted, not taken. Written here because no library of ours to take reads what real programs
//! write: encodings unnamed, pictures over bare lines, cards inside cards, ends forgotten.

mod birth;
mod card;
mod column;
mod messenger;
mod name;
mod photo;
mod place;
mod property;
mod relation;
mod settle;

use encoding_rs::{Encoding, UTF_8};

pub(crate) use column::heading;

use crate::line::Lines;
use crate::read::{encoding, sum::Collect};
use crate::{Cards, IntakeError, Limits, Row, Sheet, Table};
use card::Card;
use photo::Photos;
use property::{Next, Property, next};

/// Unnamed text looked at to guess its encoding.
const SAMPLE: usize = 64 * 1024;
/// Cards one may stand in another.
const DEEPEST: u32 = 1_000;

/// Reads all cards; what is broken in one costs only itself.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Table, IntakeError> {
    let wide = encoding::wide(bytes).map(|one| one.decode(bytes).0.into_owned().into_bytes());
    let bytes = wide.as_deref().unwrap_or(bytes);
    let most = usize::try_from(limits.photo_bytes).unwrap_or(usize::MAX).saturating_add(1).saturating_mul(4) / 3;
    let mut reading = Reading {
        guess: guess(bytes, most),
        collect: Collect::new(limits),
        photos: Photos::new(limits),
        open: None,
        nested: 0,
        agent: false,
        seen: 0,
        sheet: Sheet { fields: column::fields(), ..Sheet::default() },
        cards: Cards::default(),
    };
    reading.collect.sheet()?;
    let mut lines = Lines::of(bytes);
    while let Some(one) = next(&mut lines, most) {
        match one {
            Next::Property(one) => reading.take(one)?,
            Next::Loose(line) => reading.loose(&line),
        }
    }
    reading.close()?;
    if reading.sheet.rows.is_empty() {
        return Err(IntakeError::Empty);
    }
    Ok(Table { sheets: vec![reading.sheet], encoding: None, cards: Some(reading.cards) })
}

/// The encoding of all text that names none: one program wrote the file, so it is the one other text names.
fn guess(bytes: &[u8], most: usize) -> &'static Encoding {
    let (mut lines, mut unnamed) = (Lines::of(bytes), Vec::new());
    while let Some(one) = next(&mut lines, most) {
        let Next::Property(one) = one else { continue };
        if let Some(said) = one.charset().filter(|said| *said != UTF_8) {
            return said;
        }
        if let Some(text) = one.unnamed() {
            unnamed.extend_from_slice(&text);
            unnamed.push(b'\n');
        }
        if unnamed.len() > SAMPLE {
            break;
        }
    }
    if unnamed.is_empty() { UTF_8 } else { encoding::guess(&unnamed) }
}

struct Reading<'a> {
    guess: &'static Encoding,
    collect: Collect<'a>,
    photos: Photos<'a>,
    open: Option<Card>,
    /// How deep we are in cards that stand in a card.
    nested: u32,
    /// The line before says that a card follows inside.
    agent: bool,
    seen: u32,
    sheet: Sheet,
    cards: Cards,
}

impl Reading<'_> {
    fn take(&mut self, property: Property<'_>) -> Result<(), IntakeError> {
        let announced = std::mem::take(&mut self.agent);
        // A picture of megabytes is not looked at for that.
        let says_card = matches!(property.name(), "BEGIN" | "END") && property.says("VCARD");
        match property.name() {
            "BEGIN" if says_card && self.open.is_some() && announced => self.nested = (self.nested + 1).min(DEEPEST),
            "BEGIN" if says_card => {
                // A card that never ended: what it says still stands.
                self.close()?;
                self.seen = self.seen.saturating_add(1);
                self.open = Some(Card::default());
            }
            "END" if says_card && self.nested > 0 => self.nested -= 1,
            "END" if says_card => self.close()?,
            "AGENT" => {
                let inside = property.text(UTF_8);
                self.agent = inside.is_empty();
                self.nested += u32::from(inside.eq_ignore_ascii_case("BEGIN:VCARD") && self.nested < DEEPEST);
                column::leave_out(&mut self.cards.left_out, "AGENT");
            }
            _ if self.nested > 0 => {}
            _ => {
                if let Some(card) = &mut self.open {
                    card.take(property, self.guess, &mut self.cards.left_out);
                }
            }
        }
        Ok(())
    }

    fn loose(&mut self, line: &[u8]) {
        if let Some(card) = self.open.as_mut().filter(|_| self.nested == 0 && !line.trim_ascii().is_empty()) {
            card.loose(line, self.guess);
        }
    }

    fn close(&mut self) -> Result<(), IntakeError> {
        self.nested = 0;
        let Some(card) = self.open.take() else { return Ok(()) };
        let number = self.seen;
        let cells = card.cells(number, &mut self.photos, &mut self.sheet.faults, &mut self.cards);
        if cells.iter().all(String::is_empty) {
            column::leave_out(&mut self.cards.left_out, "VCARD");
            return Ok(());
        }
        for (at, cell) in (0..).zip(&cells) {
            self.collect.cell()?;
            self.collect.used(number, at, cell)?;
        }
        self.sheet.rows.push(Row { number, cells });
        Ok(())
    }
}
