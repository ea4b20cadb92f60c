//! A real Dovecot and a real Postfix for tests, on loopback ports of their own, from their own
//! configuration in a temporary folder. Several can run at once. Needs root, as Postfix does, or
//! a `sudo` that asks for no password.
//!
//! Mail for `…@delcourt.example` and `…@customer.example` is delivered; every name has a mailbox
//! and all share one password, except that `unknown…@` has none and `later@` is turned down for
//! now. Nothing leaves the machine.

#[path = "certificates.rs"]
mod certificates;
#[path = "incoming_mail.rs"]
mod incoming_mail;

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

pub use certificates::{Certificate, issue};
use serde::{Deserialize, Serialize};

/// How long the servers may take to start, and a mail to arrive.
const PATIENCE: Duration = Duration::from_secs(60);

/// The owner of the mails: "nobody" on every Linux.
const MAIL_UID: u32 = 65534;

/// Servers that run: where they are and what they know. Can be handed to another process.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MailServers {
    /// Always `localhost`.
    pub host: String,
    /// IMAP, encrypted from the first byte.
    pub imaps: u16,
    /// IMAP with STARTTLS; from loopback also without.
    pub imap: u16,
    /// Submission, encrypted from the first byte.
    pub smtps: u16,
    /// Submission with STARTTLS, which it insists on.
    pub submission: u16,
    /// Submission without encryption, and incoming mail from anybody.
    pub plain_smtp: u16,
    /// Everybody's password in this run.
    pub password: String,
    /// The only certificate authority that vouches for the servers: for `SSL_CERT_FILE`.
    pub ca_file: PathBuf,
    /// The temporary folder, with `dovecot.log`, `postfix.log` and the mails.
    pub root: PathBuf,
}

/// Keeps the servers running; when it goes, they go, and their folder with them.
pub struct Running {
    servers: MailServers,
    watched: Child,
}

impl std::ops::Deref for Running {
    type Target = MailServers;

    fn deref(&self) -> &MailServers {
        &self.servers
    }
}

impl MailServers {
    /// Starts both servers and waits until they answer.
    pub fn start(certificate: Certificate) -> Running {
        let root = temporary_folder();
        let tls = root.join("tls");
        fs::create_dir(&tls).unwrap();
        issue(&tls, certificate);
        let _starting = one_at_a_time();
        let [imaps, imap, smtps, submission, plain_smtp] = free_ports();
        let servers = Self {
            host: "localhost".to_owned(),
            imaps,
            imap,
            smtps,
            submission,
            plain_smtp,
            password: format!("canary-{}", uuid::Uuid::now_v7().simple()),
            ca_file: tls.join("ca.pem"),
            root,
        };
        servers.configure();
        servers.run()
    }

    fn configure(&self) {
        let etc = self.root.join("postfix/etc");
        for directory in [&etc, &self.root.join("postfix/queue")] {
            fs::create_dir_all(directory).unwrap();
        }
        fs::write(self.root.join("dovecot.conf"), self.filled(include_str!("mail_server/dovecot.conf")))
            .unwrap();
        fs::write(etc.join("main.cf"), self.filled(include_str!("mail_server/main.cf"))).unwrap();
        fs::write(etc.join("master.cf"), self.filled(include_str!("mail_server/master.cf"))).unwrap();
        fs::write(etc.join("recipients"), include_str!("mail_server/recipients")).unwrap();
        fs::write(etc.join("deferred"), include_str!("mail_server/deferred")).unwrap();
    }

