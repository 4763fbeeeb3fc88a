//! Help of the arguments many commands share, told once. Deliberately absent: arguments of one command alone, which say it
//! themselves in `args.rs`.

use clap::{Arg, Command, CommandFactory, FromArgMatches};

use crate::args::Arguments;

/// What an argument means wherever it stands, by its identity.
const SHARED: [(&str, &str); 10] = [
    ("workspace", "The workspace: a .dianke file"),
    ("as_of", "The day everything is seen from, as 2026-11-20; today without it"),
    ("json", "Prints JSON"),
    ("out", "The file to write"),
    ("account", "The account, by ref"),
    ("visit", "The visit, by ref"),
    ("decision", "A decision by name or ref; the main one without it"),
    ("plan", "Which drawing"),
    ("format", "The form of the file"),
    ("lens", "What the cards are painted by"),
];

/// Reads what was typed; ends the program with a message if it is wrong.
pub fn typed() -> Arguments {
    let matches = told().get_matches();
    Arguments::from_arg_matches(&matches).unwrap_or_else(|wrong| wrong.exit())
}

fn told() -> Command {
    Arguments::command().mut_subcommands(|command| command.mut_args(tell))
}

fn tell(argument: Arg) -> Arg {
    if argument.get_help().is_some() {
        return argument;
    }
    match SHARED.iter().find(|(id, _)| argument.get_id() == id) {
        Some((_, help)) => argument.help(*help),
        None => argument,
    }
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn every_argument_says_what_it_is() {
        let mut silent = Vec::new();
        for command in told().get_subcommands().filter(|command| !command.is_hide_set()) {
            for argument in command.get_arguments().filter(|argument| argument.get_help().is_none()) {
                silent.push(format!("{} {}", command.get_name(), argument.get_id()));
            }
        }
        assert_eq!(silent, Vec::<String>::new());
    }

    #[test]
    fn the_commands_hang_together() {
        told().debug_assert();
    }
}
