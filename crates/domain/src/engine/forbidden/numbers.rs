//! Numbers nobody may keep here: identity cards and bank cards by their check digits, passports beside the word for them.
//!
//! Deliberately absent: telephone numbers, orders and contracts. A number is caught only when its own check says what it is, or
//! when the words before it do.

use super::{Caught, ForbiddenMatter};

/// Weights of the check digit of an identity number (GB 11643).
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: [char; 11] = ['1', '0', 'x', '9', '8', '7', '6', '5', '4', '3', '2'];
/// How far before a number the word for it may stand, in characters.
const NEAR: usize = 8;
/// Words before an identity number, and before a passport.
const IDENTITY: [&str; 4] = ["身份证", "证件号", "id number", "id card"];
const PASSPORT: [&str; 2] = ["护照", "passport"];
const CARD: [&str; 5] = ["银行卡", "卡号", "工资卡", "bank card", "card number"];

/// A run of digits and letters without what people write between them.
struct Run {
    from: usize,
    to: usize,
    signs: Vec<char>,
}

pub(super) fn caught(chars: &[char]) -> Vec<Caught> {
    runs(chars).into_iter().filter_map(|run| judged(chars, &run)).collect()
}

fn judged(chars: &[char], run: &Run) -> Option<Caught> {
    let digits = run.signs.iter().filter(|one| one.is_ascii_digit()).count();
    let all = digits == run.signs.len();
    let said = |words: &[&str]| is_named(chars, run.from, words);
    let matter = if is_identity(&run.signs) || (said(&IDENTITY) && (15..=18).contains(&run.signs.len()) && digits >= 15)
    {
        ForbiddenMatter::IdNumber
    } else if all && ((is_card(&run.signs) && is_luhn(&run.signs)) || (said(&CARD) && (12..=19).contains(&digits))) {
        ForbiddenMatter::BankCard
    } else if said(&PASSPORT) && (7..=9).contains(&run.signs.len()) && digits >= 6 {
        ForbiddenMatter::Passport
    } else {
        return None;
    };
    Some(Caught { matter, from: run.from, to: run.to })
}

/// Runs that begin with a sign and go on over single spaces and hyphens between digits.
fn runs(chars: &[char]) -> Vec<Run> {
    let sign = |at: usize| chars.get(at).is_some_and(char::is_ascii_alphanumeric);
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !sign(at) {
            at += 1;
            continue;
        }
        let (from, mut signs) = (at, Vec::new());
        while at < chars.len() {
            let gap = matches!(chars[at], ' ' | '-')
                && chars.get(at + 1).is_some_and(char::is_ascii_digit)
                && signs.last().is_some_and(char::is_ascii_digit);
            if sign(at) {
                signs.push(chars[at]);
            } else if !gap {
                break;
            }
            at += 1;
        }
        found.push(Run { from, to: at, signs });
    }
    found
}

fn is_named(chars: &[char], from: usize, words: &[&str]) -> bool {
    let near: String = chars[from.saturating_sub(NEAR + 6)..from].iter().collect();
    words.iter().any(|word| near.rfind(word).is_some_and(|at| near[at + word.len()..].chars().count() <= NEAR))
}

/// Eighteen signs with a day of birth that can be and the right check digit.
fn is_identity(signs: &[char]) -> bool {
    if signs.len() != 18 || !signs[..17].iter().all(char::is_ascii_digit) {
        return false;
    }
    let number = |part: &[char]| part.iter().filter_map(|one| one.to_digit(10)).fold(0, |sum, one| sum * 10 + one);
    let day = crate::Day::from_ymd_opt(number(&signs[6..10]) as i32, number(&signs[10..12]), number(&signs[12..14]));
    let born = day.is_some() && (1900..2100).contains(&number(&signs[6..10]));
    let sum: u32 = signs.iter().zip(WEIGHTS).filter_map(|(one, weight)| Some(one.to_digit(10)? * weight)).sum();
    born && signs[0] != '0' && CHECKS[(sum % 11) as usize] == signs[17]
}

/// Beginnings and lengths of payment cards: UnionPay, Visa, Mastercard, American Express, JCB.
fn is_card(signs: &[char]) -> bool {
    let head: u32 = signs.iter().take(4).filter_map(|one| one.to_digit(10)).fold(0, |sum, one| sum * 10 + one);
    match signs.len() {
        15 => matches!(head / 100, 34 | 37),
        16 => head / 1000 == 4 || matches!(head / 100, 62 | 35 | 51..=55) || (2221..=2720).contains(&head),
        17..=19 => head / 100 == 62,
        _ => false,
    }
}

fn is_luhn(signs: &[char]) -> bool {
    let digits = signs.iter().rev().filter_map(|one| one.to_digit(10)).enumerate();
    let sum: u32 = digits.map(|(at, one)| if at % 2 == 0 { one } else { one * 2 / 10 + one * 2 % 10 }).sum();
    sum.is_multiple_of(10)
}
