//! Subjects and sentences of automatic answers.

/// Beginnings of subjects that only automatic answers have.
pub(in crate::intake) const SUBJECTS: &[&str] = &[
    // English
    "out of office|out-of-office|out of the office|automatic reply|auto reply|auto-reply|autoreply|\
     auto response|auto-response|autoresponse|automated reply|automated response|automatic response|\
     [auto-reply]|[autoreply]|auto responder|vacation reply|vacation response|[ooo]|out of office reply|\
     absence notification|automatic acknowledgement",
    // French
    "réponse automatique|reponse automatique|réponse automatique d'absence|message automatique|\
     absence du bureau|absent du bureau|message d'absence|notification d'absence|avis d'absence|\
     réponse d'absence|hors du bureau|[réponse automatique]|réponse auto",
    // Dutch
    "automatisch antwoord|automatisch bericht|afwezigheidsbericht|afwezigheidsmelding|afwezig:|afwezig :|\
     afwezigheid:|afwezigheidsassistent|niet op kantoor|out of office:|automatische reactie|\
     automatische beantwoording|automatisch:|automatische afwezigheidsmelding|vakantiebericht|\
     auto-antwoord|afwezigheids",
    // German
    "automatische antwort|automatische rückantwort|automatische nachricht|abwesenheitsnotiz|\
     abwesenheitsnachricht|abwesenheitsbenachrichtigung|abwesenheitsmeldung|abwesenheitsinfo|\
     abwesenheitsassistent|abwesenheit:|abwesend:|nicht im büro|nicht im haus|\
     automatische eingangsbestätigung|automatische abwesenheitsnotiz|autoantwort|urlaubsabwesenheit|\
     automatisch generierte antwort",
    // Spanish, Italian, Portuguese
    "respuesta automática|respuesta automatica|fuera de la oficina|fuera de oficina|ausencia de la oficina|\
     resposta automàtica|risposta automatica|fuori sede|fuori ufficio|assenza dall'ufficio|\
     resposta automática|resposta automatica|ausência temporária|fora do escritório|fora do escritorio",
    // Slavic
    "odpowiedź automatyczna|automatyczna odpowiedź|autoodpowiedź|poza biurem|automatická odpověď|\
     automatická odpoveď|mimo kancelář|nepřítomnost v kanceláři|mimo kancelárie|automatski odgovor|\
     samodejni odgovor|automatyczna wiadomość|автоматический ответ|автоответ|автоматична відповідь|\
     автовідповідь|автоматичен отговор",
    // Nordic, Baltic, Finno-Ugric
    "autosvar|automatiskt svar|automatisk svar|ikke på kontoret|ikke til stede|automaattinen vastaus|\
     poissaoloviesti|automaatvastus|automatikus válasz|házon kívül|automatinis atsakymas|\
     automātiskā atbilde",
    // Others
    "răspuns automat|otomatik yanıt|otomatik cevap|ofis dışında|αυτόματη απάντηση|εκτός γραφείου|自動返信|自動応答|\
     自动回复|自動回覆|自动答复|자동 회신|자동 응답|부재중|תשובה אוטומטית|מחוץ למשרד|رد تلقائي|خارج المكتب|balasan otomatis|\
     tự động trả lời|trả lời tự động",
];

/// Beginnings of subjects that people use too: automatic only if the text says so as well.
pub(in crate::intake) const WEAK_SUBJECTS: &[&str] = &[
    "auto:|vacation:|on vacation:|ooo:|absence :|absence:|absent :|absent:|absent(e)|en congé :|en congés :|\
     urlaub:|im urlaub:|poissa|不在|外出|nieobecność|frånvaro|frånvarande|fraværende|fravær:|met vakantie:|\
     met verlof:|niet aanwezig|je suis absent|je suis en congé|je suis actuellement absent|ik ben afwezig|\
     ik ben met vakantie|ik ben met verlof|ich bin im urlaub|ich bin nicht im büro|\
     ich bin derzeit nicht im büro|i am out of the office|i'm out of the office|\
     i am currently out of the office|away from the office|away from my mail|sono fuori ufficio|\
     estou ausente|außer haus|ausser haus|urlaubsnotiz|abwesend -|поза офісом|вне офиса",
];

