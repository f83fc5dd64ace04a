//! What a process uses: wall, CPU, peak anonymous memory. Linux only: the figures are read from /proc.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

static PEAK: AtomicU64 = AtomicU64::new(0);
static DONE: AtomicBool = AtomicBool::new(false);

/// What was used since a moment; memory since the start of the process.
pub struct Usage {
    /// Seconds.
    pub wall: f64,
    /// Seconds, all threads.
    pub cpu: f64,
    /// Peak of the anonymous memory, in MB.
    pub peak: u64,
}

/// The same, as it is printed.
impl std::fmt::Display for Usage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "wall {:.2} s, CPU {:.2} s, peak anonymous memory {} MB", self.wall, self.cpu, self.peak)
    }
}

/// A moment from which usage is told.
#[derive(Clone, Copy)]
pub struct Since(Instant, f64);

impl Since {
    /// This moment.
    pub fn now() -> Self {
        Self(Instant::now(), cpu())
    }

    /// What was used since then.
    pub fn usage(self) -> Usage {
        let wall = self.0.elapsed().as_secs_f64();
        Usage { wall, cpu: cpu() - self.1, peak: PEAK.load(Ordering::Relaxed) / 1000 }
    }
}

/// Does the work while the memory of this process is watched.
pub fn watched<T>(work: impl FnOnce() -> T) -> T {
    let watch = std::thread::spawn(|| {
        while !DONE.load(Ordering::Relaxed) {
            PEAK.fetch_max(status("RssAnon:"), Ordering::Relaxed);
            std::thread::sleep(Duration::from_millis(2));
        }
    });
    let done = work();
    DONE.store(true, Ordering::Relaxed);
    watch.join().unwrap();
    done
}

/// A line of /proc/self/status, in kB.
fn status(key: &str) -> u64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find(|l| l.starts_with(key)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|n| n.parse().ok()).unwrap_or(0)
}

/// CPU seconds of this process, all threads: ticks of /proc/self/stat, a hundred a second.
fn cpu() -> f64 {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = text.rsplit(')').next().unwrap_or_default();
    let ticks = after_name.split_whitespace().skip(11).take(2).filter_map(|t| t.parse::<f64>().ok());
    ticks.sum::<f64>() / 100.0
}
