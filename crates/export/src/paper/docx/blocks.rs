//! Every block of a paper as paragraphs and tables. Deliberately absent: people (see `people`).

use docx_rs::{AlignmentType, Pic, Run as DocxRun};

use super::pen::{Look, Pen};
use super::{CINNABAR, HAIR, INK, Piece, people, table};
use crate::paper::picture::has_size;
use crate::paper::text::words_of;
use crate::paper::{
    Block, Bullet, DayLine, DayStrip, Drawing, Gauge, Head, QuestionLine, Rank, Seating, Shape, Speech, Style, Text,
};

/// Lines to write on where the paper leaves what remains of the page.
const WRITING_LINES: u32 = 6;
/// English Metric Units in a millimetre.
pub(super) const EMU: f32 = 36_000.0;

pub(super) fn blocks(pen: &mut Pen, all: &[Block], out: &mut Vec<Piece>) {
    let mut cards = 0;
    for block in all {
        if matches!(block, Block::Card(_)) {
            if cards > 0 {
                out.push(pen.page_break());
            }
            cards += 1;
        }
        block_of(pen, block, out);
    }
}

fn block_of(pen: &mut Pen, block: &Block, out: &mut Vec<Piece>) {
    let room = pen.width;
    match block {
        Block::Text { rank, text } => ranked(pen, *rank, text, out),
        Block::Pairs { rows } => grid(pen, table::pairs, rows, room, out),
        Block::Table(one) => {
            let made = table::table(pen, one, room);
            out.push(made);
            gap(pen, out);
        }
        Block::List { bullet, items } => list(pen, *bullet, items, out),
        Block::Panel { frame, blocks: inner } => {
            let pieces = narrower(pen, room, inner);
            out.push(table::panel(*frame, pieces, room));
            gap(pen, out);
        }
        Block::Captioned { label, blocks: inner } => {
            out.extend(pen.text(label, pen.note()));
            blocks(pen, inner, out);
        }
        Block::Columns { columns } => {
            let all: f32 = columns.iter().map(|one| one.share).sum();
            let mut parts = Vec::new();
            for one in columns {
                let width = (room as f32 * one.share / all) as u32;
                parts.push((width, narrower(pen, width, &one.blocks)));
            }
            out.push(table::columns(parts));
            gap(pen, out);
        }
        Block::Gauge(one) => gauge(pen, one, out),
        Block::Questions { rows } => questions(pen, rows, true, out),
        Block::Missing { label, rows } => {
            out.extend(pen.text(label, Look { color: CINNABAR, strong: true, ..pen.note() }));
            questions(pen, rows, false, out);
        }
        Block::DayStrip(one) => day_strip(pen, one, out),
        Block::Day { label, lines } => day(pen, label, lines, out),
        Block::Seating(one) => seating(pen, one, out),
        Block::Drawing { drawing } => picture(pen, drawing, out),
        Block::Speech(one) => speech(pen, one, out),
        Block::Ruled { label, lines } => ruled(pen, label, lines.unwrap_or(WRITING_LINES), out),
        Block::Contents => contents(pen, out),
        Block::Portrait(_)
        | Block::Profile(_)
        | Block::Card(_)
        | Block::Roster { .. }
        | Block::Plate(_)
        | Block::Board { .. }
        | Block::Signed { .. } => people::block(pen, block, out),
        Block::Seal { .. } | Block::Stroke => {}
        Block::Rule => out.push(rule(pen)),
        Block::Space { .. } => gap(pen, out),
        Block::NewPage => out.push(pen.page_break()),
    }
}

/// Blocks in less room than the page has.
pub(super) fn narrower(pen: &mut Pen, room: u32, inner: &[Block]) -> Vec<Piece> {
    let before = std::mem::replace(&mut pen.width, room.saturating_sub(220));
    let mut pieces = Vec::new();
    blocks(pen, inner, &mut pieces);
    pen.width = before;
    pieces
}

