use proptest::prelude::*;

use super::*;

fn named(name: &str) -> Named {
    Named { name: name.into(), ..Named::default() }
}

fn alike(one: &str, other: &str) -> bool {
    named(one).has_name_of(&named(other))
}

#[test]
fn one_common_surname_says_nothing() {
    for (one, other) in [
        ("Jan Peeters", "Marie Peeters"),
        ("Peeters", "Jan Peeters"),
        ("J. Peeters", "Jan Peeters"),
        ("Janssens", "Janssens"),
        ("Luc Van den Broeck", "Griet Vandenbroeck"),
        ("Sophie Lambert", "Lambert SRL"),
        ("Garage Dupont", "Menuiserie Dupont"),
        ("Jan", "Jan"),
        ("", ""),
        ("De Van Der", "van de"),
    ] {
        assert!(!alike(one, other), "{one} / {other}");
    }
}

#[test]
fn the_same_name_however_it_is_written() {
    for (one, other) in [
        ("Sophie Lambert", "LAMBERT Sophie"),
        ("Sophie Lambert", "Mme Sophie LAMBERT"),
        ("Sophie et Marc Lambert", "Sophie Lambert"),
        ("Luc Van den Broeck", "Luc Vandenbroeck"),
        ("Luc van den Broeck", "VAN DEN BROECK Luc"),
        ("Pieter De Smet", "Pieter Desmet"),
        ("An D’Hondt", "An D'hondt"),
        ("Hélène Côté", "Helene Cote"),
        ("He\u{301}lène Côté", "Hélène Côté"),
        ("Jean-Pierre Dubois", "Jean Pierre Dubois"),
        ("Dhr. Jan Peeters", "Peeters, Jan"),
        ("Menuiserie Dupont", "Menuiserie Dupont SRL"),
    ] {
        assert!(alike(one, other), "{one} / {other}");
    }
}

#[test]
fn a_company_may_stand_where_the_other_has_the_name() {
    let asked = named("Brasserie du Parc");
    let known = Named { name: "Luc Maes".into(), company: "Brasserie du Parc SA".into(), ..Named::default() };
    assert!(asked.has_name_of(&known));
    let other = Named { name: "Parc Maes".into(), company: "Brasserie Haute".into(), ..Named::default() };
    assert!(!asked.has_name_of(&other), "words of two different names do not add up");
}

#[test]
fn the_same_place_or_the_end_of_a_number_is_near() {
    let at = |postal_code: &str, city: &str, phone: &str| Named {
        postal_code: postal_code.into(),
        city: city.into(),
        phone: phone.into(),
        ..Named::default()
    };
    assert!(at("5000", "Namur", "").is_near(&at("5000", "Jambes", "")));
    assert!(at("", "Liège", "").is_near(&at("4000", "LIEGE", "")));
    assert!(!at("5000", "Namur", "").is_near(&at("4000", "Namur", "")), "the code is surer than the name");
    assert!(at("", "", "081 12 34 56").is_near(&at("", "", "+32 81 12 34 56")));
    assert!(!at("", "", "").is_near(&at("", "", "")));
    assert!(!at("", "", "112").is_near(&at("", "", "112")));
}

/// Names as they are in Belgium, of two or three telling words.
fn any_name() -> impl Strategy<Value = Vec<&'static str>> {
    let first = proptest::sample::select(vec!["Jan", "Sophie", "Hélène", "Griet", "Luc", "Benoît"]);
    let little = proptest::sample::select(vec!["", "Van den", "De", "d’", "van der"]);
    let last = proptest::sample::select(vec!["Broeck", "Peeters", "Lambert", "Smet", "Maes", "Côté"]);
    (first, little, last).prop_map(|(first, little, last)| vec![first, little, last])
}

proptest! {
    #[test]
    fn it_does_not_matter_who_is_compared_with_whom(one in any_name(), other in any_name()) {
        let (one, other) = (one.join(" "), other.join(" "));
        prop_assert_eq!(alike(&one, &other), alike(&other, &one));
    }

    #[test]
    fn order_capitals_and_little_words_do_not_matter(name in any_name()) {
        let written = name.join(" ");
        let turned = format!("{}, {}", name[2].to_uppercase(), name[0]);
        prop_assert!(alike(&written, &turned), "{} / {}", written, turned);
    }

    #[test]
    fn two_names_that_share_fewer_than_two_words_are_not_similar(one in any_name(), other in any_name()) {
        let shared = named(&one.join(" ")).shared_words(&named(&other.join(" "))).len();
        prop_assert_eq!(alike(&one.join(" "), &other.join(" ")), shared >= 2);
    }

    #[test]
    fn nothing_that_is_typed_is_too_odd(one in ".{0,60}", other in ".{0,60}") {
        let _ = (alike(&one, &other), named(&one).is_near(&named(&other)), spellings(&one));
    }
}
