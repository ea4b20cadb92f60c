//! Labels of contact forms: French, Dutch, German, English, and the commonest of neighbours.

use super::phrases::Phrases;

/// Which fact a label of a form asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::intake) enum FormLabel {
    FirstName,
    LastName,
    Name,
    Email,
    Phone,
    Company,
    Vat,
    Street,
    Number,
    PostalCode,
    City,
    Address,
    Country,
    Subject,
    Message,
    Date,
    Budget,
    Other,
    /// What the site adds about the sending: the time, the page, the program.
    Technical,
}

/// The labels of each fact, separated by `|`.
pub(in crate::intake) const FORM_LABELS: [(FormLabel, &str); 19] = [
    (
        FormLabel::FirstName,
        "prénom|prenom|votre prénom|voornaam|uw voornaam|vorname|ihr vorname|first name|firstname|given name|your first name|nome|nombre de pila|imię",
    ),
    (
        FormLabel::LastName,
        "nom de famille|votre nom de famille|achternaam|familienaam|uw achternaam|nachname|familienname|ihr nachname|last name|lastname|surname|family name|your last name|cognome|apellido|apellidos|nazwisko",
    ),
    (
        FormLabel::Name,
        "nom|votre nom|nom complet|nom et prénom|nom & prénom|nom, prénom|nom du contact|nom du client|nom du demandeur|nom prénom|nom / prénom|prénom et nom|naam|uw naam|je naam|volledige naam|naam en voornaam|voor- en achternaam|voornaam en achternaam|voornaam en naam|naam contactpersoon|naam klant|name|ihr name|vollständiger name|vor- und nachname|\
         vorname und nachname|your name|full name|contact name|contact|contactpersoon|personne de contact|ansprechpartner|contact person|nombre|nombre completo|nome e cognome|nome completo|imię i nazwisko|comment vous appelez-vous|comment t'appelles-tu|qui êtes-vous|hoe heet u|hoe heet je|wie bent u|wie ben je|wie heißen sie|wie heißt du|who are you|what should we call you|from|de|van|von|expéditeur|afzender|absender|client|klant|kunde|customer",
    ),
    (
        FormLabel::Email,
        "email|e-mail|mail|adresse email|adresse e-mail|adresse mail|votre email|votre e-mail|votre adresse e-mail|votre adresse email|courriel|adresse de courriel|adresse courriel|e-mailadres|email adres|emailadres|e-mail adres|uw e-mail|uw e-mailadres|\
         uw email|je e-mailadres|mailadres|e-mail-adresse|email-adresse|e-mailadresse|emailadresse|ihre e-mail|ihre e-mail-adresse|mailadresse|your email|your e-mail|email address|e-mail address|your email address|correo|correo electrónico|indirizzo email|adres e-mail|mail adresse|@",
    ),
    (
        FormLabel::Phone,
        "téléphone|telephone|tél|tel|numéro de téléphone|n° de téléphone|votre téléphone|votre numéro de téléphone|gsm|portable|mobile|numéro de gsm|telefoon|telefoonnummer|uw telefoonnummer|uw telefoon|tel.|tél.|gsm-nummer|gsm nummer|gsm / tel|gsm/tel|tel / gsm|mobiel|mobiel nummer|\
         telefon|telefonnummer|ihre telefonnummer|rufnummer|mobilnummer|handy|handynummer|mobiltelefon|phone|phone number|your phone|your phone number|mobile number|mobile phone|cell|cell phone|telephone number|contact number|sur quel numéro pouvons-nous vous joindre|à quel numéro peut-on vous joindre|op welk nummer kunnen we u bereiken|op welk nummer ben je bereikbaar|unter welcher nummer erreichen wir sie|what number can we reach you on|teléfono|telefono|téléphone / gsm|tel/gsm|whatsapp",
    ),
    (
        FormLabel::Company,
        "société|entreprise|nom de la société|nom de l'entreprise|votre société|votre entreprise|organisation|raison sociale|bedrijf|bedrijfsnaam|firma|onderneming|naam bedrijf|organisatie|uw bedrijf|unternehmen|firmenname|ihre firma|ihr unternehmen|company|company name|your company|organization|organisation name|business name|business|empresa|azienda|società",
    ),
    (
        FormLabel::Vat,
        "tva|numéro de tva|n° tva|n° de tva|n° d'entreprise|numéro d'entreprise|btw|btw-nummer|btw nummer|btwnummer|ondernemingsnummer|ust-idnr|ust-id|ust-idnr.|umsatzsteuer-id|mwst-nummer|vat|vat number|vat no|vat-nr",
    ),
    (
        FormLabel::Street,
        "rue|rue et numéro|rue et n°|rue, numéro|straat|straat en nummer|straat en huisnummer|straat + nr|straße|strasse|straße und hausnummer|straße, hausnummer|straße und nr.|straße / nr.|street|street address|address line 1|street and number",
    ),
    (FormLabel::Number, "numéro|n°|no|nr|nummer|huisnummer|hausnummer|house number|number"),
    (
        FormLabel::PostalCode,
        "code postal|cp|postcode|postleitzahl|plz|zip|zip code|zipcode|postal code|post code|código postal|cap",
    ),
    (
        FormLabel::City,
        "ville|localité|commune|stad|gemeente|plaats|woonplaats|ort|stadt|wohnort|city|town|ciudad|città",
    ),
    (
        FormLabel::Address,
        "adresse|votre adresse|adresse complète|adresse du chantier|adresse des travaux|adresse postale|lieu|lieu des travaux|adres|uw adres|adres werf|werfadres|adres van de werken|ihre adresse|anschrift|postanschrift|address|your address|full address|postal address|project address|site address|dirección|indirizzo|adresse de facturation",
    ),
    (FormLabel::Country, "pays|land|country|país|paese"),
    (FormLabel::Subject, "sujet|objet|onderwerp|betreff|thema|subject|topic|asunto|oggetto"),
    (
        FormLabel::Message,
        "message|votre message|commentaire|commentaires|remarque|remarques|description|description du projet|description des travaux|description de votre projet|décrivez votre projet|décrivez votre demande|décrivez vos travaux|décrivez les travaux|décrivez vos besoins|décrivez votre besoin|nature des travaux|détails du projet|détail du projet|détails de la demande|besoin|besoins|projet|travaux|comment pouvons-nous vous aider|en quoi pouvons-nous vous aider|votre projet|votre demande|demande|détails|informations complémentaires|questions|question|bericht|uw bericht|je bericht|\
         boodschap|reactie|aanvraag|omschrijving van de werken|omschrijving werken|omschrijving van uw project|omschrijving project|projectomschrijving|beschrijving van de werken|beschrijving werken|beschrijf uw project|beschrijf je project|waarmee kunnen we u helpen|waarmee kunnen we je helpen|wat kunnen we voor u doen|opmerking|opmerkingen|omschrijving|beschrijving|uw vraag|vraag|uw project|toelichting|nachricht|ihre nachricht|mitteilung|bemerkung|bemerkungen|beschreibung|ihr anliegen|anliegen|ihre anfrage|anfrage|kommentar|kommentare|projektbeschreibung|beschreibung des projekts|beschreiben sie ihr projekt|wie können wir ihnen helfen|wie können wir helfen|\
         your message|message body|corps du message|berichttekst|nachrichtentext|comments|comment|enquiry|inquiry|your enquiry|your inquiry|project description|describe your project|tell us about your project|what do you need|details|project details|additional information|how can we help|how can we help you|what can we do for you|what are you looking for|que cherchez-vous|de quoi avez-vous besoin|quel est votre projet|que pouvons-nous faire pour vous|wat zoekt u|wat hebt u nodig|wat heeft u nodig|wat kunnen we doen|was brauchen sie|was suchen sie|was können wir für sie tun|mensaje|messaggio|corpo del messaggio|nachricht / anfrage",
    ),
    (
        FormLabel::Date,
        "date souhaitée|date|délai|délai souhaité|quand|date de début|début des travaux|gewenste datum|datum|wanneer|termijn|startdatum|gewenste uitvoering|wunschtermin|wunschdatum|termin|zeitraum|preferred date|desired date|when|deadline|start date|timing|timeframe",
    ),
    (
        FormLabel::Budget,
        "budget|votre budget|budget estimé|budget prévu|uw budget|geschat budget|ihr budget|your budget|estimated budget|budget range|preisrahmen",
    ),
    (
        FormLabel::Other,
        "civilité|aanspreking|anrede|title|titre|surface|superficie|oppervlakte|fläche|area|type de projet|type de travaux|type de demande|type project|soort project|soort werken|projektart|art der anfrage|project type|service|services|dienst|leistung|produit|product|produkt|\
         quantité|aantal|menge|anzahl|quantity|comment nous avez-vous connus|hoe heeft u ons gevonden|wie sind sie auf uns aufmerksam geworden|how did you hear about us|langue|taal|sprache|language|newsletter|nieuwsbrief|rgpd|gdpr|consentement|format|papier|aantal exemplaren|nombre d'exemplaires|auflage|fichier|bestand|datei|file",
    ),
    (
        FormLabel::Technical,
        "time|heure|heure d'envoi|tijd|tijdstip|uhrzeit|zeit|page url|pagina url|pagina-url|url de la page|seiten-url|seiten url|user agent|gebruikersagent|agent utilisateur|benutzeragent|browser|navigateur|remote ip|extern ip|externe ip|ip distante|ip à distance|entfernte ip|ip|ip address|ip-adres|ip-adresse|adresse ip|powered by|mogelijk gemaakt door|propulsé par|bereitgestellt von|referrer|referer|page|pagina|seite|url|website|site|site name|site web|form|form name|form id|formulaire|formulier|formular|submission id|submission date|submitted at|submitted on|date submitted|submitted|verzonden op|ingediend op|datum van inzending|envoyé le|soumis le|date d'envoi|date de soumission|eingereicht am|gesendet am|eingangsdatum|horodateur|tijdstempel|timestamp|zeitstempel|created at|entry id|response id|id",
    ),
];

