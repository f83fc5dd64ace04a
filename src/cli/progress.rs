//! A bar on long reads: on stderr, on a terminal only, never with `--quiet`.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Files with fewer rows are read before a bar could be seen.
const LONG: u64 = 200_000;

pub struct Bar(ProgressBar);

impl Bar {
    pub fn new(quiet: bool) -> Self {
        let visible = !quiet && std::io::stderr().is_terminal();
        let bar = ProgressBar::with_draw_target(
            None,
            if visible { ProgressDrawTarget::stderr_with_hz(10) } else { ProgressDrawTarget::hidden() },
        );
        if let Ok(style) = ProgressStyle::with_template("{bar:40} {percent:>3} %  {human_pos} / {human_len}")
        {
            bar.set_style(style);
        }
        Self(bar)
    }

    /// Rows read of those of the file.
    pub fn show(&self, done: u64, rows: u64) {
        if rows >= LONG {
            // Each pass over each file starts the bar again.
            if self.0.is_finished() {
                self.0.reset();
            }
            self.0.set_length(rows);
            self.0.set_position(done);
            if done >= rows {
                self.0.finish_and_clear();
            }
        }
    }
}
