//! Lines such as "On … wrote:" that introduce a quoted mail.

use super::phrases::Phrases;

/// First words of such lines, where the date follows.
pub(in crate::intake) static BEGINNINGS: Phrases = Phrases::new(&[
    "on|at|le|il|el|em|às|op|am|den|på|w|dnia|dne|dňa|in|în|a|la|pe|no|në|на|в|quoting|selon|citat|zitat|vào|pada|\
     tarihinde|στις|ב-|בתאריך|في|u|dana|v|kl|kuupäeval|ngày|2009|från|von|from",
]);

/// Words with which such lines end, before a colon.
pub(in crate::intake) static ENDINGS: Phrases = Phrases::new(&[
    // English, French, Dutch, German
    "wrote|sent|writes|said|wrote the following|has written|a écrit|a ecrit|à écrit|écrit|a écrit ceci|\
     a envoyé|schreef|geschreven|het volgende geschreven|schreef het volgende|schrieb|schrieb folgendes|\
     geschrieben|hat geschrieben|schreibt",
    // Romance
    "escribió|escribio|ha escrito|va escriure|ha escrit|ha scritto|scrisse|escreveu|escribiu|a scris|scrie",
    // Slavic
    "napisał|napisała|napisał(a)|napisał/a|pisze|napsal|napsala|napsal(a)|napísal|napísala|napísal(a)|\
     je napisao|je napisala|je napisao/la|je napisao/napisala|napisao|je napisal|je napisal/a|написал|\
     написала|написал(а)|пишет|писал|писал(а)|написав|написав(ла)|пише|написа|написа(ла)|је написао/ла",
    // Nordic, Baltic, Finno-Ugric
    "skrev|skrev följande|skrev følgende|skriver|kirjoitti|kirjutas|írta|ezt írta|a következőt írta|rašė|\
     rakstīja",
    // Others
    "yazdı|şunu yazdı|şunları yazdı|έγραψε|έγραψε τα εξής|のメール|さんは書きました|wrote|書きました|さんからのメッセージ|写道|寫道|님이 작성|\
     님이 작성했습니다|작성|כתב|כתבה|כתב/ה|מאת|كتب|كتبت|đã viết|menulis|เขียนว่า|napisao je|napisala je|je napisala|napisala|је написао|је написала|skrifaði|idatzi du|shkroi",
]);

/// Verbs after which the name of the writer follows: "Am … schrieb Jan Peeters:".
pub(in crate::intake) static VERBS_BEFORE_NAME: Phrases = Phrases::new(&[
    "schrieb|schreef|skrev|a écrit|escribió|ha scritto|escreveu|napisał|napisała|napisał(a)|napsal|napsal(a)|\
     пишет|написал|пише|написав|kirjoitti|wrote|пользователь|użytkownik|uživatel|používateľ|heeft|korisnik|\
     потребител|користувач|από|χρήστης|a scris|írta|от|from|yazdı|napisana przez|şunları yazdı|şunu yazdı|έγραψε|napísal|napísal(a)|napsala|\
     napísala|написала|написал(а)|написав(ла)|написа|kirjutas|je napisao|escrita por|scritta da|écrit par|geschrieben von|geschreven door|מאת|بواسطة",
]);

/// Words with which a line begins that names a writer and no date: "Quoting Jan <j@d.example>:".
pub(in crate::intake) static QUOTING: Phrases = Phrases::new(&[
    "quoting|zitat von|citando|citando a|citant|citát|citat från|citat af|citerar|citaat van|missatge de|mensaje de|en réponse à|selon|\
     citazione|cytowanie|cytuję|цитирую|lainaus",
]);

/// Words around dates and names in such lines that are no part of the name.
pub(in crate::intake) static NO_NAMES: Phrases = Phrases::new(&[
    "am|pm|a.m|p.m|gmt|utc|cet|cest|edt|est|pst|pdt|at|à|om|um|uhr|kl|klo|las|às|alle|ore|в|г|h|godz|przez|dniu|\
     időpontban|użytkownik|uživatel|používateľ|пользователь|користувач|par|von|door|od|por|da|by",
]);

/// Verbs of writing with people around them of whom only sentences speak, never the line of a program.
pub(in crate::intake) static TELLING: Phrases = Phrases::new(&[
    "i wrote|you wrote|he wrote|she wrote|they wrote|we wrote|wrote me|wrote to me|wrote us|wrote to us",
    "m'a écrit|nous a écrit|vous a écrit|lui a écrit|leur a écrit|elle a écrit|il a écrit|on a écrit|j'ai écrit|\
     avez écrit|avons écrit",
    "schreef u|schreef ik|schreef uw|schreef mijn|schreef mij|schreef me|schreef ons|schreef hij|schreef zij|\
     schreef ze|schreef jij|schreef je|u schreef|ik schreef|hij schreef|zij schreef|ze schreef",
    "schrieb mir|schrieb uns|schrieb ich|schrieb er|schrieb sie|schrieb ihr|schrieb mein|schrieb ihnen|\
     schrieben sie|ich schrieb|er schrieb|sie schrieb|sie schrieben",
]);

/// Ends of a line that a program breaks before its verb of writing.
pub(in crate::intake) static BEFORE_BROKEN_VERB: Phrases = Phrases::new(&[" tarihinde şunu| tarihinde"]);
