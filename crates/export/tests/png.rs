//! The map as a picture: size, limits, and the very pixels of a small one. `MAP_REFERENCES=1` renews the references.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fall over")]
#![allow(dead_code, reason = "the common module serves other tests too")]

mod common;

use common::company::{by_span, company, drawn};
use domain::Lang;
use domain::scene::Lens;
use export::map_png::{largest_scale, scale_for_longest};
use export::map_svg::{sheet_size, write_map_svg};
use export::{ExportError, write_map_png};
use std::path::Path;

/// Width, height and RGBA of a PNG.
fn pixels(bytes: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut out = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut out).unwrap();
    assert_eq!(info.color_type, png::ColorType::Rgba);
    (info.width, info.height, out)
}

#[test]
fn a_small_map_looks_as_it_did() {
    let snapshot = common::sample();
    let (scene, title) = drawn(&snapshot, "A02", Lens::Attitude, Lang::ZhCn);
    let bytes = write_map_png(&scene, &title, 1.0).unwrap();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/references/A02-attitude.png");
    if std::env::var_os("MAP_REFERENCES").is_some() {
        std::fs::write(&file, &bytes).unwrap();
    }
    let (own, known) = (pixels(&bytes), pixels(&std::fs::read(file).unwrap()));
    assert_eq!((own.0, own.1), (known.0, known.1));
    // Faces are smoothed a little differently by every processor; a mark that is missing is another matter.
    let other = |pair: &(&[u8], &[u8])| pair.0.iter().zip(pair.1).any(|(a, b)| a.abs_diff(*b) > 24);
    let differ = own.2.chunks(4).zip(known.2.chunks(4)).filter(other).count();
    assert!(differ * 2_000 < own.2.len() / 4, "{differ} of {} pixels differ", own.2.len() / 4);
}

#[test]
fn the_scale_is_pixels_per_unit() {
    let snapshot = common::sample();
    let (scene, title) = drawn(&snapshot, "A01", Lens::Structure, Lang::En);
    let (w, h) = sheet_size(&scene, &title);
    for scale in [0.5, 1.0, 2.0] {
        let (wide, high, all) = pixels(&write_map_png(&scene, &title, scale).unwrap());
        assert!((wide as f32 - w * scale).abs() <= 1.0 && (high as f32 - h * scale).abs() <= 1.0, "{wide} × {high}");
        assert!(all.chunks(4).any(|one| one != &all[..4]), "something is drawn");
    }
    let scale = scale_for_longest(&scene, &title, 3_000.0);
    let (wide, high, _) = pixels(&write_map_png(&scene, &title, scale).unwrap());
    assert!((2_999..=3_001).contains(&wide.max(high)));
}

#[test]
fn too_large_a_picture_is_refused_with_the_scale_that_would_do() {
    let snapshot = company(1_000, by_span(7), |number| format!("样例{number}"));
    let (scene, title) = drawn(&snapshot, "G01", Lens::Attitude, Lang::ZhCn);
    let Err(ExportError::TooLarge { largest, .. }) = write_map_png(&scene, &title, 4.0) else {
        panic!("four pixels per unit are too many")
    };
    let (w, h) = sheet_size(&scene, &title);
    let largest: f32 = largest.parse().unwrap();
    assert!(largest > 0.0 && w * largest <= 16_384.0 && h * largest <= 16_384.0);
    assert_eq!(largest, largest_scale(&scene, &title));
    for scale in [0.0, -1.0, f32::NAN, f32::INFINITY] {
        assert!(matches!(write_map_png(&scene, &title, scale), Err(ExportError::Scale)));
    }
}

#[test]
fn svg_says_edition_day_and_legend() {
    let snapshot = common::sample();
    let (scene, mut title) = drawn(&snapshot, "A01", Lens::Attitude, Lang::ZhCn);
    let svg = write_map_svg(&scene, &title);
    for words in [&title.edition, &title.as_of, &title.subtitle] {
        assert!(svg.contains(words.as_str()), "{words}");
    }
    for entry in &scene.legend {
        assert!(svg.contains(&format!("{} {}", entry.label, entry.count)));
    }
    title.edition = "投屏版".into();
    let svg = write_map_svg(&scene, &title);
    assert!(svg.contains("投屏版") && !svg.contains("内部"), "the word of the edition is the caller's");
}
