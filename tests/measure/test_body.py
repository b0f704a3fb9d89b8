"""An article's headline and captions in a candidate are no words of its body."""

from __future__ import annotations

import pytest

from reuse_guard import Outcome, check, read
from reuse_guard.measure.body import align_body
from reuse_guard.text.words import split_words

HEADLINE = "Old mill bridge to close for repairs until the first snow"
CAPTION = "Workers look at the old mill bridge on Tuesday morning before the town council met"
LEAD = (
    "The old mill bridge will close on Monday for repairs and stay closed until the first snow, the"
    " town council decided."
)
REST = (
    "Carts and cars have to take the ferry, which runs every half hour and holds six of either.",
    "The baker on the left bank has already hired two boys with barrows to carry his flour across.",
    "Masons found that frost had loosened eleven stones of the middle arch since the last survey.",
    "The mayor said nobody should be surprised, as the last repair was in her grandmother's day.",
    "Schoolchildren get a free pass for the ferry and an hour more of sleep on days with fog.",
)
URL = "https://orig.example/2026/bridge"


def page(*paragraphs: str, headline: str = HEADLINE, caption: str = CAPTION) -> str:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    figure = f"<figure><img src=b.jpg><figcaption>{caption}</figcaption></figure>"
    return f"<title>{headline}</title><article><h1>{headline}</h1>{figure}{body}</article>"


def copied(candidate: str, original: str = page(LEAD, *REST)) -> int:
    return check(original, candidate, original_url=URL).share.copied


@pytest.mark.parametrize(
    "line",
    [
        f"<h1>{HEADLINE}</h1>",
        f"<p>We read: {HEADLINE}, and more.</p>",
        f'<p>From <a href="{URL}">{HEADLINE.upper()}</a></p>',
        f"<p>{CAPTION}</p>",
    ],
)
def test_a_headline_or_a_caption_adds_nothing_to_the_share(line: str) -> None:
    excerpt = f"<p>{REST[2]}</p>"
    assert copied(line) == 0
    assert copied(line + excerpt) == copied(excerpt) == len(REST[2].split())


def test_the_headline_alone_asks_for_no_link() -> None:
    verdict = check(page(LEAD, *REST), f"<h1>{HEADLINE}</h1><p>Our own report.</p>")
    assert verdict.outcome is Outcome.ALLOWED


def test_the_first_sentence_counts_though_the_headline_has_most_of_its_words() -> None:
    assert copied(f"<h1>{HEADLINE}</h1><p>{LEAD}</p>") == len(LEAD.split())


def test_words_of_the_body_that_are_the_headline_too_count_but_where_they_stand_alone() -> None:
    headline = REST[2].partition(" of the middle")[0]
    original = page(LEAD, *REST, headline=headline)
    assert copied(f"<h1>{headline}</h1>", original) == 0
    assert copied(f"<p>{REST[2]} {REST[4]}</p>", original) == len(f"{REST[2]} {REST[4]}".split())


@pytest.mark.parametrize("line", [REST[1], LEAD])
def test_a_caption_that_is_a_paragraph_of_the_body_leaves_it_in_the_body(line: str) -> None:
    original = page(LEAD, *REST, caption=line, headline=line)
    assert copied(f"<h1>{line}</h1>", original) == len(split_words(line))
    assert check(original, original).share.ratio == 1


def test_a_long_headline_with_much_of_a_sentence_takes_no_words_away() -> None:
    original = page(LEAD, *REST, headline=f"{LEAD.rstrip('.')} in the end")
    counts = [copied(f"<p>{LEAD.rstrip('.')}{more}</p>", original) for more in ("", " in the end")]
    assert counts == [len(split_words(LEAD))] * 2


def test_passages_point_at_the_words_beside_a_headline_in_their_midst() -> None:
    original, candidate = read(page(LEAD, *REST)), read(f"<p>{LEAD} {HEADLINE} {REST[0]}</p>")
    words = candidate.words
    found = {
        int(word)
        for passage in align_body(original, candidate)
        for run in passage.copied_candidate
        for word in range(*run)
    }
    start = len(LEAD.split())
    assert found == set(range(len(words))) - set(range(start, start + len(HEADLINE.split())))


def test_the_page_itself_is_copied_whole() -> None:
    original = page(LEAD, *REST)
    assert check(original, original).share.ratio == 1


@pytest.mark.parametrize(
    "twice",
    [
        '<div class="wide">{body}</div><div class="narrow">{body}</div>',
        '<div>{body}</div><div style="display:none">{body}</div>',
        '<p class="lead">{lead}</p>{body}',
        '<div class="teaser"><p>{lead}</p></div><div hidden>{body}</div>',
    ],
)
def test_a_paragraph_that_stands_twice_on_a_page_is_one(twice: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in (LEAD, *REST))
    once, original = (
        f"<article><h1>{HEADLINE}</h1>{text}</article>"
        for text in (body, twice.format(body=body, lead=LEAD))
    )
    usual, share = (check(page, f"<p>{REST[3]}</p>").share for page in (once, original))
    assert (share.copied, share.total) == (usual.copied, usual.total)
    assert check(original, original).share.ratio == 1


def test_a_dish_that_is_on_the_plan_of_two_days_counts_each_time() -> None:
    dish = (
        "Zoodles with chicken (a cup of courgettes, four ounces of cooked chicken, a spoon of oil)"
    )
    plan = f"<article><h2>Monday</h2><p>{dish}</p><h2>Thursday</h2><p>{dish}</p></article>"
    assert check(plan, "Nothing of it.").share.total == 2 + 2 * len(split_words(dish))


def test_lines_that_are_repeated_for_a_reason_count_each_time() -> None:
    song = "Row, row, row your boat\n\nGently down the stream\n\nRow, row, row your boat\n"
    assert check(song, "Nothing of it.").share.total == len(song.replace(",", "").split())


@pytest.mark.parametrize(
    "line",
    [
        "<p>[00:{:02}] {}</p>",
        "<p><time>0:{:02}</time> {}</p>",
        '<div class="line"><span>01:{:02}</span> <span>{}</span></div>',
        "<p>10:{:02} \u2013 {}</p>",
    ],
)
def test_the_times_before_the_lines_of_a_transcript_are_no_words_of_it(line: str) -> None:
    texts = (LEAD, *REST)
    said = "".join(line.format(at * 7, text) for at, text in enumerate(texts))
    verdict = check(f"<article><h1>{HEADLINE}</h1>{said}</article>", f"<p>{REST[3]}</p>")
    assert verdict.share.total == len(split_words(" ".join(texts)))
    assert verdict.share.copied == len(split_words(REST[3]))


def test_an_hour_at_the_head_of_a_sentence_is_a_word_of_it() -> None:
    article = (
        f"<article><p>8:30 is when the ferry leaves.</p><p>{LEAD}</p><p>{REST[0]}</p></article>"
    )
    assert check(article, "Nothing of it.").share.total == 7 + len(split_words(LEAD + REST[0]))
