//! Who somebody is and where: addresses, companies, VAT numbers.

use super::tests::values;

fn assert_values(kind: &str, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(values(kind, text), [*expected], "{text}");
    }
}

#[test]
fn a_house_number_keeps_what_tells_it_apart() {
    assert_values(
        "address",
        &[
            (
                "14 bis rue de la République\n59300 Valenciennes",
                "14 bis rue de la République, 59300 Valenciennes",
            ),
            ("2 ter, rue du Pont\n59000 Lille", "2 ter rue du Pont, 59000 Lille"),
            ("14 bis, rue du Pont, 59300 Valenciennes", "14 bis rue du Pont, 59300 Valenciennes"),
            ("Rue de la Gare 14 bis, 5000 Namur", "Rue de la Gare 14 bis, 5000 Namur"),
            ("Lange Nieuwstraat 101 A\n2000 Antwerpen", "Lange Nieuwstraat 101 A, 2000 Antwerpen"),
            (
                "Lange Nieuwstraat 101 A bus 3\n2000 Antwerpen",
                "Lange Nieuwstraat 101 A bus 3, 2000 Antwerpen",
            ),
        ],
    );
}

#[test]
fn addresses_of_neighbours_and_of_estates_are_read() {
    assert_values(
        "address",
        &[
            ("Hauptstr. 12\nD-52062 Aachen", "Hauptstr. 12, 52062 Aachen"),
            ("Am Markt 5, 4780 St. Vith", "Am Markt 5, 4780 St. Vith"),
            ("12 High Street\nLondon SW1A 1AA", "12 High Street, London SW1A 1AA"),
            ("12 High Street, Bath BA1 2AB", "12 High Street, Bath BA1 2AB"),
            ("12 High Street\nMilton Keynes\nMK9 1AA", "12 High Street, Milton Keynes MK9 1AA"),
            (
                "Z.I. des Hauts-Sarts, 4ème avenue 20, 4040 Herstal",
                "Z.I. des Hauts-Sarts 4ème avenue 20, 4040 Herstal",
            ),
            ("Grand-Rue 5, L-1660 Luxembourg", "Grand-Rue 5, 1660 Luxembourg"),
            ("3e avenue 20, 4040 Herstal", "3e avenue 20, 4040 Herstal"),
        ],
    );
    assert!(values("address", "the A4 1AB model, our B12 3CD part").is_empty());
}

#[test]
fn legal_forms_are_known_with_full_stops_slashes_and_partners() {
    assert_values(
        "company",
        &[
            ("Jansen B.V.", "Jansen B.V."),
            ("Dupont SA/NV", "Dupont SA/NV"),
            ("Schreinerei Müller e.K.", "Schreinerei Müller e.K."),
            ("Immo Plus comm.v", "Immo Plus comm.v"),
            ("Müller GmbH & Co. KG", "Müller GmbH & Co. KG"),
            ("Roth & Co. KG, Aachen", "Roth & Co. KG"),
            ("Ets. Dupont SRL", "Ets. Dupont SRL"),
        ],
    );
    assert!(values("company", "N.B. nous passons le 3/4, i.e. mardi").is_empty());
}

#[test]
fn vat_numbers_tell_themselves_by_their_check() {
    assert_values(
        "vat",
        &[
            ("ondernemingsnr. 0403170701", "BE0403170701"),
            ("FR40303265045", "FR40303265045"),
            ("FR 40 303 265 045", "FR40303265045"),
            ("LU26375245", "LU26375245"),
            ("DE136695976", "DE136695976"),
            ("TVA : 403.170.701", "BE0403170701"),
        ],
    );
    for text in
        ["FR41303265045", "FR40303265046", "LU26375246", "DE136695975", "réf. 403.170.701", "tel 403.170.702"]
    {
        assert!(values("vat", text).is_empty(), "{text}");
    }
}