/// Words before a label that say whose it is.
pub(in crate::intake) static OWNERS: Phrases = Phrases::new(&[
    "votre|vos|ton|ta|mon|ma",
    "uw|je|jouw|mijn",
    "ihr|ihre|dein|deine|mein|meine",
    "your|my|customer|customer's|client|client's",
    "the|le|la|de|het",
]);

/// Words behind a label that say whose it is.
pub(in crate::intake) static OWNERS_BEHIND: Phrases = Phrases::new(&[
    "du client|de la cliente|du demandeur|de l'expéditeur|du contact|du visiteur|du prospect",
    "van de klant|klant|van de aanvrager|van de afzender|van de bezoeker|aanvrager",
    "des kunden|des absenders|des besuchers|kunde",
    "of the customer|of the sender|customer|of the visitor",
]);

/// What a question that asks for a fact begins with.
pub(in crate::intake) static QUESTIONS: Phrases = Phrases::new(&[
    "quel est|quelle est|quels sont|quelles sont|c'est quoi|indiquez|entrez|saisissez|précisez|à quelle|à quel",
    "wat is|wat zijn|welke|vul|geef|op welk|op welke",
    "wie ist|wie lautet|was ist|wie sind|bitte geben sie|unter welcher",
    "what is|what's|whats|what are|please enter|enter|please provide|please give us|at what|tell us",
]);

