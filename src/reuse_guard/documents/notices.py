"""Whether a block states the terms on which the article may be reused.

A notice is about this publisher's own texts: in one sentence stand a word of reuse, the texts
meant, and what reuse takes (permission, a link, the naming of a source, a share). Such words
strewn over a paragraph are news, and so is a sentence that tells who said or ruled it. Doubt
speaks for the text: a notice that is missed adds a line to the original, a paragraph taken for
one removes it from what is judged (decision 0102).
"""

from __future__ import annotations

from collections import Counter
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from reuse_guard.expressions import expression
from reuse_guard.text.patterns import by_first_letter
from reuse_guard.text.sentences import split_sentences

if TYPE_CHECKING:
    import re

_LONGEST: Final = 900  # characters; terms of use on a page of their own are no foot of an article
_SHORT: Final = 14  # words; so short, a sentence about reuse and its price is about nothing else
_SHORT_CHARACTERS: Final = 120  # the same where words are not set apart
_LINE: Final = 25  # words; a line of rights names its holder and no more


class _Part(Enum):
    """What a sentence of a block is.

    Terms are reuse with its price in one sentence; `REUSE` and `LINK` are half of such a sentence,
    `AKIN` is on the same subject, `BESIDE` stands beside notices and says nothing.
    """

    TERMS = auto()
    RIGHTS = auto()
    REUSE = auto()
    LINK = auto()
    AKIN = auto()
    BESIDE = auto()
    OTHER = auto()


def _told_apart(alternatives: str) -> tuple[re.Pattern[str], ...]:
    """Patterns that together find whatever one of the alternatives matches.

    Letters of one alphabet are not kept waiting by words of another.

    Args:
        alternatives: each begins with a letter of its own, and none holds a bar.
    """
    words = alternatives.split("|")
    alphabets = ([one for one in words if one[0].isascii() is latin] for latin in (True, False))
    first, second = map(by_first_letter, alphabets)
    return expression(first), expression(second)


