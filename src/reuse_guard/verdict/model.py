"""The verdict: an outcome with a result, and the evidence, for every clause.

The model is what `--format json` prints; `Verdict.model_json_schema()` describes it and
`schema_version` counts its breaking changes.
"""

from __future__ import annotations

import json
from datetime import date  # noqa: TC003 - pydantic resolves the annotations
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, computed_field, model_validator
from pydantic_core import PydanticSerializationError

from reuse_guard.align import PassageKind  # noqa: TC001 - pydantic resolves the annotations
from reuse_guard.backlinks import Attribution, Backlink, best
from reuse_guard.documents.model import Format, Role  # noqa: TC001
from reuse_guard.frozen import frozen
from reuse_guard.grants import Coverage  # noqa: TC001
from reuse_guard.locale import Phrase  # noqa: TC001
from reuse_guard.verdict.clause import Clause, Outcome, PolicyView, Status
from reuse_guard.verdict.explain import explain

__all__ = [
    "SCHEMA_VERSION",
    "BlockView",
    "CharSpan",
    "Clause",
    "DocumentView",
    "GrantView",
    "LineSpan",
    "Outcome",
    "PolicyView",
    "QuotedPassage",
    "ShareView",
    "Status",
    "Verdict",
]

SCHEMA_VERSION: Final = "1"


@frozen
class CharSpan:
    """Characters `start <= i < stop` of a document's text, counted from 0."""

    start: int
    stop: int


@frozen
class LineSpan:
    """Lines of a source file, counted from 1, both ends included."""

    first: int
    last: int


@frozen
class QuotedPassage:
    """A stretch of the original aligned with a stretch of the candidate.

    Attributes:
        original: where it stands in `verdict.original.text`.
        candidate: where it stands in `verdict.candidate.text`.
        copied: runs of copied words in the original, inside `original`.
        copied_candidate: the same words as they stand in the candidate.
        words: copied words of the original in this passage.
        repeated: how many of them an earlier passage that counts has too, so that they add nothing.
        similarity: 0 to 1, how alike the two stretches are from the first copied word to the last.
        kind: `verbatim`, `edited` or another kind of reuse.
        counted: whether its words count for the share: False of a retelling. Each counts once, and
            not where the policy leaves out quoted speech or common sources and it is of these.
        original_lines: lines of the original's source.
        candidate_lines: lines of the candidate's source.
        hidden: why a reader of the candidate does not see it, or None.
    """

    original: CharSpan
    candidate: CharSpan
    copied: tuple[CharSpan, ...]
    copied_candidate: tuple[CharSpan, ...]
    words: int
    repeated: int
    similarity: float
    kind: PassageKind
    counted: bool
    original_lines: LineSpan
    candidate_lines: LineSpan
    hidden: str | None


@frozen
class BlockView:
    """A block of a document: its role and where it stands."""

    role: Role
    start: int
    stop: int
    first_line: int
    last_line: int
    hidden: str | None


@frozen
class DocumentView:
    """What the verdict keeps of a document.

    Attributes:
        source: the input as messages name it.
        format: how it is written.
        title: its headline.
        url: its address, as the caller gave it or the page declares it.
        sha256: hexadecimal digest of the source's bytes.
        words: number of words of `text`.
        language: as the document declares it.
        published: as the document declares it.
        text: everything it serves; all offsets of the verdict point into it.
        blocks: the pieces of `text` with their roles.
        doubts: why the whole reading of its body may be wrong.
        unsure: indices in `blocks` of those that may be body or not, whatever their role says.
        doubt_sentences: `doubts`, to be said in another language.
        seams: characters before which, in a block that is no body, a link begins or ends inside
            what reads as one word: a menu whose links a style sheet sets apart.
    """

    source: str
    format: Format
    title: str | None
    url: str | None
    sha256: str
    words: int
    language: str | None
    published: date | None
    text: str
    blocks: tuple[BlockView, ...]
    doubts: tuple[str, ...]
    unsure: tuple[int, ...]
    doubt_sentences: tuple[Phrase, ...] = ()
    seams: tuple[int, ...] = ()