/// Sentences of absence or of a machine in the text, which together with a weaker sign tell an
/// automatic answer.
pub(in crate::intake) const SENTENCES: &[&str] = &[
    // English
    "i am out of the office|i'm out of the office|i am currently out of|i'm currently out of|\
     i am currently away|i will be out of the office|i am on leave|i am on annual leave|i am on vacation|\
     i'm on vacation|i am on holiday|i will be away|limited access to email|limited access to my email|\
     limited access to e-mail|no access to my email|no access to email|this is an automatic reply|\
     this is an automated reply|this is an automated response|this is an automatic response|\
     this is an auto-reply|this is an automated message|automatically generated response|\
     this is an automatically generated|out of the office until|i will reply when i return|upon my return",
    // French
    "je suis absent|je suis actuellement absent|je serai absent|je suis en congé|\
     je suis actuellement en congé|je suis en vacances|je suis en déplacement|\
     ceci est une réponse automatique|ceci est un message automatique|\
     cet e-mail est une réponse automatique|réponse automatique|message automatique|absent du bureau|\
     absente du bureau|de retour le|dès mon retour|à mon retour|nous sommes fermés du|congés annuels|\
     pendant mon absence|en mon absence",
    // Dutch
    "ik ben afwezig|ik ben momenteel afwezig|ik ben met vakantie|ik ben op vakantie|ik ben met verlof|\
     ik ben niet op kantoor|ik ben niet aanwezig|ik ben afwezig tot|dit is een automatisch|\
     dit bericht is automatisch|u ontvangt dit automatische bericht|automatisch antwoord|\
     tijdens mijn afwezigheid|bij mijn terugkomst|bij mijn terugkeer|wij zijn gesloten van|\
     jaarlijks verlof|ik ben terug op",
    // German
    "ich bin derzeit nicht|ich bin nicht im büro|ich bin im urlaub|ich bin zurzeit nicht|\
     ich bin zur zeit nicht|ich bin momentan nicht|ich bin abwesend|ich bin ab dem|\
     dies ist eine automatische|dies ist eine automatisch|\
     diese e-mail wurde automatisch|diese nachricht wurde automatisch|nicht im hause|ich bin wieder ab|\
     nach meiner rückkehr|während meiner abwesenheit|in meiner abwesenheit|betriebsferien|betriebsurlaub",
    // Spanish, Italian, Portuguese
    "estoy fuera de la oficina|estaré fuera de la oficina|estoy de vacaciones|\
     este es un mensaje automático|respuesta automática|sono assente|sono fuori ufficio|sarò assente|\
     sono in ferie|questa è una risposta automatica|risposta automatica|estou ausente|estarei ausente|\
     estou de férias|esta é uma mensagem automática|resposta automática|fora do escritório",
    // Slavic
    "jestem nieobecn|przebywam na urlopie|jestem na urlopie|to jest automatyczna|wiadomość automatyczna|\
     jsem mimo kancelář|jsem na dovolené|toto je automatická|som mimo kancelárie|som na dovolenke|\
     ja sam na godišnjem|я в отпуске|меня нет в офисе|это автоматический ответ|нахожусь в отпуске|\
     я у відпустці|це автоматична відповідь",
    // Nordic, Baltic, Finno-Ugric
    "jag är inte på kontoret|jag är på semester|jag är ledig|detta är ett automatiskt|\
     jeg er ikke på kontoret|jeg er på ferie|jeg holder ferie|dette er en automatisk|\
     dette er et automatisk|olen poissa|olen lomalla|tämä on automaattinen|nem vagyok az irodában|\
     szabadságon vagyok|ez egy automatikus|olen puhkusel|esu atostogose",
    // Others
    "sunt plecat|sunt în concediu|acesta este un mesaj automat|ofis dışındayım|izindeyim|bu otomatik|\
     είμαι εκτός γραφείου|αυτό είναι ένα αυτόματο|不在にしております|自動返信|自动回复|自動回覆|我目前不在|부재중|자동 회신|אני מחוץ למשרד|\
     זוהי תשובה אוטומטית|أنا خارج المكتب|هذا رد تلقائي",
];