# Said of texts alone.
_REPUBLISH = expression(
    r"re-?publi(?:sh|cation)|re-?print|redistribut|rewritten|reus(?:e|ed|ing) of"
    r"|перепечат|перепублик|көшіріп бас|қайта (?:басу|жариялау)|передрук|дәйексөз|цитировани"
    # Turkish, Azerbaijani, Uzbek
    r"|kopyalan|alıntılan|iktibas|ko.?chirib|qayta nashr"  # noqa: RUF001
    # Spanish, Portuguese, Italian, French, Romanian
    r"|reproducci[oó]n|reproduç[aã]o|reproduzid|riproduzione|riprodu(?:tt|rr)|reproduction"
    r"|republica[cçr]|reproducerea|preluarea"
    # German, Dutch, Polish, Czech
    r"|nachdruck|vervielf[aä]ltig|weiterverwend|verveelvoudig|overname|overgenomen|przedruk"
    r"|kopiowani|powielan|rozpowszechniani|přetisk|převzetí|šíření (?:článk|obsah)"
    # Hungarian, the Nordic languages, Vietnamese, Indonesian, Swahili
    r"|újraközl|utánközl|återpublicer|eftertryck|ettertrykk|eftertryk|gjengivelse|gengivelse"
    r"|julkaiseminen uudelleen|uudelleenjulkais|kopieres|sao chép|đăng lại|phát hành lại"
    r"|menyalin|menerbitkan ulang"
    r"|mengutip|menyebarluaskan|kuchapisha upya|kunakili"
    # Bulgarian, Serbian, Greek, Georgian, Armenian
    r"|pārpublic|publicējot|kopēt un izplatīt"  # Latvian
    r"|препечатван|преузимањ|αναδημοσίευση|αναπαραγωγή|გადაბეჭდვ|արտատպ"
    # Arabic, Hebrew, Persian; Chinese, Japanese, Korean
    r"|إعادة (?:نشر|النشر)|اقتباس|העתקה|להעתיק|שכפול|بازنشر|转载|轉載|摘编|転載|複製|무단\s*전재"
    r"|재배포"
    # Urdu, Bengali, Tamil, Thai, Amharic
    r"|کی اشاعت|دوبارہ شائع|পুনঃপ্রকাশ|অনুলিপি|নকল কর|আংশিক প্রকাশ|மறுபதிப்பு|คัดลอก|ทำซ้ำ|เผยแพร่ต่อ|ማተም"
    r"|पुनर्प्रकाश|आंशिक रूप से प्रकाशित",
)
# Said of much else too; of texts where these are named beside it.
_OF_TEXTS = expression(
    r"\b(?:copy(?:ing)?|re-?us(?:e|ing)|use|using|reproduc\w*|re-?publi\w*|re-?print\w*|quot\w*"
    r"|citing|distribut\w*|publication|excerpts?)\b"
    r"[^.!?]{0,60}?\b(?:materials?|articles?|stor(?:y|ies)|content|texts?|publications?|posts?"
    r"|news|reporting|our (?:work|pieces))\b"
    r"|\b(?:materials?|articles?|stor(?:y|ies)|content|texts?|publications?|posts?|news|reporting"
    r"|excerpts?|photographs?|photos?|part)\b[^.!?]{0,80}?\b"
    r"(?:(?:may|can|must|is|are) (?:\w+ ){0,2}?(?:be )?|to )(?:re)?-?"
    r"(?:used?\b|publish|produc|print|copied|quot|distribut|excerpt)"
    r"|(?:использовани\w*|копировани\w*|воспроизведени\w*|цитировани\w*|публикаци\w*|заимствовани\w*"
    r"|распространени\w*|использовать|копировать|цитировать|публиковать)[^.!?]{0,70}?"
    r"(?:материал|стать|статей|текст|контент|информаци|публикаци|новост|сайт|издани|фото)"
    r"|(?:материал|стать|текст|контент|информаци|публикаци|новост)\w*[^.!?]{0,50}?"
    r"(?:использова|копирова|воспроизв|цитирова|публикова|заимствова)"
    # In Kazakh the terms stand before the verb: how much, with what link, by whose permission.
    r"|(?:материал|мақала|мәтін|ақпарат|жаңалық|сайт|портал|фотосурет)\w*[^.!?]{0,120}?"
    r"(?:пайдалан|көшір|қолдан|жариялау|жариялағ|таратуға|басып шығар)"
    r"|(?:використанн|копіюванн|цитуванн)\w*[^.!?]{0,50}?(?:матеріал|текст|сайт|новин|інформац)"
    r"|(?:material|xəbər|məqalə|sayt|maqola|xabar)\w*[^.!?]{0,50}?(?:istifadə|foydalan)"
    r"|\b(?:usar|utilizar|copiar|utilizaci[oó]n|utiliza[cç][aã]o|utiliser|utilisation)\b[^.!?]{0,60}?"
    r"\b(?:art[ií]culos?|artigos?|articles?|contenidos?|conte[uú]dos?|contenus?|textos?|textes?"
    r"|materiale?s|noticias?|not[ií]cias?)\b"
    r"|\b(?:textes?|articles?|contenus?)\b[^.!?]{0,60}?\b(?:repris|reproduit|utilisé|copié)"
    r"|\b(?:text|artikel|beiträge|inhalte|meldungen)\w*[^.!?]{0,80}?"
    r"(?:übernommen|verwendet|veröffentlicht|genutzt|zitiert|kopiert|wiedergegeben)"
    r"|\b(?:übernahme|verwendung|nutzung|wiedergabe|veröffentlichung|verbreitung)\b[^.!?]{0,60}?"
    r"\b(?:texte|artikel|beiträge|inhalte|meldungen)"
    r"|\b(?:test[oi]|articol[oi]|contenut[oi])\b[^.!?]{0,60}?\b(?:ripres|riprodott|utilizza|copia)"
    r"|\b(?:utilizzo|uso|ripresa)\b[^.!?]{0,60}?\b(?:testi|articoli|contenuti)\b"
    r"|\b(?:tekst|artykuł|materiał|treści)\w*[^.!?]{0,60}?\b(?:wykorzyst|kopiow|publikow|cytow)"
    r"|\b(?:wykorzyst|publikacj|cytowani)\w*[^.!?]{0,60}?\b(?:tekst|artykuł|materiał|treści)"
    r"|\b(?:içeri[kğ]|haber|yazı|metin|metn|makale)\w*[^.!?]{0,80}?(?:kullanıl|yayınlan|yayımlan)"  # noqa: RUF001
    r"|\b(?:материал|макала|текст)\w*[^.!?]{0,120}?\b(?:колдон|пайдалан|көчүр)"
    r"|(?:استخدام|استعمال)[^.!?]{0,60}?(?:المقال|المواد|المحتوى|النص|المادة)"
    r"|(?:लेख|सामग्री|समाचार)[^.!?।]{0,80}?(?:उपयोग|इस्तेमाल|प्रयोग)"
    r"|(?:المواد|المحتوى|المقال)[^.!?]{0,50}?نسخ|نسخ[^.!?]{0,50}?(?:المواد|المحتوى|المقال)",
)
_TEXTS = expression(
    r"\b(?:articles?|stor(?:y|ies)|content|texts?|original|source|site|publications?|our \w+)\b"
    r"|материал|стать|статей|текст|источник|сайт|контент|мақала|мәтін|дереккөз|матеріал"
    r"|джерел|material|contenu|contenido|conte[uú]d|artikel|art[ií]c|inhalt|treści|článk"
    r"|المواد|المحتوى|기사|本网|本站|本文|当サイト|記事",
)
_CONDITIONS = (
    expression(
        r"(?:only|most|more than|up to|exceed\w*|не более|до|аспай\w*|дейін)\s+\d+\s*"
        r"(?:%|per ?cent|процент)"
    ),
    *_told_apart(
        r"permission|consent|licen[cs]e|approval|hyper-?link|l(?<!\wl)inks?\b|attribution|credit"
        r"|prohibit|mandatory|allowed|forbidden|may not|must not|can not|cannot|free to"
        r"|разрешен|согласи|гиперссылк|ссылк|обязательн|запрещ|воспрещ|допуска|правообладател"
        r"|рұқсат|сілтеме|міндетті|тыйым|келісім|дозвол|посиланн|гіперпосиланн|обов.?язков|заборон"
        r"|уруксат|шилтеме|consentit|consenso|bağlantı|izin|izni|kaynak|zorunlu|yasak"  # noqa: RUF001
        r"|istinad|icazə|mütləq|ruxsat|havola"
        r"|prohibid|proibid|autori[sz]a|permiso|permiss[aã]o|enlace|vietata|interdit"
        r"|consentement|mention"
        r"|interzis|acordul|genehmigung|zustimmung|gestattet|untersagt|quelle|toestemming"
        r"|bronvermelding"
        r"|zgod[ayą]|zabronion|souhlas|zakázán|بدون|إذن|موافقة|ללא|אישור|اجازه|منبع|注明|註明"
        r"|授权|授權|许可|許可|承諾|許諾|リンク"
        r"|出处|禁|무단|금지|رابط|अनुमति|लिंक|engedél|tillstånd|tillåte|tillat|tilladt|samtykke"
        r"|lupaa"
        r"|kielletty|tilladelse|aizliegt|atļauj|hipersait|ghi rõ nguồn"
        r"|đồng ý|dilarang|idhini|ruhusa|съгласи|забранен|сагласност|забрањ|άδεια"
        r"|σύνδεσμο"
        r"|απαγορεύ|ნებართვ|აკრძალ|թույլտվ|արգել|اجازت|ممنوع|অনুমতি|নিষেধ|அனுமதி|อนุญาต|ห้าม|ፈቃድ"
        r"|የተከለከለ"
    ),
)
_LATIN_CONDITIONS = _CONDITIONS[:-1]  # the last one's words all begin with letters beyond ASCII
# "Reproduction is allowed with a link", "Копирование запрещено": reuse itself is the subject.
_REUSE_IS = expression(
    r"\W*(?:(?:any|full|partial|the|or|unauthori[sz]ed|commercial|любое|полное|частичное|или|и)\s+)*"
    r"(?:re-?use|reproduction|copying|quotation|use|копирование|воспроизведение|цитирование"
    r"|использование|копіювання|цитування|көшіру|пайдалану)\b[^.!?]{0,60}?"
    r"(?:\b(?:is|are|only|not|without)\b|prohibit|forbidden|запрещ|воспрещ|допуска|разреш|возможн|только"
    r"|заборон|дозвол|тыйым|рұқсат)"
)
# Use of something, which is no text where none is named: "any use of force", "копирование ключей".
_USE_OF = expression(
    r"\b(?:re-?use|reproduction|copying|quotation|use) of\b"
    r"|\b(?:копировани|воспроизведени|цитировани|использовани)[еяю] "
    r"(?!(?:и|или|без|с|при|не)\b)[а-яё]"
)
# Use of materials of a kind that no newsroom has: "recycled materials", "строительных материалов".
_USE_OF_STUFF = expression(
    r"\b(?:use|using|copying) of (?!(?:the|our|all|any|these|this|such|its|other|full|original|news"
    r"|site|website|web|published|editorial|text|media|agency|portal|author|copyrighted|photo|video"
    r"|partial|press|online|printed|archive|archived)\b)[a-z-]+ materials?\b"
    r"|\bиспользовани[еяю] (?!люб|все|наш|эти|данн|автор|текст|опублик|указан|новост|редакц|информ"
    r"|фото|видео|размещ|каких|настоящ|журналист|печатн|эксклюз|аудио|медиа|архив|официальн)"
    r"[а-яё-]+(?:ых|их|ого|его) материал"
)
# Asked of somebody who publishes nothing: "the permission of the mine". Names may be anybody's.
_CONSENT_OF_OTHERS = expression(
    r"\b(?:permission|consent|approval|licen[cs]e) (?:of|from|by) (?:the |its |both |all |any )*+"
    r"(?!(?:editor|publish|author|copyright|right|owner|holder|newspaper|magazine|journal|agency"
    r"|newsroom|site|web|us\b|our|compan|creator|writer|journalist|photograph|outlet|portal|source)"
    r"|written)[a-z]"
    r"|\b(?:разрешени|согласи)[еяюи] (?!редак|правооблад|автор|издат|владел|администр|сайт|агентств"
    r"|портал|журнал|газет|ресурс|источник|компан|руковод|главн|собственник|обладател|фотограф"
    r"|обязател|запрещ|воспрещ|не |на |от |или |либо |также |только |допуска|является|исп|публик"
    r"|перепеч|копир|воспроиз|цитир|полн|част|люб)[а-яё]{3}"
)
# The same in Kazakh, where whose consent it is stands before it, with a suffix or with none:
# "кеніш басшысының рұқсатынсыз", "әкімдік келісімімен", "министрліктен рұқсат алмай". A publisher
# may be named by two words ("баспа үйінің").
_KAZAKH_PUBLISHERS = (
    "редак|автор|құқық|басыл|баспа|агентті|сайт|портал|журнал|газет|ресурс|дереккөз|арна|телеарна"
    "|радио|телеканал|телерадио|холдинг|медиа|студия"
)
_KAZAKH_CONSENT_OF_OTHERS = expression(
    rf"(?<![\w-])(?!{_KAZAKH_PUBLISHERS})[\w-]+,? (?!{_KAZAKH_PUBLISHERS}|ие[сгл]|компани|әкімшіл"
    r"|меншік|басшылы|фотограф|құрылтай|біз|жазбаша|ала\b|ресми|арнайы|тікелей|тиісті|қажетті"
    r"|жариял|пайдалан|көшір|қолдан|тарат)"
    r"(?:[а-яёәіғқңөұүһ-]{4,} (?:жазбаша |ресми |арнайы |алдын ала )?(?:рұқсаты|келісімі)"
    r"|[а-яёәіғқңөұүһ-]{2,}[нтд][ае]н (?:жазбаша |ресми |арнайы |алдын ала )?рұқсат (?:ал|сұра))"
)
_RIGHTS = expression(
    r"all rights? res(?:erv|derv)ed|все права защищены|всі права захищені"
    r"|барлық құқық\w*(?: \w+)? (?:қорғал|сақтал)"
    r"|tüm hakları saklıdır"  # noqa: RUF001
    r"|bütün hüquqlar|barcha huquqlar|todos los derechos reservados|todos os direitos reservados"
    r"|tutti i diritti riservati|riproduzione riservata"
    r"|tous droits r[eé]serv[eé]s|alle rechte vorbehalten"
    r"|alle rechten voorbehouden"
    r"|minden jog fenntartva|alla rättigheter förbehåll|alle rettigheter (?:reserv|forbehold)"
    r"|kaikki oikeudet pidät|με επιφύλαξη παντός|всички права запазени|сва права задржана"
    r"|sva prava pridržana|hak cipta dilindungi|ყველა უფლება დაცულ|բոլոր իրավունքները"
    r"|wszelkie prawa zastrze|všechna práva vyhrazena|toate drepturile rezervate|جميع الحقوق محفوظة"
    r"|حقوق النشر محفوظة|সর্বস্বত্ব সংরক্ষিত|सर्वाधिकार सुरक्षित"
    r"|כל הזכויות שמורות|版权所有|版權所有|無断転載|저작권자",
)
# Somebody tells it, or it has happened: the sentence is news of terms, and states none.
_TOLD = expression(
    r"\b(?:said|says|told|asked|ruled|ruling|courts?|judges?|sued|lawsuit|accused"
    r"|announced|reported|according to|banned|was|were|had|did|broke|believes?|argues?|warned"
    r"|reminded|added)\b"
    r"|\blaws?\b|\busers?\b|personal data|personal information"
    r"|сказал|сообщил|заявил|отметил|постановил|потребовал|обвини|\bсуд\w{0,3}\b|министр"
    r"|министерств|попросил|\bбыл[аои]?\b|\bзакон|персональн|пользовател|напомнил|предупредил"
    r"|пояснил|добавил|подчеркнул|\bсчита[ею]т|\bпо словам"
    r"|\bдеді\b|ескертті|айтты|мәлімде|хабарлады|\bсот\b|болған\b|\bеді\b|\bзаң|жеке дерек"
    r"|пайдаланушы"
    r"|\b(?:dijo|dijeron|pidi[oó]|anunci[oó]|inform[oó]|declar[oó]|explic[oó]|disse|pediu|anunciou"
    r"|afirmou|gobierno|governo|gouvernement|juez|tribunal|a (?:dit|déclaré))\b"
    r"|\b(?:sagte|erklärte|teilte|behörde\w*|gericht\w*|urteil\w*|gesetz\w*|wurden?)\b"
    r"|\b(?:tribunale|ha detto|powiedział\w*|sąd\w*|minist\w*)\b"
    r"|\b(?:söyledi|belirtti|açıkladı|kaydetti|bildirdi|bakan\w*|mahkeme\w*)\b"  # noqa: RUF001
    r"|と話|と述べ|によると|説明した|裁判|政府"
    r"|\b(?:قال|أعلن|الوزير|وزير|وزارة|الحكومة|محكمة)\b|ने कहा|मंत्री|सरकार|अदालत",
)
# Beside the terms, not of the article either: the holder's name, other pages of a site.
_BESIDE = expression(
    r"[©ⓒ]|copyright|\(c\)|trademark|privacy|\bterms\b|learn more|about us"
    r"|powered by|авторск|редакция",
)
_LINK = expression(r"hyper-?link|\blink\b|nofollow|гиперссылк|\bссылк|сілтеме")


