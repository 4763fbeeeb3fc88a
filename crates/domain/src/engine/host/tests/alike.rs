//! Lines that pairs share are the lines each pair would get alone: any company, every pair asked both ways.

use super::super::filter::{Apart, Refusal, refuse};
use super::super::guest::Guest;
use super::super::{host_band, points};
use super::*;
use proptest::prelude::*;

const GUESTS: usize = 3;

/// What differs between two of ours, each a number to draw a fact by.
#[derive(Debug, Clone)]
struct Drawn {
    rank: u8,
    consent: bool,
    picks: [usize; 8],
}

fn drawn() -> impl Strategy<Value = Drawn> {
    (3_u8..10, prop::bool::weighted(0.8), prop::array::uniform8(0_usize..6)).prop_map(|(rank, consent, picks)| Drawn {
        rank,
        consent,
        picks,
    })
}

fn stay(pick: usize, years: usize) -> Stay {
    let from_year = (years > 0).then_some(1980 + years as i32);
    Stay { place: format!("样例大学{pick}"), from_year, to_year: from_year.map(|year| year + 3) }
}

const PLACES: [&str; 6] = ["511126", "511181", "510104", "110105", "370282", "NO"];
const TONGUES: [&str; 6] =
    ["mandarin.southwest.guanchi", "mandarin.southwest.chengyu", "wu.taihu", "wu.wuzhou", "min.minnan", "yue"];
const LANGUAGES: [&str; 3] = ["en", "no", "de"];

fn ours(number: usize, drawn: &Drawn) -> Staff {
    let [place, tongue, school, years, job, hobby, language, away] = drawn.picks;
    Staff {
        bg_ok: drawn.consent,
        native_place: PLACES.get(place).filter(|_| place != 4).map(|one| (*one).into()),
        dialects: (0..tongue % 3).map(|more| TONGUES[(tongue + more) % 6].into()).collect(),
        languages: (0..language % 3)
            .map(|at| Spoken { language: LANGUAGES[at].into(), level: ["A2", "B2"][language / 3].into() })
            .collect(),
        schools: (0..school % 3).map(|more| stay(school + more, years)).collect(),
        employers: (0..years % 2).map(|more| stay(school + more, years + 1)).collect(),
        profession: (job > 1).then(|| format!("专业{job}")),
        hobbies: (0..hobby % 3).map(|more| format!("爱好{}", hobby + more)).collect(),
        served: job == 3,
        leave_from: (away == 5).then(|| day("2026-12-05")),
        leave_to: (away == 5).then(|| day("2026-12-09")),
        ..staff(100 + number as u128, drawn.rank)
    }
}

fn facts(number: usize, drawn: &Drawn) -> Vec<Fact> {
    let [place, tongue, school, years, job, hobby, language, _] = drawn.picks;
    let (person, base) = (30 + number as u128, 1_000 + 100 * number as u128);
    let (learnt, worked) = (stay(school, years), stay(school, years));
    let with = |kind, value: &str| (kind, value.to_owned(), None, None);
    let all = [
        with(FactKind::NativePlace, PLACES[place]),
        with(FactKind::BirthPlace, PLACES[tongue]),
        with(FactKind::Dialect, TONGUES[tongue]),
        (FactKind::School, learnt.place, learnt.from_year, learnt.to_year),
        (FactKind::Employer, worked.place, worked.from_year, worked.to_year),
        with(FactKind::Served, "yes"),
        with(FactKind::Profession, &format!("专业{job}")),
        with(FactKind::Hobby, &format!("爱好{hobby}")),
        with(FactKind::Language, LANGUAGES[language % 3]),
    ];
    let told = (0..).zip(all).filter(|(at, _)| drawn.picks[at % 8] > 0);
    told.map(|(at, (kind, value, from_year, to_year))| Fact {
        level: Some("B2".into()),
        source: (at % 2 == 0).then(|| format!("来源{at}")),
        from_year,
        to_year,
        ..fact(base + at as u128, person, kind, &value)
    })
    .collect()
}

