//! What came together wrongly is put right by commands, and back again.

use serde_json::Value;

use crate::headless::Headless;
use crate::letter::Letter;

fn two_requests() -> (Headless, [String; 2]) {
    let place = Headless::company();
    place.drop_mail("1", Letter::from_sophie("Escalier").saying("Un escalier ?"));
    place.done(&["sync"]);
    place.drop_mail("2", Letter::from_sophie("Porte").saying("Et une porte ?"));
    place.done(&["sync"]);
    let listed = place.json(&["requests", "list"]);
    let reference = |subject: &str| {
        let rows = listed.as_array().unwrap();
        let row = rows.iter().find(|row| row["subject"] == subject).unwrap();
        row["reference"].as_str().unwrap().to_owned()
    };
    let references = [reference("Escalier"), reference("Porte")];
    (place, references)
}

fn mails(place: &Headless, reference: &str) -> Vec<Value> {
    let shown = place.json(&["requests", "show", reference]);
    let entries = shown["conversation"].as_array().unwrap();
    entries.iter().filter(|entry| entry["kind"] == "incoming").cloned().collect()
}

#[test]
fn two_requests_become_one_and_two_again() {
    let (place, [stairs, door]) = two_requests();

    let merged = place.json(&["requests", "merge", &door, &stairs]);
    assert_eq!(mails(&place, &stairs).len(), 2);
    assert_eq!(place.json(&["requests", "list"]).as_array().unwrap().len(), 1);

    place.done(&["requests", "undo", merged["id"].as_str().unwrap()]);
    assert_eq!((mails(&place, &stairs).len(), mails(&place, &door).len()), (1, 1));
}

#[test]
fn a_message_becomes_a_request_of_its_own_and_a_later_move_is_undone_first() {
    let (place, [stairs, door]) = two_requests();
    let merged = place.json(&["requests", "merge", &door, &stairs]);
    let message = mails(&place, &stairs).last().unwrap()["id"].as_str().unwrap().to_owned();

    let split = place.json(&["requests", "split", &message]);
    assert_eq!(mails(&place, &stairs).len(), 1);
    assert_eq!(place.json(&["requests", "list"]).as_array().unwrap().len(), 2);

    let refused = place.refused(&["requests", "move", &message, &stairs]);
    assert!(refused.contains("merge it instead"), "nothing would be left of its request: {refused}");
    let refused = place.refused(&["requests", "undo", merged["id"].as_str().unwrap()]);
    assert!(refused.contains("Undo the later move first"), "{refused}");

    place.done(&["requests", "undo", split["id"].as_str().unwrap()]);
    place.done(&["requests", "undo", merged["id"].as_str().unwrap()]);
    assert_eq!((mails(&place, &stairs).len(), mails(&place, &door).len()), (1, 1));
}

#[test]
fn a_message_moves_into_another_request() {
    let (place, [stairs, door]) = two_requests();
    place.drop_mail("3", Letter::from_sophie("Re: Porte").saying("Et le seuil ?"));
    place.done(&["sync"]);
    let third =
        place.json(&["requests", "list", "--query", "seuil"])[0]["reference"].as_str().unwrap().to_owned();
    place.done(&["requests", "merge", &third, &door]);
    let message = mails(&place, &door).last().unwrap()["id"].as_str().unwrap().to_owned();

    place.done(&["requests", "move", &message, &stairs]);

    assert_eq!((mails(&place, &stairs).len(), mails(&place, &door).len()), (2, 1));
}
