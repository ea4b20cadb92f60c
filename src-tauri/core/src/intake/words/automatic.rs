//! Subjects and sentences of automatic answers.

use super::phrases::Phrases;

/// Beginnings of subjects that only automatic answers have.
pub(in crate::intake) static SUBJECTS: Phrases = Phrases::new(&[
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
     автовідповідь|автоматичен отговор|аутоматски одговор",
    // Nordic, Baltic, Finno-Ugric
    "autosvar|automatiskt svar|automatisk svar|ikke på kontoret|ikke til stede|automaattinen vastaus|\
     poissaoloviesti|automaatvastus|automatikus válasz|házon kívül|automatinis atsakymas|\
     automātiskā atbilde",
    // Others
    "răspuns automat|otomatik yanıt|otomatik cevap|ofis dışında|αυτόματη απάντηση|εκτός γραφείου|自動返信|自動応答|\
     自动回复|自動回覆|自动答复|자동 회신|자동 응답|부재중|תשובה אוטומטית|מחוץ למשרד|رد تلقائي|خارج المكتب|balasan otomatis|\
     tự động trả lời|trả lời tự động|ตอบกลับอัตโนมัติ|ไม่อยู่ที่สำนักงาน",
]);

/// Beginnings of subjects that people use too: automatic only if the text says so as well.
pub(in crate::intake) static WEAK_SUBJECTS: Phrases = Phrases::new(&[
    "read:|lu :|lu:|gelezen:|gelesen:|leído:|letto:|lida:|met vakantie|abwesenheit:|ausência:|ausencia:|assenza:|\
     nepřítomnost:|neprítomnosť:|odsutnost:|távollét:|absență:",
    "auto:|vacation:|on vacation:|ooo:|absence :|absence:|absent :|absent:|absent(e)|en congé :|en congés :|\
     urlaub:|im urlaub:|poissa|不在|外出|nieobecność|frånvaro|frånvarande|fraværende|fravær:|met vakantie:|\
     met verlof:|niet aanwezig|je suis absent|je suis en congé|je suis actuellement absent|ik ben afwezig|\
     ik ben met vakantie|ik ben met verlof|ich bin im urlaub|ich bin nicht im büro|\
     ich bin derzeit nicht im büro|i am out of the office|i'm out of the office|\
     i am currently out of the office|away from the office|away from my mail|sono fuori ufficio|\
     estou ausente|außer haus|ausser haus|urlaubsnotiz|abwesend -|поза офісом|вне офиса",
]);

/// Beginnings of subjects that people use as often: automatic only if the text says that nobody reads, or
/// that a machine wrote.
pub(in crate::intake) static AMBIGUOUS_SUBJECTS: Phrases = Phrases::new(&[
    "abwesenheit|urlaub|absence|absent|absente|afwezig|afwezigheid|vakantie|verlof|ausência|ausencia|assenza|\
     nepřítomnost|neprítomnosť|nieobecność|vacances|congés|holiday|holidays|on leave|annual leave|parental leave",
    "confirmation de lecture|leesbevestiging|lesebestätigung|ontvangstbevestiging|bevestiging van ontvangst|\
     eingangsbestätigung|empfangsbestätigung|accusé de réception|confirmation de réception|acuse de recibo|\
     conferma di ricezione|acknowledgement|we have received your|we received your|thank you for your|\
     thank you for contacting|bedankt voor je|merci pour votre|nous avons bien reçu votre|bedankt voor uw|\
     wij hebben uw|vielen dank für ihre",
]);

