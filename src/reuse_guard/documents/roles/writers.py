"""Who writes: a byline, words on the writer, what a publisher says of itself."""

from __future__ import annotations

import re

from reuse_guard.expressions import expression
from reuse_guard.text.endings import ends_clause

_LINE = 120  # characters
_DENSE_LINE = 24  # the same in Chinese, Japanese or Korean, where a letter is a word or a syllable
_FIRST_WITHOUT_SPACES = "\u2e7f"
NAME_LENGTH = 40
_WORDS_OF_A_NAME = 4
_NAME = expression(
    r"[^\W\d_][\w'\u2019-]*\.? [^\W\d_][\w'\u2019-]+|[\u3040-\u9fff\uac00-\ud7af]{2,4}"
)
_BY = expression(
    r"\W*(?:by|von|por|par|di|door|av|af|autor[ae]?s?|auteur|author|written by|text|yazan|oleh"
    r"|b\u1edfi|\u0430\u0432\u0442\u043e\u0440\u044b?|\u0442\u0435\u043a\u0441\u0442|\u0628\u0642\u0644\u0645"
    r"|\u4f5c\u8005|\u6587|\uae00|yozgan|muallif|szerz\u0151|\u03b3\u03c1\u03ac\u03c6\u03b5\u03b9)\b",
    re.IGNORECASE,
)
# What those who write articles are called, and what they do; not those who are told something or
# ask, nor conferences for them.
_JOB = expression(
    r"\b(?:reporter|correspondent|journalist|columnist|editor|freelance|covers|has written|writes"
    r"|корреспондент|журналист|обозреватель|редактор|пишет о|тілші|журналисі|туралы жазады"
    r"|periodista|corresponsal|redactora?|escribe sobre|journaliste|correspondant|rédact|écrit sur"
    r"|redakteur|korrespondent|schreibt|jornalista|repórter|escreve sobre|giornalista|scrive di"
    r"|gazeteci|muhabir|yaz\u0131yor|wartawan|jurnalis|menulis tentang|phóng viên|nhà báo"
    r"|dziennikarz|mwandishi|ameandika)"
    r"|صحفي|صحافي|مراسل|محرر|يكتب عن|पत्रकार|संवाददाता"
    r"|(?<![对對向诉訴受名])[记記]者(?![会會団团們们採采提]|に(?!な))|기자(?!\s?(?:회견|들|간담))",
    re.IGNORECASE,
)

# What somebody said, longer than the title of a book: editors and reporters are quoted in the news.
_SPEECH = expression(r'["\u201c\u201e\u00ab][^"\u201c-\u201e\u00ab\u00bb]{40}')

# What a desk puts before a note on the article itself.
_NOTE = expression(
    r"[\W_]*(?:corrections?|clarification|editor['\u2019]?s['\u2019]? note|исправлени[ея]|уточнение"
    r"|поправка|от редакции|примечание редакции|түзету|редакциядан|виправлення|від редакції"
    r"|korrektur|berichtigung|anmerkung der redaktion|correcci[oó]n|fe de errat?as|fe de errores"
    r"|nota de la redacci[oó]n|correctif|rectificatif|note de la rédaction|düzeltme|editörün notu"
    r"|correção|nota da redação|rettifica|nota della redazione|تصحيح|תיקון|訂正|更正|정정)\b"
    r".{0,40}?[:：】\]]",  # noqa: RUF001
    re.IGNORECASE | re.DOTALL,
)


def begins_note(text: str) -> bool:
    """Whether a text begins as a note of the desk on the article does.

    >>> begins_note("Correction, Nov. 15: An earlier version had the wrong river.")
    True
    >>> begins_note("Исправление: в первой версии текста названа другая река.")
    True
    >>> begins_note("Correction of the river bed began on Monday.")
    False
    """
    return _NOTE.match(text) is not None


def begins_byline(text: str) -> bool:
    """Whether a line begins with "by" in any of many languages."""
    return _BY.match(text) is not None


def names_writer_after_by(text: str) -> bool:
    """Whether a line is "by" in any of many languages, and a name.

    >>> names_writer_after_by("Por Ana Robledo"), names_writer_after_by("Por la tarde")
    (True, False)
    """
    if len(text) >= NAME_LENGTH or ends_clause(text):
        return False
    words = after_by(text).split()
    return 0 < len(words) <= _WORDS_OF_A_NAME and all(word[0] == word[0].upper() for word in words)


def after_by(text: str) -> str:
    """What stands behind "by" in any of many languages; nothing where a line begins otherwise.

    >>> after_by("Author: Asel Nurlan"), after_by("Asel Nurlan")
    ('Asel Nurlan', '')
    """
    found = _BY.match(text)
    return text[found.end() :].strip(" :\uff1a\u055d") if found else ""


def names_job(text: str) -> bool:
    """Whether a text begins with a name and soon says that its bearer writes, and quotes nobody."""
    name = _NAME.match(text)
    if name is None or not _is_proper(name[0]) or _SPEECH.search(text):
        return False
    if name[0][0] > _FIRST_WITHOUT_SPACES:  # any letters may be a name there
        return not _JOB.match(text) and _JOB.search(text, 0, _DENSE_LINE) is not None
    return _JOB.search(text, 0, _LINE) is not None


def _is_proper(name: str) -> bool:
    """Whether all words of a name begin with a capital, where a script has some."""
    return all(word[0] == word[0].upper() for word in name.split())


def names_writer(text: str, bylines: str) -> bool:
    """Whether a text begins with a name that stands in a byline."""
    name = _NAME.match(text)
    return name is not None and name[0] in bylines and _is_proper(name[0])


def names_site(text: str, host: str) -> bool:
    """Whether a text begins with the name of a site, as its host has it.

    >>> names_site("The Quay Gazette is read on every boat.", "www.quaygazette.example")
    True
    >>> names_site("Quay workers said so.", "www.quaygazette.example")
    False
    """
    label = max(host.lower().split(".")[:-1], key=len, default="")
    name = ""
    for word in text.split(None, _WORDS_OF_A_NAME)[:_WORDS_OF_A_NAME]:
        name += "".join(filter(str.isalnum, word.lower()))
        if label and label in (name, name.removeprefix("the")):
            return True
    return False
