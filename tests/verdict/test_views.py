"""What a verdict keeps of the copied words: only words that count, at their own places."""

from __future__ import annotations

from reuse_guard import check, read
from reuse_guard.reports.registry import render
from reuse_guard.reports.report import Judged, Report

PAGE = """<html><body><article><h1>Ferry returns to Akzhar</h1>
<p>The ferry between Akzhar and the right bank runs again from Monday, the harbour office said.</p>
<figure><img src="a.jpg" alt=""><figcaption>The landing stage at dawn, as seen</figcaption>
</figure>
<p>Repairs took seven months because the steel for the new stage arrived only in September.</p>
<p>A crossing costs 200 tenge, and pupils travel free until the end of the school year.</p>
</article></body></html>"""


def test_a_caption_between_two_copied_paragraphs_is_not_among_the_copied_words() -> None:
    original = read(PAGE, format="html", url="https://steppe-courier.example/a")
    verdict = check(original, read(original.body_text, format="text"))
    assert verdict.share.ratio == 1
    text = verdict.original.text
    runs = [text[run.start : run.stop] for run in verdict.passages[0].copied]
    assert len(runs) == 2
    assert not any("landing stage at dawn" in run for run in runs)
    assert runs[0].endswith("office said")
    assert runs[1].startswith("Repairs took")
    assert runs[1].endswith("the school year")


def test_a_passage_that_repeats_another_says_how_many_of_its_words_are_counted_with_it() -> None:
    original = read(PAGE, format="html", url="https://steppe-courier.example/a")
    _, stage, price = original.body_text.split("\n")
    between = "Our own reporter walked along the bank and met nobody who knew of it. " * 6
    verdict = check(original, "\n\n".join((stage, between, f"{stage} {price}")))
    assert [(one.words, one.repeated) for one in verdict.passages] == [(15, 0), (31, 15)]
    assert all(one.counted for one in verdict.passages)
    assert verdict.share.copied == 31
    for format_ in ("terminal", "html", "markdown"):
        shown = " ".join(render(Report((Judged(verdict),)), format_).split())
        assert "15 words counted with another passage" in shown
