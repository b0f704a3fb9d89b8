"""Carrying a cure out on a candidate, as its editor would, by what the cure says and nothing else.

A cure is a phrase: its sentence says what to do, its values how much and where. `apply` changes
the source of the candidate (or what its editor declares, or asks for) and gives the new use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from functools import cache
from itertools import cycle, islice
from typing import TYPE_CHECKING, Any

from reuse_guard import Document, Grant, Policy, Verdict, check, check_many, read
from reuse_guard.locale import Phrase
from reuse_guard.policy import Declared, load_policy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reuse_guard import Clause

    Span = tuple[int, int]

PAGE = "https://partner.example/page"
AWAY = "FR"


@dataclass(frozen=True)
class Use:
    """An article, a page that uses it, and what is known besides.

    Attributes:
        original: the article, HTML.
        candidate: the page, HTML.
        policy: the terms, or the name of a preset.
        url: where the article stands, or None where that is not known.
        others: other uses that are checked together with this one.
    """

    original: str | Document
    candidate: str
    policy: Policy | str
    url: str | None = "https://orig.kz/news/1"
    as_of: date = date(2026, 11, 20)
    declared: Declared = field(default_factory=Declared)
    grants: tuple[Grant, ...] = ()
    others: tuple[tuple[str | Document, str], ...] | None = None

    def check(self) -> Verdict:
        """The verdict on the page; together with the others where there are any."""
        more: dict[str, Any] = {
            "policy": self.policy,
            "as_of": self.as_of,
            "declared": self.declared,
            "grants": self.grants,
        }
        original = self.original
        if isinstance(original, str):
            original = read_once(original, self.url)
        if self.others is None:
            return check(original, self.candidate, candidate_url=PAGE, **more)
        return check_many([(original, self.candidate), *self.others], **more)[0]


@cache
def read_once(original: str, url: str | None) -> Document:
    """The article: a use before and after its cures has the same."""
    return read(original, url=url)


def apply(cure: Phrase, clause: Clause, use: Use, verdict: Verdict) -> Use:
    """The use after the cure."""
    return ACTIONS[cure.text](_Cure(cure, clause, use, verdict))


# --- places in the source of a page ----------------------------------------------
class _Cure:
    """A cure with all that its appliers need."""

    def __init__(self, cure: Phrase, clause: Clause, use: Use, verdict: Verdict) -> None:
        self.values: dict[str, Any] = dict(cure.values)
        self.clause = clause
        self.use = use
        self.verdict = verdict
        self.text = verdict.candidate.text
        self.original = verdict.original.text

    @property
    def count(self) -> int:
        count = self.values["count"]
        assert isinstance(count, int)
        return count

    def page(self, html: str) -> Use:
        return replace(self.use, candidate=html)

    def copied(self) -> list[tuple[Span, Span]]:
        """Each copied word: where it stands in the original and in the candidate, in its order."""
        pairs: list[tuple[Span, Span]] = []
        for passage in self.verdict.passages:
            if passage.counted:
                sides = (
                    _words(self.original, passage.copied),
                    _words(self.text, passage.copied_candidate),
                )
                pairs += zip(*sides, strict=True)
        return sorted(pairs, key=lambda pair: pair[1])

    def in_source(self) -> list[int]:
        """For each character of the candidate's text its place in the source; -1 for a space."""
        html = self.use.candidate
        places = iter(_outside_tags(html, html.index("<body>")))
        found = []
        for character in self.text:
            if character.isspace():
                found.append(-1)
                continue
            found.append(next(place for place in places if html[place] == character))
        return found

    def erased(self, spans: list[Span]) -> str:
        """The source without these stretches of the candidate's text."""
        places, html = self.in_source(), list(self.use.candidate)
        for start, stop in spans:
            for place in places[start:stop]:
                if place >= 0:
                    html[place] = ""
        return "".join(html)

    def put(self, line: str) -> str:
        """The source with a paragraph in the place that the cure names."""
        place, html = self.values["place"].text, self.use.candidate
        is_low = re.search("last paragraph|below paragraph|anywhere", place)
        at = html.rindex("</article>") if is_low else html.index("</h1>") + len("</h1>")
        return f"{html[:at]}\n{line}\n{html[at:]}"


