//! People as contact cards: vCard 4.0 (RFC 6350) and 3.0 (RFC 2426) for programs that read nothing newer.
//!
//! Deliberately absent: judgements, sensitive matters and anything there is no field of the standard for; who may be in it.

use std::fmt::Write;

use domain::{Birthday, Calendar, Jpeg, Lang};

use super::without_controls;

/// Which version of the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VcardVersion {
    V3,
    V4,
}

/// Longest line in octets, its end not counted.
const LINE: usize = 75;
/// The year Apple's programs write for a birthday without one.
const NO_YEAR: u16 = 1604;

/// A number and whether it is a mobile one.
#[derive(Debug, Clone, PartialEq)]
pub struct CardPhone {
    pub number: String,
    pub mobile: bool,
}

/// One person. Everything in it is written; what may not leave is left out by whoever fills it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ContactCard {
    /// Identity as a UUID.
    pub uid: String,
    /// As shown, and the same in the other language where there is one.
    pub name: String,
    pub other_name: Option<(Lang, String)>,
    /// Parts as noted, never split from the name (C.3).
    pub surname: Option<String>,
    pub given: Option<String>,
    pub middle: Option<String>,
    /// How the name is read, surname first: `Shàn Xióng`.
    pub reading: Option<String>,
    pub title: Option<String>,
    /// The name of the superior.
    pub superior: Option<String>,
    /// The account, then the unit.
    pub organisation: Vec<String>,
    pub phones: Vec<CardPhone>,
    pub emails: Vec<String>,
    /// Accounts of messengers, the service first: `WeChat peng-yue`.
    pub messengers: Vec<String>,
    /// Addresses of offices, each in one line.
    pub addresses: Vec<String>,
    pub birthday: Option<Birthday>,
    pub notes: Vec<String>,
    pub photo: Option<Jpeg>,
}

/// All cards one after the other.
pub fn write_vcards(cards: &[ContactCard], version: VcardVersion) -> Vec<u8> {
    let mut out = String::new();
    for card in cards {
        match version {
            VcardVersion::V3 => version_3(&mut out, card),
            VcardVersion::V4 => version_4(&mut out, card),
        }
    }
    out.into_bytes()
}

fn version_4(out: &mut String, card: &ContactCard) {
    line(out, "BEGIN:VCARD");
    line(out, "VERSION:4.0");
    line(out, "PRODID:-//Dianke//Dianke//ZH");
    line(out, &format!("UID:urn:uuid:{}", card.uid));
    match &card.other_name {
        Some((lang, other)) => {
            // The same name twice is no second name: `ALTID` says so.
            line(out, &format!("FN;ALTID=1:{}", text(&card.name)));
            line(out, &format!("FN;ALTID=1;LANGUAGE={}:{}", tag(*lang), text(other)));
        }
        None => line(out, &format!("FN:{}", text(&card.name))),
    }
    if let Some(parts) = parts(card) {
        line(out, &format!("N:{parts}"));
    }
    shared(out, card);
    for one in &card.phones {
        line(out, &format!("TEL;TYPE={}:{}", if one.mobile { "cell" } else { "work" }, text(&one.number)));
    }
    card.emails.iter().for_each(|one| line(out, &format!("EMAIL;TYPE=work:{}", text(one))));
    if let Some(superior) = &card.superior {
        line(out, &format!("RELATED;TYPE=x-manager;VALUE=text:{}", text(superior)));
    }
    if let Some(one) = card.birthday.filter(|one| one.calendar == Calendar::Solar) {
        line(out, &format!("BDAY:--{:02}{:02}", one.month, one.day));
    }
    if let Some(photo) = &card.photo {
        line(out, &format!("PHOTO:data:image/jpeg;base64,{}", photo.to_text()));
    }
    line(out, "END:VCARD");
}

