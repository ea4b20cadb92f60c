//! Subjects and sentences of automatic answers.

/// Beginnings of subjects that only automatic answers have.
pub(in crate::intake) const SUBJECTS: &[&str] = &[
    // English
    "out of office|out-of-office|out of the office|automatic reply|auto reply|auto-reply|autoreply|\
     auto response|auto-response|autoresponse|automated reply|automated response|automatic response|auto:|\
     [auto-reply]|[autoreply]|auto responder|vacation reply|vacation response|vacation:|on vacation:|\
     away from the office|away from my mail|ooo:|[ooo]|out of office reply|absence notification|\
     i am out of the office|i'm out of the office|i am currently out of the office|automatic acknowledgement",
    // French
    "réponse automatique|reponse automatique|réponse automatique d'absence|message automatique|\
     absence du bureau|absent du bureau|message d'absence|notification d'absence|avis d'absence|\
     réponse d'absence|absence :|absence:|absent(e)|absent :|absent:|hors du bureau|[réponse automatique]|\
     en congé :|en congés :|je suis absent|je suis en congé|je suis actuellement absent|réponse auto",
    // Dutch
    "automatisch antwoord|automatisch bericht|afwezigheidsbericht|afwezigheidsmelding|afwezig:|afwezig :|\
     afwezigheid:|afwezigheidsassistent|niet op kantoor|niet aanwezig|out of office:|automatische reactie|\
     automatische beantwoording|automatisch:|ik ben afwezig|automatische afwezigheidsmelding|vakantiebericht|\
     met vakantie:|met verlof:|ik ben met vakantie|ik ben met verlof|auto-antwoord|afwezigheids",
    // German
    "automatische antwort|automatische rückantwort|automatische nachricht|abwesenheitsnotiz|\
     abwesenheitsnachricht|abwesenheitsbenachrichtigung|abwesenheitsmeldung|abwesenheitsinfo|\
     abwesenheitsassistent|abwesenheit:|abwesend:|abwesend -|urlaub:|urlaubsnotiz|nicht im büro|\
     nicht im haus|außer haus|ausser haus|automatische eingangsbestätigung|automatische abwesenheitsnotiz|\
     ich bin im urlaub|im urlaub:|ich bin nicht im büro|ich bin derzeit nicht im büro|autoantwort|\
     urlaubsabwesenheit|automatisch generierte antwort",
    // Spanish, Italian, Portuguese
    "respuesta automática|respuesta automatica|fuera de la oficina|fuera de oficina|ausencia de la oficina|\
     resposta automàtica|risposta automatica|fuori sede|fuori ufficio|assenza dall'ufficio|\
     sono fuori ufficio|resposta automática|resposta automatica|ausência temporária|fora do escritório|\
     fora do escritorio|estou ausente",
    // Slavic
    "odpowiedź automatyczna|automatyczna odpowiedź|autoodpowiedź|poza biurem|nieobecność|automatická odpověď|\
     automatická odpoveď|mimo kancelář|nepřítomnost v kanceláři|mimo kancelárie|automatski odgovor|\
     samodejni odgovor|automatyczna wiadomość|автоматический ответ|автоответ|вне офиса|автоматична відповідь|\
     автовідповідь|поза офісом|автоматичен отговор",
    // Nordic, Baltic, Finno-Ugric
    "autosvar|automatiskt svar|frånvaro|frånvarande|automatisk svar|fraværende|ikke på kontoret|\
     ikke til stede|fravær:|poissa|automaattinen vastaus|poissaoloviesti|automaatvastus|automatikus válasz|\
     házon kívül|automatinis atsakymas|automātiskā atbilde",
    // Others
    "răspuns automat|otomatik yanıt|otomatik cevap|ofis dışında|αυτόματη απάντηση|εκτός γραφείου|自動返信|自動応答|\
     不在|自动回复|自動回覆|自动答复|外出|자동 회신|자동 응답|부재중|תשובה אוטומטית|מחוץ למשרד|رد تلقائي|خارج المكتب|balasan otomatis|\
     tự động trả lời|trả lời tự động",
];

/// Sentences of absence in the text, which together with a weaker sign tell an automatic answer.
pub(in crate::intake) const SENTENCES: &[&str] =
    &["i am out of the office|i'm out of the office|i am currently out of|i am currently away|\
     i will be out of the office|i am on leave|i am on annual leave|i am on vacation|i'm on vacation|\
     i am on holiday|limited access to email|limited access to my email|no access to my email|\
     this is an automatic reply|this is an automated reply|this is an automated response|\
     this is an automatic response|this is an auto-reply|this is an automated message|\
     automatically generated response|this is an automatically generated|do not reply to this email|\
     je suis absent|je suis actuellement absent|je serai absent|je suis en congé|je suis en vacances|\
     ceci est une réponse automatique|ceci est un message automatique|cet e-mail est une réponse automatique|\
     réponse automatique|merci de ne pas répondre|de retour le|ik ben afwezig|ik ben momenteel afwezig|\
     ik ben met vakantie|ik ben op vakantie|ik ben met verlof|ik ben niet op kantoor|dit is een automatisch|\
     dit bericht is automatisch|u ontvangt dit automatische bericht|ich bin derzeit nicht|\
     ich bin nicht im büro|ich bin im urlaub|ich bin zurzeit nicht|ich bin momentan nicht|ich bin abwesend|\
     ich bin ab dem|dies ist eine automatische|dies ist eine automatisch|diese e-mail wurde automatisch|\
     diese nachricht wurde automatisch|estoy fuera de la oficina|este es un mensaje automático|sono assente|\
     sono fuori ufficio|questa è una risposta automatica|estou ausente|esta é uma mensagem automática|\
     jestem nieobecn|to jest automatyczna|jsem mimo kancelář|toto je automatická|jag är inte på kontoret|\
     detta är ett automatiskt|jeg er ikke på kontoret|dette er en automatisk|olen poissa|\
     nem vagyok az irodában|sunt plecat|я в отпуске|меня нет в офисе|это автоматический ответ|я у відпустці"];