/// What a label that counts something begins with.
pub(in crate::intake) static COUNTS: Phrases = Phrases::new(&[
    "nombre de |nombre d'|quantité de |quantité d'",
    "aantal |hoeveel ",
    "anzahl der |anzahl |menge ",
    "number of |quantity of |how many ",
]);

/// What a site says above the fields of a form; letters greet instead.
pub(in crate::intake) static FORM_INTRODUCTIONS: Phrases = Phrases::new(&[
    "formulaire|nouveau message|nouvelle demande|nouvelle réponse|nouvelle soumission|nouvelle inscription|a été envoyé|a été soumis|site web|site internet|votre site|soumission|récapitulatif|vous avez reçu",
    "formulier|nieuw bericht|nieuwe aanvraag|nieuwe inzending|nieuwe reactie|werd verstuurd|is verzonden|website|webshop|inzending|je hebt een|u hebt een|u heeft een|offerteaanvraag via",
    "formular|neue nachricht|neue anfrage|neue einsendung|neue antwort|wurde gesendet|wurde abgeschickt|webseite|einsendung|sie haben eine",
    "form|new message|new submission|new response|new entry|new enquiry|other information|new inquiry|new lead|submission|submitted|has been sent|your website|your site|you have received|you've received|you received|you got|you've got|someone",
    "formulario|nuevo mensaje|nuovo messaggio|modulo|formularz|nowa wiadomość|nova mensagem",
]);

