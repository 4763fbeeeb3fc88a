//! What a column can mean.

/// A closed list of codes with serde, as the domain has for its own.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS, schemars::JsonSchema))]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $code)] $variant),+ }

        impl $name {
            /// Every member, in the order a chooser shows them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The stored and sent form; labels are translated elsewhere.
            pub fn code(self) -> &'static str { match self { $(Self::$variant => $code),+ } }
            /// The member with this code, if there is one.
            pub fn from_code(code: &str) -> Option<Self> { Self::ALL.iter().copied().find(|one| one.code() == code) }
        }
    };
}
pub(crate) use codes;

codes! {
    /// What a column of a people list means. Labels are `intake-field-<code>` (`_` as `-`) in the catalogue.
    PeopleField {
        Name = "name", NameEn = "name_en", Surname = "surname", Given = "given",
        /// Form of address.
        Address = "address",
        Unit = "unit", Title = "title", Rank = "rank", Superior = "superior",
        /// The organisation as a whole; units are its parts.
        Company = "company",
        Mobile = "mobile", Phone = "phone", Email = "email",
        /// An account of a messenger, the service first.
        Messenger = "messenger", WorkAddress = "work_address",
        /// How the name is read: `zēng`.
        Pronunciation = "pronunciation",
        /// Decision roles and informal functions.
        Role = "role", Function = "function",
        Power = "power", Influence = "influence", Attitude = "attitude",
        /// How well the owner knows this person, as the list counts it.
        Relation = "relation",
        Owner = "owner", Backup = "backup", Sponsor = "sponsor", LastTouch = "last_touch",
        NativePlace = "native_place", Dialect = "dialect", School = "school", Employer = "employer",
        Profession = "profession", Hobby = "hobby", Diet = "diet", Birthday = "birthday",
        Note = "note",
        /// The name this person has in another system.
        Ref = "ref",
        /// What stays the same in every export of one card.
        Uid = "uid",
        /// Whether the row has a photograph; the picture lies beside the rows.
        Photo = "photo",
    }
}

impl PeopleField {
    /// Whether a person may have several, so that several columns may mean it.
    pub fn takes_several(self) -> bool {
        matches!(self, Self::Mobile | Self::Phone | Self::Email | Self::Messenger | Self::WorkAddress)
    }
}
