//! Names of months, days of the week and halves of the day. Data: lower case, separated by blanks.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// January to December: names and abbreviations in every language of the label tables.
const MONTHS: [&str; 12] = [
    "january jan janvier janv januari januar jänner ene enero gennaio gen janeiro styczeń stycznia sty leden ledna led \
     ian ianuarie ocak oca январь января янв січень січня січ ιανουάριος ιανουαρίου ιαν ינואר يناير tammikuu tammikuuta \
     tammi január jaanuar sausis sausio siječanj siječnja януари \
     tammik sij siječ gener janvāris janvārī janúar urtarrila urtarrilaren xaneiro",
    "february feb févr fév février februari februar feber febrero febbraio fevereiro fev luty lutego lut únor února úno \
     februarie şubat şub февраль февр февраля фев лютий лют лютого лют φεβρουάριος φεβρουαρίου φεβ פברואר فبراير helmikuu \
     helmikuuta helmi február veebruar vasaris vasario veljača veljače февруари febr \
     helmik velj febrer febr februāris februārī febrúar otsaila otsailaren febreiro",
    "march mar mars maart mrt märz mär mrz marzo março marzec marca březen března bře martie mart март марта мар березень \
     березня бер μάρτιος μαρτίου μαρ מרץ مارس maaliskuu maaliskuuta maalis március márc märts kovas kovo ožujak ožujka \
     maalisk ožu març marts martā martxoa martxoaren maret",
    "april apr avril avr abril abr aprile kwiecień kwietnia kwi duben dubna dub aprilie nisan nis апрель апреля апр \
     квітень квіт квітня кві απρίλιος απριλίου απρ אפריל أبريل ابريل huhtikuu huhtikuuta huhti április ápr aprill balandis \
     balandžio travanj travnja април apríl apríla \
     huhtik tra travnj aprīlis aprīlī apirila apirilaren",
    "may mai mei maj mayo maggio mag maio maj maja květen května kvě mayıs май мая травень трав травня тра μάιος μαΐου μαι מאי \
     مايو toukokuu toukokuuta touko május máj svibanj svibnja gegužė gegužės mája \
     toukok svi maig maijs maijā maí maiatza maiatzaren",
    "june jun juin juni junio giugno giu junho czerwiec czerwca cze červen června čvn iunie iun haziran haz июнь июня июн \
     червень черв червня чер ιούνιος ιουνίου ιουν יוני يونيو kesäkuu kesäkuuta kesä június jún juuni birželis birželio lipanj \
     lipnja юни júna \
     kesäk juny jūnijs jūnijā júní ekaina ekainaren xuño",
    "july jul juil juillet juli julio luglio lug julho lipiec lipca lip červenec července čvc iulie iul temmuz tem июль \
     июля июл липень липня лип ιούλιος ιουλίου ιουλ יולי يوليو heinäkuu heinäkuuta heinä július júl juuli liepa liepos \
     srpanj srpnja юли júla \
     heinäk juliol jūlijs jūlijā júlí uztaila uztailaren xullo",
    "august aug août aou augustus augusti agosto ago sierpień sierpnia sie srpen srpna srp ağustos ağu август августа \
     авг серпень серп серпня сер αύγουστος αυγούστου αυγ אוגוסט أغسطس elokuu elokuuta elo augusztus kolovoz kolovoza \
     rugpjūtis rugpjūčio augusta \
     elok kol agost augusts augustā avgust ágúst abuztua abuztuaren agustus",
    "september sep sept septembre septiembre settembre set setembro wrzesień września wrz září zář septembrie eylül eyl \
     сентябрь сентября сен сент вересень вересня вер σεπτέμβριος σεπτεμβρίου σεπ ספטמבר سبتمبر syyskuu syyskuuta syys \
     szeptember szept rujan rujna rugsėjis rugsėjo септември septembra \
     syysk ruj setembre septembris septembrī septembar iraila irailaren",
    "october oct okt octobre oktober okt octubre ottobre ott outubro out październik października paź říjen října říj \
     octombrie ekim eki октябрь октября окт жовтень жовт жовтня жов οκτώβριος οκτωβρίου οκτ אוקטובר أكتوبر lokakuu \
     lokakuuta loka október oktoober listopad spalis spalio октомври októbra \
     lokak oktobris oktobrī oktobar urria urriaren",
    "november nov nóv novembre noviembre novembro listopada lis listopadu noiembrie kasım kas ноябрь нояб ноября ноя листопад лист \
     листопада лис νοέμβριος νοεμβρίου νοε נובמבר نوفمبر marraskuu marraskuuta marras studeni studenoga lapkritis \
     lapkričio ноември novembra \
     marrask stu novembris novembrī novembar nóvember studenog azaroa azaroaren",
    "december dec déc décembre dezember dez diciembre dic dicembre dezembro grudzień grudnia gru prosinec prosince pro \
     decembrie aralık ara декабрь декабря дек грудень груд грудня гру δεκέμβριος δεκεμβρίου δεκ דצמבר ديسمبر joulukuu \
     joulukuuta joulu desember des detsember prosinac prosinca gruodis gruodžio декември decembra \
     jouluk desembre decembris decembrī decembar abendua abenduaren decembro",
];

