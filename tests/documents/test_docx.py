from __future__ import annotations

import io
import sys
import zipfile

import pytest
from tests.documents.reading_case import check_offsets

from reuse_guard import Outcome, check
from reuse_guard.documents.docx_runs import mark_unseen
from reuse_guard.documents.limits import ReadLimits
from reuse_guard.documents.model import Format, Role
from reuse_guard.documents.read import read
from reuse_guard.errors import MissingExtraError, ReadError
from reuse_guard.locale import phrase_of

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "application/vnd.openxmlformats-package.relationships+xml"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

BODY = """
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Вода в реке</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">The river </w:t></w:r><w:r><w:t>dropped.</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">See </w:t></w:r>
<w:hyperlink r:id="rId9"><w:r><w:t>the source</w:t></w:r></w:hyperlink></w:p>
<w:p><w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>
<w:ins><w:r><w:t>inserted</w:t></w:r></w:ins></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>In a table</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
"""


def word_file(body: str = BODY) -> bytes:
    """A small .docx of the parts Word itself writes."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{RELS}"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{WORD}.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId9" Type="{OFFICE}/hyperlink" TargetMode="External" '
        'Target="https://example-news.kz/1"/></Relationships>',
        "word/styles.xml": f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Title">'
        '<w:name w:val="Title"/></w:style><w:style w:type="character" w:styleId="a3">'
        '<w:name w:val="Not shown"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Fine"><w:name w:val="Fine"/>'
        '<w:rPr><w:sz w:val="2"/></w:rPr></w:style>'
        '<w:style w:styleId="Covert" w:type="paragraph"><w:name w:val="Covert"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Bold"><w:name w:val="Bold"/>'
        '<w:basedOn w:val="Covert"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Open"><w:name w:val="Open"/>'
        '<w:basedOn w:val="Bold"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style></w:styles>',
        "word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_a_word_file_is_read_with_its_headline_links_and_tables() -> None:
    document = read(word_file(), name="article.docx")
    assert document.format is Format.DOCX
    assert [block.text for block in document.blocks] == [
        "Вода в реке",
        "The river dropped.",
        "See the source",
        "inserted",
        "In a table",
    ]
    assert document.blocks[0].role is Role.HEADLINE
    assert [link.url for link in document.links] == ["https://example-news.kz/1"]
    assert [block.first_line for block in document.blocks] == [1, 2, 3, 4, 5]
    check_offsets(document)


def test_what_could_not_be_read_is_noted_in_every_language() -> None:
    sign = '<w:p><w:r><w:sym w:font="Runes" w:char="F0D2"/></w:r></w:p>'
    notes = read(word_file(f"{BODY}{sign}<w:oddity/>"), name="article.docx").notes
    assert notes == (
        "A part of the Word file could not be read (w:oddity).",
        "A sign of the Word file could not be read: F0D2 of the font Runes.",
    )
    assert [phrase_of(note).render("ru") for note in notes] == [
        "Часть файла Word прочитать не удалось (w:oddity).",
        "Знак в файле Word прочитать не удалось: F0D2, шрифт Runes.",
    ]


SAID = "The harbour office expects no ferry before Monday, the mayor said on Friday evening."


@pytest.mark.parametrize(
    "around",
    [
        '<w:p><w:dir w:val="ltr"><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:dir></w:p>',
        '<w:p><w:r><m:AlternateContent xmlns:m="http://schemas.openxmlformats.org/markup-'
        'compatibility/2006"><m:Choice Requires="wps"><w:p><w:r><w:t>{}</w:t></w:r></w:p>'
        "</m:Choice></m:AlternateContent></w:r></w:p>",
    ],
    ids=["direction", "text box"],
)
def test_what_the_converter_passes_over_is_served_and_not_shown(around: str) -> None:
    half, rest = SAID[:30], SAID[30:]
    body = around.format(f"{half}</w:t></w:r><w:r><w:t>{rest}")
    document = read(word_file(f"{BODY}{body}"))
    assert SAID not in document.text
    assert document.unshown == (SAID,)


def test_a_copy_in_a_part_that_the_converter_passes_over_is_for_review() -> None:
    text = " ".join(f"{SAID} At pier {n} {n} boats wait for {n} crews." for n in range(3, 8))
    turned = f'<w:p><w:dir w:val="ltr"><w:r><w:t>{text}</w:t></w:r></w:dir></w:p>'
    assert check(text, word_file(f"{BODY}{turned}")).outcome is Outcome.REVIEW


SHOWN = "<w:r><w:t>the source</w:t></w:r>"
COMPLEX = "".join(
    f"<w:r>{mark}</w:r>" if mark else SHOWN
    for mark in (
        '<w:fldChar w:fldCharType="begin"/>',
        "<w:instrText>{}</w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>',
        "",
        '<w:fldChar w:fldCharType="end"/>',
    )
)
SIMPLE = f"<w:fldSimple w:dirty='1' w:instr='{{}}'>{SHOWN}</w:fldSimple>"


@pytest.mark.parametrize("field", [COMPLEX, SIMPLE], ids=["complex", "simple"])
@pytest.mark.parametrize("switch", ["", ' \\o "The source"', ' \\t "_blank" '])
def test_a_link_in_a_field_leads_where_its_instruction_says(field: str, switch: str) -> None:
    instruction = f' HYPERLINK "https://example-news.kz/1?a=2&amp;b=3"{switch}'
    document = read(word_file(f"<w:p>{field.format(instruction)}</w:p>"))
    assert [(link.url, link.anchor) for link in document.links] == [
        ("https://example-news.kz/1?a=2&b=3", "the source")
    ]


ONE_RUN = f"<w:r>{COMPLEX.replace('<w:r>', '').replace('</w:r>', '')}</w:r>"


@pytest.mark.parametrize("field", [COMPLEX, SIMPLE, ONE_RUN], ids=["complex", "simple", "one run"])
@pytest.mark.parametrize(
    "before",
    ["HYPERLINK", "hyperlink", 'HYPERLINK \\n \\t "_blank"', "Hyperlink \\o &quot;a b&quot;"],
)
def test_a_field_is_read_as_word_writes_it(field: str, before: str) -> None:
    instruction = f' {before} "https://example-news.kz/1" '
    document = read(word_file(f"<w:p>{field.format(instruction)}</w:p>"))
    assert [(link.url, link.anchor) for link in document.links] == [
        ("https://example-news.kz/1", "the source")
    ]


SPREAD = COMPLEX.replace(
    "{}", '{}</w:instrText></w:r><w:proofErr/><w:r w:rsidR="1"><w:rPr/><w:instrText>{}'
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (' HYPERLINK "https://example-', 'news.kz/1" '),
        (" HYPERLINK \\t &quot;_bl", 'ank" "https://example-news.kz/1" \\h '),
        (" HYPERLINK “https://example-news.kz/1” ", ' \\o "The source"'),
        (" HYPER", "LINK https://example-news.kz/1 "),
    ],
)
def test_an_instruction_may_be_spread_over_runs(first: str, second: str) -> None:
    document = read(word_file(f"<w:p>{SPREAD.format(first, second)}</w:p>"))
    assert [(link.url, link.anchor) for link in document.links] == [
        ("https://example-news.kz/1", "the source")
    ]


def test_many_switches_in_an_instruction_take_no_time() -> None:
    instruction = "HYPERLINK" + " \\o “a \\o b”" * 3000 + " \\x"
    document = read(word_file(f"<w:p>{SIMPLE.format(instruction)}</w:p>"))
    assert document.text == "the source"


def test_the_text_of_a_simple_field_stands_in_its_paragraph() -> None:
    empty = "<w:fldSimple w:instr='PAGE'/>"
    document = read(word_file(f"<w:p>{empty}{SIMPLE.format('TITLE')}{SIMPLE.format('')}</w:p>"))
    assert (document.text, document.notes) == ("the sourcethe source", ())


WHITE = '<w:color w:themeColor="background1" w:val="FFFFFF"/>'
PARAGRAPH = "<w:p>{}<w:r><w:rPr>{}</w:rPr><w:t>They saw the eagle again.</w:t></w:r></w:p>"

FINE, COVERT, BOLD, OPEN = (
    f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' for style in ("Fine", "Covert", "Bold", "Open")
)


@pytest.mark.parametrize(
    ("properties", "beside", "hidden"),
    [
        ("<w:b/><w:vanish/>", "", "visibility: hidden"),
        ('<w:vanish w:val="true"/>', "", "visibility: hidden"),
        ('<w:rStyle w:val="a3"/>', "", "visibility: hidden"),
        ('<w:sz w:val="2"/>', "", "font size 1.33333px"),
        (WHITE, "", "text in the colour of its background"),
        ('<w:rStyle w:val="Hyperlink"/>' + WHITE, "", "text in the colour of its background"),
        (WHITE, '<w:pPr><w:shd w:val="clear" w:fill="1F3864"/></w:pPr>', None),
        (WHITE + '<w:shd w:val="pct95" w:color="auto" w:fill="auto"/>', "", None),
        ("", FINE, "font size 1.33333px"),
        ('<w:color w:val="0563C1"/>', FINE, "font size 1.33333px"),
        ('<w:sz w:val="22"/>', FINE, None),
        ('<w:vanish w:val="0"/>', COVERT, None),
        ("", BOLD, "visibility: hidden"),
        ("", OPEN, None),
        ('<w:rStyle w:val="link"/>', COVERT, "visibility: hidden"),
        ('<w:rStyle w:val="link"/><w:vanish w:val="off"/>', COVERT, None),
        ('<w:rStyle w:val="a3"/><w:vanish w:val="false"/>', "", None),
        ('<w:rStyle w:val="a3"/><w:color w:val="0563C1"/>', FINE, "visibility: hidden"),
        ('<w:vanish w:val="0"/><w:sz w:val="24"/><w:color w:val="EE0000"/>', "", None),
        ("<w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>", "", None),
    ],
)
def test_a_run_is_hidden_as_the_word_file_says(
    properties: str, beside: str, hidden: str | None
) -> None:
    document = read(word_file(f"{BODY}{PARAGRAPH.format(beside, properties)}"))
    assert document.blocks[-1].text == "They saw the eagle again."
    assert [block.hidden for block in document.blocks] == [*[None] * 5, hidden]


def test_paragraphs_of_one_style_are_parted_where_it_is_unseen() -> None:
    assert len(read(word_file(PARAGRAPH.format(FINE, "") * 2)).blocks) == 2


def test_a_hidden_style_that_no_paragraph_has_parts_no_word() -> None:
    red = '<w:r><w:rPr><w:color w:val="EE0000"/></w:rPr><w:t>COVID</w:t></w:r>'
    assert read(word_file(f"<w:p>{red}<w:r><w:t>19</w:t></w:r></w:p>")).text == "COVID19"


@pytest.mark.parametrize(
    "part",
    [
        '<w:color w:val="FFFFFF"' + " " * 100_000,
        "<w:vanish" + " " * 100_000,
        "<w:style " + 'w:type="paragraph" ' * 20_000,
        "<w:vanish/><w:shd " + "w:val " * 30_000,
        "<w:vanish/>" + "<w:rPr><w:rStyle " * 20_000,
    ],
)
def test_a_tag_that_is_not_closed_takes_no_time(part: str) -> None:
    parts = {"word/document.xml": part.encode(), "word/styles.xml": b"<w:vanish/>" + part.encode()}
    assert mark_unseen(parts).parts == parts


def test_a_damaged_word_file_is_refused() -> None:
    with pytest.raises(ReadError, match="article: is a damaged Word file"):
        read(word_file("<w:p>"), name="article")


def test_a_word_file_of_fields_that_never_end_is_refused_before_it_is_converted() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    ended = begun.replace("begin", "end")
    with pytest.raises(ReadError, match=r"damaged Word file \(over 100 fields are open at once\)"):
        read(word_file(f"<w:p>{begun * 101}</w:p>"))
    assert read(word_file(f"{BODY}<w:p>{(begun + ended) * 200}</w:p>")).text.startswith("Вода")


@pytest.mark.parametrize("format_", ["auto", "docx"])
def test_a_word_file_that_is_cut_off_is_no_zip_to_unpack(format_: str) -> None:
    data = word_file()
    with pytest.raises(ReadError, match="is a damaged office file, perhaps cut off; get it anew"):
        read(data[: len(data) // 2], format=format_)


def test_a_file_that_unpacks_to_too_much_is_refused_unread() -> None:
    bomb = word_file(f"<w:p><w:r><w:t>{'a' * 3_000_000}</w:t></w:r></w:p>")
    with pytest.raises(ReadError, match=r"unpacks to over 2 MB \(unpacked_bytes\)"):
        read(bomb, limits=ReadLimits(unpacked_bytes=2_000_000))


def test_a_file_of_more_tags_than_an_article_has_is_refused_with_the_bound_named() -> None:
    with pytest.raises(ReadError, match=r"holds over 200,000 tags \(docx_tags\)"):
        read(word_file("<w:p/>" * 200_000))
    assert read(word_file(), limits=ReadLimits(docx_tags=200)).text.startswith("Вода")


def test_another_file_under_the_format_docx_is_refused() -> None:
    with pytest.raises(ReadError, match=r"is no Word document \(\.docx\)"):
        read(b"text", format="docx")


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mammoth", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'reuse-guard\[docx\]'"):
        read(word_file())