def _words(text: str, spans: tuple[Any, ...]) -> Iterator[Span]:
    for span in sorted(spans, key=lambda span: span.start):
        for found in re.compile(r"\w+").finditer(text, span.start, span.stop):
            yield found.span()


def _outside_tags(html: str, start: int) -> Iterator[int]:
    inside = False
    for place in range(start, len(html)):
        if html[place] == "<":
            inside = True
        elif html[place] == ">":
            inside = False
        elif not inside:
            yield place


# --- how much --------------------------------------------------------------------
def _remove_words(cure: _Cure) -> Use:
    last = [in_candidate for _, in_candidate in cure.copied()][-cure.count :]
    assert len(last) == cure.count
    return cure.page(cure.erased(last))


def _remove_characters(cure: _Cure) -> Use:
    """Whole words from the end, with what stands between them, until there are enough."""
    removed: list[Span] = []
    left, below = cure.count, None
    for _, (start, stop) in reversed(cure.copied()):
        if left <= 0:
            break
        gap = cure.text[stop:below] if below is not None else ""
        left -= stop - start + (0 if "\n" in gap else len(gap))
        removed.append((start, stop))
        below = start
    return cure.page(cure.erased(removed))


def _remove_units(cure: _Cure, unit: str) -> Use:
    """The last sentences or paragraphs that have most of their words from the original."""
    words = [span for _, span in cure.copied()]
    units = [found.span() for found in re.finditer(unit, cure.text)]
    taken = [
        (start, stop)
        for start, stop in units
        if 2 * sum(start <= word < stop for word, _ in words)
        >= len(re.findall(r"\w+", cure.text[start:stop]))
        > 0
    ]
    return cure.page(cure.erased(taken[-cure.count :]))


SENTENCE, PARAGRAPH = r"[^.\n]+\.?", r"[^\n]+"


def _remove_below(cure: _Cure, end_of: Callable[[str, int], int]) -> Use:
    """What comes from below a place of the original's body, told apart by the original alone."""
    _, body = cure.original.split("\n", 1)
    end = len(cure.original) - len(body) + end_of(body, cure.count)
    return cure.page(cure.erased([span for (_, stop), span in cure.copied() if stop > end]))


def _end_of(unit: str) -> Callable[[str, int], int]:
    return lambda body, count: list(re.finditer(unit, body))[count - 1].end()


def _end_of_characters(body: str, count: int) -> int:
    """The end of so many characters; the breaks between blocks are none."""
    return [place for place, character in enumerate(body) if character != "\n"][count - 1] + 1


def _remove_everything(cure: _Cure) -> Use:
    return cure.page(cure.erased([span for _, span in cure.copied()]))


OWN = (
    "Basil keeps longer when gardeners water its roots at dawn and never splash cold drops over"
    " warm leaves during July"
)


def _add_own(cure: _Cure) -> Use:
    amount: Phrase = cure.values["amount"]
    count, unit = dict(amount.values)["count"], amount.text
    assert isinstance(count, int)
    words = list(islice(cycle(OWN.split()), count))
    texts = {
        "{count:n} word": [" ".join(words)],
        "{count:n} character": [" ".join(words)[:count]],
        "{count:n} sentence": [" ".join(f"{word.title()} basil." for word in words)],
        "{count:n} paragraph": [f"{word.title()} basil." for word in words],
    }
    paragraphs = "".join(f"<p>{text}</p>\n" for text in texts[unit])
    return cure.page(cure.use.candidate.replace("</article>", f"{paragraphs}</article>"))


def _take_down_others(cure: _Cure) -> Use:
    assert cure.use.others is not None
    return replace(cure.use, others=cure.use.others[cure.count :])


