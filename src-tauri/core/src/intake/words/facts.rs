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
     d'entreprise|bedrijfsnummer|ondernemingsnr|ondernemingsnr.|ondernemingsn°|ond.nr|ondernr|onderneming|btwnr|btwnummer|btw-nr|btwn°|kbonr|kbonummer|n°tva|tvan°|vatno|vatnumber|ustidnr|uid|uidnr|mwstnr|partita|iva|nif|cif|nip|enterprise|unternehmensnummer|intracommunautaire",
]);

/// Legal forms behind (or before) the name of a company. Written as they are, in any case.
pub(in crate::intake) static LEGAL_FORMS: Phrases = Phrases::new(&[
    "sa|srl|sprl|sprlu|asbl|scrl|sc|snc|scs|sarl|sas|sasu|eurl|sci|selarl|scop",
    "nv|bv|bvba|vzw|cvba|cv|vof|commv|comm.v|comm.v.|b.v.|n.v.|ebvba|gcv",
    "b.v|n.v|s.a|s.r.l|s.p.r.l|a.s.b.l|s.a.r.l|v.o.f|g.m.b.h|e.k|e.v|e.kfm|e.u|gesmbh|ges.m.b.h",
    "gmbh|ag|ug|kg|ohg|gbr|e.k.|ek|e.v.|mbh|kgaa|se",
    "ltd|ltd.|limited|llc|llp|plc|inc|inc.|corp|corp.",
]);

/// Words of streets, alone.
pub(in crate::intake) static STREETS: Phrases = Phrases::new(&[
    "rue|avenue|av|av.|chaussée|ch.|chée|boulevard|bd|bld|bvd|place|pl.|route|rte|chemin|allée|impasse|quai|square|clos|sentier|\
     z.i|zi|zac|z.a|z.a.e|drève|voie|faubourg|cours|passage|ruelle|venelle|résidence|zoning|hameau|r.",
    DUTCH_STREETS,
    GERMAN_STREETS,
    "street|st.|road|rd|lane|drive|close|way|court|crescent|terrace|gardens|square|row|hill|grove|mews|avenue|place",
]);

/// Words of streets that stand at the end of a longer word as well (Dutch and German).
pub(in crate::intake) static STREET_ENDINGS: Phrases = Phrases::new(&[DUTCH_STREETS, GERMAN_STREETS]);

