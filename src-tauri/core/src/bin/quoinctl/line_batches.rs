//! A stream of lines, dealt in batches.

use std::io::{self, BufRead, BufReader, Read};

/// So much of the input is read at once.
pub const BATCH_BYTES: usize = 128 << 10;

/// Lines of the input as they came in one piece, or one that was too long.
#[derive(Debug, PartialEq, Eq)]
pub enum Batch {
    /// Whole lines with their line ends; the last of the input may lack its own.
    Lines(Vec<u8>),
    /// A line that is longer than asked for; nothing of it is kept.
    TooLong,
}

/// The input in batches of whole lines: those of one read, so that none waits for the next.
pub struct Batches<R> {
    input: BufReader<R>,
    longest: usize,
    /// The beginning of a line whose end is still to come.
    begun: Vec<u8>,
    /// The rest of a line that was too long is passed over.
    skips: bool,
}

impl<R: Read> Batches<R> {
    /// Reads lines of about `longest` bytes at most; a longer one may be kept if its end comes with the read
    /// in which it grows too long.
    pub fn of(input: R, longest: usize) -> Self {
        let input = BufReader::with_capacity(BATCH_BYTES, input);
        Self { input, longest, begun: Vec::new(), skips: false }
    }

    /// The next batch; none at the end of the input.
    pub fn next(&mut self) -> io::Result<Option<Batch>> {
        loop {
            let read = self.input.fill_buf()?;
            let length = read.len();
            if length == 0 {
                let last = std::mem::take(&mut self.begun);
                return Ok((!last.is_empty()).then_some(Batch::Lines(last)));
            }
            if self.skips {
                let end = memchr::memchr(b'\n', read);
                self.skips = end.is_none();
                self.input.consume(end.map_or(length, |end| end + 1));
                continue;
            }
            if let Some(end) = memchr::memrchr(b'\n', read) {
                let mut lines = std::mem::take(&mut self.begun);
                lines.extend_from_slice(&read[..=end]);
                self.begun.extend_from_slice(&read[end + 1..]);
                self.input.consume(length);
                return Ok(Some(Batch::Lines(lines)));
            }
            self.skips = self.begun.len() + length > self.longest;
            if self.skips {
                self.begun = Vec::new();
                self.input.consume(length);
                return Ok(Some(Batch::TooLong));
            }
            self.begun.extend_from_slice(read);
            self.input.consume(length);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Gives so many bytes a read, as a pipe does.
    struct Trickle<'i> {
        input: &'i [u8],
        bytes: usize,
    }

    impl Read for Trickle<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let length = self.bytes.min(into.len()).min(self.input.len());
            let (now, later) = self.input.split_at(length);
            into[..length].copy_from_slice(now);
            self.input = later;
            Ok(length)
        }
    }

    fn batches(input: &[u8], bytes: usize, longest: usize) -> Vec<Batch> {
        let mut batches = Batches::of(Trickle { input, bytes }, longest);
        std::iter::from_fn(|| batches.next().unwrap()).collect()
    }

    proptest! {
        /// However the input arrives, every batch but the last ends with a line, and together they are the input.
        #[test]
        fn batches_are_whole_lines_in_order(input in "[ab\n]{0,40}", bytes in 1usize..9) {
            let batches = batches(input.as_bytes(), bytes, 100);
            let mut joined = Vec::new();
            for (place, batch) in batches.iter().enumerate() {
                let Batch::Lines(lines) = batch else { panic!("no line is too long") };
                prop_assert!(lines.ends_with(b"\n") || place + 1 == batches.len());
                joined.extend_from_slice(lines);
            }
            prop_assert_eq!(joined, input.as_bytes());
        }
    }

    #[test]
    fn a_line_is_given_as_soon_as_it_is_there() {
        assert_eq!(
            batches(b"ab\ncd\n", 3, 100),
            [Batch::Lines(b"ab\n".into()), Batch::Lines(b"cd\n".into())]
        );
    }

    #[test]
    fn of_a_line_that_is_too_long_nothing_is_kept_and_the_next_ones_are_read() {
        let found = batches(b"a\nbbbbbbbbbbbb\nc\n", 2, 6);
        assert_eq!(found, [Batch::Lines(b"a\n".into()), Batch::TooLong, Batch::Lines(b"c\n".into())]);
    }
}
