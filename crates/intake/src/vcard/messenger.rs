//! Accounts of messengers: every maker has a property of its own for each service. They become one text, the service first.

use super::property::Property;

/// Properties of one service, and what people call it.
const SERVICES: [(&str, &str); 17] = [
    ("X-WECHAT", "WeChat"),
    ("X-WEIXIN", "WeChat"),
    ("X-QQ", "QQ"),
    ("X-TENCENT", "QQ"),
    ("X-DINGTALK", "DingTalk"),
    ("X-FEISHU", "Feishu"),
    ("X-LINE", "LINE"),
    ("X-WHATSAPP", "WhatsApp"),
    ("X-SKYPE", "Skype"),
    ("X-SKYPE-USERNAME", "Skype"),
    ("X-MSN", "MSN"),
    ("X-YAHOO", "Yahoo"),
    ("X-AIM", "AIM"),
    ("X-ICQ", "ICQ"),
    ("X-JABBER", "Jabber"),
    ("X-GTALK", "Google-Talk"),
    ("X-GOOGLE-TALK", "Google-Talk"),
];
/// Properties that leave the service to a parameter, or name none.
const GENERAL: [&str; 2] = ["IMPP", "X-MS-IMADDRESS"];

/// Whether a property is an account of a messenger.
pub(super) fn is_one(name: &str) -> bool {
    GENERAL.contains(&name) || SERVICES.iter().any(|one| one.0 == name)
}

/// `X-WECHAT:a`, `IMPP;X-SERVICE-TYPE=微信:x-apple:a`, `IMPP:xmpp:a@example.com` as `WeChat a`, `微信 a`, `xmpp a@example.com`.
pub(super) fn account(property: &Property<'_>, text: &str) -> String {
    let own = SERVICES.iter().find(|one| one.0 == property.name()).map(|one| one.1.to_owned());
    let said = || ["X-SERVICE-TYPE", "SERVICE-TYPE"].into_iter().find_map(|key| property.param(key));
    let (scheme, account) = match text.split_once(':') {
        Some((scheme, rest)) if scheme.bytes().all(|one| one.is_ascii_alphanumeric() || b"-+.".contains(&one)) => {
            (Some(scheme).filter(|one| !one.eq_ignore_ascii_case("x-apple")), rest)
        }
        _ => (None, text),
    };
    let service = own.or_else(|| said().or(scheme).map(str::to_owned)).unwrap_or_default();
    // One word, so that what stands behind it is the account.
    let service = service.split_whitespace().collect::<Vec<_>>().join("-");
    match account.trim().trim_start_matches('/') {
        "" => String::new(),
        account => format!("{service} {account}").trim().to_owned(),
    }
}
