//! People on paper: portraits, profiles, cards, plates, boards. Deliberately absent: photographs without consent.

use docx_rs::AlignmentType;

use super::pen::{Look, Pen};
use super::{CINNABAR, Piece, QUIET, blocks, table};
use crate::paper::block::Frame;
use crate::paper::{Block, Bullet, Card, CardList, Plate, Portrait, Profile, Style, Text};

/// Lines for notes under a profile.
const JOT_LINES: u32 = 3;

pub(super) fn block(pen: &mut Pen, block: &Block, out: &mut Vec<Piece>) {
    match block {
        Block::Portrait(one) => portrait(pen, one, out),
        Block::Profile(one) => profile(pen, one, out),
        Block::Card(one) => card(pen, one, out),
        Block::Roster { rows } => roster(pen, rows, out),
        Block::Plate(one) => plate(pen, one, out),
        Block::Board { greeting, whom, under } => board(pen, [greeting, whom, under], out),
        Block::Signed { name, post } => {
            let look = Look { align: AlignmentType::Right, ..pen.look(pen.sizes.body) };
            out.extend(pen.text(name, look));
            out.extend(pen.text(post, Look { color: QUIET, ..look }));
        }
        _ => {}
    }
}

fn portrait(pen: &mut Pen, one: &Portrait, out: &mut Vec<Piece>) {
    out.extend(pen.text(&one.name, Look { serif: true, strong: true, ..pen.look(pen.sizes.h2 + 6) }));
    out.extend(pen.text(&one.post, pen.look(pen.sizes.body)));
    out.extend(pen.text(&one.note, pen.note()));
}

/// Number, name and the name in the other script, in one heading that stays with what follows.
fn heading(pen: &mut Pen, number: u32, name: &Text, second: &Text, out: &mut Vec<Piece>) {
    let head = Text::styled(format!("{number}  "), Style::SERIF_OPEN).join(name.clone()).and("  ", Style::PLAIN);
    let head = head.join(second.clone());
    let look = Look { serif: true, strong: true, after: 20, ..pen.look(pen.sizes.h2 + 4) };
    for line in pen.lines(&head, look) {
        out.push(Piece::Line(Box::new(line.style("Heading2").keep_next(true))));
    }
}

fn profile(pen: &mut Pen, one: &Profile, out: &mut Vec<Piece>) {
    heading(pen, one.number, &one.name, &one.second, out);
    out.extend(pen.text(&one.posts, pen.look(pen.sizes.body)));
    out.extend(pen.text(&one.address, pen.note()));
    if let Some(facts) = &one.facts {
        let room = pen.width;
        let made = table::table(pen, facts, room);
        out.push(made);
        blocks::gap(pen, out);
    }
    blocks::blocks(pen, &one.more, out);
    if one.strip.is_empty() {
        out.extend(pen.text(&one.no_strip, pen.note()));
    } else {
        let room = pen.width;
        let inner = table::pairs(pen, &one.strip, room.saturating_sub(220));
        out.push(table::panel(Frame::Wash, vec![inner], room));
    }
    if !one.jot.is_empty() {
        blocks::ruled(pen, &one.jot, JOT_LINES, out);
    }
    blocks::gap(pen, out);
}

fn card(pen: &mut Pen, one: &Card, out: &mut Vec<Piece>) {
    heading(pen, one.number, &one.name, &one.second, out);
    out.extend(pen.text(&one.reading, pen.note()));
    out.extend(pen.text(&one.post, pen.look(pen.sizes.table)));
    let address = one.address.label.clone().and("  ", Style::PLAIN).join(one.address.value.clone());
    out.extend(pen.text(&address, pen.look(pen.sizes.table)));
    out.extend(pen.text(&one.note, pen.note()));
    for list in &one.lists {
        card_list(pen, list, out);
    }
}

fn card_list(pen: &mut Pen, list: &CardList, out: &mut Vec<Piece>) {
    out.extend(pen.text(&list.label, Look { color: CINNABAR, strong: true, after: 20, ..pen.look(pen.sizes.note) }));
    for (at, item) in list.items.iter().enumerate() {
        let sign = match list.bullet {
            Bullet::Dash => "— ".to_owned(),
            Bullet::Cross => "× ".to_owned(),
            Bullet::Number => format!("{} ", at + 1),
        };
        out.extend(pen.text(&Text::styled(sign, Style::OPEN).join(item.clone()), pen.look(pen.sizes.body)));
    }
}

fn roster(pen: &mut Pen, rows: &[[Text; 4]], out: &mut Vec<Piece>) {
    let look = pen.look(pen.sizes.table - 1);
    let made = rows.iter().map(|row| row.iter().map(|one| (one, look)).collect()).collect();
    let made = table::plain_rows(pen, made, &[8, 24, 42, 26]);
    out.push(made);
    blocks::gap(pen, out);
}

/// Both faces one under the other: a word processor cannot turn one round, so the sheet is cut instead of folded.
fn plate(pen: &mut Pen, one: &Plate, out: &mut Vec<Piece>) {
    for _ in 0..2 {
        let look = Look { serif: true, strong: true, align: AlignmentType::Center, after: 200, ..pen.look(120) };
        out.extend(pen.text(&one.name, look));
        out.extend(pen.text(&one.post, Look { align: AlignmentType::Center, after: 1_600, ..pen.look(36) }));
    }
    out.extend(pen.text(&one.foot, pen.note()));
    out.push(pen.page_break());
}

fn board(pen: &mut Pen, [greeting, whom, under]: [&Text; 3], out: &mut Vec<Piece>) {
    let look = Look { serif: true, strong: true, align: AlignmentType::Center, after: 400, ..pen.look(pen.sizes.h1) };
    out.extend(pen.text(greeting, look));
    out.extend(pen.text(whom, Look { size: pen.sizes.display, ..look }));
    out.extend(pen.text(under, Look { size: pen.sizes.lead, strong: false, ..look }));
}
