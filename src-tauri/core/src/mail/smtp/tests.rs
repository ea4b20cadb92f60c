use super::*;

#[test]
fn only_pure_crlf_ascii_may_go_on_the_wire() {
    for clean in [&b""[..], b"a\r\n", b"a\r\n\r\n.b\r\n", b"no line end"] {
        assert_eq!(check_bytes(clean), Ok(()));
    }
    for unclean in [&b"a\n"[..], b"a\r", b"\r\r\n", b"a\n.\r\n", b"a\0b", b"caf\xc3\xa9\r\n", b"a\rb"] {
        assert_eq!(check_bytes(unclean), Err(MailError::UncleanBytes), "{unclean:?}");
    }
}

#[test]
fn an_address_that_would_add_a_command_is_refused() {
    for bad in ["", "a", "a@b.example\r\nDATA", "a@b.example>\u{0}", "a b@c.example", "é@c.example"] {
        assert!(matches!(address(bad), Err(MailError::InvalidAddress { .. })), "{bad:?}");
    }
    assert!(address("o'neil+quote@b.example").is_ok());
}

#[test]
fn a_delivery_can_be_given_to_another_thread() {
    fn is_send<T: Send>(_: &T) {}
    let server = SmtpServer {
        host: "localhost".into(),
        port: 465,
        security: crate::mail::server::Security::Tls,
        user: String::new(),
    };
    let mail = ComposedMail {
        message_id: String::new(),
        bytes: Vec::new(),
        envelope: crate::mail::compose::Envelope { from: String::new(), recipients: Vec::new() },
    };
    let (secret, patience) = (Secret::new(""), SmtpPatience::default());
    let recorded = async { Ok::<(), std::convert::Infallible>(()) };

    is_send(&deliver(&server, &secret, &mail, &patience, recorded));
}