fn grid<T: ?Sized>(pen: &mut Pen, make: fn(&mut Pen, &T, u32) -> Piece, rows: &T, room: u32, out: &mut Vec<Piece>) {
    let made = make(pen, rows, room);
    out.push(made);
    gap(pen, out);
}

/// Two tables in a row would grow together: a small empty line keeps them apart.
pub(super) fn gap(pen: &mut Pen, out: &mut Vec<Piece>) {
    let line = pen.spaced(Look { after: 80, ..Look::default() });
    let look = Look { size: 8, ..Look::default() };
    out.push(Piece::Line(Box::new(line.add_run(pen.words("", look)))));
}

fn ranked(pen: &mut Pen, rank: Rank, text: &Text, out: &mut Vec<Piece>) {
    let sizes = pen.sizes;
    let look = match rank {
        Rank::Display => Look { serif: true, strong: true, after: 120, ..pen.look(sizes.display) },
        Rank::Sub => Look { serif: true, strong: true, after: 60, ..pen.look(sizes.h2) },
        Rank::Lead => Look { after: 80, ..pen.look(sizes.lead) },
        Rank::Body => Look { after: 80, ..pen.look(sizes.body) },
        Rank::Note => pen.note(),
    };
    for line in pen.lines(text, look) {
        let line = if rank == Rank::Sub { line.style("Heading2").keep_next(true) } else { line };
        out.push(Piece::Line(Box::new(line)));
    }
}

fn list(pen: &mut Pen, bullet: Bullet, items: &[Text], out: &mut Vec<Piece>) {
    let look = pen.look(pen.sizes.body);
    for (at, item) in items.iter().enumerate() {
        let sign = match bullet {
            Bullet::Dash => "— ".to_owned(),
            Bullet::Cross => "× ".to_owned(),
            Bullet::Number => format!("{} ", at + 1),
        };
        let sign = Text::styled(sign, Style { serif: bullet == Bullet::Number, ..Style::OPEN });
        out.extend(pen.text(&sign.join(item.clone()), look));
    }
}

fn gauge(pen: &mut Pen, one: &Gauge, out: &mut Vec<Piece>) {
    let number = Text::styled(one.value.to_string(), Style::SERIF).and("  ", Style::PLAIN).join(one.beside.clone());
    out.extend(pen.text(&number, Look { after: 20, ..pen.look(pen.sizes.lead) }));
    out.extend(pen.text(&one.under, pen.note()));
}

fn questions(pen: &mut Pen, rows: &[QuestionLine], answer: bool, out: &mut Vec<Piece>) {
    for row in rows {
        let number = Text::styled(format!("{}  ", row.number), Style::SERIF_OPEN);
        let look = Look { serif: answer, strong: answer, after: 20, ..pen.look(pen.sizes.body + 1) };
        for line in pen.lines(&number.join(row.question.clone()), look) {
            out.push(Piece::Line(Box::new(line.keep_next(true))));
        }
        out.extend(pen.text(&row.about, pen.note()));
        if answer {
            let look = pen.micro();
            let line = pen.spaced(Look { after: 120, ..look });
            let line = line.add_run(pen.words(&pen.marks.answer, look));
            out.push(Piece::Line(Box::new(super::pen::rule_under(line, HAIR, 4))));
        }
    }
}

