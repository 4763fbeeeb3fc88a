//! What the document library has no words for: heads that repeat, the language of the text, what a picture shows, the title.
//!
//! The parts are XML as the library wrote them; each change replaces an element it always writes alike, and a test reads
//! the result back. Deliberately absent: anything that could be asked of the library.

use std::io::Cursor;

use docx_rs::{Docx, TableRow};

use crate::ExportError;
use crate::paper::Paper;
use domain::{Code, Lang};

/// Stands in a row's properties where the repeated head belongs; no row of ours has a height.
const HEAD_ROW: &str = r#"<w:trHeight w:val="0" w:hRule="atLeast" />"#;

/// Marks a row as the head that repeats on every page.
pub(super) fn head_row(row: TableRow) -> TableRow {
    row.row_height(0.0)
}

/// Puts the file together.
pub(super) fn pack(docx: Docx, paper: &Paper, pictures: &[String]) -> Result<Vec<u8>, ExportError> {
    let mut parts = docx.created_at(&moment(paper)).updated_at(&moment(paper)).build();
    parts.document = document(&parts.document, pictures);
    parts.styles =
        replaced(&parts.styles, "</w:rPr></w:rPrDefault>", &format!("{}</w:rPr></w:rPrDefault>", language(paper)));
    let title = format!("<dc:title>{}</dc:title></cp:coreProperties>", escaped(&paper.title.words()));
    parts.doc_props.core = replaced(&parts.doc_props.core, "</cp:coreProperties>", &title);
    parts.doc_props.core = replaced(&parts.doc_props.core, "unknown", &escaped(&paper.furniture.company.words()));
    let mut file = Cursor::new(Vec::new());
    parts.pack(&mut file).map_err(|fault| ExportError::Package(fault.to_string()))?;
    Ok(file.into_inner())
}

/// The day of the records: the same paper is the same file.
fn moment(paper: &Paper) -> String {
    let day = paper.furniture.as_of.get(..10).unwrap_or("1970-01-01");
    format!("{day}T00:00:00Z")
}

fn language(paper: &Paper) -> String {
    let latin = if paper.tongue.first == Lang::En { "en-GB" } else { "en-US" };
    format!(r#"<w:lang w:val="{latin}" w:eastAsia="{}" />"#, Lang::ZhCn.code())
}

fn document(xml: &[u8], pictures: &[String]) -> Vec<u8> {
    let text = String::from_utf8_lossy(xml).replace(HEAD_ROW, "<w:tblHeader />");
    let mut parts = text.split(r#"<wp:docPr id="1" name="Figure" />"#);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (at, part) in parts.enumerate() {
        let alt = escaped(pictures.get(at).map_or("", String::as_str));
        out.push_str(&format!(r#"<wp:docPr id="{}" name="{}" descr="{alt}" />"#, at + 1, at + 1));
        out.push_str(part);
    }
    out.into_bytes()
}

fn replaced(xml: &[u8], from: &str, to: &str) -> Vec<u8> {
    String::from_utf8_lossy(xml).replace(from, to).into_bytes()
}

fn escaped(text: &str) -> String {
    quick_xml::escape::escape(text).into_owned()
}
