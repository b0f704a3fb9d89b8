"""Prose that a page serves and that only a script may show."""

from __future__ import annotations

import json
import pickle
import time
from html import escape

import pytest
from lxml.html import fromstring

from reuse_guard import Outcome, check, read
from reuse_guard.documents.unshown import Unshown

SAID = {
    "en": "The harbour office doesn't expect the ferry before Monday, the mayor said on Friday.",
    "ru": "Портовая служба не ждёт парома раньше понедельника, сообщил в пятницу мэр города Акжар.",
    "kk": "Порт қызметі паром дүйсенбіге дейін қайтпайды деп күтеді, деді жұма күні қала әкімі.",
    "zh": "阿克扎尔的渡轮码头周五在浓雾中被一艘货船撞坏,市长说修理要花一个月,乘客只能绕道走桥。",
    "ja": "フェリーは来週の月曜日まで運航しないと港湾事務所は見ており、市長が金曜日に話した。",
    "th": "ท่าเรือไม่คาดว่าเรือข้ามฟากจะกลับมาให้บริการก่อนวันจันทร์ตามที่นายกเทศมนตรีกล่าว",
}
TEXTS = pytest.mark.parametrize("text", SAID.values(), ids=SAID)
SETTINGS = (
    '<script>var ads={"id":"a","sizes":[[300,250],[728,90]],"path":"/123/news/home"}</script>'
)


def found(html: str) -> tuple[str, ...]:
    page = fromstring(f"<html><body><p>Shown.</p>{html}{SETTINGS}</body></html>")
    return Unshown.of(page).prose()


@TEXTS
@pytest.mark.parametrize(
    "script",
    [
        lambda text: json.dumps({"props": {"body": text}}),
        lambda text: json.dumps({"props": {"body": text}}, ensure_ascii=False),
        lambda text: json.dumps({"body": f'<p class="lead">{text}</p>'}).replace("/", "\\/"),
        lambda text: f"window.__DATA__={json.dumps({'body': escape(text)})}",
        lambda text: f"push([1,{json.dumps(json.dumps({'children': text}))}])",
        lambda text: f"document.write({json.dumps(f'<p>{text}</p>')})",
        lambda text: f"show(`<p>{text}</p>`)",
    ],
    ids=["escaped", "plain", "markup", "entities", "twice", "write", "literal"],
)
def test_strings_of_scripts_are_read_as_a_script_reads_them(script: object, text: str) -> None:
    assert callable(script)
    (read_as,) = found(f"<script>{script(text)}</script>")
    assert read_as.strip("> ") == text  # of a tag whose attributes are quoted its end is left


@TEXTS
@pytest.mark.parametrize("size", [2, 4, 8])
def test_a_text_that_a_script_has_in_parts_is_one(text: str, size: int) -> None:
    if text.count(" ") < 2:  # a script without spaces
        text = " ".join(text)
    words = text.split()
    parts = [" ".join(words[at : at + size]) + " " for at in range(0, len(words), size)]
    for script in (
        json.dumps([{"_type": "span", "marks": ["strong"], "text": part} for part in parts]),
        "show(" + "+".join(map(json.dumps, parts)) + ")",
    ):
        (read_as,) = found(f"<script>{script}</script>")
        assert read_as.split() == words[: len(read_as.split())]
        assert len(read_as.split()) >= len(words) - 1  # one word alone is like a name


@TEXTS
@pytest.mark.parametrize(
    "markup",
    [
        "<template><p>{}</p></template>",
        "<template><template>{}</template></template>",
        "<noscript>{}</noscript>",
        "<svg><title>{}</title><path/></svg>",
        '<img src="a.png" alt="{}">',
        '<p title="{}">More</p>',
        '<div data-text="{}"></div>',
    ],
)
def test_templates_and_long_values_are_unshown(markup: str, text: str) -> None:
    assert found(markup.format(text)) == (text,)


