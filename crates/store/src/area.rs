//! Which parts of the screen a table shows in, so that a change reloads just those.

use crate::table;

/// A part of the product that is loaded and reloaded as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    Accounts,
    People,
    Map,
    Court,
    Visits,
    Matters,
    Staff,
    Workspace,
}

impl Area {
    /// Every area, in the order of the enum.
    pub const ALL: [Self; 8] = [
        Self::Accounts,
        Self::People,
        Self::Map,
        Self::Court,
        Self::Visits,
        Self::Matters,
        Self::Staff,
        Self::Workspace,
    ];

    /// The sent form.
    pub fn code(self) -> &'static str {
        match self {
            Self::Accounts => "accounts",
            Self::People => "people",
            Self::Map => "map",
            Self::Court => "court",
            Self::Visits => "visits",
            Self::Matters => "matters",
            Self::Staff => "staff",
            Self::Workspace => "workspace",
        }
    }
}

/// The areas that show any of these tables, each once, in the order of the enum.
pub fn areas_of(tables: &[&str]) -> Vec<Area> {
    let all = table::tables();
    let shown = |area: &Area| all.iter().any(|one| tables.contains(&one.name) && one.areas.contains(area));
    Area::ALL.into_iter().filter(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_shows_somewhere_and_every_area_shows_something() {
        let all = table::tables();
        assert_eq!(all.len(), 65);
        assert!(all.iter().all(|one| !one.areas.is_empty()));
        assert_eq!(areas_of(&all.iter().map(|one| one.name).collect::<Vec<_>>()), Area::ALL);
    }

    #[test]
    fn areas_are_those_of_the_touched_tables() {
        assert_eq!(areas_of(&["fact", "visit"]), [Area::People, Area::Visits]);
        assert_eq!(areas_of(&[]), []);
    }
}
