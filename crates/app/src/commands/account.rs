//! Accounts, each with its first unit.

use domain::{Account, AccountKind, AccountTier, OrgUnit, Policy, RelationshipStage};

use super::{by_script, required_name};
use crate::wire::{AddAccount, Changed, ViewContext};
use crate::{App, Error, new_id};

/// A new account and its root unit of the same name, with the policy of its kind.
pub(crate) fn account_with_root(
    policies: &[Policy],
    name: String,
    kind: AccountKind,
    tier: AccountTier,
    stage: RelationshipStage,
) -> (Account, OrgUnit) {
    let (name_zh, name_en) = by_script(name);
    let policy = policies.iter().find(|one| one.r#ref.as_deref() == Some(policy_ref(kind))).map(|one| one.id);
    let (own_zh, own_en) = (name_zh.clone(), name_en.clone());
    let account = Account {
        id: new_id(),
        r#ref: None,
        name_zh: own_zh,
        name_en: own_en,
        kind,
        policy,
        tier,
        stage,
        is_key: true,
    };
    let root = OrgUnit { name_zh, name_en, ..OrgUnit::bare(new_id(), account.id) };
    (account, root)
}

/// Adds an account with a root unit of the same name.
pub fn add_account(app: &mut App, context: &ViewContext, request: AddAccount) -> Result<Changed, Error> {
    let policies = app.store()?.list::<Policy>()?;
    let name = required_name(&request.name)?;
    let (account, root) = account_with_root(&policies, name, request.kind, request.tier, request.stage);
    // The chain every account has from the first day, so that roles and weights can be noted at once.
    let standing = super::chain::standing_decision(account.id);
    let (_, changed) = app.transact(context.lang, "add-account", |tx| {
        tx.put(&account)?;
        tx.put(&root)?;
        Ok(tx.put(&standing)?)
    })?;
    Ok(Changed { created: Some(account.id.to_string()), ..changed })
}

/// The hospitality policy that goes with a kind of account.
pub(crate) fn policy_ref(kind: domain::AccountKind) -> &'static str {
    use domain::AccountKind as Kind;
    match kind {
        Kind::Government => "gov_cn",
        Kind::Soe => "soe_cn",
        Kind::PublicInstitution => "hospital_cn",
        Kind::Private => "private_cn",
        Kind::ForeignPrivate => "foreign",
    }
}
