//! A small company at work: a workspace in a temporary folder, a clock that stands still, and a
//! mailbox that is a directory, so that nothing leaves the machine.

use std::path::{Path, PathBuf};

use quoin_core::actor::Actor;
use quoin_core::clock::{Clock, Timestamp};
use quoin_core::conversation::{DraftKind, DraftText, Entry, MessageView};
use quoin_core::db;
use quoin_core::desk::Desk;
use quoin_core::error::StoreError;
use quoin_core::id::{AccountId, OutboxId, QuoteId, RequestId, UserId};
use quoin_core::language::Language;
use quoin_core::mailbox::NewAccount;
use quoin_core::quote::{LineKind, QuoteInput, QuoteLineInput};
use quoin_core::request::{self, RequestDetail, RequestFilter, RequestRow};
use quoin_core::secret::{Secret, SecretStore};
use quoin_core::settings::{Company, UserInput};
use quoin_core::usecase;
use quoin_core::worker::{self, SendCounts, SyncReport};
use sqlx::{Connection, SqliteConnection};
use tempfile::TempDir;

/// The address of the company's mailbox.
pub const OUR_ADDRESS: &str = "info@menuiserie-wauters.example";

/// The address of the person who works there.
pub const AMELIE: &str = "amelie@menuiserie-wauters.example";

/// When the stories begin: Monday 2 March 2026, 09:00 UTC.
pub const MONDAY: Timestamp = Timestamp(1_772_442_000_000);

/// A workspace with a company, a user and a mailbox.
pub struct Office {
    home: TempDir,
    pub desk: Desk,
    pub clock: Clock,
    pub user: UserId,
    pub account: AccountId,
}

impl Office {
    pub async fn open() -> Self {
        Self::open_in(&std::env::temp_dir()).await
    }

    /// An office below a folder, on a disk of its own for example.
    pub async fn open_in(place: &Path) -> Self {
        let home = TempDir::new_in(place).unwrap();
        let clock = Clock::fixed(MONDAY);
        let desk =
            Desk::open(&home.path().join("workspace"), clock.clone(), SecretStore::memory()).await.unwrap();
        let company = Company { name: "Menuiserie Wauters".into(), ..Company::default() };
        usecase::save_company(&desk, company).await.unwrap();
        let amelie =
            UserInput { name: "Amélie Wauters".into(), address: AMELIE.into(), ..UserInput::default() };
        let user = usecase::save_user(&desk, None, amelie).await.unwrap();
        let mailbox = home.path().join("mailbox");
        std::fs::create_dir(&mailbox).unwrap();
        let account = NewAccount::Folder {
            name: String::new(),
            address: OUR_ADDRESS.into(),
            display_name: "Menuiserie Wauters".into(),
            path: mailbox.to_string_lossy().into_owned(),
        };
        let account = usecase::connect_mailbox(&desk, account, Secret::new("")).await.unwrap();
        Self { home, desk, clock, user, account }
    }

    /// The workspace closed at once, as by a kill, and opened again by a new start.
    pub async fn reopen(self) -> Self {
        let Self { home, desk, clock, user, account } = self;
        drop(desk);
        Closed { home, clock, user, account }.resume().await
    }

    /// The workspace closed, for another program to use meanwhile.
    pub async fn pause(self) -> (Closed, PathBuf) {
        let workspace = self.workspace();
        let Self { home, desk, clock, user, account } = self;
        desk.close().await;
        (Closed { home, clock, user, account }, workspace)
    }

    pub fn workspace(&self) -> PathBuf {
        self.home.path().join("workspace")
    }