def _names_condition(text: str) -> bool:
    """Whether a text speaks of what reuse takes."""
    patterns = _LATIN_CONDITIONS if text.isascii() else _CONDITIONS
    return any(pattern.search(text) for pattern in patterns)


_NO_RIGHTS = (_Part.REUSE, _Part.LINK, _Part.AKIN, _Part.OTHER)


def is_reuse_notice(text: str) -> bool:
    """Whether a block is about the terms on which the article may be copied, and about no more.

    >>> is_reuse_notice("Only 30% of an article may be used with a mandatory hyperlink.")
    True
    >>> is_reuse_notice("The bank asked for permission to use 30% of the fund.")
    False
    """
    if not speaks_of_reuse(text):
        return False
    size: Counter[_Part] = Counter()
    for start, stop in split_sentences(text):
        size[_part(text[start:stop])] += stop - start
    if size[_Part.TERMS]:
        return size[_Part.TERMS] + size[_Part.RIGHTS] >= size[_Part.OTHER]
    if size[_Part.REUSE] and size[_Part.LINK] and not size[_Part.OTHER]:
        return True
    return 0 < size[_Part.RIGHTS] >= sum(size[part] for part in _NO_RIGHTS)


def keeps_rights(sentence: str) -> bool:
    """Whether a sentence is a line of rights ("All rights reserved."), which asks for nothing."""
    return _part(sentence) is _Part.RIGHTS