# --- the words -------------------------------------------------------------------
def _put_back(cure: _Cure) -> Use:
    """Each word that was left out, below the word that stands above it in the original."""
    _, body = cure.original.split("\n", 1)
    body_start = len(cure.original) - len(body)
    copied, html = dict(cure.copied()), cure.use.candidate
    places, at, missing = cure.in_source(), html.index("</h1>") + len("</h1>"), []
    for found in re.finditer(r"\w+", cure.original[body_start:]):
        span = (found.start() + body_start, found.end() + body_start)
        if span in copied:
            at = places[copied[span][1] - 1] + 1
        else:
            missing.append((at, found[0]))
    for place, word in reversed(missing[: cure.count]):
        html = f"{html[:place]} {word}{html[place:]}"
    return cure.page(html)


def _restore(cure: _Cure) -> Use:
    """On each line with a change the paragraph of the original that is nearest to it."""
    lines = cure.use.candidate.split("\n")
    paragraphs = cure.original.split("\n")
    for number in {dict(said.values).get("line") for said in cure.clause.sentences}:
        if isinstance(number, int):
            (nearest,) = get_close_matches(lines[number - 1], paragraphs, 1, 0)
            lines[number - 1] = f"<p>{nearest}</p>"
    return cure.page("\n".join(lines))


# --- links and credits -----------------------------------------------------------
def _add_links(cure: _Cure) -> Use:
    values, use = cure.values, cure.use
    address = values["address"]
    if isinstance(address, Phrase):  # not known to the checker: its editor knows it
        address = "https://orig.kz/news/1"
        use = replace(use, url=address)
    words = dict(values["anchor"].values)["anchor"] if values["anchor"] else "source"
    size = f' style="font-size: {dict(values["size"].values)["size"]}"' if values["size"] else ""
    links = f'<p>See <a{size} href="{address}">{words}</a>.</p>\n' * values.get("count", 1)
    return replace(use, candidate=cure.put(links))


def _move_link(cure: _Cure) -> Use:
    lines = cure.use.candidate.split("\n")
    number = cure.values["line"] - 1
    (url,) = {link.url for link in cure.verdict.backlinks if link.place.line == number + 1}
    link = re.search(rf'<a [^>]*href="{re.escape(url)}".*?</a>', lines[number])
    assert link is not None
    lines[number] = lines[number].replace(link[0], "")
    cure.use = replace(cure.use, candidate="\n".join(lines))
    return cure.page(cure.put(f"<p>So says {link[0]}.</p>"))


def _put_line(cure: _Cure) -> Use:
    return cure.page(cure.put(f"<p>{cure.values['line']}</p>"))


# --- the page --------------------------------------------------------------------
def _into_head(cure: _Cure, tag: str) -> Use:
    html = re.sub(r'<link rel="canonical"[^>]*>', "", cure.use.candidate)
    return cure.page(html.replace("</head>", f"{tag}</head>"))


def _put_counter(cure: _Cure) -> Use:
    image = f'<img src="https://{cure.values["counter"]}/x?{cure.values["counter"]}" alt="">'
    return cure.page(cure.use.candidate.replace("</article>", f"{image}</article>"))


def _without_tags(cure: _Cure, tag: str, address: str) -> str:
    return re.sub(rf"<{tag} [^>]*{re.escape(address)}[^>]*>", "", cure.use.candidate)


def _put_back_links(cure: _Cure) -> Use:
    links = "".join(f'<p>See <a href="{u}">it</a>.</p>' for u in cure.values["urls"].split(", "))
    return cure.page(cure.use.candidate.replace("</article>", f"{links}</article>"))


def _remove_pictures(cure: _Cure) -> Use:
    for url in cure.values["urls"].split(", "):
        cure.use = cure.page(_without_tags(cure, "img", url))
    return cure.use