const DUTCH_STREETS: &str = "straat|str|str.|laan|steenweg|stwg|weg|plein|dreef|lei|kaai|baan|markt|dijk|gracht|singel|kade|hof|pad|park|wijk|berg|veld|wegel|vest|ring|brug|dorp|heide|bosch|bos";
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
    "pièces|pièce|paires|paire|fenêtres|fenêtre|châssis|portes|porte|portes-fenêtres|radiateurs|radiateur|panneaux|panneau|velux|volets|volet|chambres|\
     chambre|chaises|chaise|tables|table|marches|marche|prises|prise|points lumineux|arbres|arbre|exemplaires|exemplaire|ex|cartes|flyers|dépliants|\
     affiches|brochures|enveloppes|personnes|personne|heures|jours|lots|unités|licences|postes|appartements|appartement|étages|étage|carports|stores|store|\
     garde-corps|lavabos|douches|tuiles|palettes|armoires|armoire|bannières|autocollants|étiquettes|t-shirts|livres|meubles|bornes|caméras|logements|\
     utilisateurs|employés|pages|spots|luminaires|robinets|placards|portails|poteaux|bâches|bâche|sacs|sac|couverts|couvert|menus|menu|polos|polo|\
     invitations|invitation|faire-part|invités|invité|convives|convive|adultes|adulte|enfants|enfant|élèves|participants|participant|visiteurs|clients|\
     salariés|collaborateurs|chambre d'hôtes|roll-ups|roll-up|rollups|kakémonos|kakémono|panneau publicitaire|enseignes|enseigne|plaques|plaque|badges|\
     badge|tasses|mugs|gobelets|verres|verre|assiettes|bouteilles|boîtes|boîte|cartons|caisses|bacs|pots|pot|coffrets|coffret|paniers|bougies|bouquets|\
     fleurs|plantes|haies|arbustes|clôtures|poutres|planches|lames|lattes|dalles|pavés|carreaux|briques|blocs|parpaings|colonnes|escaliers|escalier|rampes|\
     balustrades|grilles|barrières|portillons|serrures|serrure|clés|clefs|poignées|charnières|vitres|vitrages|miroirs|miroir|rideaux|rideau|tentures|\
     coussins|coussin|matelas|lits|lit|canapés|canapé|fauteuils|fauteuil|bancs|banc|tabourets|bureaux|bureau|étagères|étagère|bibliothèques|tiroirs|\
     dressings|dressing|éviers|toilettes|wc|baignoires|chaudières|chaudière|climatiseurs|climatisations|unités intérieures|pompes|ventilateurs|extracteurs|\
     interrupteurs|lampes|lampe|ampoules|projecteurs|détecteurs|écrans|écran|ordinateurs|ordinateur|imprimantes|téléphones|tablettes|serveurs|boîtiers|\
     câbles|véhicules|véhicule|voitures|voiture|camionnettes|camions|vélos|vélo|pneus|places|emplacements|garages|lucarnes|lucarne|coupoles|gouttières|\
     corniches|cheminées|cheminée|poêles|poêle|terrasses|balcons|vérandas|pergolas|murs|façades|pièces d'eau|salles|salle de bain|salles de bain|bulletins|\
     catalogues|calendriers|agendas|carnets|blocs-notes|livrets|magazines|programmes|tracts|marque-pages|sous-bocks|sets de table|nappes|serviettes|\
     tabliers|chemises|chemise|vestes|veste|pulls|sweats|casquettes|bonnets|gilets|pantalons|maillots|uniformes|drapeaux|drapeau|fanions|banderoles|\
     banderole|ballons|stylos|stylo|clés usb|porte-clés|chapiteaux|chapiteau|tonnelles|stands|barnums|repas|plateaux|sandwichs|sandwiches|tartes|gâteaux|\
     desserts|entrées|plats|buffets|zakouskis|toasts|mignardises|verrines|mises en bouche|timbres|tampons|pochettes|classeurs|fardes|dossiers imprimés|\
     modules|onduleurs|batteries|mètres de haie|colis|paquets|rouleaux|rouleau|feuilles|plaques de plâtre|copies|jeux",
    "stuks|stuk|paar|ramen|raam|deuren|deur|radiatoren|radiator|panelen|zonnepanelen|rolluiken|rolluik|kamers|kamer|slaapkamers|stoelen|stoel|tafels|tafel|\
     treden|stopcontacten|lichtpunten|bomen|boom|exemplaren|kaarten|visitekaartjes|folders|enveloppen|personen|uren|dagen|woningen|appartementen|\
     verdiepingen|dakramen|zonneweringen|kasten|kast|stickers|boeken|laadpalen|camera's|gebruikers|werknemers|pagina's|dakpannen|pallets|lampen|wastafels|\
     poorten|palen|planken|trappen|bordjes|bordje|borden|bord|kozijnen|kozijn|menu's|menukaarten|polo's|uitnodigingen|uitnodiging|gasten|gast|volwassenen|\
     volwassene|kinderen|kind|leerlingen|deelnemers|bezoekers|klanten|medewerkers|leden|collega's|dekzeilen|zeilen|spandoeken|spandoek|roll-up banners|\
     vlaggen|vlag|banners|zakken|zak|tassen|tas|dozen|doos|kisten|flessen|glazen|mokken|bekers|potten|manden|kaarsen|boeketten|bloemen|planten|struiken|\
     hagen|hekken|hek|balken|latten|tegels|klinkers|stenen|blokken|platen|plaat|kolommen|trap|leuningen|sloten|slot|sleutels|klinken|scharnieren|ruiten|\
     ruit|spiegels|spiegel|gordijnen|gordijn|kussens|matrassen|matras|bedden|bed|zetels|zetel|banken|bank|krukken|bureaus|bureau's|rekken|schappen|laden|\
     spoelbakken|toiletten|wc's|baden|ketels|ketel|airco's|airco|warmtepompen|ventilatoren|schakelaars|armaturen|melders|schermen|scherm|computers|laptops|\
     printers|telefoons|tablets|servers|kabels|voertuigen|wagens|wagen|auto's|bestelwagens|vrachtwagens|fietsen|banden|plaatsen|garagepoorten|koepels|\
     dakgoten|goten|schouwen|kachels|kachel|terrassen|balkons|veranda's|muren|gevels|badkamers|catalogi|kalenders|agenda's|notitieboekjes|boekjes|posters|\
     bierviltjes|placemats|tafelkleden|servetten|schorten|hemden|jassen|truien|sweaters|petten|mutsen|broeken|uniformen|pennen|balpennen|sleutelhangers|\
     tenten|tent|maaltijden|schotels|broodjes|taarten|hapjes|buffetten|stempels|mappen|omvormers|batterijen|pakketten|rollen|rol|vellen|kopieën|etiketten|\
     labels|gevelpanelen|lichten|toestellen|machines|sets|binnendeuren|buitendeuren",
    "stück|stk|fenster|türen|tür|heizkörper|module|solarmodule|paneele|rollläden|rolladen|zimmer|stühle|stuhl|tische|tisch|stufen|steckdosen|lichtpunkte|\
     bäume|baum|exemplare|karten|visitenkarten|flyer|plakate|broschüren|umschläge|stunden|tage|wohnungen|etagen|stockwerke|dachfenster|markisen|schränke|\
     schrank|aufkleber|bücher|ladestationen|wallboxen|kameras|benutzer|mitarbeiter|seiten|dachziegel|paletten|leuchten|waschbecken|duschen|tore|pfosten|\
     bretter|treppen|innentüren|haustüren|gäste|erwachsene|erwachsenen|kinder|schüler|teilnehmer|besucher|kunden|kollegen|mitglieder|einladungen|einladung|\
     einladungskarten|menüs|speisekarten|poloshirts|banner|fahnen|fahne|flaggen|bauplanen|lkw-planen|tüten|taschen|tasche|kartons|schachteln|flaschen|\
     gläser|becher|teller|körbe|kerzen|sträuße|blumen|pflanzen|sträucher|hecken|zäune|zaun|dielen|fliesen|steine|platten|platte|säulen|treppe|geländer|\
     schlösser|schlüssel|griffe|scharniere|scheiben|scheibe|vorhänge|kissen|matratzen|betten|bett|sofas|sessel|bänke|hocker|schreibtische|regale|regal|\
     schubladen|spülen|wcs|badewannen|kessel|klimaanlagen|klimageräte|wärmepumpen|lüfter|schalter|strahler|melder|bildschirme|monitore|rechner|computer|\
     drucker|telefone|server|kabel|fahrzeuge|fahrzeug|autos|lieferwagen|lkw|fahrräder|reifen|plätze|stellplätze|garagen|garagentore|dachrinnen|kamine|öfen|\
     balkone|wände|fassaden|bäder|kataloge|kalender|notizbücher|hefte|magazine|poster|prospekte|bierdeckel|tischdecken|servietten|schürzen|jacken|pullover|\
     kappen|mützen|hosen|kugelschreiber|stifte|schlüsselanhänger|zelte|zelt|mahlzeiten|brötchen|torten|kuchen|häppchen|stempel|wechselrichter|batterien|\
     pakete|bögen|kopien|schilder|schild|geräte|maschinen|arbeitsplätze|rollos|jalousien|raffstores",
    "pieces|piece|pcs|windows|window|doors|door|radiators|panels|panel|shutters|shutter|rooms|room|bedrooms|bathrooms|chairs|chair|steps|sockets|lights|\
     trees|tree|cards|business cards|leaflets|envelopes|people|persons|hours|days|units|licenses|seats|apartments|flats|floors|skylights|awnings|wardrobes|\
     cupboards|books|chargers|cameras|users|employees|tiles|lamps|sinks|showers|gates|posts|shelves|stairs|solar panels|guests|guest|adults|adult|children|\
     child|kids|pupils|students|attendees|visitors|staff|colleagues|invites|polo shirts|tshirts|shirts|pull-up banners|flags|flag|signs|sign|tarpaulins|\
     tarps|bags|bag|tote bags|boxes|box|crates|bottles|glasses|cups|plates|beer mats|coasters|mats|baskets|candles|flowers|plants|shrubs|hedges|fences|\
     fence panels|beams|boards|planks|slabs|bricks|blocks|sheets|columns|staircase|railings|locks|keys|handles|hinges|panes|mirrors|mirror|curtains|blinds|\
     blind|cushions|mattresses|beds|armchairs|benches|bench|stools|desks|desk|bookcases|drawers|toilets|baths|boilers|boiler|air conditioners|heat pumps|\
     fans|switches|bulbs|spotlights|downlights|detectors|screens|monitors|phones|cables|vehicles|cars|car|vans|van|trucks|lorries|bikes|tyres|tires|spaces|\
     parking spaces|garage doors|gutters|fireplaces|stoves|decks|balconies|walls|ceilings|calendars|notebooks|booklets|bookmarks|tablecloths|napkins|\
     aprons|jackets|hoodies|caps|hats|trousers|uniforms|pens|keyrings|lanyards|tents|marquees|meals|platters|cakes|covers|stamps|inverters|parcels|rolls|\
     devices|workstations|offices|items",
    "ventanas|puertas|personas|ejemplares|sillas|mesas|tarjetas|folletos|finestre|persone|copie|sedie|tavoli|janelas|portas|pessoas|cadeiras|okien|drzwi|\
     sztuk|osób|krzeseł",
]);