fn company(foreign: bool, guests: &[Drawn], hosts: &[Drawn]) -> Snapshot {
    let ranks: Vec<u8> = guests.iter().map(|one| one.rank).collect();
    let mut snapshot = visited(&ranks);
    snapshot.visits[0].convention = if foreign { Convention::Foreign } else { Convention::Business };
    snapshot.visits[0].interpreter = guests[0].consent.then(|| "us".into());
    snapshot.visits[0].topic_owner = Some(id(101));
    snapshot.facts = guests.iter().enumerate().flat_map(|(at, one)| facts(at, one)).collect();
    snapshot.staff = hosts.iter().enumerate().map(|(at, one)| ours(at, one)).collect();
    // Put down in another order than their identities have.
    snapshot.staff.reverse();
    let busy = |pick: usize| [Busy::Free, Busy::Part, Busy::All, Busy::Free, Busy::Free, Busy::Free][pick];
    let notes = hosts.iter().enumerate().filter(|(_, one)| one.picks[7] > 1);
    snapshot.visit_hosts = notes
        .map(|(at, one)| VisitHost {
            met: one.picks[6] as u32 % 3,
            ..note(300 + at as u128, 100 + at as u128, busy(one.picks[0]), (one.picks[1] == 5).then_some("样例"))
        })
        .collect();
    let tied = hosts.iter().enumerate().filter(|(_, one)| one.picks[2] == 5);
    snapshot.assignments = tied
        .map(|(at, one)| Assignment {
            id: id(500 + at as u128),
            r#ref: None,
            seat: id(20 + (at % GUESTS) as u128),
            staff: id(100 + at as u128),
            kind: if one.consent { AssignmentKind::Sponsor } else { AssignmentKind::Owner },
            from_on: None,
            to_on: None,
            manual: true,
            confirmed_by: None,
            confirmed_on: None,
        })
        .collect();
    snapshot
}

/// Pair by pair, each line written for itself.
type OneByOne = (Vec<(StaffId, u32, Vec<HostLine>)>, Vec<HostRemoved>);

fn one_by_one(matcher: &mut HostMatcher, person: PersonId) -> OneByOne {
    let (visit, as_of) = (matcher.visit, matcher.as_of);
    let guest = Guest::read(matcher.snapshot, visit, person, as_of, &mut matcher.aliases).unwrap();
    let (mut found, mut removed) = (Vec::new(), Vec::new());
    for ours in &matcher.ours {
        let let_in = match refuse(ours, &guest, matcher.blackout, &matcher.overrides, &mut Apart::default()) {
            Refusal::Yes(reason) => {
                removed.push(HostRemoved { staff: ours.staff.id, reason });
                continue;
            }
            Refusal::No => None,
            Refusal::Overridden(why) => Some(why),
        };
        let lines = points::lines(ours, &guest, let_in);
        found.push((ours.staff.id, lines.iter().map(|one| one.points).sum::<u32>(), lines));
    }
    let business =
        |lines: &[HostLine]| lines.iter().find(|one| one.dimension == HostDimension::Business).unwrap().points;
    found.sort_by_key(|(staff, total, lines)| (std::cmp::Reverse((*total, business(lines))), *staff));
    (found, removed)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn what_pairs_share_is_what_each_would_get_alone(
        foreign in any::<bool>(),
        guests in prop::collection::vec(drawn(), GUESTS),
        hosts in prop::collection::vec(drawn(), 1..25),
    ) {
        let snapshot = company(foreign, &guests, &hosts);
        let overrides = vec![HostOverride { staff: id(100), guest: None, reason: "样例".into() }];
        let options = HostOptions { overrides, ..HostOptions::default() };
        let mut matcher = HostMatcher::new(&snapshot, id(70), &options, day(TODAY)).unwrap();
        for found in matcher.rank_all() {
            let (expected, removed) = one_by_one(&mut matcher, found.guest);
            prop_assert_eq!(&found.removed, &removed);
            prop_assert_eq!(found.candidates.len(), expected.len());
            let best = found.candidates.first().map_or(0, |one| one.total);
            let near = found.candidates.iter().filter(|one| best - one.total <= NEAR).count();
            for (candidate, (staff, total, lines)) in found.candidates.iter().zip(expected) {
                prop_assert_eq!((candidate.staff, candidate.total, candidate.band), (staff, total, host_band(total)));
                prop_assert_eq!(candidate.lines.iter().cloned().collect::<Vec<_>>(), lines);
                prop_assert_eq!(candidate.near_tie, near > 1 && best - total <= NEAR);
            }
        }
    }
}
