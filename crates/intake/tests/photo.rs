//! Pictures of persons through the real child: hostile ones are told apart in time, good ones come out upright, small and bare.
#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod support;

use std::time::Instant;

use domain::{DataClass, Jpeg, PHOTO_SIZE, Person, Photo, Picture, Snapshot};
use image::{ImageFormat, Rgba, RgbaImage};
use intake::interchange::{read as read_interchange, write};
use intake::{Crop, IntakeError, JsonFault, Limits, Sight, cut_photo, look_at_photo};
use support::child;
use support::drawing::*;

fn look(name: &str, bytes: &[u8]) -> Result<Sight, IntakeError> {
    let start = Instant::now();
    let result = look_at_photo(&child(), name, bytes, &Limits::default());
    assert!(start.elapsed() < support::AT_MOST, "took {:?}", start.elapsed());
    result
}

fn cut(sight: &Sight, crop: Crop) -> Result<Jpeg, IntakeError> {
    cut_photo(&child(), sight, crop, &Limits::default())
}

#[test]
fn what_is_no_picture_is_told_apart() {
    let good = jpeg(&quarters(300, 400));
    assert_eq!(look("a.jpg", b""), Err(IntakeError::PhotoEmpty));
    let svg = b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>";
    assert_eq!(look("a.jpg", svg), Err(IntakeError::PhotoNotAPicture));
    assert_eq!(look("a.svg", svg), Err(IntakeError::PhotoNotAPicture));
    assert_eq!(look("a.jpg", b"GIF89a"), Err(IntakeError::PhotoNotAPicture));
    assert_eq!(look("a.heic", b"\0\0\0\x18ftypheic"), Err(IntakeError::PhotoNotAPicture));
    for name in ["a.png", "a.svg", "a.jpg.exe", "a.webp"] {
        assert_eq!(look(name, &good), Err(IntakeError::PhotoNameDiffers), "{name}");
    }
    for name in ["a.jpg", "A.JPEG", "样例一.JPG", "no ending"] {
        assert!(look(name, &good).is_ok(), "{name}");
    }
}

#[test]
fn half_a_picture_is_damaged() {
    let drawn = quarters(300, 400);
    let (jpg, png) = (jpeg(&drawn), encoded(drawn.clone(), ImageFormat::Png));
    let webp = encoded(drawn, ImageFormat::WebP);
    for part in [3, 20, jpg.len() / 4, jpg.len() / 2, jpg.len() - 2] {
        assert_eq!(look("a.jpg", &jpg[..part]), Err(IntakeError::PhotoDamaged), "{part} of {}", jpg.len());
    }
    assert_eq!(look("a.png", &png[..png.len() / 2]), Err(IntakeError::PhotoDamaged));
    assert_eq!(look("a.webp", &webp[..webp.len() / 2]), Err(IntakeError::PhotoDamaged));
    // The small copy inside has an end of its own, which must not stand for the end of the whole.
    let inside = part(&jpg[..jpg.len() / 2], 0xE1, &jpeg(&quarters(16, 16)));
    assert_eq!(look("a.jpg", &inside), Err(IntakeError::PhotoDamaged));
    assert!(look("a.png", &png).is_ok() && look("a.webp", &webp).is_ok());
}

#[test]
fn a_hundred_megapixels_are_refused_before_they_are_decoded() {
    let large = encoded(image::GrayImage::new(10_000, 10_000), ImageFormat::Jpeg);
    let refusal = IntakeError::PhotoTooManyPixels { found_mega: 100, limit_mega: 50 };
    assert_eq!(look("a.jpg", &large), Err(refusal.clone()));
    // A child with room for a few of its rows answers alike: nothing was decoded.
    let narrow = Limits { memory_bytes: 24 * 1024 * 1024, ..Limits::default() };
    assert_eq!(look_at_photo(&child(), "a.jpg", &large, &narrow), Err(refusal));
    let claims = |width, height| look("a.png", &png_that_claims(width, height));
    assert_eq!(claims(60_000, 60_000), Err(IntakeError::PhotoTooManyPixels { found_mega: 3_600, limit_mega: 50 }));
    assert!(matches!(
        claims(0x7FFF_FFFF, 0x7FFF_FFFF),
        Err(IntakeError::PhotoTooManyPixels { .. } | IntakeError::PhotoDamaged)
    ));
    assert_eq!(claims(6_000, 6_000), Err(IntakeError::PhotoDamaged), "bearable, but it does not hold what it says");
}

