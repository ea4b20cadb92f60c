//! `quoinctl render`: a PDF straight from a JSON quote.

use std::fs;
use std::io::Write as _;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::time::Instant;

use quoin_core::pdf::{self, PdfError, QuoteDocument};

/// Writes a quote as PDF, without a workspace.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The quote as JSON, in the form that --schema prints.
    #[arg(required_unless_present = "schema", value_name = "QUOTE.json")]
    quote: Option<PathBuf>,
    /// Where the PDF goes.
    #[arg(required_unless_present = "schema", value_name = "OUT.pdf")]
    out: Option<PathBuf>,
    /// Lays out and writes the document N times, for measuring.
    #[arg(long, value_name = "N", default_value = "1")]
    repeat: NonZeroU32,
    /// Prints the JSON Schema of a quote, with a complete example, and ends.
    #[arg(long, exclusive = true)]
    schema: bool,
}

/// Why no PDF was written.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The quote cannot be read.
    #[error("{path} cannot be read: {source}. Nothing was written.")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The file holds no quote.
    #[error(
        "{path} is not a quote: {source}. Nothing was written. `quoinctl render --schema` prints the form."
    )]
    Parse {
        /// The file.
        path: PathBuf,
        /// What is wrong, and where.
        source: serde_json::Error,
    },
    /// The quote cannot be laid out.
    #[error("{path} cannot be made into a document: {source}. Nothing was written.")]
    Render {
        /// The file.
        path: PathBuf,
        /// Why.
        source: PdfError,
    },
    /// The PDF cannot be written.
    #[error("{path} cannot be written: {source}. What stood there before is kept.")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Standard output is closed.
    #[error("the result cannot be printed: {0}")]
    Print(#[from] std::io::Error),
}

/// Does what the arguments ask.
///
/// # Errors
/// [`RenderError`], whose text is for the person who called.
pub fn run(args: &Args) -> Result<(), RenderError> {
    match (&args.quote, &args.out) {
        (Some(quote), Some(out)) if !args.schema => render(quote, out, args.repeat),
        _ => Ok(writeln!(std::io::stdout(), "{:#}", pdf::schema())?),
    }
}

fn render(quote: &Path, out: &Path, repeat: NonZeroU32) -> Result<(), RenderError> {
    let json =
        fs::read_to_string(quote).map_err(|source| RenderError::Read { path: quote.to_owned(), source })?;
    let document: QuoteDocument = serde_json::from_str(&json)
        .map_err(|source| RenderError::Parse { path: quote.to_owned(), source })?;
    let begun = Instant::now();
    let mut size = 0;
    for _ in 0..repeat.get() {
        let bytes = pdf::render(&document)
            .map_err(|source| RenderError::Render { path: quote.to_owned(), source })?;
        size = bytes.len();
        write(out, &bytes).map_err(|source| RenderError::Write { path: out.to_owned(), source })?;
    }
    let each = begun.elapsed() / repeat.get();
    let kilobytes = size.div_ceil(1024);
    let mut stdout = std::io::stdout();
    if repeat.get() == 1 {
        writeln!(stdout, "{}: {kilobytes} KB", out.display())?;
    } else {
        writeln!(stdout, "{}: {kilobytes} KB, {repeat} times, {each:.2?} each", out.display())?;
    }
    Ok(())
}

/// Replaces the file only when all of the new one is there.
pub fn write(out: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut name = out.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = out.with_file_name(name);
    fs::write(&part, bytes)
        .and_then(|()| fs::rename(&part, out))
        .inspect_err(|_| drop(fs::remove_file(&part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(quote: &Path, out: &Path) -> Args {
        Args {
            quote: Some(quote.to_owned()),
            out: Some(out.to_owned()),
            repeat: NonZeroU32::MIN,
            schema: false,
        }
    }

    #[test]
    fn a_quote_becomes_a_pdf_that_replaces_the_one_before() {
        let folder = tempfile::tempdir().unwrap();
        let (quote, out) = (folder.path().join("quote.json"), folder.path().join("quote.pdf"));
        fs::write(&quote, pdf::example().to_string()).unwrap();
        fs::write(&out, "before").unwrap();
        run(&arguments(&quote, &out)).unwrap();
        assert!(fs::read(&out).unwrap().starts_with(b"%PDF-1.7"));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing else is left");
    }

    #[test]
    fn a_bad_file_says_what_is_wrong_and_leaves_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let (quote, out) = (folder.path().join("quote.json"), folder.path().join("quote.pdf"));
        fs::write(&out, "before").unwrap();
        let message = || run(&arguments(&quote, &out)).unwrap_err().to_string();
        assert!(message().contains("quote.json cannot be read"), "{}", message());
        fs::write(&quote, r#"{"language":"fr"}"#).unwrap();
        assert!(message().contains("missing field `date`"), "{}", message());
        let mut unreadable = pdf::example();
        unreadable["company"]["logo"] = "bm90IGEgcGljdHVyZQ==".into();
        fs::write(&quote, unreadable.to_string()).unwrap();
        assert!(message().contains("the logo is not a picture"), "{}", message());
        assert_eq!(fs::read(&out).unwrap(), b"before");
    }
}