/// Sentences of absence or of a machine in the text, which together with a weaker sign tell an
/// automatic answer.
pub(in crate::intake) static SENTENCES: Phrases = Phrases::new(&[
    // English
    "i am out of the office|i'm out of the office|i am currently out of|i'm currently out of|\
     i am currently away|i will be out of the office|i am on leave|i am on annual leave|i am on vacation|\
     i'm on vacation|i am on holiday|i will be away|limited access to email|limited access to my email|\
     limited access to e-mail|no access to my email|no access to email|this is an automatic reply|\
     this is an automated reply|this is an automated response|this is an automatic response|\
     this is an auto-reply|this is an automated message|automatically generated response|\
     this is an automatically generated|out of the office until|i will reply when i return|upon my return|your message was read|was read on",
    // French
    "je suis absent|je suis actuellement absent|je serai absent|je suis en congé|\
     je suis actuellement en congé|je suis en vacances|je suis en déplacement|\
     ceci est une réponse automatique|ceci est un message automatique|\
     cet e-mail est une réponse automatique|absent du bureau|\
     absente du bureau|de retour le|dès mon retour|à mon retour|nous sommes fermés du|congés annuels|\
     pendant mon absence|en mon absence|a été lu le|je suis absente|je serai absente",
    // Dutch
    "ik ben afwezig|ik ben momenteel afwezig|ik ben met vakantie|ik ben op vakantie|ik ben met verlof|\
     ik ben niet op kantoor|ik ben niet aanwezig|ik ben afwezig tot|dit is een automatisch|\
     dit bericht is automatisch|u ontvangt dit automatische bericht|\
     tijdens mijn afwezigheid|bij mijn terugkomst|bij mijn terugkeer|wij zijn gesloten van|\
     jaarlijks verlof|ik ben terug op|is gelezen op|werd gelezen op",
    // German
    "ich bin derzeit nicht|ich bin nicht im büro|ich bin im urlaub|ich bin zurzeit nicht|\
     ich bin zur zeit nicht|ich bin momentan nicht|ich bin abwesend|ich bin ab dem|\
     dies ist eine automatische|dies ist eine automatisch|\
     diese e-mail wurde automatisch|diese nachricht wurde automatisch|nicht im hause|ich bin wieder ab|\
     nach meiner rückkehr|während meiner abwesenheit|in meiner abwesenheit|wurde gelesen am|ich bin bis|ich bin vom|betriebsferien|betriebsurlaub",
    // Spanish, Italian, Portuguese
    "estoy fuera de la oficina|estaré fuera de la oficina|estoy de vacaciones|\
     este es un mensaje automático|esta es una respuesta automática|sono assente|sono fuori ufficio|sarò assente|\
     sono in ferie|questa è una risposta automatica|estou ausente|estarei ausente|\
     estou de férias|esta é uma mensagem automática|esta é uma resposta automática|fora do escritório",
    // Slavic
    "jestem nieobecn|przebywam na urlopie|jestem na urlopie|to jest automatyczna|\
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
     είμαι εκτός γραφείου|αυτό είναι ένα αυτόματο|不在にしております|自動返信です|自動返信メールです|自動返信されて|这是自动回复|这是一封自动回复|此为自动回复|這是自動回覆|我目前不在|부재중|자동 회신입니다|אני מחוץ למשרד|\
     זוהי תשובה אוטומטית|أنا خارج المكتب|هذا رد تلقائي",
]);

/// Names of automatic answers, which stand above their texts. People speak of them in sentences.
pub(in crate::intake) static ANSWER_NAMES: Phrases = Phrases::new(&[
    "automatic reply|automatic response|automated reply|automated response|auto-reply|autoreply|réponse automatique|\
     message automatique|automatisch antwoord|automatisch bericht|automatische reactie|automatische antwort|\
     automatische nachricht|respuesta automática|mensaje automático|risposta automatica|messaggio automatico|\
     resposta automática|mensagem automática|wiadomość automatyczna|automatyczna odpowiedź|automatická odpověď|autosvar|\
     automatiskt svar|automatisk svar|automaattinen vastaus|automatikus válasz|răspuns automat|otomatik yanıt|\
     автоматический ответ|自動返信|自动回复|自動回覆|자동 회신",
]);

