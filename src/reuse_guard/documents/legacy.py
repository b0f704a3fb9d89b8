"""Which 8-bit or East Asian encoding a text is in, told by whether the result looks like writing.

An 8-bit encoding never fails on the wrong bytes, it gives other letters: windows-1251 read as
Latin-1 is "Ïðåçèäåíò", KOI8-R read as windows-1251 is "оПЕГХДЕМР", windows-1250 read as
windows-1252 is "Wroc³aw". Each such accident leaves marks that real writing does not have.
"""

from __future__ import annotations

import codecs
from collections import Counter
from typing import TYPE_CHECKING

from reuse_guard.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_CYRILLIC = (
    "cp1251", "koi8-r", "iso8859-5", "cp866", "mac-cyrillic", "koi8-u", "kz1048", "ptcp154",
)  # fmt: skip
# What the detector has no name for, or takes for another: Arabic that keeps to the ISO's letters
# is Thai to it.
_OTHERS = ("cp1252", "cp1250", "iso8859-2", "cp1254", "iso8859-6")
_DETECTABLE = (
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "cp874", "cp866", "koi8_r", "koi8_u", "iso8859_2", "iso8859_5", "iso8859_7", "mac_cyrillic",
    "gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "kz1048",
)  # fmt: skip

# Marks of a wrong guess. Where a symbol or a control stands between two letters, or an accented
# Latin letter between two others, or Latin beside Cyrillic letters, or a small letter before a
# capital one inside a word (a Cyrillic pair; "McDonald" is ASCII), the encoding is another. So
# it is where a foreign letter stands before a digit ("£10" read as windows-1250 is "Ł10") or
# symbols crowd together. Turkish alone writes its own three in a row.
_ODD = expression(
    r"[\x01-\x08\x0e-\x1a\x7f-\x9f\ue000-\uf8ff\ufffd]"
    r"|[A-Za-zÀ-ɏ][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-zÀ-ɏ]"
    r"|[À-ɏ][\u0590-\u06ff\u0e01-\u0e4e]|[\u0590-\u06ff\u0e01-\u0e4e][À-ɏ]"
    # Thai marks stand on a consonant, and the vowels written first stand before one.
    r"|(?<![ก-ฮะ-ฺ็-๎])[ัิ-ฺ็-๎]|[เ-ไ](?![ก-ฮ])|[ฯ-๎][\u0e50-\u0e59]"
    r"|[а-яѐ-џ][А-ЯЀ-Џ]|[a-z][ŠŽŸ]"
    r"|(?<=[^\W\d_])[\u00a1-\u00ac\u00ae-\u00b6\u00b8-\u00bb\u00bf\u00d7\u00f7"
    r"\u201a\u201e\u2020\u2021\u02c6\u2030\u2039\u203a\u20ac\u2116\u2122\u02dc][^\W\d_]"
    r"|[\u2500-\u259f\uff61-\uff9f]"
    r"|(?![A-Za-z])[^\W\d_](?=\d)"
    r"|[A-Za-z][\u3400-\u9fff\uac00-\ud7af][A-Za-z]"
    r"|[\u00a1-\u00bf]{2}|[¬√ƒ≈∆]"
    r"|[À-ÖØ-öø-\u011d\u0120-\u012f\u0132-\u015d\u0160-ɏ]{3}"
)
# Letters that no one language has together: Serbian or Macedonian beside Russian ones is Kazakh,
# or a Macintosh text, read as windows-1251; Ukrainian beside Russian ones likewise.
_STRANGERS = (
    (expression(r"[ЂЃЉЊЌЋЏђѓљњќћџѕЅ]"), expression(r"[йыэщъьюяё]")),
    (expression(r"[єїґЄЇҐ]"), expression(r"[ыэъёЫЭЪЁ]")),
)
# Accented letters of one language; a page's are nearly all of one, so Czech read as French shows.
_ALPHABETS = tuple(
    map(
        frozenset,
        (
            "àâæçéèêëîïôœùûüÿ", "äöüß", "áéíóúüñ", "áàâãçéêíóôõúü", "àèéìíòóùú", "åäöæøé",
            "áðéíóúýþæö", "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű",
            "ăâîșşțţ", "čćđšž", "âçğ\u0131îöşüû", "äöõüšž", "āčēģīķļņšūž", "ąčęėįšųūž",
        ),
    )
)  # fmt: skip
_ACCENTED = expression(r"[À-ÖØ-öø-ɏ]")
_OUTSIDE_WEIGHT = 0.1
_NOT_ASCII = expression(r"[^\x00-\x7f]+")
_CYRILLIC_LETTER = expression(r"[Ѐ-ӿ]+")
# The ten letters most frequent in Russian make up 62% of Russian, 55% of Kazakh and 58% of
# Ukrainian news text; of the same text under another Cyrillic encoding under 30%.
_COMMON_LETTER = expression(r"[оеаинтсрвл]")
_LEAST_COMMON = 0.4
# Odd places per letter beyond ASCII; right readings stay under .02 (names such as "ÀÁÂ", "°C").
_MOST_ODD = 0.08
# A declaration is kept unless another encoding convinces by this much more.
_CLEARLY_BETTER = 0.03
# Macintosh text differs from windows-1251 in capitals alone, and hardly any is left; nor of
# Kazakh in PT154. A sentence of French with one accented letter may be Slovak too.
_RARITY = {"mac-cyrillic": 0.008, "ptcp154": 0.008, "cp1250": 0.002}
_SAMPLE = 200_000  # bytes; enough to judge any page, and the time stays bounded
_FEW_LETTERS = 20  # below it letter frequencies say nothing


