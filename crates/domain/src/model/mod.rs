//! Records and code lists, named after the field's glossary. One file per family.

mod account;
mod bare;
mod bond;
mod chain;
mod clock;
mod company;
mod court;
mod fact;
mod import;
mod matter;
mod person;
mod photo;
mod plan;
mod right;
mod seat;
mod view;
mod visit;

pub use account::*;
pub use bond::*;
pub use chain::*;
pub use clock::*;
pub use company::*;
pub use court::*;
pub use fact::*;
pub use import::*;
pub use matter::*;
pub use person::*;
pub use photo::*;
pub use plan::*;
pub use right::*;
pub use seat::*;
pub use view::*;
pub use visit::*;

/// A member of a closed code list.
pub trait Code: Copy + Sized + 'static {
    /// Every member, in the order a chooser shows them.
    const ALL: &'static [Self];
    /// The stored and sent form.
    fn code(self) -> &'static str;
    /// The member with this code, if there is one.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.code() == code)
    }
}

/// A stored record with an identity and perhaps a name in another system.
pub trait Record {
    /// The identity type.
    type Id: Copy + Eq + std::hash::Hash + From<uuid::Uuid> + Into<uuid::Uuid>;
    /// Identity.
    fn id(&self) -> Self::Id;
    /// The `ref` another system knows this record by.
    fn external_ref(&self) -> Option<&str>;
}

/// The Chinese or the English text, falling back to the other one.
pub fn pick<'a>(zh: Option<&'a str>, en: Option<&'a str>, lang: Lang) -> Option<&'a str> {
    match lang {
        Lang::ZhCn => zh.or(en),
        Lang::En => en.or(zh),
    }
}