/// Sentences of an absence that people write as well: they count only below the subject of an automatic answer.
pub(in crate::intake) static ABSENCES: Phrases = Phrases::new(&[
    "i'm on leave|i'm on holiday|i'm on annual leave|i'm currently away|on parental leave|on maternity leave|not available|\
     unavailable|i am away|i'm away|we are away|we are closed|i will be back|i'll be back|i will return|i am back on|back in the office|\
     i am out of office|i'm out of office|currently out of office|thank you for your message|thank you for your email|\
     thank you for your e-mail|thank you for contacting|we have received your|we received your|get back to you",
    "je serai de retour|je reviens le|en congé parental|en congé de maternité|je ne suis pas disponible|je suis en déplacement|nous sommes fermés|nous serons fermés|merci pour votre message|\
     merci de votre message|nous avons bien reçu votre|j'ai bien reçu votre|ne sera pas lu|en cas d'urgence",
    "ik ben op verlof|ik ben even weg|ik ben buitenshuis|in ouderschapsverlof|niet beschikbaar|niet bereikbaar|ik ben er niet|ik ben terug|ik ben weg|wij zijn gesloten|we zijn gesloten|wij zijn er niet|we zijn er niet|terug op|\
     bedankt voor uw bericht|bedankt voor je bericht|bedankt voor uw mail|bedankt voor je mail|wij hebben uw|we hebben uw",
    "ich habe urlaub|in elternzeit|im mutterschutz|nicht verfügbar|ich bin wieder|ich bin zurück|ich bin weg|ich bin unterwegs|wir haben geschlossen|wieder im büro|wieder erreichbar|\
     nicht erreichbar|vielen dank für ihre nachricht|vielen dank für ihre e-mail|danke für ihre nachricht|wir haben ihre",
    "estaré de vuelta|volveré el|gracias por su mensaje|sarò di ritorno|torno il|grazie per il messaggio|estarei de volta|\
     regresso a|obrigado pela sua mensagem",
]);

/// Thanks of a house for what one wrote to it, which it does not owe for a quote.
pub(in crate::intake) static MESSAGE_THANKS: Phrases = Phrases::new(&[
    "thank you for your message|thank you for your email|thank you for your e-mail|thank you for your inquiry|\
     thank you for your enquiry|thank you for contacting|thanks for contacting|thanks for your message|\
     thank you for getting in touch|thanks for getting in touch|thank you for reaching out|we have received your message|\
     we have received your request|we have received your inquiry|we have received your enquiry|your message has been received",
    "merci pour votre message|merci de votre message|merci pour votre demande|merci de nous avoir contact|\
     merci d'avoir contact|merci pour votre mail|merci pour votre e-mail|merci pour votre email|nous avons bien reçu votre message|\
     nous avons bien reçu votre demande|nous avons bien reçu votre mail|nous avons bien reçu votre e-mail|\
     votre message a bien été|votre demande a bien été|nous vous remercions de votre message|nous vous remercions pour votre message",
    "bedankt voor uw bericht|bedankt voor je bericht|bedankt voor uw mail|bedankt voor je mail|bedankt voor uw e-mail|\
     bedankt voor je e-mail|bedankt voor uw aanvraag|bedankt voor je aanvraag|bedankt voor uw vraag|bedankt voor je vraag|\
     bedankt om contact|bedankt voor het contact|dank voor uw bericht|dank voor je bericht|dank u voor uw bericht|\
     we hebben uw bericht|wij hebben uw bericht|we hebben je bericht|uw bericht is goed ontvangen|je bericht is goed ontvangen|\
     uw aanvraag is goed ontvangen|we hebben uw aanvraag|wij hebben uw aanvraag|we hebben je aanvraag",
    "vielen dank für ihre nachricht|vielen dank für ihre anfrage|vielen dank für ihre e-mail|vielen dank für ihre kontaktaufnahme|\
     danke für ihre nachricht|danke für ihre anfrage|danke für deine nachricht|vielen dank für deine nachricht|\
     wir haben ihre nachricht|wir haben ihre anfrage|ihre nachricht ist bei uns|ihre anfrage ist bei uns",
    "gracias por su mensaje|gracias por tu mensaje|gracias por contactar|grazie per il tuo messaggio|grazie per il suo messaggio|\
     grazie per averci contattato|obrigado pela sua mensagem|obrigado por contactar|dziękujemy za wiadomość",
]);

