//! What can be typed.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Parser, Subcommand, ValueEnum};

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
}

/// A lens of the map.
#[derive(Clone, Copy, ValueEnum)]
pub enum LensName {
    Structure,
    Attitude,
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
        file: PathBuf,
        /// A JSON object: column letter to field code, in place of the proposal.
        #[arg(long)]
        map: Option<PathBuf>,
        /// The account to import into, by ref; without it a new one is made.
        #[arg(long)]
        account: Option<String>,
        /// The name of the new account; the file's name without it.
        #[arg(long)]
        account_name: Option<String>,
        /// Shows what would happen and writes nothing.
        #[arg(long)]
        dry_run: bool,
        #[arg(long)]
        json: bool,
    },
    /// Writes the whole workspace as an interchange file.
    Export {
        workspace: PathBuf,
        #[arg(long)]
        out: PathBuf,
    },
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
    /// Ranked hosts of a visit, and its readiness.
    Hosts {
        workspace: PathBuf,
        #[arg(long)]
        visit: String,
        #[arg(long)]
        as_of: Option<NaiveDate>,
        #[arg(long)]
        json: bool,
    },
    /// Draws the map of an account.
    Map {
        workspace: PathBuf,
        #[arg(long)]
        account: String,
        #[arg(long)]
        out: PathBuf,
        #[arg(long, value_enum, default_value = "attitude")]
        lens: LensName,
        #[arg(long)]
        as_of: Option<NaiveDate>,
    },
    /// Writes the briefing of a visit.
    Brief {
        workspace: PathBuf,
        #[arg(long)]
        visit: String,
        #[arg(long, default_value = "internal_full")]
        edition: String,
        #[arg(long)]
        out: PathBuf,
        #[arg(long)]
        as_of: Option<NaiveDate>,
    },
    /// Finds people, accounts and visits.
    Search {
        workspace: PathBuf,
        text: String,
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
        today: Option<NaiveDate>,
    },
}