/// Beginnings of lines that a form adds below its fields.
pub(in crate::intake) static FORM_FOOTERS: Phrases = Phrases::new(&[
    "cet e-mail a été envoyé|cet email a été envoyé|ce message a été envoyé|envoyé depuis le formulaire|envoyé via le formulaire|cet e-mail est envoyé|vous recevez|voir dans|voir la demande|voir l'entrée|si vous pensez que|cette soumission|ce formulaire a été|propulsé par|créé avec|répondez directement|envoyé depuis|envoyé via|créer votre propre|se désabonner|gérer vos|ce mail a été envoyé",
    "deze e-mail is verzonden|dit bericht is verzonden|deze mail werd verstuurd|verzonden via het formulier|dit bericht werd verstuurd|deze e-mail werd verzonden|u ontvangt|je ontvangt|bekijk in|bekijk de|maak je eigen|maak uw eigen|uitschrijven|dit is een melding dat|deze inzending|dit formulier werd|mogelijk gemaakt door|gemaakt met|beantwoord deze|verzonden vanaf|verzonden via",
    "diese e-mail wurde|diese nachricht wurde|gesendet über das formular|sie erhalten|ansehen in|eigenes formular erstellen|eigenes google-formular|abmelden|diese mail wurde|diese einsendung|dieses formular wurde|bereitgestellt von|erstellt mit|gesendet von",
    "this e-mail was sent|this email was sent|this message was sent|this mail is sent|sent from form|this is a notification that|powered by|view in|view this|view response|view submission|you are receiving|you're receiving|create your own|manage notifications|manage your|unsubscribe|view entry|sent via form|this submission|submitted on|reply directly to this email|sent from |manage submissions|does this submission|to manage your|view contact in|open tally|submitted |the message has been sent|this form was submitted|the results of this|report it here|you can reply|reply to this|built with|made with|hubspot, inc|the typeform team|team typeform|you can edit this submission|ip address:|user agent:|page url:|remote ip:|date:|time:",
]);

/// Local parts of addresses from which sites send, not people.
pub(in crate::intake) static MACHINE_SENDERS: Phrases = Phrases::new(&[
    "noreply|no-reply|no_reply|noreplay|donotreply|do-not-reply|ne-pas-repondre|nepasrepondre|pasdereponse|nicht-antworten|geenantwoord|niet-beantwoorden|wordpress|webmaster|website|site|web|www|www-data|webform|webforms|form|forms|\
     formulaire|formulier|formular|formmail|mailer|mailform|notification|notifications|notify|postmaster|server|apache|nobody|root|admin|system|robot|bot|submissions|form-submission|formsubmit|jotform|typeform|elementor|wpforms|wix|squarespace|shopify|service|leads|lead|contactform|contact-form",
]);
