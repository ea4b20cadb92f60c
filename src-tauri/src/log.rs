//! The log: ids and codes only, a file a day, the last ones kept.

use std::path::Path;

use tracing_appender::rolling::{Builder, Rotation};
use tracing_subscriber::EnvFilter;

/// How many days of log are kept.
const DAYS: usize = 7;

/// Begins to log into a folder. A log that cannot be written is no reason not to start.
pub fn begin(folder: &Path) {
    let appender = Builder::new()
        .rotation(Rotation::DAILY)
        .filename_prefix("quoin")
        .filename_suffix("log")
        .max_log_files(DAYS)
        .build(folder);
    let Ok(appender) = appender else { return };
    // Libraries speak of addresses and mail text at finer levels: only warnings of theirs are kept.
    let filter = EnvFilter::new("warn,quoin_core=info,quoin_shell=info");
    let subscriber =
        tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false).with_writer(appender).finish();
    // Already set only in tests, which then keep theirs.
    let _ = tracing::subscriber::set_global_default(subscriber);
}
