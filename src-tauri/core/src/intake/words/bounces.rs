//! Words of mails that say that a mail was not, or not yet, delivered.

use super::phrases::Phrases;

/// Parts of subjects of delivery reports.
pub(in crate::intake) static SUBJECTS: Phrases = Phrases::new(&[
    "undelivered mail|undelivered message|undeliverable|undeliverable mail|undeliverable message|undelivered|\
     returned mail|returned to sender|returning message to sender|returning to sender|mail delivery|\
     mail not delivered|message not delivered|not delivered|delivery failure|delivery failed|\
     delivery has failed|delivery status notification|delivery notification|delivery report|delivery error|\
     delivery problem|delivery warning|delivery unsuccessful|delivery delayed|delivery incomplete|\
     delivery attempt|failure notice|failure delivery|failed mail|mail failure|mail failed|mail system error|\
     mail could not be delivered|could not be delivered|couldn't be delivered|cannot be delivered|\
     can't be delivered|unable to deliver|permanent delivery failure|non-delivery|nondeliverable|\
     non delivery|message delivery|message delayed|delayed mail|message has not yet been delivered|\
     warning: message|warning: could not send|user unknown|user not found|rejected mail|message rejected|\
     automatically rejected|processing error|mail processing error|returned message|bounce|bounced mail|\
     mailbox full|quota exceeded|message status - undeliverable|message bounced|email delivery|\
     nameserver error|not listed in domino directory|reporte de entrega",
    // French
    "non remis|échec de la remise|échec de remise|échec d'envoi|échec de l'envoi|echec de la remise|\
     courrier non remis|message non remis|message non distribué|non distribuable|non distribué|\
     avis de non-remise|rapport de non-remise|notification d'état de remise|\
     notification de l'état de la distribution|n'a pas pu être remis|n'a pu être remis|retour à l'expéditeur|\
     remise différée|remise retardée|message retardé|votre message n'a pas été",
    // Dutch
    "onbestelbaar|niet bezorgd|niet afgeleverd|niet-afgeleverd|kan niet worden bezorgd|\
     kon niet worden bezorgd|kan niet worden afgeleverd|kon niet worden afgeleverd|aflevering mislukt|\
     bezorging mislukt|bezorgingsfout|aflevering vertraagd|bezorging vertraagd|retour afzender|\
     mislukte aflevering|statusmelding van bezorging",
    // German
    "unzustellbar|nicht zustellbar|nicht zugestellt|konnte nicht zugestellt werden|zustellung fehlgeschlagen|\
     zustellfehler|fehler bei der zustellung|zustellung verzögert|verzögerte zustellung|\
     zustellungsbenachrichtigung|benachrichtigung über den übermittlungsstatus|übermittlungsstatus|\
     unzustellbarkeit|zurück an absender|mail konnte nicht|zustellstatus|rückläufer",
    // Delays
    "non encore distribué|non encore remis|pas encore distribué|pas encore remis|message différé|nog niet bezorgd|\
     nog niet afgeleverd|bericht vertraagd|bericht uitgesteld|noch nicht zugestellt|nachricht verzögert|mensaje retrasado|\
     entrega retrasada|aún no entregado|todavía no entregado|messaggio ritardato|consegna ritardata|recapito ritardato|\
     non ancora consegnato|non ancora recapitato|försenat|forsinket|viivästynyt|zpožděná",
    // Exchange
    "går inte att leverera|det gick inte att leverera|uleverbar|leveringen mislyktes|levering mislykkedes|leveransen misslyckades|\
     ei toimitettavissa|toimitus ei onnistu|kézbesítés sikertelen|nem sikerült kézbesíteni|nelivrabil|nu se poate livra|\
     imposibil de livrat|teslim edilemez|teslim edilemiyor|μη παραδοτέ|δεν ήταν δυνατή η παράδοση|配信できません",
    // Others
    "no se puede entregar|no se ha podido entregar|no entregado|no se pudo entregar|entrega fallida|\
     error de entrega|notificación del estado de entrega|devuelto al remitente|non recapitabile|\
     mancato recapito|mancata consegna|impossibile recapitare|consegna non riuscita|\
     notifica sullo stato del recapito|non consegnato|não entregue|não é possível entregar|falha na entrega|\
     não foi entregue|notificação de status de entrega|devolvida ao remetente|niedostarczony|niedostarczalne|kan ikke leveres|δεν είναι δυνατή η παράδοση|\
     nie można dostarczyć|niedostarczona|zwrot wiadomości|niepowodzenie doręczenia|nedoručitelné|\
     nedoručiteľné|nedoručená|nelze doručit|kan inte levereras|olevererbart|gick inte att leverera|\
     kunne ikke leveres|ikke leveret|ikke levert|leveringsfejl|toimitus epäonnistui|ei voitu toimittaa|\
     ei voi toimittaa|kézbesíthetetlen|nem kézbesíthető|nelivrat|nu poate fi livrat|teslim edilemedi|\
     iletilemedi|iletilemiyor|не доставлено|недоставленное|не удается доставить|недоставлено|\
     не удалось доставить|не доставлен|неможливо доставити|неможливо доставит|αδυναμία παράδοσης|\
     δεν παραδόθηκε|配信不能|配信できません|配達できません|配信エラー|送信エラー|退信|系统退信|無法傳遞|无法送达|无法投递|未送达|投递失败|邮件传输失败|傳送失敗|배달되지 않음|\
     전송 실패|배달할 수 없음|반송|לא ניתן למסירה|תعذر التسليم|غير قابل للتسليم|تعذر تسليم",
]);

