use super::super::{IntakeContext, read_mail};
use super::*;

/// As OpenSSL 3 signs while it reads, without lengths; the certificate is left out.
const WITHOUT_LENGTHS: &str = "\
MIAGCSqGSIb3DQEHAqCAMIACAQExDTALBglghkgBZQMEAgEwgAYJKoZIhvcNAQcB\n\
oIAkgASCAQtDb250ZW50LVR5cGU6IG11bHRpcGFydC9hbHRlcm5hdGl2ZTsgYm91\n\
bmRhcnk9YQ0KDQotLWENCkNvbnRlbnQtVHlwZTogdGV4dC9wbGFpbjsgY2hhcnNl\n\
dD11dGYtOA0KDQpCb25qb3VyLA0KdW4gZGV2aXMgcG91ciBkZXV4IHBvcnRlcyBj\n\
aMOqbmUgPw0KQW4NCi0tYQ0KQ29udGVudC1UeXBlOiB0ZXh0L2h0bWw7IGNoYXJz\n\
ZXQ9dXRmLTgNCg0KPHA+Qm9uam91ciw8YnI+dW4gZGV2aXMgcG91ciBkZXV4IHBv\n\
cnRlcyBjaMOqbmUgPzwvcD48cD5BbjwvcD4NCi0tYS0tDQoAAAAAAAAxggF+MIIB\n\
egIBATAtMBUxEzARBgNVBAMMCkFuIFBlZXRlcnMCFAikMXBu5pUaG81Z/68tMBPt\n\
5JAZMAsGCWCGSAFlAwQCAaCB5DAYBgkqhkiG9w0BCQMxCwYJKoZIhvcNAQcBMBwG\n\
CSqGSIb3DQEJBTEPFw0yNjExMjcwNzA5MDNaMC8GCSqGSIb3DQEJBDEiBCCMdxR9\n\
hjVXr+waBsRmGpjKkvmQpjWDvYQkW8RJQ252fzB5BgkqhkiG9w0BCQ8xbDBqMAsG\n\
CWCGSAFlAwQBKjALBglghkgBZQMEARYwCwYJYIZIAWUDBAECMAoGCCqGSIb3DQMH\n\
MA4GCCqGSIb3DQMCAgIAgDANBggqhkiG9w0DAgIBQDAHBgUrDgMCBzANBggqhkiG\n\
9w0DAgIBKDAKBggqhkjOPQQDAgRGMEQCIB3F3Lp5+hJHGbFODlQQ82JubGaq3n3j\n\
frWr6r1D7OOVAiBwy6TAybjHHf6ogcKuVBlrit8N2FS8cT5/I4cv9Z+LhAAAAAAA\n\
AA==";

/// As OpenSSL 3 signs a whole text.
const WITH_LENGTHS: &str = "\
MIICzgYJKoZIhvcNAQcCoIICvzCCArsCAQExDzANBglghkgBZQMEAgEFADCCAR4G\n\
CSqGSIb3DQEHAaCCAQ8EggELQ29udGVudC1UeXBlOiBtdWx0aXBhcnQvYWx0ZXJu\n\
YXRpdmU7IGJvdW5kYXJ5PWENCg0KLS1hDQpDb250ZW50LVR5cGU6IHRleHQvcGxh\n\
aW47IGNoYXJzZXQ9dXRmLTgNCg0KQm9uam91ciwNCnVuIGRldmlzIHBvdXIgZGV1\n\
eCBwb3J0ZXMgY2jDqm5lID8NCkFuDQotLWENCkNvbnRlbnQtVHlwZTogdGV4dC9o\n\
dG1sOyBjaGFyc2V0PXV0Zi04DQoNCjxwPkJvbmpvdXIsPGJyPnVuIGRldmlzIHBv\n\
dXIgZGV1eCBwb3J0ZXMgY2jDqm5lID88L3A+PHA+QW48L3A+DQotLWEtLQ0KMYIB\n\
gTCCAX0CAQEwLTAVMRMwEQYDVQQDDApBbiBQZWV0ZXJzAhQIpDFwbuaVGhvNWf+v\n\
LTAT7eSQGTANBglghkgBZQMEAgEFAKCB5DAYBgkqhkiG9w0BCQMxCwYJKoZIhvcN\n\
AQcBMBwGCSqGSIb3DQEJBTEPFw0yNjExMjcwNzA5MDNaMC8GCSqGSIb3DQEJBDEi\n\
BCCMdxR9hjVXr+waBsRmGpjKkvmQpjWDvYQkW8RJQ252fzB5BgkqhkiG9w0BCQ8x\n\
bDBqMAsGCWCGSAFlAwQBKjALBglghkgBZQMEARYwCwYJYIZIAWUDBAECMAoGCCqG\n\
SIb3DQMHMA4GCCqGSIb3DQMCAgIAgDANBggqhkiG9w0DAgIBQDAHBgUrDgMCBzAN\n\
BggqhkiG9w0DAgIBKDAKBggqhkjOPQQDAgRHMEUCIHD2vDJhbx2SUvz4+H1eSe1m\n\
OihRFgaEqj4+3JlUwh/GAiEAxlEXdThl9e/lpBQzeOLDdZQpJEVw/78mQ+9AtsDz\n\
9Ng=";

