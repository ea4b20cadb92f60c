//! Mails become requests: 10,000 from a folder, beside a bare parse of the same bytes.

use std::path::Path;

use divan::Bencher;
use quoin_core::clock::Clock;
use quoin_core::desk::Desk;
use quoin_core::mailbox::NewAccount;
use quoin_core::secret::SecretStore;
use quoin_core::{usecase, worker};

const MAILS: usize = 10_000;

const SUBJECTS: [&str; 5] = [
    "Rénovation salle de bain",
    "Badkamer gelijkvloers",
    "Neue Heizung",
    "Kitchen for a loft",
    "Peinture façade",
];

fn mail(number: usize) -> String {
    let subject = SUBJECTS[number % SUBJECTS.len()];
    format!(
        "From: Client {number} <client{number}@courrier.example>\r\nTo: offres@delcourt.example\r\nSubject: {subject} {number}\r\n\
         Date: Mon, 16 Nov 2026 08:14:{:02} +0100\r\nMessage-ID: <{number}@courrier.example>\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\
         Bonjour,\r\n\r\nNous souhaitons une offre pour environ {} m² à Namur, rue des Brasseurs {number}. \
         Vous pouvez nous joindre au 0470 00 18 42 après 17 h.\r\n\r\nBien à vous,\r\nClient {number}\r\n",
        number % 60,
        number % 90 + 5,
    )
}

/// A bare parse: what no program that reads mail can do without.
#[divan::bench(sample_count = 5)]
fn bare_parse_of_10_000_mails(bencher: Bencher) {
    let mails: Vec<String> = (0..MAILS).map(mail).collect();
    bencher.bench_local(|| {
        let parser = mail_parser::MessageParser::default();
        mails.iter().filter(|mail| parser.parse(mail.as_bytes()).is_some()).count()
    });
}

/// Understanding alone: who asks, what is new, which facts.
#[divan::bench(sample_count = 3)]
fn understand_10_000_mails(bencher: Bencher) {
    let mails: Vec<String> = (0..MAILS).map(mail).collect();
    let context = quoin_core::intake::IntakeContext::default();
    bencher.bench_local(|| {
        let read =
            |mail: &String| quoin_core::intake::read_mail(mail.as_bytes(), &context).unreadable.is_none();
        mails.iter().filter(|mail| read(mail)).count()
    });
}

/// The whole way: files read, bytes and cursor committed, each mail understood and made a request.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn ingest_10_000_mails_from_a_folder(bencher: Bencher) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    bencher
        .with_inputs(|| {
            let folder = tempfile::tempdir().expect("a temporary folder");
            write_mails(&folder.path().join("mailbox/in"));
            folder
        })
        .bench_local_values(|folder| {
            runtime.block_on(async {
                let desk = Desk::open(folder.path(), Clock::System, SecretStore::memory())
                    .await
                    .expect("a workspace");
                let account = NewAccount::Folder {
                    name: String::new(),
                    address: "offres@delcourt.example".into(),
                    display_name: String::new(),
                    path: folder.path().join("mailbox").to_string_lossy().into_owned(),
                };
                usecase::connect_unchecked(&desk, account, None).await.expect("a mailbox");
                let report = worker::sync(&desk, None).await.expect("a round");
                assert_eq!(report.intake.requests as usize, MAILS);
                desk.close().await;
            });
            folder
        });
}

fn write_mails(folder: &Path) {
    std::fs::create_dir_all(folder).expect("a folder");
    for number in 0..MAILS {
        std::fs::write(folder.join(format!("{number:05}.eml")), mail(number)).expect("a file");
    }
}
