//! Lines that programs draw above a forwarded or quoted mail, without their dashes.

use super::phrases::Phrases;

/// Lines that only a forward has.
pub(in crate::intake) static FORWARDED: Phrases = Phrases::new(&[
    // English
    "forwarded message|this is a forwarded message|begin forwarded message|forwarded mail|forwarded email|forwarded e-mail|\
     start of forwarded message|start forwarded message|forwarded messages|fwd message|message forwarded",
    // French
    "message transféré|message transmis|message réexpédié|début du message réexpédié|\
     début du message transféré|début du message transmis|mail transféré|e-mail transféré|courriel transféré|\
     message suivi|transfert de message",
    // Dutch
    "doorgestuurd bericht|begin doorgestuurd bericht|begin van doorgestuurd bericht|doorgestuurde e-mail|\
     doorgestuurde mail|doorgezonden bericht|begin doorgezonden bericht|doorgestuurde bericht|\
     begin van het doorgestuurde bericht",
    // German
    "weitergeleitete nachricht|dies ist eine weitergeleitete nachricht|anfang der weitergeleiteten nachricht|anfang der weitergeleiteten e-mail|\
     beginn der weitergeleiteten nachricht|weitergeleitete e-mail|weitergeleitete mail|weitergeleitet",
    // Spanish, Catalan
    "mensaje reenviado|inicio del mensaje reenviado|comienzo del mensaje reenviado|correo reenviado|\
     missatge reenviat",
    // Italian
    "messaggio inoltrato|inizio messaggio inoltrato|inizio del messaggio inoltrato|e-mail inoltrata",
    // Portuguese
    "mensagem encaminhada|mensagem reencaminhada|mensagem reenviada|início da mensagem encaminhada|\
     início da mensagem reencaminhada|início de mensagem reencaminhada|início da mensagem reenviada|\
     início de mensagem encaminhada",
    // Polish
    "wiadomość przekazana dalej|przekazana wiadomość|wiadomość przekazana|treść przekazanej wiadomości|\
     początek przekazywanej wiadomości|początek przekazanej wiadomości|wiadomość przesłana dalej|\
     przesłana wiadomość|początek wiadomości przekazanej dalej|treść przekazywanej wiadomości",
    // Czech, Slovak
    "přeposlaná zpráva|předávaná zpráva|začátek přeposílané zprávy|začátek předávané zprávy|\
     přeposlaný e-mail|přeposlaný email|preposlaná správa|posunutá správa|posúvaná správa|\
     začiatok preposlanej správy|začiatok posunutej správy",
    // Swedish, Danish, Norwegian
    "vidarebefordrat meddelande|vidarebefordrat brev|vidarebefordrat mejl|vidarebefordrat e-postmeddelande|\
     början på vidarebefordrat meddelande|påbörja vidarebefordrat brev|videresendt besked|\
     videresendt meddelelse|videresendt mail|start på videresendt besked|start på videresendt meddelelse|\
     videresendt melding|videresendt e-post|begynnelse på videresendt melding|start på videresendt melding|\
     videresendt beskjed|begynd videresendt besked",
    // Finnish, Estonian
    "välitetty viesti|välitetty viesti alkaa|edelleen lähetetty viesti|edelleenlähetetty viesti|\
     edastatud kiri|edastatud sõnum|edastatud kirja algus|edastatud sõnumi algus|välitetyn viestin alku",
    // Hungarian, Romanian
    "továbbított üzenet|továbbított levél|továbbított levél kezdete|továbbított üzenet kezdete|\
     mesaj redirecționat|mesaj redirectionat|mesaj retransmis|mesaj înaintat|începe mesajul redirecționat|început mesaj redirecționat|\
     începutul mesajului redirecționat",
    // Croatian, Slovenian, Bulgarian, Lithuanian, Latvian
    "proslijeđena poruka|proslijedi poruku|započni proslijeđenu poruku|početak proslijeđene poruke|\
     prosleđena poruka|posredovano sporočilo|začetek posredovanega sporočila|препратено съобщение|\
     начало на препратеното съобщение|persiųstas laiškas|persiunčiamas laiškas|pārsūtītais ziņojums|\
     pārsūtīts ziņojums",
    // Turkish
    "iletilen mesaj|iletilmiş mesaj|iletilen ileti|iletilmiş ileti|yönlendirilmiş ileti|yönlendirilen ileti|\
     iletilen mesajın başlangıcı|ileti başlangıcı|iletilmiş ileti başlangıcı|iletilen ileti başlangıcı|iletilen e-posta",
    // Russian, Ukrainian
    "пересылаемое сообщение|это пересылаемое сообщение|пересланное сообщение|перенаправленное сообщение|переадресованное сообщение|\
     начало переадресованного сообщения|начало пересылаемого сообщения|пересылаемое письмо|\
     пересланное письмо|начало пересланного сообщения|пересилане повідомлення|переслане повідомлення|\
     перенаправлене повідомлення|початок листа, що пересилається|початок переадресованого повідомлення|\
     початок пересланого повідомлення",
    // Greek
    "προωθημένο μήνυμα|προωθούμενο μήνυμα|αρχή προωθημένου μηνύματος|έναρξη προωθημένου μηνύματος",
    // Japanese, Chinese, Korean
    "転送されたメッセージ|転送メッセージ|転送されたメール|転送メール|转发的邮件|转发邮件|转发的邮件信息|转发邮件信息|开始转发的邮件|下面是被转发的邮件|被转发邮件信息|轉寄的郵件|轉寄郵件|轉寄的訊息|\
     開始轉寄郵件|轉寄信件|轉發的郵件|전달된 메일|전달된 메시지|전달된 이메일|전달된 메시지 시작|전달된 메일 시작",
    // Hebrew, Arabic
    "הודעה שהועברה|תחילת ההודעה שהועברה|הודעה מועברת|رسالة محولة|رسالة معاد توجيهها|رسالة مُعاد توجيهها|\
     رسالة موجهة|بداية الرسالة المحولة|بداية الرسالة المعاد توجيهها|بدء الرسالة المحولة",
    // Indonesian, Vietnamese
    "pesan terusan|pesan yang diteruskan|thư đã chuyển tiếp|tin nhắn đã chuyển tiếp",
]);

