//! The map in the real window: typed, moved, compared, written as slides, presented here and in a second window.
//!
//! Absent: what a deck has to hold (`tests/office`), and every finer point of the screens (`tests/browser`).

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use thirtyfour::prelude::*;

use super::driver::{ask, chord, click, count, css, in_window, keys, press, reads, sample, see, until, written};

/// Words of the sample's first account that no presented page may hold: judgements, roles, owners and the decision.
const INTERNAL: [&str; 10] = ["支持", "反对", "中立", "责任", "覆盖", "决策", "储能", "待查", "林采薇", "维桢"];
/// Somebody everyone may see.
const CHAIRMAN: &str = "祁振邦";
const PEOPLE: usize = 10;

async fn open_map(window: &WebDriver) -> Result<()> {
    click(window, "nav-accounts").await?;
    press(window, "account-row-A01").await?;
    see(window, "map-canvas").await?;
    if window.find_all(By::Css("aside.outline > h2")).await?.is_empty() {
        click(window, "outline-toggle").await?;
    }
    until("the tree", async || Ok(rows(window).await? > 5)).await
}

async fn rows(window: &WebDriver) -> Result<usize> {
    Ok(window.find_all(By::Css("[role=treeitem]")).await?.len())
}

fn row(name: &str) -> By {
    By::XPath(format!("//*[@role='treeitem'][contains(., '{name}')]"))
}

/// What the tree says of the row above the one with this name: the nearest before it that lies less deep.
async fn superior(window: &WebDriver, name: &str) -> Result<String> {
    let script = "const rows = [...document.querySelectorAll('[role=treeitem]')];
         const at = rows.findIndex((one) => one.textContent.includes(arguments[0]));
         const depth = Number(rows[at]?.getAttribute('aria-level'));
         return rows.slice(0, at).reverse().find((one) => Number(one.getAttribute('aria-level')) < depth)?.textContent ?? '';";
    let said = window.execute(script, vec![name.into()]).await?;
    Ok(said.json().as_str().context("the tree says words")?.to_owned())
}

/// Finds a card by the map's own search, without the mouse; the map has the keyboard then.
async fn search(window: &WebDriver, name: &str) -> Result<()> {
    chord(window, Key::Control, 'f').await?;
    typing(window, "map-search").await?;
    keys(window, name).await?;
    window.query(By::Css("#map-hits [role=option]")).first().await?;
    keys(window, Key::Enter + "").await
}

async fn choose(window: &WebDriver, name: &str) -> Result<()> {
    search(window, name).await?;
    let chosen = async || Ok(window.find(row(name)).await?.attr("aria-selected").await?.as_deref() == Some("true"));
    until("the card chosen", chosen).await
}

async fn undo(window: &WebDriver) -> Result<()> {
    chord(window, Key::Control, 'z').await
}

/// This field has the focus.
async fn typing(window: &WebDriver, field: &str) -> Result<()> {
    until(field, async || Ok(window.active_element().await?.attr("data-testid").await?.as_deref() == Some(field))).await
}

async fn ten(window: &WebDriver) -> Result<()> {
    open_map(window).await?;
    choose(window, CHAIRMAN).await?;
    let before = rows(window).await?;
    keys(window, Key::Tab + "").await?;
    for at in 1..=PEOPLE {
        if at > 1 {
            keys(window, Key::Enter + "").await?;
        }
        typing(window, "card-name").await?;
        keys(window, format!("样例{at}")).await?;
        keys(window, Key::Tab + "").await?;
        typing(window, "card-post").await?;
        keys(window, format!("职务{at}")).await?;
        keys(window, Key::Enter + "").await?;
        until("one person more", async || Ok(rows(window).await? == before + at)).await?;
    }
    for at in 1..=PEOPLE {
        let above = superior(window, &format!("职务{at}")).await?;
        ensure!(above.contains(CHAIRMAN), "the first is a report, the others its peers: {above}");
    }
    for at in 1..=PEOPLE {
        undo(window).await?;
        until("a step taken back", async || Ok(rows(window).await? == before + PEOPLE - at)).await?;
    }
    Ok(())
}

#[test]
#[ignore = "needs a display and the window's driver: cargo xtask test"]
fn ten_people_by_keyboard_alone() -> Result<()> {
    let (folder, workspace) = sample()?;
    in_window(folder.path(), &workspace, "ten", async |window, _| ten(window).await)
}

