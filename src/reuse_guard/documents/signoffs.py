"""Lines that name the desk at the foot of an article: who reported, wrote and edited it.

They are bylines, though they stand last and end as sentences do, and whoever republishes an article
puts a line of his own in their place.
"""

from __future__ import annotations

import re
from typing import Final

from reuse_guard.expressions import expression

_LONGEST: Final = 300  # characters; agencies name up to ten people
_FEWEST: Final = 2  # names; "He contributed to this report" is a sentence
_WORK = r"(?:reporting|writing|editing|edited|reported|written|compiled|translated|translation)"
_BEGINS = expression(
    rf"\W*(?:(?:additional |with (?:additional )?)?{_WORK}(?: and {_WORK})*(?: by|:)"
    r"|contributing:|contributors?:"
    r"|(?:материал |текст )?(?:подготовил|перев[её]л)(?:[аи])?:?|підготу(?:вав|вала|вали)"
    r"|(?:дайындаған|аударған):?"
    # "Автор Гарри Поттера Джоан Роулинг" is a heading of an article.
    r"|(?:перевод|редакторы?|авторы?):)\s",
    re.IGNORECASE,
)
_ENDS = expression(
    r"\bcontributed (?:(?:additional )?reporting|to this (?:report|article|story|review))\b",
    re.IGNORECASE,
)
_WORD = expression(r"[^\W\d_](?:[\w'’-]*\w)?")
# What stands before a colon and the name of an agency or of somebody at the desk.
_LABELS: Final = frozenset(
    label.strip()
    for label in """
    source, sources, editor, editors, reporter, correspondent, источник, источники, редактор
    корреспондент, дереккөз, редакторы, джерело, редакторка, крыніца, източник, автор, редакция
    извор, аутор, izvor, autor, manba, muallif, mənbə, kaynak, haber, muhabir, editör, булак
    quelle, quellen, fuente, fuentes, fonte, fontes, redacción, redação, fonte notizia, bron
    bronnen
    källa, källor, kilde, kilder, lähde, lähteet, zdroj, zdroje, źródło, źródła, opracowanie, oprac
    forrás, sursa, surse, allikas, avots, šaltinis, vir, burim, πηγή, πηγές, წყარო, աղբյուր
    աղբյուրը
    chanzo, sumber, penulis, pewarta, redaktur, nguồn, tác giả, biên tập, ที่มา, ผู้เขียน, pinagmulan
    المصدر, المصادر, תחקיר, מקור, منبع, منابع, خبرنگار, ماخذ, بشکریہ, ذریعہ, इनपुट, स्रोत, रिपोर्ट
    উৎস, সূত্র, প্রতিবেদক, ஆதாரம், ምንጭ, 来源, 來源, 文章来源, 稿源, 责任编辑, 責任編輯, 编辑, 編輯
    责编
    校对, 审核, 记者, 作者, 出典, 取材, 編集, 出所, 출처, 기자
    """.replace("\n", ",").split(",")
    if label.strip()
)
# Labels of a source that stand before much else too; of a link beside others they tell enough.
_SOURCES: Final = frozenset(
    label.strip()
    for label in """
    original, original article, original story, original text, credit, credits, from, by, courtesy
    оригинал, первоисточник, по материалам, по материалам сайта, по данным, по информации, взято с
    за матеріалами, дереккөзі, сілтеме, түпнұсқа, материалдары бойынша
    originalartikel, original-artikel, originaltext, vía, artículo original, texto original
    d’après, d'après, article original, crédit, articolo originale, crediti, artigo original
    crédito, kaynakça, orijinal haber, 引用元, 元記事, 転載元, 原文, 转载自, 轉載自, 원문
    """.replace("\n", ",").split(",")
    if label.strip()
)
_COLONS: Final = " :\uff1a\u055d\u1366"
_LABEL: Final = expression(r"([^:\uff1a\u055d\u1366]{2,25})[:\uff1a\u055d\u1366]\s*(\S.{0,60})")
_AGENCIES: Final = frozenset(
    """
    afp ap reuters dpa apa sda efe ansa lusa anp belga ntb tt stt ritzau pap čtk tasr mti agerpres
    бта
    bta tanjug танјуг fena hina aa iha dha anka xinhua yonhap kyodo antara bernama pti
    ians ani aps wam spa mena petra qna fars irna isna bbc cnn тасс риа interfax интерфакс
    унн уніан укрінформ казинформ қазақпарат azərtac арменпресс արմենպրես 新华社 新華社 中新社
    中央社
    共同 時事 연합뉴스 뉴시스 απε-μπε agencias agências agenzie agences وام واس رويترز وكالات أ.ف.ب
    """.split()  # noqa: SIM905 - letters of many scripts
)
# Words between those: "With information from AFP".
_FROM: Final = frozenset(
    """
    with from and of by agency agencies information con de la del información com da do das dos
    informações avec et mit von und der material met van di och av med og fra ja theo dan و من
    z s i та и с по в материалам agencji źródło
    """.split()  # noqa: SIM905
)
_SHORT_LINE: Final = 90  # characters
_AGENCY_LINE: Final = 50
_MOST_NAMES: Final = 6  # words
_INITIALS: Final = 3  # letters
_AROUND: Final = "()[]（）【】〔〕*_-–— ."  # noqa: RUF001
# What stands between names and is none.
_BETWEEN: Final = frozenset(
    """
    additional agencies agency also and article at by compiled contributed contributing
    contributor contributors correspondent correspondents de der edited editing editor editors
    for from in journalist journalists la report reported reporter reporters reporting reports
    review s staff story the this to translated translation van von with writer writers writing
    written
    и в для из перевел перевёл перевела перевели перевод подготовил подготовила подготовили
    редактор редакторка і та текст материал автор авторы және дайындаған аударған редакторы
    """.split()  # noqa: SIM905 - a list of words
)


