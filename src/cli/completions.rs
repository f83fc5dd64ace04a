//! `barometre completions`: what a shell needs to complete the commands.

use clap::{Args, CommandFactory as _};
use clap_complete::{Shell, generate};

use super::{Failure, print};

/// Completion of the commands and options in a shell.
///
/// bash: `barometre completions bash > ~/.local/share/bash-completion/completions/barometre`. zsh: into a file
/// `_barometre` of a folder of `$fpath`. fish: into `~/.config/fish/completions/barometre.fish`. `PowerShell`:
/// `barometre completions powershell >> $PROFILE`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Shell
    #[arg(value_enum, value_name = "SHELL")]
    shell: Shell,
}

impl Arguments {
    pub fn run(&self) -> Result<(), Failure> {
        let mut script = Vec::new();
        generate(self.shell, &mut super::Arguments::command(), "barometre", &mut script);
        print(&String::from_utf8_lossy(&script))
    }
}
