//! Pictures of persons, inside the child only: told apart by content, measured before they are decoded, set upright, and
//! written anew, so that nothing of the file but its pixels goes on.
//!
//! Deliberately absent: SVG and every other format that is more than pixels; finding faces.

use std::io::Cursor;

use domain::{Jpeg, PHOTO_SIZE};
use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Rgb, RgbImage};

use super::segment;
use crate::photo::{Crop, Sight};
use crate::{IntakeError, Limits};

/// Longest side of the picture somebody chooses the part from, in pixels.
const SIGHT_SIDE: u32 = 1_400;
/// Quality of what is looked at: it is encoded once more after.
const SIGHT_QUALITY: u8 = 92;
/// Quality of what is kept.
const KEPT_QUALITY: u8 = 85;
/// Sides shorter than this show nobody.
const LEAST_SIDE: u32 = 90;

/// Formats with a reader, and how their files end.
const KINDS: [(ImageFormat, &[&str]); 3] = [
    (ImageFormat::Jpeg, &["jpg", "jpeg", "jpe", "jfif"]),
    (ImageFormat::Png, &["png"]),
    (ImageFormat::WebP, &["webp"]),
];

/// Reads a foreign picture: upright, no larger than needed to choose a part from, without metadata. `name` is the name of
/// its file; one that claims another format is refused.
pub(crate) fn look(name: &str, bytes: &[u8], limits: &Limits) -> Result<Sight, IntakeError> {
    let format = sniff(bytes)?;
    if claims(name).is_some_and(|claimed| claimed != Some(format)) {
        return Err(IntakeError::PhotoNameDiffers);
    }
    let image = upright(format, bytes, limits)?;
    let (width, height) = image.dimensions();
    Ok(Sight { width, height, jpeg: encode(&image, SIGHT_QUALITY)?, crop: Crop::proposed(width, height) })
}

/// The part that would be proposed, cut out at once: nobody looks at the photographs of a whole phone one by one.
pub(crate) fn proposed(bytes: &[u8], limits: &Limits) -> Result<Jpeg, IntakeError> {
    let image = upright(sniff(bytes)?, bytes, limits)?;
    part(&image, Crop::proposed(image.width(), image.height()))
}

fn upright(format: ImageFormat, bytes: &[u8], limits: &Limits) -> Result<RgbImage, IntakeError> {
    if format == ImageFormat::Jpeg {
        // The decoder fills up what is missing with grey.
        segment::whole(bytes).ok_or(IntakeError::PhotoDamaged)?;
    }
    let (image, orientation) = decode(format, bytes, limits)?;
    let mut image = flat(shrunk(image));
    image.apply_orientation(orientation);
    Ok(image.into_rgb8())
}

/// Cuts a part out of a picture that [`look`] made, in the size that is kept.
pub(crate) fn cut(bytes: &[u8], crop: Crop, limits: &Limits) -> Result<Jpeg, IntakeError> {
    let (image, _) = decode(sniff(bytes)?, bytes, limits)?;
    if !crop.fits(image.width(), image.height()) {
        return Err(IntakeError::PhotoCrop);
    }
    part(&image.into_rgb8(), crop)
}

fn part(image: &RgbImage, crop: Crop) -> Result<Jpeg, IntakeError> {
    let part = imageops::crop_imm(image, crop.x, crop.y, crop.width, crop.height).to_image();
    let (width, height) = PHOTO_SIZE;
    encode(&imageops::resize(&part, width, height, FilterType::Lanczos3), KEPT_QUALITY)
}

/// Whether the bytes are a picture as [`cut`] writes it: whole, of the kept size, of no part but what a decoder needs.
pub(crate) fn is_kept_form(jpeg: &Jpeg) -> bool {
    segment::whole(&jpeg.0).is_some_and(|parts| parts.plain && parts.end == jpeg.0.len())
        && decode(ImageFormat::Jpeg, &jpeg.0, &Limits::default())
            .is_ok_and(|(image, _)| (image.width(), image.height()) == PHOTO_SIZE)
}

fn sniff(bytes: &[u8]) -> Result<ImageFormat, IntakeError> {
    if bytes.is_empty() {
        return Err(IntakeError::PhotoEmpty);
    }
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        Ok(ImageFormat::Jpeg)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Ok(ImageFormat::Png)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Ok(ImageFormat::WebP)
    } else {
        Err(IntakeError::PhotoNotAPicture)
    }
}

/// What a name claims: nothing without an ending, otherwise a format or one we do not read.
fn claims(name: &str) -> Option<Option<ImageFormat>> {
    let (_, end) = name.rsplit_once('.')?;
    let end = end.to_ascii_lowercase();
    Some(KINDS.iter().find(|(_, ends)| ends.contains(&end.as_str())).map(|(format, _)| *format))
}

/// Decodes, after the size that the file declares was found bearable.
fn decode(
    format: ImageFormat,
    bytes: &[u8],
    limits: &Limits,
) -> Result<(DynamicImage, image::metadata::Orientation), IntakeError> {
    let damaged = |_| IntakeError::PhotoDamaged;
    let mut decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder().map_err(damaged)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > limits.photo_pixels {
        let mega = |pixels: u64| pixels.div_ceil(1_000_000);
        return Err(IntakeError::PhotoTooManyPixels {
            found_mega: mega(pixels),
            limit_mega: mega(limits.photo_pixels),
        });
    }
    if width.min(height) < LEAST_SIDE {
        return Err(IntakeError::PhotoTooSmall { limit: LEAST_SIDE });
    }
    let orientation = decoder.orientation().map_err(damaged)?;
    Ok((DynamicImage::from_decoder(decoder).map_err(damaged)?, orientation))
}

fn shrunk(image: DynamicImage) -> DynamicImage {
    if image.width().max(image.height()) <= SIGHT_SIDE {
        return image;
    }
    image.resize(SIGHT_SIDE, SIGHT_SIDE, FilterType::Triangle)
}

/// What shows through is white, like the paper.
fn flat(image: DynamicImage) -> DynamicImage {
    if !image.color().has_alpha() {
        return image;
    }
    let seen = image.into_rgba8();
    let mut paper = RgbImage::from_pixel(seen.width(), seen.height(), Rgb([255; 3]));
    for (under, over) in paper.pixels_mut().zip(seen.pixels()) {
        let [r, g, b, alpha] = over.0.map(u32::from);
        let mixed = |one: u32| u8::try_from((one * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX);
        under.0 = [mixed(r), mixed(g), mixed(b)];
    }
    paper.into()
}

fn encode(image: &RgbImage, quality: u8) -> Result<Jpeg, IntakeError> {
    let mut bytes = Vec::new();
    let made = JpegEncoder::new_with_quality(&mut bytes, quality).encode_image(image);
    made.map_err(|_| IntakeError::PhotoDamaged)?;
    Ok(Jpeg(bytes))
}
