//! Sums of money as people write them: `15.000 €`, `€ 2 500`, `3 à 5k`, `3.500,-`.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::number::parse_hundredths;
use super::tokens::{Token, Tokens};
use crate::intake::words::facts::{AND, BETWEEN, MONEY_UNITS, TO};

static FACTORS: LazyLock<FxHashMap<&str, i64>> = LazyLock::new(|| {
    let pairs = MONEY_UNITS.iter().filter_map(|pair| pair.split_once('='));
    pairs.filter_map(|(unit, factor)| Some((unit, factor.parse().ok()?))).collect()
});

/// An amount or a range of amounts, in hundredths, and the words that say it.
pub(super) struct Sum {
    /// The lower end of a range.
    pub(super) low: Option<i64>,
    pub(super) high: i64,
    pub(super) first: usize,
    pub(super) last: usize,
    /// A currency or a short thousand stands beside it; else it is a bare number.
    pub(super) is_money: bool,
    /// It is said as `entre … et …`.
    pub(super) is_between: bool,
}

/// A number with what stands at it.
#[derive(Clone, Copy)]
struct Figure {
    hundredths: i64,
    /// What its unit multiplies it by, if it has one.
    factor: Option<i64>,
    is_money: bool,
}

impl Figure {
    fn amount(self) -> i64 {
        self.hundredths.saturating_mul(self.factor.unwrap_or(1))
    }
}

/// One or two figures, as a range has, up to a word.
struct Written {
    figure: Figure,
    upper: Option<Figure>,
    last: usize,
}

/// All sums of a text, bare numbers too, in their order; none overlaps another.
pub(super) fn sums(tokens: &Tokens) -> Vec<Sum> {
    let mut sums = Vec::new();
    let mut at = 0;
    while at < tokens.tokens.len() {
        match sum_at(tokens, at) {
            Some(sum) => {
                at = sum.last + 1;
                sums.push(sum);
            }
            None => at += 1,
        }
    }
    sums
}

fn sum_at(tokens: &Tokens, at: usize) -> Option<Sum> {
    let Written { figure, upper, mut last } = written_at(tokens, at)?;
    let has_sign = at.checked_sub(1).is_some_and(|before| is_sign(&tokens.tokens[before]));
    let first = at - usize::from(has_sign);
    let is_between = first.checked_sub(1).is_some_and(|before| BETWEEN.has(&tokens.tokens[before].lower));
    let mut upper = upper.filter(|upper| range(figure, *upper).is_some());
    if upper.is_none()
        && let Some(second) = upper_end(tokens, last, is_between)
        && range(figure, second.figure).is_some()
    {
        (upper, last) = (Some(second.figure), second.last);
    }
    let (low, high) = match upper.and_then(|upper| range(figure, upper)) {
        Some((low, high)) => (Some(low), high),
        None => (None, figure.amount()),
    };
    let is_money = has_sign || figure.is_money || upper.is_some_and(|upper| upper.is_money);
    Some(Sum { low, high, first, last, is_money, is_between: is_between && low.is_some() })
}

/// The ends of a range. "3 à 5k", "10 à 12.000": the thousand of the second counts for the first as well.
fn range(first: Figure, second: Figure) -> Option<(i64, i64)> {
    let (low, high) = (first.amount(), second.amount());
    let in_thousands = low.saturating_mul(1000);
    let is_short = first.factor.is_none() && in_thousands < high;
    let low = if is_short { in_thousands } else { low };
    (low < high).then_some((low, high))
}

/// The second amount behind a dash, a word such as "to", or the "and" that belongs to "between".
fn upper_end(tokens: &Tokens, last: usize, is_between: bool) -> Option<Written> {
    let next = tokens.tokens.get(last + 1)?;
    let gap = tokens.text.get(tokens.tokens[last].end..next.start)?.trim();
    let is_dash = !gap.is_empty() && gap.chars().all(is_dash) && !next.begins_line;
    let is_word = TO.has(&next.lower) || is_between && AND.has(&next.lower);
    let second = match (is_dash, is_word && gap.is_empty()) {
        (true, _) => last + 1,
        (_, true) => last + 2,
        _ => return None,
    };
    // "€ 1500 - € 2000": the sign stands before the number.
    let is_signed = tokens.tokens.get(second).is_some_and(is_sign);
    let mut upper = written_at(tokens, second + usize::from(is_signed))?;
    upper.figure.is_money |= is_signed;
    upper.upper.is_none().then_some(upper)
}