#[test]
fn forty_eight_megapixels_of_a_telephone_are_read() {
    let large = jpeg(&quarters(6_000, 8_000));
    let sight = look("a.jpg", &large).unwrap();
    assert_eq!((sight.width, sight.height), (1_050, 1_400));
    assert_eq!(corners(&sight.jpeg.0), [RED, GREEN, BLUE, SAND]);
}

#[test]
fn too_small_and_too_big_are_told() {
    assert_eq!(look("a.jpg", &jpeg(&quarters(80, 200))), Err(IntakeError::PhotoTooSmall { limit: 90 }));
    let small = Limits { photo_bytes: 1_000, ..Limits::default() };
    let good = jpeg(&quarters(900, 1_200));
    assert!(matches!(look_at_photo(&child(), "a.jpg", &good, &small), Err(IntakeError::PhotoTooBig { .. })));
    let narrow = Limits { memory_bytes: 24 * 1024 * 1024, ..Limits::default() };
    let large = jpeg(&quarters(4_000, 3_000));
    assert_eq!(look_at_photo(&child(), "a.jpg", &large, &narrow), Err(IntakeError::PhotoTooBig { limit_mb: 24 }));
    let slow = Limits { time_ms: 1, ..Limits::default() };
    assert_eq!(look_at_photo(&child(), "a.jpg", &large, &slow), Err(IntakeError::TimedOut));
}

#[test]
fn a_picture_is_set_upright_and_says_no_more_where_it_was_taken() {
    // Held on its side: what the file has at the left stands above.
    let held = with_exif(&jpeg(&quarters(800, 600)), 6);
    let has = |bytes: &[u8], word: &[u8]| bytes.windows(word.len()).any(|one| one == word);
    assert!(has(&held, b"CANARY-GPS") && has(&held, b"Exif"));
    let sight = look("a.jpg", &held).unwrap();
    assert_eq!((sight.width, sight.height), (600, 800));
    assert_eq!(corners(&sight.jpeg.0), [BLUE, RED, SAND, GREEN]);
    let kept = cut(&sight, sight.crop).unwrap();
    for bytes in [&sight.jpeg.0, &kept.0] {
        assert!(!has(bytes, b"CANARY") && !has(bytes, b"Exif") && !has(bytes, b"\xFF\xE1"));
    }
    let commented = part(&jpeg(&quarters(300, 400)), 0xFE, "CANARY 样例一".as_bytes());
    assert!(!has(&look("a.jpg", &commented).unwrap().jpeg.0, b"CANARY"));
}

#[test]
fn what_is_cut_has_the_size_of_the_photo_box() {
    let sight = look("a.jpg", &jpeg(&quarters(1_000, 1_000))).unwrap();
    assert_eq!(sight.crop, Crop { x: 125, y: 0, width: 750, height: 1_000 });
    let kept = cut(&sight, sight.crop).unwrap();
    let size = image::load_from_memory(&kept.0).unwrap();
    assert_eq!((size.width(), size.height()), PHOTO_SIZE);
    assert!(kept.0.len() < 60_000, "{} bytes", kept.0.len());
    assert_eq!(corners(&kept.0), [RED, GREEN, BLUE, SAND]);
    let lower = Crop { x: 520, y: 520, width: 300, height: 400 };
    assert_eq!(corners(&cut(&sight, lower).unwrap().0), [SAND; 4]);
    let wrong = [
        Crop { x: 800, ..lower },
        Crop { y: u32::MAX, ..lower },
        Crop { width: 400, ..lower },
        Crop { width: 0, height: 0, ..lower },
    ];
    for crop in wrong {
        assert_eq!(cut(&sight, crop), Err(IntakeError::PhotoCrop), "{crop:?}");
    }
}

