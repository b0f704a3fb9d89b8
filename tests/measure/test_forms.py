"""Reports in one form, of two days: their numbers or names are others, and nothing was taken."""

from __future__ import annotations

import pytest

from reuse_guard import Outcome, check

WEATHER = (
    "On {day} November rain is expected in the valley, with fog at night and in the morning. Wind"
    " from the north at {low} to {high} metres a second. Temperatures between {cold} degrees at"
    " night and {warm} by day. The river stands at {level} centimetres at the old bridge, the"
    " service said."
)
RATES = (
    "Ұлттық банк {day} қарашаға ресми бағамды белгіледі: доллар {dollar} теңге, еуро {euro} теңге,"
    " рубль {rouble} теңге, юань {yuan} теңге. Таңғы сауда-саттықта доллар {gain} теңгеге"
    " қымбаттап, түске қарай бұрынғы деңгейіне түсті."
)
FRIDAY = {"day": 20, "low": 3, "high": 8, "cold": 2, "warm": 7, "level": "1,214"}
SATURDAY = {"day": 21, "low": 2, "high": 6, "cold": 4, "warm": 5, "level": "1,190"}
MONEY = ("day", "dollar", "euro", "rouble", "yuan", "gain")
RATES_OF_FRIDAY = dict(zip(MONEY, ("20", "523,41", "606,12", "6,45", "73,60", "1,2"), strict=True))
RATES_OF_SATURDAY = dict(
    zip(MONEY, ("21", "521,87", "604,50", "6,47", "73,41", "0,8"), strict=True)
)


@pytest.mark.parametrize(
    ("form", "one", "other"),
    [(WEATHER, FRIDAY, SATURDAY), (RATES, RATES_OF_FRIDAY, RATES_OF_SATURDAY)],
)
def test_reports_in_one_form_are_for_review_and_a_copy_is_none(
    form: str, one: dict[str, object], other: dict[str, object]
) -> None:
    verdict = check(form.format(**one), form.format(**other))
    assert verdict.outcome is Outcome.REVIEW
    assert all(
        "most numbers or names in them are others" in clause.message for clause in verdict.clauses
    )
    assert check(form.format(**one), form.format(**one)).outcome is Outcome.VIOLATION


COURT = (
    "A court in {town} has sentenced a local man of {age}, who was found guilty of stealing from a"
    " neighbour. The court found that he had entered the house at night through an open window and"
    " taken what was of value. He will serve {years} years in a prison of medium security. The"
    " sentence has no legal force yet and can be appealed against."
)
CRASH = (
    "Two cars collided on the road from {here} to {there} late in the evening. Police say that"
    " the driver of a {car} lost control and hit a {other} on the opposite side of the road. The"
    " injured were taken to a hospital in {town}, where their condition is stable. The road was"
    " closed until the morning, and all other details are being established."
)
ONE_CASE = {"town": "Taraz", "age": 43, "years": 5}
OTHER_CASE = {"town": "Semey", "age": 28, "years": 3}
TOWNS = ("here", "there", "car", "other", "town")
ONE_CRASH = dict(zip(TOWNS, ("Hull", "Leeds", "Toyota", "Volvo", "York"), strict=True))
OTHER_CRASH = dict(zip(TOWNS, ("Ely", "Cambridge", "Skoda", "Lada", "Luton"), strict=True))


@pytest.mark.parametrize(
    ("form", "one", "other"), [(COURT, ONE_CASE, OTHER_CASE), (CRASH, ONE_CRASH, OTHER_CRASH)]
)
def test_reports_in_one_form_about_others_are_for_review_and_a_copy_is_none(
    form: str, one: dict[str, object], other: dict[str, object]
) -> None:
    verdict = check(form.format(**one), form.format(**other))
    assert verdict.outcome is Outcome.REVIEW
    assert all("numbers or names in them are others" in one.message for one in verdict.clauses)
    assert check(form.format(**one), form.format(**one)).outcome is Outcome.VIOLATION


def test_a_copy_without_the_names_that_states_no_others_is_no_form() -> None:
    nameless = dict.fromkeys(TOWNS, "somewhere") | {"car": "lorry", "other": "van"}
    verdict = check(CRASH.format(**ONE_CRASH), CRASH.format(**nameless))
    assert verdict.outcome is Outcome.VIOLATION


def test_a_copy_with_other_words_is_no_form_whatever_became_of_one_number() -> None:
    copy = WEATHER.format(**{**FRIDAY, "level": "1,200"}).replace("rain", "snow")
    assert check(WEATHER.format(**FRIDAY), copy).outcome is Outcome.VIOLATION


def test_a_copy_whose_words_were_replaced_as_often_as_its_numbers_is_no_form() -> None:
    words = " ".join([WEATHER.format(**FRIDAY)] * 2 + [WEATHER.format(**SATURDAY)]).split()
    copy = " ".join("other" if place % 3 == 1 else word for place, word in enumerate(words))
    verdict = check(" ".join(words), copy)
    assert verdict.share.ratio > 0.5
    assert not any("most numbers" in clause.message for clause in verdict.clauses)


def test_a_copied_table_is_no_form_though_its_numbers_are_matched_with_other_rows() -> None:
    rows = [
        f"Driver {name} had {3 * at} points after {at} races." for at, name in enumerate("ABCDEFGH")
    ]
    table = " ".join(rows)
    numbers = [word for word in table.replace(".", "").split() if word.isdigit()]
    copy = table
    for place, number in enumerate(numbers):
        copy = copy.replace(f" {number} ", f" #{(place + 6) % len(numbers)} ", 1)
    for place, number in enumerate(numbers):
        copy = copy.replace(f" #{place} ", f" {number} ")
    verdict = check(table, copy)
    assert verdict.outcome is Outcome.VIOLATION
