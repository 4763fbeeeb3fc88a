//! The map as a picture: the page of the PDF in pixels. Owns: how large a picture may be. Deliberately absent: the
//! drawing itself, which is the SVG's.

use crate::ExportError;
use crate::map_svg::{MapTitle, sheet_size, write_map_svg};
use crate::world::compile_png;
use domain::scene::Scene;

/// Longest side in pixels; common programs open no more.
const SIDE: f32 = 16_384.0;
/// Pixels of a picture; four bytes each, and encoding holds them twice.
const AREA: f32 = 160_000_000.0;
/// Points per CSS pixel.
const POINT: f32 = 0.75;

/// The largest scale, in pixels per world unit, a picture of this scene may have; rounded down to hundredths.
pub fn largest_scale(scene: &Scene, title: &MapTitle) -> f32 {
    let (w, h) = sheet_size(scene, title);
    // A page is a whole number of pixels, rounded up.
    let by_side = (SIDE - 1.0) / w.max(h);
    let by_area = (AREA / (w * h)).sqrt() * 0.999;
    (by_side.min(by_area) * 100.0).floor() / 100.0
}

/// The scale at which the longest side has `pixels`.
pub fn scale_for_longest(scene: &Scene, title: &MapTitle, pixels: f32) -> f32 {
    let (w, h) = sheet_size(scene, title);
    pixels / w.max(h)
}

/// Writes the drawing as PNG with `scale` pixels per world unit (1: as on a plain screen at 100 %).
///
/// # Errors
/// [`ExportError::Scale`] for a scale that is no number above 0, [`ExportError::TooLarge`] with the largest scale that
/// is possible, [`ExportError::Typeset`] or [`ExportError::Picture`] when the drawing cannot be made.
pub fn write_map_png(scene: &Scene, title: &MapTitle, scale: f32) -> Result<Vec<u8>, ExportError> {
    if !scale.is_finite() || scale <= 0.0 {
        return Err(ExportError::Scale);
    }
    let (w, h) = sheet_size(scene, title);
    let (wide, high) = ((w * scale).ceil(), (h * scale).ceil());
    if wide.max(high) > SIDE || wide * high > AREA {
        let largest = format!("{:.2}", largest_scale(scene, title));
        return Err(ExportError::TooLarge { width: wide as u64, height: high as u64, largest });
    }
    let values = serde_json::json!({
        "lang": title.lang.split('-').next().unwrap_or_default(),
        "w": w * POINT, "h": h * POINT,
    });
    let values = serde_json::to_vec(&values).map_err(|fault| ExportError::Encode(fault.to_string()))?;
    let files = [("map.svg", write_map_svg(scene, title).into_bytes()), ("map.json", values)];
    compile_png(PAGE, &files, scale / POINT)
}

/// The sheet without paper around it.
const PAGE: &str = r##"
#let v = json("map.json")
#set text(lang: v.lang, font: "Noto Sans CJK SC")
#set page(width: v.w * 1pt, height: v.h * 1pt, margin: 0pt, fill: rgb("#F8F7F4"))
#place(left + top, image("map.svg", width: v.w * 1pt))
"##;