/// Sentences by which a text calls itself an automatic answer, under any subject.
pub(in crate::intake) static ANSWER_SENTENCES: Phrases = Phrases::new(&[
    "this is an automatic reply|this is an automated reply|this is an automatic response|\
     this is an automated response|this is an auto-reply|this is an autoreply|receiving this automatic reply|receive this automatic reply|this automatic reply is|this automatic reply was|\
     this is an automatic acknowledgement|this is an automatic confirmation that we|\
     this is an automated acknowledgement",
    "ceci est une réponse automatique|cet e-mail est une réponse automatique|cet email est une réponse automatique|\
     il s'agit d'une réponse automatique|ce message est une réponse automatique|\
     ceci est un accusé de réception automatique",
    "dit is een automatisch antwoord|dit is een automatische reactie|dit is een automatisch antwoordbericht|\
     dit is een automatische ontvangstbevestiging|u ontvangt dit automatische bericht|\
     u ontvangt dit automatisch bericht|dit is een automatisch gegenereerd antwoord",
    "dies ist eine automatische antwort|dies ist eine automatisch generierte antwort|\
     dies ist eine automatische eingangsbestätigung|dies ist eine automatische empfangsbestätigung|\
     dies ist eine automatische abwesenheitsnotiz|das ist eine automatische antwort",
    "esta es una respuesta automática|questa è una risposta automatica|esta é uma resposta automática|\
     to jest automatyczna odpowiedź|toto je automatická odpověď|toto je automatická odpoveď|\
     detta är ett automatiskt svar|dette er et automatisk svar|tämä on automaattinen vastaus|\
     ez egy automatikus válasz|acesta este un răspuns automat|bu otomatik bir yanıttır|\
     это автоматический ответ|це автоматична відповідь|αυτή είναι μια αυτόματη απάντηση|これは自動返信|这是自动回复|這是自動回覆",
]);

/// Sentences by which a text calls itself the work of a machine. People's programs write them into requests
/// too, so they count only in what answers.
pub(in crate::intake) static MACHINE_SENTENCES: Phrases = Phrases::new(&[
    "this is an automated message|this is an automatic message|this is an automatically generated|\
     automatically generated response|this message was generated automatically",
    "ceci est un message automatique|ce message est généré automatiquement|message automatique, merci de ne pas|\
     ceci est un courriel automatique|cet e-mail a été généré automatiquement|cet e-mail est généré automatiquement|\
     cet email est généré automatiquement|ce mail est généré automatiquement",
    "dit is een automatisch bericht|dit is een automatische e-mail|dit is een automatische mail|dit is een automatisch gegenereerd|dit bericht is automatisch|\
     deze e-mail is automatisch|deze mail is automatisch|dit antwoord is automatisch|deze mail werd automatisch|\
     deze e-mail werd automatisch|dit bericht werd automatisch|dit is een geautomatiseerd",
    "dies ist eine automatische nachricht|dies ist eine automatisch generierte|dies ist eine automatisch erstellte|\
     diese e-mail wurde automatisch|diese nachricht wurde automatisch",
    "este es un mensaje automático|questo è un messaggio automatico|esta é uma mensagem automática|\
     to jest automatyczna wiadomość|toto je automatická zpráva|это автоматическое сообщение",
]);

/// Beginnings of addresses that nobody reads.
pub(in crate::intake) static NO_REPLY: Phrases = Phrases::new(&[
    "noreply|no-reply|no_reply|no.reply|donotreply|do-not-reply|do_not_reply",
    "ne-pas-repondre|nepasrepondre|pasdereponse|geen-antwoord|geenantwoord|niet-beantwoorden|nicht-antworten",
]);

/// Sentences by which a machine confirms that our mail has come.
pub(in crate::intake) static RECEIVED_SENTENCES: Phrases = Phrases::new(&[
    "nous avons bien reçu votre|nous avons reçu votre|votre demande a bien été|votre message a bien été|\
     votre mail a bien été|votre e-mail a bien été|votre commande a bien été",
    "we hebben je bericht|we hebben uw bericht|wij hebben uw bericht|we hebben je aanvraag|we hebben uw aanvraag|\
     wij hebben uw aanvraag|uw bericht is goed ontvangen|je bericht is goed ontvangen|uw aanvraag is goed ontvangen|\
     we hebben uw vraag|we hebben je vraag|wij hebben uw vraag|wij hebben uw mail|wij hebben uw e-mail",
    "wir haben ihre nachricht|wir haben ihre anfrage|ihre nachricht ist bei uns eingegangen|\
     ihre anfrage ist bei uns eingegangen",
    "we have received your|we received your|your message has been received|your request has been received",
]);