/// Where the cards of the account stand, in world units.
fn centres(workspace: &Path) -> Result<impl Fn(&str) -> Result<(f64, f64)>> {
    let workspace = workspace.to_string_lossy();
    let told = suite::dianke(&["map", &workspace, "--account", "A01", "--as-of", "2026-11-20", "--json"])?;
    let map: Value = serde_json::from_slice(&told.stdout)?;
    Ok(move |name: &str| {
        let cards = map["cards"].as_array().context("cards")?;
        let card = cards.iter().find(|card| card["name"] == name).with_context(|| format!("{name} is on no card"))?;
        let side = |at: usize| card["box"][at].as_f64().context("a box has four numbers");
        Ok((side(0)? + side(2)? / 2.0, side(1)? + side(3)? / 2.0))
    })
}

/// A point of the map as a point of the window.
async fn on_screen(window: &WebDriver, (x, y): (f64, f64)) -> Result<(i64, i64)> {
    let view = ask(
        window,
        "const { dataset } = document.querySelector('[data-testid=map-view]');
         const box = document.querySelector('[data-testid=map-canvas]').getBoundingClientRect();
         return [Number(dataset.k), Number(dataset.x) + box.x, Number(dataset.y) + box.y];",
    )
    .await?;
    let part = |at: usize| view[at].as_f64().with_context(|| format!("the view of the map: {view}"));
    let (k, left, top) = (part(0)?, part(1)?, part(2)?);
    Ok(((x * k + left).round() as i64, (y * k + top).round() as i64))
}

