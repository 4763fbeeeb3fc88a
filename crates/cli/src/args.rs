//! What can be typed.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

/// Dianke without a window: decision chains, reception briefings and responsibility from the command line.
#[derive(Parser)]
#[command(name = "dianke", version)]
pub struct Arguments {
    /// Language of messages, labels and documents; the system's by default.
    #[arg(long, global = true)]
    pub lang: Option<Language>,
    #[command(subcommand)]
    pub command: Command,
}

/// A language.
#[derive(Clone, Copy, ValueEnum)]
pub enum Language {
    #[value(name = "zh-CN", alias = "zh")]
    ZhCn,
    #[value(name = "en")]
    En,
    /// Chinese over English; for papers alone.
    #[value(name = "both")]
    Both,
}

/// A lens of the map.
#[derive(Clone, Copy, ValueEnum)]
pub enum LensName {
    Structure,
    Attitude,
    Coverage,
    Ownership,
    Freshness,
    Change,
}

/// For whom a map is made.
#[derive(Clone, Copy, ValueEnum)]
pub enum ModeName {
    Internal,
    Presenting,
}

/// Drawings of seats, by the codes they are stored under.
const SEATINGS: [&str; 8] =
    ["rostrum", "table_broadside", "table_end_on", "sofas", "round_tables", "signing", "photo", "car"];

/// What map, and as what.
#[derive(Args)]
pub struct MapArguments {
    pub workspace: PathBuf,
    #[arg(long)]
    pub account: String,
    /// The file to write: .svg, .pdf, .png or .pptx.
    #[arg(long, required_unless_present = "json")]
    pub out: Option<PathBuf>,
    /// Prints cards, lines, units and figures.
    #[arg(long)]
    pub json: bool,
    /// `presenting` holds names, formal posts, units and reporting lines alone.
    #[arg(long, value_enum, default_value = "internal")]
    pub mode: ModeName,
    #[arg(long, value_enum, default_value = "attitude")]
    pub lens: LensName,
    #[arg(long)]
    pub as_of: Option<NaiveDate>,
    /// The day to compare with; seen in the lens `change` and in `--json`.
    #[arg(long)]
    pub compare: Option<NaiveDate>,
    /// A saved view by name, in place of decision, lens, days, folds and focus.
    #[arg(long)]
    pub view: Option<String>,
    /// A decision by name or ref; the main one without it.
    #[arg(long)]
    pub decision: Option<String>,
    /// The branch shown alone, by ref of its head.
    #[arg(long)]
    pub focus: Option<String>,
    /// Branches folded, by ref of their heads.
    #[arg(long)]
    pub fold: Vec<String>,
    /// Your own deck for .pptx.
    #[arg(long)]
    pub template: Option<PathBuf>,
    /// Pixels per unit of a .png; 2 without it.
    #[arg(long)]
    pub scale: Option<f64>,
    /// Adds the best ways to a stakeholder, by ref, to `--json`.
    #[arg(long, requires = "json")]
    pub paths_to: Option<String>,
}

/// The file of a paper.
#[derive(Clone, Copy, ValueEnum)]
pub enum FormatName {
    Pdf,
    Docx,
}

/// Which paper of which visit.
#[derive(Args)]
pub struct BriefArguments {
    pub workspace: PathBuf,
    #[arg(long)]
    pub visit: String,
    /// `internal_full`, `host_card`, `crew`, `guest`, `presenting`, `name_plates` or `welcome_board`.
    #[arg(long, default_value = "internal_full")]
    pub edition: String,
    #[arg(long, value_enum, default_value = "pdf")]
    pub format: FormatName,
    /// Who may hold this copy.
    #[arg(long)]
    pub holder: Option<String>,
    /// How many copies there are to be, printed behind the number.
    #[arg(long)]
    pub copies: Option<u32>,
    #[arg(long)]
    pub out: PathBuf,
    #[arg(long)]
    pub as_of: Option<NaiveDate>,
}

