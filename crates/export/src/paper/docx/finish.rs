//! What the document library has no words for: heads that repeat, the language of the text, what a picture shows, the title.
//!
//! The parts are XML as the library wrote them; each change replaces an element it always writes alike, and a test reads
//! the result back. Deliberately absent: anything that could be asked of the library.

use std::io::{Cursor, Read, Write};

use docx_rs::{Docx, TableRow};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::ExportError;
use crate::paper::Paper;
use domain::{Code, Lang};

/// Stands in a row's properties where the repeated head belongs; no row of ours has a height of nought.
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
    named(file.into_inner()).map_err(|fault| ExportError::Package(fault.to_string()))
}

/// The library calls every picture PNG; photographs are not, and some readers trust the name.
fn named(bytes: Vec<u8>) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut old = ZipArchive::new(Cursor::new(bytes))?;
    let mut photos = Vec::new();
    for at in 0..old.len() {
        let mut entry = old.by_index(at)?;
        let mut start = [0; 2];
        let name = entry.name().strip_prefix("word/media/").and_then(|one| one.strip_suffix(".png")).map(str::to_owned);
        photos.extend(name.filter(|_| entry.read_exact(&mut start).is_ok() && start == [0xFF, 0xD8]));
    }
    if photos.is_empty() {
        return Ok(old.into_inner().into_inner());
    }
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let mut entry = old.by_index(at)?;
        let name = entry.name().to_owned();
        let photo = photos.iter().find(|one| name == format!("word/media/{one}.png"));
        if let Some(photo) = photo {
            new.raw_copy_file_rename(entry, format!("word/media/{photo}.jpeg"))?;
        } else if name == "word/_rels/document.xml.rels" {
            let mut text = String::new();
            entry.read_to_string(&mut text)?;
            let text = photos
                .iter()
                .fold(text, |text, one| text.replace(&format!("media/{one}.png\""), &format!("media/{one}.jpeg\"")));
            new.start_file(name, SimpleFileOptions::default())?;
            new.write_all(text.as_bytes())?;
        } else {
            new.raw_copy_file(entry)?;
        }
    }
    Ok(new.finish()?.into_inner())
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