/// The figures that begin at a word, with the units behind them.
fn written_at(tokens: &Tokens, at: usize) -> Option<Written> {
    let (text, mut last) = with_thousands(tokens, at)?;
    let (mut figure, mut upper) = figures(&text)?;
    let end = upper.as_mut().unwrap_or(&mut figure);
    // "15 k euros" has two.
    for _ in 0..2 {
        let Some(factor) = unit_behind(tokens, last) else { break };
        end.factor = Some(end.factor.unwrap_or(1).max(factor));
        end.is_money = true;
        last += 1;
    }
    Some(Written { figure, upper, last })
}

/// The factor of a unit that stands behind a word, with nothing but blanks between.
fn unit_behind(tokens: &Tokens, last: usize) -> Option<i64> {
    let next = tokens.tokens.get(last + 1).filter(|next| !next.begins_line)?;
    is_blank_between(tokens, last).then(|| unit_factor(&next.lower)).flatten()
}

/// True if no mark stands between a word and the next one.
fn is_blank_between(tokens: &Tokens, at: usize) -> bool {
    let gap = tokens.tokens.get(at + 1).and_then(|next| tokens.text.get(tokens.tokens[at].end..next.start));
    gap.is_some_and(|gap| gap.trim().is_empty())
}

/// The text of a number whose thousands may be words of their own: `1 200,50`, `12 000€`.
fn with_thousands<'t>(tokens: &Tokens<'t>, at: usize) -> Option<(Cow<'t, str>, usize)> {
    let token = tokens.tokens.get(at)?;
    let mut text = Cow::from(token.text);
    let mut last = at;
    let mut goes_on = may_go_on(token.text);
    while goes_on && last - at < 3 && is_blank_between(tokens, last) {
        let Some(next) = tokens.tokens.get(last + 1).filter(|next| is_group(next)) else { break };
        text.to_mut().push_str(next.text);
        goes_on = may_go_on(next.text);
        last += 1;
    }
    Some((text, last))
}

/// True if a word ends with one to three digits, which may be the head of thousands: `12`, `€1`, `500-1`.
fn may_go_on(word: &str) -> bool {
    let head = word.rsplit(is_dash).next().unwrap_or_default().trim_start_matches(SIGNS);
    (1..=3).contains(&head.len()) && head.bytes().all(|byte| byte.is_ascii_digit())
}

/// Three digits, and no fourth, with which a word of the same line begins.
fn is_group(token: &Token) -> bool {
    let digits = token.text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 3 && !token.begins_line
}

const SIGNS: [char; 3] = ['€', '$', '£'];

fn is_sign(token: &Token) -> bool {
    matches!(token.lower.as_ref(), "€" | "eur" | "$" | "£" | "chf")
}

fn is_dash(mark: char) -> bool {
    matches!(mark, '-' | '–' | '—')
}

/// The figure of a word, or the two of `1.500-2.000€`.
fn figures(text: &str) -> Option<(Figure, Option<Figure>)> {
    let may_begin =
        |rest: &str| rest.starts_with(|next: char| next.is_ascii_digit() || SIGNS.contains(&next));
    let may_end =
        |before: &str| before.ends_with(|last: char| last.is_alphanumeric() || SIGNS.contains(&last));
    let ends = text.split_once(is_dash).filter(|(before, rest)| may_end(before) && may_begin(rest));
    match ends {
        Some((first, second)) => Some((figure(first)?, Some(figure(second)?))),
        None => Some((figure(text)?, None)),
    }
}

/// `15.000€`, `€2500`, `12k`, `3.500,-`; a number that begins with a zero is a code, not an amount.
fn figure(text: &str) -> Option<Figure> {
    let number = text.trim_start_matches(SIGNS);
    let is_digit =
        |character: char| character.is_ascii_digit() || matches!(character, '.' | ',' | '\'' | '’');
    let end = number.find(|character| !is_digit(character)).unwrap_or(number.len());
    let (digits, unit) = number.split_at(end);
    let bare = digits.trim_end_matches(['.', ',']);
    let is_code =
        bare.len() > 1 && bare.starts_with('0') && !bare.starts_with("0,") && !bare.starts_with("0.");
    let hundredths = parse_hundredths(&bare.replace('’', "'")).filter(|_| !is_code)?;
    // "3.500,-" says that there are no cents.
    let is_round = bare.len() < digits.len() && unit.starts_with(is_dash);
    let unit = if is_round { unit.trim_start_matches(is_dash) } else { unit };
    let factor = match unit {
        "" => None,
        unit => Some(unit_factor(&unit.to_lowercase())?),
    };
    let is_money = factor.is_some() || is_round || number.len() < text.len();
    Some(Figure { hundredths, factor, is_money })
}

/// What a word or sign behind an amount multiplies it by.
fn unit_factor(word: &str) -> Option<i64> {
    FACTORS.get(word).copied()
}