/// Days of the week, names and usual abbreviations.
const WEEKDAYS: &str = "monday mon tuesday tue tues wednesday wed thursday thu thurs friday fri saturday sat sunday sun \
    lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim \
    maandag ma dinsdag di woensdag wo donderdag do vrijdag vr zaterdag za zondag zo \
    montag mo dienstag mittwoch mi donnerstag freitag fr samstag sonnabend sa sonntag so \
    lunes martes miércoles mié jueves jue viernes vie sábado sáb domingo dom \
    lunedì martedì mercoledì giovedì gio venerdì sabato sab domenica \
    segunda terça ter quarta qua quinta qui sexta sex \
    poniedziałek pon wtorek wt środa śr czwartek czw piątek pt sobota sob niedziela niedz \
    pondělí po úterý út středa st čtvrtek čt pátek pá neděle ne \
    måndag mån tisdag tis onsdag ons torsdag tors fredag lördag lör söndag sön \
    mandag man tirsdag tir tirs onsdag torsdag tor lørdag lør søndag søn \
    maanantai tiistai ti keskiviikko ke torstai to perjantai pe lauantai la sunnuntai su \
    hétfő kedd szerda csütörtök péntek szombat vasárnap luni marți miercuri joi vineri sâmbătă duminică \
    pazartesi salı çarşamba perşembe cuma cumartesi pazar pzt sal çar per cum cmt paz \
    ponedjeljak utorak uto srijeda sri četvrtak čet petak pet subota sub nedjelja ned \
    ponedeljek torek sreda sre petek sob nedelja dilluns dl dimarts dt dimecres dc dijous dj divendres dv dissabte \
    ds diumenge dg понедельник пн вторник вт среда ср четверг чт пятница пт суббота сб воскресенье вс \
    понеділок вівторок середа четвер п’ятниця субота неділя нд δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή \
    δευ τρι τετ πεμ παρ σαβ κυρ ראשון שני שלישי רביעי חמישי שישי שבת الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد";

static WEEKDAY_NAMES: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| WEEKDAYS.split_ascii_whitespace().collect());

static MONTH_NUMBERS: LazyLock<FxHashMap<&str, u32>> = LazyLock::new(|| {
    let mut numbers = FxHashMap::default();
    for (number, names) in (1..).zip(MONTHS) {
        for name in names.split_ascii_whitespace() {
            // A name that two languages give to different months is the earlier one.
            numbers.entry(name).or_insert(number);
        }
    }
    numbers
});

/// True for the name of a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    WEEKDAY_NAMES.contains(word)
        || may_have_capitals(word) && word.len() <= 40 && WEEKDAY_NAMES.contains(word.to_lowercase().as_str())
}

/// The number of a month by its name or abbreviation in any of the languages known.
pub(super) fn month_number(word: &str) -> Option<u32> {
    if word.len() < 3 || word.len() > 40 {
        return None;
    }
    let as_written = MONTH_NUMBERS.get(word).copied();
    as_written.or_else(|| {
        may_have_capitals(word).then(|| MONTH_NUMBERS.get(word.to_lowercase().as_str()).copied()).flatten()
    })
}

/// The month of a Croatian abbreviation that is another month's in Polish or Czech.
pub(super) fn croatian_month(word: &str) -> Option<u32> {
    match word.to_lowercase().as_str() {
        "lip" => Some(6),
        "srp" => Some(7),
        "lis" => Some(10),
        _ => None,
    }
}

/// False for a word of which it is plain that lower case leaves it as it is.
fn may_have_capitals(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_uppercase() || byte >= 0x80)
}

/// True for a word that puts the hours 1 to 11 after noon.
pub(super) fn is_afternoon(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "pm" | "μμ" | "下午" | "오후" | "午後" | "nachm" | "ös")
}

/// True for a word that puts 12 o'clock at midnight.
pub(super) fn is_morning(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "am" | "πμ" | "上午" | "오전" | "午前" | "vorm")
}

/// Hours east of Greenwich of a time zone by its name in capitals (RFC 5322 section 4.3, and those of Europe).
pub(super) fn zone_hours(name: &str) -> Option<i8> {
    Some(match name {
        "GMT" | "UTC" | "UT" | "Z" | "WET" => 0,
        "CET" | "MEZ" | "MET" | "WEST" => 1,
        "CEST" | "MESZ" | "MEST" | "EET" => 2,
        "EEST" | "MSK" => 3,
        "JST" => 9,
        "EDT" => -4,
        "EST" | "CDT" => -5,
        "CST" | "MDT" => -6,
        "MST" | "PDT" => -7,
        "PST" => -8,
        _ => return None,
    })
}
