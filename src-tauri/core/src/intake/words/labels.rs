//! Labels of the header that programs write above a forwarded or quoted mail.

use super::phrases::Phrases;

/// Which field a label names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::intake) enum Label {
    From,
    To,
    Cc,
    Subject,
    Date,
    ReplyTo,
    /// A field that says nothing about who wrote what to whom, but belongs to the header.
    Other,
}

/// The labels of each field, separated by `|`.
pub(in crate::intake) const LABELS: [(Label, &str); 7] = [
    (
        Label::From,
        "from|sender|de|expéditeur|van|afzender|von|absender|remitente|remetente|da|mittente|od|nadawca|odesílatel|\
         odosielateľ|från|avsändare|fra|afsender|avsender|lähettäjä|keneltä|saatja|kellelt|feladó|küldő|expeditor|expeditorul|de la|\
         šalje|pošiljatelj|от|от кого|отправитель|від|від кого|відправник|подател|nuo|siuntėjas|no|sūtītājs|kimden|gönderen|\
         από|αποστολέας|差出人|送信者|送信元|发件人|发信人|寄件者|寄件人|發件人|보낸 사람|보낸사람|발신|발신자|מאת|שולח|من|المرسل|dari|pengirim|\
         từ|người gửi|frá|nork|bidaltzailea|จาก|از|فرستنده|प्रेषक|vun|oddi wrth|ó|daripada|от:|de parte de",
    ),
    (
        Label::To,
        "to|à|a|pour|destinataire|destinataires|aan|ontvanger|an|empfänger|para|destinatario|destinatário|destinatari|\
         do|komu|adresat|příjemce|príjemca|till|mottagare|til|modtager|mottaker|vastaanottaja|kenelle|saaja|kellele|címzett|\
         către|catre|destinatar|destinatarul|prima|primatelj|za|prejemnik|кому|кому:|получатель|до|одержувач|получател|kam|gavėjas|saņēmējs|\
         kime|alıcı|προς|παραλήπτης|宛先|收件人|收件者|받는 사람|받는사람|수신|수신자|אל|נמען|إلى|الى|المستلم|kepada|đến|tới|per a|til:|nori|ถึง|به|گیرنده|प्रति|un|chuig|adressaat|pre|prijemca",
    ),
    (
        Label::Cc,
        "cc|cci|bcc|copie|copie à|copies|kopie|kopie (cc)|kopie an|kopi|kopi til|kopia|kopia till|kopio|koopia|con copia|\
         con copia a|cópia|com cópia|copia|dw|udw|do wiadomości|kópia|másolat|másolatot kap|kopija|копия|копія|копие|bilgi|\
         κοιν|κοιν.|κοινοποίηση|抄送|副本|写し|참조|עותק|העתק|نسخة|tembusan|đồng gửi",
    ),
    (
        Label::Subject,
        "subject|objet|sujet|onderwerp|betreff|asunto|assunto|oggetto|ogg|betr|assumpte|temat|předmět|predmet|ämne|emne|aihe|teema|\
         tárgy|subiect|subiectul|zadeva|naslov|тема|относно|konu|θέμα|件名|主题|主旨|主題|標題|标题|제목|נושא|הנושא|الموضوع|موضوع|subjek|\
         perihal|chủ đề|dalykas|tema|tēma|temats|efni|gaia|เรื่อง|หัวเรื่อง|موضوع:|विषय|pwnc|ábhar|topic|sujet du message",
    ),
    (
        Label::Date,
        "date|sent|date sent|sent at|sent on|envoyé|envoyé le|envoyée|date d'envoi|message du|reçu le|datum|verzonden|\
         verzonden op|verstuurd|verzenddatum|gesendet|gesendet am|datum und uhrzeit|fecha|enviado|enviado el|enviado o|enviado em|\
         enviada em|enviada|data|data de envio|inviato|inviata|inviato il|data invio|enviat|data wysłania|wysłano|wysłane|\
         odesláno|datum odeslání|odoslané|dátum|skickat|sendt|sendt den|dato|lähetetty|päivämäärä|päiväys|pvm|saadetud|kuupäev|\
         küldve|elküldve|elküldött|dátum és idő|trimis|trimis la|dată|poslano|poslato|отправлено|дата|дата отправки|надіслано|\
         відправлено|изпратено|išsiųsta|nosūtīts|datums|tarih|gönderilen|gönderildi|gönderilme tarihi|gönderme tarihi|ημερομηνία|στάλθηκε|\
         εστάλη|αποστολή|日付|日時|送信日時|送信日|日期|时间|時間|发送时间|发送日期|發送時間|寄件日期|傳送時間|傳送日期|날짜|보낸 날짜|보낸날짜|\
         일시|תאריך|נשלח|בתאריך|التاريخ|تاريخ|تاريخ الإرسال|أرسلت|تم الإرسال|tanggal|dikirim|terkirim|ngày|đã gửi|dagsetning|bidalia|data:|ส่งเมื่อ|วันที่|ارسال شده|تاریخ|भेजा गया|दिनांक|geschéckt|anfonwyd|seolta|kuupäev",
    ),
    (
        Label::ReplyTo,
        "reply-to|reply to|répondre à|réponse à|beantwoorden|antwoord aan|antwoordadres|antwort an|antworten an|responder a|\
         rispondi a|odpowiedz do|odpowiedz|odpověď na|odpovědět komu|svar till|svara till|svar til|svara|vastaa|vastaus|vastausosoite|vastaa osoitteeseen|válaszcím|válasz|válasz erre|odpowiedź|odpověď|odpovědět|odpoveď|odpovedať|odgovori|réponse à adresser à|risposta|antwoord naar|ответ-кому|кому відповісти|yanıt|răspuns către|\
         răspunde la|ответить|ответить на|відповісти|yanıtla|yanıt adresi|απάντηση σε|返信先|回复|回覆|회신|השב אל|الرد على",
    ),
    (
        Label::Other,
        "importance|priority|priorité|prioriteit|priorität|wichtigkeit|urgentie|sensitivity|attachments|attachment|\
         pièces jointes|pièce jointe|bijlagen|bijlage|anlagen|anlage|anhänge|anhang|allegati|adjuntos|datos adjuntos|anexos|\
         bilagor|bifogade filer|vedhæftede filer|vedlegg|liitteet|załączniki|přílohy|mellékletek|atașamente|ekler|вложения|\
         添付ファイル|附件|첨부|organization|organisation|message-id|x-mailer|user-agent|newsgroups|resent-from|resent-to|\
         resent-date|return-path|mailed-by|signed-by|security|categories|flag|labels|list-id|catégories|categorieën|kategorien",
    ),
];