    /// A folder of this office's own for files that somebody picks.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    pub fn mailbox(&self) -> PathBuf {
        self.home.path().join("mailbox")
    }

    pub fn amelie(&self) -> Actor {
        Actor::User(Some(self.user))
    }

    /// A mail lies in the mailbox.
    pub fn mail_arrives(&self, name: &str, mail: impl Into<Vec<u8>>) {
        std::fs::write(self.mailbox().join("in").join(name), mail.into()).unwrap();
    }

    /// One whole round of the workers.
    pub async fn round(&self) -> SyncReport {
        worker::sync(&self.desk, None).await.unwrap()
    }

    /// What is in the outbox leaves, once the time to take it back is over.
    pub async fn mail_leaves(&self) -> SendCounts {
        self.clock.advance_seconds(120);
        worker::send_due(&self.desk).await.unwrap()
    }

    /// A mail arrives that begins a request.
    pub async fn request_by_mail(&self, mail: impl Into<Vec<u8>>) -> RequestId {
        let before = self.requests().await;
        self.mail_arrives(&format!("{}.eml", uuid::Uuid::now_v7()), mail);
        self.round().await;
        let after = self.requests().await;
        let mut new = after.iter().map(|row| row.id).filter(|id| before.iter().all(|row| row.id != *id));
        new.next().expect("a request for the mail")
    }

    /// All requests as the list shows them.
    pub async fn requests(&self) -> Vec<RequestRow> {
        self.requests_where(RequestFilter::default()).await
    }

    pub async fn requests_where(&self, filter: RequestFilter) -> Vec<RequestRow> {
        request::page(&mut self.desk.reader().await.unwrap(), &filter, None, 10_000).await.unwrap().rows
    }

    pub async fn request(&self, id: RequestId) -> RequestDetail {
        usecase::show_request(&self.desk, id).await.unwrap()
    }

    pub async fn conversation(&self, id: RequestId) -> Vec<Entry> {
        usecase::show_conversation(&self.desk, id).await.unwrap()
    }

    pub async fn incoming(&self, id: RequestId) -> Vec<MessageView> {
        let entries = self.conversation(id).await.into_iter();
        entries
            .filter_map(|entry| if let Entry::Incoming(message) = entry { Some(message) } else { None })
            .collect()
    }

    pub async fn outgoing(&self, id: RequestId) -> Vec<MessageView> {
        let entries = self.conversation(id).await.into_iter();
        entries
            .filter_map(|entry| if let Entry::Outgoing(message) = entry { Some(message) } else { None })
            .collect()
    }

    /// The codes on a request's timeline, oldest first.
    pub async fn timeline(&self, id: RequestId) -> Vec<String> {
        self.request(id).await.timeline.into_iter().rev().map(|entry| entry.event).collect()
    }

    /// Amélie answers a request in one go.
    pub async fn reply(&self, id: RequestId, text: &str) -> OutboxId {
        let draft = usecase::open_draft(&self.desk, self.amelie(), id, DraftKind::Reply, None).await.unwrap();
        let text = DraftText {
            to: people(&draft.to),
            cc: people(&draft.cc),
            subject: draft.subject,
            text: text.into(),
            quotes: false,
        };
        usecase::save_draft(&self.desk, draft.id, &text).await.unwrap();
        usecase::send_draft(&self.desk, self.amelie(), draft.id).await.unwrap()
    }

    /// A draft of a quote with these lines, all in French.
    pub async fn quote_with(&self, request: RequestId, lines: Vec<QuoteLineInput>) -> QuoteId {
        let id = usecase::create_quote(&self.desk, self.amelie(), request).await.unwrap();
        let detail = usecase::show_quote(&self.desk, id, Language::Fr).await.unwrap();
        let input = QuoteInput { lines, ..detail.input };
        usecase::save_quote(&self.desk, id, detail.revision, &input, Language::Fr).await.unwrap();
        id
    }

    /// The quote goes to the customer with its standard mail.
    pub async fn send_quote(&self, request: RequestId, quote: QuoteId) -> OutboxId {
        let draft =
            usecase::open_draft(&self.desk, self.amelie(), request, DraftKind::QuoteMail, Some(quote))
                .await
                .unwrap();
        usecase::send_draft(&self.desk, self.amelie(), draft.id).await.unwrap()
    }

    /// The mails that left, in the order of their Message-IDs.
    pub fn left(&self) -> Vec<Vec<u8>> {
        files_in(&self.mailbox().join("out"))
    }

    /// The copies of sent mails.
    pub fn copies(&self) -> Vec<Vec<u8>> {
        files_in(&self.mailbox().join("sent"))
    }

    /// A second connection to the database, as another program on this machine would have it.
    pub async fn behind_the_back(&self) -> SqliteConnection {
        let file = db::database_file(&self.workspace());
        SqliteConnection::connect(&format!("sqlite://{}", file.display())).await.unwrap()
    }

    /// One number that the database answers.
    pub async fn count(&self, query: &'static str) -> i64 {
        sqlx::query_scalar(query).fetch_one(&mut self.behind_the_back().await).await.unwrap()
    }
}

/// An office that nobody is in.
pub struct Closed {
    home: TempDir,
    clock: Clock,
    user: UserId,
    account: AccountId,
}

impl Closed {
    /// Opens it again.
    pub async fn resume(self) -> Office {
        let Self { home, clock, user, account } = self;
        let desk = open_when_free(&home.path().join("workspace"), &clock).await;
        Office { home, desk, clock, user, account }
    }
}

/// Recipients as the composer sends them back.
pub fn people(people: &[quoin_core::intake::Person]) -> Vec<quoin_core::conversation::DraftPerson> {
    let person = |person: &quoin_core::intake::Person| quoin_core::conversation::DraftPerson {
        name: person.name.clone(),
        address: person.address.clone(),
    };
    people.iter().map(person).collect()
}

/// A priced line as typed in French.
pub fn item(title: &str, quantity: &str, unit_price: &str, vat_rate: &str) -> QuoteLineInput {
    QuoteLineInput {
        kind: LineKind::Item,
        product_id: None,
        title: title.into(),
        details: String::new(),
        quantity: quantity.into(),
        unit: "pièce".into(),
        unit_price: unit_price.into(),
        unit_cost: String::new(),
        discount: String::new(),
        vat_rate: vat_rate.into(),
        optional: false,
    }
}

/// A killed program's lock is gone at once; a dropped one's when its last thread has ended.
async fn open_when_free(workspace: &Path, clock: &Clock) -> Desk {
    for _ in 0..200 {
        match Desk::open(workspace, clock.clone(), SecretStore::memory()).await {
            Err(StoreError::Locked(_)) => tokio::time::sleep(std::time::Duration::from_millis(10)).await,
            opened => return opened.unwrap(),
        }
    }
    panic!("the workspace stays locked");
}

fn files_in(folder: &Path) -> Vec<Vec<u8>> {
    let mut names: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    names.iter().map(|name| std::fs::read(name).unwrap()).collect()
}
