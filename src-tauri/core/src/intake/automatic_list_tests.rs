use super::super::decode::decode;
use super::super::envelope::Envelope;
use super::super::lead::find_lead;
use super::*;

fn is_list(from: &str, header: &str, text: &str) -> bool {
    let mail = format!("From: {from}\n{header}\n\n{text}\n");
    let decoded = decode(mail.as_bytes());
    let envelope = Envelope::read(&decoded.headers, None);
    let is_ours = |address: &str| address == "info@daken.example";
    let lead = find_lead(&decoded, &envelope, is_ours);
    list_reason(&decoded, &envelope.subject, envelope.from.as_ref(), lead.as_ref(), is_ours).is_some()
}

const WAY_OUT: &str = "List-Unsubscribe: <mailto:out@crm.example>";
const ASKS: &str = "Hi, we want to celebrate with 80 guests on 3 May. Could you send me a quote? Ann";

#[test]
fn a_person_who_asks_through_a_marketing_program_is_no_list() {
    let one_click = format!("{WAY_OUT}\nList-Unsubscribe-Post: List-Unsubscribe=One-Click");
    for header in [WAY_OUT, &one_click, "Precedence: bulk"] {
        for text in [
            ASKS,
            "Bonjour, pourriez-vous me faire un devis pour une véranda ? Zoé",
            "Dag, ik had graag een offerte voor een trap. Jef",
            "Guten Tag, ich hätte gern ein Angebot für ein Carport. Uwe",
        ] {
            assert!(!is_list("Ann <ann@feest.example>", header, text), "{header}: {text}");
        }
    }
}

#[test]
fn other_fields_of_lists_say_more_than_a_question() {
    for header in ["List-Id: <club.example>", "Precedence: list", "X-Campaign: spring"] {
        let header = format!("{WAY_OUT}\n{header}");
        assert!(is_list("Ann <ann@feest.example>", &header, ASKS), "{header}");
    }
}

#[test]
fn newsletters_that_invite_to_ask_for_a_quote_are_lists() {
    for text in [
        "Spring sale! Ask for your quote today and get 10% off.",
        "Votre toit a besoin de soins ? Demandez votre devis gratuit dès aujourd'hui !",
        "Uw dak lekt? Vraag vandaag nog uw offerte aan bij onze vakmannen.",
        "Ihr Dach ist alt? Fordern Sie jetzt Ihr Angebot an.",
        "\"Could you send me a quote?\" is what we hear most. Now online!\n\nUnsubscribe",
        "Je voudrais un devis, dit Marc. Lisez son histoire.\n\nSe désabonner",
        "Ik wil een offerte! Lees hoe.\n\nUitschrijven",
        "Ich möchte ein Angebot! So geht es.\n\nHier abmelden",
    ] {
        for header in [WAY_OUT, "Precedence: bulk"] {
            assert!(is_list("Shop <hello@shop.example>", header, text), "{text}");
        }
    }
}

#[test]
fn a_portal_that_says_to_answer_a_customer_is_no_list() {
    let portal = "Portal <leads@portal.example>";
    let header = format!("{WAY_OUT}\nReply-To: Lies Wouters <lies@mail.example>");
    let text = "Lies Wouters wil graag dat u contact opneemt. 0478 55 66 77";
    assert!(!is_list(portal, &header, text));
    assert!(!is_list(portal, &header.replace(WAY_OUT, "Precedence: bulk"), text));
    assert!(!is_list(portal, &header, &format!("{text}\n\nUitschrijven uit deze meldingen")));
}

#[test]
fn a_shop_that_sends_through_a_service_is_a_list() {
    let news = "New doors have come in.\n\nUnsubscribe";
    for (from, reply_to, text) in [
        ("Shop <news@mail.shop.example>", "Ann Peel <ann@shop.example>", "New doors have come in."),
        ("Shop <news@a.shop.co.uk>", "ann@b.shop.co.uk", "New doors have come in."),
        ("Shop <shop@sender.example>", "Shop <info@shop.example>", "New doors have come in."),
        ("Shop <shop@sender.example>", "reply+17@inbox.example", "New doors have come in."),
        ("Ann <ann=shop.example@sender.example>", "Ann <ann@shop.example>", "New doors have come in."),
        ("Ann Peel <a17@sender.example>", "Ann Peel <ann@shop.example>", "Ann Peel here: new doors!"),
        ("Shop <a17@sender.example>", "Ann Peel <ann@shop.example>", news),
        ("Shop <a17@sender.example>", "Dak <info@daken.example>", "New doors have come in."),
    ] {
        let header = format!("{WAY_OUT}\nReply-To: {reply_to}");
        assert!(is_list(from, &header, text), "{from}, {reply_to}");
    }
}

#[test]
fn a_portal_that_quotes_a_request_is_no_list() {
    for passage in [
        "An De Smet:\n\"Graag een offerte voor twee dakvensters, kunt u bellen?\"",
        "Luc vous a écrit : « Bonjour, combien coûte un démoussage de 100 m² ? »",
        "Neue Nachricht:\n„Können Sie mir ein Angebot für ein Carport machen?“",
    ] {
        let text = format!("{passage}\n\nReply\n\nUnsubscribe");
        assert!(!is_list("Portal <notification@portal.example>", WAY_OUT, &text), "{passage}");
    }
    let told = "\"Could you send me a quote?\" they ask. \"How much?\" We answer.\n\nUnsubscribe";
    assert!(is_list("Shop <hello@shop.example>", WAY_OUT, told));
    assert!(is_list("Shop <hello@shop.example>", WAY_OUT, "\"The best roofer of Ghent!\"\n\nUnsubscribe"));
}

#[test]
fn what_the_robot_of_a_list_says_is_of_no_person() {
    let subject = "Subject: Your message to Club awaits moderator approval";
    let text = "Your mail to 'Club' with the subject \"Quote\" is being held.";
    assert!(is_list("club-bounces@lists.example", subject, text));
    assert!(!is_list("Jan <jan@dak.example>", subject, text));
}
