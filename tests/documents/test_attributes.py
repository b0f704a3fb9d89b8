"""Words that a page shows though they are the values of attributes."""

from __future__ import annotations

import pytest

from reuse_guard import read
from reuse_guard.documents.attributes import data_document
from reuse_guard.documents.unread import Unread, UnreadKind

WORDS = "words of a field " * 15


def unread(markup: str) -> tuple[Unread, ...]:
    return read(f"<p>Own words.</p>{markup}", format="html").unread


@pytest.mark.parametrize(
    "markup",
    [
        f"<input value='{WORDS}'>",
        f"<input type=BUTTON value='{WORDS}'>",
        f"<textarea placeholder='{WORDS}'></textarea>",
        f"<select multiple><optgroup label='{WORDS}'></optgroup></select>",
        f"<select size=4><option>One<option label='{WORDS}'></select>",
        f"<select><option label='{WORDS}'>One</select>",
        f"<select><optgroup><option label='{WORDS}'></optgroup></select>",
        f"<select><option>One<option selected label='{WORDS}'></select>",
        f"<input value='{WORDS}' placeholder='{WORDS}'>",
        f"</body></html><input value='{WORDS}'>",
        f"<div><template shadowrootmode=open><input value='{WORDS}'></template></div>",
        f"<style>.off input {{display: none}}</style><div class=on><input value='{WORDS}'></div>",
        f"<details><summary>More</summary><input value='{WORDS}'></details>",
        f"<embed src='data:text/plain,{WORDS}'>",
        f"<object data='data:,{WORDS}'></object>",
        f"<img src='data:image/svg+xml,<svg><text>{WORDS}</text></svg>'>",
    ],
)
def test_what_fields_and_addresses_show_is_not_read(markup: str) -> None:
    assert unread(markup) == (Unread(UnreadKind.ATTRIBUTES, 60),)


def test_letters_of_a_script_without_spaces_are_words() -> None:
    text = "港口渡轮停航" * 17
    assert unread(f"<input value='{text}'>") == (Unread(UnreadKind.ATTRIBUTES, len(text)),)
    assert unread("<input type=submit value='展开'>" * 40) == ()


@pytest.mark.parametrize(
    "markup",
    [
        f"<input type=hidden value='{WORDS}'>",
        f"<input type=Checkbox value='{WORDS}'>",
        f"<input value='{WORDS[:100]}'>",
        f"<img alt='{WORDS}' src='data:image/svg+xml,<svg><title>{WORDS}</title></svg>'>",
        f"<img src='data:image/png;base64,{WORDS}'>",
        f"<a href='data:text/html,{WORDS}'>Own</a>",
        f"<template><input value='{WORDS}'></template>",
        f"<noscript><p><input value='{WORDS}'></noscript>",
        f"<video><input value='{WORDS}'></video>",
        f"<datalist><option label='{WORDS}'></datalist>",
        f"<input hidden value='{WORDS}'>",
        f"<div style='display: none'><p><input placeholder='{WORDS}'></div>",
        f"<style>.off input {{display: none}}</style><div class=off><input value='{WORDS}'></div>",
        f"<div hidden><embed src='data:text/plain,{WORDS}'></div>",
        f"<dialog><textarea placeholder='{WORDS}'></textarea></dialog>",
        f"<textarea placeholder='{WORDS}'>Filled in.</textarea>",
        f"<input placeholder='{WORDS}' value='Filled in.'>",
        f"<select><option>One<option label='{WORDS}'>Two</select>",
        f"<select><optgroup label='{WORDS}'><option>One</optgroup></select>",
        f"<select><option>One<optgroup><option label='{WORDS}'></optgroup></select>",
    ],
)
def test_labels_and_what_nobody_sees_are_nothing(markup: str) -> None:
    assert unread(markup) == ()


@pytest.mark.parametrize(
    "address", ["data:text/html;base64,A", "data:text/html", "https://a.kz/", ""]
)
def test_an_address_without_a_document_has_none(address: str) -> None:
    assert data_document(address) == ""