    fn filled(&self, template: &str) -> String {
        let values = [
            ("root", self.root.display().to_string()),
            ("password", self.password.clone()),
            ("mail_uid", MAIL_UID.to_string()),
            ("imaps", self.imaps.to_string()),
            ("imap", self.imap.to_string()),
            ("smtps", self.smtps.to_string()),
            ("submission", self.submission.to_string()),
            ("plain_smtp", self.plain_smtp.to_string()),
            ("daemon_directory", postfix_default("daemon_directory")),
            ("command_directory", postfix_default("command_directory")),
        ];
        values
            .iter()
            .fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{{{name}}}}}"), value))
    }

    fn run(self) -> Running {
        let watched = privileged("sh")
            .args(["-c", include_str!("mail_server/run.sh"), "mail-servers"])
            .arg(&self.root)
            .arg(postfix_default("daemon_directory"))
            .arg(MAIL_UID.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let running = Running { servers: self, watched };
        for port in [running.imaps, running.imap, running.smtps, running.submission, running.plain_smtp] {
            let answers = || TcpStream::connect(("127.0.0.1", port)).ok();
            let waited = until(answers);
            assert!(waited.is_some(), "no server on port {port}\n{}", running.logs());
        }
        running
    }

    /// The mails in somebody's folder as Dovecot stores them, oldest first.
    pub fn mails(&self, address: &str, folder: &str) -> Vec<Vec<u8>> {
        let query = ["mailbox", folder, "all"];
        let listed = self.doveadm("fetch", address, &[&["uid"][..], &query[..]].concat());
        let uids = listed.lines().filter_map(|line| line.strip_prefix("uid: ")).map(str::to_owned);
        uids.map(|uid| {
            let one = ["text", "mailbox", folder, "uid", &uid];
            let fetched = self.doveadm("fetch", address, &one);
            fetched.strip_prefix("text:\n").unwrap_or(&fetched).as_bytes().to_vec()
        })
        .collect()
    }

    /// Waits until somebody's folder holds so many mails, and gives them.
    pub fn wait_for_mails(&self, address: &str, folder: &str, count: usize) -> Vec<Vec<u8>> {
        let arrived = until(|| Some(self.mails(address, folder)).filter(|mails| mails.len() >= count));
        arrived.unwrap_or_else(|| panic!("no {count} mails for {address}\n{}", self.logs()))
    }

    /// Gives a folder a new UIDVALIDITY: all UIDs known before mean nothing any more.
    pub fn reset_uid_validity(&self, address: &str, folder: &str, uid_validity: u32) {
        let value = uid_validity.to_string();
        self.doveadm("mailbox update", address, &["--uid-validity", &value, folder]);
    }

    /// Runs `doveadm` for one user and gives its output.
    pub fn doveadm(&self, command: &str, address: &str, arguments: &[&str]) -> String {
        run(privileged("doveadm")
            .arg("-c")
            .arg(self.root.join("dovecot.conf"))
            .args(command.split(' '))
            .args(["-u", address])
            .args(arguments))
    }

    /// What both servers logged.
    pub fn logs(&self) -> String {
        let log = |name| fs::read_to_string(self.root.join(name)).unwrap_or_default();
        format!("{}{}{}", log("run.log"), log("dovecot.log"), log("postfix.log"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.watched.stdin.take());
        self.watched.wait().unwrap();
    }
}

/// Readable for Dovecot's and Postfix's own users. Its path is short: sockets lie in it.
fn temporary_folder() -> PathBuf {
    let folder = tempfile::Builder::new().prefix("quoin-mail-").tempdir().unwrap().keep();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

/// Ports nobody listens on, below those that the system gives to outgoing connections.
fn free_ports<const N: usize>() -> [u16; N] {
    let seed = u16::try_from(std::process::id() % 10_000).unwrap_or_default();
    let candidates = (20_000 + seed..32_000).chain(20_000..20_000 + seed);
    let mut free = candidates.filter(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok());
    std::array::from_fn(|_| free.next().expect("a free port"))
}

/// Held while servers start: until they listen, nobody else may take their ports for free.
fn one_at_a_time() -> fs::File {
    let user = fs::metadata("/proc/self").unwrap().uid();
    let path = std::env::temp_dir().join(format!("quoin-mail-servers.{user}.lock"));
    let file = fs::File::create(path).unwrap();
    file.lock().unwrap();
    file
}

/// A program run as root: Postfix runs under several users, and so do the mailboxes.
fn privileged(program: &str) -> Command {
    let is_root = fs::metadata("/proc/self").is_ok_and(|this| this.uid() == 0);
    let mut command = Command::new(if is_root { program } else { "sudo" });
    if !is_root {
        command.args(["-n", program]);
    }
    command
}

fn postfix_default(parameter: &str) -> String {
    run(Command::new("postconf").args(["-d", "-h", parameter])).trim().to_owned()
}

fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}\n{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn until<T>(mut attempt: impl FnMut() -> Option<T>) -> Option<T> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match attempt() {
            Some(done) => return Some(done),
            None if Instant::now() > deadline => return None,
            None => std::thread::sleep(Duration::from_millis(20)),
        }
    }
}

/// The certificate and key that the servers show, for test servers that stand in for them.
pub fn certificate_files(servers: &MailServers) -> (PathBuf, PathBuf) {
    let tls: &Path = servers.ca_file.parent().unwrap();
    (tls.join("server.pem"), tls.join("server.key"))
}