/// Plurals with which compounds end, and those of small things: `binnendeuren`, `Einladungskarten`, `bordjes`.
pub(in crate::intake) static COUNTED_ENDINGS: Phrases = Phrases::new(&[
    "deuren|ramen|kaarten|platen|planken|stoelen|tafels|kasten|panelen|borden|dozen|boxen|mappen|tegels|lampen|trappen|poorten|hekken|rolluiken|gordijnen|\
     kussens|matrassen|bedden|stickers|folders|boekjes|boeken|brochures|posters|affiches|flyers|doeken|vlaggen|banners|tassen|shirts|truien|petten|mokken|\
     flessen|gasten|personen|kamers|uitnodigingen|etiketten|enveloppen|kalenders|kozijnen|radiatoren|toestellen|camera's|bomen|struiken|wagens|fietsen|\
     plaatsen|stenen|latten|balken|buizen|profielen|spiegels|zetels|banken|bakken|potten|houders|woningen|appartementen|verdiepingen|zonweringen|\
     schilderijen|ketels|pompen|contacten|jes",
    "türen|fenster|pfähle|gartentore|karten|platten|tische|stühle|schränke|regale|bücher|tafeln|schilder|taschen|tüten|beutel|kartons|schachteln|flaschen|gläser|becher|\
     teller|hefte|blöcke|aufkleber|plakate|poster|fahnen|zäune|rollläden|jalousien|markisen|vorhänge|matratzen|betten|leuchten|steine|fliesen|ziegel|\
     bretter|dielen|rohre|heizkörper|module|kameras|geräte|gäste|zimmer|plätze|räder|hemden|hosen|jacken|mützen|stifte|broschüren|mitarbeiter|wohnungen|\
     treppen|dosen|pfosten|säulen|einladungen",
]);