fn signed(kind: &str, message: &str) -> String {
    format!(
        "From: An Peeters <an@poort.example>\nTo: info@hout.example\nSubject: Deux portes\n\
         Content-Disposition: attachment;\n filename=\"smime.p7m\"\nContent-Type: {kind};\n smime-type=signed-data; name=\"smime.p7m\"\n\
         Content-Transfer-Encoding: base64\nMessage-ID: <1@poort.example>\n\n{message}\n"
    )
}

#[test]
fn a_text_inside_its_signature_is_read() {
    for message in [WITHOUT_LENGTHS, WITH_LENGTHS] {
        for kind in ["application/pkcs7-mime", "application/x-pkcs7-mime"] {
            let mail = read_mail(signed(kind, message).as_bytes(), &IntakeContext::default());
            assert_eq!(mail.text.trim(), "Bonjour,\nun devis pour deux portes chêne ?\nAn");
            assert_eq!(
                mail.html.as_deref().map(str::trim),
                Some("<p>Bonjour,<br>un devis pour deux portes chêne ?</p><p>An</p>")
            );
            assert_eq!(
                (mail.subject.as_str(), mail.message_id.as_deref()),
                ("Deux portes", Some("1@poort.example"))
            );
            let files: Vec<(&str, &str)> =
                mail.attachments.iter().map(|file| (file.name.as_str(), file.mime.as_str())).collect();
            assert_eq!(files, [("smime.p7m", kind)], "the signature stays a file");
            assert!(mail.attachments[0].bytes.starts_with(&[SEQUENCE]) && mail.attachments[0].is_complete);
        }
    }
}

#[test]
fn a_forward_of_a_signed_mail_is_read_as_well() {
    let owners = vec!["info@hout.example".to_owned()];
    let context = IntakeContext { owner_addresses: owners, ..IntakeContext::default() };
    let mail = format!(
        "From: info@hout.example\nTo: info@hout.example\nSubject: Fwd: Deux portes\nContent-Type: message/rfc822\n\n{}",
        signed("application/pkcs7-mime", WITH_LENGTHS)
    );
    let forward = read_mail(mail.as_bytes(), &context).forward.unwrap();
    assert_eq!(forward.from.address, "an@poort.example");
    assert!(forward.body.starts_with("Bonjour,\nun devis"), "{}", forward.body);
}

#[test]
fn what_is_encrypted_or_broken_stays_a_file() {
    let (cut, _) = WITH_LENGTHS.split_at(200);
    let encrypted = WITH_LENGTHS.replacen("cNAQcC", "cNAQcD", 1);
    assert_ne!(encrypted, WITH_LENGTHS);
    for message in [cut, &encrypted, "AAAA", ""] {
        let mail = read_mail(signed("application/pkcs7-mime", message).as_bytes(), &IntakeContext::default());
        assert_eq!((mail.text.as_str(), mail.attachments.len()), ("", 1), "{message}");
    }
}

#[test]
fn elements_without_a_length_are_followed_to_a_depth() {
    let nested = |depth: usize| [[SEQUENCE, 0x80].repeat(depth), [0, 0].repeat(depth)].concat();
    assert!(Element::read(&nested(MAX_DEPTH), 0).is_some());
    assert!(Element::read(&nested(100_000), 0).is_none());
    assert!(Element::read(&[SEQUENCE, 0x84, 0xff, 0xff, 0xff, 0xff, 1], 0).is_none());
    assert!(Element::read(&[SEQUENCE, 0xff, 1], 0).is_none());
}
