"""What of a text credits somebody is found without going over all of the page again and again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from time import process_time
from typing import TYPE_CHECKING, Any

from reuse_guard import read
from reuse_guard.measure import cases, names
from reuse_guard.measure.crediting import own_text, without_picture
from reuse_guard.text.spans import Span

if TYPE_CHECKING:
    import pytest


class Runs(Sequence[Span]):
    """Runs that count how many of them were looked at."""

    def __init__(self, runs: list[Span]) -> None:
        self.runs, self.looked = runs, 0

    def __len__(self) -> int:
        return len(self.runs)

    def __getitem__(self, place: Any) -> Any:  # noqa: ANN401
        found = self.runs[place]
        self.looked += len(found) if isinstance(place, slice) else 1
        return found


def test_of_all_copied_runs_only_those_of_a_block_are_taken() -> None:
    said = "She told the Courier on Monday that all boats of the lake will be ready by the spring."
    blocks = read("\n\n".join([said] * 500)).blocks
    runs = Runs([Span(block.start + 4, block.start + 20) for block in blocks])
    own = {own_text(block, runs) for block in blocks}
    assert own == {f"She {' ' * 16}{said[20:]}"}
    assert runs.looked < 50 * len(blocks)


def test_a_row_of_words_behind_a_picture_credit_is_gone_over_once() -> None:
    begin = process_time()
    without_picture("Foto: X, " + "ab-" * 10_000, perhaps=True)
    assert process_time() - begin < 2  # 0.1 s; ten where a word may be of any length


def test_a_word_that_stands_there_often_is_asked_once_for_its_case(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = count()

    def counted(name: str, word: str) -> bool:
        next(asked)
        return cases.are_cases(name, word)

    monkeypatch.setattr(names, "are_cases", counted)
    text = "Мар Иван " + "Мария Сергеевна " * 500
    name = names.folded_words("Мария Иванова")
    assert not names.is_named(name, [*names.folded_words(text)], text)
    assert next(asked) < 20
