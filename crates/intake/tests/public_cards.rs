//! Cards that real programs wrote, as public projects ship them for their own tests (`files/vcard/public/README.md` says
//! whose): a table of what each must give, through the real child.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests stop at the first surprise")]

mod support;

use support::cards::{Card, cards, gives};

const DOE: (&str, &str) = ("Doe", "John Richter James");

#[test]
fn outlook() {
    gives(
        "outlook-john-doe",
        &[Card {
            name: "John Richter James Doe Sr.",
            parts: DOE,
            phones: &["905-555-1234", "905-666-1234"],
            emails: &["john.doe@example.com"],
            messengers: &["johny5@example.com"],
            company: "IBM",
            unit: "Accounting",
            title: "Money Counter",
            superior: "Big Blue",
            address: &["Cresent moon drive, Albaney, New York 12345, United States of America"],
            born: (3, 22),
            note: "THIS SOFTWARE IS PROVIDED BY GEORGE EL-HADDAD ''AS IS'' AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING",
            photo: true,
            ..Card::default()
        }],
    );
    gives(
        "outlook-2003",
        &[Card {
            name: "John Doe III",
            parts: ("Doe", "John"),
            emails: &["jdoe@example.com"],
            company: "Company, The",
            unit: "TheDepartment",
            title: "The Job Title",
            address: &["123 Main St, TheOffice, Austin, TX 12345, United States of America"],
            born: (3, 21),
            note: "This is the note field!!\nSecond line\n\nThird line is empty",
            ..Card::default()
        }],
    );
    gives(
        "outlook-2007",
        &[Card {
            name: "Michael Doe Jr.",
            parts: ("Doe", "Michael"),
            mobiles: &["111-555-4444"],
            phones: &["111-555-1111", "111-555-2222"],
            emails: &["michael.doe@example.com"],
            messengers: &["im@example.com"],
            company: "TheCompany",
            unit: "TheDepartment",
            title: "TheJobTitle",
            superior: "TheManagerName",
            address: &["222 Broadway, TheOffice, New York, NY 99999, USA"],
            born: (3, 10),
            note: "This is the NOTE field \nI assume it encodes this text inside a NOTE vCard type.\nBut I'm not sure",
            photo: true,
            ..Card::default()
        }],
    );
}

#[test]
fn outlook_and_windows_in_german() {
    gives(
        "outlook-de",
        &[Card {
            name: "Max Anderer Mustermann sen.",
            parts: ("Mustermann", "Max Anderer"),
            mobiles: &["+4961112345614"],
            phones: &["+4961112345611", "+4961112345612"],
            emails: &["max.mustermann@example.com"],
            messengers: &["chatadresse"],
            company: "Musterfirma GmbH",
            title: "Musterposition",
            address: &["Musterstrasse 12, Wiesbaden, Hessen 65201, Deutschland"],
            note: "Hier noch ein paar notizen",
            photo: true,
            ..Card::default()
        }],
    );
    gives(
        "outlook-2016-de",
        &[Card {
            name: "Rudi Wimmel",
            parts: ("Wimmel", "Rudi"),
            phones: &["0987-6543", "9876-11223344"],
            emails: &["Wimmel@example.com"],
            company: "Wurstdarm KG",
            title: "Compliance Officer",
            address: &["Business-Straße 19 76543 Schaffhausen"],
            ..Card::default()
        }],
    );
    gives(
        "windows-contacts-de",
        &[Card {
            name: "Max Middle Name Mustermann",
            parts: ("Mustermann", "Max Middle Name"),
            emails: &["privat@example.de", "business@example.de", "andere@example.de"],
            company: "Firma",
            unit: "Führungsetage",
            title: "Position",
            address: &["Firmenstraße, 1, Ort Firma, Bundesland Firma PLZFirma, Land Firma"],
            born: (1, 31),
            note: "Kommentar ÄÄÄÄÄÄ ääääää ÖÖÖÖÖÖ öööööö ÜÜÜÜÜÜ üüüüüü ßßßßßß\nKommentar ÄÄÄÄÄÄ",
            photo: true,
            ..Card::default()
        }],
    );
}

#[test]
fn iphone_and_mac() {
    let doe = || Card {
        name: "John Richter James Doe Sr.",
        parts: DOE,
        mobiles: &["905-555-1234"],
        emails: &["john.doe@example.com"],
        company: "IBM",
        unit: "Accounting",
        title: "Money Counter",
        address: &["Street4 Building 6 Floor 8, New York, 12345, USA"],
        born: (6, 6),
        photo: true,
        ..Card::default()
    };
    gives("iphone-john-doe", &[Card { phones: &["905-666-1234", "905-777-1234"], ..doe() }]);
    let mac = Card {
        phones: &["905-777-1234", "905-666-1234"],
        reading: "Dow Jon",
        note: "THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS \"AS IS\" AND ANY EXPRESS OR IMPLIED",
        ..doe()
    };
    gives("mac-address-book-john-doe", &[mac]);
    gives(
        "mac-address-book",
        &[Card {
            name: "All Custom Fields Here",
            parts: ("Here", "Custom Fields"),
            mobiles: &["8888888888"],
            phones: &["777-777-7777"],
            emails: &["custom@example.com"],
            messengers: &["AIM custom@example.com"],
            company: "Major League Co.",
            unit: "Macosx server group",
            title: "QA Engineer",
            address: &["1 Goroku St., Mountain Top, CA 99999, USA"],
            born: (3, 18),
            note: "Many customer fields are added",
            ..Card::default()
        }],
    );
}

