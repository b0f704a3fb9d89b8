"""Texts that fade in, and those whose animation shows nothing."""

from __future__ import annotations

import pytest

from reuse_guard.documents.read import read

FADE = "@keyframes fade{from{opacity:0}to{opacity:1}}"
FORWARDS = "opacity:0;animation:fade 1s ease-in .2s forwards"


def is_hidden(css: str) -> bool:
    (block,) = read(f"<style>{css}</style><p class=a>Courier</p>", format="html").blocks
    return block.hidden is not None


@pytest.mark.parametrize(
    "css",
    [
        f"{FADE}.a{{{FORWARDS}}}",
        f".a{{{FORWARDS}}}@KEYFRAMES fade{{FROM{{OPACITY:0}}TO{{OPACITY:1}}}}",
        f"{FADE.replace('fade', 'fadeIn')}.a{{OPACITY:0;ANIMATION:fadeIn 1S FORWARDS}}",
        f"{FADE.replace('fade', 'fadeIn')}.a{{--In: fadeIn 1s both;opacity:0;animation:VAR(--In)}}",
        f"{FADE.replace('fade', 'fadeIn')}.a{{--t:1s;opacity:0;animation:fadeIn var(--t) both}}",
        f"{FADE}{FADE.replace('fade', 'Fade').replace('1', '0')}.a{{{FORWARDS}}}",
        f"{FADE}.a{{opacity:0}}p{{animation:fade 1s both}}",
        f"{FADE}.a{{opacity:0;animation-name:fade;animation-fill-mode:forwards}}",
        f"{FADE}.a{{opacity:0;animation:fade 300ms;animation-fill-mode:both}}",
        f"{FADE}.a{{opacity:0;animation:spin 9s,fade 1s forwards}}",
        f"@-webkit-{FADE[1:]}.a{{opacity:0;-webkit-animation:fade 1s forwards}}",
        "@keyframes in{0%{visibility:hidden}50%,100%{visibility:visible}}"
        ".a{visibility:hidden;animation:in 1s forwards}",
        '@keyframes "My S"{to{opacity:1}}.a{opacity:0;animation:1s "My S" forwards}',
        "@keyframes 'My S'{to{opacity:1}}.a{opacity:0;animation:x 1s both;animation-name:\"My S\"}",
        "@keyframes up{to{transform:none;opacity:.9}}"
        ".a{opacity:0;transform:translateX(-2000px);animation:up 1s forwards}",
        f"{FADE}.a{{{FORWARDS}}}@media print{{.a{{opacity:0!important}}}}",
        f"@layer base{{.a{{{FORWARDS}}}{FADE}}}",
        f"@media screen{{@supports (display:grid){{.b{{color:red}}{FADE}}}}}.a{{{FORWARDS}}}",
        f"}}@import 'x';@media(min-width:9px){{{FADE}}}.a{{{FORWARDS}}}",
    ],
)
def test_a_text_whose_animation_ends_in_sight_is_seen(css: str) -> None:
    assert not is_hidden(css)


@pytest.mark.parametrize(
    "css",
    [
        f".a{{{FORWARDS}}}",
        f"{FADE}.a{{opacity:0;animation:fade 1s}}",
        f"{FADE}.a{{opacity:0;animation:fade 1s infinite both}}",
        f"{FADE}.a{{opacity:0;animation:fade 1s reverse forwards}}",
        f"{FADE}.a{{opacity:0;animation:fade 1s forwards paused}}",
        f"{FADE}.a{{opacity:0;animation:fade 1s 9999s forwards}}",
        f"{FADE}.a{{opacity:0;animation:other 1s forwards}}",
        f"{FADE}.a{{opacity:0;animation:Fade 1s forwards}}",
        f"{FADE.replace('fade', 'Fade')}.a{{{FORWARDS}}}",
        f"{FADE}.a{{--in:FADE 1s both;opacity:0;animation:var(--in)}}",
        f"{FADE}.a{{opacity:0!important;animation:fade 1s forwards}}",
        f"{FADE}.a{{display:none;animation:fade 1s forwards}}",
        f"@media print{{{FADE}}}.a{{{FORWARDS}}}",
        f"@media screen{{@media print{{{FADE}}}}}.a{{{FORWARDS}}}",
        f"@supports not (display:grid){{{FADE}}}.a{{{FORWARDS}}}",
        f"@supports (not (display:grid)){{{FADE}}}.a{{{FORWARDS}}}",
        f".b{{{FADE}}}.a{{{FORWARDS}}}",
        "@keyframes fade{from{opacity:0}}.a{opacity:0;animation:fade 1s forwards}",
        "@keyframes fade{to{opacity:.01}}.a{opacity:0;animation:fade 1s forwards}",
        f"{FADE}.a{{opacity:0;visibility:hidden;animation:fade 1s forwards}}",
    ],
)
def test_another_is_not(css: str) -> None:
    assert is_hidden(css)


def test_a_style_of_its_own_may_animate_it_too() -> None:
    (block,) = read(f"<style>{FADE}</style><p style='{FORWARDS}'>Courier</p>", format="html").blocks
    assert block.hidden is None
    own = FORWARDS.replace("fade", "FADE")
    (block,) = read(f"<style>{FADE}</style><p style='{own}'>Courier</p>", format="html").blocks
    assert block.hidden == "opacity 0"
