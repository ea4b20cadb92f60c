//! `quoinctl inspect --jsonl`: mails in, what they say out, one JSON object a line, in the same order.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

use quoin_core::base64;
use quoin_core::intake::{BareBody, IncomingMail, Inspection, IntakeContext, read_body, read_mail};
use serde::{Deserialize, Deserializer, Serialize, de};

use crate::line_batches::{BATCH_BYTES, Batch, Batches};

/// A line longer than this is refused, not read: with a mail of 64 MB it would be shorter.
const MAX_LINE_BYTES: usize = 128 << 20;
/// Each worker holds a mail and its answer: so many at most.
const MAX_WORKERS: usize = 8;
/// Batches that may wait for a worker.
const WAITING_BATCHES: usize = 4;
/// Batches that are dealt and whose answers are not yet written: one slow mail holds up no more than these.
const BATCHES_IN_TURN: usize = 32;

/// A batch, and where its answer is awaited.
struct Task {
    batch: Batch,
    answer: SyncSender<Vec<u8>>,
}

/// Inspects standard input line by line with several threads; writes the answers in order.
///
/// An answer is written as soon as it is ready when no further line is waiting, so that a program may
/// ask and wait.
pub fn inspect_stream(context: &IntakeContext) -> io::Result<()> {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(MAX_WORKERS);
    let (tasks, waiting) = sync_channel(WAITING_BATCHES);
    let (turns, in_turn) = sync_channel(BATCHES_IN_TURN);
    let waiting = Arc::new(Mutex::new(waiting));
    thread::scope(|scope| {
        for _ in 0..workers {
            let waiting = Arc::clone(&waiting);
            scope.spawn(move || work(&waiting, context));
        }
        // The last worker that ends is the last who listens to the dealer.
        drop(waiting);
        let reader = scope.spawn(move || deal(&tasks, &turns));
        let written = write_in_turn(in_turn);
        let read = reader.join().unwrap_or_else(|_| Err(io::Error::other("reading stopped")));
        written.and(read)
    })
}

/// Deals batches to whichever worker is free, until the input ends or nobody listens.
fn deal(tasks: &SyncSender<Task>, turns: &SyncSender<Receiver<Vec<u8>>>) -> io::Result<()> {
    let mut batches = Batches::of(io::stdin().lock(), MAX_LINE_BYTES);
    while let Some(batch) = batches.next()? {
        let (answer, answered) = sync_channel(1);
        if turns.send(answered).is_err() || tasks.send(Task { batch, answer }).is_err() {
            break;
        }
    }
    Ok(())
}

fn work(waiting: &Mutex<Receiver<Task>>, context: &IntakeContext) {
    let next = || waiting.lock().ok()?.recv().ok();
    while let Some(Task { batch, answer }) = next() {
        let mut out = Vec::with_capacity(BATCH_BYTES);
        match &batch {
            Batch::Lines(lines) => {
                let lines = lines_of(lines).filter(|line| !line.trim_ascii().is_empty());
                lines.for_each(|line| answer_line(&mut out, Ok(line), context));
            }
            Batch::TooLong => {
                answer_line(&mut out, Err("the line is longer than 128 MB".to_owned()), context)
            }
        }
        if answer.send(out).is_err() {
            return;
        }
    }
}

/// The lines of a batch without their ends; the last may be empty.
fn lines_of(batch: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut start = 0;
    memchr::memchr_iter(b'\n', batch).chain([batch.len()]).map(move |end| {
        let line = &batch[start..end];
        start = end + 1;
        line
    })
}

/// Takes the workers' answers in the order in which the batches were dealt.
fn write_in_turn(in_turn: Receiver<Receiver<Vec<u8>>>) -> io::Result<()> {
    let mut output = io::stdout().lock();
    for answered in in_turn {
        let Ok(answer) = answered.recv() else { break };
        output.write_all(&answer)?;
        output.flush()?;
    }
    Ok(())
}

/// One line of the input.
#[derive(Debug, Deserialize)]
struct Request<'l> {
    #[serde(default, borrow)]
    id: Option<Text<'l>>,
    #[serde(default, borrow)]
    eml_b64: Option<Text<'l>>,
    #[serde(default, borrow)]
    text: Option<Text<'l>>,
    #[serde(default, borrow)]
    html: Option<Text<'l>>,
    #[serde(default, borrow)]
    subject: Option<Text<'l>>,
}

/// The answer to a line that holds no mail.
#[derive(Debug, Serialize)]
struct Refusal<'l> {
    id: Option<&'l str>,
    error: String,
}

fn answer_line(out: &mut Vec<u8>, line: Result<&[u8], String>, context: &IntakeContext) {
    let request = line.and_then(|line| {
        serde_json::from_slice::<Request>(line).map_err(|error| format!("the line is no request: {error}"))
    });
    let (id, mail) = match &request {
        Ok(request) => (request.id.as_ref().map(|id| &*id.0), read(request, context)),
        Err(error) => (None, Err(error.clone())),
    };
    let start = out.len();
    let written = match mail {
        Ok(mail) => serde_json::to_writer(&mut *out, &Inspection::new(id, &mail)),
        Err(error) => serde_json::to_writer(&mut *out, &Refusal { id, error }),
    };
    if written.is_err() {
        out.truncate(start);
    }
    out.push(b'\n');
}

fn read(request: &Request, context: &IntakeContext) -> Result<IncomingMail, String> {
    let subject = request.subject.as_ref().map(|subject| &*subject.0);
    match (&request.eml_b64, &request.text, &request.html) {
        (Some(encoded), ..) => {
            let mail = base64::decode(encoded.0.as_bytes())
                .map_err(|error| format!("eml_b64 is no base64: {error}"))?;
            Ok(read_mail(&mail, context))
        }
        (None, Some(text), _) => Ok(read_body(BareBody::Text(&text.0), subject, context)),
        (None, None, Some(html)) => Ok(read_body(BareBody::Html(&html.0), subject, context)),
        (None, None, None) => Err("the line has neither eml_b64 nor text nor html".to_owned()),
    }
}

/// A JSON string, borrowed from the line where it has no escapes.
#[derive(Debug)]
struct Text<'l>(Cow<'l, str>);

impl<'de: 'l, 'l> Deserialize<'de> for Text<'l> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;
        impl<'de> de::Visitor<'de> for TextVisitor {
            type Value = Text<'de>;
            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("a string")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Borrowed(text)))
            }
            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(TextVisitor)
    }
}