fn version_3(out: &mut String, card: &ContactCard) {
    line(out, "BEGIN:VCARD");
    line(out, "VERSION:3.0");
    line(out, "PRODID:-//Dianke//Dianke//ZH");
    line(out, &format!("UID:{}", card.uid));
    // The older standard asks for parts always: without any the whole name stands where lists sort by.
    let parts = parts(card).unwrap_or_else(|| format!("{};;;;", text(&card.name)));
    line(out, &format!("N:{parts}"));
    line(out, &format!("FN:{}", text(&card.name)));
    shared(out, card);
    for one in &card.phones {
        line(out, &format!("TEL;TYPE={}:{}", if one.mobile { "CELL" } else { "WORK,VOICE" }, text(&one.number)));
    }
    card.emails.iter().for_each(|one| line(out, &format!("EMAIL;TYPE=INTERNET,WORK:{}", text(one))));
    if let Some(superior) = &card.superior {
        // Telephones know the one, Outlook the other.
        line(out, &format!("item1.X-ABRELATEDNAMES:{}", text(superior)));
        line(out, "item1.X-ABLabel:_$!<Manager>!$_");
        line(out, &format!("X-MS-MANAGER:{}", text(superior)));
    }
    if let Some(one) = card.birthday.filter(|one| one.calendar == Calendar::Solar) {
        line(out, &format!("BDAY;X-APPLE-OMIT-YEAR={NO_YEAR}:{NO_YEAR}-{:02}-{:02}", one.month, one.day));
    }
    if let Some(photo) = &card.photo {
        line(out, &format!("PHOTO;ENCODING=b;TYPE=JPEG:{}", photo.to_text()));
    }
    line(out, "END:VCARD");
}

/// What both versions write alike.
fn shared(out: &mut String, card: &ContactCard) {
    if !card.organisation.is_empty() {
        let units: Vec<String> = card.organisation.iter().map(|one| text(one)).collect();
        line(out, &format!("ORG:{}", units.join(";")));
    }
    card.title.iter().for_each(|one| line(out, &format!("TITLE:{}", text(one))));
    for one in &card.messengers {
        // Apple's way, which telephones know; a text without a service stays whole.
        let (service, account) = one.split_once(' ').unwrap_or(("", one));
        let quoted = without_controls(service).replace(['"', '\r', '\n'], "");
        let service = if service.is_empty() { String::new() } else { format!(";X-SERVICE-TYPE=\"{quoted}\"") };
        line(out, &format!("IMPP{service}:x-apple:{}", text(account)));
    }
    if let Some(reading) = &card.reading {
        // Only who has told the parts apart knows where the reading of the surname ends.
        let parted = card.surname.is_some() && card.given.is_some();
        let (surname, given) = reading.split_once(' ').filter(|_| parted).unwrap_or((reading, ""));
        line(out, &format!("X-PHONETIC-LAST-NAME:{}", text(surname)));
        if !given.is_empty() {
            line(out, &format!("X-PHONETIC-FIRST-NAME:{}", text(given)));
        }
    }
    card.addresses.iter().for_each(|one| line(out, &format!("ADR;TYPE=work:;;{};;;;", text(one))));
    if let Some(one) = card.birthday.filter(|one| one.calendar == Calendar::Lunar) {
        // Apple's property without the cycle and the year, which we do not have. `BDAY` with a calendar of its own would be
        // taken for a solar day by programs that do not know it.
        let leap = if one.leap { "L" } else { "" };
        line(out, &format!("X-ALTBDAY;CALSCALE=chinese:--{:02}{leap}{:02}", one.month, one.day));
    }
    if !card.notes.is_empty() {
        line(out, &format!("NOTE:{}", text(&card.notes.join("\n"))));
    }
}

/// `surname;given;middle;;`, when any is noted.
fn parts(card: &ContactCard) -> Option<String> {
    let noted = [&card.surname, &card.given, &card.middle];
    noted.iter().any(|one| one.is_some()).then(|| {
        let part = |one: &Option<String>| one.as_deref().map_or_else(String::new, text);
        format!("{};;", noted.map(part).join(";"))
    })
}

fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhCn => "zh-CN",
        Lang::En => "en",
    }
}

/// A value with what has a meaning in the format escaped; other control characters are left out.
fn text(value: &str) -> String {
    let value = without_controls(value).replace("\r\n", "\n");
    let mut out = String::with_capacity(value.len());
    for one in value.chars() {
        match one {
            '\\' => out.push_str("\\\\"),
            ',' => out.push_str("\\,"),
            ';' => out.push_str("\\;"),
            '\n' | '\r' => out.push_str("\\n"),
            other => out.push(other),
        }
    }
    out
}