def speaks_of_reuse(text: str) -> bool:
    """Whether words of a notice stand in a block: enough for one outside an article's text."""
    folded = text.lower()
    if len(folded) > _LONGEST:
        return False
    if _RIGHTS.search(folded):
        return True
    if not _names_condition(folded):
        return False
    return any(pattern.search(folded) for pattern in (_REPUBLISH, _OF_TEXTS, _REUSE_IS))


def _part(written: str) -> _Part:
    """What a sentence is to a notice."""
    sentence = written.lower()
    words = len(sentence.split())
    told = bool(_TOLD.search(sentence) or _is_of_others(written, sentence))
    if _RIGHTS.search(sentence) and words <= (_SHORT if told else _LINE):
        return _Part.RIGHTS
    if not told and _states_terms(sentence, words):
        return _Part.TERMS
    if _BESIDE.search(sentence):
        return _Part.BESIDE
    if told or words > _LINE:
        return _Part.OTHER
    return _akin(sentence)


def _akin(sentence: str) -> _Part:
    """What a sentence without terms is of a notice."""
    if _LINK.search(sentence):
        return _Part.LINK
    if _REPUBLISH.search(sentence) or _OF_TEXTS.search(sentence):
        return _Part.REUSE
    if _names_condition(sentence) or _TEXTS.search(sentence):
        return _Part.AKIN
    return _Part.OTHER


def _is_of_others(written: str, sentence: str) -> bool:
    """Whether a sentence is on the use of something else, or on somebody else's consent."""
    if _CONSENT_OF_OTHERS.search(written) or _KAZAKH_CONSENT_OF_OTHERS.search(written):
        return True
    if _USE_OF_STUFF.search(sentence):
        return True
    names_text = _TEXTS.search(sentence) or _LINK.search(sentence) or "редакц" in sentence
    return _USE_OF.search(sentence) is not None and not names_text


def _states_terms(sentence: str, words: int) -> bool:
    if not _names_condition(sentence):
        return False
    if _OF_TEXTS.search(sentence):
        return True
    is_short = words <= _SHORT and len(sentence) <= _SHORT_CHARACTERS
    if _REPUBLISH.search(sentence):
        return is_short or _TEXTS.search(sentence) is not None
    return is_short and _REUSE_IS.match(sentence) is not None
