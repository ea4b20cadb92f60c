//! How people end a mail.

use super::phrases::Phrases;

/// Beginnings of closing lines.
pub(in crate::intake) static CLOSINGS: Phrases = Phrases::new(&[
    // English
    "best regards|kind regards|kindest regards|warm regards|regards|best wishes|with best regards|\
     with kind regards|many thanks|thanks|thank you|thanks in advance|thx|cheers|sincerely|yours sincerely|\
     sincerely yours|yours faithfully|yours truly|best|all the best|respectfully|talk soon|br|rgds|greetings|\
     with regards|warmly|kr|have a nice day|have a great day|take care",
    // French
    "cordialement|bien cordialement|très cordialement|bien à vous|bien à toi|cdlt|cdt|merci|merci d'avance|\
     merci beaucoup|merci par avance|salutations|meilleures salutations|sincères salutations|\
     salutations distinguées|respectueusement|sincèrement|amicalement|amitiés|bonne journée|belle journée|\
     bonne soirée|bonne réception|avec mes remerciements|je vous prie d'agréer|veuillez agréer|\
     veuillez recevoir|recevez|dans l'attente de vous lire|dans l'attente de votre réponse|à bientôt|\
     mes salutations|bàv|bav|cordiales salutations|au plaisir|d'avance merci|d'avance, merci",
    // Dutch
    "met vriendelijke groet|met vriendelijke groeten|vriendelijke groet|vriendelijke groeten|mvg|\
     met hartelijke groet|hartelijke groet|hartelijke groeten|groeten|groetjes|groet|gr|hoogachtend|\
     met de meeste hoogachting|bedankt|alvast bedankt|dank u|dank je|dank u wel|dankjewel|bij voorbaat dank|\
     beste groeten|mvgr|met beste groeten|vr gr|met groet|met groeten|fijne dag|prettige dag|met dank|\
     hartelijk dank|vele groeten|liefs|met oprechte groet|tot binnenkort",
    // German
    "mit freundlichen grüßen|mit freundlichen grüssen|mit freundlichem gruß|mit freundlichem gruss|\
     mit freundlichen gruessen|freundliche grüße|freundliche grüsse|freundlichen gruß|mit besten grüßen|\
     mit besten grüssen|beste grüße|beste grüsse|viele grüße|viele grüsse|liebe grüße|liebe grüsse|\
     lieben gruß|herzliche grüße|herzliche grüsse|schöne grüße|grüße|gruß|gruss|mfg|vg|lg|bg|\
     hochachtungsvoll|danke|vielen dank|besten dank|herzlichen dank|vielen dank im voraus|danke im voraus|\
     schönen tag|danke und gruß|schöne grüsse",
    // Spanish, Italian, Portuguese
    "saludos|un saludo|saludos cordiales|atentamente|cordialmente|muchas gracias|gracias|un cordial saludo|\
     atte|cordiali saluti|distinti saluti|saluti|un saluto|grazie|grazie mille|cordialità|buona giornata|\
     i migliori saluti|atenciosamente|cumprimentos|melhores cumprimentos|com os melhores cumprimentos|\
     obrigado|obrigada|abraço|att",
    // Nordic
    "med vänlig hälsning|med vänliga hälsningar|vänliga hälsningar|hälsningar|mvh|tack|med venlig hilsen|\
     venlig hilsen|med vennlig hilsen|vennlig hilsen|hilsen|mange tak|takk|ystävällisin terveisin|terveisin|\
     kiitos",
    // Slavic and others
    "pozdrawiam|z poważaniem|z wyrazami szacunku|dziękuję|s pozdravem|s přátelským pozdravem|děkuji|\
     s pozdravom|ďakujem|üdvözlettel|tisztelettel|köszönettel|cu stimă|cu respect|mulțumesc|s poštovanjem|\
     lijep pozdrav|lep pozdrav|с уважением|с наилучшими пожеланиями|спасибо|з повагою|дякую|με εκτίμηση|\
     ευχαριστώ|saygılarımla|teşekkürler|iyi çalışmalar|よろしくお願いいたします|よろしくお願いします|以上、よろしくお願いいたします|敬具|此致|祝好|谢谢|\
     謝謝|감사합니다|בברכה|תודה|مع التحية|شكرا|تحياتي",
]);

