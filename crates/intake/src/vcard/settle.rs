//! A card whose lines are all there, made the cells of a row. Owns: which of several values stays, where a value goes by its
//! kind and label, and that what does not stay is counted.

use std::collections::BTreeMap;

use super::birth;
use super::card::{Card, Value};
use super::column::{self, WIDTH, heading, leave_out};
use super::name::is_address;
use super::photo::Photos;
use super::relation::{Relation, is_link, is_superior};
use crate::people::PeopleField::{self, *};
use crate::people::ProblemCode;
use crate::{CardPhoto, Cards, Fault};

type Lists = BTreeMap<PeopleField, Vec<String>>;

impl Card {
    /// The cells of the card, its faults and what is beside them.
    pub fn cells(
        mut self,
        row: u32,
        photos: &mut Photos<'_>,
        faults: &mut Vec<Fault>,
        cards: &mut Cards,
    ) -> Vec<String> {
        let mut cells = vec![String::new(); WIDTH];
        let mut put = |field: PeopleField, text: String| {
            if let Some(cell) = column::at(field).and_then(|at| cells.get_mut(at)) {
                *cell = text;
            }
        };
        let lists = self.lists(&mut cards.left_out);
        let company = lists.get(&Company).and_then(|one| one.first()).map(String::as_str);
        let found = std::mem::take(&mut self.names).cells(company);
        found.unused.iter().for_each(|one| leave_out(&mut cards.left_out, one));
        self.nobody |= found.of_company;
        for (field, text) in lists.into_iter().map(|(field, list)| (field, list.join("\n"))).chain(found.cells) {
            put(field, text);
        }
        let mut fault =
            |column: Option<usize>, code: ProblemCode| faults.push(Fault { row, column, code, value: None });
        match self.photo.map(|one| one.and_then(|bytes| photos.kept(&bytes))) {
            None => {}
            Some(Ok(None)) => leave_out(&mut cards.left_out, "PHOTO"),
            Some(Ok(Some(jpeg))) => {
                put(Photo, "JPEG".into());
                cards.photos.push(CardPhoto { row, jpeg });
            }
            Some(Err(code)) => fault(column::at(Photo), code),
        }
        if self.nobody {
            fault(None, ProblemCode::CardOfNobody);
        }
        if self.broken {
            fault(None, ProblemCode::CardLineUnreadable);
        }
        cells
    }

    /// The values of each column, the main one first.
    fn lists(&mut self, left_out: &mut BTreeMap<String, u32>) -> Lists {
        let mut values: Vec<(PeopleField, Value)> = std::mem::take(&mut self.values);
        values.sort_by_key(|one| !one.1.preferred);
        let mut lists = Lists::new();
        for (field, value) in values {
            let field = match self.place_of(field, &value) {
                Ok(field) => field,
                Err(name) => {
                    leave_out(left_out, name);
                    continue;
                }
            };
            let text = if field.takes_several() { value.text.replace('\n', " ") } else { value.text };
            let list = lists.entry(field).or_default();
            if list.is_empty() || field.takes_several() || field == Note {
                list.push(text);
            } else if !list.contains(&text) {
                // One post, one birthday: a card that names several means the first.
                leave_out(left_out, heading(field));
            }
        }
        if let Some(role) = self.role.take() {
            let titles = lists.entry(Title).or_default();
            if titles.is_empty() {
                titles.push(role);
            } else if !titles.contains(&role) {
                leave_out(left_out, "ROLE");
            }
        }
        if let Some((label, _)) = self.label.take() {
            lists.entry(WorkAddress).or_insert_with(|| vec![label.replace('\n', " ")]);
        }
        lists
    }

    /// The column of a value by its kind and label; `Err`: under which name it is counted instead.
    fn place_of(&self, field: PeopleField, value: &Value) -> Result<PeopleField, &'static str> {
        let label = value.group.as_ref().and_then(|one| self.labels.get(one)).map_or("", String::as_str);
        let labelled = |words: &[&str]| words.iter().any(|one| label.contains(one));
        if let Some(relation) = value.relation {
            let taken = match relation {
                Relation::AppleDay => birth::is_lunar_birthday(label),
                _ => !is_link(&value.text) && (is_superior(label) || value.types.iter().any(|one| is_superior(one))),
            };
            return if taken { Ok(field) } else { Err(relation.property()) };
        }
        match field {
            Phone
                if value.is(&["FAX", "PAGER", "MODEM", "BBS", "TEXTPHONE"]) || labelled(&["FAX", "PAGER", "传真"]) =>
            {
                Err("TEL FAX")
            }
            // Somebody else answers there.
            Phone
                if value.is(&["ASSISTANT", "X-ASSISTANT"])
                    || labelled(&["ASSISTANTPHONE", "<ASSISTANT>", "助理", "秘书"]) =>
            {
                Err("TEL ASSISTANT")
            }
            Phone
                if value.is(&["CELL", "MOBILE", "IPHONE"])
                    || labelled(&["MOBILE", "IPHONE", "CELL", "手机", "移动"]) =>
            {
                Ok(Mobile)
            }
            // Where somebody lives is no business of ours.
            WorkAddress if value.is(&["HOME"]) || labelled(&["HOME", "家", "住宅"]) => Err("ADR HOME"),
            Email if !is_address(&value.text) && value.is(&["X400", "TLX"]) => Err("EMAIL X400"),
            other => Ok(other),
        }
    }
}
