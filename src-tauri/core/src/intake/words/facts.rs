//! Words beside which the facts of a request stand: French, Dutch, German, English.

use super::phrases::Phrases;

/// Words before a telephone number.
pub(in crate::intake) static PHONE: Phrases = Phrases::new(&[
    "tel|tél|téléphone|telephone|gsm|mobile|mob|portable|phone|cell|telefoon|telefon|mobiel|handy|mobil|ruf|call|appeler|bel|bellen|m|t|p|g|numéro|nummer|whatsapp|tlf",
]);

/// Words before numbers that nobody calls: of a customer, an order, a policy, a meter.
pub(in crate::intake) static NOT_PHONE: Phrases = Phrases::new(&[
    "client|clients|commande|police|sinistre|dossier|contrat|compteur|ean|article|facture|compte|réf|ref|référence|série|registre|code|ral|communication",
    "klant|klantnummer|klantnr|clientnummer|bestelnummer|bestelling|bestelnr|polis|polisnummer|polisnr|schadenummer|contract|contractnummer|meternummer|artikel|artikelnummer|artikelnr|factuur|factuurnummer|factuurnr|rekening|rekeningnummer|referentie|referentienummer|dossiernummer|serienummer|rijksregisternummer|mededeling",
    "kundennummer|kunde|bestellung|bestellnummer|auftrag|auftragsnummer|rechnung|rechnungsnummer|referenz|vertrag|vertragsnummer|zähler|zählernummer|artikelnr|kundennr",
    "customer|order|invoice|policy|claim|contract|account|meter|item|reference|serial|iban",
]);

/// Words between what is numbered and its number: `client n° 0475…`.
pub(in crate::intake) static NUMBER_SIGNS: Phrases =
    Phrases::new(&["n°|nº|no|nr|numéro|num|nummer|number|nbr|est|is|ist"]);

/// Names of hours, as things that are counted.
pub(in crate::intake) static HOURS: Phrases =
    Phrases::new(&["heures|heure|uren|uur|stunden|stunde|hours|hour"]);

/// Words before a time of day.
pub(in crate::intake) static BEFORE_TIME: Phrases = Phrases::new(&[
    "à|a|après|avant|vers|dès|jusqu'à|jusque|de|entre|et|om|na|voor|vanaf|tot|tegen|rond|tussen|en|um|nach|vor|ab|bis|gegen|at|after|before|from|until|till|by",
]);

/// Words before the number of a fax machine, which nobody calls.
pub(in crate::intake) static FAX: Phrases = Phrases::new(&["fax|télécopie|telefax|f"]);

/// Words beside a VAT or enterprise number.
pub(in crate::intake) static VAT: Phrases = Phrases::new(&[
    "tva|btw|vat|ust|ust-id|ust-idnr|ust-id-nr|ustid|mwst|umsatzsteuer|bce|kbo|rpm|rpr|entreprise|ondernemingsnummer|\
     d'entreprise|bedrijfsnummer|enterprise|unternehmensnummer|intracommunautaire|onderneming",
]);

/// Legal forms behind (or before) the name of a company. Written as they are, in any case.
pub(in crate::intake) static LEGAL_FORMS: Phrases = Phrases::new(&[
    "sa|srl|sprl|sprlu|asbl|scrl|sc|snc|scs|sarl|sas|sasu|eurl|sci|selarl|scop",
    "nv|bv|bvba|vzw|cvba|cv|vof|commv|comm.v|comm.v.|b.v.|n.v.|ebvba|gcv",
    "gmbh|ag|ug|kg|ohg|gbr|e.k.|ek|e.v.|mbh|kgaa|se",
    "ltd|ltd.|limited|llc|llp|plc|inc|inc.|corp|corp.",
]);

/// Words of streets, alone.
pub(in crate::intake) static STREETS: Phrases = Phrases::new(&[
    "rue|avenue|av|av.|chaussée|ch.|chée|boulevard|bd|bld|bvd|place|pl.|route|rte|chemin|allée|impasse|quai|square|clos|sentier|\
     drève|voie|faubourg|cours|passage|ruelle|venelle|résidence|zoning|hameau|r.",
    DUTCH_STREETS,
    GERMAN_STREETS,
    "street|st.|road|rd|lane|drive|close|way|court|crescent|terrace|gardens|square|row|hill|grove|mews|avenue|place",
]);

/// Words of streets that stand at the end of a longer word as well (Dutch and German).
pub(in crate::intake) static STREET_ENDINGS: Phrases = Phrases::new(&[DUTCH_STREETS, GERMAN_STREETS]);