#[test]
fn gmail() {
    gives(
        "gmail-john-doe",
        &[Card {
            name: "John Richter James Doe Sr.",
            parts: DOE,
            mobiles: &["905-555-1234"],
            phones: &["905-666-1234"],
            emails: &["john.doe@example.com"],
            company: "IBM",
            title: "Money Counter",
            born: (3, 22),
            reading: "Dow Jon",
            note: "THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS \"AS IS\" AND ANY EXPRESS OR IMPLIED",
            ..Card::default()
        }],
    );
    let listed = |name, parts, emails| Card { name, parts, emails, ..Card::default() };
    gives(
        "gmail-list",
        &[
            listed("Arnold Smith", ("Smith", "Arnold"), &["asmithk@example.com"]),
            listed("Chris Beatle", ("Beatle", "Chris"), &["chrisy55d@example.com"]),
            listed("Doug White", ("White", "Doug"), &["dwhite@example.com"]),
        ],
    );
    gives(
        "gmail-single",
        &[Card {
            name: "Greg Dartmouth",
            parts: ("Dartmouth", "Greg"),
            mobiles: &["5555551111"],
            phones: &["5555552222"],
            emails: &["gdartmouth@example.com"],
            messengers: &["ICQ 123456789"],
            company: "TheCompany",
            title: "TheJobTitle",
            address: &["321 Custom St, Custom City, TX 98765, USA"],
            born: (9, 10),
            reading: "Dart-mowth Grregg",
            note: "This is GMail's note field.\nIt should be added as a NOTE type.\nACustomField: CustomField",
            ..Card::default()
        }],
    );
}

/// Every relation there is: the superior is taken, the family is not.
#[test]
fn gmail_with_everything() {
    gives(
        "gmail-single2",
        &[Card {
            name: "VCard Test",
            parts: ("Test", "VCard"),
            mobiles: &["5555551115"],
            phones: &["5555551111", "5555551112", "5555551113", "5555551114", "5555551116", "5555551119", "5555551121"],
            emails: &[
                "email@example.com",
                "homeemail@example.com",
                "workemail@example.com",
                "otheremail@example.com",
                "customcategory@example.com",
            ],
            messengers: &[
                "Google-Talk IM2",
                "AIM IM3",
                "Yahoo IM4",
                "Skype IM5",
                "QQ IM6",
                "MSN IM7",
                "ICQ IM8",
                "Jabber IM9",
            ],
            company: "TheCompany",
            title: "TheJobTitle",
            superior: "Name11",
            address: &[
                "111 Main St, NY, New York 10011",
                "113 Main St, NY, New York 10011",
                "114 Main St, NY, New York 10011",
                "115 Main St, NY, New York 10011",
            ],
            born: (6, 23),
            reading: "ThePhoneticLastName ThePhoneticFirstName",
            note: "note line 1\nnote line 2\nCustomField: field value",
            ..Card::default()
        }],
    );
    let (_, list) = cards("gmail-single2");
    let said = serde_json::to_string(&list).unwrap();
    for relative in ["Name2", "Name3", "Name4", "Name5", "Name14"] {
        assert!(!said.contains(&format!("\"{relative}\"")), "{relative} is family");
    }
}

#[test]
fn android_and_blackberry() {
    let name = "Ñ Ñ Ñ Ñ Ñ";
    gives(
        "android-john-doe",
        &[
            Card { name, mobiles: &["123456789"], parts: ("Ñ Ñ Ñ Ñ", ""), ..Card::default() },
            Card {
                name: "Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ",
                mobiles: &["123456", "3456789"],
                phones: &["234567", "45678901"],
                note: "Ñ Ñ Ñ Ñ Ñ Ñ Ñ",
                ..Card::default()
            },
            Card {
                name: "Ñ Ñ Ñ Ñ",
                parts: ("Ñ Ñ", "Ñ Ñ Ñ"),
                mobiles: &["123456"],
                phones: &["123456"],
                emails: &["bob@example.com"],
                company: "ÑÑÑÑÑÑÑÑÑÑÑÑ",
                photo: true,
                ..Card::default()
            },
            Card {
                name: "ÑÑÑÑ",
                mobiles: &["55556666"],
                emails: &["henry@example.com"],
                company: "ÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑ",
                ..Card::default()
            },
        ],
    );
    gives(
        "blackberry-john-doe",
        &[Card {
            name: "John Doe",
            parts: ("Doe", "john"),
            mobiles: &["+96123456789"],
            company: "Acme Solutions",
            photo: true,
            ..Card::default()
        }],
    );
}