@pytest.mark.parametrize(
    "markup",
    [
        f'<my-text><template shadowrootmode="open">{SAID["en"]}</template></my-text>',
        f"<!-- {SAID['en']} -->",
        '<img alt="The harbour of Akzhar" src="data:image/png;base64,' + 90 * "iVBORw0KGgo" + '">',
        "<script>" + 40 * "var a=b(c),d=e[f];" + "</script>",
        "<script>'" + 40 * "no-spaces-but-one-word " + "'</script>".replace(" ", ""),
    ],
)
def test_shown_text_and_code_are_not(markup: str) -> None:
    assert not [text for text in found(markup) if "harbour" in text]


def test_wrong_escapes_of_a_script_lose_no_text() -> None:
    (text,) = found(f"<script>say('{SAID['ru']}\\q\\x21\\')</script>")
    assert text.startswith(SAID["ru"])


def test_a_document_keeps_what_is_unshown_when_it_is_pickled() -> None:
    document = read(f"<html><body><p>Shown.</p><template>{SAID['en']}</template></body></html>")
    assert pickle.loads(pickle.dumps(document)).unshown == (SAID["en"],)  # noqa: S301
    assert len(document.unshown_words) == 15


@pytest.mark.parametrize(
    "html",
    [
        "<template>" * 50_000 + SAID["en"],
        "<script>" + '\\"' * 1_000_000 + "</script>",
        "<script>'" + "\\u0431 " * 300_000 + "\\'</script>",
        "<script>'" + "<a b " * 300_000 + "'</script>",
    ],
    ids=["nested", "quotes", "escapes", "tags"],
)
def test_hostile_pages_take_no_long_time(html: str) -> None:
    root = fromstring(f"<html><body>{html}</body></html>")
    start = time.process_time()
    Unshown.of(root).prose()
    assert time.process_time() - start < 3


@TEXTS
@pytest.mark.parametrize(
    "front",
    [
        lambda text: f"---\ntitle: Ferry\nexcerpt: {text}\n---\n",
        lambda text: f"---\nblocks:\n  - type: text\n    body: |\n      {text}\n---\n",
        lambda text: f"---\ntags: [a, b]\nlead: {json.dumps(text)}\nimage: /{'a' * 999}.png\n---\n",
        lambda text: f'+++\ntitle = \'Ferry\'\nsummary = """\n{text}"""\n+++\n',
        lambda text: json.dumps({"title": "Ferry", "body": [{"p": text}]}, indent=1) + "\n",
    ],
    ids=["excerpt", "blocks", "quoted", "toml", "json"],
)
def test_a_theme_may_show_the_texts_of_front_matter(front: object, text: str) -> None:
    assert callable(front)
    document = read(f"{front(text)}\nShown.\n", format="markdown")
    assert document.text.endswith("Shown.")
    assert text not in document.text
    assert text.rstrip(".") in " ".join(document.unshown)


@TEXTS
@pytest.mark.parametrize(
    "written", ['![a pier](/a.jpg "{}")', '[a pier](/a "{}")', '[a pier][1]\n\n[1]: /a "{}"']
)
def test_titles_of_links_and_images_in_markdown_are_unshown(written: str, text: str) -> None:
    document = read(f"Shown.\n\n{written.format(text)}\n", format="markdown")
    assert (text in document.text, document.unshown) == (False, (text,))


def test_front_matter_of_names_and_addresses_holds_no_text() -> None:
    settings = "---\ntitle: Ferry\ntags: [news, ferry]\nimage: /media/2026/ferry.png\n---\nShown.\n"
    assert not read(settings, format="markdown").unshown


def test_a_copy_in_the_front_matter_of_a_page_builder_is_for_review() -> None:
    text = " ".join(
        [SAID["en"], "Nobody was hurt when its bow hit the eastern pier in fog.", *"ab"]
    )
    text = f"{text} {SAID['en'].replace('Monday', 'winter').replace('Friday', 'Tuesday night')}"
    verdict = check(text, f"---\nblocks:\n  - body: |\n      {text}\n---\nOur ferry page.\n")
    assert verdict.outcome is Outcome.REVIEW
