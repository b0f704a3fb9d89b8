"""What policies and grants share: exact ratios, files, errors that help."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from reuse_guard.errors import GrantError, LocatedError, PolicyError, ReuseGuardError
from reuse_guard.schema import (
    MAX_FILE_BYTES,
    Ratio,
    Strict,
    format_ratio,
    load_mapping,
    parse_ratio,
    validate,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Inner(Strict):
    """A table in a file."""

    colour: str = Field(default="red", min_length=1)
    shade: str = Field(default="7f", pattern="^[0-9a-f]*$", description="digits from 0 to f")


class Kind(StrEnum):
    """One of two."""

    RED = "red"
    BLUE = "blue"


class Outer(Strict):
    """A file."""

    share: Ratio = Field(le=1)
    kind: Kind = Kind.RED
    names: tuple[Inner, ...] = Field(default=(Inner(),), min_length=1)
    inner: Inner = Inner()
    many: tuple[Inner, ...] = ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("30%", Fraction(3, 10)),
        (" 33.3 % ", Fraction(333, 1000)),
        (0.3, Fraction(3, 10)),
        (Decimal("0.1"), Fraction(1, 10)),
        ("1/3", Fraction(1, 3)),
        (1, Fraction(1)),
        (Fraction(2, 7), Fraction(2, 7)),
    ],
)
def test_a_ratio_is_the_number_a_person_meant(written: object, meant: Fraction) -> None:
    assert parse_ratio(written) == meant


@pytest.mark.parametrize(
    "written", ["", "a third", "1/0", "%", True, None, [], "nan", "inf%", "1e999999999%"]
)
def test_what_is_no_ratio_is_refused_with_examples(written: object) -> None:
    with pytest.raises(ValueError, match=r'a percentage \("30%"\) or a fraction \("1/3"\)'):
        parse_ratio(written)


@given(st.fractions(0, 1, max_denominator=1000) | st.integers(2, 100_000).map(Fraction))
def test_a_ratio_that_is_printed_reads_as_itself(value: Fraction) -> None:
    assert parse_ratio(format_ratio(value)) == value


def test_toml_and_json_read_alike(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('share = 0.3\n[inner]\ncolour = "blue"\n', "utf-8")
    (tmp_path / "a.JSON").write_text('{"share": 0.3, "inner": {"colour": "blue"}}', "utf-8")
    read = [load_mapping(tmp_path / name, error=PolicyError) for name in ("a.toml", "a.JSON")]
    assert read[0] == read[1] == {"share": Decimal("0.3"), "inner": {"colour": "blue"}}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "a.toml",
            b"share = 1 2",
            r"a\.toml: line 1, column 11: not valid TOML: .*; one key",
        ),
        ("a.json", b"{", r"a\.json: line 1, column 2: not valid JSON: .*mend the file"),
        ("a.json", b"[" * 100_000, r"a\.json: not valid JSON: nested too deep; write it flatter"),
        ("a.toml", b"a = " + b"[" * 100_000, r"a\.toml: not valid TOML: nested too deep; write"),
        ("a.toml", b"a" + b".a" * 60_000 + b" = 1", r"a\.toml: not valid TOML: nested too deep"),
        ("a.json", b"[1]", r"a\.json: holds a list, not a table; write keys and values in \{ \}"),
        ("a.toml", b"a = 1\nb = 2027-13-14\n", r"line 2, column 9: .*: 2027-13-14 is not a day; w"),
        (
            "a.toml",
            b"b = 2027-02-30 # x",
            r"2027-02-30 is not a day; write a day that there is",
        ),
        ("a.toml", b"a = [1,\n", r"a\.toml: line 1, at the end: not valid TOML: .*; the value is"),
        ("a.toml", b"a = x", r"line 1, column 5: not valid TOML: invalid value; .* without quotes"),
        (
            "a.toml",
            b"a = 1\na = 2",
            r"cannot overwrite a value; the key is there already",
        ),
        ("a.toml", b'a = "x', r"unterminated string; close the text with the quote it begins with"),
        ("a.toml", b"\xff", r"a\.toml: is not UTF-8 at byte 0; save it as UTF-8"),
        ("a.toml", b"#" * (MAX_FILE_BYTES + 1), r"a\.toml: has over 1,000,000 bytes, which"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(GrantError, match=message):
        load_mapping(path, error=GrantError)


def test_a_file_of_exactly_the_bound_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"#" * MAX_FILE_BYTES)
    assert load_mapping(path, error=GrantError) == {}


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match=r"a\.toml: no such file; check the path"):
        load_mapping(tmp_path / "a.toml", error=PolicyError)
    with pytest.raises(PolicyError, match="is a folder, not a file; name the file in it"):
        load_mapping(tmp_path, error=PolicyError)


def test_a_path_the_system_refuses_is_named(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="cannot be read: "):
        load_mapping(tmp_path / ("a" * 4000), error=PolicyError)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({}, "x: share: is required and not there; add it"),
        ({"share": 1, "iner": {}}, "x: iner: unknown key; did you mean 'inner'?"),
        (
            {"share": 1, "qqq": {}},
            "x: qqq: unknown key; known keys: inner, kind, many, names, share",
        ),
        (
            {"share": 1, "inner": {"color": 1}},
            r"x: inner\.color: unknown key; did you mean 'colour'\?",
        ),
        (
            {"share": 1, "many": [{}, {"color": 1}]},
            r"x: many\[1\]\.color: unknown key; did you mean 'colour'\?",
        ),
        ({"share": "lots"}, "x: share: 'lots' is not a number"),
        (
            {"share": 1, "inner": {"colour": 5}},
            r'x: inner\.colour: 5 is not text; write it in quotes: "\.\.\."',
        ),
        (
            {"share": 1, "inner": {"colour": ["x" * 99]}},
            r"x: inner\.colour: \['x{58}\.\.\. is not text",
        ),
        (
            {"share": 1, "many": [{}, {"shade": "dark"}]},
            r"x: many\[1\]\.shade: 'dark' is not made of digits from 0 to f; write it so",
        ),
        ({"share": 1, "inner": 5}, "x: inner: 5 is not a table; write its keys as { key = value }"),
        ({"share": "130%"}, "x: share: 130% is above 100%; write 100% or less$"),
        ({"share": "200%"}, "x: share: 200% is above 100%; write 100% or less$"),
        ({"share": "3/2"}, "x: share: 3/2 is above 1; write 1 or less$"),
        ({"share": 30}, 'x: share: 30 is above 1; write 1 or less, or "30%" for per cent$'),
        (
            {"share": 1.5},
            'x: share: 150% is above 100%; write 100% or less, or "1.5%" for per cent$',
        ),
        ({"share": 1, "many": "red"}, r'x: many: is not a list; .* brackets: many = \["red"\]$'),
        ({"share": 1, "many": "x" * 99}, r'x: many: is not a list; .*: \["\.\.\.", "\.\.\."\]$'),
        ({"share": 1, "kind": date(2027, 1, 31)}, "x: kind: 2027-01-31 is not known here; write"),
        ({"share": 1, "inner": {"colour": ""}}, r"x: inner\.colour: is empty; write something, or"),
        ({"share": 1, "kind": "re"}, "x: kind: 're' is not known here; did you mean 'red'"),
        ({"share": 1, "kind": ["red"]}, r"x: kind: \['red'\] is a list; leave out the"),
        ({"share": 1, "kind": "x"}, "x: kind: 'x' is not known here; write 'red' or 'blue'"),
    ],
)
def test_a_mapping_that_does_not_fit_names_file_key_and_remedy(
    data: dict[str, object], message: str
) -> None:
    with pytest.raises(PolicyError, match=message):
        validate(Outer, data, source="x", error=PolicyError)


def test_a_mapping_that_fits_becomes_a_frozen_value() -> None:
    outer = validate(Outer, {"share": "1/3"}, source="x", error=PolicyError)
    assert outer.share == Fraction(1, 3)
    assert outer == Outer(share="1/3")
    assert hash(outer) == hash(Outer(share=Fraction(1, 3)))


def told(data: dict[str, object]) -> list[str]:
    with pytest.raises(PolicyError) as caught:
        validate(Outer, data, source="x", error=PolicyError)
    return str(caught.value).splitlines()


def test_what_only_follows_from_another_mistake_is_not_told() -> None:
    assert told({"shar": 1}) == ["x: shar: unknown key; did you mean 'share'?"]
    assert told({"share": 1, "names": [{"color": 1}]}) == [
        "x: names[0].color: unknown key; did you mean 'colour'?"
    ]
    assert len(told({"colour": 1})) == 2  # no slip for `share`, which is missing besides


def test_a_place_is_told_once_and_of_many_mistakes_the_first_twenty() -> None:
    wrong = told({"share": 1, "many": [{"colour": 5}] * 50})
    assert len(wrong) == 21
    assert wrong[0].startswith("x: many[0].colour: ")
    assert wrong[19].startswith("x: many[19].colour: ")
    assert wrong[20] == "x: 30 more mistakes are not told"
    assert len(told({"share": 1, "many": [{"colour": 5}] * 20})) == 20
    assert told({"share": 1, "many": [{"colour": 5}] * 21})[20] == "x: 1 more mistake is not told"


def test_a_file_of_unknown_keys_alone_is_refused_in_time_linear_in_them() -> None:
    begun = process_time()
    wrong = told({f"colour_{number}": 1 for number in range(20_000)})
    assert wrong[0].startswith("x: colour_0: unknown key; known keys: ")
    assert wrong[20] == "x: 19981 more mistakes are not told"
    assert process_time() - begun < 0.6  # a fifth; a second where each was put into words


def test_a_value_built_in_python_is_refused_in_the_same_words() -> None:
    with pytest.raises(ReuseGuardError, match=r"^Inner: colour: 5 is not text"):
        Inner(colour=5)
    with pytest.raises(LocatedError, match=r"^Outer: many\[0\]\.color: unknown key") as caught:
        Outer(share=1, many=[{"color": 5}])
    assert caught.value.where == "many[0].color"


@pytest.mark.parametrize(
    "make",
    [
        lambda: Inner.model_validate({"colour": 5}),
        lambda: Inner.model_validate_json('{"colour": 5}'),
    ],
)
def test_a_value_made_of_a_mapping_or_of_json_is_refused_in_the_same_words(
    make: Callable[[], Inner],
) -> None:
    with pytest.raises(ReuseGuardError, match=r"^Inner: colour: 5 is not text"):
        make()


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(ReuseGuardError, match=r"^Inner: invalid JSON"):
        Inner.model_validate_json("{")


def test_a_value_built_in_python_is_not_told_to_write_the_sign_that_it_has() -> None:
    with pytest.raises(LocatedError, match=r"share: 150 ?% is above 100%; write 100% or less$"):
        Outer(share="150%")
    with pytest.raises(LocatedError, match=r"share: 150 ?% is above 100%; write 100% or less$"):
        Outer.model_validate({"share": "150 %"})
