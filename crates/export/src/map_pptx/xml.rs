//! XML of one part. Owns: escaping, and dropping what XML forbids. Deliberately absent: what the elements mean.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::fmt::Display;

/// Attributes in the order they are written.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a dyn Display)];

/// A part being written.
pub(super) struct Xml {
    out: Writer<Vec<u8>>,
    /// Of all colours written from now on, 0 to 1.
    pub opacity: f32,
}

impl Xml {
    /// A part, with the declaration.
    pub fn part() -> Self {
        let mut xml = Self { out: Writer::new(Vec::new()), opacity: 1.0 };
        xml.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml
    }

    pub fn open(&mut self, name: &str, attributes: Attributes) {
        self.put(Event::Start(start(name, attributes)));
    }

    pub fn close(&mut self, name: &str) {
        self.put(Event::End(BytesEnd::new(name)));
    }

    pub fn leaf(&mut self, name: &str, attributes: Attributes) {
        self.put(Event::Empty(start(name, attributes)));
    }

    pub fn text(&mut self, name: &str, text: &str) {
        self.open(name, &[]);
        self.put(Event::Text(BytesText::new(&clean(text))));
        self.close(name);
    }

    pub fn done(self) -> Vec<u8> {
        self.out.into_inner()
    }

    fn put(&mut self, event: Event) {
        // Writing to memory does not fail.
        let _ = self.out.write_event(event);
    }
}

fn start<'a>(name: &'a str, attributes: Attributes) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        start.push_attribute((*key, clean(&value.to_string()).as_str()));
    }
    start
}

/// Without what no XML text may hold; line breaks become spaces, since every text here is one line.
pub(super) fn clean(text: &str) -> String {
    let kept = text.chars().filter_map(|one| match one {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => None,
        one => Some(one),
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped_and_forbidden_characters_are_dropped() {
        let mut xml = Xml::part();
        xml.open("a", &[("n", &"<\"&\u{1}"), ("i", &7)]);
        xml.text("t", "A<&>\u{0}\u{b}\nB😀");
        xml.close("a");
        let text = String::from_utf8(xml.done()).unwrap_or_default();
        let (_, text) = text.split_once("?>").unwrap_or_default();
        assert_eq!(text, "<a n=\"&lt;&quot;&amp;\" i=\"7\"><t>A&lt;&amp;&gt; B😀</t></a>");
    }
}