/// Beginnings of the lines that phones and apps add.
pub(in crate::intake) static SENT_FROM: Phrases = Phrases::new(&[
    "sent from |sent with |sent via |sent by |sent using |get outlook for |get |envoyé de |envoyé depuis |\
     envoyé à partir |envoyée de |envoyé avec |envoyé par |envoyé via |obtenez outlook pour |\
     obtenir outlook pour |télécharger outlook pour |téléchargez outlook pour |von outlook für |provenance : |verzonden vanaf |verzonden van |\
     verzonden met |verzonden via |verstuurd vanaf |verstuurd met |verstuurd via |outlook downloaden voor |\
     outlook voor |download outlook voor |von meinem |von meiner |gesendet von |gesendet mit |gesendet über |\
     gesendet via |diese nachricht wurde von meinem |outlook für |holen sie sich outlook für |\
     laden sie outlook für |enviado desde |enviado con |obtener outlook para |inviato da |inviato con |\
     ottieni outlook per |scarica outlook per |enviado do |enviado a partir |enviada do |enviado de |\
     obter o outlook para |wysłano z |wysłane z |pobierz program outlook |odesláno z |odoslané z |\
     skickat från |hämta outlook för |sendt fra |hent outlook til |få outlook for |lähetetty |hanki outlook |\
     elküldve |trimis de |отправлено с |отправлено из |надіслано з |στάλθηκε από |iphone'umdan gönderildi|\
     iphoneから送信|发自我的|發自我的|從我的|내 iphone에서 보냄|나의 iphone에서 보냄|נשלח מה|أرسلت من |poslano s |poslano z |via mobile|via iphone|via android|poslané z |\
     saadetud minu |verzonden vanuit |verstuurd vanuit |inviato dal |inviato dalla |enviado através |\
     enviada a partir |pobierz aplikację outlook |získat outlook |získať outlook |obțineți outlook |\
     изпратено от |išsiųsta iš |nosūtīts no |获取 outlook |取得 outlook |أُرسلت من |gửi từ |dikirim dari |ส่งจาก |\
     enviat des de |bidalia nire |az iphone készülékemről |az ios outlook |az android outlook |\
     ios için outlook|android için outlook|küldve az |von samsung |odesláno z|odoslané z|отправлено с|\
     отправлено из |надіслано з|descargar outlook |baixar outlook |outlook for ios|outlook for android",
]);

/// Words that offer a program to telephones, at the beginning of a line or at its end.
pub(in crate::intake) static DOWNLOADS: Phrases = Phrases::new(&[
    "get |download |télécharger |téléchargez |obtenir |obtenez |installer |installez | downloaden|download| installeren|\
     holen sie sich |laden sie | herunterladen| holen|descargar |descarga |obtener |obtén |scarica |ottieni |\
     baixar |baixe |obter |transferir |descarregar |pobierz |stáhnout |stáhněte |získat |stiahnuť |stiahnite |získať |\
     ladda ner |ladda ned |hämta |hent |download til |last ned |få |lataa |hanki | letöltése|töltse le |descărcați |\
     descarcă |obțineți |preuzmi |preuzmite |prenesi |prenesite |изтегли |изтеглете |скачать |скачайте |загрузить |\
     установить |завантажити |завантажте | indir| edinin|κατεβάστε |λήψη |下载 |下載 |获取 |取得 |unduh |tải ",
]);

/// Telephones for which programs are offered.
pub(in crate::intake) static PLATFORMS: Phrases = Phrases::new(&["android|iphone|ipad|ios| mobile| mobil"]);

/// Words of phones, programs and their owners, one of which is in such a line.
pub(in crate::intake) static PROGRAMS: Phrases = Phrases::new(&[
    " my | mon | ma | mes | mijn | meinem | meiner | mi | meu | mio | min | mojego | mého | moje",
    "iphone|iphon|ipad|android|samsung|outlook|mail for |mailbox|mail app|yahoo|blackberry|huawei|galaxy|xiaomi|nokia|mobile|phone|telefoon|windows|\
     gmail|proton|typeapp|sparrow|superhuman|orange|bluemail|spark|aqua|k-9|my imachine|wiko|htc|zoho|front|mail.ru|почты|nine|newton|edison|aol|smartphone|handy|thunderbird|mailbird|em client|fairphone|pixel|oppo|oneplus",
]);

/// Words that make a sentence of what began like a closing: "Thanks for your attention."
pub(in crate::intake) static GOES_ON: Phrases = Phrases::new(&[
    " for| pour| voor| für| to | to| de | que| if | om | te | dat | dass| and i| but| so | i | we | it | per | por | à | est| is | zu ",
    " d'| please | bitte | graag | wir | ich | wij | ik | nous | je ",
]);