/// A line, folded so that none is longer than 75 octets and no character is cut.
fn line(out: &mut String, text: &str) {
    let mut room = LINE;
    for one in text.chars() {
        if one.len_utf8() > room {
            out.push_str("\r\n ");
            room = LINE - 1;
        }
        let _ = out.write_char(one);
        room -= one.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;

    fn card() -> ContactCard {
        ContactCard {
            uid: "019a0000-0000-7000-8000-000000000001".into(),
            name: "样例一".into(),
            other_name: Some((Lang::En, "Sample One".into())),
            title: Some("总经理;董事".into()),
            organisation: vec!["样例集团".into(), "信息中心, 二部".into()],
            phones: vec![
                CardPhone { number: "+86 138 0000 0000".into(), mobile: true },
                CardPhone { number: "010-66880000".into(), mobile: false },
            ],
            emails: vec!["one@example.com".into()],
            reading: Some("Yàng Lì Yī".into()),
            superior: Some("样例二".into()),
            messengers: vec!["微信 yang-li-yi".into()],
            addresses: vec!["样例路1号".into(), "样例路2号".into()],
            birthday: Some(day(Calendar::Solar, 4, 12, false)),
            notes: vec!["第一行\n第二行 \\ 完".into()],
            photo: Some(Jpeg(vec![0xff; 300])),
            ..ContactCard::default()
        }
    }

    fn day(calendar: Calendar, month: u8, day: u8, leap: bool) -> Birthday {
        Birthday { calendar, month, day, leap, source: None }
    }

    fn written(version: VcardVersion) -> String {
        String::from_utf8(write_vcards(&[card()], version)).unwrap()
    }

    #[test]
    fn no_line_is_longer_than_the_standard_says_and_unfolding_brings_it_back() {
        for version in [VcardVersion::V3, VcardVersion::V4] {
            let text = written(version);
            assert!(text.split("\r\n").all(|one| one.len() <= LINE), "{text}");
            assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
            let whole = text.replace("\r\n ", "");
            assert!(whole.contains("NOTE:第一行\\n第二行 \\\\ 完\r\n"), "{whole}");
            assert!(whole.contains("TITLE:总经理\\;董事\r\n"));
            assert!(whole.contains("ORG:样例集团;信息中心\\, 二部\r\n"));
        }
    }

    #[test]
    fn each_version_writes_numbers_days_and_pictures_its_own_way() {
        let (old, new) =
            (written(VcardVersion::V3).replace("\r\n ", ""), written(VcardVersion::V4).replace("\r\n ", ""));
        assert!(old.contains("\r\nN:样例一;;;;\r\n") && !new.contains("\r\nN:"), "a name is never split");
        assert!(old.contains("TEL;TYPE=CELL:+86 138 0000 0000") && new.contains("TEL;TYPE=cell:+86 138 0000 0000"));
        assert!(old.contains("BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12") && new.contains("BDAY:--0412"));
        assert!(old.contains("PHOTO;ENCODING=b;TYPE=JPEG:") && new.contains("PHOTO:data:image/jpeg;base64,"));
        assert!(new.contains("FN;ALTID=1;LANGUAGE=en:Sample One"));
        assert!(
            old.contains("item1.X-ABRELATEDNAMES:样例二\r\nitem1.X-ABLabel:_$!<Manager>!$_\r\nX-MS-MANAGER:样例二")
        );
        assert!(new.contains("IMPP;X-SERVICE-TYPE=\"微信\":x-apple:yang-li-yi\r\n"));
        assert!(new.contains("RELATED;TYPE=x-manager;VALUE=text:样例二"));
        assert_eq!((old.matches("ADR;").count(), new.matches("ADR;").count()), (2, 2));
    }

    #[test]
    fn a_lunar_birthday_never_looks_like_a_solar_one() {
        for version in [VcardVersion::V3, VcardVersion::V4] {
            let lunar = ContactCard { birthday: Some(day(Calendar::Lunar, 4, 8, true)), ..card() };
            let text = String::from_utf8(write_vcards(&[lunar], version)).unwrap();
            assert!(text.contains("X-ALTBDAY;CALSCALE=chinese:--04L08\r\n") && !text.contains("\r\nBDAY"), "{text}");
        }
    }

    #[test]
    fn a_reading_is_parted_only_where_the_name_is() {
        assert!(written(VcardVersion::V4).contains("X-PHONETIC-LAST-NAME:Yàng Lì Yī\r\n"));
        let parted = ContactCard { surname: Some("样".into()), given: Some("例一".into()), ..card() };
        let text = String::from_utf8(write_vcards(&[parted], VcardVersion::V3)).unwrap();
        assert!(text.contains("X-PHONETIC-LAST-NAME:Yàng\r\nX-PHONETIC-FIRST-NAME:Lì Yī\r\n"), "{text}");
    }

    #[test]
    fn a_value_cannot_start_a_property_of_its_own() {
        let evil = ContactCard { name: "样例\r\nTEL:110\u{0}".into(), ..card() };
        let text = String::from_utf8(write_vcards(&[evil], VcardVersion::V4)).unwrap();
        assert!(text.contains("FN;ALTID=1:样例\\nTEL:110\r\n"), "{text}");
    }
}
