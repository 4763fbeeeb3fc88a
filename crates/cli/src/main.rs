//! `dianke`, the headless host: the same commands as the window, for scripts and tests.
//!
//! Exit codes: 0 done, 1 refused with a message on standard error, 2 wrong usage.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks on its standard streams")]

mod args;
mod drill;
mod export;
mod help;
mod import;
mod map;
mod paper;
mod rights;
mod run;
mod serve;

use std::alloc::System;
use std::process::ExitCode;

use cap::Cap;

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

fn main() -> ExitCode {
    let set_cap = |bytes| ALLOCATOR.set_limit(bytes).is_ok();
    if let Some(code) = intake::run_child_if_asked(std::env::args_os().skip(1), set_cap) {
        return code;
    }
    let arguments = help::typed();
    match run::run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            eprintln!("{refusal:#}");
            ExitCode::from(1)
        }
    }
}
