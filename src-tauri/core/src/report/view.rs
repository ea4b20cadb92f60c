//! The "Today" screen and the reports.

use serde::Serialize;

use crate::clock::{LocalDate, Timestamp};
use crate::money::Money;
use crate::request::{RequestRow, Status};

/// What to do today and why.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct TodayView {
    /// What to do, most pressing first.
    pub tasks: Vec<TodayTask>,
    /// The figures of the last seven days.
    pub week: WeekFigures,
    /// What arrived and was not made a request, latest first.
    pub ignored: Vec<IgnoredMail>,
    /// How many of those there are in all.
    pub ignored_count: u32,
}

/// Something to do, with the reason why it is listed.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct TodayTask {
    /// The request.
    pub request: RequestRow,
    /// Why it is here.
    pub reason: TodayReason,
    /// Since when, or until when, by the reason.
    pub moment: Timestamp,
}

/// Why a request is listed today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum TodayReason {
    /// An answer to a quote has to be judged.
    AnswerToJudge,
    /// A mail of ours did not arrive.
    NotDelivered,
    /// The customer waits for our answer.
    WaitsForUs,
    /// A quote is finished and not sent.
    QuoteToSend,
    /// A sent quote expires soon.
    ExpiresSoon,
}

/// The figures of some days.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct WeekFigures {
    /// Requests received.
    pub received: u32,
    /// Median minutes to the first answer; none without one.
    pub first_answer_minutes: Option<u32>,
    /// Quotes sent.
    pub quotes_sent: u32,
    /// What was accepted, with VAT.
    pub accepted: Money,
    /// What is sent and still open, with VAT.
    pub pending: Money,
}

/// What reading a mail again would make of it.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ReadAgain {
    /// The hash of its bytes, lower-case hexadecimal.
    pub sha256: String,
    /// Its sender.
    pub from: String,
    /// Its subject.
    pub subject: String,
    /// Why it is not a request now.
    pub reason: String,
    /// What it would be.
    pub becomes: ReadAgainOutcome,
}

/// What a mail that is read again becomes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case", tag = "as", content = "what")]
pub enum ReadAgainOutcome {
    /// A request.
    Request,
    /// A message in the conversation with this reference.
    Message(String),
    /// A delivery report at the mail that it is about.
    Report,
    /// Still none, for this reason.
    OtherReason(String),
}

/// A mail that is not a request, and why.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct IgnoredMail {
    /// The hash of its bytes, lower-case hexadecimal: its identity.
    pub sha256: String,
    /// Its sender.
    pub from: String,
    /// Its sender's address, lower case, or empty.
    pub address: String,
    /// Its subject.
    pub subject: String,
    /// The beginning of its text.
    pub text: String,
    /// The names of its files.
    pub files: Vec<String>,
    /// Why it is not a request: a code, and after a colon the evidence.
    pub reason: String,
    /// When it was stored.
    pub at: Timestamp,
}

/// How the company fares over a year.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ReportView {
    /// The months, oldest first.
    pub months: Vec<MonthFigures>,
    /// How many requests stand in each status.
    pub statuses: Vec<StatusCount>,
    /// Accepted ÷ (accepted + refused) in basis points; none without any.
    pub win_rate: Option<u32>,
    /// Median minutes from request to first answer.
    pub first_answer_minutes: Option<u32>,
    /// Median minutes from request to sent quote.
    pub quote_minutes: Option<u32>,
    /// What was accepted, with VAT.
    pub won: Money,
    /// What is sent and still open.
    pub pending: Money,
    /// Why quotes were refused, most frequent first.
    pub reasons_lost: Vec<ReasonCount>,
}

/// One month.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct MonthFigures {
    /// Its first day.
    pub month: LocalDate,
    /// Requests received.
    pub received: u32,
    /// Of those, accepted.
    pub accepted: u32,
    /// Of those, refused.
    pub refused: u32,
    /// What was accepted in the month, with VAT.
    pub won: Money,
}

/// How many requests have a status.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct StatusCount {
    /// The status.
    pub status: Status,
    /// How many.
    pub count: u32,
}

/// How often a reason was given.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ReasonCount {
    /// The reason, in the user's words; empty: none given.
    pub reason: String,
    /// How often.
    pub count: u32,
}
