//! Two shapes that would otherwise be written fifty times: closed code lists and stored records.

/// A closed list of codes. Codes are stored and sent; labels are translated elsewhere.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS, schemars::JsonSchema))]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $code)] $variant),+ }

        impl $crate::model::Code for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn code(self) -> &'static str { match self { $(Self::$variant => $code),+ } }
        }
    };
}

/// A stored record: public fields, one identity.
macro_rules! record {
    ($(#[$meta:meta])* $name:ident : $id:ident { $($(#[$fmeta:meta])* $field:ident : $ty:ty),+ $(,)? }) => {
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS, schemars::JsonSchema))]
        $(#[$meta])*
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// Identity; never changes.
            pub id: $id,
            /// The name this record has in another system (`A01`, `p101`); survives import and export.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub r#ref: Option<String>,
            $($(#[$fmeta])* pub $field: $ty),+
        }

        impl $crate::model::Record for $name {
            type Id = $id;
            fn id(&self) -> $id { self.id }
            fn external_ref(&self) -> Option<&str> { self.r#ref.as_deref() }
        }
    };
}
