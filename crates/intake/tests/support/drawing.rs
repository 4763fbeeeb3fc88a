//! Drawings that stand in for photographs: a sheet with four plain corners, and what cameras write around it.
#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

pub const RED: [u8; 3] = [200, 40, 40];
pub const GREEN: [u8; 3] = [40, 160, 60];
pub const BLUE: [u8; 3] = [40, 60, 200];
pub const SAND: [u8; 3] = [220, 200, 150];

/// Upper left red, upper right green, lower left blue, lower right sand.
pub fn quarters(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        Rgb(match (x * 2 < width, y * 2 < height) {
            (true, true) => RED,
            (false, true) => GREEN,
            (true, false) => BLUE,
            (false, false) => SAND,
        })
    })
}

pub fn jpeg(image: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(image).unwrap();
    bytes
}

pub fn encoded(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// What a telephone writes into a picture: how it was held, where it was, and a word of its own.
pub fn with_exif(jpeg: &[u8], orientation: u16) -> Vec<u8> {
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        let mut bytes = [tag.to_le_bytes(), kind.to_le_bytes()].concat();
        bytes.extend(count.to_le_bytes());
        bytes.extend(value);
        bytes
    };
    let [low, high] = orientation.to_le_bytes();
    exif.extend(2_u16.to_le_bytes());
    exif.extend(entry(0x0112, 3, 1, [low, high, 0, 0]));
    // 8 of the head, 2 + 2 × 12 + 4 of this directory.
    exif.extend(entry(0x8825, 4, 1, 38_u32.to_le_bytes()));
    exif.extend(0_u32.to_le_bytes());
    exif.extend(2_u16.to_le_bytes());
    exif.extend(entry(0x0001, 2, 2, *b"N\0\0\0"));
    exif.extend(entry(0x001B, 2, 11, 68_u32.to_le_bytes()));
    exif.extend(0_u32.to_le_bytes());
    exif.extend(b"CANARY-GPS\0");
    part(jpeg, 0xE1, &exif)
}

/// The picture with one more part right after its start.
pub fn part(jpeg: &[u8], sign: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, 0xD8, 0xFF, sign][..], &length, content, &jpeg[2..]].concat()
}

/// A PNG of a few bytes that says it is this large.
pub fn png_that_claims(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = encoded(RgbImage::new(1, 1), ImageFormat::Png);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    bytes
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 })
    })
}

/// The colour in the middle of each quarter, roughly: upper left, upper right, lower left, lower right.
pub fn corners(bytes: &[u8]) -> [[u8; 3]; 4] {
    let image = image::load_from_memory(bytes).unwrap().into_rgb8();
    let (w, h) = image.dimensions();
    let seen = |x: u32, y: u32| {
        let found = image.get_pixel(x, y).0;
        let near = |one: &[u8; 3]| one.iter().zip(found).map(|(a, b)| u32::from(a.abs_diff(b))).sum::<u32>();
        [RED, GREEN, BLUE, SAND, [255; 3], [0; 3]].into_iter().min_by_key(near).unwrap()
    };
    [seen(w / 4, h / 4), seen(w * 3 / 4, h / 4), seen(w / 4, h * 3 / 4), seen(w * 3 / 4, h * 3 / 4)]
}
