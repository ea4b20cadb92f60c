use super::tests::values;

#[test]
fn days_are_read_with_small_words_and_as_spans() {
    for (text, expected) in [
        ("by the 10th of May 2025", "2025-05-10"),
        ("by the 10th of May", "10th of May"),
        ("May 3, 2025", "2025-05-03"),
        ("le 1er juin 2025", "2025-06-01"),
        ("du 10 au 14 mars", "10 au 14 mars"),
        ("du 10 au 14 mars 2026", "10 au 14 mars 2026"),
        ("van 10 tot 14 maart", "10 tot 14 maart"),
        ("vom 10. bis 14. März", "10. bis 14. März"),
        ("10-14 May 2025", "10-14 May 2025"),
        ("le 5 ou 6 juin", "5 ou 6 juin"),
        ("entre le 10 et le 14 mars", "10 et le 14 mars"),
        ("from the 10th to the 14th of May", "10th to the 14th of May"),
    ] {
        assert_eq!(values("date", text), [expected], "{text}");
    }
}

#[test]
fn the_date_of_a_paper_is_no_wish() {
    for text in [
        "votre facture du 12/02/2025",
        "votre facture n° 2025-113 du 12/02/2025",
        "our invoice of 12 February 2025",
        "uw factuur van 12/02/2025",
        "Ihre Rechnung vom 12.02.2025",
        "suite à votre mail du 3 mars",
    ] {
        assert!(values("date", text).is_empty(), "{text}");
    }
    assert_eq!(values("date", "un devis, pour le 12/05/2025"), ["2025-05-12"]);
    assert_eq!(values("date", "Kunt u een offerte sturen tegen 12/05/2025"), ["2025-05-12"]);
    assert_eq!(values("date", "please call on 12 May 2025"), ["2025-05-12"]);
    assert_eq!(values("date", "We order flyers for 12 May 2025"), ["2025-05-12"]);
}
