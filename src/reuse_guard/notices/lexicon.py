r"""The words of notices, in three languages, by what they stand for.

A word stands for a concept when the whole of it matches one of the concept's patterns, which are
stems with their endings left open: `гиперссылк\w*` is every case and number of the noun. What a
notice says is told from the order of concepts and never from a phrase learnt by heart.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from reuse_guard.notices.concepts import Concept
from reuse_guard.text.spellings import Spellings

_WORDS: Final[dict[Concept, str]] = {
    Concept.PERCENT: r"""
        % percents? percentage pct
        процент\w* пайыз\w* процентінен
        """,
    Concept.WORDS: r"""
        words?
        слов(?:а|о|ам|ах|ами)? сөз(?:ден|дің|ге|ді|і)?
        """,
    Concept.CHARACTERS: r"""
        characters? chars? signs? symbols?
        знак\w* символ\w* таңба\w* белгі\w* әріп\w*
        """,
    Concept.SENTENCES: r"""
        sentences?
        предложени\w* сөйлем\w*
        """,
    Concept.PARAGRAPHS: r"""
        paragraphs? paras? grafs?
        абзац\w* азат параграф\w*
        """,
    Concept.AT_MOST: r"""
        most maximum max
        максимум максимальн\w* ең
        """,
    Concept.MORE: r"""
        more over above beyond longer greater larger exceeding
        более больше больш\w+ свыше сверх выше артық\w* артығ\w* астам\w* көб\w* көп\w*
        асатын\w* асса асқан\w*
        """,
    Concept.LESS: r"""
        less fewer shorter smaller
        менее меньше короче аз кем
        """,
    Concept.EXCEED: r"""
        exceeds? exceed surpass\w*
        превы[шс]\w*
        """,
    Concept.NOT_EXCEEDING: r"""
        аспайтын\w* аспау\w* аспай\w* аспаса асырма\w* аспас\w*
        """,
    Concept.UP_TO: r"""
        to within in
        до в
        """,
    Concept.UP_TO_AFTER: r"""
        дейін\w* шейін\w* көлемінде шегінде мөлшерінде
        """,
    Concept.ONLY: r"""
        only solely just limited limit exclusively restricted
        лишь только исключительно ограничен\w* тек ғана қана
        """,
    Concept.FIRST: r"""
        first opening initial leading
        перв(?:ые|ых|ый|ого|ом|ой|ое|ыми|ым|ому) начальн\w* алғашқы\w* бірінші\w* бастапқы
        """,
    Concept.NOT: r"""
        not no never neither nor cannot can't don't mustn't n't
        не ни емес
        """,
    Concept.WITHOUT: r"""
        without absent lacking
        без
        """,
    Concept.WITHOUT_SUFFIX: r"""
        рұқсатынсыз рұқсатсыз келісімінсіз келісімсіз сілтемесіз гиперсілтемесіз
        """,
    Concept.ALLOW: r"""
        may can allow(?:ed|s)? permit(?:s|ted)? free freely welcome fine ok okay authori[sz]ed
        acceptable свободн\w* бесплатн\w* еркін тегін
        разреш(?:ается|аются|ено|ена|ены|ён|ен|аем|аeтся)
        допус(?:кается|каются|тимо|тима|тим|тимы) можно можете может могут возможн\w* вправе
        позволя\w* болады алады етіледі беріледі құқылы
        """,
    Concept.FORBID: r"""
        prohibit\w* forbid\w* forbidden bans? banned disallow\w* barred unlawful illegal
        запре[щт]\w* воспрещ\w* недопустим\w* нельзя незаконн\w* тыйым\w* болмайды етілмейді
        берілмейді рұқсатсыз
        """,
    Concept.DUTY: r"""
        must shall should ha(?:s|ve) need(?:s|ed)? require[sd]? required requires requirement
        mandator\w* obligator\w* compulsory obliged necessary provided providing condition\w*
        subject ensure please include[sd]? including accompanied carr(?:y|ies|ied) contain\w*
        bear\w*
        обязательн\w* обязан\w* должн\w* должен нужн\w* необходим\w* требу\w* условии условием
        условие наличии сопровожда\w* следует размещ\w* размести\w* став\w* указан\w* указыва\w*
        указыв\w* укажите поставь\w* постав\w* разме\w* міндетт\w* қажет\w* керек\w* тиіс\w*
        шарт\w* жөн сұраймыз қойыл\w* орналас\w* беріл\w* жасаңыз жасалсын беріңіз қойыңыз
        көрсетіңіз тұрсын болсын
        """,
    Concept.USE: r"""
        use[sd]? using usage re-?us\w* reproduc\w* republi\w* re-publi\w* reprint\w*
        publish(?:ed|ing)? copy copied copies copying quot(?:e|ed|es|ing) cit(?:e|ed|es|ing)
        tak(?:e|en|ing) borrow\w* redistribut\w* repost\w* shar(?:e|ed|ing) run show(?:n|s|ing)?
        display(?:ed)? excerpted distribut\w* carried
        показыва\w* показать отобража\w* использ\w* перепечат\w* перепублик\w* републик\w*
        публик(?:уйте|ова\w*|уют\w*|уя|уется) копир\w* скопир\w* воспроизв\w* цитир\w*
        процитир\w* заимств\w* опублик\w* распростран\w* размножен\w* публикаци(?:и|я|ю)
        пайдалан\w* қолдан\w* көшір\w* жариял\w* тарат\w* басып басу\w* алу\w* келтір\w*
        """,
    Concept.EXCERPT: r"""
        excerpts? extracts? quotations? quotes? fragments? snippets? passages? portions?
        citations?
        отрыв\w* фрагмент\w* цитат\w* цитировани\w* выдерж\w* част\w* заимствовани\w* үзінді\w*
        дәйексөз\w* бөлі[гк]\w*
        """,
    Concept.TEXT: r"""
        articles? stor(?:y|ies) texts? originals? sources? posts? reports? pieces? publications?
        materials? items? pages? content works? reportage url
        стат(?:ь\w*|ей) текст\w* оригинал\w* источник\w* первоисточник\w* материал\w*
        публикаци\w* новост\w* заметк\w* страниц\w* мақала\w* мәтін\w* түпнұсқа\w* дереккөз\w*
        дереккөзі\w* жарияланым\w* ақпарат\w* жаңалы[қғ]\w*
        """,
    Concept.SITE: r"""
        (?:web)?sites? portals? outlets? newspapers? agency magazine us
        [\w-]+(?:\.[\w-]+)*\.(?:kz|com|org|net|ru|info|club|example|media|news|қаз|рф)
        сайт\w* портал\w* издани\w* агентств\w* газет\w* ресурс\w* редакци\w* сми агенттік\w*
        басылым\w* ресурсы\w*
        """,
    Concept.HOME: r"""
        home homepage front
        главн\w* домашн\w* стартов\w* басты
        """,
    Concept.NEW: r"""
        new your yours their resulting own
        нов\w* ваш\w* собственн\w* своего своей итогов\w* создаваем\w* жаңа өз өзіңіздің сіздің
        """,
    Concept.LINK: r"""
        (?:hyper|back|web|deep)?-?links? hyperlink\w* backlink\w* linked linking
        (?:гипер)?ссылк\w* (?:гипер)?ссылок (?:гипер)?сілтеме\w*
        """,
    Concept.CONNECTED: r"""
        with by if
        с со при бере отырып арқылы если егер жағдайда
        """,
    Concept.KEEP: r"""
        keep kept retain\w* preserv\w* intact remove[d]? delet\w*
        сохран\w* удал\w* сақта\w* алып
        """,
    Concept.HEAD: r"""
        headlines? headings? subheadings? subheads? title leads? lede intro\w* standfirst dek
        заголов\w* подзаголов\w* лид(?:е|а|у|ом)? вводк\w* анонс\w* тақырып\w* тақырыпша\w*
        лид(?:те|інде|тің)
        """,
    Concept.START: r"""
        beginning start top outset
        начал[еаоу] верх\w* басында басы\w* жоғарғы\w* жоғары\w*
        """,
    Concept.END: r"""
        end bottom foot close
        конц[еау] конец внизу соң(?:ында|ы|ына) аяғында төменгі
        """,
    # A Kazakh verb denies by a syllable before its ending: "орналаспауы".
    Concept.NOT_SUFFIX: r"""
        \w+[мпб][ае](?:у\w{0,3}|й|йтын|йтін|с|са|се|сын|сін|ған|ген|йды|йді|ңыз|ңіз)
        """,
    Concept.BELOW: r"""
        lower later below further
        ниже позже позднее далее дальше кейін төмен\w* кешікті\w*
        """,
    Concept.AFTER: r"""
        after following under beneath
        под после соңынан астында
        """,
    Concept.IN: r"""
        in within inside into at
        в во внутри
        """,
    Concept.LOCATIVE: r"""
        абзац(?:та|ында|тың|ының|тан|ынан)
        сөйлем(?:де|інде|нің|інің|дің|дерінің|дердің|нен|інен) бірінде біреуінде абзаце абзацах
        предложени(?:и|ях)
        """,
    Concept.SEARCH: r"""
        search\w* index\w* crawl\w* bots? dofollow follow(?:ed)?
        поисков\w* поиск\w* индекс\w* робот\w* іздеу\w* іздест\w*
        """,
    Concept.NO_FOLLOW: r"""
        no-?follow no-?index
        нофоллоу ноиндекс
        """,
    Concept.DIRECT: r"""
        direct directly
        прям(?:ая|ой|ую|ые|ых|ою) напрямую тікелей тура
        """,
    Concept.REDIRECT: r"""
        redirect\w* redirector\w* intermediar\w* shorten(?:er|ers)
        редирект\w* перенаправл\w* переадрес\w* бағытта\w*
        """,
    Concept.PERMISSION: r"""
        permissions? consent\w* authori[sz]ation authori[sz]e approval agreement licen[cs]e
        leave
        разрешени\w* согласи\w* согласовани\w* согласов\w* дозволени\w*
        рұқсат(?:ы|ын|ымен|пен|тан|ынсыз|сыз|тар|ынан|ына|қа|та)? келісім\w*
        """,
    Concept.WRITTEN: r"""
        written writing
        письменн\w* жазбаша
        """,
    Concept.FULL: r"""
        full whole entire(?:ly|ty)? complete(?:ly)? total
        полн(?:ая|ой|ую|ого|ом|ый|ое|остью|ые|ых|ым) целиком целого всего весь толық\w* тұтас\w*
        бүтін\w* түгел
        """,
    Concept.PART: r"""
        part(?:s|ial|ially|ly)?
        частичн\w* частями часть части ішінара жартылай бөлшек\w*
        """,
    Concept.OTHER: r"""
        otherwise anything else
        иное иных ином другое остальн\w* өзге\w* басқаша
        """,
    Concept.EDIT: r"""
        edit(?:s|ed|ing|orially)? alter(?:ed|ing|ations?)? chang(?:e|es|ed|ing) modif\w*
        rewrit\w* rewritten abridg\w* adapt\w* shorten(?:ed|ing)? cuts? amend\w* derivatives?
        измен\w* редактир\w* редактур\w* сокра[щт]\w* перерабо\w* переработ\w* дополн\w*
        правк\w* искаж\w* переделк\w* рерайт\w* өзгер(?!іссіз)\w* қысқарт\w* өңде\w* толықтыр\w*
        бұрмала\w* редакциялау\w*
        """,
    Concept.UNCHANGED: r"""
        unchanged unedited unaltered unmodified verbatim
        неизменн\w* өзгеріссіз өзгертусіз өзгертпе\w* қысқартпа\w* бұрмалама\w*
        """,
    Concept.TRANSLATE: r"""
        translat\w*
        перев(?:од|ода|одов|оды|ести|одом|оду|едён\w*|одит\w*) аудар\w*
        """,
    Concept.COMMERCIAL: r"""
        commercial\w*
        коммерческ\w* коммерциялық
        """,
    Concept.NON_COMMERCIAL: r"""
        non-?commercial\w* noncommercial\w*
        некоммерческ\w* бейкоммерциялық
        """,
    Concept.AUTHOR: r"""
        authors?(?:'s|’s|'|’)? byline\w* reporters?(?:'s|’s)? writers?(?:'s|’s)?
        journalists?(?:'s|’s)?
        автор(?!с|и|лық)\w*
        """,
    Concept.NAME: r"""
        names? brand
        имени имя имён имен фамили\w* назван\w* наименован\w* бренд\w* аты(?:н|ның)? аты-жөн\w*
        атауы\w* атау\w* есім\w*
        """,
    Concept.CREDIT: r"""
        credit(?:ed|ing|s)? attribut\w* nam(?:e|ed|ing) mention(?:ed|ing)? indicat\w*
        giv(?:e|en|ing) stat(?:e|ed|ing) includ\w* acknowledg\w* carry bear
        указан\w* указыва\w* указать укажите упомин\w* обознач\w* көрсет\w* атап келтір\w*
        жаз\w*
        """,
    # To say who it is from; narrower than to give or to carry something.
    Concept.NAMING: r"""
        credit(?:ed|ing|s)? attribut(?:e|ed|ion) name[sd]? naming mention(?:ed|ing)?
        indicat(?:e|ed|ing) state[d]? cite[d]? citing acknowledge\w*
        указан(?:а|о|ы|ие|ием)? указ(?:ать|ывать|ывайте|ывается|ывают) укажите упом\w+ назван[аоы]?
        назвать назовите обозначе?н?\w* көрсет\w* ата[лп]\w* атау жаз(?:у|ыл\w*|ыңыз)
        """,
    # As the one that is named: in the cases for that alone, where a language has them.
    Concept.PUBLISHER: r"""
        publications?(?:'s)? publishers?(?:'s)? (?:web)?sites?(?:'s)? outlets?(?:'s)? portals?
        newspapers?(?:'s)? newsrooms? magazines?(?:'s)? agency(?:'s)? sources?
        издани[ея] издател[ья] издательств[оа] редакци[яию] газет[аыу] журнала? портала? сайта?
        агентств[оа] (?:перво)?источника? сми
        басылым(?:ды|ның|ы|ын|ының)? баспа(?:ны|ның|сы|сын|сының)? газет(?:ті|тің|і|ін|інің)?
        сайт(?:ты|тың|ы|ын|ының)? портал(?:ды|дың|ы|ын|ының)? дереккөз(?:ді|дің|і|ін|інің)?
        агенттік(?:ті|тің)? редакция(?:ны|ның|сы|сын|сының)?
        """,
    # Texts of some kinds, for which a publisher may ask more than for its news.
    Concept.KIND: r"""
        exclusives? interviews? analys[ie]s analytic\w* investigations? infographics?
        эксклюзив\w* интервью аналитик\w* аналитическ\w* расследовани\w* инфографик\w*
        спецпроект\w* сұхбат\w* сараптама\w* талдамалы\w*
        """,
    Concept.PHOTO: r"""
        photos? photograph\w* images? pictures? illustrations? graphics
        фото\w* изображени\w* иллюстрац\w* снимк\w* сурет\w* фото
        """,
    Concept.AND: r"""
        and & also both
        и және мен пен бен
        """,
    Concept.OR: r"""
        or
        или либо немесе не
        """,
}


@cache
def _spellings() -> Spellings[Concept]:
    """Made when the first notice is read, for some have to be compiled."""
    return Spellings({concept: words.split() for concept, words in _WORDS.items()})


@lru_cache(maxsize=8192)
def concepts_of(word: str) -> frozenset[Concept]:
    """Everything a word may stand for; empty for most words.

    A compound is what its last part is: `интернет-издание`.

    >>> sorted(concepts_of("гиперссылкой")), concepts_of("steppe")
    ([<Concept.LINK: 'link'>], frozenset())
    """
    found = frozenset(_spellings().of(word))
    _, hyphen, last = word.rpartition("-")
    return found if found or not hyphen else concepts_of(last)
