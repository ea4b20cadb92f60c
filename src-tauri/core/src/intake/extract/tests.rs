use super::*;

fn facts(text: &str) -> Vec<(String, String)> {
    let found = find_facts(text, region_of("jan@dak.example"), None);
    for field in &found {
        assert!(text.contains(&field.evidence), "{field:?}");
    }
    found.into_iter().map(|field| (field.kind, field.value)).collect()
}

pub(super) fn values(kind: &str, text: &str) -> Vec<String> {
    facts(text).into_iter().filter(|(found, _)| found == kind).map(|(_, value)| value).collect()
}

#[test]
fn telephone_numbers_are_normalised() {
    for text in [
        "Tél. 0470/12.34.56",
        "gsm +32 470 12 34 56",
        "0470 12 34 56",
        "0032 470 123 456",
        "+32 (0)470 12 34 56",
        "M: 0470-12-34-56",
    ] {
        assert_eq!(values("phone", text), ["+32470123456"], "{text}");
    }
    assert_eq!(values("phone", "Tel. 02 512 34 56 - Fax 02 512 34 57"), ["+3225123456"]);
    assert_eq!(values("phone", "Ruf: +49 30 901820, Paris 01 42 68 53 00"), ["+4930901820", "+33142685300"]);
}

#[test]
fn other_numbers_are_no_telephones() {
    for text in [
        "BE68 5390 0754 7034",
        "BE 0566.988.259",
        "12/05/2024",
        "+++090/9337/55493+++",
        "Commande 20240512",
        "120 m2 x 30",
    ] {
        assert!(values("phone", text).is_empty(), "{text}");
    }
}

#[test]
fn two_telephones_on_one_line_are_two() {
    for text in
        ["0475 12 34 56 / 081 22 33 44", "0475/12.34.56 - 081/22.33.44", "Tel. 0475 123 456/+32 81 22 33 44"]
    {
        assert_eq!(values("phone", text), ["+32475123456", "+3281223344"], "{text}");
    }
    assert_eq!(
        values("phone", "Jan Peeters NV\n+32 475 12 34 56"),
        ["+32475123456"],
        "below a line in capitals"
    );
}

#[test]
fn numbers_of_customers_orders_and_hours_are_no_telephones() {
    for text in [
        "Mon numéro client est 0475123456",
        "Klantnummer 04751234",
        "Réf. 0478.112.233",
        "Police n° 0470123456",
        "ma-vr 08.00-12.00, 13.00-17.30",
        "le 09 12 2024",
    ] {
        assert!(values("phone", text).is_empty(), "{text}");
    }
    assert_eq!(values("phone", "Mon numéro est le 0470 12 34 56").len(), 1);
    assert_eq!(values("phone", "Client : Jan, 0470 12 34 56").len(), 1);
}

#[test]
fn lengths_are_read_as_they_are_spoken() {
    for (text, expected) in [
        ("un mur de 3m50 x 4m20", "3.5 × 4.2 m"),
        ("een wand van 3m50 op 4m", "3.5 × 4 m"),
        ("une haie de 12m50", "12.5 m"),
        ("2 paires de volets", "2 paires"),
    ] {
        assert_eq!(values("quantity", text), [expected], "{text}");
    }
    assert!(values("quantity", "joignable après 18 heures").is_empty());
    assert_eq!(values("quantity", "environ 18 heures de travail"), ["18 heures"]);
}

#[test]
fn vat_numbers_are_checked() {
    for text in [
        "TVA BE 0566.988.259",
        "BE0566988259",
        "BTW-nr: BE 0566 988 259",
        "RPM 0566.988.259",
        "N° d'entreprise : 0566988259",
    ] {
        assert_eq!(values("vat", text), ["BE0566988259"], "{text}");
    }
    assert_eq!(values("vat", "BTW NL123456789B01"), ["NL123456789B01"]);
    assert_eq!(values("vat", "USt-IdNr. DE123456789"), ["DE123456789"]);
    assert!(values("vat", "TVA BE 0566.988.258 ou DE123456789").len() <= 1);
    assert!(values("vat", "Commande FR12345678901, 0470 12 34 56").is_empty());
}

