use super::super::decode::decode;
use super::super::{IntakeContext, MailClass, read_mail};
use super::*;

const WAY_OUT: &str = "List-Unsubscribe: <https://portal.example/out>";

fn lead(from: &str, header: &str, text: &str) -> Option<(String, String, RequesterSource)> {
    let mail = format!("From: {from}\nSubject: A new project\n{header}\n\n{text}\n");
    let decoded = decode(mail.as_bytes());
    let envelope = Envelope::read(&decoded.headers, None);
    let lead = find_lead(&decoded, &envelope, |address| address == "info@daken.example")?;
    Some((lead.customer.name, lead.customer.address, lead.source))
}

fn found(name: &str, address: &str, source: RequesterSource) -> Option<(String, String, RequesterSource)> {
    Some((name.into(), address.into(), source))
}

#[test]
fn whom_the_text_names_with_the_only_address_of_another_house_is_the_customer() {
    let marie = found("Marie Dubois", "marie.dubois@courrier.example", RequesterSource::Body);
    for text in [
        "Marie Dubois souhaite recevoir un devis. Contact : marie.dubois@courrier.example ou equipe@portal.example",
        "Ses coordonnées\nMarie Dubois\n04 223 45 67\nEmail : marie.dubois@courrier.example\n\nSe désabonner",
    ] {
        assert_eq!(lead("Portal <contact@portal.example>", WAY_OUT, text), marie, "{text}");
    }
    let initial = "M. Pierre Lejeune demande un prix : p.lejeune@courrier.example";
    let pierre = found("Pierre Lejeune", "p.lejeune@courrier.example", RequesterSource::Body);
    assert_eq!(lead("Portal <contact@portal.example>", WAY_OUT, initial), pierre);
    let private = "Je hebt een nieuwe klant, 0471 22 33 44, dakgoten88@gmail.com";
    let nameless = found("", "dakgoten88@gmail.com", RequesterSource::Body);
    assert_eq!(lead("Portal <contact@portal.example>", WAY_OUT, private), nameless);
}

#[test]
fn the_customer_is_the_requester() {
    let text = "M. Pierre Lejeune demande un prix : p.lejeune@courrier.example";
    let mail = format!("From: Portal <contact@portal.example>\nSubject: Un projet\n{WAY_OUT}\n\n{text}\n");
    let read = read_mail(mail.as_bytes(), &IntakeContext::default());
    let expected = ("Pierre Lejeune", "p.lejeune@courrier.example", RequesterSource::Body);
    let found = &read.requester;
    assert_eq!((found.name.as_str(), found.address.as_str(), found.source), expected);
    assert_eq!(read.class, MailClass::Personal);
}

#[test]
fn a_mail_for_readers_has_no_customer() {
    let portal = "Portal <contact@portal.example>";
    for text in [
        "Créez vos devis plus vite ! Contact : Marc Dupont, 081 22 33 44, marc.dupont@portal.example",
        "Speakers: Ann Peel, ann.peel@a.example, and Bob Kay, bob.kay@b.example. Price: 20 euros.",
        "Ann Peel is on stage on 4 May. Write to ann.peel@a.example",
        "Questions about prices? info@roofs.example",
        "Questions about prices? roofer88@roofs.example",
    ] {
        assert_eq!(lead(portal, WAY_OUT, text), None, "{text}");
    }
    let marie = "Marie Dubois souhaite un devis : marie.dubois@courrier.example";
    assert_eq!(lead(portal, "X-Other: 1", marie), None, "no program sends it to many");
    assert_eq!(lead(portal, &format!("{WAY_OUT}\nList-Id: <news.portal.example>"), marie), None);
}

#[test]
fn who_asks_for_himself_and_mentions_another_is_the_customer() {
    let text = "Could you send me a quote? My colleague Bob Kay (bob.kay@b.example) will let you in.";
    assert_eq!(lead("Ann <ann@feest.example>", WAY_OUT, text), None);
    let by_machine = lead("Portal <noreply@feest.example>", WAY_OUT, text);
    assert_eq!(by_machine, found("Bob Kay", "bob.kay@b.example", RequesterSource::Body));
}

#[test]
fn who_is_answered_through_the_portal_is_spoken_of_by_his_name() {
    let reply_to = "Reply-To: Daniel Moore <m-8f7a6b5c@messages.portal.example>";
    let header = format!("{WAY_OUT}\n{reply_to}");
    let text = "Daniel Moore sent you a message.\n\nUnsubscribe";
    let daniel = found("Daniel Moore", "m-8f7a6b5c@messages.portal.example", RequesterSource::ReplyTo);
    assert_eq!(lead("Portal <pro@portal.example>", &header, text), daniel);
    assert_eq!(lead("Portal <pro@portal.example>", &header, "New on Portal!\n\nUnsubscribe"), None);
    let himself = lead("Daniel Moore <pro@portal.example>", &header, text);
    assert_eq!(himself, None, "a newsletter in the name of its writer");
}

#[test]
fn what_a_house_registered_is_one_domain() {
    assert_eq!(house("mail.shop.example"), "shop.example");
    assert_eq!(house("news.shop.co.uk"), "shop.co.uk");
    assert_eq!(house("shop.co.uk"), "shop.co.uk");
    assert_eq!(house("localhost"), "localhost");
}