/// Words that are counted but are nothing that is ordered: time, distance, ages, offers; and small words.
pub(in crate::intake) static NOT_GOODS: Phrases = Phrases::new(&[
    "renseignements|informations|infos|réponses|ouvriers|choses|erreurs|problèmes|avis|conseils|visites|contacts|étapes|phases|mails|messages|photos|an|ans|année|années|mois|semaines|semaine|minutes|minute|secondes|nuits|fois|kilomètres|kilomètre|degrés|pourcents|pourcent|pour cent|cents|centimes|\
     devis|offres|offre|propositions|proposition|options|variantes|rendez-vous|questions|question|raisons|points|dernières|derniers|prochaines|prochains|\
     premières|premiers|autres|dans|sans|plus|mais|vers|sous|chez|nos|vos|ses|mes|les|des|très|alors|depuis|moins|après|près|tous|toutes|jours ouvrables|\
     jours-ci|pas|puis|dont|avec|pour|est|sont|rue|avenue",
    "mensen|inlichtingen|antwoorden|dingen|fouten|problemen|adviezen|bezoeken|stappen|fases|foto's|mails|berichten|weken|week|maanden|maand|jaren|jaar|minuten|minuut|minuutjes|uurtjes|dagjes|weekjes|maandjes|jaartjes|nachten|keren|keer|maal|kilometers|graden|\
     procenten|procent|offertes|offerte|voorstellen|opties|varianten|afspraken|vragen|redenen|laatste|volgende|eerste|andere|tegen|tussen|binnen|buiten|\
     samen|boven|beneden|geen|een|eigen|open|zijn|worden|hebben|moeten|kunnen|willen|zullen|komen|doen|zien|netjes|eventjes|stilletjes|werkdagen|voor|van|\
     naar|met|aan|examens|behangen|onze|jullie|deze",
    "auskünfte|antworten|sachen|dinge|fehler|probleme|besuche|schritte|phasen|fotos|bilder|nachrichten|wochen|woche|monate|monaten|monat|jahre|jahren|jahr|minuten|minute|nächte|nächten|mal|male|kilometer|kilometern|grad|prozent|prozente|angebote|\
     angebot|angeboten|vorschläge|optionen|varianten|termine|terminen|fragen|gründe|letzten|nächsten|ersten|anderen|weiteren|verschiedenen|außen|oder|über|\
     unter|aber|sowie|werktage|werktagen|tagen|für|von|mit|zwischen|innen|unsere|unserer|haben|sein|werden|können",
    "things|answers|replies|mistakes|errors|problems|issues|visits|steps|phases|photos|pictures|emails|messages|weeks|week|months|month|years|year|minutes|minute|seconds|nights|times|miles|mile|kilometres|kilometers|degrees|percent|quotes|quote|estimates|offers|\
     options|variants|appointments|questions|reasons|is|was|as|has|this|plus|less|across|various|others|ours|yours|always|towards|besides|working days|\
     from|with|for|our|your|the|and",
]);