/// Parts of sentences in delivery reports, each sign enough together with its sender or subject.
pub(in crate::intake) static SENTENCES: Phrases = Phrases::new(&[
    "could not be delivered|couldn't be delivered|can not be delivered|cannot be delivered|\
     can't be delivered|was not delivered|wasn't delivered|not been delivered|not delivered to|\
     unable to deliver|not able to deliver|wasn't able to deliver|were unable to deliver|\
     were not able to deliver|did not reach|delivery has failed|delivery failed|mail delivery failed|\
     delivery to the following|delevery to the following|failed to deliver|undeliverable|non-delivery|\
     permanent error|permanent fatal errors|permanent fatal delivery|fatal errors|has been delayed|\
     not yet been delivered|has been postponed|recipients did not receive|returned mail|has been returned|\
     is being returned|was rejected|has been rejected|automatically rejected|failed recipient|\
     failed addresses|delivery failure|invalid final delivery|unknown user|user unknown|no such user|\
     intended recipient|delivery status notification|mailbox is full|over quota|quota exceeded|\
     did not exactly match|delivery problems|undelivered|error-for:|could not deliver|cannot deliver|\
     can't deliver|bounced|mailbox unavailable|user not found|address not found|wasn't delivered to|\
     couldn't find|does not exist|inbox is full|message blocked|problem delivering|\
     error occurred while attempting to deliver|not accepting mail",
    // French, Dutch, German
    "n'a pas pu être remis|n'a pu être remis|n'a pas pu être délivré|n'a pas pu etre delivre|\
     n'a pas été remis|n'a pas été distribué|échec de la remise|échec de l'envoi|adresse introuvable|\
     impossible de remettre|n'a pas pu être distribué|remise a échoué|destinataires suivants|\
     niet worden bezorgd|niet bezorgd|niet worden afgeleverd|niet afgeleverd|bezorging is mislukt|\
     aflevering is mislukt|adres niet gevonden|nicht zugestellt|nicht zustellbar|nicht übermittelt|\
     fehler bei der nachrichtenzustellung|fehler beim senden|zustellung fehlgeschlagen|\
     adresse nicht gefunden|wurde verzögert|konnte nicht ausgeliefert",
    "n'a pas encore été|n'a pas encore pu|n'a pas atteint|nog niet bezorgd|nog niet afgeleverd|nog niet worden bezorgd|\
     nog niet worden afgeleverd|niet bereikt|geadresseerden of groepen|noch nicht zugestellt|konnte noch nicht|nicht erreicht|\
     empfänger oder gruppen|destinataires ou groupes",
    // Exchange, as it says who was not reached
    "aún no se ha podido|todavía no se ha podido|no llegó a algunos|destinatarios o grupos|non è ancora stato|\
     destinatari o gruppi|non ha raggiunto|destinatários ou grupos|nie dotarła|adresatów lub grup|nådde inte|kunde inte nås|\
     mottagare eller grupper|nåede ikke|kunne ikke nås|modtagere eller grupper|nådde ikke|kan ikke nås|mottakerne eller gruppene|\
     ei tavoittanut|ei tavoitettu|vastaanottajille tai ryhmille|toimitus epäonnistui|nebyla doručena|se nezdařilo|\
     příjemcům nebo skupinám|nelze dosáhnout|nebola doručená|príjemcom alebo skupinám|nem jutott el|nem érhető|\
     címzetteknek vagy csoportoknak|nu a ajuns|nu a reușit|destinatari sau grupuri|ulaşmadı|ulaşamadı|\
     alıcılara veya gruplara|δεν παραδόθηκε|παραλήπτες ή ομάδες|δεν έφτασε|受信者またはグループ|届きませんでした|配信に失敗|\
     получателям или группам|收件人或组|收件人或群組|받는 사람 또는 그룹",
    // Others
    "no se ha podido entregar|no se pudo entregar|no pudo ser entregado|non è stato possibile recapitare|\
     non è stato recapitato|impossibile recapitare|não pôde ser entregue|não foi possível entregar|\
     nao pode ser enviada|nie mogła zostać dostarczona|nie została dostarczona|nemohla být doručena|\
     nebylo možné doručit|kunde inte levereras|kunne ikke leveres|ei voitu toimittaa|\
     nem sikerült kézbesíteni|nem kézbesíthető|nu a putut fi livrat|teslim edilemedi|iletilemedi|\
     не было доставлено|не может быть доставлено|невозможно доставить|не вдалося доставити|配信できませんでした|\
     送信できませんでした|配達できません|无法发送到|无法送达|投递失败|退回|無法傳送|보낼 수 없습니다|전송하지 못했습니다",
]);

