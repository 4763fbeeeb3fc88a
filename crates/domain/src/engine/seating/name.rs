//! Names of places in words, from their codes. Deliberately absent: the words themselves (catalogue `seating`).

use crate::scene::Wording;

/// The name of a place: `far:3` is `远门一侧第3位`, `RR` is `后排右座`.
pub fn place_text(place: &str, wording: &dyn Wording) -> String {
    let Some((area, at)) = place.split_once(':') else { return car_place(place, wording) };
    if at == "T" {
        return wording.text("seating-place-interpreter", &[]);
    }
    if let Some(table) = area.strip_prefix("table") {
        let chair = at.parse::<u32>().map_or(0, |at| at + 1);
        return wording.text("seating-place-table", &[("table", table.to_owned()), ("number", chair.to_string())]);
    }
    let number = [("number", at.to_owned())];
    match area {
        "sign" => wording.text("seating-place-sign", &[]),
        _ if area.ends_with("behind") => wording.text("seating-place-behind", &number),
        _ if area.ends_with("_assist") => wording.text("seating-place-assist", &[]),
        _ => match area.strip_prefix("row") {
            Some(row) => wording.text("seating-place-row", &[("row", row.to_owned()), ("number", at.to_owned())]),
            None => wording.text(&format!("seating-place-{area}"), &number),
        },
    }
}

fn car_place(place: &str, wording: &dyn Wording) -> String {
    let row: String = place.chars().filter(char::is_ascii_digit).collect();
    if row.is_empty() {
        return wording.text(&format!("seating-place-{place}"), &[]);
    }
    let side = if place.starts_with('L') { "left" } else { "right" };
    let aisle = if place.ends_with('a') { "-aisle" } else { "" };
    wording.text(&format!("seating-place-bus-{side}{aisle}"), &[("row", row)])
}