/// Words that describe things and stand before their name.
pub(in crate::intake) static ADJECTIVES: Phrases = Phrases::new(&[
    "petits|petites|grands|grandes|nouveaux|nouvelles|beaux|belles|vieux|vieilles|anciens|anciennes|bons|bonnes|mêmes|jolis|jolies|gros|grosses",
    "nieuwe|grote|kleine|witte|zwarte|oude|houten|dubbele|enkele|gewone|mooie|stalen|glazen|lederen|gouden|kartonnen|katoenen|plastieken|metalen|eiken|ronde|vierkante|bedrukte",
    "neue|neuen|große|großen|kleine|kleinen|weiße|weißen|schwarze|schwarzen|alte|alten|hölzerne|hölzernen|runde|runden|bedruckte|bedruckten|schöne|schönen|einfache|doppelte",
    "new|large|small|big|old|wooden|double|single|white|black|custom|printed|branded|used|similar|extra",
]);

/// Words before the number of what is wanted.
pub(in crate::intake) static WANTING: Phrases = Phrases::new(&[
    "devis pour|devis de|offre pour|offre de prix pour|prix pour|besoin de|besoin d'|commander|commande de|commande|acheter|voudrais|voudrions|aimerais|aimerions|souhaite|souhaitons|souhaiterais|souhaiterions|\
     cherche|cherchons|recherche|recherchons|achat de|fourniture de|placement de|pose de|remplacement de|installation de|impression de|fabrication de|réalisation de|livraison de|location de|louer|imprimer|remplacer|placer|poser|fabriquer|il me faut|il nous faut|il me faudrait|il nous faudrait",
    "offerte voor|prijs voor|prijsofferte voor|offerte van|willen|wil|willen graag|wil graag|zoek|zoeken|op zoek naar|bestellen|bestelling van|plaatsen van|vervangen van|vervanging van|levering van|plaatsing van|drukken van|huren van|huur van|aankoop van|graag",
    "angebot für|angebot über|preis für|kostenvoranschlag für|brauche|brauchen|benötige|benötigen|suche|suchen|bestellen|bestellung von|möchte|möchten|möchte gern|möchten gerne|lieferung von|einbau von|austausch von|druck von|anmietung von",
    "quote for|quotation for|price for|estimate for|quote on|need|want|order|to order|looking for|would like|like to order|require|supply of|supply|installation of|replacement of|printing of|hire of|hire|buy|print|replace|install",
    "presupuesto para|preventivo per|orçamento para|wycena na|potrzebuję|offert på|tilbud på",
]);

/// Words behind the things that are wanted: `25 dingen nodig`.
pub(in crate::intake) static WANTED_BEHIND: Phrases = Phrases::new(&[
    "nodig|gewenst|gevraagd|gezocht|bestellen|gesucht|gewünscht|benötigt|needed|wanted|required|souhaités|souhaitées|nécessaires",
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
    "garantie|garantit|assurance|amende|payé|payée|payés|payait|coûté|coûtait|facture|factures|facturé|facturés|acompte|prime|primes|subside|subsides|subvention|remise|réduction|rabais|caution|salaire|loyer|revenus|livraison|remboursement|remboursé|concurrent|concurrents|voisin|reçu|vu|crédit|emprunt|dégâts|franchise",
    "garandeert|verzekering|boete|betaald|betaalde|kostte|factuur|facturen|voorschot|premie|premies|subsidie|subsidies|korting|waarborg|loon|huur|levering|terugbetaald|concurrent|buren|gekregen|ontvangen|gezien|krediet|lening|schade|vrijstelling",
    "garantiert|versicherung|bezahlt|bezahlte|gekostet|kostete|rechnung|rechnungen|anzahlung|prämie|zuschuss|zuschüsse|förderung|rabatt|kaution|lohn|miete|lieferung|erstattet|konkurrent|nachbar|bekommen|erhalten|gesehen|kredit|schaden|selbstbeteiligung",
    "guarantee|guaranteed|insurance|paid|invoice|invoiced|deposit|grant|grants|subsidy|discount|rebate|salary|rent|delivery|refund|refunded|competitor|neighbour|received|saw|seen|credit|loan|damage|excess",
]);

