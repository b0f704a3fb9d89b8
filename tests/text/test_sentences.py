"""Sentences: cut where a reader would."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse_guard import read
from reuse_guard.text.sentences import split_sentences
from reuse_guard.text.words import split_words

# A river fell; a school opened: Hindi, Urdu, Arabic, Armenian, Amharic, Burmese, Khmer.
ENDED = [
    ["नदी का पानी उतर गया।", "स्कूल खुल गया।"],
    ["دریا کا پانی اتر گیا۔", "اسکول کھل گیا۔"],
    ["هل هبط النهر؟", "فتحت المدرسة."],
    ["Գետն իջավ։", "Դպրոցը բացվեց։"],
    ["ወንዙ ቀነሰ።", "ትምህርት ቤቱ ተከፈተ።"],
    ["မြစ်ရေကျသည်။", "ကျောင်းဖွင့်သည်။"],
    ["ទឹកស្រកហើយ។", "សាលាបើកហើយ។"],
]


def cut(text: str) -> list[str]:
    return [text[start:stop] for start, stop in split_sentences(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The river fell.", "Why did it fall?", "Nobody knows!"],
        ["Dr. Aliyeva and Mr. J. Smith paid 3.5 mln tenge.", "They left."],
        ["В 2025 г. река вышла из берегов.", "Ущерб — 3 млн. тенге.", "Помощь идёт."],
        ["Т. е. всё хорошо.", "А. Провоторов молчит."],
        ["2025 ж. су тасыды.", "Шығын – 3 млн. теңге."],
        ["“Leave now!”", "She left…", "He stayed."],
        ["“Why now?” asked the mayor.", "— Жылу жоқ! — деді ол.", "Это не я.", "Он ушёл."],
        [
            "В пос. Степной у оз. Балхаш, ст. 12, см. p. 4.",
            "She sat.",
            "No. 5 left.",
            "He said no.",
        ],
        ["Half of\nit fell.", "It rose", "Nobody knew."],
        ["水位下降了。", "为什么？"],
        *ENDED,
    ],
)
def test_a_text_is_cut_at_its_sentences(sentences: list[str]) -> None:
    assert cut(" ".join(sentences).replace("rose ", "rose\n")) == sentences


@pytest.mark.parametrize("sentences", ENDED)
def test_sentences_end_alike_for_words_and_for_lines(sentences: list[str]) -> None:
    words = split_words(" ".join(sentences))
    assert words.breaks.nonzero()[0].size == len(sentences)
    # Lines that all end sentences are paragraphs, no wrapped text.
    lines = "\n".join(sentences * 2)
    assert [block.text for block in read(lines, format="text").blocks] == sentences * 2


def test_a_line_break_ends_a_sentence() -> None:
    assert cut("A headline\n\nThe text.") == ["A headline", "The text."]


@pytest.mark.parametrize("run", ["." * 100_000, " " * 100_000, "!" * 100_000])
def test_a_long_run_of_marks_or_spaces_is_gone_over_once(run: str) -> None:
    begun = time.process_time()
    assert len(split_sentences(f"a{run}b")) == 1
    assert time.process_time() - begun < 10  # minutes where each mark began anew


@given(st.text(st.sampled_from(list('aB. !?\n\r«»"12…г')), max_size=60))
def test_every_visible_character_is_in_exactly_one_sentence(text: str) -> None:
    spans = split_sentences(text)
    inside = [place for start, stop in spans for place in range(start, stop)]
    assert inside == sorted(set(inside))
    assert not "".join(c for i, c in enumerate(text) if i not in set(inside)).strip()
