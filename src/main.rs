//! The command: parse, run, print what went wrong, exit code.

use std::process::ExitCode;

use clap::Parser;

mod cli;

fn main() -> ExitCode {
    let arguments = cli::Arguments::parse();
    arguments.limit_engine_threads();
    match arguments.run() {
        Ok(()) | Err(cli::Failure::PipeClosed) => ExitCode::SUCCESS,
        Err(cli::Failure::Missed(missed)) => {
            let lang = arguments.terminal_lang();
            for target in missed {
                cli::complain(lang.pick("objectif manqué\u{a0}: ", "target missed: "), &target);
            }
            ExitCode::from(1)
        }
        Err(cli::Failure::Refused(error)) => {
            let lang = arguments.terminal_lang();
            cli::complain(lang.pick("erreur\u{a0}: ", "error: "), &error.message(lang));
            ExitCode::from(2)
        }
    }
}
