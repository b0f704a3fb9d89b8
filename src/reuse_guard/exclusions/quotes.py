"""Quotations as they are printed.

    «…»   „…“   “…”   "…"   ‘…’   「…」   »…«   and « … », nested in each other

Chinese and Japanese have no spaces around them. A quotation over several paragraphs opens anew in
each and closes in the last; in Russian it may have marks at its beginning and its end alone. In
Russian and Kazakh one mark closes two that end together: «Дед говорил: «Хлеб дарят», ТОО «Торговый
дом «Заря», and the reporter speaks inside the marks, whose words are none of the quotation: «Мост
готов, — сказал министр. — Он новый». A name in quotation marks («Ленфильм», the "Titanic") is no
quotation.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from reuse_guard.expressions import expression
from reuse_guard.text.scripts import has_alone, words_in
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CLOSERS: Final = {
    "«": "»",
    "„": "“”",
    "“": "”",
    '"': '"',
    "‘": "’",
    "\u2039": "\u203a",
    "»": "«",
    "\u203a": "\u2039",
    "「": "」",
    "『": "』",
}
_MARKS: Final = '«»„“”"‘’\u2039\u203a「」『』'
_MARK = expression(f"[{_MARKS}]")
_PARAGRAPH = expression(r"[^\n\r\u2028\u2029]*\S[^\n\r\u2028\u2029]*")
_WORD = expression(r"\w+")
# Fewer words are a name or a word held at arm's length, unless they end as speech does.
_FEWEST_WORDS: Final = 5
_ENOUGH: Final = 200  # characters that hold so many
_ENDS: Final = ".,!?…\uff0c。\uff01\uff1f"
_SPEECH_END = expression(rf"[{_ENDS}][»”“\"’\u203a」』«\u2039]\Z")
_FRENCH = expression("[«\u2039][ \u00a0\u202f][^\\W_]")  # and in Russian type that copies it
_GERMAN: Final = "»\u203a"  # close what French and Russian ones open, if no letter follows
_STRICT: Final = f'"‘{_GERMAN}'
_SPEECH_FOLLOWS = expression(r",?\s*[—–-]\s")
_SAID_SO = expression(r",\s*[—–-]\s")
_MOST_SILENT: Final = 3  # paragraphs without a mark, between the first and the last of a speech
# What a speaker puts between dashes himself ("— если успеем, —") does not begin with such a verb.
_VERB: Final = (
    "(?:(?:(?:рас)?сказа|написа|от(?:ве|ме)ти|замети|заяви|добави|поясни|объясни|уточни|сообщи"
    "|спроси|продолжи|напомни|предупреди|пошути|подчеркну|воскликну|говори)л[аи]?"
    "|(?:добавля|поясня|объясня|уточня|заявля|отмеча|замеча|сообща|рассказыва|подч[её]ркива|счита"
    "|утвержда|отвеча|продолжа|напомина|вспомина|усмеха)[ею]т(?:ся)?"
    "|говор(?:ит|ят|ится)|призна(?:лся|лась|лись|[её]тся)|пишет|уверена?|убежд[её]на?"
    "|деді|дейді|деп(?= \\w+[дт][ыі]\\b))"
)
_REPORTER = expression(
    rf"(?:[,!?…]|\.\.\.)(\s+[—–-]\s+{_VERB}\s+(?!(?:бы?|я|мы)\b)(?=\w)"
    r"(?:(?!\s-\s)[^—–.…!?«»„“”\"]|«[^«»]{1,60}»|\b\w\.){2,160}?[.,:]\s+[—–-]\s+)"
)


@dataclass(slots=True)
class _Open:
    """A quotation that has begun: its mark, where, and its parts in earlier paragraphs."""

    mark: str
    start: int
    earlier: list[Span] = field(default_factory=list)
    around: frozenset[str] = frozenset()  # marks of the ones it stands in
    inner: list[Span] = field(default_factory=list)  # closed in it: quotations if it never closes
    is_over: bool = False  # the mark of an inner one closed it too, as far as can be told
    silent: int = 0  # paragraphs without a mark since

    @property
    def marks(self) -> frozenset[str]:
        """Each mark that is open here, once: so many are few, however deep it is."""
        return self.around | {self.mark}


def find_quotations(text: str, paragraphs: Iterable[Span] | None = None) -> tuple[Span, ...]:
    """Characters of the outermost quotations of a text, their marks included, in order.

    Args:
        text: any text.
        paragraphs: where its paragraphs stand; each line is one when left out.

    >>> text = 'He said: “We saw the ‘flood’ rise at night.” The "Titanic" sank.'
    >>> [text[a:b] for a, b in find_quotations(text)]
    ['“We saw the ‘flood’ rise at night.”']
    """
    if not any(mark in text for mark in _MARKS):  # ten times as fast as one search for all
        return ()
    lines = (Span(*match.span()) for match in _PARAGRAPH.finditer(text))
    found = _quotations(text, lines if paragraphs is None else paragraphs)
    speech = (part for parts in found if _is_speech(text, parts) for part in parts)
    return tuple(piece for part in speech for piece in _without_reporter(text, part))


def _quotations(text: str, paragraphs: Iterable[Span]) -> Iterator[list[Span]]:
    """The parts of every quotation, one a paragraph."""
    carried: _Open | None = None
    places = deque(match.start() for match in _MARK.finditer(text))
    for paragraph in paragraphs:
        is_silent = not (places and places[0] < paragraph.stop)
        if is_silent and (carried is None or _lasts(carried, paragraph)):
            continue  # as most, without a mark
        stack = _resume(text, paragraph, carried)
        if carried is not None and not stack:
            yield from ([span] for span in carried.inner)
        carried = None
        while places and places[0] < paragraph.stop:
            place = places.popleft()
            closed = _read(text, place, stack)
            if closed is not None:
                yield [*closed.earlier, Span(closed.start, place + 1)]
        if stack:
            begun = next((at for at, each in enumerate(stack) if not each.is_over), 0)
            yield from ([span] for each in stack[:begun] for span in each.inner)
            carried = stack[begun]
            carried.inner = [span for each in stack[begun:] for span in each.inner]
            carried.earlier.append(Span(carried.start, paragraph.stop))
    if carried is not None:
        yield from ([span] for span in carried.inner)


def _lasts(carried: _Open, paragraph: Span) -> bool:
    """Whether a quotation may go on through a paragraph without a mark; it is then a part of it."""
    if carried.mark != "«" or carried.is_over or carried.silent == _MOST_SILENT:
        return False
    carried.silent += 1
    carried.earlier.append(paragraph)
    return True


def _resume(text: str, paragraph: Span, carried: _Open | None) -> list[_Open]:
    """What is open at the start of a paragraph: a quotation that the one before did not close."""
    if carried is None:
        return []
    first = _MARK.search(text, paragraph.start, paragraph.stop)
    start = (
        paragraph.start
        + len(text[paragraph.start : paragraph.stop])
        - len(text[paragraph.start : paragraph.stop].lstrip())
    )
    is_reopened = text[start] == carried.mark and not (carried.is_over or carried.silent)
    is_arrow = carried.silent and first and text[first.start() - 1].isspace()  # "Next »"
    closes = first and not is_arrow and _closes(text, first.start(), carried.mark)
    if is_reopened or closes:
        return [_Open(carried.mark, start, carried.earlier)]
    return []


def _read(text: str, place: int, stack: list[_Open]) -> _Open | None:
    """Take one mark; give the outermost quotation when it closes."""
    marks = stack[-1].marks if stack else frozenset()
    if any(_closes(text, place, mark) for mark in marks):
        while not _closes(text, place, stack[-1].mark):
            stack.pop()
        closed = stack.pop()
        if not stack:
            return closed
        outer = stack[-1]
        ends_both = outer.mark == closed.mark and not outer.inner
        if ends_both and _is_over(text, outer.start, Span(closed.start, place)):
            outer.is_over = True
            outer.inner.extend(outer.earlier)
        outer.inner.append(Span(outer.start if ends_both else closed.start, place + 1))
        return None
    is_reopened = bool(stack) and stack[0].earlier and stack[0].start == place
    if text[place] in _CLOSERS and not is_reopened and _opens(text, place):
        stack.append(_Open(text[place], place, around=marks))
    return None


def _is_over(text: str, start: int, inner: Span) -> bool:
    """Whether a quotation that began at `start` ends with one in it, the last mark aside.

    Names do, behind a word («ТОО «Торговый дом «Заря»), and speech at the end of what is said; what
    is named in a speech («Мы в «Ниве» живём) does not end it.
    """
    if text[max(0, start - 2) : start - 1].isalnum() or _SAID_SO.match(text, inner.stop + 1):
        return True
    first = text[inner.start : min(inner.stop, inner.start + _ENOUGH)]  # it may be very long
    return text[inner.stop - 1] in _ENDS and len(_WORD.findall(first)) >= _FEWEST_WORDS


def _opens(text: str, place: int) -> bool:
    """Whether a mark stands as an opening one does: no letter before it, no space after it."""
    mark, before, after = text[place], text[place - 1 : place], text[place + 1 : place + 2]
    if mark in _GERMAN:
        return after.isalnum() and not before.strip(" (\u00a0\u202f\n")
    is_apart = bool(after) and (not after.isspace() or _FRENCH.match(text, place) is not None)
    return is_apart and not _goes_on(before)


def _closes(text: str, place: int, opener: str) -> bool:
    """Whether a mark closes what `opener` opened: no space before it, no letter after it."""
    if text[place] not in _CLOSERS[opener]:
        return False
    if opener not in _STRICT:
        return True
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return bool(before) and not before.isspace() and not _goes_on(after)


def _goes_on(beside: str) -> bool:
    """Whether what stands beside a mark is of one word with it, in a script with spaces."""
    return beside.isalnum() and not has_alone(beside)


def _without_reporter(text: str, quotation: Span) -> Iterator[Span]:
    """The pieces of a quotation between which the reporter tells who speaks."""
    start = quotation.start
    for said in _REPORTER.finditer(text, quotation.start, quotation.stop):
        yield Span(start, said.start(1))
        start = said.end()
    yield Span(start, quotation.stop)


def _is_speech(text: str, parts: list[Span]) -> bool:
    quoted = "\n".join(text[part.start : part.stop] for part in parts)
    words = words_in(quoted) if has_alone(quoted) else _WORD.findall(quoted)
    if len(words) >= _FEWEST_WORDS:
        return True
    return bool(_SPEECH_END.search(quoted) or _SPEECH_FOLLOWS.match(text, parts[-1].stop))