@frozen
class GrantView:
    """A grant that was looked at, and whether it covers the use.

    Attributes:
        id: of the grant.
        publisher: who gave it.
        grantee: to whom.
        coverage: whether it covers the use.
        reason: why, in words that follow its name.
        evidence_sha256: digest of the letter, where it names one.
        reason_sentence: `reason`, to be said in another language.
    """

    id: str
    publisher: str
    grantee: str
    coverage: Coverage
    reason: str
    evidence_sha256: str | None
    reason_sentence: Phrase | None = None


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _without_computed(cls, data: object) -> object:
        """What is computed is printed, and left out again where a printed verdict is read."""
        computed = cls.model_computed_fields
        if not isinstance(data, dict) or computed.keys().isdisjoint(data):
            return data
        return {key: value for key, value in data.items() if key not in computed}

    def model_dump_json(self, *, indent: int | None = None, **options: Any) -> str:  # noqa: ANN401 - pydantic's own
        """The value as JSON, as pydantic writes it.

        Texts and names of files may hold half a character, which pydantic refuses: it is written as
        an escape, so that every place in the text stays where it is.
        """
        try:
            return super().model_dump_json(indent=indent, **options)
        except PydanticSerializationError:
            return json.dumps(self.model_dump(mode="json", **options), indent=indent)


class ShareView(_Frozen):
    """Copied words against all words that count."""

    copied: int
    total: int

    @computed_field  # type: ignore[prop-decorator]
    @property
    def ratio(self) -> float:
        """`copied / total`, 0 for an empty total; thresholds are compared on the counts."""
        return self.copied / self.total if self.total else 0.0


class Verdict(_Frozen):
    """Whether a candidate keeps the terms of an original's publisher, with the evidence.

    Attributes:
        schema_version: of this model; raised when a reader of the JSON would break.
        version: of reuse_guard.
        as_of: the day for which grants were looked up.
        outcome: allowed, violation or review.
        policy: what was judged against.
        clauses: every condition with its result.
        share: copied words of the original's body against all its body words.
        candidate_share: words of the candidate that come from the original against all its
            article words.
        hidden_share: the part of `share` that stands only in text a reader does not see.
        share_without_quotes: the share if quoted speech did not count.
        share_without_common_sources: the share if words of the common sources did not count;
            None where none were given.
        quoted: where quoted speech stands in `original.text`, counted or not.
        common: where words of the common sources stand in `original.text`, counted or not.
        passages: what was copied, side by side.
        backlinks: everything link-like that has to do with the original.
        attributions: everything but hyperlinks that ties the candidate to the original: canonical
            tags, metadata, addresses written out, the publisher's name, robots directives.
        grants: every grant given, and whether it covers this use.
        original: the original as read.
        candidate: the candidate as read.
        notes: what a reader of the report should know.
        note_sentences: `notes`, to be said in another language.
    """

    schema_version: Literal["1"] = SCHEMA_VERSION
    version: str
    as_of: date
    outcome: Outcome
    policy: PolicyView
    clauses: tuple[Clause, ...]
    share: ShareView
    candidate_share: ShareView
    hidden_share: ShareView
    share_without_quotes: ShareView
    share_without_common_sources: ShareView | None
    quoted: tuple[CharSpan, ...] = ()
    common: tuple[CharSpan, ...] = ()
    passages: tuple[QuotedPassage, ...]
    backlinks: tuple[Backlink, ...]
    attributions: tuple[Attribution, ...]
    grants: tuple[GrantView, ...]
    original: DocumentView
    candidate: DocumentView
    notes: tuple[str, ...]
    note_sentences: tuple[Phrase, ...] = ()

    @computed_field  # type: ignore[prop-decorator]
    @property
    def ok(self) -> bool:
        """Whether the outcome is *allowed*."""
        return self.outcome is Outcome.ALLOWED

    @property
    def backlink(self) -> Backlink | None:
        """The best of the backlinks, or None."""
        return best(self.backlinks)

    def explain(self, language: str = "en") -> str:
        """The verdict in plain words: what was measured, how far from the limit, the cures.

        Args:
            language: `en`, `ru` or `kk`.

        Raises:
            UsageError: it is another language.
        """
        return explain(self.outcome, self.policy, self.as_of, self.clauses, language)
