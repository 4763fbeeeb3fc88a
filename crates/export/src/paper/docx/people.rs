//! People on paper: portraits, profiles, cards, plates, boards. Deliberately absent: photographs without consent.

use docx_rs::{AlignmentType, Pic, Run as DocxRun};

use super::blocks::EMU;
use super::pen::{Look, Pen, twips};
use super::{CINNABAR, Piece, QUIET, blocks, table};
use crate::paper::block::Frame;
use crate::paper::{Block, Bullet, Card, CardList, Face, Plate, Portrait, Profile, Style, Text};

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

/// Pieces beside a photo box of this width in millimetres. A paper without any photograph has no boxes; in one with them
/// everybody has one, so that the words stand in one line.
fn beside_box(
    pen: &mut Pen,
    face: &Face,
    name: &Text,
    wide: f32,
    say: impl FnOnce(&mut Pen, &mut Vec<Piece>),
) -> Vec<Piece> {
    let mut pieces = Vec::new();
    if pen.paper.pictures.0.is_empty() {
        say(pen, &mut pieces);
        return pieces;
    }
    let (box_width, gap) = (twips(wide).unsigned_abs(), twips(4.0).unsigned_abs());
    let all = pen.width;
    pen.width = all.saturating_sub(box_width + gap);
    say(pen, &mut pieces);
    let said_width = std::mem::replace(&mut pen.width, all);
    vec![table::columns(vec![(box_width + gap, vec![photo_box(pen, face, name, wide)]), (said_width, pieces)])]
}

/// The photograph, or a box of the same size with the surname.
fn photo_box(pen: &mut Pen, face: &Face, name: &Text, wide: f32) -> Piece {
    if let Some(jpeg) = pen.paper.pictures.of(face) {
        pen.pictures.push(name.words());
        let size = |millimetres: f32| (millimetres * EMU) as u32;
        let pic = Pic::new_with_dimensions(jpeg.0.clone(), 1, 1)
            .id(pen.picture_id())
            .size(size(wide), size(wide * 4.0 / 3.0));
        let line = pen.spaced(Look { after: 0, ..Look::default() }).add_run(DocxRun::new().add_image(pic));
        return Piece::Line(Box::new(line));
    }
    let look =
        Look { serif: true, color: QUIET, align: AlignmentType::Center, after: 0, ..pen.look((wide * 1.8) as usize) };
    let sign = if face.initials.is_empty() { "？" } else { &face.initials };
    table::frame(pen.text(&Text::of(sign), look), twips(wide).unsigned_abs(), twips(wide * 4.0 / 3.0).unsigned_abs())
}

fn portrait(pen: &mut Pen, one: &Portrait, out: &mut Vec<Piece>) {
    let made = beside_box(pen, &one.face, &one.name, 21.0, |pen, out| sitter(pen, one, out));
    out.extend(made);
}

fn sitter(pen: &mut Pen, one: &Portrait, out: &mut Vec<Piece>) {
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
    let made = beside_box(pen, &one.face, &one.name, 24.0, |pen, out| {
        heading(pen, one.number, &one.name, &one.second, out);
        out.extend(pen.text(&one.posts, pen.look(pen.sizes.body)));
        out.extend(pen.text(&one.address, pen.note()));
    });
    out.extend(made);
    if let Some(facts) = &one.facts {
        if !pen.paper.pictures.0.is_empty() {
            // Two tables without a line between them are read as one.
            blocks::gap(pen, out);
        }
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
    let made = beside_box(pen, &one.face, &one.name, 23.0, |pen, out| {
        heading(pen, one.number, &one.name, &one.second, out);
        out.extend(pen.text(&one.reading, pen.note()));
        out.extend(pen.text(&one.post, pen.look(pen.sizes.table)));
    });
    out.extend(made);
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
