"""Notes, doubts and reasons are told in the reader's language, and stay English as data."""

from __future__ import annotations

from datetime import date

import pytest

from reuse_guard import Grant, Limit, Policy, Rule, check
from reuse_guard.locale import LANGUAGES
from reuse_guard.policy import load_policy, preset_ids
from reuse_guard.reports.html.tables import grants_section, notes_section
from reuse_guard.reports.terminal import render_terminal
from reuse_guard.verdict.model import Verdict
from reuse_guard.verdict.preset_texts import preset_phrase

LEAD = "The ferry across the river will run again from Monday, the harbour office said this week."
MENU = "<nav>" + "<a href='/a'>Weather and roads</a> " * 40 + "</nav>"
ORIGINAL = f"""<html><head>
<link rel="stylesheet" href="/a.css"><link rel="stylesheet" href="/b.css">
</head><body>{MENU}<article><h1>Ferry</h1><p>{LEAD}</p></article>
<footer><p>When using our materials, a hyperlink to the original is mandatory.</p></footer></body>
</html>"""
TERMS = Policy(
    id="open",
    name="Courier",
    hosts=["courier.example"],
    permission="the editors of Courier, in writing",
    rules=[Rule(limits=[Limit(max="30%")])],
)
LETTER = Grant(id="letter", publisher="Courier", grantee="Weekly", revoked=date(2026, 11, 1))


@pytest.fixture(scope="module")
def verdict() -> Verdict:
    return check(
        ORIGINAL,
        f"<p>{LEAD}</p>",
        policy=TERMS,
        grants=[LETTER],
        original_url="https://other.example/ferry",
        as_of=date(2026, 11, 2),
    )


SAID = {
    "en": (
        "loads 2 external stylesheets, which were not read",
        "The policy open is for articles on courier.example; this one stands on other.example.",
        "is mandatory.”, but the policy open asks for no link.",
        "was revoked on 2026-11-01",
        "could not be read for certain: The body found has 16 words only.",
    ),
    "ru": (
        "Страница загружает 2 внешние таблицы стилей, они не прочитаны",
        "Политика open действует для статей на courier.example; эта стоит на other.example.",
        "is mandatory.», а политика open не требует ссылки.",
        "отозвано 2026-11-01",
        "не удалось прочитать надёжно: В найденном основном тексте только 16 слов.",
    ),
    "kk": (
        "Бет 2 сыртқы стиль кестесін жүктейді, ол оқылмады",
        "open саясаты courier.example сайтындағы мақалаларға арналған",
        "is mandatory.» делінген, ал open саясаты сілтеме қоюды талап етпейді.",
        "2026-11-01 күні кері қайтарып алынған",
        "оқу мүмкін болмады: Табылған негізгі мәтінде тек 16 сөз бар.",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_noted_is_told_in_the_language_of_the_report(
    verdict: Verdict, language: str
) -> None:
    terminal = render_terminal(verdict, width=400, language=language)
    page = notes_section(verdict, language) + grants_section(verdict, language)
    told = " ".join(f"{terminal} {page}".split())
    for words in SAID[language]:
        assert words in told
    assert 'lang="en"' not in page
    read_back = Verdict.model_validate_json(verdict.model_dump_json())
    assert notes_section(read_back, language) == notes_section(verdict, language)


def test_as_data_notes_doubts_and_reasons_are_english_text(verdict: Verdict) -> None:
    assert all(type(note) is str for note in verdict.notes)
    assert verdict.original.doubts == ("The body found has 16 words only.",)
    assert verdict.grants[0].reason == "was revoked on 2026-11-01"
    assert verdict.notes == tuple(map(str, verdict.note_sentences))


def test_what_is_in_no_catalogue_is_marked_as_english(verdict: Verdict) -> None:
    old = verdict.model_copy(update={"notes": ("Someone's own.",), "note_sentences": ()})
    assert '<li><span lang="en">Someone&#x27;s own.</span></li>' in notes_section(old, "ru")
    assert "<li>Someone&#x27;s own.</li>" in notes_section(old, "en")


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_what_presets_say_in_their_own_words_is_translated(language: str) -> None:
    policies = list(map(load_policy, preset_ids()))
    texts = {policy.permission for policy in policies}
    for rule in (rule for policy in policies for rule in policy.rules):
        texts |= {attest.provided for attest in rule.attest}
        texts |= {one.provided for one in rule.any_of}
    for text in texts - {None}:
        phrase = preset_phrase(text or "")
        assert not isinstance(phrase, str)
        assert str(phrase) == text
        assert phrase.render(language) != text


def test_the_cure_names_whom_to_ask_in_the_language_of_the_report() -> None:
    mild = check(f"{LEAD} " * 2, f"<p>{LEAD}</p>", policy=TERMS)
    assert "Запросите разрешение: редакция Courier, письменно." in mild.explain("ru")
    assert "Courier редакциясы, жазбаша түрде" in mild.explain("kk")