/// Words by which Outlook says that one person sent for another.
pub(in crate::intake) static ON_BEHALF_OF: Phrases = Phrases::new(&[
    "on behalf of|de la part de|au nom de|namens|im auftrag von|en nombre de|per conto di|em nome de|\
     på vegne af|på vegne av|för |w imieniu|от имени|jménem",
]);

/// Labels of a date that lists and forms have as well as mails: they do not say that something was sent.
pub(in crate::intake) static PLAIN_DATES: Phrases = Phrases::new(&[
    "date|datum|datum und uhrzeit|fecha|data|data:|dato|dátum|dátum és idő|dată|päivämäärä|päiväys|pvm|kuupäev|\
     datums|dagsetning|tarih|tanggal|ngày",
    "дата|ημερομηνία|日付|日時|日期|时间|時間|날짜|일시|תאריך|בתאריך|التاريخ|تاريخ|تاریخ|วันที่|दिनांक",
]);

/// Labels of what goods are like, which nobody has in a signature.
pub(in crate::intake) static SPECIFICATIONS: Phrases = Phrases::new(&[
    "surface|superficie|type|couleur|coloris|matériau|matériaux|matière|dimensions|dimension|longueur|largeur|hauteur|\
     épaisseur|profondeur|quantité|quantités|modèle|finition|essence|teinte|pente|nombre|délai|budget|volume|poids",
    "oppervlakte|kleur|materiaal|afmeting|afmetingen|lengte|breedte|hoogte|dikte|diepte|aantal|hoeveelheid|model|\
     afwerking|houtsoort|helling|termijn|inhoud|gewicht|soort|maat|maten",
    "fläche|farbe|material|abmessung|abmessungen|maße|länge|breite|höhe|stärke|dicke|tiefe|menge|anzahl|modell|\
     ausführung|holzart|neigung|frist|gewicht|art|typ|größe",
    "area|colour|color|materials|size|sizes|length|width|height|thickness|depth|quantity|quantities|finish|wood|pitch|\
     number of pieces|deadline|weight|kind",
    "color|longitud|anchura|altura|espesor|cantidad|medidas|acabado|lunghezza|larghezza|altezza|spessore|quantità|\
     colore|materiale|misure|comprimento|largura|espessura|quantidade|cor|medidas|powierzchnia|kolor|długość|\
     szerokość|wysokość|grubość|ilość|materiał|plocha|barva|délka|šířka|výška|množství|yta|färg|längd|bredd|höjd|\
     antal|tjocklek|farve|længde|bredde|højde|tykkelse",
]);

/// Units behind a number that measure or count goods.
pub(in crate::intake) static UNITS: Phrases = Phrases::new(&[
    "m|m²|m2|m³|m3|mm|cm|dm|km|ml|lm|lfm|l|dl|cl|kg|g|t|x|×|ha|ft|kw|kva|w|mètre|mètres|meter|metre|metres|meters|\
     pièce|pièces|pce|pces|pc|pcs|piece|pieces|stuk|stuks|st|stück|stk|piezas|pezzi|peças|szt|ks|kusů|unités|units|\
     palettes|palette|pallets|pallet|paletten|sacs|zakken|säcke|rouleaux|rollen|litres|liter|liters",
]);
