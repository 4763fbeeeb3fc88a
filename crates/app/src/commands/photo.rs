//! Photographs of persons: looked at in the limited child, kept small and bare, shown at the desk, removed by one command.
//!
//! Deliberately absent: decoding (the child's), and the room: a presenting window can ask for none of this.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::*;
use intake::{Crop, Limits, Sight};
use store::{Table, Tx};

use super::{clean_text, must};
use crate::names::is_shielded;
use crate::wire::*;
use crate::{App, Error, new_id};

/// Photographs of one answer.
const MOST: usize = 200;
/// Tables that must forget a photograph removed for good.
const TABLES: &[&str] = &[Photo::NAME, Picture::NAME];

/// The picture looked at last.
pub(crate) struct OpenSight {
    token: String,
    sight: Sight,
}

/// Looks at a picture file and proposes the part to keep. Writes nothing.
pub fn look_at_photo(app: &mut App, _: &ViewContext, request: LookAtPhoto) -> Result<PhotoLook, Error> {
    app.store()?;
    let limits = Limits::default();
    // A text too long is not even unpacked.
    if request.bytes.len() as u64 > limits.photo_bytes / 3 * 4 + 4 {
        return Err(intake::IntakeError::PhotoTooBig { limit_mb: limits.photo_bytes / (1024 * 1024) }.into());
    }
    let bytes = STANDARD.decode(&request.bytes).map_err(|_| Error::Request("not base64".into()))?;
    let sight = intake::look_at_photo(&app.reader, &request.name, &bytes, &limits)?;
    let token = uuid::Uuid::now_v7().to_string();
    let Crop { x, y, width, height } = sight.crop;
    let look = PhotoLook {
        token: token.clone(),
        width: sight.width,
        height: sight.height,
        image: shown(&sight.jpeg),
        part: PhotoPart { x, y, width, height },
    };
    app.sight = Some(OpenSight { token, sight });
    Ok(look)
}

/// Forgets the picture.
pub fn drop_photo(app: &mut App, _: &ViewContext, request: DropPhoto) -> Result<Nothing, Error> {
    app.sight = app.sight.take().filter(|one| one.token != request.token);
    Ok(Nothing {})
}

fn shown(jpeg: &Jpeg) -> String {
    format!("data:image/jpeg;base64,{}", jpeg.to_text())
}