/// Sentences of a report that delivery is still tried.
pub(in crate::intake) static DELAYS: Phrases = Phrases::new(&[
    "has been delayed|is delayed|message delayed|mail delayed|delayed mail|delivery delayed|delivery delay|\
     not yet been delivered|has not been delivered yet|still being retried|will be retried|will retry|\
     will continue trying|continue to try|will keep trying|continue trying|warning only|warning message only|\
     this is only a warning|just a warning|this is a warning|has been postponed|\
     delivery attempts will continue|do not need to resend|no need to resend|(delay)|delivery incomplete|\
     temporarily deferred|a été retardé|retardée|sera réessayé|est retardé|va essayer encore|is vertraagd|\
     vertraagd|wordt opnieuw geprobeerd|verzögert|wird weiter versucht|weiterhin versucht|se ha retrasado|\
     se seguirá intentando|è in ritardo|è stato ritardato|está atrasada|foi atrasada|opóźnion|задерживается|\
     отложена|försenad|forsinket",
    "n'a pas encore été|n'a pas encore pu|pas encore pu être|non encore distribué|non encore remis|pas encore remis|\
     pas encore distribué|message retardé|remise retardée|remise différée|distribution différée|nog niet bezorgd|\
     nog niet afgeleverd|nog niet worden bezorgd|nog niet worden afgeleverd|nog niet kunnen bezorgen|nog niet kunnen afleveren|\
     bezorging is uitgesteld|bezorging uitgesteld|blijven proberen|noch nicht zugestellt|noch nicht ausgeliefert|\
     konnte noch nicht|konnten noch nicht|zustellversuche werden fortgesetzt",
    "aún no se ha|aún no ha sido|aún no ha podido|todavía no se ha|todavía no ha sido|todavía no ha podido|mensaje retrasado|\
     entrega retrasada|seguiremos intentando|non è ancora stato|non è stato ancora|non è stato possibile ancora|\
     non ancora consegnat|non ancora recapitat|consegna ritardata|recapito ritardato|messaggio ritardato|ainda não foi|\
     ainda não pôde|entrega atrasada|jeszcze nie został|ännu inte levererats|ännu inte kunnat|har ännu inte|endnu ikke leveret|\
     ennå ikke levert|ei ole vielä|viivästy|dosud nebyl|zatím nebyl|zpožděn|még nem sikerült|késlelte|încă nu a|întârzia|\
     henüz teslim|gecikti|δεν έχει παραδοθεί ακόμ|καθυστέρησ|まだ配信され|遅延して|配信遅延|尚未送达|延迟",
]);

/// Words of a report that nothing more is tried, whatever it says of delays.
pub(in crate::intake) static GIVEN_UP: Phrases = Phrases::new(&[
    "given up|giving up|gave up|permanent error|permanent fatal|a été abandonn|nous abandonnons|is opgegeven|werd opgegeven|\
     geven het op|wurde aufgegeben|geben auf|endgültig nicht|definitief niet|se ha abandonado|è stato abbandonato",
]);

/// Headings in reports above those who were not reached.
pub(in crate::intake) static PERMANENT_ERRORS: Phrases = Phrases::new(&[
    "permanent fatal|permanent errors|permanent delivery|fatal errors|permanently failed|failed permanently|erreurs permanentes|\
     erreurs fatales|erreurs définitives|permanente fouten|fatale fouten|blijvende fouten|permanente fehler|dauerhafte fehler|\
     schwerwiegende fehler|fatale fehler|errores permanentes|errores fatales|errori permanenti|errori fatali|\
     errori irreversibili|erros permanentes|erros fatais",
]);

/// Headings in reports above those who were not reached yet.
pub(in crate::intake) static TRANSIENT_ERRORS: Phrases = Phrases::new(&[
    "transient non-fatal|non-fatal errors|transient errors|temporary errors|temporary failures|temporarily failed|\
     still being retried|erreurs temporaires|erreurs non fatales|erreurs transitoires|tijdelijke fouten|niet-fatale fouten|\
     voorlopige fouten|vorübergehende fehler|temporäre fehler|nicht fatale fehler|nicht schwerwiegende fehler|\
     errores temporales|errores no fatales|errores transitorios|errori temporanei|errori non fatali|errori transitori|\
     erros temporários",
]);

