//! `quoinctl inspect --jsonl`: mails in, what they say out, one JSON object a line, in the same order.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, BufRead, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use quoin_core::intake::{BareBody, IncomingMail, Inspection, IntakeContext, read_body, read_mail};
use serde::{Deserialize, Deserializer, Serialize, de};

/// A line longer than this is refused, not read: with a mail of 64 MB it would be shorter.
const MAX_LINE_BYTES: usize = 128 << 20;
/// Lines are handed to the workers in batches of about this size.
const BATCH_BYTES: usize = 128 << 10;
/// Batches that may wait for a worker, and answers that may wait to be written.
const WAITING_BATCHES: usize = 2;

/// Inspects standard input line by line with several threads; writes the answers in order.
///
/// An answer is written as soon as it is ready when no further line is waiting, so that a program may
/// ask and wait.
pub fn inspect_stream(context: &IntakeContext) -> io::Result<()> {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(4);
    thread::scope(|scope| {
        let mut queues = Vec::new();
        let mut answers = Vec::new();
        for _ in 0..workers {
            let (queue, batches) = sync_channel::<Vec<Line>>(WAITING_BATCHES);
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

/// A line of the input, or what is left of one that was too long.
enum Line {
    Whole(Vec<u8>),
    TooLong,
}

/// Deals batches of lines to the workers in turn, until the input ends or nobody listens.
fn deal(queues: &[SyncSender<Vec<Line>>]) -> io::Result<()> {
    let mut input = io::BufReader::with_capacity(BATCH_BYTES, io::stdin().lock());
    for queue in queues.iter().cycle() {
        let (batch, ended) = next_batch(&mut input)?;
        if !batch.is_empty() && queue.send(batch).is_err() || ended {
            break;
        }
    }
    Ok(())
}

fn next_batch(input: &mut io::BufReader<impl io::Read>) -> io::Result<(Vec<Line>, bool)> {
    let (mut batch, mut bytes) = (Vec::new(), 0);
    loop {
        match next_line(input)? {
            None => return Ok((batch, true)),
            Some(Line::Whole(line)) if line.trim_ascii().is_empty() => {}
            Some(line) => {
                if let Line::Whole(line) = &line {
                    bytes += line.len();
                }
                batch.push(line);
            }
        }
        let nothing_waits = !input.buffer().contains(&b'\n');
        if bytes >= BATCH_BYTES || nothing_waits && !batch.is_empty() {
            return Ok((batch, false));
        }
    }
}

fn next_line(input: &mut impl BufRead) -> io::Result<Option<Line>> {
    let (mut line, mut length) = (Vec::new(), 0usize);
    loop {
        let available = input.fill_buf()?;
        if available.is_empty() {
            return Ok((length > 0).then_some(Line::Whole(line)));
        }
        let (taken, ended) = match memchr::memchr(b'\n', available) {
            Some(end) => (end + 1, true),
            None => (available.len(), false),
        };
        length += taken;
        if length <= MAX_LINE_BYTES {
            line.extend_from_slice(&available[..taken]);
        } else {
            line = Vec::new();
        }
        input.consume(taken);
        if ended {
            return Ok(Some(if length <= MAX_LINE_BYTES { Line::Whole(line) } else { Line::TooLong }));
        }
    }
}

fn work(batches: &Receiver<Vec<Line>>, answer: &SyncSender<Vec<u8>>, context: &IntakeContext) {
    for batch in batches {
        let mut out = Vec::with_capacity(BATCH_BYTES);
        for line in &batch {
            answer_line(&mut out, line, context);
        }
        if answer.send(out).is_err() {
            return;
        }
    }
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

fn answer_line(out: &mut Vec<u8>, line: &Line, context: &IntakeContext) {
    let request = match line {
        Line::Whole(line) => serde_json::from_slice::<Request>(line)
            .map_err(|error| format!("the line is no request: {error}")),
        Line::TooLong => Err("the line is longer than 128 MB".to_owned()),
    };
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
