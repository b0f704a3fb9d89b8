"""A copy in disguise is found, or a person is asked to look: it is never allowed."""

from __future__ import annotations

import random
from base64 import b64encode
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from tests.reports.sample import ADDRESS, ORIGINAL

from reuse_guard import Outcome, Policy, Rule, Status, check, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# Read once for all: it is half of the work of a check.
KNOWN, NAMELESS = read(ORIGINAL, url=ADDRESS), read(ORIGINAL)
TEXT = " ".join(ORIGINAL.split("\n\n")[1:])
OWN = "Our own report from the river bank says nothing of what others wrote about it at all. "
LINK = f'<p>See <a href="{ADDRESS}">the Courier</a>.</p>'
SMALL = dict(zip("abcdefghijklmnoprstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", strict=True))
CHEROKEE = dict(zip("abcdeghijklmprstvwyz", "ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᎩᏃ", strict=True))
RAISED = dict(zip("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True))


def shifted(first: str) -> Callable[[str], str]:
    """Letters from `first` on in the place of those of the alphabet."""

    def dress(text: str) -> str:
        return "".join(
            chr(ord(first) + ord(letter) - ord("a")) if letter in SMALL else letter
            for letter in text.lower()
        )

    return dress


def by(table: dict[str, str]) -> Callable[[str], str]:
    return lambda text: "".join(table.get(letter, letter) for letter in text.lower())


@pytest.mark.parametrize(
    "dress",
    [
        pytest.param(shifted("ⓐ"), id="circled"),
        pytest.param(shifted("\U0001f130"), id="squared"),
        pytest.param(shifted("\U0001f150"), id="negative circled"),
        pytest.param(shifted("\U0001f170"), id="negative squared"),
        pytest.param(shifted("⒜"), id="in brackets"),
        pytest.param(by(SMALL), id="small capitals"),
        pytest.param(by(RAISED), id="modifier letters"),
        pytest.param(by(CHEROKEE), id="Cherokee"),
    ],
)
def test_letters_in_other_clothes_are_a_violation(dress: Callable[[str], str]) -> None:
    verdict = check(KNOWN, f"<p>{dress(TEXT)}</p>{LINK}")
    assert verdict.outcome is Outcome.VIOLATION
    assert verdict.share.ratio > 0.9


def boxes(words: Iterable[tuple[int, str]], style: str) -> str:
    return " ".join(f"<span style='{style.format(at)}'>{word}</span>" for at, word in words)


def halves(pattern: str) -> str:
    """Every word of four letters or more in two parts."""
    return " ".join(
        pattern.format(word[: len(word) // 2], word[len(word) // 2 :]) if len(word) > 3 else word
        for word in TEXT.split()
    )


def two_by_two(between: str) -> str:
    words = TEXT.split()
    return " ".join(between.join(words[at : at + 2]) for at in range(0, len(words), 2))


NUMBERED = list(enumerate(TEXT.split()))
REVERSED = boxes(reversed(NUMBERED), "")
MIXED = random.Random(1).sample(NUMBERED, len(NUMBERED))  # noqa: S311 - the same every time
NUMBERED_BOXES = boxes(MIXED, "order:{}")
PLACED = boxes(MIXED, "position:absolute;left:{}em")
SVG = b64encode(f"<svg><text y='9'>{TEXT}</text></svg>".encode()).decode()
UNREAD = {
    "letters apart": f"<p>{' '.join(TEXT)}</p>",
    "letters in elements of their own": "".join(f"<i>{c}</i> " for c in TEXT),
    "letters on lines of their own": "".join(f"<div>{c}</div>" for c in TEXT),
    "halves of flags": f"<p>{shifted(chr(0x1F1E6))(TEXT)}</p>",
    "without spaces": f"<p>{TEXT.replace(' ', '')}</p>",
    "parted by boxes": "".join(f"<span style='margin-right:4px'>{w}</span>" for w in TEXT.split()),
    "backwards": f"<p>\u202e{TEXT[::-1]}</p>",
    "backwards in an element": f"<p><bdo dir=rtl>{TEXT[::-1]}</bdo></p>",
    "turned round by a style": f"<p style='transform:scaleX(-1)'>{TEXT[::-1]}</p>",
    "from right to left": f"<p style='display:flex;flex-direction:row-reverse'>{REVERSED}</p>",
    "in the order of numbers": f"<p style='display:flex'>{NUMBERED_BOXES}</p>",
    "at places of their own": f"<p>{PLACED}</p>",
    "two by two": two_by_two(""),
    "two by two with no width": two_by_two("\u200b"),
    "digits for letters": TEXT.translate(str.maketrans("oleast", "013457")),
    "stars for vowels": TEXT.translate(str.maketrans("aeiou", "*****")),
    "doubled letters": "".join(2 * letter for letter in TEXT),
    "in fields": f"<p><input value='{TEXT[:300]}' readonly><input placeholder='{TEXT[300:]}'>",
    "in choices": f"<p><select size=9><option label='{TEXT}'></option></select>",
    "in an object": f"<object data='data:text/html,{quote(TEXT)}'></object>",
    "in a picture": f"<img src='data:image/svg+xml;base64,{SVG}'>",
    "in a style sheet": f"<style>p::before{{content:'{TEXT}'}}</style><p>Own words.</p>",
    "in attributes": f"<style>p::before{{content:attr(data-x)}}</style><p data-x='{TEXT}'>Own.</p>",
}


PARTED = {
    "in halves": halves("{} {}"),
    "in halves of a line": f"<section>{halves('<div>{}</div><div>{}</div>')}</section>",
    "in halves with a full stop": halves("{}.{}"),
    "in halves with an empty letter": halves("{}\u2800{}"),
}


@pytest.mark.parametrize("page", PARTED.values(), ids=PARTED.keys())
def test_words_in_halves_are_never_allowed(page: str) -> None:
    """Of some of them enough is found to be a violation."""
    verdict = check(KNOWN, f"<p>{page}</p><p>{OWN * 3}</p>{LINK}")
    assert verdict.outcome is not Outcome.ALLOWED


def test_half_of_an_article_in_disguise_is_for_review_and_a_fifth_allowed() -> None:
    words = TEXT.split()
    for part, outcome in ((2, Outcome.REVIEW), (5, Outcome.ALLOWED)):
        page = f"<p>{' '.join(words[: len(words) // part])[::-1]}</p><p>{OWN * 3}</p>{LINK}"
        assert check(KNOWN, page).outcome is outcome


def test_words_that_were_found_besides_do_not_make_a_disguise() -> None:
    """Beside what was copied, a few letters of the next word agree by chance."""
    others = (
        TEXT.replace("ferry", "barge").replace("seven", "eight").replace("pupils", "pensioners")
    )
    verdict = check(KNOWN, f"<p>{others[:200]}</p><p>{OWN * 3}</p>{LINK}")
    assert "by their letters" not in verdict.explain()


def test_what_must_be_used_whole_may_be_there_in_disguise() -> None:
    terms = Policy(id="whole", name="Courier", rules=[Rule(mode="full")])
    page = f"<p>{TEXT[::-1]}</p>{LINK}"
    assert check(NAMELESS, page, policy=terms).outcome is Outcome.REVIEW


@pytest.mark.parametrize("page", UNREAD.values(), ids=UNREAD.keys())
def test_words_that_cannot_be_told_ask_for_a_person(page: str) -> None:
    verdict = check(KNOWN, f"{page}<p>{OWN * 3}</p>{LINK}")
    assert verdict.outcome is Outcome.REVIEW
    (limit,) = (clause for clause in verdict.clauses if clause.id == "limit")
    assert limit.status is Status.UNVERIFIABLE
    assert "a person has to look" in limit.message


@pytest.mark.parametrize("start", ["data:text/html,", "DATA:text/html;charset=utf-8,", "data:,"])
def test_a_frame_with_its_document_in_its_address_is_read(start: str) -> None:
    frame = f"<iframe src='{start}{quote(TEXT)}'></iframe>"
    verdict = check(KNOWN, f"{frame}<p>{OWN}</p>{LINK}")
    assert verdict.outcome is Outcome.VIOLATION


def test_so_few_of_them_that_the_limit_is_kept_anyway_ask_for_nobody() -> None:
    """Twenty letters are five words at most, of an article of seventy."""
    page = f"<p>{OWN * 3}</p><p>P r i z e s  i n  t h e  l o t t e r y</p>{LINK}"
    assert check(KNOWN, page).outcome is Outcome.ALLOWED


def test_what_is_exceeded_without_them_stays_a_violation() -> None:
    page = f"<p>{TEXT}</p><p>{' '.join(TEXT)}</p>{LINK}"
    assert check(KNOWN, page).outcome is Outcome.VIOLATION


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("page", UNREAD.values(), ids=UNREAD.keys())
def test_they_are_told_in_every_language(page: str, language: str) -> None:
    verdict = check(KNOWN, f"{page}{LINK}")
    asked = {"en": "a person has to look", "ru": "человек", "kk": "адам қарауы керек"}[language]
    assert asked in verdict.explain(language)


def test_a_text_file_is_no_exception() -> None:
    apart = read(" ".join(TEXT), format="text")
    assert check(KNOWN, apart).outcome is Outcome.REVIEW


@pytest.mark.parametrize("policy", ["cc-by", "kazinform", "voa", "theconversation"])
@pytest.mark.parametrize("page", [*UNREAD.values(), "<div id=app></div>"])
def test_so_do_they_where_the_terms_set_no_limit(page: str, policy: str) -> None:
    assert check(KNOWN, page, policy=policy).outcome is Outcome.REVIEW
