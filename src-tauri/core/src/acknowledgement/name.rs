//! What of a stranger's name may stand in a mail of ours.

/// The longest name that somebody is greeted by, in characters.
const LONGEST: usize = 60;

/// The name by which somebody is greeted, or nothing: what looks like a link or an advertisement is not a name,
/// and whoever fills in a form must not be able to write to others through us.
pub fn greeted_name(name: &str) -> &str {
    let name = name.trim();
    let is_odd = |letter: char| letter.is_control() || "@/\\<>{}[]|=#:;!?€$%*".contains(letter);
    let is_link = |word: &str| {
        let word = word.trim_matches('.');
        word.split_once('.')
            .is_some_and(|(before, after)| before.chars().count() > 1 && after.chars().count() > 1)
    };
    let is_name = name.chars().count() <= LONGEST
        && !name.chars().any(is_odd)
        && !name.split_whitespace().any(is_link)
        && name.chars().filter(char::is_ascii_digit).count() <= 2;
    if is_name { name } else { "" }
}

#[cfg(test)]
mod tests {
    use super::greeted_name;

    #[test]
    fn people_and_firms_are_greeted_by_name() {
        for name in [
            "Sophie Lambert",
            "J.P. Janssens",
            "Chr. De Smet",
            "D’Hondt & Zonen bv",
            "André Côté-Dubois",
            "Garage 33",
        ] {
            assert_eq!(greeted_name(name), name);
        }
    }

    #[test]
    fn what_is_no_name_is_left_out() {
        for name in [
            "Win 1000 € on www.casino.example",
            "casino.example",
            "https://a.example",
            "jan@mail.example",
            "Call 0470123456",
            "{{ company }}",
            "Sophie\r\nBcc: x",
        ] {
            assert_eq!(greeted_name(name), "", "{name}");
        }
        assert_eq!(greeted_name(&"a".repeat(61)), "");
    }
}