/// Keeps a part of the picture looked at as somebody's photograph, in place of an earlier one.
pub fn set_photo(app: &mut App, context: &ViewContext, request: SetPhoto) -> Result<Changed, Error> {
    let whole = app.whole()?;
    let sitter = match (request.person, request.staff) {
        (Some(person), None) => Sitter::Person(may_be_shown(&whole, person, context.today)?),
        (None, Some(staff)) => Sitter::Staff(must(&whole.staff, staff, "staff")?.id),
        _ => return Err(Error::refused("photo-whom")),
    };
    let photo = Photo {
        id: new_id(),
        r#ref: None,
        person: request.person,
        staff: request.staff,
        source: clean_text(&request.source)?.ok_or(Error::refused("photo-source"))?,
        taken_on: not_ahead(request.taken_on, context)?,
        added_on: context.today,
        consent_on: not_ahead(request.consent_on, context)?,
        class: class(request.class)?,
    };
    let open = app.sight.as_ref().filter(|one| one.token == request.token).ok_or(Error::refused("photo-gone"))?;
    let PhotoPart { x, y, width, height } = request.part;
    let jpeg = intake::cut_photo(&app.reader, &open.sight, Crop { x, y, width, height }, &Limits::default())?;
    let picture = Picture { id: new_id(), r#ref: None, photo: photo.id, jpeg };
    let (_, changed) = app.transact(context.lang, "set-photo", |tx| {
        remove_photos_of(tx, sitter)?;
        tx.put(&photo)?;
        Ok(tx.put(&picture)?)
    })?;
    app.sight = None;
    Ok(Changed { created: Some(photo.id.to_string()), ..changed })
}

/// Changes what is noted of a photograph.
pub fn edit_photo(app: &mut App, context: &ViewContext, request: EditPhoto) -> Result<Changed, Error> {
    let before = app.store()?.get::<Photo>(request.photo)?.ok_or(Error::missing("photo"))?;
    let photo = Photo {
        source: clean_text(&request.source)?.ok_or(Error::refused("photo-source"))?,
        taken_on: not_ahead(request.taken_on, context)?,
        consent_on: not_ahead(request.consent_on, context)?,
        class: class(request.class)?,
        ..before
    };
    let (_, changed) = app.transact(context.lang, "edit-photo", |tx| Ok(tx.put(&photo)?))?;
    Ok(changed)
}

/// Removes a photograph: with a way back, or for good.
pub fn remove_photo(app: &mut App, context: &ViewContext, request: RemovePhoto) -> Result<Changed, Error> {
    let photo = app.store()?.get::<Photo>(request.photo)?.ok_or(Error::missing("photo"))?;
    let work = |tx: &mut Tx<'_>| remove(tx, &photo);
    let (_, changed) = if request.for_good {
        app.transact_for_good(context.lang, "erase-photo", TABLES, work)?
    } else {
        app.transact(context.lang, "remove-photo", work)?
    };
    Ok(changed)
}

/// Takes every photograph of somebody out of a step, bytes and all. Whoever erases a person calls this in the same step,
/// which must be one for good and forget the tables `photo` and `picture`.
pub(crate) fn remove_photos_of(tx: &mut Tx<'_>, sitter: Sitter) -> Result<(), Error> {
    let photos = match sitter {
        Sitter::Person(id) => tx.list_by::<Photo>("person", id)?,
        Sitter::Staff(id) => tx.list_by::<Photo>("staff", id)?,
    };
    photos.iter().try_for_each(|one| remove(tx, one))
}

fn remove(tx: &mut Tx<'_>, photo: &Photo) -> Result<(), Error> {
    for picture in tx.list_by::<Picture>("photo", photo.id)? {
        tx.remove::<Picture>(picture.id)?;
    }
    tx.remove::<Photo>(photo.id)?;
    Ok(())
}

/// The photographs of these people, with their bytes.
pub fn get_photos(app: &mut App, _: &ViewContext, request: GetPhotos) -> Result<PhotoList, Error> {
    if request.people.len() + request.staff.len() > MOST {
        return Err(Error::refused("too-many").with("limit", MOST));
    }
    let whole = app.whole()?;
    let people = request.people.into_iter().map(Sitter::Person);
    let sitters = people.chain(request.staff.into_iter().map(Sitter::Staff));
    let store = app.store()?;
    let mut photos = Vec::new();
    for photo in sitters.filter_map(|one| whole.photo_of(one)) {
        let Some(jpeg) = jpeg_of(store, photo.id)? else { continue };
        let Photo { id, person, staff, source, taken_on, added_on, consent_on, class, .. } = photo.clone();
        let image = shown(&jpeg);
        photos.push(PhotoView { photo: id, person, staff, image, source, taken_on, added_on, consent_on, class });
    }
    Ok(PhotoList { photos })
}

/// The bytes of a photograph.
pub(crate) fn jpeg_of(store: &store::Store, photo: PhotoId) -> Result<Option<Jpeg>, Error> {
    Ok(store.list_by::<Picture>("photo", photo)?.pop().map(|one| one.jpeg))
}

/// A person of whom a photograph may be kept: not an erased one, and nobody we must not approach.
fn may_be_shown(whole: &Snapshot, id: PersonId, today: Day) -> Result<PersonId, Error> {
    let person = must(&whole.people, id, "person")?;
    if person.status == PersonStatus::Erased {
        return Err(Error::missing("person"));
    }
    if is_shielded(whole, id, today) {
        return Err(Error::refused("no-contact"));
    }
    Ok(id)
}

fn not_ahead(day: Option<Day>, context: &ViewContext) -> Result<Option<Day>, Error> {
    if day.is_some_and(|one| one > context.today) { Err(Error::refused("day-ahead")) } else { Ok(day) }
}

/// A portrait is never of the sensitive class: what would make it so must not be kept at all (F.5).
fn class(class: DataClass) -> Result<DataClass, Error> {
    if class == DataClass::P3 { Err(Error::refused("photo-class")) } else { Ok(class) }
}
