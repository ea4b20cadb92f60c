use super::*;

fn read(value: &str) -> Vec<(String, String)> {
    read_addresses(value.as_bytes(), None).into_iter().map(|person| (person.name, person.address)).collect()
}

fn pair(name: &str, address: &str) -> (String, String) {
    (name.to_owned(), address.to_owned())
}

#[test]
fn the_usual_spellings_are_read() {
    assert_eq!(read("Jan Peeters <Jan@Dak.Example>"), [pair("Jan Peeters", "Jan@dak.example")]);
    assert_eq!(read("\"Peeters, Jan\" <jan@dak.example>"), [pair("Peeters, Jan", "jan@dak.example")]);
    assert_eq!(read("jan@dak.example"), [pair("", "jan@dak.example")]);
    assert_eq!(read("jan@dak.example (Jan Peeters)"), [pair("Jan Peeters", "jan@dak.example")]);
    assert_eq!(read("<jan@dak.example>"), [pair("", "jan@dak.example")]);
}

#[test]
fn several_addresses_are_told_apart() {
    let both = [pair("A", "a@x.example"), pair("", "b@x.example")];
    assert_eq!(read("A <a@x.example>, b@x.example"), both);
    assert_eq!(read("A <a@x.example>; b@x.example;"), both);
    assert_eq!(read("team: A <a@x.example>, b@x.example;"), both);
    assert!(read("undisclosed-recipients:;").is_empty());
}

#[test]
fn a_comma_in_an_unquoted_name_does_not_split_it() {
    assert_eq!(read("Peeters, Jan <jan@dak.example>"), [pair("Peeters, Jan", "jan@dak.example")]);
}

#[test]
fn encoded_names_may_hold_any_character() {
    assert_eq!(
        read("=?utf-8?Q?Dupont=2C_Zo=C3=A9?= <zoe@toit.example>"),
        [pair("Dupont, Zoé", "zoe@toit.example")]
    );
    assert_eq!(
        read("=?utf-8?Q?Dupont,_Zo=C3=A9?= <zoe@toit.example>"),
        [pair("Dupont, Zoé", "zoe@toit.example")]
    );
    let split = "\"=?utf-8?Q?Oddzia=C5=82_3_w_War?=\r\n =?utf-8?Q?szawie=2C_test?=\" <d@ib.example>";
    assert_eq!(read(split), [pair("Oddział 3 w Warszawie, test", "d@ib.example")]);
}

#[test]
fn junk_keeps_what_can_be_kept() {
    assert_eq!(read("Jan [INVALID] <jan@dak.example>"), [pair("Jan [INVALID]", "jan@dak.example")]);
    assert_eq!(
        read("MAILER-DAEMON (Mail Delivery System)"),
        [pair("MAILER-DAEMON (Mail Delivery System)", "")]
    );
    assert_eq!(read("\"\" <FAX=34129@as1.example>"), [pair("", "FAX=34129@as1.example")]);
    assert_eq!(read("Jan <jan@dak.example"), [pair("Jan", "jan@dak.example")]);
    assert!(read("").is_empty());
    assert!(read("<>").is_empty());
}

#[test]
fn people_in_a_text_are_read_in_every_spelling() {
    let person = |text: &str| {
        let person = read_person(text);
        (person.name, person.address)
    };
    let jan = pair("Jan Peeters", "jan@dak.example");
    assert_eq!(person("Jan Peeters [mailto:jan@dak.example]"), jan);
    assert_eq!(person("Jan Peeters<mailto:jan@dak.example>"), jan);
    assert_eq!(person("Jan Peeters <jan@dak.example<mailto:jan@dak.example>>"), jan);
    assert_eq!(person("Jan Peeters (jan@dak.example)"), jan);
    assert_eq!(person("'Jan Peeters' <jan@dak.example>"), jan);
    assert_eq!(person("Jan Peeters"), pair("Jan Peeters", ""));
    assert_eq!(person("jan@dak.example [mailto:jan@dak.example]"), pair("", "jan@dak.example"));
}

#[test]
fn the_first_address_of_a_sentence_is_found() {
    assert_eq!(find_address("write to jan@dak.example.").as_deref(), Some("jan@dak.example"));
    assert_eq!(find_address("\"odd name\"@dak.example").as_deref(), Some("\"odd name\"@dak.example"));
    assert_eq!(find_address("a @ b, @home"), None);
}

#[test]
fn east_asian_words_touch_the_address_without_a_blank() {
    for text in ["你发送给jan@dak.example的邮件", "jan@dak.example에게", "宛先：jan@dak.exampleへ"]
    {
        assert_eq!(find_address(text).as_deref(), Some("jan@dak.example"), "{text}");
    }
    assert_eq!(find_address("用户@例子.中国").as_deref(), Some("用户@例子.中国"));
}

#[test]
fn a_name_loses_the_quotes_of_any_language() {
    for text in
        ["« Jan Peeters » <j@d.example>", "„Jan Peeters“ <j@d.example>", "„Jan Peeters” <j@d.example>"]
    {
        assert_eq!(read_person(text).name, "Jan Peeters", "{text}");
    }
}

#[test]
fn an_address_is_within_its_line() {
    assert_eq!(find_address("x <jan@[192.0.2.1]>").as_deref(), Some("jan@[192.0.2.1]"));
    assert_eq!(find_address("jan@[IPv6:2001:db8::1]").as_deref(), Some("jan@[ipv6:2001:db8::1]"));
    assert_eq!(find_address("\"jan peeters\"@hout.example").as_deref(), Some("\"jan peeters\"@hout.example"));
    for text in [
        "jan@[not\na host]",
        "jan@[a b]",
        "\"jan\n\"@hout.example",
        &format!("\"{}\"@x.example", "a".repeat(70)),
    ] {
        let found = find_address(text);
        assert!(
            found.as_ref().is_none_or(|address| !address.contains(['\n', ' ']) && address.len() < 70),
            "{found:?}"
        );
    }
}