/// Sentences that nobody reads what arrives, or whom to turn to meanwhile.
pub(in crate::intake) static UNREAD_SENTENCES: Phrases = Phrases::new(&[
    "limited access to email|limited access to e-mail|limited access to my email|limited access to my e-mail|\
     no access to my email|no access to email|no access to e-mail|not be checking email|not be checking my email|\
     not be forwarded|will not be read|for urgent matters|in urgent cases|if your request is urgent",
    "ne seront pas transférés|ne sera pas transféré|ne sera pas lu|ne seront pas lus|accès limité à mes|\
     accès limité à ma messagerie|pas accès à mes mails|pas accès à ma messagerie|en cas d'urgence|pour toute urgence|pour les urgences",
    "wordt niet doorgestuurd|worden niet doorgestuurd|wordt niet gelezen|worden niet gelezen|\
     lees mijn mails niet|lees mijn e-mails niet|beperkt toegang tot mijn|beperkte toegang tot|bij dringende|in dringende gevallen|voor dringende",
    "wird nicht weitergeleitet|werden nicht weitergeleitet|wird nicht gelesen|werden nicht gelesen|\
     keinen zugriff auf meine e-mails|nur eingeschränkt erreichbar|eingeschränkten zugriff auf|in dringenden fällen|in dringenden angelegenheiten",
    "acceso limitado a mi correo|accesso limitato alla posta|acesso limitado ao e-mail|ограниченный доступ к почте",
]);

/// Words by which somebody begins to ask for something for himself.
pub(in crate::intake) static ASKING: Phrases = Phrases::new(&[
    "could you send|could you please|can you send|can you please|could you give|can you give|could you make|can you make|\
     could you provide|can you provide|could you quote|can you quote|could you let me|could you let us|can you let me|\
     can you let us|could i get|could i have|can i get|can i have|may i have|could we get|could we have|can we get|\
     can we have|would you be able|please send|please quote|please provide|please give|please let me|please let us|\
     send me|send us|give me|give us|i would like|i'd like|we would like|we'd like|i need|we need|i would need|we would need|\
     i am looking|i'm looking|we are looking|we're looking|i want|we want|i was wondering|i am interested|i'm interested|\
     we are interested|we're interested|i'd be interested|how much would|how much do you|how much will|what would you",
    "pourriez-vous|pouvez-vous|pourriez vous|pouvez vous|pourrais-tu|peux-tu|merci de me|merci de nous|veuillez me|veuillez nous|\
     prière de me|prière de nous|je souhaite|je souhaiterais|j'aimerais|je voudrais|je cherche|je recherche|je désire|\
     je désirerais|j'aurais besoin|j'ai besoin|je suis à la recherche|nous souhaitons|nous souhaiterions|nous aimerions|\
     nous voudrions|nous cherchons|nous recherchons|nous désirons|nous aurions besoin|nous avons besoin|\
     nous sommes à la recherche|envoyez-moi|envoyez-nous|faites-moi|faites-nous|serait-il possible|combien coûterait|\
     combien me coûterait|quel serait|auriez-vous",
    "kunt u|kan u|kunnen jullie|kan je|kun je|kan jij|zou u|zou je|zouden jullie|mag ik|mogen wij|mogen we|ik wil|wij willen|\
     we willen|ik wens|wij wensen|we wensen|ik zou|wij zouden|we zouden|zou ik|zouden wij|zouden we|ik zoek|wij zoeken|\
     we zoeken|ben ik op zoek|ik ben op zoek|wij zijn op zoek|we zijn op zoek|had graag|hadden graag|had ik graag|\
     hadden wij graag|hadden we graag|ik krijg graag|ik ontvang graag|wij ontvangen graag|we ontvangen graag|\
     ontvang ik graag|graag ontvang ik|graag ontvangen wij|stuur me|stuur mij|stuur ons|bezorg me|bezorg mij|bezorg ons|\
     gelieve mij|gelieve me|gelieve ons|gelieve een",
    "können sie|könnten sie|könnt ihr|könntet ihr|kannst du|könntest du|ich möchte|wir möchten|ich hätte gern|wir hätten gern|\
     hätte ich gern|hätten wir gern|ich suche|wir suchen|ich bin auf der suche|wir sind auf der suche|ich benötige|\
     wir benötigen|ich brauche|wir brauchen|ich bitte|wir bitten|ich interessiere|wir interessieren|bitte senden sie|\
     bitte schicken sie|bitte machen sie|bitte erstellen sie|bitte unterbreiten sie|bitte teilen sie|bitte um ein|\
     senden sie mir|senden sie uns|schicken sie mir|schicken sie uns|machen sie mir|machen sie uns|ich würde|wir würden|\
     dürfte ich|darf ich",
    "me gustaría|nos gustaría|quisiera|quisiéramos|quería|necesito|necesitamos|busco|buscamos|podría enviarme|podrían enviarme|\
     podría hacerme|podrían hacerme|puede enviarme|pueden enviarme|vorrei|vorremmo|desidero|cerco|cerchiamo|avrei bisogno|\
     ho bisogno|potrebbe inviarmi|potreste inviarmi|potrebbe farmi|potreste farmi|può inviarmi|gostaria|gostaríamos|preciso|\
     precisamos|procuro|procuramos|poderia enviar|poderiam enviar|pode enviar",
    "proszę o|prosimy o|chciałbym|chciałabym|szukam|szukamy|czy mogą państwo|chtěl bych|chtěla bych|prosím o|hledám|hledáme|\
     aș dori|am nevoie|caut|jag skulle vilja|vi skulle vilja|jag söker|vi söker|kan ni skicka|jeg vil gerne|vi vil gerne|\
     jeg søger|vi søger|jeg ønsker|vi ønsker|haluaisin|szeretnék|хотел бы|хотела бы|пришлите",
]);