def is_signoff(text: str) -> bool:
    """Whether a text names those who made an article, and says nothing else.

    >>> is_signoff("(Reporting by Aigerim Sadykova in Semey; editing by Tom Orr)")
    True
    >>> is_signoff("Fox Hill News' Dana Lee contributed to this report.")
    True
    >>> is_signoff("Reporting by the paper led to an inquiry into the mayor.")
    False
    """
    if len(text) > _LONGEST or text.isupper():
        return False
    ends = "contr" in text.lower() and _ENDS.search(text)  # every block of a page is asked
    if not (ends or _BEGINS.match(text)):
        return False
    words = _WORD.findall(text)
    names = [word for word in words if word.lower() not in _BETWEEN]
    return len(names) >= _FEWEST and all(name[0].isupper() for name in names)


def names_desk(text: str) -> bool:
    """Whether a line names an agency, or somebody at the desk after a label.

    Who republishes an article names its source so too, with a link: ask of lines without one. It is
    no byline: whether the text is the agency's, a person has to tell.

    >>> names_desk("Quelle: dpa"), names_desk("Con información de EFE"), names_desk("AP said so.")
    (True, True, False)
    """
    return len(text) <= _SHORT_LINE and (_names_source(text) or _names_agency(text))


def labels_desk(label: str) -> bool:
    """Whether words before a link are such a label, or another one of a source.

    >>> labels_desk("Quelle:"), labels_desk("По материалам"), labels_desk("Sport:")
    (True, True, False)
    """
    bare = label.rstrip(_COLONS).strip(_AROUND).lower()
    return bare in _LABELS or bare in _SOURCES


def _names_source(text: str) -> bool:
    """Whether a line is a label and whoever it names: "Source: Reuters"."""
    found = _LABEL.fullmatch(text.strip(_AROUND))
    if found is None or found[1].strip().lower() not in _LABELS:
        return False
    return len(found[2].split()) <= _MOST_NAMES


def _names_agency(text: str) -> bool:
    """Whether a line is the name of an agency, with initials or "with" and "from" beside it."""
    if len(text) > _AGENCY_LINE:
        return False
    words = [word.strip(_AROUND) for word in text.lower().replace("/", " ").split()]
    if _AGENCIES.isdisjoint(words):
        return False
    return all(word in _AGENCIES or word in _FROM or len(word) <= _INITIALS for word in words)