#[test]
fn lotus_and_evolution() {
    gives(
        "lotus-notes-john-doe",
        &[Card {
            name: "Doe John I Johny",
            parts: ("Doe", "John Johny"),
            mobiles: &["+121220434456"],
            emails: &["john.doe@example.com", "billy_bob@example.com"],
            company: "IBM",
            unit: "SUN",
            title: "Generic Accountant",
            born: (5, 21),
            note: "THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS \"AS IS\"\nAND ANY",
            photo: true,
            ..Card::default()
        }],
    );
    gives(
        "evolution-john-doe",
        &[Card {
            name: "John Richter James Doe Sr.",
            parts: DOE,
            mobiles: &["905-666-1234"],
            phones: &["905-555-1234"],
            emails: &["john.doe@example.com"],
            messengers: &["AIM johnny5@example.com"],
            company: "IBM",
            unit: "Accounting/Dungeon",
            title: "Money Counter",
            superior: "Big Blue",
            born: (3, 22),
            note: "THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS \"AS IS\" AND ANY EXPRESS OR IMPLIED",
            ..Card::default()
        }],
    );
}

#[test]
fn thunderbird() {
    gives(
        "thunderbird-morefunctions",
        &[Card {
            name: "John Doe",
            parts: ("Doe", "John"),
            mobiles: &["555-555-5555"],
            phones: &["555-555-1111", "555-555-2222"],
            emails: &[
                "doe.john@example.com",
                "additional-email@example.com",
                "additional-email1@example.com",
                "additional-email2@example.com",
                "additional-email3@example.com",
            ],
            company: "TheOrganization",
            unit: "TheDepartment",
            title: "TheTitle",
            address: &["Suite 100, 222 Broadway, New York, NY 98765, USA"],
            born: (9, 21),
            note: "This is the notes field.\nSecond Line\n\nFourth Line\nYou can put anything in the \"note\" field; even curse words.",
            photo: true,
            ..Card::default()
        }],
    );
    gives(
        "cardbook-3",
        &[Card {
            name: "Emma Musterfrau",
            parts: ("Musterfrau", "Emma"),
            mobiles: &["0160-45678910"],
            phones: &["03456-78910", "03456-10987"],
            emails: &["emma.musterfrau@example.com"],
            born: (3, 17),
            photo: true,
            ..Card::default()
        }],
    );
    gives(
        "cardbook-4",
        &[
            Card {
                name: "Möhrke Gerda",
                parts: ("Möhrke", "Gerda"),
                phones: &["034441-22267"],
                emails: &["info@example.de"],
                company: "KiTa Öhrdingen",
                ..Card::default()
            },
            Card {
                name: "Dr. Max Horst Mustermann jr. Maxl SED",
                parts: ("Mustermann", "Max Horst"),
                emails: &[
                    "privat@example.com",
                    "geschaeftlich@example.com",
                    "sonstige@example.com",
                    "nichts@example.com",
                ],
                company: "SED",
                title: "Gröfaz",
                address: &["Geschäftsadresse 32, Entenhausen, Sachsen-Anhalt 06789, Deutschland"],
                note: "Kommentar",
                ..Card::default()
            },
        ],
    );
}

#[test]
fn services_and_other_scripts() {
    gives(
        "fullcontact",
        &[Card {
            name: "Prefix FirstName MiddleName LastName Suffix",
            parts: ("LastName", "FirstName MiddleName"),
            mobiles: &["555-555-1113", "555-555-1114"],
            phones: &["555-555-1111", "555-555-1112", "555-555-1115", "555-555-1118", "555-555-1119"],
            emails: &[
                "home@example.com",
                "work@example.com",
                "school@example.com",
                "other@example.com",
                "custom@example.com",
            ],
            messengers: &[
                "GTalk gtalk",
                "Skype skype",
                "Yahoo yahoo",
                "AIM aim",
                "Jabber jabber",
                "Other other",
                "CustomTYPE custom",
            ],
            company: "Organization1",
            unit: "Department1",
            title: "Title1",
            address: &[
                "WorkStreet, WorkExtended, WorkCity, WorkState WorkPostal, WorkCountry",
                "OtherStreet, OtherExtended, OtherCity, OtherState OtherPostal, OtherCountry",
                "CustomStreet, CustomExtended, CustomCity, CustomState CustomPostal, CustomCountry",
            ],
            born: (8, 1),
            note: "Notes line 1\nNotes line 2",
            ..Card::default()
        }],
    );
    gives(
        "greek",
        &[Card {
            name: "Βαγγέλης",
            parts: ("Παπαθανασίου", "Ευάγγελος Οδυσσέας"),
            address: &["Αθήνα"],
            ..Card::default()
        }],
    );
}
