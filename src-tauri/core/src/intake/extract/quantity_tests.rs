use super::tests::values;

fn assert_quantities(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(values("quantity", text), [*expected], "{text}");
    }
}

#[test]
fn things_are_counted_in_their_inflections_and_compounds() {
    assert_quantities(&[
        ("plaatsen van 12 binnendeuren", "12 binnendeuren"),
        ("300 Einladungskarten", "300 einladungskarten"),
        ("ein Haus mit 3 Zimmern", "3 zimmern"),
        ("Catering mit 60 Gästen", "60 gästen"),
        ("a wedding with 120 guests", "120 guests"),
        ("een feest met 40 gasten", "40 gasten"),
        ("un repas de 60 couverts", "60 couverts"),
        ("35 volwassenen", "35 volwassenen"),
        ("12 kinderen", "12 kinderen"),
        ("2.500 sacs", "2500 sacs"),
        ("5,000 beer mats", "5000 beer mats"),
        ("20 bordjes", "20 bordjes"),
        ("4 kozijnen", "4 kozijnen"),
        ("80 invitations", "80 invitations"),
        ("300 menus", "300 menus"),
        ("30 polos", "30 polos"),
        ("50 roll-ups", "50 roll-ups"),
        ("25 gelakte houtplaten", "25 houtplaten"),
    ]);
    assert_eq!(values("quantity", "3 bâches de 3 m x 2 m"), ["3 bâches", "3 × 2 m"]);
}

#[test]
fn what_is_wanted_is_counted_under_any_name() {
    assert_quantities(&[
        ("un devis pour 40 trophées", "40 trophées"),
        ("Nous avons besoin de 3 grandes cuves", "3 cuves"),
        ("Graag offerte voor 200 witte gadgets", "200 gadgets"),
        ("Angebot für 15 Pflanztröge", "15 pflanztröge"),
        ("We need about 200 coffee tins", "200 coffee tins"),
        ("we hebben 25 wimpels nodig", "25 wimpels"),
    ]);
}

#[test]
fn time_distance_and_offers_are_no_goods() {
    for text in [
        "Nous cherchons 3 devis",
        "we need 2 quotes",
        "besoin de 3 semaines",
        "dans 3 mois nos portes",
        "we hebben 2 weken nodig",
        "We need 30 miles of notice",
        "devis pour 5300 Andennes",
        "J'ai 45 ans",
        "Je voudrais 3 renseignements",
        "We need 2 answers",
        "binnen 5 minuutjes",
    ] {
        assert!(values("quantity", text).is_empty(), "{text}: {:?}", values("quantity", text));
    }
}
