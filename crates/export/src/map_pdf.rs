//! The map as one PDF page with real text. Owns: the choice of sheet. Deliberately absent: the drawing itself, which is
//! the SVG's, so that paper and file never differ.

use crate::map_svg::{MapTitle, sheet_size, write_map_svg};
use crate::{ExportError, compile_pdf};
use domain::scene::Scene;

/// Points per CSS pixel at natural size.
const NATURAL: f32 = 0.75;
/// Below this a 12-px word is smaller than 6 pt: too small to read on paper.
const LEGIBLE: f32 = 0.5;
const MARGIN: f32 = 14.0;
const A4: (f32, f32) = (841.89, 595.28);
const A3: (f32, f32) = (1190.55, 841.89);
/// No reader is bound to open a larger page.
const LARGEST: f32 = 14_400.0;

/// Page width and height and the scale of the drawing, in points and points per pixel.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Sheet {
    w: f32,
    h: f32,
    scale: f32,
}

/// A4 landscape if the words stay legible, else A3, else a page of its own size; nothing is ever cropped.
fn sheet(w: f32, h: f32) -> Sheet {
    for (page_w, page_h) in [A4, A3] {
        let scale = ((page_w - 2.0 * MARGIN) / w).min((page_h - 2.0 * MARGIN) / h).min(NATURAL);
        if scale >= LEGIBLE {
            return Sheet { w: page_w, h: page_h, scale };
        }
    }
    let scale = LEGIBLE.min((LARGEST - 2.0 * MARGIN) / w.max(h));
    Sheet { w: w * scale + 2.0 * MARGIN, h: h * scale + 2.0 * MARGIN, scale }
}

/// Writes the drawing as a PDF of one page.
///
/// # Errors
/// [`ExportError::Typeset`] when the typesetter refuses the drawing, [`ExportError::Encode`] for the page's values.
pub fn write_map_pdf(scene: &Scene, title: &MapTitle) -> Result<Vec<u8>, ExportError> {
    let (w, h) = sheet_size(scene, title);
    let sheet = sheet(w, h);
    let values = serde_json::json!({
        "title": title.title,
        "lang": title.lang.split('-').next().unwrap_or_default(),
        "w": sheet.w, "h": sheet.h, "width": w * sheet.scale, "margin": MARGIN,
    });
    let values = serde_json::to_vec(&values).map_err(|fault| ExportError::Encode(fault.to_string()))?;
    let files = [("map.svg", write_map_svg(scene, title).into_bytes()), ("map.json", values)];
    compile_pdf(PAGE, &files)
}

/// The page: words come from the values, never from the source.
const PAGE: &str = r##"
#let v = json("map.json")
#set document(title: v.title, date: none)
#set text(lang: v.lang, font: "Noto Sans CJK SC")
#set page(width: v.w * 1pt, height: v.h * 1pt, margin: 0pt, fill: rgb("#F8F7F4"))
#place(center + top, dy: v.margin * 1pt, image("map.svg", width: v.width * 1pt, alt: v.title))
"##;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_grows_with_the_map_and_never_crops() {
        assert_eq!(sheet(1_000.0, 600.0), Sheet { w: A4.0, h: A4.1, scale: NATURAL });
        assert_eq!(sheet(2_000.0, 1_200.0).w, A3.0);
        for (w, h) in [(300.0, 200.0), (1_500.0, 1_100.0), (9_000.0, 700.0), (60_000.0, 40_000.0)] {
            let page = sheet(w, h);
            assert!(w * page.scale <= page.w && h * page.scale <= page.h, "{page:?}");
            assert!(page.w <= LARGEST && page.h <= LARGEST);
        }
        assert_eq!(sheet(9_000.0, 700.0).scale, LEGIBLE);
    }
}