/// What `review` is asked for.
#[derive(Args)]
pub struct ReviewArguments {
    pub workspace: PathBuf,
    /// The first day; what happened on it belongs to the week before.
    #[arg(long)]
    pub since: NaiveDate,
    /// The last day; today when not given.
    #[arg(long)]
    pub as_of: Option<NaiveDate>,
    /// Only these accounts.
    #[arg(long)]
    pub account: Vec<String>,
    /// Structure and contacts only, for a meeting with the customer.
    #[arg(long)]
    pub room: bool,
    /// A file ending with `.pdf` or `.xlsx`.
    #[arg(long)]
    pub out: PathBuf,
}

/// The agenda of which visit.
#[derive(Args)]
pub struct AgendaArguments {
    pub workspace: PathBuf,
    #[arg(long)]
    pub visit: String,
    /// Only the lines for guests, in their wording.
    #[arg(long)]
    pub guests: bool,
    /// The file to write: .ics.
    #[arg(long)]
    pub out: PathBuf,
    #[arg(long)]
    pub as_of: Option<NaiveDate>,
}

/// Whose hand-over pack, and for whom.
#[derive(Args)]
pub struct HandoverArguments {
    pub workspace: PathBuf,
    /// Who hands over, by ref.
    #[arg(long)]
    pub staff: String,
    /// Who takes over, by ref: background and judgements are in it only for accounts they work for.
    #[arg(long)]
    pub to: Option<String>,
    /// The file to write: .pdf or .docx.
    #[arg(long)]
    pub out: PathBuf,
    #[arg(long)]
    pub as_of: Option<NaiveDate>,
}

/// Whose access pack.
#[derive(Args)]
pub struct AccessArguments {
    pub workspace: PathBuf,
    /// The person, by ref or identity.
    #[arg(long)]
    pub r#ref: String,
    /// The folder to write the PDF and the JSON into.
    #[arg(long)]
    pub out: PathBuf,
    #[arg(long)]
    pub as_of: Option<NaiveDate>,
}

/// Whom to erase.
#[derive(Args)]
pub struct EraseArguments {
    pub workspace: PathBuf,
    /// The person, by ref or identity.
    #[arg(long)]
    pub r#ref: String,
    /// Does it; without this it only tells what would go.
    #[arg(long)]
    pub yes: bool,
    /// Writes also those texts anew in which the name may mean somebody else.
    #[arg(long)]
    pub all_mentions: bool,
    /// Where the certificate goes; beside the workspace without it.
    #[arg(long)]
    pub certificate: Option<PathBuf>,
    #[arg(long)]
    pub json: bool,
    #[arg(long)]
    pub as_of: Option<NaiveDate>,
}

/// Lists that can be exported, by the codes the window has for them.
const LISTS: [&str; 9] =
    ["people", "accounts", "court", "promises", "requests", "complaints", "warnings", "visits", "colleagues"];

/// What leaves the workspace, and as what.
#[derive(Args)]
pub struct ExportArguments {
    pub workspace: PathBuf,
    /// The file to write: .json for the whole workspace; .xlsx, .csv or .vcf for a list.
    #[arg(long)]
    pub out: PathBuf,
    /// Which list; people without it.
    #[arg(long, value_parser = LISTS)]
    pub list: Option<String>,
    /// Only this account.
    #[arg(long)]
    pub account: Option<String>,
    /// The highest class of data in the list: P0 public, P1 business contact, P2 background and judgements, P3 sensitive.
    #[arg(long, default_value = "P1", value_parser = ["P0", "P1", "P2", "P3"])]
    pub class: String,
    /// What it is needed for; asked for from P2 on and written into the audit.
    #[arg(long, value_parser = ["meeting", "handover", "transfer", "person_asked", "audit"])]
    pub reason: Option<String>,
    /// Version of contact cards.
    #[arg(long, default_value = "4.0", value_parser = ["3.0", "4.0"])]
    pub vcard: String,
    #[arg(long)]
    pub as_of: Option<NaiveDate>,
}

