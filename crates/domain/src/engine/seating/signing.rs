//! Signing (C.4.6): the signers at a table face the audience, each side's people stand behind from the centre outward.

use super::lay::{AISLE, GAP, Queue, Roll, Room, rows_back};
use super::{Facing, FurnitureKind, Hand, Honour, Occupant, SeatRole, SeatSide, SeatingAsk};
use crate::engine::Reason;

/// Most people of one side in a standing row.
const ROW: usize = 8;

/// Who signs for a side: whoever is marked, else the first.
fn with_signer_first(people: &[Occupant]) -> Vec<Occupant> {
    let mut people = people.to_vec();
    people.sort_by_key(|one| one.role != SeatRole::Signer);
    people
}

/// Guest at the host's right: the page's left. The same for every convention.
pub(super) fn signing(ask: &SeatingAsk, roll: &Roll) -> Room {
    let mut room = Room { foot: Some(FurnitureKind::Audience), ..Room::default() };
    let sides = [
        (
            SeatSide::Guest,
            "guest",
            Queue::Guests,
            &roll.guests,
            Queue::GuestInterpreters,
            &roll.guest_interpreters,
            Queue::GuestAides,
            &roll.guest_aides,
        ),
        (
            SeatSide::Ours,
            "ours",
            Queue::Ours,
            &roll.ours,
            Queue::OurInterpreters,
            &roll.our_interpreters,
            Queue::OurAides,
            &roll.our_aides,
        ),
    ];
    let (w, h) = (ask.chair.w, ask.chair.h);
    for (side, name, queue, people, interpreter_queue, interpreters, aide_queue, aides) in sides {
        let page = if side == SeatSide::Guest { -1.0 } else { 1.0 };
        let people = with_signer_first(people);
        let standing = |k: usize| {
            let (row, k) = (k / ROW, k % ROW);
            (page * (AISLE + w / 2.0 + k as f32 * (w + GAP)), -rows_back(row + 1, h))
        };
        let seat = page * (w * 0.5 + AISLE * 2.0);
        if !people.is_empty() {
            room.put(format!("sign:{name}"), queue, Facing::Down, (seat, 0.0));
        }
        let behind = people.len().saturating_sub(1);
        for k in 0..behind {
            room.put(format!("{name}_behind:{}", k + 1), queue, Facing::Down, standing(k));
        }
        for (k, _) in aides.iter().enumerate() {
            // Assistants at the outer side of their signer.
            room.put(
                format!("{name}_assist:{}", k + 1),
                aide_queue,
                Facing::Down,
                (seat + page * (k + 1) as f32 * (w + GAP), 0.0),
            );
        }
        for (k, _) in interpreters.iter().enumerate() {
            room.put(
                format!("{name}_behind:{}", behind + k + 1),
                interpreter_queue,
                Facing::Down,
                standing(behind + k),
            );
        }
        room.wait(queue, &people);
        room.wait(aide_queue, aides);
        room.wait(interpreter_queue, interpreters);
    }
    room.stand(
        FurnitureKind::SigningTable,
        Some("label-signing-table"),
        (0.0, h / 2.0 + AISLE + 5.0),
        (w * 3.0 + AISLE * 4.0, 10.0),
    );
    room.honour = Some(Honour { hand: Hand::Right, first: "sign:ours".into(), second: "sign:guest".into() });
    room.rule.push(Reason::new("rule-signing"));
    room.rule.push(Reason::new("rule-signing-behind"));
    room.rule.push(Reason::new("rule-confirm"));
    room
}