const DUTCH_STREETS: &str = "straat|str.|laan|steenweg|stwg|weg|plein|dreef|lei|kaai|baan|markt|dijk|gracht|singel|kade|hof|pad|park|wijk|berg|veld|wegel|vest|ring|brug|dorp|heide|bosch|bos";
const GERMAN_STREETS: &str = "straße|strasse|gasse|allee|platz|ufer|damm|stieg|graben|winkel|zeile|chaussee|promenade|anger|steig|markt|tor|siedlung";

/// Units of measure and their usual spelling, `found=shown`.
pub(in crate::intake) static UNITS: Phrases = Phrases::new(&[
    "m²=m²|m2=m²|m^2=m²|mètres carrés=m²|mètre carré=m²|metres carres=m²|vierkante meter=m²|quadratmeter=m²|qm=m²|square metres=m²|square meters=m²|sqm=m²|sq m=m²|vkm=m²",
    "m³=m³|m3=m³|mètres cubes=m³|kubieke meter=m³|kubikmeter=m³|cubic metres=m³|cubic meters=m³|cbm=m³|stère=stère|stères=stère",
    "mètres courants=m|mètres linéaires=m|mètre courant=m|lopende meter=m|laufende meter=m|laufmeter=m|mètres=m|mètre=m|meters=m|metres=m|meter=m|lfm=m|ml=m|lm=m|mct=m|mc=m|m=m",
    "centimètres=cm|centimètre=cm|centimeter=cm|centimeters=cm|cm=cm|millimètres=mm|millimeter=mm|mm=mm|km=km|kilomètres=km|kilometer=km",
    "kwc=kWc|kwp=kWp|kwh=kWh|kw=kW|kva=kVA|watt=W|ampère=A|kg=kg|kilos=kg|kilo=kg|tonnes=t|tonne=t|tonnen=t|ton=t|litres=l|litre=l|liter=l|liters=l",
    "gr=g/m²|g/m²=g/m²|gsm=g/m²",
]);

/// Things that people count in requests, singular and plural.
pub(in crate::intake) static COUNTED: Phrases = Phrases::new(&[
    "pièces|pièce|paires|paire|fenêtres|fenêtre|châssis|portes|porte|portes-fenêtres|radiateurs|radiateur|panneaux|panneau|velux|volets|volet|chambres|chambre|chaises|chaise|tables|table|marches|marche|\
     prises|prise|points lumineux|arbres|arbre|exemplaires|exemplaire|ex|cartes|flyers|dépliants|affiches|brochures|enveloppes|personnes|personne|heures|jours|lots|unités|licences|postes|appartements|\
     appartement|étages|étage|carports|stores|store|garde-corps|lavabos|douches|tuiles|palettes|armoires|armoire|bannières|autocollants|étiquettes|t-shirts|livres|meubles|bornes|caméras|logements|\
     utilisateurs|employés|pages|spots|luminaires|robinets|placards|portails|poteaux",
    "stuks|stuk|paar|ramen|raam|deuren|deur|radiatoren|radiator|panelen|zonnepanelen|rolluiken|rolluik|kamers|kamer|slaapkamers|stoelen|stoel|tafels|tafel|treden|stopcontacten|lichtpunten|bomen|boom|\
     exemplaren|kaarten|visitekaartjes|folders|affiches|brochures|enveloppen|personen|uren|dagen|woningen|appartementen|verdiepingen|dakramen|zonneweringen|kasten|kast|stickers|boeken|laadpalen|camera's|\
     gebruikers|werknemers|pagina's|dakpannen|pallets|lampen|wastafels|douches|poorten|palen|planken|trappen",
    "stück|stk|fenster|türen|tür|heizkörper|module|solarmodule|paneele|rollläden|rolladen|zimmer|stühle|stuhl|tische|tisch|stufen|steckdosen|lichtpunkte|bäume|baum|exemplare|karten|visitenkarten|\
     flyer|plakate|broschüren|umschläge|personen|stunden|tage|wohnungen|etagen|stockwerke|dachfenster|markisen|schränke|schrank|aufkleber|bücher|ladestationen|wallboxen|kameras|benutzer|mitarbeiter|seiten|\
     dachziegel|paletten|leuchten|waschbecken|duschen|tore|pfosten|bretter|treppen|innentüren|haustüren",
    "pieces|piece|pcs|windows|window|doors|door|radiators|radiator|panels|panel|shutters|shutter|rooms|room|bedrooms|bathrooms|chairs|chair|tables|steps|sockets|lights|trees|tree|copies|cards|business cards|\
     leaflets|posters|envelopes|people|persons|hours|days|units|licences|licenses|seats|apartments|flats|floors|skylights|awnings|wardrobes|cupboards|stickers|books|chargers|cameras|users|employees|\
     tiles|pallets|lamps|sinks|showers|gates|posts|shelves|stairs|solar panels",
]);

