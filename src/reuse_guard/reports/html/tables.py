"""What stands under the texts: passages, links and permissions in rows, and how it was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse_guard.locale import Phrase, phrase_of, say
from reuse_guard.reports.asides import note_phrases
from reuse_guard.reports.html.markup import section, shown, table, told
from reuse_guard.reports.labels import kind_name, link_name, repeated_phrase
from reuse_guard.verdict.flaws import describe
from reuse_guard.verdict.hiding import hidden_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reuse_guard.verdict.model import DocumentView, LineSpan, QuotedPassage, Verdict


def passages_section(verdict: Verdict, language: str) -> str:
    """A row for each passage, numbered as in the texts."""
    heading = told(say("Passages"), language)
    if not verdict.passages:
        nothing = told(
            say("No passage of the original was found in the candidate's text."), language
        )
        return section("passages", heading, f"<p>{nothing}</p>\n")
    heads = (say("No."), say("Kind"), say("Copied words"), say("Similarity"),
             say("Lines of the original"), say("Lines of the candidate"))  # fmt: skip
    rows = (_passage(number, each, language) for number, each in enumerate(verdict.passages, 1))
    listed = table(_told(heads, language), rows, named_by="passages")
    return section("passages", heading, listed)


def _passage(number: int, passage: QuotedPassage, language: str) -> Iterator[str]:
    yield f'<a href="#o{number}" data-p="{number}">{number}</a>'
    kind = told(kind_name(passage.kind), language)
    if passage.hidden:
        kind += f"; {told(hidden_phrase(passage.hidden), language)}"
    yield kind
    again = f"; {told(repeated_phrase(passage), language)}" if passage.repeated else ""
    yield told(say("{words:n}", words=passage.words), language) + again
    yield told(say("{share:r}", share=f"{passage.similarity:.0%}"), language)
    yield _lines(passage.original_lines)
    yield _lines(passage.candidate_lines)


def _lines(lines: LineSpan) -> str:
    return str(lines.first) if lines.first == lines.last else f"{lines.first}–{lines.last}"


def links_section(verdict: Verdict, language: str) -> str:
    """A row for each link, and why it counts or does not."""
    heading = told(say("Links to the original"), language)
    if not verdict.backlinks:
        nothing = told(say("The candidate has no link to the original."), language)
        return section("links", heading, f"<p>{nothing}</p>\n")
    heads = (
        say("No."),
        say("Address"),
        say("Text of the link"),
        say("Line"),
        say("What it counts for"),
    )
    rows = (
        (
            f'<span id="link{number}">{number}</span>',
            f'<span class="url">{shown(link.url)}</span>',
            f"<bdi>{shown(link.anchor)}</bdi>",
            told(say("{line:n}", line=link.line), language),
            f"{told(link_name(link.status), language)}. {told(describe(link), language)}",
        )
        for number, link in enumerate(verdict.backlinks, 1)
    )
    listed = table(_told(heads, language), rows, named_by="links")
    return section("links", heading, listed)


def grants_section(verdict: Verdict, language: str) -> str:
    """A row for each permission, and whether it covers the use; empty without any."""
    if not verdict.grants:
        return ""
    heads = (say("Permission"), say("From"), say("For"), say("Whether it covers this use"))
    rows = (
        (f"<bdi>{shown(each.id)}</bdi>", shown(each.publisher), shown(each.grantee),
         _maybe_english(each.reason_sentence or phrase_of(each.reason), language))
        for each in verdict.grants
    )  # fmt: skip
    listed = table(_told(heads, language), rows, named_by="grants")
    return section("grants", told(say("Permissions"), language), listed)


def notes_section(verdict: Verdict, language: str) -> str:
    """What a reader should know of the inputs; empty where there is nothing."""
    doubts = verdict.original.doubt_sentences or map(phrase_of, verdict.original.doubts)
    notes = [*note_phrases(verdict), *doubts]
    if not notes:
        return ""
    listed = "".join(f"<li>{_maybe_english(note, language)}</li>\n" for note in notes)
    return section("notes", told(say("Notes"), language), f"<ul>\n{listed}</ul>\n")


def _maybe_english(phrase: Phrase, language: str) -> str:
    """The phrase in the report's language, marked as English where that cannot be had."""
    text = shown(phrase.render(language))
    is_english = language != "en" and text == shown(str(phrase))
    return f'<span lang="en">{text}</span>' if is_english else text


def documents_section(verdict: Verdict, language: str) -> str:
    """Which files these were, to the byte."""
    heads = (
        say("Text"),
        say("Source"),
        say("Words"),
        say("Language"),
        say("Published"),
        say("SHA-256"),
    )
    rows = [
        _document(say("Original"), verdict.original, language),
        _document(say("Candidate"), verdict.candidate, language),
    ]
    definition = say(
        "A word is a run of letters and digits. The share is the copied words of the original's"
        " body, each counted once, against all words of the body: headline, byline, captions,"
        " reuse notice and related links do not count. Words are compared after folding case,"
        " marks and look-alike letters; edited words count where they are nearly the same."
    )
    listed = table(_told(heads, language), rows, named_by="measured")
    body = f"<p>{told(definition, language)}</p>\n{listed}"
    return section("measured", told(say("What was measured, and how"), language), body)


def _document(name: Phrase, document: DocumentView, language: str) -> Iterator[str]:
    yield told(name, language)
    yield f'<span class="source">{shown(document.source)}</span>'
    yield told(say("{words:n}", words=document.words), language)
    yield shown(document.language or "–")
    yield shown(document.published or "–")
    yield f'<code class="hash">{shown(document.sha256)}</code>'


def _told(heads: tuple[Phrase, ...], language: str) -> Iterator[str]:
    return (told(head, language) for head in heads)