/// One command.
#[derive(Subcommand)]
pub enum Command {
    /// Makes a new workspace.
    New {
        workspace: PathBuf,
        /// Fills it with the eight fictional sample accounts.
        #[arg(long)]
        sample: bool,
    },
    /// Imports a spreadsheet of people or an interchange file.
    Import {
        workspace: PathBuf,
        /// What is read: .xlsx, .csv, .vcf or .json.
        file: PathBuf,
        /// A JSON object: column letter to field code, in place of the proposal.
        #[arg(long)]
        map: Option<PathBuf>,
        /// A JSON object: what to do with pairs, by their key: `same`, `another`, `skip` or `later`, or
        /// `{"decision": "same", "file": ["mobile"]}` with the fields taken from the file; with the list's own ways, by the
        /// key of a line (`"attitude/友好": "1"`) or of all of a kind (`"owner/*": "proposed"`).
        #[arg(long)]
        decide: Option<PathBuf>,
        /// The account to import into, by ref; without it a new one is made, or for another edition of a list the one
        /// the last went to.
        #[arg(long)]
        account: Option<String>,
        /// The name of the new account; the file's name without it.
        #[arg(long)]
        account_name: Option<String>,
        /// What facts name as their source; the file's name without it.
        #[arg(long)]
        source: Option<String>,
        /// What the facts are kept for.
        #[arg(long)]
        purpose: Option<String>,
        /// Ends the posts of those another edition of the list no longer names.
        #[arg(long)]
        end_gone: bool,
        /// Does not remember the list for its next edition.
        #[arg(long)]
        forget: bool,
        /// Shows what would happen and writes nothing.
        #[arg(long)]
        dry_run: bool,
        #[arg(long)]
        json: bool,
    },
    /// Writes the whole workspace as an interchange file (.json), or one list as .xlsx, .csv or .vcf.
    Export(Box<ExportArguments>),
    /// Lists the accounts.
    Accounts {
        workspace: PathBuf,
        #[arg(long)]
        as_of: Option<NaiveDate>,
        #[arg(long)]
        json: bool,
    },
    /// Scores of one account with their reasons.
    Score {
        workspace: PathBuf,
        #[arg(long)]
        account: String,
        #[arg(long)]
        as_of: Option<NaiveDate>,
        #[arg(long)]
        json: bool,
    },
    /// Who answers for whom, and the gaps and collisions.
    Court {
        workspace: PathBuf,
        #[arg(long)]
        account: Option<String>,
        #[arg(long)]
        as_of: Option<NaiveDate>,
        #[arg(long)]
        json: bool,
    },
    /// Early warnings with their status, owner and what was decided.
    Warnings {
        workspace: PathBuf,
        #[arg(long)]
        account: Option<String>,
        #[arg(long)]
        as_of: Option<NaiveDate>,
        #[arg(long)]
        json: bool,
    },
    /// Ranked hosts of a visit, and its readiness.
    Hosts {
        workspace: PathBuf,
        #[arg(long)]
        visit: String,
        /// A guest by ref; the principal without it.
        #[arg(long = "for", conflicts_with = "all")]
        guest: Option<String>,
        /// Every guest, with the best one-to-one assignment.
        #[arg(long)]
        all: bool,
        #[arg(long)]
        as_of: Option<NaiveDate>,
        #[arg(long)]
        json: bool,
    },
    /// Who sits where at a visit, by the rules or as stored.
    Seat {
        workspace: PathBuf,
        #[arg(long)]
        visit: String,
        #[arg(long, value_parser = SEATINGS)]
        plan: String,
        #[arg(long)]
        as_of: Option<NaiveDate>,
        #[arg(long)]
        json: bool,
    },
    /// How ready a visit is: blocks, gates, what is missing, where the plan clashes.
    Ready {
        workspace: PathBuf,
        #[arg(long)]
        visit: String,
        #[arg(long)]
        as_of: Option<NaiveDate>,
        #[arg(long)]
        json: bool,
    },
    /// Draws the map of an account.
    Map(Box<MapArguments>),
    /// One person: posts, facts with their sources, judgements, ties, visits, what is not known.
    Person {
        workspace: PathBuf,
        /// The person, by ref.
        #[arg(long = "ref")]
        key: String,
        #[arg(long)]
        as_of: Option<NaiveDate>,
        #[arg(long)]
        json: bool,
    },
    /// The best ways to a stakeholder.
    Paths {
        workspace: PathBuf,
        #[arg(long)]
        account: String,
        /// The ref of the person or seat.
        #[arg(long)]
        to: String,
        #[arg(long)]
        decision: Option<String>,
        #[arg(long)]
        as_of: Option<NaiveDate>,
        #[arg(long)]
        json: bool,
    },
    /// Writes one copy of a paper of a visit and records it.
    Brief(Box<BriefArguments>),
    /// Writes the agenda of a visit as a calendar.
    Agenda(Box<AgendaArguments>),
    /// Writes the weekly review: what changed, what is missing or in the way, what fell due.
    Review(Box<ReviewArguments>),
    /// What falls when somebody leaves, and who could take over. Writes nothing.
    Drill {
        workspace: PathBuf,
        /// Who leaves, by ref: ours or theirs, several with commas.
        #[arg(long, required = true, value_delimiter = ',')]
        leaves: Vec<String>,
        /// Ours leave with everybody below them.
        #[arg(long)]
        team: bool,
        #[arg(long)]
        as_of: Option<NaiveDate>,
        #[arg(long)]
        json: bool,
    },
    /// Writes the hand-over pack of one of ours.
    Handover(Box<HandoverArguments>),
    /// Writes everything held about a person, as PDF and JSON.
    Access(Box<AccessArguments>),
    /// Deletes a person for good, with a certificate; tells first what would go.
    Erase(Box<EraseArguments>),
    /// Finds people, accounts, visits and ours.
    Search {
        workspace: PathBuf,
        /// What is looked for: a name, its reading, initials, a post, figures of a number.
        text: String,
        /// Only people and visits of this account, by ref.
        #[arg(long, required_if_eq("mode", "presenting"))]
        account: Option<String>,
        /// `presenting` looks only in names, formal posts and units that the room may see.
        #[arg(long, value_enum, default_value = "internal")]
        mode: ModeName,
        #[arg(long)]
        as_of: Option<NaiveDate>,
        #[arg(long)]
        json: bool,
    },
    /// Who did what when, the latest first, and whether the log is as it was written.
    Audit {
        workspace: PathBuf,
        /// Only what is about this person, by ref or identity.
        #[arg(long = "ref")]
        key: Option<String>,
        /// Only lines of this kind.
        #[arg(long, value_parser = ["view", "export", "mode", "bulk", "change", "turn"])]
        kind: Option<String>,
        /// How many lines; all of them without it.
        #[arg(long)]
        limit: Option<usize>,
        #[arg(long)]
        json: bool,
    },
    /// Checks that a workspace is whole.
    Check { workspace: PathBuf },
    /// Serves the window's page on this machine's loopback address, for tests in a browser.
    #[command(hide = true)]
    Serve {
        workspace: Option<PathBuf>,
        #[arg(long, default_value_t = 0)]
        port: u16,
        #[arg(long)]
        page: PathBuf,
        #[arg(long)]
        out: PathBuf,
        #[arg(long)]
        import_file: Option<PathBuf>,
        #[arg(long)]
        template_file: Option<PathBuf>,
        #[arg(long)]
        today: Option<NaiveDate>,
    },
}
