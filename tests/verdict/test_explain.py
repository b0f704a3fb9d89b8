"""A verdict tells itself in three languages, and again after it was saved."""

from __future__ import annotations

import pytest
from tests.policy.scenario import all_scenarios, load

from reuse_guard import Verdict, check
from reuse_guard.errors import UsageError
from reuse_guard.locale import LANGUAGES
from reuse_guard.policy import load_policy, preset_ids
from reuse_guard.verdict.explain import clause_name
from reuse_guard.verdict.model import Clause, ShareView, Status

ORIGINAL = """The ferry company of the lake puts a battery boat on its shortest line in December.

Passengers travel free for the whole month of the trial, and fishermen asked for a slower speed."""
CANDIDATE = (
    "The ferry company of the lake will put a battery boat on its shortest line in December."
)


@pytest.fixture
def verdict() -> Verdict:
    return check(ORIGINAL, CANDIDATE, original_url="https://qazmonitor.com/news/1")


def test_the_explanation_says_what_how_how_far_and_what_cures(verdict: Verdict) -> None:
    told = verdict.explain()
    assert told.startswith(
        "Violation: a clause of the terms is not kept.\nHeld against the terms of"
    )
    for part in (
        "How much may be copied [limit]: violated.",
        "  16 of the original's 33 words copied, 48.5%; at most 30% (9 words) may be.",
        "  Over the limit by 7 words.",
        "  Counted: words of the original's body",
        "  -> Remove 7 of the copied words.",
        "  -> Or: Ask for permission: the editors of QazMonitor, in writing.",
        "Link [link]: violated.",
        "  -> Put a visible link to https://qazmonitor.com/news/1",
    ):
        assert part in told
    assert told.endswith("not legal advice.\n")
    assert "infringement" not in told


def test_the_explanation_is_told_in_russian_and_kazakh(verdict: Verdict) -> None:
    assert "Скопировано слов оригинала: 16 из 33, 48,5\N{NO-BREAK SPACE}%" in verdict.explain("ru")
    assert verdict.explain("ru").startswith("Нарушение: соблюдены не все условия.")
    assert "Уберите 7 скопированных слов." in verdict.explain("ru")
    assert "Көшірілген 7 сөзді алып тастаңыз." in verdict.explain("kk")
    with pytest.raises(UsageError, match="language 'de' is not known"):
        verdict.explain("de")


def test_a_saved_verdict_tells_the_same(verdict: Verdict) -> None:
    saved = Verdict.model_validate_json(verdict.model_dump_json())
    assert saved == verdict
    for language in LANGUAGES:
        assert saved.explain(language) == verdict.explain(language)


@pytest.mark.parametrize("path", all_scenarios(), ids=lambda path: path.stem)
def test_every_scenario_is_told_in_every_language(path: object) -> None:
    scenario = load(path)  # type: ignore[arg-type]
    for page in (scenario.page, *map(scenario.changed, scenario.changes)):
        verdict = scenario.check(page)
        told = [verdict.explain(language) for language in LANGUAGES]
        assert len(set(told)) == len(LANGUAGES)
        assert len({text.count("\n") for text in told}) == 1


def test_every_clause_of_every_preset_has_a_name() -> None:
    for clause_id in ("limit", "limit-2", "link-12", "attest-ai", "not-before", "kept-links"):
        assert str(clause_name(Clause(clause_id, Status.MET, None, None, "")))
    assert all(load_policy(policy_id).rules for policy_id in preset_ids())


def test_a_verdict_knows_whether_it_is_one_of_permission_and_its_best_link(
    verdict: Verdict,
) -> None:
    assert not verdict.ok
    assert verdict.backlink is None
    assert verdict.share.model_validate(verdict.share) == verdict.share
    assert verdict.share.ratio == verdict.share.copied / verdict.share.total


def test_nothing_of_nothing_is_no_share() -> None:
    assert ShareView(copied=0, total=0).ratio == 0
    with pytest.raises(ValueError, match="valid dictionary"):
        ShareView.model_validate("no share")
