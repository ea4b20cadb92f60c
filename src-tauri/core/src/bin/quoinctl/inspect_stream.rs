//! `quoinctl inspect --jsonl`: mails in, what they say out, one JSON object a line, in the same order.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use quoin_core::intake::{BareBody, IncomingMail, Inspection, IntakeContext, read_body, read_mail};
use serde::{Deserialize, Deserializer, Serialize, de};

use crate::line_batches::{BATCH_BYTES, Batch, Batches};

/// A line longer than this is refused, not read: with a mail of 64 MB it would be shorter.
const MAX_LINE_BYTES: usize = 128 << 20;
/// Each worker holds a mail and its answer: so many at most.
const MAX_WORKERS: usize = 8;
/// Batches that may wait for a worker, and answers that may wait to be written.
const WAITING_BATCHES: usize = 2;

/// Inspects standard input line by line with several threads; writes the answers in order.
///
/// An answer is written as soon as it is ready when no further line is waiting, so that a program may
/// ask and wait.
pub fn inspect_stream(context: &IntakeContext) -> io::Result<()> {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(MAX_WORKERS);
    thread::scope(|scope| {
        let mut queues = Vec::new();
        let mut answers = Vec::new();
        for _ in 0..workers {
            let (queue, batches) = sync_channel::<Batch>(WAITING_BATCHES);
            let (answer, answered) = sync_channel::<Vec<u8>>(WAITING_BATCHES);
            scope.spawn(move || work(&batches, &answer, context));
            queues.push(queue);
            answers.push(answered);
        }
        let reader = scope.spawn(move || deal(&queues));
        let written = write_in_turn(&answers);
        drop(answers);
        let read = reader.join().unwrap_or_else(|_| Err(io::Error::other("reading stopped")));
        written.and(read)
    })
}

/// Deals batches to the workers in turn, until the input ends or nobody listens.
fn deal(queues: &[SyncSender<Batch>]) -> io::Result<()> {
    let mut batches = Batches::of(io::stdin().lock(), MAX_LINE_BYTES);
    for queue in queues.iter().cycle() {
        let Some(batch) = batches.next()? else { break };
        if queue.send(batch).is_err() {
            break;
        }
    }
    Ok(())
}

fn work(batches: &Receiver<Batch>, answer: &SyncSender<Vec<u8>>, context: &IntakeContext) {
    for batch in batches {
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
fn write_in_turn(answers: &[Receiver<Vec<u8>>]) -> io::Result<()> {
    let mut output = io::stdout().lock();
    for answered in answers.iter().cycle() {
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
            let mail = BASE64
                .decode(encoded.0.as_bytes())
                .map_err(|error| format!("eml_b64 is no base64: {error}"))?;
            Ok(read_mail(&mail, context))
        }
        (None, Some(text), _) => Ok(read_body(BareBody::Text(&text.0), subject, context)),
        (None, None, Some(html)) => Ok(read_body(BareBody::Html(&html.0), subject, context)),
        (None, None, None) => Err("the line has neither eml_b64 nor text nor html".to_owned()),
    }
}

/// Standard base64, padded or not.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

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