fn clock(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn day_strip(pen: &mut Pen, strip: &DayStrip, out: &mut Vec<Piece>) {
    for item in &strip.items {
        let style = if item.strong { Style::STRONG } else { Style::PLAIN };
        let time = Text::styled(format!("{}–{}  ", clock(item.from), clock(item.to)), style);
        out.extend(pen.text(&time.join(item.label.clone()), pen.look(pen.sizes.table)));
    }
}

fn day(pen: &mut Pen, label: &Text, lines: &[DayLine], out: &mut Vec<Piece>) {
    out.extend(pen.text(label, Look { strong: true, ..pen.look(pen.sizes.h2) }));
    let size = pen.sizes.table;
    let look = |line: &DayLine| Look { strong: line.own, ..Look { size, ..Look::default() } };
    let rows = lines.iter().map(|one| vec![(&one.time, look(one)), (&one.what, look(one)), (&one.place, look(one))]);
    let made = table::plain_rows(pen, rows.collect(), &[18, 50, 32]);
    out.push(made);
    gap(pen, out);
}

fn seating(pen: &mut Pen, one: &Seating, out: &mut Vec<Piece>) {
    ranked(pen, Rank::Sub, &one.title, out);
    picture(pen, &one.drawing, out);
    for row in &one.rows {
        out.extend(pen.text(row, pen.look(pen.sizes.table)));
    }
    out.extend(pen.text(&one.rule, pen.note()));
}

/// A drawing as a picture with words for those who cannot see it.
fn picture(pen: &mut Pen, drawing: &Drawing, out: &mut Vec<Piece>) {
    let painted = if has_size(drawing) { pen.painted.next() } else { None };
    let Some(png) = painted else { return };
    pen.pictures.push(drawing.alt.clone());
    let labels = labels(drawing);
    let room = pen.width as f32 / 56.692_9;
    let scale = (room / drawing.w).min(1.0);
    let size = |millimetres: f32| (millimetres * scale * EMU) as u32;
    let pic = Pic::new_with_dimensions(png, 1, 1).id(pen.picture_id());
    let pic = pic.size(size(drawing.w), size(drawing.h));
    let line = pen.spaced(Look { after: 60, ..Look::default() });
    out.push(Piece::Line(Box::new(line.add_run(DocxRun::new().add_image(pic)))));
    // Words in a picture cannot be searched, corrected or read aloud.
    out.extend(pen.text(&labels, pen.note()));
}

/// What stands in a drawing as one line of text, place by place.
fn labels(drawing: &Drawing) -> Text {
    let mut all = Text::default();
    for shape in &drawing.shapes {
        let Shape::Label { text, .. } = shape else { continue };
        let lines = text.lines.iter().flat_map(|line| [words_of(&line.runs), words_of(&line.second)]);
        let words = lines.filter(|one| !one.is_empty()).collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            all = if all.is_empty() { Text::of(words) } else { all.dot().and(words, Style::PLAIN) };
        }
    }
    all.alone()
}

fn speech(pen: &mut Pen, one: &Speech, out: &mut Vec<Piece>) {
    out.extend(pen.text(&one.speaker, Look { strong: true, ..pen.look(pen.sizes.body) }));
    out.extend(pen.text(&one.place, pen.note()));
    out.extend(pen.text(&one.words, Look { serif: true, after: 120, ..pen.look(pen.sizes.lead) }));
}

pub(super) fn ruled(pen: &mut Pen, label: &Text, lines: u32, out: &mut Vec<Piece>) {
    out.extend(pen.text(label, pen.micro()));
    for _ in 0..lines {
        out.push(pen.writing_line());
    }
    gap(pen, out);
}

fn contents(pen: &mut Pen, out: &mut Vec<Piece>) {
    let heading = Text::of(pen.marks.contents.clone());
    ranked(pen, Rank::Sub, &heading, out);
    let listed = pen.paper.sections.iter().filter(|one| !one.number.is_empty() && one.head != Head::Cover);
    let titles: Vec<Text> = listed
        .map(|one| Text::styled(format!("{}  ", one.number), Style::SERIF_OPEN).join(one.title.clone()))
        .collect();
    for title in titles {
        out.extend(pen.text(&title, pen.look(pen.sizes.body)));
    }
}

fn rule(pen: &mut Pen) -> Piece {
    let line = pen.spaced(Look { align: AlignmentType::Left, after: 80, ..Look::default() });
    Piece::Line(Box::new(super::pen::rule_under(line, INK, 2)))
}