/// Numbers written as words, `word=number`.
pub(in crate::intake) static NUMBER_WORDS: Phrases = Phrases::new(&[
    "deux=2|trois=3|quatre=4|cinq=5|six=6|sept=7|huit=8|neuf=9|dix=10|douze=12|quinze=15|vingt=20|cent=100",
    "twee=2|drie=3|vier=4|vijf=5|zes=6|zeven=7|acht=8|negen=9|tien=10|twaalf=12|vijftien=15|twintig=20|honderd=100",
    "zwei=2|drei=3|fünf=5|sechs=6|sieben=7|neun=9|zehn=10|zwölf=12|zwanzig=20|hundert=100",
    "two=2|three=3|four=4|five=5|seven=7|eight=8|nine=9|ten=10|twelve=12|fifteen=15|twenty=20|hundred=100",
]);

/// Words beside a budget, whose amount may be a bare number.
pub(in crate::intake) static BUDGET: Phrases = Phrases::new(&[
    "budget|enveloppe|montant maximum|prix maximum|prix max|dépenser|ne pas dépasser|ne dépasse pas",
    "budget|maximumprijs|maximumbudget|maximaal bedrag|maximaal budget|uitgeven|richtprijs",
    "budget|kostenrahmen|preisrahmen|ausgeben|preisvorstellung|höchstpreis",
    "budget|maximum price|spend|price range",
    "presupuesto|presupuesto máximo|budżet|orçamento máximo|budsjett|bütçe",
]);

/// Words before the most that may be spent.
pub(in crate::intake) static LIMITS: Phrases = Phrases::new(&[
    "max|maxi|maximum|plafond|au plus|au maximum|maximum de|plafond de|plafond à|jusqu'à|pas plus de|pas plus que|sans dépasser|limite de|limité à|moins de",
    "max|maximaal|maximum|hooguit|hoogstens|ten hoogste|niet meer dan|mag tot|tot maximaal|tot max|minder dan|plafond van|maximum van|limiet van|niet boven|onder de",
    "max|maximal|maximum|höchstens|nicht mehr als|nicht über|bis zu|bis maximal|bis max|obergrenze|maximum von|limit von|weniger als|unter",
    "max|maximum|up to|no more than|not more than|at most|maximum of|limit of|not exceeding|not exceed|less than|under|below",
    "máximo|como máximo|hasta|massimo|al massimo|fino a|no máximo|até|maksymalnie|do maksymalnie|maksimalt|högst|en fazla",
]);

/// Words behind the most that may be spent: `3500 € max`.
pub(in crate::intake) static LIMITS_BEHIND: Phrases = Phrases::new(&[
    "max|maxi|maximum|au maximum|au plus|grand maximum|maximaal|hooguit|maximal|höchstens|tops|at most|máximo|massimo|maksymalnie",
]);

/// Words between a limit and its amount.
pub(in crate::intake) static ABOUT: Phrases = Phrases::new(&[
    "de|à|environ|est|van|is|ongeveer|circa|ca|de|von|etwa|ist|bei|of|about|around|at|=|€|eur",
]);

/// Words of taxes between an amount and its limit.
pub(in crate::intake) static TAXES: Phrases =
    Phrases::new(&["ttc|ht|htva|tvac|tvacomprise|incl|excl|inkl|exkl|btw|btwi|netto|brutto|net"]);

