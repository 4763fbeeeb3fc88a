//! Tables: hairlines only, heads that repeat, rows that stay whole. Deliberately absent: what stands in them.

use docx_rs::{
    BorderType, HeightRule, LineSpacing, LineSpacingType, Shading, ShdType, Table as Grid, TableCell, TableCellBorder,
    TableCellBorderPosition, TableCellBorders, TableLayoutType, TableRow, VAlignType, WidthType,
};

use super::pen::{Look, Pen, twips};
use super::{CINNABAR, HAIR, INK, Piece, WASH, finish};
use crate::paper::block::Frame;
use crate::paper::{Density, Pair, Table, Text, Width};
use docx_rs::AlignmentType;

/// A rule at one edge of a cell: where, colour, width in eighths of a point.
pub(super) type Edge = (TableCellBorderPosition, &'static str, usize);

/// A cell with rules at the named edges alone.
pub(super) fn cell(pieces: Vec<Piece>, width: u32, edges: &[Edge]) -> TableCell {
    let rule = |(position, color, size): &Edge| {
        TableCellBorder::new(position.clone()).border_type(BorderType::Single).size(*size).color(*color)
    };
    let borders = edges.iter().fold(TableCellBorders::with_empty(), |all, edge| all.set(rule(edge)));
    let cell = TableCell::new().width(width as usize, WidthType::Dxa).set_borders(borders);
    let open = pieces.last().is_none_or(|one| matches!(one, Piece::Grid(_)));
    let filled = pieces.into_iter().fold(cell, |cell, piece| match piece {
        Piece::Line(one) => cell.add_paragraph(*one),
        Piece::Grid(one) => cell.add_table(*one),
    });
    if open { filled.add_paragraph(last()) } else { filled }
}

/// A cell must end in a paragraph, or the next one is read as part of it. Behind a table it takes no room.
fn last() -> docx_rs::Paragraph {
    let flat = LineSpacing::new().line_rule(LineSpacingType::Exact).line(20).before(0).after(0);
    docx_rs::Paragraph::new().id("00000000").line_spacing(flat)
}

/// A grid of rows over the given widths, without rules of its own.
pub(super) fn grid(rows: Vec<TableRow>, widths: &[u32]) -> Piece {
    let all: u32 = widths.iter().sum();
    let grid = Grid::without_borders(rows)
        .set_grid(widths.iter().map(|one| *one as usize).collect())
        .width(all as usize, WidthType::Dxa)
        .layout(TableLayoutType::Fixed);
    Piece::Grid(Box::new(grid))
}

/// Widths of columns over `room`.
fn widths(table: &Table, room: u32) -> Vec<u32> {
    // Columns are measured for A4 and scale with the page.
    let unit = room as f32 / twips(170.0) as f32;
    let fixed = |one: &Width| if let Width::Mm(mm) = one { twips(*mm) as f32 * unit } else { 0.0 };
    let taken: f32 = table.columns.iter().map(|one| fixed(&one.width)).sum();
    let share = |one: &Width| if let Width::Share(share) = one { *share } else { 0.0 };
    let shares: f32 = table.columns.iter().map(|one| share(&one.width)).sum();
    let left = (room as f32 - taken).max(0.0);
    let wide = |one: &Width| if share(one) > 0.0 { left * share(one) / shares } else { fixed(one) };
    table.columns.iter().map(|one| wide(&one.width).round().max(200.0) as u32).collect()
}

pub(super) fn table(pen: &mut Pen, table: &Table, room: u32) -> Piece {
    use TableCellBorderPosition::{Bottom, Top};
    let widths = widths(table, room);
    let size = match table.density {
        Density::Loose => pen.sizes.table + 1,
        Density::Normal => pen.sizes.table,
        Density::Tight => pen.sizes.table - 2,
    };
    let mut rows = Vec::new();
    if table.columns.iter().any(|one| !one.head.is_empty()) {
        let heads: Vec<&Text> = table.columns.iter().map(|one| &one.head).collect();
        let look = Look { size: pen.sizes.note, ..pen.note() };
        let cells = row_cells(pen, table, &heads, &widths, look, &[(Top, INK, 6), (Bottom, INK, 3)]);
        rows.push(finish::head_row(TableRow::new(cells).cant_split()));
    }
    let last = table.rows.len().saturating_sub(1);
    for (at, row) in table.rows.iter().enumerate() {
        let edge = if at == last { (Bottom, INK, 4) } else { (Bottom, HAIR, 3) };
        let look = Look { strong: table.total && at == last, ..pen.look(size) };
        let cells = row_cells(pen, table, &row.iter().collect::<Vec<_>>(), &widths, look, &[edge]);
        rows.push(TableRow::new(cells).cant_split());
    }
    grid(rows, &widths)
}

fn row_cells(
    pen: &mut Pen,
    table: &Table,
    row: &[&Text],
    widths: &[u32],
    look: Look,
    edges: &[Edge],
) -> Vec<TableCell> {
    let mut cells = Vec::new();
    for ((text, width), column) in row.iter().zip(widths).zip(&table.columns) {
        let align = if column.right { AlignmentType::Right } else { AlignmentType::Left };
        let pieces = pen.text(text, Look { align, ..look });
        cells.push(cell(pieces, *width, edges));
    }
    cells
}

/// Labels and values.
pub(super) fn pairs(pen: &mut Pen, rows: &[Pair], room: u32) -> Piece {
    let widths = [room * 24 / 100, room - room * 24 / 100];
    let last = rows.len().saturating_sub(1);
    let mut out = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let edges: &[Edge] = if at == last { &[] } else { &[(TableCellBorderPosition::Bottom, HAIR, 3)] };
        let label = pen.text(&row.label, pen.note());
        let value = pen.text(&row.value, pen.look(pen.sizes.table));
        out.push(TableRow::new(vec![cell(label, widths[0], edges), cell(value, widths[1], edges)]).cant_split());
    }
    grid(out, &widths)
}

