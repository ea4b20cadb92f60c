//! The texts the program brings, until the company writes its own.

use super::TextPurpose;
use crate::language::Language;

/// How a letter addresses somebody of whom only the name is known.
pub fn salutation(language: Language, name: &str) -> String {
    let words = match language {
        Language::Fr => "Bonjour",
        Language::Nl => "Dag",
        Language::De => "Guten Tag",
        Language::En => "Hello",
    };
    if name.is_empty() { words.to_owned() } else { format!("{words} {name}") }
}

/// How a reply begins.
pub const fn reply(language: Language) -> &'static str {
    match language {
        Language::Fr | Language::Nl | Language::De | Language::En => "{{ salutation }},\n\n",
    }
}

/// The text for a purpose.
pub const fn text(purpose: TextPurpose, language: Language) -> &'static str {
    match (purpose, language) {
        (TextPurpose::Reply, _) => reply(language),
        (TextPurpose::QuoteMail, Language::Fr) => {
            "{{ salutation }},\n\nVous trouverez en annexe notre offre pour « {{ subject }} », d’un montant de {{ total }} TVAC. Elle est valable jusqu’au {{ valid_until }}.\n\nPour l’accepter, il suffit de répondre à ce mail. Nous restons à votre disposition pour toute question."
        }
        (TextPurpose::QuoteMail, Language::Nl) => {
            "{{ salutation }},\n\nIn bijlage vindt u onze offerte voor “{{ subject }}”, voor een bedrag van {{ total }} incl. btw. Ze is geldig tot en met {{ valid_until }}.\n\nOm ze te aanvaarden volstaat het op deze mail te antwoorden. Wij beantwoorden graag al uw vragen."
        }
        (TextPurpose::QuoteMail, Language::De) => {
            "{{ salutation }},\n\nim Anhang finden Sie unser Angebot für „{{ subject }}“ über {{ total }} inkl. MwSt. Es ist gültig bis zum {{ valid_until }}.\n\nUm es anzunehmen, genügt eine Antwort auf diese Mail. Für Fragen stehen wir Ihnen gern zur Verfügung."
        }
        (TextPurpose::QuoteMail, Language::En) => {
            "{{ salutation }},\n\nAttached is our quote for “{{ subject }}”, for {{ total }} including VAT. It is valid until {{ valid_until }}.\n\nTo accept it, simply reply to this mail. We are happy to answer any question."
        }
        (TextPurpose::Signature, Language::Fr) => "Bien à vous,\n{{ user }}\n{{ company }}",
        (TextPurpose::Signature, Language::Nl) => "Met vriendelijke groeten,\n{{ user }}\n{{ company }}",
        (TextPurpose::Signature, Language::De) => "Mit freundlichen Grüßen\n{{ user }}\n{{ company }}",
        (TextPurpose::Signature, Language::En) => "Kind regards,\n{{ user }}\n{{ company }}",
        (TextPurpose::Terms, _) => "",
    }
}