#[test]
fn companies_are_known_by_their_legal_form() {
    assert_eq!(
        values("company", "Sophie Martin\nToitures Dupont & Fils SRL\nNamur"),
        ["Toitures Dupont & Fils SRL"]
    );
    assert_eq!(values("company", "namens Peeters Bouw bv, Gent"), ["Peeters Bouw bv"]);
    assert_eq!(values("company", "Müller Bau GmbH"), ["Müller Bau GmbH"]);
    assert_eq!(values("company", "NV Houtland\nKortrijk"), ["NV Houtland"]);
    assert!(values("company", "Wir sind eine AG und suchen se en sa maison").is_empty());
}

#[test]
fn postal_addresses_are_read_on_one_line_or_two() {
    for (text, expected) in [
        ("Rue des Brasseurs 41, 5000 Namur", "Rue des Brasseurs 41, 5000 Namur"),
        ("Kerkstraat 12\n9000 Gent", "Kerkstraat 12, 9000 Gent"),
        ("j'habite 12, rue du Pont à 1348 Louvain-la-Neuve", "12 rue du Pont, 1348 Louvain-la-Neuve"),
        ("Bahnhofstraße 3a, 50667 Köln", "Bahnhofstraße 3a, 50667 Köln"),
        ("Keizersgracht 100, 1015 AA Amsterdam", "Keizersgracht 100, 1015AA Amsterdam"),
        ("Av. Louise 250 bte 3 - 1050 Bruxelles", "Av. Louise 250 bte 3, 1050 Bruxelles"),
        ("le chantier se trouve à 1300 Wavre", "1300 Wavre"),
    ] {
        assert_eq!(values("address", text), [expected], "{text}");
    }
    for text in ["en 2024 Pierre est venu", "2500 Flyer", "1200 Exemplaren", "5000 Euro"] {
        assert!(values("address", text).is_empty(), "{text}");
    }
}

#[test]
fn quantities_and_measures_are_read() {
    for (text, expected) in [
        ("une toiture de 120 m²", "120 m²"),
        ("ongeveer 35,5 vierkante meter", "35.5 m²"),
        ("500 exemplaires", "500 exemplaires"),
        ("3 nouvelles fenêtres", "3 fenêtres"),
        ("twee deuren", "2 deuren"),
        ("1 000 flyers", "1000 flyers"),
        ("une table de 220 x 90 cm", "220 × 90 cm"),
        ("Terrasse 4x5m", "4 × 5 m"),
        ("50cm", "50 cm"),
    ] {
        assert_eq!(values("quantity", text), [expected], "{text}");
    }
    assert!(values("quantity", "Tel 0470 12 34 56, le 3 mai 2025 à 10 h").is_empty());
}

#[test]
fn wished_dates_are_read() {
    for (text, expected) in [
        ("pour le 12/05/2025", "2025-05-12"),
        ("vóór 3 juni 2025", "2025-06-03"),
        ("am 1. Mai", "1. Mai"),
        ("fin septembre 2025", "fin septembre 2025"),
        ("Anfang Juni", "anfang juni"),
        ("semaine 23", "semaine 23"),
        ("zo snel mogelijk", "zo snel mogelijk"),
        ("as soon as possible", "as soon as possible"),
        ("L’année prochaine", "l’année prochaine"),
    ] {
        assert_eq!(values("date", text), [expected], "{text}");
    }
    assert!(values("date", "je suis disponible, mars et ça repart; we may come in").is_empty());
}

#[test]
fn budgets_are_read() {
    for (text, expected) in [
        ("notre budget est de 15.000 €", "15000 EUR"),
        ("Budget: max. € 2 500", "2500 EUR"),
        ("budget tussen 5.000 en 8.000 euro", "5000-8000 EUR"),
        ("Unser Budget liegt bei 12k", "12000 EUR"),
    ] {
        assert_eq!(values("budget", text), [expected], "{text}");
    }
    assert!(values("budget", "quel budget faut-il prévoir pour 3 portes ?").is_empty());
}

#[test]
fn facts_of_any_text_stand_in_it() {
    for text in ["", "€", "BE", "+", "((((", "0", "x 1 x", "@", "１２３", "12 ½ m"] {
        facts(text);
    }
}

#[test]
fn a_number_that_somebody_typed_is_kept_as_it_is_found_in_mails() {
    assert_eq!(phone_number("0470 00 18 42", "BE").as_deref(), Some("+32470001842"));
    assert_eq!(phone_number("06 12 34 56 78", "FR").as_deref(), Some("+33612345678"));
    assert_eq!(phone_number("0470 00 18 42, le soir", "BE"), None);
    assert_eq!(phone_number("", "BE"), None);
}
