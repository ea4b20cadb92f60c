use super::tests::values;

fn assert_budgets(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(values("budget", text), [*expected], "{text}");
    }
}

#[test]
fn a_telephone_behind_a_budget_is_no_second_end() {
    assert_budgets(&[
        ("budget 150 EUR. Call 0475 98 76 54.", "150 EUR"),
        ("Budget 3000€ tel 0475987654", "3000 EUR"),
        ("Budget 3000 €, 0475987654", "3000 EUR"),
        ("Budget: 2500\n0475 98 76 54", "2500 EUR"),
    ]);
    for text in ["Budget : à voir, tel 0475987654", "Budget te bespreken, bel +32 475 98 76 54"] {
        assert!(values("budget", text).is_empty(), "{text}");
    }
}

#[test]
fn a_range_keeps_both_ends() {
    assert_budgets(&[
        ("Budget 1.500-2.000 €", "1500-2000 EUR"),
        ("Preisrahmen 1.500-2.000 €", "1500-2000 EUR"),
        ("Budget: 1500 - 2000", "1500-2000 EUR"),
        ("Budget 1 500 – 2 000 €", "1500-2000 EUR"),
        ("Budget 1 500-2 000 €", "1500-2000 EUR"),
        ("Budget: 1500€-2000€", "1500-2000 EUR"),
        ("Budget: € 1500 - € 2000", "1500-2000 EUR"),
        ("Budget entre 3 et 5 k€", "3000-5000 EUR"),
        ("Notre budget : 3 à 5k€", "3000-5000 EUR"),
        ("budget: 2-3k", "2000-3000 EUR"),
        ("budget 2,5 à 3k", "2500-3000 EUR"),
        ("budget 10 à 12.000 €", "10000-12000 EUR"),
        ("budget entre 500 et 1000 €", "500-1000 EUR"),
        ("budget between £500 and £800", "500-800 GBP"),
    ]);
}

#[test]
fn a_limit_with_a_currency_is_a_budget_without_the_word() {
    assert_budgets(&[
        ("Une table, max 3500 €", "3500 EUR"),
        ("Max 400 euros", "400 EUR"),
        ("maximum 3500 €", "3500 EUR"),
        ("Max. 3500 €", "3500 EUR"),
        ("Budget (incl. levering): 5000", "5000 EUR"),
        ("We can pay up to 500 euros", "500 EUR"),
        ("Plafond 800 €", "800 EUR"),
        ("maximaal 1.000 euro", "1000 EUR"),
        ("Mag tot 1.000 euro kosten", "1000 EUR"),
        ("1 200,50 € maximum", "1200.5 EUR"),
        ("3.500,- max", "3500 EUR"),
        ("max 5k€", "5000 EUR"),
        ("5000 € TTC maximum", "5000 EUR"),
        ("entre 3000 et 5000 €", "3000-5000 EUR"),
        ("tussen 2.000 en 3.000 euro", "2000-3000 EUR"),
        ("zwischen 2.000 und 3.000 €", "2000-3000 EUR"),
        ("up to 2000 pounds", "2000 GBP"),
        ("Up to £2,000", "2000 GBP"),
    ]);
}

#[test]
fn money_of_something_else_is_no_budget() {
    for text in [
        "j'ai payé 300 €",
        "j'ai payé maximum 300 € pour cela",
        "De vorige keer betaald: tussen 200 en 300 euro",
        "Les voisins ont payé entre 3000 et 5000 €",
        "Quel budget ? L'an passé j'ai payé 300 €.",
        "livraison 20 € maximum",
        "up to 500 people",
        "max 3 semaines",
        "entre 8 et 10 heures",
        "max 35 € par m²",
        "Attachments: max 5k",
        "Garantie jusqu'à 500 €",
        "Budget à discuter, pour mai 2026",
        "Budget à discuter, chantier à 5000 Namur",
        "budget pour 120 m² de parquet",
        "Un acompte de 300 €. Maximum 3 semaines.",
    ] {
        assert!(values("budget", text).is_empty(), "{text}");
    }
    assert_budgets(&[("Budget 2026 : 5000 €", "5000 EUR"), ("Budget 2500 €, déjà payé 300 €", "2500 EUR")]);
}