# --- days, places, permission ----------------------------------------------------
def _publish_later(cure: _Cure) -> Use:
    day = cure.values["first"]
    html = re.sub(r'<meta property="article:published_time"[^>]*>', "", cure.use.candidate)
    tag = f'<meta property="article:published_time" content="{day}">'
    html = html.replace("</head>", f"{tag}</head>")
    return replace(cure.use, candidate=html, as_of=date.fromisoformat(day))


def _take_down(cure: _Cure) -> Use:
    return cure.page("<html><body><p>This page was removed.</p></body></html>")


def _withdraw(cure: _Cure) -> Use:
    left = set(map(str.upper, cure.use.declared.territory)) - set(
        cure.values["countries"].split(", ")
    )
    declared = cure.use.declared.model_copy(update={"territory": tuple(left) or (AWAY,)})
    return replace(cure.use, declared=declared)


def _given_permission(cure: _Cure) -> Use:
    policy = load_policy(cure.use.policy)
    letter = Grant(id="letter", publisher=policy.name, grantee="B", waives="all")
    return replace(cure.use, grants=(letter,))


# What each sentence asks for. A cure that is not here fails the tests of cures.
ACTIONS: dict[str, Callable[[_Cure], Use]] = {
    "Ask for permission: {whom}.": _given_permission,
    "Ask {publisher} for permission ({terms}).": _given_permission,
    "Ask {publisher} for permission.": _given_permission,
    "Remove {count:n} copied word.": _remove_words,
    "Remove copied words of {count:n} character in all.": _remove_characters,
    "Remove {count:n} copied sentence.": lambda cure: _remove_units(cure, SENTENCE),
    "Remove the copy of {count:n} paragraph.": lambda cure: _remove_units(cure, PARAGRAPH),
    "Take down the copy of {count:n} article.": _take_down_others,
    "Remove what is copied from below the original's first word.": lambda cure: _remove_below(
        cure, _end_of(r"\w+")
    ),
    "Remove what is copied from below the original's first character.": lambda cure: _remove_below(
        cure, _end_of_characters
    ),
    "Remove what is copied from below the original's first sentence.": lambda cure: _remove_below(
        cure, _end_of(SENTENCE)
    ),
    "Remove what is copied from below the original's first paragraph.": lambda cure: _remove_below(
        cure, _end_of(PARAGRAPH)
    ),
    "Remove everything copied.": _remove_everything,
    "Add text of your own: at least {amount}.": _add_own,
    "Put back {count:n} word that was left out.": _put_back,
    "Restore the words of the original in these places.": _restore,
    "Put a visible link to {address} {place}{anchor}{size}{follow}.": _add_links,
    "Put {count:n} visible link to {address} {place}{anchor}{size}{follow}.": _add_links,
    "Move the link on line {line:n} {place}.": _move_link,
    'Put the line "{line}" {place}.': _put_line,
    'Put <link rel="canonical" href="{address}"> into the head.': lambda cure: _into_head(
        cure, f'<link rel="canonical" href="{cure.values["address"]}">'
    ),
    "Let the canonical tag name the page itself.": lambda cure: _into_head(
        cure, f'<link rel="canonical" href="{PAGE}">'
    ),
    'Put <meta name="robots" content="noindex"> into the head.': lambda cure: _into_head(
        cure, '<meta name="robots" content="noindex">'
    ),
    "Take noindex out of the page's robots tag.": lambda cure: cure.page(
        cure.use.candidate.replace("noindex", "index")
    ),
    "Put the publisher's counter ({counter}) on the page.": _put_counter,
    "Take the publisher's counter ({counter}) off the page.": lambda cure: cure.page(
        _without_tags(cure, "(?:img|script)", cure.values["counter"])
    ),
    "Put back the link to {urls}.": _put_back_links,
    "Remove the picture {urls}.": _remove_pictures,
    "Publish it on {first} or later.": _publish_later,
    "Take it down.": _take_down,
    "Do not offer it in {countries}.": _withdraw,
}
