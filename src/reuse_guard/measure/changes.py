"""What was changed inside copied text, and what was cut from the original."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np
from rapidfuzz.distance import Indel

from reuse_guard.align.sentences import sentences_in
from reuse_guard.documents.pointers import is_advertisement
from reuse_guard.frozen import frozen
from reuse_guard.text.alphabets import is_spelled_otherwise
from reuse_guard.text.spans import Span
from reuse_guard.text.words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from reuse_guard.align import Passage
    from reuse_guard.documents.model import Document
    from reuse_guard.text.words import Words


# Words of a sentence that is known again wherever it stands. The last line of a paragraph of plain
# text may be one word, which is a heading elsewhere.
_SENTENCE: Final = 4
_FEW: Final = 3  # words of a sentence at the edge of a passage; fewer tell nothing


class ChangeKind(StrEnum):
    """What happened to words of the original."""

    REPLACED = "replaced"
    REMOVED = "removed"
    ADDED = "added"
    DISPLACED = "displaced"  # whole sentences are missing where a paragraph of its own stands
    RESPELT = "respelt"  # put into another alphabet

    @property
    def is_certain(self) -> bool:
        """Whether it is an edit whatever the publisher calls one."""
        return self not in (ChangeKind.DISPLACED, ChangeKind.RESPELT)


@frozen
class Change:
    """One change inside copied text.

    Attributes:
        kind: what happened.
        original: the words of the original; empty for added ones.
        candidate: the words of the candidate; empty for removed ones.
        line: source line of the candidate.
    """

    kind: ChangeKind
    original: str
    candidate: str
    line: int


def find_changes(
    passages: Iterable[Passage], original: Document, candidate: Document
) -> tuple[Change, ...]:
    """The words replaced, removed or added inside copied sentences.

    Letters are compared as for the share: case, marks and typography are no change, hyphens and
    spaces among them: a line may end after the hyphen of a word that has one. Whole
    sentences left out are cuts, whole sentences put in are the candidate's own; neither is a
    change, nor is a sentence that was moved. Of a passage in another alphabet each word is another
    one: it is one change, and whether words were changed besides is not looked at.

    Args:
        passages: of the original's body words and the candidate's words; those that do not count
            are left out.
        original: the article.
        candidate: the text that uses it.
    """
    unchanged = _sentences(original.body_words) & _sentences(candidate.words)
    return tuple(
        change
        for passage in passages
        if passage.kind.counts
        for change in _changes_in(passage, original, candidate, unchanged)
    )


def count_replaced(changes: Iterable[Change]) -> int:
    """How many words of the original stand in the candidate in other words, as many at the least.

    >>> count_replaced([Change(ChangeKind.REPLACED, "the old harbour", "a pier", 4)])
    2
    """
    replaced = (change for change in changes if change.kind is ChangeKind.REPLACED)
    return sum(
        min(len(split_words(change.original)), len(split_words(change.candidate)))
        for change in replaced
    )


def find_cuts(document: Document, words: Words, copied: NDArray[np.bool_]) -> tuple[str, ...]:
    """The stretches of the document that were not copied.

    Args:
        document: the original.
        words: its words that count.
        copied: which of them were copied.
    """
    edges = np.flatnonzero(np.diff(~copied, prepend=False, append=False))
    spans = zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
    return tuple(_text(document, words, Span(*span)) for span in spans)


@frozen
class _Part:
    """Words of a document without the sentences that both documents have.

    Attributes:
        document: the document.
        words: its words that were aligned.
        places: which of them these are, in order.
        hashes: of each of these.
        breaks: whether a sentence ends with each of these.
    """

    document: Document
    words: Words
    places: NDArray[np.int64]
    hashes: NDArray[np.uint64]
    breaks: NDArray[np.bool_]

    @classmethod
    def of(cls, document: Document, words: Words, span: Span, unchanged: set[bytes]) -> _Part:
        """What is left of some whole sentences."""
        kept = np.zeros(len(words), np.bool_)
        kept[slice(*span)] = True
        for sentence in sentences_in(words, span):
            if _key(words, sentence) in unchanged:
                kept[slice(*sentence)] = False
        places = np.flatnonzero(kept)
        return cls(document, words, places, words.hashes[places], words.breaks[places])

    def parted(self, copied: Iterable[Span]) -> _Part:
        """The same, but words of sentences of which less than a third was found copied are others.

        Of a sentence of the candidate's own the article has "the" and "of" as well.
        """
        sentences = np.append(0, np.cumsum(self.words.breaks[:-1]))
        known = [sentences[start:stop] for start, stop in copied]
        sizes = np.bincount(sentences)
        counts = np.bincount(np.concatenate([*known, sentences[:0]]), minlength=len(sizes))
        is_own = (3 * counts < sizes)[sentences[self.places]]
        return replace(self, hashes=np.where(is_own, ~self.hashes, self.hashes))

    def text(self, span: Span) -> str:
        """The text of some of these words, up to where they do not follow each other any more."""
        places = self.places[slice(*span)]
        if not len(places):
            return ""
        gaps = np.flatnonzero(np.diff(places) > 1)
        last = places[gaps[0]] if len(gaps) else places[-1]
        return _text(self.document, self.words, Span(int(places[0]), int(last) + 1))

    def letters(self, span: Span) -> str:
        """The folded letters of some of these words, without what parts them."""
        return "".join(map(self.words.folded, self.places[slice(*span)].tolist()))

    def is_own(self, span: Span) -> bool:
        """Whether some of these words are whole paragraphs of the document."""
        start, stop = int(self.places[span.start]), int(self.places[span.stop - 1]) + 1
        blocks = self.document.blocks_in(*self.words.characters(Span(start, stop)))
        starts = self.words.starts
        begins = start == 0 or starts[start - 1] < blocks[0].start
        ends = stop == len(starts) or starts[stop] >= blocks[-1].stop
        return bool(begins and ends)

    def line(self, index: int) -> int:
        """The source line of one of these words, or of the last one."""
        place = self.places[min(index, len(self.places) - 1)]
        return self.document.line_at(int(self.words.starts[place]))


def _sentences(words: Words) -> set[bytes]:
    sentences = sentences_in(words, Span(0, len(words)))
    return {_key(words, sentence) for sentence in sentences if sentence.size >= _SENTENCE}


def _key(words: Words, sentence: Span) -> bytes:
    return words.hashes_in(sentence).tobytes()


def _changes_in(
    passage: Passage, original: Document, candidate: Document, unchanged: set[bytes]
) -> Iterator[Change]:
    old_words, new_words = original.body_words, candidate.words
    if _is_respelt(passage, old_words, new_words):
        yield _respelt(passage, original, candidate)
        return
    quoted, found = _sentences_of(passage, old_words, new_words)
    source = _Part.of(original, old_words, quoted, unchanged)
    target = _Part.of(candidate, new_words, found, unchanged).parted(passage.copied_candidate)
    for old, new in _differences(source.hashes.tolist(), target.hashes.tolist()):
        if not old.size and (_is_whole(target, new) or is_advertisement(target.text(new))):
            continue
        if not new.size and _is_whole(source, old):
            continue
        if source.letters(old) == target.letters(new):
            continue
        yield Change(
            kind=_kind(old, new, is_own=_is_whole(source, old) and target.is_own(new)),
            original=source.text(old),
            candidate=target.text(new),
            line=target.line(new.start),
        )


def _sentences_of(passage: Passage, original: Words, candidate: Words) -> tuple[Span, Span]:
    """The passage in whole sentences, less what is left of it at its edges by chance.

    A paragraph of the candidate's own may begin with "The" where the article's next one does. That
    is no sentence of the article with an edit, but one of its own beside what was copied.
    """
    quoted = _whole_sentences(passage.original, original)
    found = _whole_sentences(passage.candidate, candidate)
    ours, theirs = deque(sentences_in(original, quoted)), deque(sentences_in(candidate, found))
    for edge, leave_out in ((0, deque.popleft), (-1, deque.pop)):
        while min(len(ours), len(theirs)) > 1 and _are_by_chance(passage, ours[edge], theirs[edge]):
            leave_out(ours)
            leave_out(theirs)
    return Span(ours[0].start, ours[-1].stop), Span(theirs[0].start, theirs[-1].stop)


def _are_by_chance(passage: Passage, ours: Span, theirs: Span) -> bool:
    """Whether so little of two sentences was found copied that each is another one.

    Less than a third of each, or two words; but neither is whole, and "He said no." and "He said
    yes." are one sentence.
    """
    words = _words_in(ours, passage.copied)
    if words in (ours.size, theirs.size) or 6 * words >= ours.size + theirs.size:
        return False
    found = _words_in(theirs, passage.copied_candidate)
    return words < max(_FEW, ours.size / 3) and found < max(_FEW, theirs.size / 3)


def _words_in(sentence: Span, runs: Iterable[Span]) -> int:
    """How many words of a sentence stand in some runs."""
    start, stop = sentence
    return sum(max(0, min(stop, run.stop) - max(start, run.start)) for run in runs)


def _whole_sentences(span: Span, words: Words) -> Span:
    """The passage with the rest of the sentences that it begins and ends in.

    A sentence cut short at the edge of a passage is changed, and the aligner leaves its edge out.
    """
    start, stop = span
    while start > 0 and not words.breaks[start - 1]:
        start -= 1
    while stop < len(words) and not words.breaks[stop - 1]:
        stop += 1
    return Span(start, stop)


def _differences(source: list[int], target: list[int]) -> Iterator[tuple[Span, Span]]:
    """Where the sequences differ: a stretch of each, one of them empty or both not."""
    removed = added = Span(0, 0)
    for code in Indel.opcodes(source, target):
        if code.tag == "equal":
            if removed.size or added.size:
                yield removed, added
            removed = added = Span(0, 0)
            continue
        here = Span(code.src_start, code.src_end), Span(code.dest_start, code.dest_end)
        if removed.size or added.size:
            removed = Span(removed.start, here[0].stop)
            added = Span(added.start, here[1].stop)
        else:
            removed, added = here
    if removed.size or added.size:
        yield removed, added


def _is_whole(words: _Part, span: Span) -> bool:
    """Whether the words are whole sentences, taken at any of the places where they may be cut.

    Of "A. The x. The y." without its second sentence, "The x." is missing as well as "x. The".
    """
    return any(
        (start == 0 or words.breaks[start - 1]) and words.breaks[start + span.size - 1]
        for start in _slides(words.hashes, span)
    )


def _slides(hashes: NDArray[np.uint64], span: Span) -> Iterator[int]:
    """Where as many words may begin so that the same words are left on both sides.

    The subsequence takes what is missing as late as it can, so they may only begin earlier.
    """
    yield span.start
    start, stop = span
    while start > 0 and hashes[start - 1] == hashes[stop - 1]:
        start, stop = start - 1, stop - 1
        yield start


def _kind(old: Span, new: Span, *, is_own: bool) -> ChangeKind:
    if not old.size:
        return ChangeKind.ADDED
    if not new.size:
        return ChangeKind.REMOVED
    return ChangeKind.DISPLACED if is_own else ChangeKind.REPLACED


def _is_respelt(passage: Passage, original: Words, candidate: Words) -> bool:
    """Whether hardly a word is spelled as it was, as in a passage in another alphabet."""
    if not is_spelled_otherwise(original, candidate):
        return False
    same = np.isin(candidate.hashes_in(passage.candidate), original.hashes_in(passage.original))
    return 2 * int(np.count_nonzero(same)) < passage.candidate.size


def _respelt(passage: Passage, original: Document, candidate: Document) -> Change:
    start, stop = candidate.words.characters(passage.candidate)
    return Change(
        kind=ChangeKind.RESPELT,
        original=_text(original, original.body_words, passage.original),
        candidate=candidate.text[start:stop],
        line=candidate.line_at(start),
    )


def _text(document: Document, words: Words, span: Span) -> str:
    start, stop = words.characters(span)
    return document.text[start:stop]
