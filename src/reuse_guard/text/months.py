"""What the months are called, in the languages in which news are written mostly."""

from __future__ import annotations

from typing import Final

# For each month its names, as they stand alone and behind a day, each language once; without those
# that begin with another one here ("januari" with "januar"). "Listopad" is November in Polish and
# Czech, and October in Croatian. Turkish names have "i" for the one without a dot, as folded words.
MONTHS: Final = (
    (
        "января январь қаңтар січня січень студзеня студзень januar janvier enero janeiro gennaio "
        "stycznia styczeń ledna leden siječnja siječanj јануар ianuarie януари tammikuu jaanuar "
        "janvāris sausio sausis ocak yanvar ιανουαρίου ιανουάριος يناير ژانویه ינואר जनवरी "
        "জানুয়ারি იანვარი հունվար"
    ),
    (
        "февраля февраль ақпан лютого лютий лютага люты februar février febrero fevereiro "
        "febbraio lutego luty únor veljače veljača фебруар февруари helmikuu veebruar vasario "
        "vasaris şubat fevral φεβρουαρίου φεβρουάριος فبراير فوریه פברואר फ़रवरी ফেব্রুয়ারি "
        "თებერვალი փետրվար"
    ),
    (
        "march март наурыз березня березень сакавік märz mars março maart marca března březen "
        "marec ožujka ožujak március maaliskuu kovo kovas mart مارس מרץ मार्च মার্চ maret მარტი "
        "մարտ mar mrt"
    ),
    (
        "april апреля апрель сәуір квітня квітень красавік avril abril kwietnia kwiecień dubna "
        "duben travnja travanj април huhtikuu balandžio balandis nisan aprel απριλίου απρίλιος "
        "أبريل آوریل אפריל अप्रैल এপ্রিল აპრილი ապրիլ"
    ),
    (
        "may мая май мамыр травня травень mai mayo maio maggio mei maja května květen svibnja "
        "svibanj мај május toukokuu maijs gegužė mayis مايو مه מאי मई মে მაისი մայիս"
    ),
    (
        "june июня июнь маусым червня червень чэрвеня чэрвень juni juin junho giugno czerwca "
        "czerwiec června červen júna lipnja lipanj јун iunie юни kesäkuu juuni birželio birželis "
        "haziran iyun ιουνίου ιούνιος يونيو ژوئن יוני जून জুন ივნისი հունիս"
    ),
    (
        "july июля июль шілде липня липень ліпеня ліпень juli juillet julho luglio lipca lipiec "
        "července červenec júla srpnja srpanj јул iulie юли heinäkuu juuli liepos liepa temmuz "
        "iyul ιουλίου ιούλιος يوليو ژوئیه יולי जुलाई জুলাই ივლისი հուլիս"
    ),
    (
        "august август тамыз серпня серпень жніўня жнівень août agosto sierpnia sierpień srpna "
        "srpen kolovoz augusztus elokuu rugpjūčio rugpjūtis ağustos avqust avgust αυγούστου "
        "αύγουστος أغسطس اوت אוגוסט अगस्त আগস্ট agustus აგვისტო օգոստոս"
    ),
    (
        "september сентября сентябрь қыркүйек вересня вересень верасня верасень septembre "
        "septiembre setembro settembre września wrzesień září septembra rujna rujan септембар "
        "septembrie септември szeptember syyskuu septembris rugsėjo rugsėjis eylül sentyabr "
        "sentabr σεπτεμβρίου σεπτέμβριος سبتمبر سپتامبر ספטמבר सितंबर সেপ্টেম্বর სექტემბერი "
        "սեպտեմբեր"
    ),
    (
        "october октября октябрь қазан жовтня жовтень кастрычнік oktober octobre octubre outubro "
        "ottobre październik října říjen októbra listopad октобар octombrie октомври lokakuu "
        "oktoober oktobris spalio spalis ekim oktyabr oktabr οκτωβρίου οκτώβριος أكتوبر اکتبر "
        "אוקטובר अक्टूबर অক্টোবর ოქტომბერი հոկտեմբեր"
    ),
    (
        "november ноября ноябрь қараша листопад лістапад novembre noviembre novembro listopad "
        "novembra studenoga studeni новембар noiembrie ноември marraskuu novembris lapkričio "
        "lapkritis kasim noyabr νοεμβρίου νοέμβριος نوفمبر نوامبر נובמבר नवंबर নভেম্বর ნოემბერი "
        "նոյեմբեր"
    ),
    (
        "december декабря декабрь желтоқсан грудня грудень снежня снежань dezember décembre "
        "diciembre dezembro dicembre grudnia grudzień prosince prosinec decembra prosinca "
        "prosinac децембар decembrie декември joulukuu detsember decembris gruodžio gruodis "
        "aralik dekabr δεκεμβρίου δεκέμβριος ديسمبر دسامبر דצמבר दिसंबर ডিসেম্বর desember "
        "დეკემბერი դեկտեմբեր"
    ),
)

# The same in the Iranian calendar, whose first month begins in March.
SOLAR_MONTHS: Final = (
    "فروردین farvardin",
    "اردیبهشت ordibehesht",
    "خرداد khordad",
    "تیر tir",
    "مرداد mordad",
    "شهریور shahrivar",
    "مهر mehr",
    "آبان aban",
    "آذر azar",
    "دی dey",
    "بهمن bahman",
    "اسفند esfand",
)
