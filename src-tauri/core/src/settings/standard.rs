//! The texts the program brings, until the company writes its own.

use super::{AcknowledgementText, TextPurpose};
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

/// How a new request is acknowledged in a language.
pub fn acknowledgement(language: Language) -> AcknowledgementText {
    let (subject, body) = match language {
        Language::Fr => (
            "Votre demande est bien arrivée",
            "{{ salutation }},\n\nMerci pour votre demande. Elle est bien arrivée chez nous, sous la référence {{ reference }}, et nous revenons vers vous dès que possible.\n\nVous souhaitez ajouter une précision, une photo ou une mesure ? Répondez simplement à ce mail.\n\nBien à vous,\n{{ company }}\n\nCet accusé de réception est envoyé automatiquement. Votre réponse, elle, sera lue par l’un de nous.",
        ),
        Language::Nl => (
            "Wij hebben uw aanvraag goed ontvangen",
            "{{ salutation }},\n\nBedankt voor uw aanvraag. We hebben ze goed ontvangen, met referentie {{ reference }}, en laten u zo snel mogelijk iets weten.\n\nWilt u nog iets toevoegen, zoals een foto of een maat? Antwoord dan gewoon op deze mail.\n\nMet vriendelijke groeten,\n{{ company }}\n\nDeze ontvangstbevestiging wordt automatisch verstuurd. Uw antwoord wordt wel door een van ons gelezen.",
        ),
        Language::De => (
            "Ihre Anfrage ist gut angekommen",
            "{{ salutation }},\n\nvielen Dank für Ihre Anfrage. Sie ist unter der Referenz {{ reference }} gut bei uns angekommen, und wir melden uns so bald wie möglich bei Ihnen.\n\nMöchten Sie noch etwas ergänzen, zum Beispiel ein Foto oder ein Maß? Antworten Sie einfach auf diese Mail.\n\nMit freundlichen Grüßen\n{{ company }}\n\nDiese Empfangsbestätigung wird automatisch verschickt. Ihre Antwort wird natürlich von uns gelesen.",
        ),
        Language::En => (
            "We have received your request",
            "{{ salutation }},\n\nThank you for your request. It has reached us under reference {{ reference }}, and we will get back to you as soon as we can.\n\nWould you like to add a detail, a photo or a measurement? Simply reply to this mail.\n\nKind regards,\n{{ company }}\n\nThis acknowledgement is sent automatically. Your reply will be read by one of us.",
        ),
    };
    AcknowledgementText { subject: subject.to_owned(), body: body.to_owned() }
}

/// A customer for the preview, from where the language is spoken.
pub const fn example_name(language: Language) -> &'static str {
    match language {
        Language::Fr => "Sophie Lambert",
        Language::Nl => "Pieter Claes",
        Language::De => "Anja Schröder",
        Language::En => "Helen Carter",
    }
}
