//! The commonest words of mails, by language.

use super::phrases::Phrases;

/// French, Dutch, German and English, in the order of the product.
pub(in crate::intake) const WORDS: [&str; 4] = [
    "le|la|les|des|du|de|un|une|et|est|en|que|qui|dans|pour|par|pas|sur|avec|ce|cette|ces|il|elle|nous|vous|je|ne|se|son|sa|ses|au|aux|\
     mais|ou|où|plus|votre|vos|notre|nos|mon|ma|mes|être|avoir|suis|avons|avez|serait|serais|voudrais|souhaite|souhaiterais|souhaitons|\
     aimerais|pourriez|pouvez|faire|bonjour|bonsoir|merci|cordialement|devis|offre|prix|demande|besoin|madame|monsieur|svp|chez|ainsi|\
     très|bien|comme|tout|tous|si|afin|concernant|recevoir|maison|toiture|fenêtres|travaux|combien|quel|quelle|quels|délai|disponible|\
     bonne|journée|peut|sont|était|déjà|aussi|alors|leur|ici|rien|entre|sans|sous|après|avant|prochain|prochaine|possible|salutations|oui|non|\
     fuite|panne|bouché|bouchée|bouche|chaudière|chauffe-eau|lavabo|rappeler|rappelez|parfait|rénovation|façade|plombier|électricien|couvreur|salle|bain|porte|portes|volets|mètres|d'accord|urgente|chantier",
    "de|het|een|en|van|ik|te|dat|die|in|is|niet|zijn|op|aan|met|voor|als|maar|om|hem|dan|zou|of|wat|mijn|men|dit|zo|door|over|ze|zich|bij|ook|tot|je|\
     mij|uit|der|daar|haar|naar|heb|hoe|heeft|hebben|deze|u|want|nog|zal|me|zij|nu|geen|omdat|iets|worden|toch|al|waren|veel|meer|doen|toen|moet|\
     ben|zonder|kan|hun|dus|alles|onder|ja|eens|hier|wie|werd|altijd|wordt|wezen|kunnen|ons|onze|uw|jullie|graag|had|offerte|prijs|prijsofferte|\
     aanvraag|bedankt|groet|groeten|vriendelijke|beste|geachte|goedemiddag|goedendag|goeiemorgen|goedemorgen|dag|mevrouw|meneer|heer|huis|dak|ramen|\
     deuren|werken|plaatsen|ontvangen|alvast|hoeveel|kunt|kan|zouden|willen|wil|gaat|via|volgende|mogelijk|wij|we|er|bij|nieuwe|badkamer|keuken|hallo|\
     akkoord|goeiedag|dringend|verstopt|kapot|kapotte|ketel|lek|lekt|dakgoot|gevel|afspraak|verwarming|schilder|loodgieter|dakwerker|stuks|dank|werf|btw",
    "der|die|das|und|in|den|von|zu|mit|sich|des|auf|für|ist|im|dem|nicht|ein|eine|als|auch|es|an|werden|aus|er|hat|dass|sie|nach|wird|bei|einer|um|\
     am|sind|noch|wie|einem|über|einen|so|zum|war|haben|nur|oder|aber|vor|zur|bis|mehr|durch|man|sein|wurde|sei|ich|wir|ihr|ihre|ihnen|ihren|mein|\
     meine|meinen|unser|unsere|hätte|hätten|möchte|möchten|gerne|gern|bitte|danke|vielen|dank|angebot|anfrage|preis|guten|tag|hallo|sehr|geehrte|\
     geehrter|damen|herren|freundlichen|grüßen|grüße|freundliche|haus|dach|fenster|heizung|benötige|benötigen|brauche|brauchen|können|könnten|würde|\
     würden|kann|wäre|neue|neuen|kosten|termin|liebe|morgen|abend|mfg|kein|keine|uns|mir|mich|euch|dieser|diese|dieses|wenn|dann|schon|ja|nein|beste|\
     einverstanden|kostet|verstopft|kaputt|undicht|rohr|dringend|dachrinne|badezimmer|küche|wohnung|rückruf|handwerker|baustelle|stück",
    "the|be|to|of|and|a|in|that|have|i|it|for|not|on|with|he|as|you|do|at|this|but|his|by|from|they|we|say|her|she|or|an|will|my|one|all|would|\
     there|their|what|so|up|out|if|about|who|get|which|go|me|when|make|can|like|time|no|just|him|know|take|into|your|some|could|them|see|other|\
     than|then|now|look|only|its|over|also|our|us|are|is|was|were|has|had|been|am|i'm|i'd|please|thanks|thank|hello|hi|dear|regards|quote|quotation|\
     price|request|need|looking|house|roof|windows|doors|work|kind|best|how|much|many|any|would|should|may|want|know|send|new|these|those|here|more",
];

/// Words of neighbouring languages that share some with the four: Spanish, Italian, Portuguese, Polish,
/// Swedish, Danish, Norwegian, Romanian, Luxembourgish.
pub(in crate::intake) static NEIGHBOURS: Phrases = Phrases::new(&[
    "el|la|los|las|de|y|que|en|un|una|por|con|para|del|se|lo|como|más|pero|su|sus|mi|me|le|es|muy|sobre|también|hasta|hay|donde|quien|desde|todo|\
     nos|presupuesto|gracias|hola|buenos|días|saludos|quisiera|necesito|estimado|precio",
    "il|di|che|e|la|per|un|una|in|non|mi|ma|ho|lo|ha|le|si|con|del|della|dei|delle|al|alla|da|dal|nel|nella|sono|come|più|anche|io|questo|mia|mio|\
     vorrei|preventivo|grazie|buongiorno|salve|saluti|cordiali|prezzo|casa|bagno|gentile|rifacimento",
    "o|a|os|as|de|que|e|do|da|em|um|uma|para|com|não|por|mais|dos|das|como|mas|foi|ao|ele|seu|sua|ou|quando|muito|nos|já|eu|também|minha|meu|\
     gostaria|orçamento|obrigado|obrigada|bom|dia|olá|cumprimentos|preço",
    "i|w|na|z|do|nie|się|jest|to|że|o|jak|po|za|od|dla|czy|proszę|dzień|dobry|dziękuję|wycenę|ofertę|moje|mojego|pozdrawiam|a|s|v|je|se|prosím|dobrý|den|děkuji|nabídku",
    "och|att|det|som|en|på|är|av|för|med|den|till|jag|inte|om|ett|har|vi|hej|tack|offert|skulle|vill|og|at|er|jeg|ikke|til|af|et|kan|hilsen|tilbud|gerne|vil|takk|hei|ønsker",
    "și|să|de|la|un|o|pe|cu|nu|este|din|care|pentru|mulțumesc|bună|ziua|ofertă|aș|dori|et|ass|ech|fir|mat|vun|ze|eng|moien|merci",
]);

/// Letters that, of the four languages, only one uses.
pub(in crate::intake) const LETTERS: [&str; 4] = ["éèêàùçœîôû", "", "äöüß", ""];