/// Lines that answers and forwards share.
pub(in crate::intake) static ORIGINAL: Phrases = Phrases::new(&[
    "original message|original message text|original mail|original email|original e-mail|original appointment|previous message|\
     message d'origine|message original|message initial|e-mail d'origine|mail d'origine|mail original|\
     courriel d'origine|courriel original|rendez-vous d'origine|e-mail original|oorspronkelijk bericht|\
     origineel bericht|oorspronkelijke bericht|oorspronkelijke e-mail|oorspronkelijke mail|originele bericht|\
     originele e-mail|oorspronkelijke afspraak|ursprüngliche nachricht|originalnachricht|original-nachricht|\
     urspr. nachricht|originalmail|ursprüngliche e-mail|original-mail|ursprünglicher termin|mensaje original|\
     correo original|missatge original|messaggio originale|messaggio originario|mensagem original|\
     wiadomość oryginalna|oryginalna wiadomość|wiadomość pierwotna|původní zpráva|původní e-mail|\
     puvodni zprava|pôvodná správa|ursprungligt meddelande|originalmeddelande|oprindelig meddelelse|\
     oprindelig besked|oprindelig mail|original meddelelse|opprinnelig melding|opprinnelig e-post|\
     originalmelding|alkuperäinen viesti|alkuperäinen sähköposti|algne sõnum|algne kiri|algsõnum|\
     eredeti üzenet|eredeti levél|mesaj original|mesajul original|mesaj inițial|izvorna poruka|\
     originalna poruka|izvirno sporočilo|оригинално съобщение|първоначално съобщение|pradinis laiškas|\
     sākotnējais ziņojums|özgün ileti|orijinal mesaj|orijinal ileti|ilk ileti|asıl ileti|исходное сообщение|\
     оригинальное сообщение|первоначальное сообщение|исходное письмо|оригінальне повідомлення|\
     вихідне повідомлення|початкове повідомлення|αρχικό μήνυμα|πρωτότυπο μήνυμα|元のメッセージ|元のメール|オリジナルメッセージ|\
     原始邮件|原始郵件|原始信息|原邮件|原始訊息|원본 메시지|원본 메일|원본 이메일|ההודעה המקורית|הודעה מקורית|الرسالة الأصلية|رسالة أصلية|\
     pesan asli|tin nhắn gốc|thư gốc|previous replies|réponses précédentes|eerdere antwoorden|\
     frühere antworten|reply message|antwortnachricht|reply separator",
]);