#[test]
fn the_part_proposed_always_fits() {
    for (width, height) in [(90, 90), (91, 4_000), (4_000, 91), (1_400, 1_050), (1_050, 1_400), (1_399, 997), (97, 129)]
    {
        let crop = Crop::proposed(width, height);
        assert!(crop.fits(width, height), "{crop:?} in {width} × {height}");
        assert!(crop.width == width || crop.height + 1 >= height, "the largest: {crop:?} in {width} × {height}");
        assert!(crop.y <= (height - crop.height) / 2);
    }
}

#[test]
fn what_shows_through_is_white() {
    let clear =
        RgbaImage::from_fn(300, 400, |_, y| if y < 200 { Rgba([0, 0, 0, 0]) } else { Rgba([40, 60, 200, 255]) });
    let sight = look("a.png", &encoded(clear, ImageFormat::Png)).unwrap();
    assert_eq!(corners(&sight.jpeg.0), [[255; 3], [255; 3], BLUE, BLUE]);
}

fn id<T: std::str::FromStr>(end: u32) -> T
where
    T::Err: std::fmt::Debug,
{
    format!("01890a5d-ac96-774b-bcce-b3020{end:07}").parse().unwrap()
}

/// An interchange file with one person and this picture, and what reading it says.
fn interchange(jpeg: Jpeg, photo: u32) -> Result<Vec<Picture>, (String, JsonFault)> {
    let kept = Photo {
        id: id(2),
        r#ref: None,
        person: Some(id(1)),
        staff: None,
        source: "本人提供".into(),
        taken_on: None,
        added_on: "2026-11-20".parse().unwrap(),
        consent_on: None,
        class: DataClass::P2,
    };
    let records = Snapshot { people: vec![Person::bare(id(1))], photos: vec![kept], ..Snapshot::default() };
    let picture = Picture { id: id(3), r#ref: None, photo: id(photo), jpeg };
    let text = write(&records, &[picture]);
    match read_interchange(&text) {
        Ok(whole) => Ok(whole.pictures),
        Err(IntakeError::InvalidRecord { path, fault, .. }) => Err((path, fault)),
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn pictures_travel_with_the_records_and_only_in_the_form_we_keep() {
    let sight = look("a.jpg", &jpeg(&quarters(600, 800))).unwrap();
    let kept = cut(&sight, sight.crop).unwrap();
    assert_eq!(interchange(kept.clone(), 2).unwrap()[0].jpeg, kept);
    let refused = Err(("pictures[0].jpeg".to_owned(), JsonFault::WrongValue));
    assert_eq!(interchange(Jpeg(with_exif(&kept.0, 1)), 2), refused, "a place in it");
    assert_eq!(interchange(Jpeg(part(&kept.0, 0xFE, b"CANARY")), 2), refused, "a word in it");
    assert_eq!(interchange(Jpeg([&kept.0[..], b"CANARY"].concat()), 2), refused, "a word behind it");
    assert_eq!(interchange(Jpeg(kept.0[..kept.0.len() / 2].to_vec()), 2), refused, "half of it");
    assert_eq!(interchange(Jpeg(jpeg(&quarters(60, 80))), 2), refused, "another size");
    assert_eq!(interchange(Jpeg(b"<svg/>".to_vec()), 2), refused);
    let unknown = Err(("pictures[0].photo".to_owned(), JsonFault::DanglingReference));
    assert_eq!(interchange(kept, 7), unknown, "of a photograph that is not there");
}