/// Beginnings of questions to somebody.
pub(in crate::intake) static QUESTIONS: Phrases = Phrases::new(&[
    "could you|can you|would you|will you|could we|can we|may we|shall we|pourriez-vous|pouvez-vous|pourrais-tu|peux-tu|\
     peut-on|pouvons-nous|pourrait-on|est-ce que vous|kunt u|kan u|kunnen jullie|kan je|kun je|kunnen we|kunnen wij|\
     zou u|zouden we|mogen we|können sie|könnten sie|könnt ihr|kannst du|können wir|könnten wir|podría|podrían|podemos|\
     potrebbe|potreste|può|possiamo|poderia|pode|podemos",
    "how much|what would|combien coûte|combien coûterait|quel serait le prix|hoeveel kost|hoeveel zou|wat kost|wat zou|was kostet|\
     was würde|wie viel kostet|cuánto cuesta|quanto costa|quanto custa",
]);

/// Whole wishes with which a sentence begins.
pub(in crate::intake) static WISHES: Phrases = Phrases::new(&[
    "quote please|a quote please|price please|what is your price|what's your price|what are your rates|what are your prices",
    "merci pour un devis|merci d'établir un devis|\
     quel est votre prix|quels sont vos prix|quels sont vos tarifs",
    "graag offerte|graag een offerte|graag uw offerte|graag jullie offerte|graag prijs|graag een prijs|graag uw prijs|\
     graag jullie prijs|gaarne offerte|gaarne uw offerte|gaarne een offerte|gaarne prijs|gaarne uw prijs|wat is uw prijs|\
     wat is jullie prijs|wat zijn uw tarieven|wat zijn jullie tarieven",
    "angebot bitte|bitte angebot|bitte ein angebot|bitte um angebot|erbitte angebot|erbitte ein angebot|was ist ihr preis",
]);

/// Words for a price that somebody names for a work.
pub(in crate::intake) static PRICES: Phrases = Phrases::new(&[
    "quote|quotation|estimate|an offer|your offer|price|pricing|it cost|this cost|that cost|you charge|your rate",
    "devis|offre de prix|une offre|votre offre|vos offres|votre prix|un prix|le prix|les prix|vos prix|tarif|estimation",
    "offerte|prijs|bestek|raming|tarief|tarieven",
    "angebot|kostenvoranschlag|preis|offerte|kostenschätzung",
    "presupuesto|precio|cotización|preventivo|prezzo|quotazione|offerta|orçamento|preço|cotação",
    "wycen|ofert|cenow|nabídk|cenov|ponuk|deviz|preț|offert|pris|tilbud|tarjou|árajánlat|смет|цену|предложен",
]);