/// Lines that end a forwarded mail.
pub(in crate::intake) static FORWARD_END: Phrases = Phrases::new(&[
    "end forwarded message|end of forwarded message|end of forwarded mail|end of original message|end of original message text|\
     fin du message transféré|fin du message réexpédié|fin du message transmis|einde doorgestuurd bericht|\
     einde van doorgestuurd bericht|einde doorgezonden bericht|ende weitergeleitete nachricht|ende der weitergeleiteten nachricht|ende der weitergeleiteten e-mail|\
     fin del mensaje reenviado|fine messaggio inoltrato|fim da mensagem encaminhada|\
     koniec przekazanej wiadomości|конец пересылаемого сообщения|конец пересланного сообщения|конец переадресованного сообщения|\
     slut på vidarebefordrat meddelande",
]);

/// Beginnings of lines such as Lotus Notes writes: the name and date of the forwarder follow.
pub(in crate::intake) static FORWARDED_BY: Phrases = Phrases::new(&[
    "forwarded by |transféré par |réexpédié par |réacheminé par |retransmis par |doorgestuurd door |\
     weitergeleitet von |reenviado por |inoltrato da |encaminhado por |vidarebefordrat av |videresendt af |\
     videresendt av |przesłane dalej przez |přeposláno kým |перенаправлено: ",
]);

/// Beginnings of lines that name the writer of the forwarded mail.
pub(in crate::intake) static FORWARDED_FROM: Phrases = Phrases::new(&[
    "forwarded message from |forwarded mail from |message transféré de |message réexpédié de |message transmis de |\
     doorgestuurd bericht van |doorgezonden bericht van |weitergeleitete nachricht von |nachricht von |\
     mensaje reenviado de |messaggio inoltrato da |mensagem encaminhada de |mensagem reencaminhada de |\
     wiadomość przekazana od |przekazana wiadomość od |přeposlaná zpráva od |vidarebefordrat meddelande från |\
     videresendt besked fra |videresendt melding fra |välitetty viesti lähettäjältä |továbbított üzenet tőle: |\
     пересылаемое сообщение от |пересланное сообщение от ",
]);

/// Lines above which an answer is to be written, by support and ticket systems.
pub(in crate::intake) static REPLY_ABOVE: Phrases = Phrases::new(&[
    "reply above this line|type your reply above this line|write a reply above this line|reply above this|\
     répondez au-dessus de cette ligne|répondre au-dessus de cette ligne|antwoord boven deze regel|\
     antwoorden boven deze lijn|antworten sie oberhalb dieser zeile|bitte oberhalb dieser zeile antworten",
]);

/// What programs write in place of a plain text where a mail is HTML alone.
pub(in crate::intake) static HTML_NOTICES: Phrases = Phrases::new(&[
    "ce message est au format html|ce mail est au format html|cet e-mail est au format html|ne prend pas en charge le html|ne supporte pas le html|ne peut pas afficher le html",
    "dit bericht is in html|deze e-mail is in html|ondersteunt geen html|kan geen html weergeven",
    "diese nachricht ist im html|diese e-mail ist im html|diese mail ist im html|unterstützt kein html|kann kein html",
    "this message is in html|this email is in html|this is an html message|html capable|html-capable|html compatible|html-compatible|does not support html|doesn't support html|cannot display html|can't display html|requires html|use an html",
    "este mensaje está en formato html|no admite html|questo messaggio è in formato html|non supporta html",
]);