/// Words before the address of the sender.
pub(in crate::intake) static SENDER_WORDS: Phrases = Phrases::new(&[
    "mail from|message from|email from|e-mail from|sender|sender address|expéditeur|afzender|absender|remitente|mittente|\
     remetente|avsändare|afsender|avsender|nadawca|отправитель",
]);

/// Lines that introduce the returned mail: what follows is ours, not the report's.
pub(in crate::intake) static ORIGINAL_FOLLOWS: Phrases = Phrases::new(&[
    "original message|original email|original mail|copy of the message|copy of your message|\
     copy of the first part|returned message|returned mail follows|returned mail --|message header follows|\
     message headers follow|message text follows|message text suppressed|message body suppressed|\
     unsent message below|start of returned message|header of the original message|\
     headers of the original message|below this line is a copy|below the next line is a copy|\
     original message follows|original message attached|message reads (in part)|attachment is a copy|\
     summary of the undelivered message|header and top|copy of the message header|first 50 lines|\
     message follows|mensaje original|message d'origine|ursprüngliche nachricht|originalnachricht|\
     copie du message|kopie van het bericht|oorspronkelijk bericht|kopie der nachricht|original headers|\
     message headers:|text of the original message|transcript of session follows|old message:|\
     undelivered message you sent|original message as received|message envoyé|copia del mensaje|\
     copia del messaggio|сообщения, включая все заголовки",
]);

/// Words beside which a report names the recipient that it is about.
pub(in crate::intake) static NAMES_RECIPIENT: Phrases = Phrases::new(&[
    "deliver|recipient|undeliverable|unknown user|user unknown|userid|mailbox|quota|generated from|expanded from|\
     addressed to|addressed,|error-for|rcpt to|rejected|smtp=|[smtp:|following address|to the address|your message to|\
     no such user|reached|bounced|did not reach|returned|was not sent|not be sent|unable to send",
    "destinataire|remis à|délivré à|distribué|l'adresse|adresse suivante|n'a pas pu être|bezorgd|afgeleverd|\
     geadresseerde|ontvanger|naar het adres|zugestellt|empfänger|folgende adresse|postfach|entregar|\
     destinatario|recapitar|consegn|entregue|destinatári|dostarcz|odbiorc|doruč|adresát|levere|mottag|\
     modtager|toimit|vastaanott|kézbesít|címzett|livrat|teslim|ilet|доставл|получател|одержувач|配信|宛先|\
     投递|收件|배달|받는",
    "bereikt|erreicht|remis aux|remise aux|mottak|nås|nåede|příjem|príjem|destinatar|alıcı|παραλήπτ|παράδοσ|受信者|adresat|\
     non è stato|n'a pas encore|nog niet|noch nicht|aún no|todavía no|non è ancora",
]);

/// Words for a mail.
pub(in crate::intake) static MAIL: Phrases = Phrases::new(&[
    "message|email|e-mail|your mail|courriel|votre mail|bericht|nachricht|mensaje|correo|messaggio|mensagem|\
     wiadomo|zpráv|správ|meddeland|meddelelse|melding|besked|viesti|üzenet|mesaj|ileti|сообщени|письмо|\
     повідомлен|μήνυμα|メール|メッセージ|邮件|郵件|메일|메시지",
]);

/// Words of somebody who was sent a report, about his mail.
pub(in crate::intake) static COMPLAINTS: Phrases = Phrases::new(&[
    "my mail|my email|my e-mail|my message|my mails|my emails|i get this|i got this|i keep getting|i received this|\
     comes back|came back|bounces back|bounced back|is your address|your mailbox is",
    "mon mail|mon e-mail|mon email|mon courriel|mon message|mes mails|mes e-mails|mes messages|me revient|me reviennent|\
     j'ai reçu ceci|je reçois ceci|je reçois ce message|j'ai reçu ce message|j'ai essayé|votre boîte est",
    "mijn mail|mijn e-mail|mijn bericht|mijn mails|mijn e-mails|komt terug|kwam terug|komen terug|kwamen terug|ik krijg|\
     ik kreeg|uw mailbox is|jullie mailbox is|ik heb geprobeerd",
    "meine mail|meine e-mail|meine nachricht|meine mails|meine e-mails|kommt zurück|kam zurück|kommen zurück|kamen zurück|\
     ich bekomme|ich bekam|ich habe versucht|ihr postfach ist",
    "mi correo|mi mensaje|mis correos|la mia mail|la mia e-mail|il mio messaggio|le mie mail|o meu e-mail|a minha mensagem",
]);
