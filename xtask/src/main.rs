//! `cargo xtask …`: everything a person does with this repository. Builds without any system library.
//!
//! Owns: set-up, the order of stages, and what is printed about them. Deliberately absent: anything the product does.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks on its standard streams")]

mod install;
mod run;
mod stages;
mod start;
mod tidy;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask start      set up, build, and open the app on the sample workspace
cargo xtask test       set up and run every check
cargo xtask bindings   write the TypeScript types and the interchange schema again
cargo xtask tidy       fences, catalogues, sizes
cargo xtask shots      pictures of every screen, both themes and languages, into out/shots
cargo xtask bench      measurements, with the machine named
cargo xtask package    installers for this system";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.first().map(String::as_str) {
        Some("start") => start::start(),
        Some("test") => stages::test(),
        Some("bindings") => stages::bindings(),
        Some("tidy") => tidy::tidy(),
        Some("shots") => stages::shots(),
        Some("bench") => stages::bench(),
        Some("package") => stages::package(),
        _ => {
            println!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
