//! Today and the reports: queries over everything, read only.

use sqlx::SqliteConnection;

use super::{
    IgnoredMail, MonthFigures, ReasonCount, ReportView, StatusCount, TodayReason, TodayTask, TodayView,
    WeekFigures,
};
use crate::clock::{Clock, LocalDate, Timestamp};
use crate::error::Error;
use crate::id::{RequestId, UserId};
use crate::intake::{self, IntakeContext};
use crate::mailbox;
use crate::money::{Currency, Money};
use crate::request::{self, Proposal, RequestRow, Status, Waiting};

/// How many characters of a mail's text are shown before it is sorted.
const SHOWN_OF_A_TEXT: usize = 2000;

/// How many days before its last day a sent quote is listed.
const EXPIRES_SOON_DAYS: i32 = 4;

/// How many tasks are listed.
const TASKS: u32 = 60;

/// How many ignored mails are shown beside them.
const IGNORED_SHOWN: u32 = 3;

const DAY: i64 = 86_400;

/// What to do today, for one user or the whole team.
pub async fn today(
    connection: &mut SqliteConnection,
    clock: &Clock,
    user: Option<UserId>,
) -> Result<TodayView, Error> {
    let horizon = clock.today().plus_days(EXPIRES_SOON_DAYS).to_string();
    let ids = sqlx::query_scalar!(
        r#"SELECT r.id AS "id: RequestId" FROM request r LEFT JOIN quote q ON q.id = r.latest_quote_id
           WHERE (r.list_group = 0 OR (r.status = 'quote_sent' AND q.state = 'sent' AND q.valid_until <= $1))
             AND ($2 IS NULL OR r.assignee_id = $2 OR r.assignee_id IS NULL)
           ORDER BY r.waiting_since LIMIT $3"#,
        horizon,
        user,
        TASKS,
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut tasks = Vec::new();
    for id in ids {
        tasks.push(task(request::row(connection, id).await?, clock));
    }
    tasks.sort_by_key(|task| (urgency(task.reason), task.moment));
    Ok(TodayView {
        tasks,
        week: week(connection, clock).await?,
        ignored: ignored(connection, IGNORED_SHOWN).await?,
        ignored_count: sqlx::query_scalar!(
            r#"SELECT count(*) AS "count: u32" FROM intake WHERE outcome = 'ignored'"#
        )
        .fetch_one(connection)
        .await?,
    })
}

fn task(row: RequestRow, clock: &Clock) -> TodayTask {
    let last_day = row.valid_until.map_or(row.waiting_since, |date| end_of_day(date, clock));
    let (reason, moment) = match &row {
        row if row.proposal.is_some_and(|proposal| proposal != Proposal::Question) => {
            (TodayReason::AnswerToJudge, row.waiting_since)
        }
        row if row.delivery_failed => (TodayReason::NotDelivered, row.waiting_since),
        row if row.waiting != Waiting::Us => (TodayReason::ExpiresSoon, last_day),
        row if row.status == Status::QuoteCreated => (TodayReason::QuoteToSend, row.waiting_since),
        row => (TodayReason::WaitsForUs, row.waiting_since),
    };
    TodayTask { request: row, reason, moment }
}

const fn urgency(reason: TodayReason) -> u8 {
    match reason {
        TodayReason::AnswerToJudge => 0,
        TodayReason::NotDelivered => 1,
        TodayReason::WaitsForUs => 2,
        TodayReason::ExpiresSoon => 3,
        TodayReason::QuoteToSend => 4,
    }
}

fn end_of_day(date: LocalDate, clock: &Clock) -> Timestamp {
    let end = date.plus_days(1).0.to_datetime(jiff::civil::Time::midnight());
    end.to_zoned_datetime(clock.zone())
        .map_or(Timestamp(0), |instant| Timestamp(instant.timestamp().as_millisecond() - 1000))
}

async fn week(connection: &mut SqliteConnection, clock: &Clock) -> Result<WeekFigures, Error> {
    let since = clock.now().plus_seconds(-7 * DAY);
    let row = sqlx::query!(
        r#"SELECT (SELECT count(*) FROM request WHERE received_at >= $1) AS "received!: u32",
             (SELECT count(*) FROM quote WHERE sent_at >= $1) AS "sent!: u32",
             (SELECT coalesce(sum(gross_minor), 0) FROM quote WHERE state = 'accepted' AND decided_at >= $1) AS "accepted!: i64",
             (SELECT coalesce(sum(gross_minor), 0) FROM quote WHERE state = 'sent') AS "pending!: i64""#,
        since
    )
    .fetch_one(&mut *connection)
    .await?;
    Ok(WeekFigures {
        received: row.received,
        first_answer_minutes: median(first_answers(connection, since).await?),
        quotes_sent: row.sent,
        accepted: euros(row.accepted),
        pending: euros(row.pending),
    })
}

/// Minutes from arrival to the first answer, of requests received since an instant.
async fn first_answers(connection: &mut SqliteConnection, since: Timestamp) -> Result<Vec<i64>, Error> {
    Ok(sqlx::query_scalar!(
        r#"SELECT (min(m.created_at) - r.received_at) / 60000 AS "minutes!: i64" FROM request r
           JOIN message m ON m.request_id = r.id AND m.direction = 'outgoing' AND m.class = 'personal'
           WHERE r.received_at >= $1 GROUP BY r.id"#,
        since
    )
    .fetch_all(connection)
    .await?)
}

/// Minutes from arrival to the first sent quote, of requests received since an instant.
async fn first_quotes(connection: &mut SqliteConnection, since: Timestamp) -> Result<Vec<i64>, Error> {
    Ok(sqlx::query_scalar!(
        r#"SELECT (min(q.sent_at) - r.received_at) / 60000 AS "minutes!: i64" FROM request r
           JOIN quote q ON q.request_id = r.id AND q.sent_at IS NOT NULL
           WHERE r.received_at >= $1 GROUP BY r.id"#,
        since
    )
    .fetch_all(connection)
    .await?)
}

/// How the company fared over the last twelve months.
pub async fn last_year(connection: &mut SqliteConnection, clock: &Clock) -> Result<ReportView, Error> {
    let starts = month_starts(clock);
    let since = starts.first().map_or(clock.now(), |(_, start)| *start);
    let mut months = Vec::new();
    for (position, (month, start)) in starts.iter().enumerate() {
        let end = starts.get(position + 1).map_or(Timestamp(i64::MAX), |(_, next)| *next);
        months.push(month_figures(connection, *month, *start, end).await?);
    }
    let statuses = sqlx::query_as!(
        StatusCount,
        r#"SELECT status AS "status: Status", count(*) AS "count: u32" FROM request GROUP BY status"#
    )
    .fetch_all(&mut *connection)
    .await?;
    let reasons_lost = sqlx::query_as!(
        ReasonCount,
        r#"SELECT decision_reason AS reason, count(*) AS "count: u32" FROM quote WHERE state = 'refused' AND decided_at >= $1
           GROUP BY decision_reason ORDER BY 2 DESC LIMIT 12"#,
        since
    )
    .fetch_all(&mut *connection)
    .await?;
    let sums = sqlx::query!(
        r#"SELECT coalesce(sum(CASE WHEN state = 'accepted' THEN gross_minor END), 0) AS "won!: i64",
             coalesce(sum(CASE WHEN state = 'sent' THEN gross_minor END), 0) AS "pending!: i64",
             coalesce(sum(state = 'accepted'), 0) AS "accepted!: u32", coalesce(sum(state = 'refused'), 0) AS "refused!: u32"
           FROM quote WHERE coalesce(decided_at, sent_at, 0) >= $1"#,
        since
    )
    .fetch_one(&mut *connection)
    .await?;
    Ok(ReportView {
        months,
        statuses,
        win_rate: (sums.accepted * 10_000).checked_div(sums.accepted + sums.refused),
        first_answer_minutes: median(first_answers(connection, since).await?),
        quote_minutes: median(first_quotes(connection, since).await?),
        won: euros(sums.won),
        pending: euros(sums.pending),
        reasons_lost,
    })
}

async fn month_figures(
    connection: &mut SqliteConnection,
    month: LocalDate,
    start: Timestamp,
    end: Timestamp,
) -> Result<MonthFigures, Error> {
    let row = sqlx::query!(
        r#"SELECT (SELECT count(*) FROM request WHERE received_at >= $1 AND received_at < $2) AS "received!: u32",
             (SELECT count(*) FROM request WHERE received_at >= $1 AND received_at < $2 AND status = 'quote_accepted') AS "accepted!: u32",
             (SELECT count(*) FROM request WHERE received_at >= $1 AND received_at < $2 AND status = 'quote_refused') AS "refused!: u32",
             (SELECT coalesce(sum(gross_minor), 0) FROM quote WHERE state = 'accepted' AND decided_at >= $1 AND decided_at < $2) AS "won!: i64""#,
        start,
        end,
    )
    .fetch_one(connection)
    .await?;
    Ok(MonthFigures {
        month,
        received: row.received,
        accepted: row.accepted,
        refused: row.refused,
        won: euros(row.won),
    })
}

/// The first instants of the last twelve months, oldest first.
fn month_starts(clock: &Clock) -> Vec<(LocalDate, Timestamp)> {
    let this_month = clock.today().0.first_of_month();
    (0..12)
        .rev()
        .filter_map(|back| {
            let first = this_month.checked_sub(jiff::Span::new().months(back)).ok()?;
            let instant =
                first.to_datetime(jiff::civil::Time::midnight()).to_zoned_datetime(clock.zone()).ok()?;
            Some((LocalDate(first), Timestamp(instant.timestamp().as_millisecond())))
        })
        .collect()
}

/// Mail that arrived and is not a request, latest first; what waits to be sorted is listed apart.
pub async fn ignored(connection: &mut SqliteConnection, limit: u32) -> Result<Vec<IgnoredMail>, Error> {
    let rows = sqlx::query_as!(
        IgnoredRow,
        r#"SELECT sha256, reason, stored_at AS "at: Timestamp" FROM intake
           WHERE outcome = 'ignored' ORDER BY stored_at DESC, sha256 LIMIT $1"#,
        limit
    )
    .fetch_all(&mut *connection)
    .await?;
    read(connection, rows).await
}

/// Mail that waits to be sorted, latest first.
pub async fn to_sort(connection: &mut SqliteConnection, limit: u32) -> Result<Vec<IgnoredMail>, Error> {
    let rows = sqlx::query_as!(
        IgnoredRow,
        r#"SELECT sha256, reason, stored_at AS "at: Timestamp" FROM intake
           WHERE outcome = 'ignored' AND reason = $1 ORDER BY stored_at DESC, sha256 LIMIT $2"#,
        mailbox::TO_SORT,
        limit
    )
    .fetch_all(&mut *connection)
    .await?;
    read(connection, rows).await
}

/// How many mails wait to be sorted.
pub async fn count_to_sort(connection: &mut SqliteConnection) -> Result<u32, Error> {
    Ok(sqlx::query_scalar!(
        r#"SELECT count(*) AS "count: u32" FROM intake WHERE outcome = 'ignored' AND reason = $1"#,
        mailbox::TO_SORT
    )
    .fetch_one(connection)
    .await?)
}

struct IgnoredRow {
    sha256: Vec<u8>,
    reason: String,
    at: Timestamp,
}

async fn read(connection: &mut SqliteConnection, rows: Vec<IgnoredRow>) -> Result<Vec<IgnoredMail>, Error> {
    let mut ignored = Vec::new();
    for row in rows {
        let mail =
            intake::read_mail(&mailbox::raw(connection, &row.sha256).await?, &IntakeContext::default());
        let from = mail.from.unwrap_or_default();
        ignored.push(IgnoredMail {
            sha256: row.sha256.iter().map(|byte| format!("{byte:02x}")).collect(),
            from: from.shown().to_owned(),
            address: from.address.to_lowercase(),
            subject: mail.subject,
            text: mail.reply.text.chars().take(SHOWN_OF_A_TEXT).collect(),
            files: mail.attachments.into_iter().filter(|file| !file.inline).map(|file| file.name).collect(),
            reason: row.reason,
            at: row.at,
        });
    }
    Ok(ignored)
}

fn median(mut values: Vec<i64>) -> Option<u32> {
    values.sort_unstable();
    values.get(values.len() / 2).map(|minutes| u32::try_from(*minutes.max(&0)).unwrap_or(u32::MAX))
}

const fn euros(minor: i64) -> Money {
    Money { minor, currency: Currency::Eur }
}
