//! Photographs of persons: looking at a picture, choosing the part, keeping it, showing it.

use super::wire;
use domain::*;

wire! {
    /// A picture file as the page was given it: by a choice or a drop. `name` is that of the file.
    LookAtPhoto { name: String,
        /// Base64.
        bytes: String }

    /// A part of a picture in its pixels, from the upper left corner; 3 wide to 4 high.
    PhotoPart { x: u32, y: u32, width: u32, height: u32 }

    /// A picture to choose a part of: upright, small, without metadata. Held until another is looked at.
    PhotoLook { token: String, width: u32, height: u32,
        /// `data:` address.
        image: String,
        /// The part proposed.
        part: PhotoPart }

    /// Keeps the part as the photograph of somebody: of a person, or of one of ours. An earlier one goes.
    SetPhoto { token: String, part: PhotoPart, person: Option<PersonId>, staff: Option<StaffId>,
        source: String, taken_on: Option<Day>, consent_on: Option<Day>, class: DataClass }

    /// Changes what is noted of a photograph; without `consent_on` no paper shows it any more.
    EditPhoto { photo: PhotoId, source: String, taken_on: Option<Day>, consent_on: Option<Day>, class: DataClass }

    /// Forgets a picture that was looked at.
    DropPhoto { token: String }

    /// Removes a photograph. `for_good`: it leaves the file and the history, and no step before can be undone any more.
    RemovePhoto { photo: PhotoId, for_good: bool }

    /// Whose photographs to show.
    GetPhotos { people: Vec<PersonId>, staff: Vec<StaffId> }

    /// Those of them who have one, in no order.
    PhotoList { photos: Vec<PhotoView> }

    /// A photograph with what is noted of it.
    PhotoView { photo: PhotoId, person: Option<PersonId>, staff: Option<StaffId>,
        /// `data:` address.
        image: String,
        source: String, taken_on: Option<Day>, added_on: Day, consent_on: Option<Day>, class: DataClass }
}
