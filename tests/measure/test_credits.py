"""Finding a line of credit as a reader would."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from time import process_time
from typing import Any

import pytest

from reuse_guard import read
from reuse_guard.measure.credits import FoundCredit, find_credit
from reuse_guard.measure.outline import outline
from reuse_guard.measure.pieces import holds_words, names_in, sighted_in
from reuse_guard.policy import CreditDuty
from reuse_guard.policy.duties import Part

ORIGINAL = replace(
    read("The ferry will sail in winter.", url="https://orig.kz/news/1"),
    title="Ferry sails in winter",
    authors=("Asel Nurlan", "Ivan Petrov"),
    published=date(2026, 11, 3),
)
BODY = "<p>Some words about it.</p><p>More of them here.</p><p>And more.</p><p>The end of it.</p>"


def found(template: str, page: str, *, where: str = "anywhere", **original: Any) -> FoundCredit:  # noqa: ANN401
    candidate = read(f"<article><h1>Ours</h1>{page}</article>", format="html")
    return find_credit(
        CreditDuty(template=template, where=where),
        replace(ORIGINAL, **original),
        candidate,
        outline(candidate),
        "The Courier (Courier.kz)",
    )


def named_by(page: str, publisher: str) -> FoundCredit:
    candidate = read(f"<article><h1>Ours</h1>{page}</article>", format="html")
    duty = CreditDuty(template="{publisher}")
    return find_credit(duty, ORIGINAL, candidate, outline(candidate), publisher)


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("By {author}", "by ASEL NURLAN and Ivan Petrov"),
        ("{title}", "Ferry Sails in Winter!"),
        ("Source: {publisher}", "Source — The Courier"),
        ("(c) {publisher}", "© The Courier"),
        ("Copyright © {date} {publisher}", "(с) 3 November 2026 The Courier"),
        ("© The Courier. All rights reserved", "Copyright 2026 The Courier, all rights reserved"),
        ("© {publisher}", "©</p><p>The Courier"),
        ("Source: {publisher}", "source: courier.kz"),
        ("First published by {publisher}", "This was first published by “The Courier”."),
        ("First published by {publisher}", "First published at The Courier"),
        ("{date}", "3 November 2026"),
        ("{date}", "November 3, 2026"),
        ("{date}", "03.11.2026"),
        ("{date}", "3 ноября 2026 г."),
        ("{date}", "2026 жылғы 3 қараша"),
        (
            "Read at {url}",
            'Read at <a href="https://www.orig.kz/news/1?utm_source=us">the site</a>',
        ),
        ("Read at {url}", "Read at https://orig.kz/news/1"),
        ("Read at {url}", "Read at www.orig.kz/news/1/?utm_source=us, not orig.kz/news/1-2."),
        ("Read at {url}", "Read at https://orig.kz/ news/1"),
        ("Read at {url}", "Read at https://orig.kz/ne<br>ws/1"),
        ("{author} {title}", "Ferry sails in winter: Asel Nurlan, Ivan Petrov"),
        ("By {author}", "By Aselya Nurlan, Ivan Petrov"),
        ("By {author}", "By Petrov Ivan and A. Nurlan"),
        ("CC BY-ND", "cc by-nd 4.0"),
        ("CC BY-ND", "© Us, CC-BY-ND"),
        ("licences.example/by/", '<a href="http://www.licences.example/by/4.0/">licence</a>'),
        ("licences.example/by/", "licences.example/by"),
        ("{author}", "Асель Нурлан, Иван Петров"),
    ],
)
def test_a_credit_is_found_as_a_reader_would(template: str, line: str) -> None:
    credit = found(template, f"{BODY}<p>{line}</p>")
    assert credit.missing == ()
    assert credit.line == 1


@pytest.mark.parametrize(
    ("template", "line", "missing"),
    [
        ("By {author}", "By Asel Nurlan", ("{author}",)),
        ("By {author}", "By our staff", ("{author}",)),
        ("CC BY-ND", "CC BY-NC", ("CC BY-ND",)),
        ("CC BY-NC", "CC BY-NC-ND", ("CC BY-NC",)),
        (
            "licences.example/by/",
            '<a href="https://licences.example/by-nd/4.0/">licence</a>',
            ("licences.example/by/",),
        ),
        ("{author}", "Асель Нурлан, Иван Сидоров", ("{author}",)),
        ("Published by {publisher}", "The Courier", ("Published by",)),
        ("{date}", "4 November 2026", ("{date}",)),
        ("{date}", "3 November", ("{date}",)),
        ("Read at {url}", 'Read at <a href="https://orig.kz/">the site</a>', ("{url}",)),
        ("Read at {url}", "Read at https://orig.kz/news/1-2", ("{url}",)),
        ("Read at {url}", "Read at orig.kz/news/1/comments", ("{url}",)),
        ("Source {publisher}", "nothing of the kind", ("Source", "{publisher}")),
    ],
)
def test_what_a_credit_lacks_is_named(template: str, line: str, missing: tuple[str, ...]) -> None:
    assert found(template, f"{BODY}<p>{line}</p>").missing == missing


def test_a_credit_may_be_spread_over_three_lines_and_no_more() -> None:
    assert (
        found(
            "By {author} {date}", f"<p>By</p><p>Asel Nurlan, Ivan Petrov</p><p>2026-11-03</p>{BODY}"
        ).missing
        == ()
    )
    far = f"<p>Asel Nurlan, Ivan Petrov</p>{BODY}<p>2026-11-03</p>"
    assert found("{author} {date}", far).missing in {("{author}",), ("{date}",)}


def test_a_hidden_credit_is_none() -> None:
    assert found("The Courier", f"{BODY}<p hidden>The Courier</p>").missing == ("The Courier",)


def test_the_place_is_looked_at() -> None:
    below = f"{BODY}<p>Source: The Courier</p>"
    assert found("Source: The Courier", below, where="end").missing == ()
    credit = found("Source: The Courier", below, where="lead")
    assert credit.elsewhere
    assert not found("Source: Gazette", below, where="lead").elsewhere


def test_what_the_original_does_not_tell_is_unknown() -> None:
    credit = found("By {author}, {date}", f"{BODY}<p>By us</p>", authors=(), published=None)
    assert credit.unknown == ("author", "date")
    assert credit.missing == ()
    assert credit.expected == "By [author], [date]"


@pytest.mark.parametrize(
    ("front", "template", "is_named"),
    [
        ("author: Asel Nurlan", "{author}", True),
        ("authors: [Ivan Petrov, A. Nurlan]", "{author}", True),
        ("author: Ivan Petrov", "{author}", False),
        ("author: Asel Nurlan", "{author}, The Courier", False),
    ],
)
def test_an_author_in_front_matter_may_be_shown(
    front: str,
    template: str,
    is_named: bool,  # noqa: FBT001
) -> None:
    original = read("---\nauthor: Asel Nurlan\n---\n\nThe ferry sails.\n", format="markdown")
    candidate = read(f"---\n{front}\n---\n\nThe ferry sails in winter.\n", format="markdown")
    credit = find_credit(
        CreditDuty(template=template), original, candidate, outline(candidate), "Gazette"
    )
    assert credit.missing
    assert credit.in_front_matter is is_named


def test_an_account_of_a_system_is_no_author() -> None:
    credit = found("{author}", f"{BODY}<p>By us</p>", authors=("admin",))
    assert credit.unknown == ("author",)


def test_the_expected_line_is_filled_in() -> None:
    credit = found("{title} by {author}, {publisher}, {date}: {url}", BODY)
    assert credit.expected == (
        "Ferry sails in winter by Asel Nurlan, Ivan Petrov, The Courier, 2026-11-03:"
        " https://orig.kz/news/1"
    )


def test_short_words_are_not_found_in_longer_ones() -> None:
    assert not holds_words("They apply it", "AP")
    assert holds_words("By AP staff", "AP")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Степной курьер", "По материалам «Степного курьера»"),
        ("Степной курьер", "Опубликовано «Степным курьером»"),
        ("Дала шабарманы", "«Дала шабарманынан» алынды"),
        ("Новая газета", "Читайте в «Новой газете»"),
        ("Steppe Courier", "via @SteppeCourier"),
        ("Степной курьер", "Source: Stepnoy Kuryer"),
        ("Qazaq Dalasy", "Дереккөз: Қазақ даласы"),
        ("Азаттық", "Источник: Азаттык"),
        ("Орда", "со ссылкой на «Орду»"),
        ("Курсив", "по данным Курсива"),
        ("Space", "The boat has much room for all of its passengers, as it is said on Space"),
        ("Space", "The boat has much room for all of its passengers, as it is said on space.kz"),
        ("The Courier", "Source: Teh Courier"),
        ("The Steppe Courier", "Source: Steppe Courier"),
        ("Tengri.kz", "Источник: Tengri"),
        ("Tengri.com.kz (Тенгри)", "Источник: Tengri"),
        ("Zakon.kz", "Источник: Закон.кз"),
        (
            "Current Time",
            "The boat has much room for all its passengers, as one reads at current-time.kz",
        ),
        ("StepCourier", "<b>Step</b><i>Courier</i>"),
        ("Courier", "<span>Asel Nurlan</span><span>2 March 2026</span><span>Courier</span>"),
    ],
)
def test_a_publisher_is_named_in_any_form_of_its_name(name: str, line: str) -> None:
    assert named_by(f"{BODY}<p>{line}</p>", name).missing == ()


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Новая газета", "Вышли новые газеты."),
        ("Степной курьер", "Степной ветер и курьер."),
        ("Orda", "The order came late."),
        ("Орда", "Жили на берегу Орды."),
        ("Space", "The boat has so much space that passengers walk around on it for hours a day."),
        ("Space", "The boat has much space, as we saw."),
        ("Власть", "Местная власть нам так и не ответила."),
        (
            "Vlast",
            "Местная власть ответила жителям, что паром будет ходить каждый день до самой зимы.",
        ),
        (
            "Current Time",
            "At the current time nobody knows when the boat will sail again, says its owner.",
        ),
        (
            "The Conversation",
            "The conversation of both mayors went on for hours and came to nothing at all.",
        ),
        ("Zakon.kz", "Закон о паромах"),
        ("Курьер.kz", "The lake"),
        ("On It", "A point onit."),
        ("Steppe Courier", "Another Courier of the steppe."),
        ("The Conversation", "Their conversations went on."),
        ("StepCourier", "A courier, step by step."),
        ("Onit", "A point on it."),
    ],
)
def test_other_words_name_no_publisher(name: str, line: str) -> None:
    assert named_by(f"{BODY}<p>{line}</p>", name).missing == ("{publisher}",)


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("Источник: steppe.kz", ()),
        ("Источник: www.orig.kz", ()),
        ("Источник: origo.kz", ("{publisher}",)),
        ("Источник: степь", ("{publisher}",)),
    ],
)
def test_a_publisher_is_named_by_the_address_of_its_site(
    line: str, missing: tuple[str, ...]
) -> None:
    candidate = read(f"<article><h1>Ours</h1>{BODY}<p>{line}</p></article>", format="html")
    duty, places = CreditDuty(template="{publisher}"), outline(candidate)
    found = find_credit(duty, ORIGINAL, candidate, places, "Курьер", hosts=("steppe.kz",))
    assert found.missing == missing


@pytest.mark.parametrize("template", ["Photo: {publisher}", "Photo courtesy of {publisher}"])
def test_the_credit_of_a_picture_is_one_where_the_terms_ask_for_it(template: str) -> None:
    line = template.replace("{publisher}", "The Courier")
    assert found(template, f"<p>{line}</p>{BODY}").missing == ()
    assert found(template, f"<p>The Courier</p>{BODY}").in_copy is None


@pytest.mark.parametrize(
    ("caption", "missing", "may_credit"),
    [
        ("Kredito: The Courier", ("{publisher}",), 1),
        ("Bildquelle: The Courier", ("{publisher}",), None),
        ("The lake in June. The Courier", ("{publisher}",), 1),
        ("© The Courier", ("{publisher}",), 1),
        ("Photo: The Courier", ("{publisher}",), None),
        ("Text: The Courier", (), None),
        ("Source: The Courier", (), None),
        ("The Courier is a newspaper of the steppe", (), None),
    ],
)
def test_words_under_a_picture_credit_the_text_where_they_say_so(
    caption: str, missing: tuple[str, ...], may_credit: int | None
) -> None:
    figure = f'<figure><img src="a.jpg"><figcaption>{caption}</figcaption></figure>'
    credit = found("{publisher}", f"{figure}{BODY}")
    assert (credit.missing, credit.may_credit) == (missing, may_credit)


@pytest.mark.parametrize(
    ("beside", "missing"),
    [
        ("<nav><a href='/c'>The Courier</a></nav>", ("{publisher}",)),
        ("<footer><p>Partners: The Courier</p></footer>", ("{publisher}",)),
        ("<p>Tags: ferries, The Courier</p>", ("{publisher}",)),
        ("<p>Read also: The Courier wins a prize</p>", ("{publisher}",)),
        ("<p>Subscribe to our channel about The Courier</p>", ("{publisher}",)),
        ("<nav>Report an error to The Courier</nav>", ("{publisher}",)),
        ("<p>Read more: <a href='https://orig.kz/news/1'>The Courier</a></p>", ()),
        ("<footer><p>Source: The Courier</p></footer>", ()),
        ("<footer><p>© The Courier</p></footer>", ()),
    ],
)
def test_menus_and_calls_may_credit_nobody(beside: str, missing: tuple[str, ...]) -> None:
    credit = found("{publisher}", f"{BODY}{beside}")
    assert (credit.missing, credit.may_credit) == (missing, 1 if missing else None)


def test_what_stands_between_the_headline_and_the_text_is_of_the_text() -> None:
    page = f"<article><header><h1>Ours</h1><p>The Courier</p></header>{BODY}</article>"
    assert named_by(page, "The Courier").missing == ()


def test_the_description_of_a_linked_picture_may_be_what_is_missing() -> None:
    logo = '<a href="https://orig.kz/"><img src="logo.png" alt="The Courier"></a>'
    assert found("{publisher}", f"{BODY}<p>{logo}</p>").pictured_at == 1
    assert found("{publisher}", f"{BODY}<p hidden>{logo}</p>").pictured_at is None
    assert found("By {author}, {publisher}", f"{BODY}<p>{logo}</p>").pictured_at is None
    assert found("{publisher}", f"{BODY}<p>{logo} The Courier</p>").pictured_at is None


@pytest.mark.parametrize(
    ("line", "may_be"),
    [
        ("The Courier, 3 Kitkima 2026", 6),
        ("The Courier, 3 March 2026", None),
        ("3 Kitkima 2026", None),
    ],
)
def test_a_day_with_a_month_of_no_known_name_may_be_the_right_one(
    line: str, may_be: int | None
) -> None:
    page = BODY.replace("</p><p>", "</p>\n<p>") + f"\n\n<p>{line}</p>"
    assert found("{publisher}, {date}", page).may_be_day == may_be
    assert found("{publisher}, {date}", page, published=None).may_be_day is None


@pytest.mark.parametrize(
    ("where", "first", "is_there"),
    [
        ("sentence<=1", "A boat sails, The Courier wrote. It is new. It is big.", True),
        ("sentence<=2", "A boat sails. It is new, The Courier wrote. It is big.", True),
        ("sentence<=1", "A boat sails. It is new, The Courier wrote. It is big.", False),
        ("sentence<=2", "A boat sails. It is new. It is big, The Courier wrote.", False),
        ("paragraph<=1", "A boat sails. It is new. It is big, The Courier wrote.", True),
    ],
)
def test_a_credit_stands_in_the_sentence_that_is_meant(
    where: str,
    first: str,
    is_there: bool,  # noqa: FBT001
) -> None:
    credit = found("{publisher}", f"<p>{first}</p>{BODY}", where=where)
    assert (credit.missing == ()) is is_there
    assert credit.elsewhere is not is_there


@pytest.mark.parametrize("line", ["The Courier", "The Courier</p><p>© 2026 The Herald"])
def test_a_mark_of_copyright_marks_whom_the_line_names(line: str) -> None:
    assert found("Copyright © {publisher}", f"<p>{line}</p>").missing == ("Copyright ©",)
    assert found("© {publisher}", f"<p>{line}</p>").missing == ("©",)


def test_a_credit_below_a_mark_that_may_end_no_sentence_may_stand_there() -> None:
    text = "<p>So says Yahoo! News of The Courier. It is big.</p>"
    assert found("{publisher}", text + BODY, where="sentence<=1").may_fit == 1
    text = "<p>So it says. News of The Courier. It is big.</p>"
    assert found("{publisher}", text + BODY, where="sentence<=1").may_fit is None


def test_a_link_below_the_sentence_that_is_meant_is_elsewhere() -> None:
    linked = 'It is new, see <a href="https://orig.kz/news/1">there</a>.'
    assert found("{url}", f"<p>{linked} It sails.</p>{BODY}", where="sentence<=1").missing == ()
    assert found("{url}", f"<p>It sails. {linked}</p>{BODY}", where="sentence<=1").elsewhere


SOURCE, RAIN = "<p>First published by The Courier.</p>", f"<p>{'It rained again. ' * 8}</p>"
SUPPORT = "<p>Support our newsroom.</p>"


@pytest.mark.parametrize(
    ("page", "may_stand"),
    [
        (f"{BODY}{SOURCE}{3 * SUPPORT}", True),
        (f"{BODY}{SOURCE}{4 * SUPPORT}", False),
        (f"{BODY}{SOURCE}{RAIN}", False),
        (f"{BODY}{SOURCE}<ul><li>We rest on Sunday.</li></ul>", False),
        (f"{BODY}{RAIN.replace('It', 'The Courier')}{SUPPORT}", False),
        (f"{SOURCE}{SUPPORT}", False),
    ],
)
def test_a_credit_above_short_paragraphs_may_stand_at_the_end(
    page: str,
    may_stand: bool,  # noqa: FBT001
) -> None:
    credit = found("{publisher}", page, where="end")
    assert credit.elsewhere
    assert (credit.may_fit is not None) is may_stand


@pytest.mark.parametrize(
    ("below", "is_there"),
    [
        ("<p>Ivan Petrov</p>", True),
        ("<p>Ivan Petrov</p><p>Akzhar, 20 November</p>", True),
        ("<p>Ivan Petrov</p><p>Akzhar</p><p>20 November</p>", True),
        ("<p>Ivan Petrov</p><p>Akzhar</p><p>20 November</p><p>The news</p>", False),
        ("<p>夜行巴士重返城市</p>" * 10, False),
        ("<p>Nothing more is known of it.</p>", False),
        ("<ul><li>One</li><li>Two</li></ul>", False),
    ],
)
def test_lines_at_the_end_are_no_last_paragraph(
    below: str,
    is_there: bool,  # noqa: FBT001
) -> None:
    last = "<p>The end of it, as The Courier wrote.</p>"
    assert (found("{publisher}", f"{BODY}{last}{below}", where="end").missing == ()) is is_there


def test_what_a_page_says_many_times_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[list[str]] = []

    def counted(wanted: Any, words: list[str], *others: Any) -> Any:  # noqa: ANN401
        looked_at.append(words)
        return sighted_in(wanted, words, *others)

    monkeypatch.setattr("reuse_guard.measure.credits.sighted_in", counted)
    found("{publisher} {author}", "<p>The river rose." * 200 + "<p>The bridge closed.")
    assert len(looked_at) == 2 * 3  # in each place, and for what is missing in what may be copied


def test_the_name_of_a_publisher_is_sought_in_time_linear_in_a_block() -> None:
    words = " ".join(f"river{number}" for number in range(10_000))
    begun = process_time()
    for text in (f"{words}, Space said.", f"{words} in space."):
        assert names_in(text, Part.PUBLISHER, ("Space",)) == ("Space" in text)
    assert process_time() - begun < 0.5  # a tenth; five where each word was folded alone
