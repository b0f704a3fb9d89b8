"""What a publisher is called, and whether a text names it in another form: inflected, joined."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reuse_guard.align.similar import are_similar
from reuse_guard.expressions import expression
from reuse_guard.measure.cases import are_cases
from reuse_guard.measure.names import folded_words
from reuse_guard.text.folding import fold_word
from reuse_guard.urls.identity import parse_address

if TYPE_CHECKING:
    from collections.abc import Iterable

_CYRILLIC = expression(r"[\u0400-\u04FF]{2}")
_WORD = expression(r"[^\W_]+")
_QUOTED = expression(r"[«\"\u201c\u201e]\s?([^\W\d_]+)\s?[»\"\u201c\u201d]")
_LONG: Final = 6  # letters of a name of one word that is hardly another one in any case
_LEAST: Final = 8  # letters of a name written as one word
_ARTICLE = expression(r"the\s+(?=\S+\s+\S)", re.IGNORECASE)  # of "The Sun" all is the name
_SITE = expression(r"([^\W_][\w-]*)(?:\.[\w-]+)*\.[^\W\d_]{2,}")


def names_of(publisher: str, hosts: Iterable[str], urls: Iterable[str]) -> tuple[str, ...]:
    """What a publisher is called: by its name, without "The", and by its site's address.

    A name that is an address, as "Tengri.kz", is one without its ending too.

    Args:
        publisher: its name; what follows in brackets is another one.
        hosts: of its sites.
        urls: of its article.

    >>> names_of("The Steppe Courier (Courier.kz)", ["steppe.kz"], ["https://www.steppe.kz/1"])
    ('The Steppe Courier', 'Courier.kz', 'Steppe Courier', 'Courier', 'steppe.kz')
    """
    names = [*filter(None, (name.strip(" )") for name in publisher.split("(")))]
    shorter = [_ARTICLE.sub("", name, count=1) for name in names if _ARTICLE.match(name)]
    shorter += [site[1] for site in map(_SITE.fullmatch, names) if site]
    parsed = filter(None, map(parse_address, urls))
    own = (address.unicode_host.removeprefix("www.") for address in parsed)
    return tuple(dict.fromkeys((*names, *shorter, *hosts, *own)))


def is_address(name: str) -> bool:
    """Whether a name is the address of a site, as "Tengri.kz" is."""
    return _SITE.fullmatch(name) is not None


def names_otherwise(name: str, found: list[str], text: str) -> bool:
    """Whether a text names a publisher in another form than its own.

    Russian and Kazakh inflect names («Степным курьером»); handles and logos join them. A name of
    one word («Орды») may be any word, unless it is quoted; logos part it («Qaz Monitor»).

    Args:
        name: of the publisher.
        found: the folded words of the text.
        text: the text itself: a name begins with a capital, which other words need not.

    >>> def is_named(name, text):
    ...     return names_otherwise(name, [*folded_words(text)], text)
    >>> is_named("Степной курьер", "Опубликовано «Степным курьером»")
    True
    >>> is_named("Новая газета", "Вышли новые газеты"), is_named("Orda", "order")
    (False, False)
    >>> is_named("Орда", "со ссылкой на «Орду»"), is_named("Орда", "на берегу Орды")
    (True, False)
    >>> is_named("Steppe Courier", "via @SteppeCourier"), is_named("QazMonitor", "Qaz Monitor")
    (True, True)
    """
    words = folded_words(name)
    joined = "".join(words)
    if len(words) < 2:  # noqa: PLR2004 - one word alone has too many that are like it
        if len(joined) >= _LEAST and any(one + other == joined for one, other in pairwise(found)):
            return True
        return _CYRILLIC.search(name) is not None and _is_in_case(joined, text)
    if len(joined) >= _LEAST and joined in found:
        return True
    return _CYRILLIC.search(name) is not None and _is_inflected(words, found, text)


def _is_in_case(word: str, text: str) -> bool:
    """Whether a name of one word stands in another case, quoted or long and with a capital."""
    quoted = _QUOTED.findall(text)
    long = (w for w in _WORD.findall(text) if w[0].isupper() and len(word) >= _LONG)
    return any(are_cases(word, fold_word(written)) for written in (*quoted, *long))


def _is_inflected(words: tuple[str, ...], found: list[str], text: str) -> bool:
    if not any(are_similar(words[0], word) for word in found):
        return False
    written = _WORD.findall(text)
    return any(
        written[at][:1].isupper() and all(map(_are_forms, words, written[at : at + len(words)]))
        for at in range(len(written) - len(words) + 1)
    )


def _are_forms(word: str, written: str) -> bool:
    """Whether a word of the text is one of the name's, whatever its ending."""
    folded = folded_words(written)
    return len(folded) == 1 and are_similar(word, folded[0])