def reads_as_writing(text: str) -> bool:
    """Whether `text` lacks the marks of a wrong encoding.

    >>> reads_as_writing("Президент принял послов."), reads_as_writing("Ïðåçèäåíò ïðèíÿë ïîñëîâ.")
    (True, False)
    """
    return _oddity(text[:_SAMPLE]) <= _MOST_ODD


def choose(data: bytes, declared: str | None) -> tuple[str, str] | None:
    """The text of `data` and its encoding, or None when none gives writing.

    Args:
        data: bytes that are not UTF-8.
        declared: codec the caller or the page names; kept unless the text looks wrong in it.
    """
    readings = []
    for rank, name in enumerate(_contenders(data, declared)):
        text = _decoded(data, name)
        if text is None or not reads_as_writing(text):
            continue
        doubt = _doubt(text[:_SAMPLE]) + _RARITY.get(name, 0.0)
        if name == declared:
            doubt -= _CLEARLY_BETTER
        readings.append((max(0.0, doubt), rank, text, name))
        if doubt <= 0:
            break
    _, _, text, name = min(readings, default=(0.0, 0, "", ""))
    return (text, name) if name else None


def _contenders(data: bytes, declared: str | None) -> Iterator[str]:
    """Encodings to try, the likelier first."""
    if declared is not None and declared != "utf-8":
        yield declared
    import charset_normalizer  # noqa: PLC0415 - 40 ms, needed for few inputs

    best = charset_normalizer.from_bytes(data[:_SAMPLE], cp_isolation=list(_DETECTABLE)).best()
    if best:
        yield codecs.lookup(best.encoding).name
    yield from (*_CYRILLIC, *_OTHERS)


def _decoded(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _oddity(text: str) -> float:
    """Marks of a wrong encoding per character beyond ASCII, from 0; 1 for improbable letters."""
    foreign = sum(map(len, _NOT_ASCII.findall(text)))
    if not foreign:
        return 1.0 if _ODD.search(text) else 0.0
    letters = "".join(_CYRILLIC_LETTER.findall(text)).lower()
    if len(letters) >= _FEW_LETTERS:
        common = len(_COMMON_LETTER.findall(letters))
        if common < _LEAST_COMMON * len(letters):
            return 1.0
    strange = sum(
        min(len(ours.findall(text)), len(theirs.findall(text))) for ours, theirs in _STRANGERS
    )
    return (len(_ODD.findall(text)) + strange) / foreign


def _doubt(text: str) -> float:
    """How little a reading convinces: its odd places, and letters that are not one language's."""
    doubt = _oddity(text)
    accented = Counter(_ACCENTED.findall(text.lower()))
    if accented:
        inside = max(
            sum(count for letter, count in accented.items() if letter in alphabet)
            for alphabet in _ALPHABETS
        )
        doubt += _OUTSIDE_WEIGHT * (1 - inside / accented.total())
    cyrillic = "".join(_CYRILLIC_LETTER.findall(text))
    if cyrillic:  # capitals count as rare: KOI8-R has the cases the other way round
        doubt += _OUTSIDE_WEIGHT * (1 - len(_COMMON_LETTER.findall(cyrillic)) / len(cyrillic))
    return doubt
