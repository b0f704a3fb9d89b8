"""What MDX imports and exports above its text is shown by nobody; sentences stay."""

from __future__ import annotations

import time

import pytest

from reuse_guard import check, read

NEWS = "The bridge reopens on Monday. Import duties fall."
ARTICLE = (
    "Karasai will have night buses again from Friday, twelve years after the last was taken off.\n"
    "Four routes will leave the railway station every forty minutes, the city council said.\n"
    "A ride costs the same as by day, and shift workers travel free until November."
)


def text_of(text: str, *, name: str = "post.mdx") -> str:
    return read(text, format="markdown", name=name).text.strip()


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize(
    "statement",
    [
        "import Note from '../Note.astro';\nimport {\n  Map,\n  Photo as Picture,\n} from './map'",
        "import './page.css'\n\nimport React, { useState } from 'react';\nimport * as x from 'y'",
        "export * from 'z'\nexport { a, b as c } from './d';\nexport { a }",
        "export const prerender = true;\nexport let size = width / 2",
        'export const meta = {\n  title: "x",\n  tags: ["night", `b}`], // of {buses\n};',
        "export const wide =\n  'a {b'\nexport const { a, b } = c;",
        "export default function Layout({ children }) {\n\n  return <Main>{children}</Main>;\n}",
        "export async function load() {\n  return await get('x'); /* } */\n}",
        "export default class Page extends React.Component {\n  x = 1;\n}",
        "export default ({ children }) => (\n  <Main>{children}</Main>\n)",
        "export default Layout;\nexport default withTitle(Layout, 'a')",
    ],
)
def test_statements_are_left_out_up_to_their_end_and_lines_stay(statement: str, ends: str) -> None:
    above = f"---\ntitle: Bridge\n---\n\n{statement}\n\n"
    page = read(f"{above}{NEWS}\n".replace("\n", ends), format="markdown", name="post.MDX")
    assert [block.text for block in page.blocks] == ["Bridge", NEWS]
    assert page.blocks[1].first_line == above.count("\n") + 1


@pytest.mark.parametrize(
    "statement",
    [
        'import "a word" of prose.',
        "import duties from 'the border' fall.",
        "import",
        "export default The boats are back.",
        "export default of duties",
        "export const duties are lower.",
        "export const a = 1; Duties fall.",
        "export const a = {} Duties fall.",
        "export const a = ]",
        "export const a = {\n  b: 1,",
        "export const a = `the bridge",
        "export const a = 'the bridge",
        "export const a = (/* the bridge",
        "export const said = 'The bridge reopens on Monday, the council said again';",
        "export const Said = () => (\n <p>The bridge reopens on Monday, as the council said</p>\n)",
        "export const 夜行 = '夜行巴士星期五重返城市市议会星期二说四条路线每四十分钟从火车站出发';",
    ],
)
def test_what_is_no_statement_or_holds_sentences_stays(statement: str) -> None:
    kept = text_of(f"{statement}\n\n{NEWS}\n")
    assert kept == text_of(f"{statement}\n\n{NEWS}\n", name="post.md")
    assert kept.endswith(NEWS)
    assert len(kept) > len(NEWS) + 3


def test_a_file_of_nothing_else_has_no_text() -> None:
    assert text_of("import a from 'b'\n\nexport const c = 1;") == ""
    assert text_of("import a from 'b'") == ""


@pytest.mark.parametrize("name", ["copy.md", "copy.mdx", None])
@pytest.mark.parametrize("before", ["export default ", "export const a = ", "import "])
def test_a_copy_behind_the_beginning_of_a_statement_is_found(name: str | None, before: str) -> None:
    copy = read(before + ARTICLE.replace("\n", " "), format="markdown", name=name)
    verdict = check(read(ARTICLE, name="a.txt"), copy, policy="qazmonitor")
    assert verdict.share.copied >= 40


@pytest.mark.parametrize(
    "text",
    [
        "export const a = " + "/*" * 100_000,
        "export const a = " + "\\'" * 100_000,
        "export const a = " + "a " * 100_000,
        "export const a = [" + "'b-" * 100_000,
        "export const a = " + "= " * 100_000,
        "export const a = b" + " " * 200_000 + "\x01",
        "import " + "a " * 100_000,
        "import { " + "a, " * 70_000,
        "export const a = 1\n" * 10_000,
    ],
)
def test_statements_made_to_be_slow_are_read_in_time(text: str) -> None:
    from reuse_guard.documents.mdx import without_modules  # noqa: PLC0415 - alone: the parser is slow

    started = time.process_time()
    without_modules(text)
    assert time.process_time() - started < 1