/// Words before what is part of a sum: `incl. levering`.
pub(in crate::intake) static INCLUDING: Phrases = Phrases::new(&[
    "compris|incluant|avec|incluse|inclus|incl|inclusief|met|inkl|inklusive|einschließlich|mit|including|includes|with",
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

/// Papers that have a date of their own.
pub(in crate::intake) static PAPERS: Phrases = Phrases::new(&[
    "facture|factures|devis|offre|commande|courrier|courriel|mail|email|e-mail|lettre|contrat|bon|message|rappel|note|ticket|rapport|plan|plans|appel",
    "factuur|facturen|offerte|bestelling|brief|contract|mail|email|e-mail|bericht|herinnering|bon|verslag|bestek|orderbevestiging|kassaticket",
    "rechnung|rechnungen|angebot|bestellung|auftrag|schreiben|brief|vertrag|mail|e-mail|nachricht|mahnung|lieferschein|bericht|kostenvoranschlag|auftragsbestätigung|anruf",
    "invoice|invoices|quote|quotation|order|letter|contract|mail|email|e-mail|message|reminder|receipt|report|estimate|call",
    "factura|presupuesto|fattura|preventivo|faktura|faktury|fatura",
]);

/// Words between a paper and its date.
pub(in crate::intake) static DATED: Phrases =
    Phrases::new(&["du|daté|datée|datant|de|van|dd|d.d|vom|von|of|from|dated|del"]);

/// Words between the two days of a span.
pub(in crate::intake) static UNTIL: Phrases = Phrases::new(&[
    "au|à|et|ou|jusqu'au|tot|t/m|tem|t.e.m|en|of|bis|und|oder|to|until|till|through|and|or|al|y|do|till|til",
]);

/// Words before the number of a week.
pub(in crate::intake) static WEEKS: Phrases = Phrases::new(&["semaine|sem.|week|wk|kw|kalenderwoche|woche"]);

/// Words that no person's name holds: of teams, of services and of links below a mail.
pub(in crate::intake) static NO_NAMES: Phrases = Phrases::new(&[
    "équipe|equipe|équipes|service|services|clientèle|support|secrétariat|comptabilité|administration|direction|désinscription|désabonnement|désabonner|désinscrire|confidentialité|préférences|notifications|newsletter|leads|formulaire|boutique",
    "team|teams|ploeg|klantendienst|klantenservice|dienst|secretariaat|boekhouding|directie|administratie|uitschrijven|afmelden|nieuwsbrief|voorkeuren|privacybeleid|redactie|formulier",
    "kundenservice|kundendienst|abteilung|sekretariat|buchhaltung|verwaltung|geschäftsleitung|abmelden|abbestellen|datenschutz|einstellungen|impressum|vertriebsteam|formular",
    "unsubscribe|department|dept|helpdesk|office|customer|customers|care|desk|staff|crew|noreply|no-reply|preferences|privacy|policy|settings|website|reply|marketing|notification|lead|form|terms|copyright",
    "equipo|darse|squadra|équipa|zespół|teamet|tiimi|csapat",
]);

/// Words with which the text of a link begins: `Open Tally`, `View online`.
pub(in crate::intake) static LINK_VERBS: Phrases = Phrases::new(&[
    "ouvrir|voir|cliquez|cliquer|répondre|gérer|télécharger|consulter|afficher|visitez|découvrir|accéder",
    "openen|bekijk|bekijken|klik|beantwoorden|beheren|downloaden|bezoek|ontdek",
    "öffnen|ansehen|anzeigen|klicken|antworten|verwalten|herunterladen|besuchen|entdecken",
    "open|view|click|reply|manage|download|visit|discover|see|read|sign|log|get|update|powered|sent|learn|contact|about",
]);