/// Words behind a closing that thank before anything is done, and so still close.
pub(in crate::intake) static IN_ADVANCE: Phrases = Phrases::new(&["d'avance|déjà"]);

/// Words of the paragraphs that companies and virus scanners put below a signature.
pub(in crate::intake) static SMALL_PRINT: Phrases = Phrases::new(&[
    // English
    "confidentiality notice|this e-mail and any|this email and any|this message and any|this e-mail message and any|\
     this email message and any|intended solely for the|intended only for the|for the exclusive use of|\
     you are not the intended|received this e-mail in error|received this email in error|\
     received this message in error|received it in error|consider the environment before|\
     think before you print|this email has been scanned|this email has been checked|\
     this e-mail has been checked|virus-free|scanned for viruses|legally privileged|\
     this communication is confidential",
    // French
    "ce message et toutes les pièces jointes|ce message et ses pièces jointes|ce message et les pièces jointes|\
     ce message ainsi que|ce message est confidentiel|ce courriel est confidentiel|cet e-mail est confidentiel|\
     reçu ce message par erreur|recevez ce message par erreur|reçu ce courriel par erreur|\
     vous n'êtes pas le destinataire|à l'intention exclusive|à l'attention exclusive|\
     pensez à l'environnement|avant d'imprimer|garanti sans virus|l'absence de virus|avis de confidentialité",
    // Dutch
    "dit bericht is vertrouwelijk|dit e-mailbericht is|deze e-mail is vertrouwelijk|deze e-mail en eventuele|\
     deze e-mail is uitsluitend|uitsluitend bestemd voor|de informatie in dit e-mail|\
     indien u niet de geadresseerde|indien u dit bericht|als u niet de geadresseerde|als u dit bericht per|\
     denk aan het milieu|voordat u deze e-mail|voor u deze e-mail|virusvrij|gecontroleerd op virussen",
    // German
    "diese e-mail enthält|dieses e-mail enthält|diese nachricht enthält|diese mail enthält|\
     nicht der richtige adressat|nicht der beabsichtigte empfänger|nicht der vorgesehene empfänger|\
     ausschließlich für den adressaten|nur für den adressaten|denken sie an die umwelt|virenfrei|\
     auf viren geprüft|auf viren überprüft|sitz der gesellschaft|registergericht|handelsregister|amtsgericht",
    // Others
    "este mensaje y sus archivos|este mensaje es confidencial|este correo electrónico y|si ha recibido este|\
     libre de virus|questo messaggio e|le informazioni contenute in questo|se avete ricevuto questo|\
     privo di virus|esta mensagem e|esta mensagem é confidencial|livre de vírus|wiadomość ta jest poufna|\
     niniejsza wiadomość|wolny od wirusów|tato zpráva je důvěrná|detta meddelande är konfidentiellt|\
     denne e-mail er fortrolig|это сообщение является конфиденциальным",
]);

/// Whole answers of one or two words, which are no names.
pub(in crate::intake) static ANSWERS: Phrases = Phrases::new(&[
    "ok|okay|yes|no|perfect|great|fine|agreed|approved|confirmed|noted|super|top|excellent|deal|done",
    "oui|non|parfait|d'accord|entendu|accord|bien reçu|reçu|noté|confirmé|génial|impeccable|volontiers",
    "ja|nee|prima|akkoord|goed|perfekt|perfect|mooi|uitstekend|zeker|genoteerd|geweldig|in orde",
    "nein|gut|einverstanden|klar|genau|wunderbar|alles klar|passt|gerne|geht klar|sehr gut",
    "sí|si|vale|perfecto|perfetto|va bene|perfeito|sim|d'acord",
]);

/// Words behind which people say their name.
pub(in crate::intake) static INTRODUCTIONS: Phrases = Phrases::new(&[
    "je m'appelle |je m’appelle |mon nom est |mijn naam is |ik heet |mein name ist |ich heiße |ich heisse |\
     my name is |me llamo |mi nombre es |mi chiamo |o meu nome é |nazywam się ",
]);

/// Words behind which two capitalised words are a name, and one may be anything.
pub(in crate::intake) static INTRODUCTIONS_OF_TWO: Phrases =
    Phrases::new(&["je suis |ik ben |ich bin |i am |i'm |i’m |this is "]);