/// Words that tell of money that is no budget: what was paid, asked, granted.
pub(in crate::intake) static OTHER_MONEY: Phrases = Phrases::new(&[
    "payé|payée|payés|paie|paye|payons|payait|coûté|coûtait|facture|factures|facturé|facturés|acompte|prime|primes|subside|subsides|subvention|remise|réduction|rabais|caution|salaire|loyer|revenus|livraison|remboursement|remboursé|concurrent|concurrents|voisin|reçu|vu|crédit|emprunt|dégâts|franchise",
    "betaald|betaalde|betaal|betalen|kostte|factuur|facturen|voorschot|premie|premies|subsidie|subsidies|korting|waarborg|loon|huur|levering|terugbetaald|concurrent|buren|gekregen|ontvangen|gezien|krediet|lening|schade|vrijstelling",
    "bezahlt|bezahle|bezahlte|bezahlen|gekostet|kostete|rechnung|rechnungen|anzahlung|prämie|zuschuss|zuschüsse|förderung|rabatt|kaution|lohn|miete|lieferung|erstattet|konkurrent|nachbar|bekommen|erhalten|gesehen|kredit|schaden|selbstbeteiligung",
    "paid|pay|paying|invoice|invoiced|deposit|grant|grants|subsidy|discount|rebate|salary|rent|delivery|refund|refunded|competitor|neighbour|received|got|saw|seen|credit|loan|damage|excess",
]);

/// Words and signs behind an amount with what they multiply it by, `word=factor`.
pub(in crate::intake) static MONEY_UNITS: Phrases = Phrases::new(&[
    "€=1|eur=1|euro=1|euros=1|euro's=1|£=1|$=1|chf=1|pounds=1|pound=1|gbp=1|usd=1|dollars=1|franken=1|zł=1",
    "k=1000|k€=1000|€k=1000|keur=1000|keuro=1000|k£=1000|mille=1000|duizend=1000|tausend=1000|thousand=1000|tsd=1000|mil=1000",
]);

/// Words before the two ends of a range that "and" joins, and that "and".
pub(in crate::intake) static BETWEEN: Phrases =
    Phrases::new(&["entre|tussen|zwischen|between|fra|mellan|mellem|tra|między|de entre"]);
pub(in crate::intake) static AND: Phrases = Phrases::new(&["et|en|und|and|y|e|i|och|og|&"]);

/// Words between the ends of a range.
pub(in crate::intake) static TO: Phrases =
    Phrases::new(&["à|a|jusqu'à|tot|à|bis|to|till|until|do|till|til|ate|até|hasta"]);

/// Wishes about time without a date.
pub(in crate::intake) static SOON: Phrases = Phrases::new(&[
    "dès que possible|le plus vite possible|au plus vite|le plus rapidement possible|le plus tôt possible|au plus tôt|asap|en urgence|\
     la semaine prochaine|le mois prochain|l'année prochaine|cet été|cet hiver|cet automne|ce printemps|avant l'été|avant l'hiver|avant les vacances|\
     après les vacances|après les congés|au printemps|à l'automne|à la rentrée|en été|en hiver|avant noël|cette année|avant la fin de l'année|dans les prochaines semaines",
    "zo snel mogelijk|zo spoedig mogelijk|zo vlug mogelijk|zsm|dringend|volgende week|volgende maand|volgend jaar|deze zomer|deze winter|deze herfst|\
     dit najaar|dit voorjaar|dit jaar|voor de zomer|voor de winter|voor kerstmis|voor de kerst|na de vakantie|na het bouwverlof|in het voorjaar|in het najaar|in de lente|in de herfst|binnenkort|voor de bouwvakantie",
    "so bald wie möglich|so schnell wie möglich|so rasch wie möglich|schnellstmöglich|möglichst bald|möglichst schnell|baldmöglichst|dringend|nächste woche|nächsten monat|nächstes jahr|kommende woche|\
     diesen sommer|diesen winter|diesen herbst|im frühjahr|im frühling|im sommer|im herbst|im winter|dieses jahr|vor weihnachten|vor dem winter|vor dem sommer|nach den ferien|noch in diesem jahr",
    "as soon as possible|asap|urgently|next week|next month|next year|this summer|this winter|this autumn|this spring|in the spring|in the autumn|in the summer|before christmas|before winter|before summer|\
     by the end of the year|by the end of the month|later this year",
]);

/// Words before a part of a month: "fin mai", "begin juni", "Anfang Juli", "end of August".
pub(in crate::intake) static PARTS_OF_MONTH: Phrases = Phrases::new(&[
    "début|debut|mi-|mi|fin|courant|au mois de|mois de|pour|en|d'ici|à partir de|dès",
    "begin|half|midden|eind|einde|in|vanaf|tegen|medio|maand",
    "anfang|mitte|ende|im|ab|bis|monat",
    "beginning of|start of|early|mid|mid-|middle of|end of|late|in|from|by|around",
]);

/// Words before the number of a week.
pub(in crate::intake) static WEEKS: Phrases = Phrases::new(&["semaine|sem.|week|wk|kw|kalenderwoche|woche"]);
