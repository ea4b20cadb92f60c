//! What a quote in Belgium says about its VAT: data, per rate and language.

use crate::language::Language;
use crate::money::BasisPoints;

/// 6 % for the renovation of a dwelling of more than ten years: since 1 January 2022 without a
/// certificate, by a mention on the invoice; on a quote it is a condition to show.
/// Source: royal decree no. 20, table A, XXXVIII, as explained by partnersgroup.be and soligere.be.
const SIX_PERCENT: [(Language, &str); 4] = [
    (
        Language::Fr,
        "Taux de 6 % sous condition : habitation privée occupée depuis plus de dix ans, travaux facturés au consommateur final. La condition est rappelée sur la facture.",
    ),
    (
        Language::Nl,
        "Tarief van 6 % onder voorwaarde: privéwoning die langer dan tien jaar in gebruik is, werken gefactureerd aan de eindverbruiker. De voorwaarde wordt op de factuur herhaald.",
    ),
    (
        Language::De,
        "Satz von 6 % unter Bedingung: Privatwohnung, die seit mehr als zehn Jahren bewohnt ist, Arbeiten werden dem Endverbraucher berechnet. Die Bedingung steht auch auf der Rechnung.",
    ),
    (
        Language::En,
        "6 % rate on condition: private dwelling in use for more than ten years, work invoiced to the final consumer. The condition is repeated on the invoice.",
    ),
];

/// The mentions that the rates of a quote call for, each once.
pub fn for_rates(rates: impl IntoIterator<Item = BasisPoints>, language: Language) -> Vec<String> {
    let six = rates.into_iter().any(|rate| rate == BasisPoints(600));
    SIX_PERCENT
        .iter()
        .filter(|(written, _)| six && *written == language)
        .map(|(_, mention)| (*mention).to_owned())
        .collect()
}