/// Words of who offers something, where others would ask for it.
pub(in crate::intake) static OFFERING: Phrases = Phrases::new(&[
    "offer you|give you|send you|show you|help you|invite you|present you|tell you|introduce|share with you|you would like|\
     you'd like|you need a|you want a|our best price|our price|our new price|our quote|our offer",
    "vous offr|vous propos|vous présent|vous faire part|vous faire découvrir|vous faire profiter|vous faire bénéficier|\
     vous inform|vous aider|vous invit|vous annonc|vous accompagn|vous souhaitez|vous désirez|nos prix|nos tarif|nos devis|\
     notre devis|notre offre",
    "bieden|voorstellen|uitnodigen|informeren|u helpen|je helpen|u wenst|je wilt|u wilt|onze prijs|onze prijzen|onze tarieven|\
     onze offerte",
    "bieten|vorstellen|einladen|informieren|präsentieren|ihnen helfen|ihnen unser|ihnen ein angebot machen|\
     ihnen ein angebot unterbreiten|unsere preise|unser angebot",
    "ofrecer|presentar|invitar|nuestro|offrir|nostr|oferecer|apresentar|convidar|noss",
]);

/// Words that newsletters show, by which one leaves them or sees them elsewhere.
pub(in crate::intake) static NEWSLETTER_WORDS: Phrases = Phrases::new(&[
    "unsubscribe|opt out|opt-out|manage your preferences|manage preferences|update your preferences|email preferences|\
     view in browser|view in your browser|view this email|view it in your browser|view online|view the online version|\
     no longer wish to receive|don't want to receive|stop receiving|you are receiving this|you're receiving this",
    "se désabonner|désabonner|désabonnement|se désinscrire|désinscrire|désinscription|dans votre navigateur|version en ligne|\
     ne plus recevoir|gérer vos préférences|vous recevez cet e-mail car|vous recevez cet email car|vous recevez ce mail car",
    "uitschrijven|schrijf u uit|schrijf je uit|afmelden|meld je af|meld u af|in uw browser|in je browser|online versie|\
     niet langer ontvangen|geen e-mails meer|geen mails meer|geen nieuwsbrief meer|u ontvangt deze e-mail omdat|\
     je ontvangt deze e-mail omdat|u ontvangt deze mail omdat|je ontvangt deze mail omdat",
    "abmelden|abbestellen|austragen|im browser ansehen|im browser anzeigen|im browser öffnen|online-version|onlineversion|\
     nicht mehr erhalten|keine e-mails mehr|sie erhalten diese e-mail, weil|sie erhalten diese e-mail weil",
    "darse de baja|darte de baja|cancelar la suscripción|cancelar suscripción|ver en el navegador|annulla l'iscrizione|\
     disiscriviti|cancellati|visualizza nel browser|cancelar inscrição|cancelar subscrição|ver no navegador|wypisz się|\
     zrezygnuj z subskrypcji|odhlásit|dezabonare|avregistrera|avprenumerera|afmeld|avmeld|peruuta tilaus|leiratkozás|\
     отписаться|відписатися|abonelikten çık|κατάργηση εγγραφής|配信停止|退订|取消訂閱|수신거부",
]);

/// Subjects that are a command to a list's robot.
pub(in crate::intake) static LIST_COMMANDS: Phrases = Phrases::new(&[
    "unsubscribe|subscribe|désabonnement|désinscription|uitschrijven|afmelden|abmelden|abbestellen",
]);

/// Local parts behind which a whole house is, or a machine, and no person.
pub(in crate::intake) static DEPARTMENTS: Phrases = Phrases::new(&[
    "info|information|contact|hello|hi|hey|welcome|mail|mailbox|email|office|team|support|help|helpdesk|service|services|\
     customerservice|customer.service|care|sales|shop|store|webshop|marketing|communication|news|newsletter|press|media|\
     events|community|promo|promotions|offers|deals|members|membership|billing|orders|reply|replies|feedback|survey|admin|webmaster",
    "bonjour|infos|boutique|commercial|ventes|serviceclient|service-client|service.client|clients|communication|presse|\
     actualites|redaction|commandes|hallo|welkom|klantenservice|klantendienst|verkoop|winkel|nieuws|redactie|bestellingen|\
     kundenservice|kundendienst|vertrieb|verkauf|redaktion|presse|aktuell|bestellung|hola|ciao|contacto|contatto|vendite|ventas",
]);
