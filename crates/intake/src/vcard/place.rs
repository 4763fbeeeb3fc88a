//! An address in parts, in one line, in the order its script has.

use crate::people::is_han;

/// `box;extended;street;town;region;code;country` in one line.
pub(super) fn in_one_line(parts: &[String]) -> String {
    let part = |at: usize| parts.get(at).map_or("", String::as_str).replace('\n', " ");
    let [post_box, extended, street, town, region, code, country] = [0, 1, 2, 3, 4, 5, 6].map(part);
    if parts.iter().any(|one| one.chars().any(is_han)) {
        // Who writes the town into the street as well means it once.
        let mut line = String::new();
        for one in [country, region, town, street, extended, post_box] {
            if !line.ends_with(one.trim()) && !one.trim().is_empty() {
                line.push_str(one.trim());
            }
        }
        return if code.trim().is_empty() { line } else { format!("{line} {}", code.trim()) };
    }
    let inland = format!("{} {}", region.trim(), code.trim());
    let all = [post_box, street, extended, town, inland, country];
    all.iter().map(|one| one.trim()).filter(|one| !one.is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_orders() {
        let line = |parts: [&str; 7]| in_one_line(&parts.map(str::to_owned));
        assert_eq!(
            line(["", "9楼", "样例路1号", "苏州市", "江苏省", "215000", "中国"]),
            "中国江苏省苏州市样例路1号9楼 215000"
        );
        assert_eq!(line(["", "", "1 Sample St", "Oslo", "", "0150", "Norway"]), "1 Sample St, Oslo, 0150, Norway");
        assert_eq!(in_one_line(&[]), "");
    }
}
