//! The smallest host: nothing but the reading child. Drives the tests of the process border; not shipped.

use std::alloc::System;
use std::process::ExitCode;

#[global_allocator]
static ALLOC: cap::Cap<System> = cap::Cap::new(System, usize::MAX);

fn main() -> ExitCode {
    intake::run_child_if_asked(std::env::args_os().skip(1), |bytes| ALLOC.set_limit(bytes).is_ok())
        .unwrap_or(ExitCode::from(2))
}