/// The whole map is shown and moves no more.
async fn whole(window: &WebDriver) -> Result<()> {
    click(window, "map-fit").await?;
    let mut last = Value::Null;
    loop {
        let now = ask(window, "return { ...document.querySelector('[data-testid=map-view]').dataset }").await?;
        if now == last {
            return Ok(());
        }
        last = now;
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
}

async fn dragged(window: &WebDriver, from: (i64, i64), to: (i64, i64)) -> Result<()> {
    let mut hand = window.action_chain().move_to(from.0, from.1).click_and_hold();
    for step in 1..=6 {
        hand = hand.move_to(from.0 + (to.0 - from.0) * step / 6, from.1 + (to.1 - from.1) * step / 6);
    }
    hand.perform().await?;
    see(window, "drop-words").await?;
    Ok(window.action_chain().release().perform().await?)
}

async fn moved(window: &WebDriver, centre: impl Fn(&str) -> Result<(f64, f64)>) -> Result<()> {
    open_map(window).await?;
    let before = superior(window, "白若冰").await?;
    ensure!(before.contains("阎秀芝"), "the sample has another superior: {before}");
    whole(window).await?;
    let (from, to) = (on_screen(window, centre("白若冰")?).await?, on_screen(window, centre("苗国梁")?).await?);
    dragged(window, from, to).await?;
    until("dragged beneath another", async || Ok(superior(window, "白若冰").await?.contains("苗国梁"))).await?;
    undo(window).await?;
    until("back", async || Ok(superior(window, "白若冰").await? == before)).await?;

    choose(window, "白若冰").await?;
    keys(window, "m").await?;
    see(window, "move-bar").await?;
    search(window, "苗国梁").await?;
    reads(window, "move-bar", "苗国梁").await?;
    keys(window, Key::Enter + "").await?;
    until("moved by keys", async || Ok(superior(window, "白若冰").await?.contains("苗国梁"))).await?;
    undo(window).await?;
    until("back again", async || Ok(superior(window, "白若冰").await? == before)).await
}

#[test]
#[ignore = "needs a display and the window's driver: cargo xtask test"]
fn a_card_moved_by_dragging_and_by_keys() -> Result<()> {
    let (folder, workspace) = sample()?;
    let centre = centres(&workspace)?;
    in_window(folder.path(), &workspace, "move", async |window, _| moved(window, centre).await)
}

async fn compared(window: &WebDriver) -> Result<()> {
    open_map(window).await?;
    ask(window, "document.activeElement?.blur()").await?;
    keys(window, "c").await?;
    see(window, "change-list").await?;
    let day = see(window, "time-compare-day").await?;
    day.clear().await?;
    day.send_keys("2026-07-01").await?;
    day.send_keys(Key::Enter + "").await?;
    until("changes listed", async || Ok(count(window, "change-row").await? > 0)).await?;
    let listed = count(window, "change-row").await?;
    reads(window, "time-changes", &listed.to_string()).await?;
    keys(window, Key::Escape + "").await?;
    ask(window, "document.activeElement?.blur()").await?;
    keys(window, "c").await?;
    until("the comparison ended", async || Ok(count(window, "change-list").await? == 0)).await
}

/// The deck on the user's own template; its slides and the parts of the template.
async fn slides(window: &WebDriver, folder: &Path) -> Result<()> {
    click(window, "export-menu").await?;
    click(window, "edition-presenting").await?;
    click(window, "format-pptx").await?;
    click(window, "template-pick").await?;
    reads(window, "template-name", "own.pptx").await?;
    click(window, "export-write").await?;
    let path = written(folder, "pptx").await?;
    let deck = zip::ZipArchive::new(std::fs::File::open(path)?)?;
    let names: Vec<&str> = deck.file_names().collect();
    ensure!(names.iter().any(|name| name.starts_with("ppt/slides/slide")), "no slide: {names:?}");
    ensure!(names.contains(&"ppt/media/picture1.png"), "the template's picture is missing: {names:?}");
    Ok(())
}

#[test]
#[ignore = "needs a display and the window's driver: cargo xtask test"]
fn two_days_compared_and_slides_written() -> Result<()> {
    let (folder, workspace) = sample()?;
    in_window(folder.path(), &workspace, "slides", async |window, folder| {
        compared(window).await?;
        slides(window, folder).await
    })
}

/// The room-safe face stands in this window, with names and nothing else.
async fn neutral(window: &WebDriver) -> Result<()> {
    see(window, "room").await?;
    until("names", async || Ok(rows(window).await? > 5)).await?;
    let shown = format!("{}{}", window.source().await?, window.title().await?);
    ensure!(shown.contains(CHAIRMAN), "names are there");
    for word in INTERNAL {
        ensure!(!shown.contains(word), "{word} is in the presenting window");
    }
    Ok(())
}

async fn presented(window: &WebDriver) -> Result<()> {
    open_map(window).await?;
    click(window, "present").await?;
    click(window, "present-here").await?;
    neutral(window).await?;
    let asked = window
        .execute_async(
            "const done = arguments[arguments.length - 1];
             const context = { lang: 'zh-CN', today: '2026-11-20', mode: 'internal' };
             window.__TAURI_INTERNALS__.invoke('call', { name: 'get_home', context, request: {} })
               .then(() => done('answered'), (error) => done(error.code));",
            Vec::new(),
        )
        .await?;
    ensure!(asked.json() == "not-presenting", "whatever else it asks is refused: {:?}", asked.json());
    keys(window, Key::Escape + "").await?;
    ensure!(count(window, "room").await? == 1, "one Escape does not leave");
    keys(window, Key::Escape + "").await?;
    see(window, "map-canvas").await?;
    ensure!(count(window, "room").await? == 0, "the desk is back");
    Ok(())
}

async fn second(window: &WebDriver) -> Result<()> {
    let desk = window.window().await?;
    click(window, "present").await?;
    click(window, "present-second").await?;
    until("a second window", async || Ok(window.windows().await?.len() == 2)).await?;
    let room = window.windows().await?.into_iter().find(|one| *one != desk).context("the second window")?;
    window.switch_to_window(room).await?;
    neutral(window).await?;
    window.switch_to_window(desk.clone()).await?;
    see(window, "presenter").await?;
    ensure!(!window.find_all(css("map-canvas")).await?.is_empty(), "the presenter keeps the desk");
    click(window, "presenter-end").await?;
    until("the second window gone", async || Ok(window.windows().await?.len() == 1)).await?;
    window.switch_to_window(desk).await?;
    until("the bar gone", async || Ok(count(window, "presenter").await? == 0)).await
}

#[test]
#[ignore = "needs a display and the window's driver: cargo xtask test"]
fn presented_here_and_in_a_second_window() -> Result<()> {
    let (folder, workspace) = sample()?;
    in_window(folder.path(), &workspace, "room", async |window, _| {
        presented(window).await?;
        second(window).await
    })
}