/// Texts side by side in rows, without a head.
pub(super) fn plain_rows(pen: &mut Pen, rows: Vec<Vec<(&Text, Look)>>, shares: &[u32]) -> Piece {
    let all: u32 = shares.iter().sum();
    let widths: Vec<u32> = shares.iter().map(|one| pen.width * one / all).collect();
    let mut out = Vec::new();
    for row in rows {
        let mut cells = Vec::new();
        for ((text, look), width) in row.into_iter().zip(&widths) {
            let pieces = pen.text(text, look);
            cells.push(cell(pieces, *width, &[(TableCellBorderPosition::Bottom, HAIR, 3)]));
        }
        out.push(TableRow::new(cells).cant_split());
    }
    grid(out, &widths)
}

/// Pieces set apart.
pub(super) fn panel(frame: Frame, pieces: Vec<Piece>, room: u32) -> Piece {
    use TableCellBorderPosition::{Bottom, Left, Right, Top};
    let edges: &[Edge] = match frame {
        Frame::Wash => &[],
        Frame::Bar => &[(Left, CINNABAR, 18)],
        Frame::Box => &[(Top, INK, 4), (Bottom, INK, 4), (Left, INK, 4), (Right, INK, 4)],
        Frame::Rules => &[(Top, HAIR, 4), (Bottom, HAIR, 4)],
        Frame::Top => &[(Top, CINNABAR, 8)],
    };
    let one = cell(pieces, room, edges).vertical_align(VAlignType::Top);
    let one = match frame {
        Frame::Wash => one.shading(Shading::new().shd_type(ShdType::Clear).color("auto").fill(WASH)),
        _ => one,
    };
    grid(vec![TableRow::new(vec![one]).cant_split()], &[room])
}

/// An empty frame of a size with words in its middle, in twentieths of a point.
pub(super) fn frame(pieces: Vec<Piece>, width: u32, height: u32) -> Piece {
    use TableCellBorderPosition::{Bottom, Left, Right, Top};
    let edges = [Top, Bottom, Left, Right].map(|edge| (edge, HAIR, 4));
    let one = cell(pieces, width, &edges).vertical_align(VAlignType::Center);
    let one = one.shading(Shading::new().shd_type(ShdType::Clear).color("auto").fill(WASH));
    let row = TableRow::new(vec![one]).row_height(height as f32).height_rule(HeightRule::Exact);
    grid(vec![row.cant_split()], &[width])
}

/// Pieces side by side.
pub(super) fn columns(parts: Vec<(u32, Vec<Piece>)>) -> Piece {
    let widths: Vec<u32> = parts.iter().map(|(width, _)| *width).collect();
    let cells = parts.into_iter().map(|(width, pieces)| cell(pieces, width, &[])).collect();
    grid(vec![TableRow::new(cells)], &widths)
}
