//! Words by which a person asks for a price, which no machine and no newsletter writes.

use super::words::automatic::{ASKING, OFFERING, PRICES, QUESTIONS, WISHES};
use super::words::plain;

/// How far behind a verb of asking the price may stand.
const MAX_SENTENCE: usize = 200;

/// The first sentences, in lower case, before anything quoted.
pub(super) fn beginning_of_new_text(text: &str) -> String {
    let is_new = |line: &&str| !line.trim_start().starts_with(['>', '_']) && !line.starts_with("--");
    let lines: Vec<&str> = text.lines().take(60).take_while(is_new).collect();
    let start: String = lines.join(" ").chars().take(1_500).collect();
    plain(&start).into_owned()
}

/// True if somebody asks for a quote or a price for himself: "could you send me a quote", and not "ask for your
/// quote today" nor "we would like to offer you a price". The text is as [`beginning_of_new_text`] gives it.
pub(super) fn asks_for_quote(start: &str) -> bool {
    is_wish(start) || asks_in_a_sentence(start)
}

/// A sentence that begins with a whole wish: "Graag een offerte".
fn is_wish(start: &str) -> bool {
    WISHES.places(start).any(|place| {
        let before = start[..place.start].trim_end().chars().next_back();
        before.is_none_or(|mark| ".!?,;:".contains(mark))
    })
}

fn asks_in_a_sentence(start: &str) -> bool {
    ASKING.places(start).any(|place| {
        let before = start[..place.start].chars().next_back();
        let sentence = rest_of_sentence(&start[place.end..]);
        !before.is_some_and(char::is_alphanumeric)
            && PRICES.within(sentence).is_some()
            && OFFERING.within(sentence).is_none()
    })
}

/// True if somebody asks for a quote, or whether we could do something.
pub(super) fn asks_something(start: &str) -> bool {
    let is_question = |text: &str| text[rest_of_sentence(text).len()..].starts_with('?');
    asks_for_quote(start) || QUESTIONS.places(start).any(|place| is_question(&start[place.start..]))
}

fn rest_of_sentence(text: &str) -> &str {
    let end =
        text.char_indices().take(MAX_SENTENCE).find(|(_, character)| matches!(character, '.' | '!' | '?'));
    let limit = || text.char_indices().nth(MAX_SENTENCE).map_or(text.len(), |(at, _)| at);
    &text[..end.map_or_else(limit, |(at, _)| at)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(text: &str) -> bool {
        asks_for_quote(&beginning_of_new_text(text))
    }

    #[test]
    fn a_person_asks_for_a_price_for_himself() {
        for text in [
            "Could you send me a quote?",
            "I'd like to get a price for two doors.",
            "We are looking for a roofer and would need an estimate by Friday.",
            "Pourriez-vous me faire parvenir un devis pour une terrasse ?",
            "Je voudrais vous demander un devis.",
            "J’aimerais recevoir une offre de prix.",
            "Kunt u ons een offerte bezorgen voor een keuken?",
            "Graag een offerte voor 12 ramen.",
            "Ik zou u graag om een offerte vragen.",
            "Können Sie mir ein Angebot für ein Dach machen?",
            "Ich hätte gern einen Kostenvoranschlag.",
            "Quisiera un presupuesto para una puerta.",
            "Vorrei un preventivo per il tetto.",
            "Gostaria de receber um orçamento.",
        ] {
            assert!(asks(text), "{text}");
        }
    }

    #[test]
    fn a_shop_that_invites_to_ask_does_not() {
        for text in [
            "Ask for your quote today!",
            "Request a free quote now: 20% off all prices.",
            "We would like to offer you our best price.",
            "Demandez votre devis gratuit dès aujourd'hui.",
            "Nous souhaitons vous présenter nos nouveaux tarifs.",
            "Vraag vandaag uw offerte aan.",
            "Wij maken graag een offerte voor u.",
            "Wij willen u de beste prijs bieden.",
            "Fordern Sie jetzt Ihr Angebot an.",
            "Wir möchten Ihnen ein Angebot machen: 10 % auf alles.",
            "Pida su presupuesto sin compromiso.",
            "Thanks! We need to move the meeting. The price is fine.",
        ] {
            assert!(!asks(text), "{text}");
        }
    }

    #[test]
    fn a_question_asks_something() {
        let asks = |text: &str| asks_something(&beginning_of_new_text(text));
        assert!(asks("I am away until Monday. Can you come on Tuesday?"));
        assert!(asks("Ik ben met vakantie. Kunt u daarna komen meten?"));
        assert!(!asks("I am away until Monday. Can you read this, call Ann."));
        assert!(!asks("Je suis absent. Urgent ? Appelez Anne."));
    }

    #[test]
    fn what_is_quoted_asks_for_nothing() {
        assert!(!asks("Voilà.\n\n> Could you send me a quote?"));
    }
}
