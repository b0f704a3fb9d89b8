"""What speaks for a translation, and what it comes to under terms that allow no changes."""

from __future__ import annotations

from typing import Any

import pytest

from reuse_guard import Document, Policy, Verdict, check, read
from reuse_guard.measure.translated import Text, find_translation
from reuse_guard.policy import Declared

ENGLISH = (
    "The power station at Karasai will close its last coal unit in March, forty years after it was"
    " lit, the operator Zhetisu Energy said. Its director, Daniyar Abenov, told reporters that 312"
    " people work there and that 240 of them will be trained for the solar park near Talgar. The"
    " unit burned 1,450 tonnes of coal a day. Mayor Gulnara Seitova called the date late but fair,"
    " and recalled that the council had voted for it in 2019 by 17 votes to 4. The park will cost"
    " 86.5 million tenge, of which the bank Altyn lends two thirds, and will feed the line to"
    " Kapshagai from the autumn of 2028."
)
RUSSIAN = (
    "Электростанция в Карасае закроет последний угольный блок в марте, через сорок лет после пуска,"
    " сообщила компания Жетису Энерджи. По словам её директора Данияра Абенова, там работают 312"
    " человек, и 240 из них обучат для солнечного парка под Талгаром. Блок сжигал 1450 тонн угля в"
    " сутки. Мэр Гульнара Сейтова назвала срок поздним, но честным и напомнила, что совет"
    " проголосовал за это в 2019 году 17 голосами против 4. Парк обойдётся в 86,5 миллиона тенге,"
    " две трети даёт в долг банк Алтын, и с осени 2028 года он будет питать линию на Капшагай."
)
GERMAN = (
    "Das Kraftwerk in Karasai schaltet im März seinen letzten Kohleblock ab, vierzig Jahre nach"
    " dem ersten Feuer, teilte der Betreiber Zhetisu Energy mit. Sein Leiter, Daniyar Abenov,"
    " sagte, dort arbeiteten 312 Menschen, von denen 240 für den Solarpark bei Talgar geschult"
    " würden. Der Block verbrannte 1.450 Tonnen Kohle am Tag. Bürgermeisterin Gulnara Seitova"
    " nannte den Termin spät, aber gerecht, und erinnerte daran, dass der Rat 2019 mit 17 zu 4"
    " Stimmen dafür war. Der Park kostet 86,5 Millionen Tenge, zwei Drittel davon leiht die Bank"
    " Altyn, und speist ab Herbst 2028 die Leitung nach Kapshagai."
)
# A report of one's own on the same event: what is the same stands in another order.
OWN = (
    "В Капшагай с 2028 года пойдёт ток из солнечного парка: банк Алтын готов дать на него"
    " деньги, рассказали нам в редакции. Всего нужно 86,5 миллиона. О закрытии угля в Карасае"
    " спорят с 2019 года; тогда голосов против было 4, а за 17. Гульнара Сейтова, мэр,"
    " вспоминает об этом охотно. Под Талгаром уже ровняют землю, а на станции, где 240 человек"
    " ждут курсов, говорят о другом: куда денутся остальные из 312 работников, не знает и"
    " директор Абенов. Уголь возят по 1450 тонн в день, и возить его будут до марта."
)
OTHER = RUSSIAN.replace("Карасае", "Павлодаре").split(". ", maxsplit=1)[0] + (
    ". Об этом рассказали в акимате, где с прошлой весны ждут денег на ремонт моста, дороги и"
    " двух школ, но денег не было ни тогда, ни теперь. Жители пишут письма и собирают подписи, а"
    " строители разводят руками: смета выросла вдвое, и подрядчик просит ещё. Ответа обещают к"
    " лету, когда закончится половодье и станет видно, что осталось от старых опор и сколько их"
    " придётся менять."
)
URL = "https://orig.kz/news/1"


def text(content: str) -> Text:
    document = read(content, format="text")
    return Text(document.text, document.words)


@pytest.mark.parametrize("translation", [RUSSIAN, GERMAN])
def test_names_and_numbers_in_the_same_order_speak_for_a_translation(translation: str) -> None:
    for one, other in ((ENGLISH, translation), (translation, ENGLISH)):
        found = find_translation(text(one), text(other))
        assert found is not None
        assert found.numbers >= 5
        assert found.names >= 3
        assert {"312", "240"} <= set(found.examples)


@pytest.mark.parametrize(
    ("original", "candidate"),
    [(ENGLISH, OWN), (ENGLISH, OTHER), (ENGLISH, ENGLISH), (RUSSIAN, OWN), (ENGLISH, "312 и 240.")],
)
def test_other_texts_are_none(original: str, candidate: str) -> None:
    assert find_translation(text(original), text(candidate)) is None


def judged(candidate: str, declared: Declared | None = None, **rule: object) -> Verdict:
    policy = Policy.model_validate({"id": "p", "name": "P", "rules": [rule]})
    return check(
        ENGLISH,
        candidate,
        policy=policy,
        original_url=URL,
        declared=declared or Declared(),
    )


UNCHANGED: dict[str, Any] = {"edits": "none"}
ATTESTED: dict[str, Any] = {"attest": ["translation"]}


@pytest.mark.parametrize(
    ("rule", "declared", "outcome"),
    [
        (UNCHANGED, None, "review"),
        (UNCHANGED, False, "allowed"),
        (UNCHANGED, True, "review"),
        ({**UNCHANGED, **ATTESTED}, None, "review"),
        ({**UNCHANGED, **ATTESTED}, False, "allowed"),
        (ATTESTED, None, "review"),
        (ATTESTED, False, "allowed"),
        (ATTESTED, True, "violation"),
        ({"limits": [{"max": "30%"}]}, None, "allowed"),
    ],
)
def test_a_translation_is_for_a_person_where_the_terms_allow_none(
    rule: dict[str, Any], outcome: str, *, declared: bool | None
) -> None:
    verdict = judged(RUSSIAN, Declared(translation=declared), **rule)
    assert verdict.outcome == outcome


def test_the_reason_names_what_is_the_same() -> None:
    (clause,) = judged(RUSSIAN, **UNCHANGED).clauses
    assert clause.message.startswith(
        "The candidate is in another language, and names and numbers of the original stand in it in"
        " the same order ("
    )
    assert "such as 312, 240, 1,450" in clause.message
    assert clause.message.endswith("A person has to look, and declare it (translation=yes or no).")


def test_where_translations_are_not_counted_a_note_tells_of_one() -> None:
    (note,) = judged(RUSSIAN, limits=[{"max": "30%"}]).notes
    assert note.endswith("it may be a translation. Translations are not counted.")
    assert judged(OWN, limits=[{"max": "30%"}]).notes == ()


def test_a_report_of_ones_own_is_not_asked_about() -> None:
    assert judged(OWN, **UNCHANGED).outcome == "allowed"
    assert judged(ENGLISH, **UNCHANGED).outcome == "allowed"


def status(original: Document | str, candidate: Document | str) -> str:
    policy = Policy.model_validate({"id": "p", "name": "P", "rules": [ATTESTED]})
    (clause,) = check(original, candidate, policy=policy, original_url=URL).clauses
    return clause.status


SENTENCES = ENGLISH.split(". ")
UNRELATED = (
    "Our own gardeners had a better summer than they feared in spring, when frost took the first"
    " blossom. Apples were small and many, plums large and few, and the market square smelled of"
    " dill until October. Whoever came late went home with pumpkins, of which there is never an"
    " end, and with advice on how to keep them in a cellar that is neither too dry nor too warm."
)


def test_a_copy_in_the_originals_language_is_no_translation_though_nobody_declares_it() -> None:
    assert status(ENGLISH, ENGLISH) == "met"
    assert status(ENGLISH, f"{SENTENCES[0]}.\n\n{UNRELATED}") == "met"
    assert status(ENGLISH, f"Neighbours write to us:\n\n{ENGLISH}") == "met"


def test_a_copy_beside_a_text_in_another_language_is_for_a_person() -> None:
    assert status(ENGLISH, f"{ENGLISH}\n\n{RUSSIAN}") == "unverifiable"
    assert status(ENGLISH, f"{SENTENCES[0]}.\n\n{RUSSIAN}") == "unverifiable"


def test_so_is_a_short_text_with_fewer_copied_words_than_others() -> None:
    short = "This is what a paper in the region wrote of the plan, and we have asked our mayor."
    assert status(ENGLISH, f"{SENTENCES[-1]}\n\n{short} {short} {short}") == "unverifiable"


SPANISH = (
    "El puerto de Valmora cierra en marzo su viejo faro, ciento diez años después de la primera"
    " luz. Los vecinos del barrio pidieron que la torre quede abierta a los visitantes, y el"
    " ayuntamiento promete una escalera nueva, dos salas y un pequeño café. Las obras duran hasta"
    " el verano y las pagan el ministerio y una fundación de pescadores. Quien quiera subir antes"
    " puede hacerlo los domingos por la mañana, siempre que no haya viento del norte."
)
PORTUGUESE = (
    "O porto de Valmora fecha em março o seu velho farol, cento e dez anos depois da primeira"
    " luz. Os moradores do bairro pediram que a torre fique aberta aos visitantes, e a câmara"
    " promete uma escada nova, duas salas e um pequeno café. As obras duram até ao verão e são"
    " pagas pelo ministério e por uma fundação de pescadores. Quem quiser subir antes pode"
    " fazê-lo aos domingos de manhã, desde que não haja vento do norte."
)


def test_a_translation_into_a_close_language_is_for_a_person() -> None:
    first = SPANISH.split(". ", maxsplit=1)[0]
    assert status(SPANISH, f"{first}.\n\n{PORTUGUESE}") == "unverifiable"
    assert status(SPANISH, SPANISH) == "met"


def test_where_both_declare_the_language_a_text_of_its_own_in_it_is_none() -> None:
    def page(text: str) -> Document:
        return read(f'<html lang="es"><p>{text}</p></html>', format="html")

    first, *others = SPANISH.split(". ")
    original = f"{first}. {first[:-4]} vez. Nadie sabe todavía quién compra la gran lámpara."
    assert status(page(original), page(f"{first}.</p><p>{'. '.join(others)}")) == "met"


@pytest.mark.parametrize(
    ("original", "translated"), [(ENGLISH, RUSSIAN), (RUSSIAN, ENGLISH), (ENGLISH, GERMAN)]
)
def test_a_short_translation_of_the_rest_is_for_a_person(original: str, translated: str) -> None:
    ours, theirs = original.split(". "), translated.split(". ")
    assert status(original, ". ".join([*ours[:4], *theirs[4:]])) == "unverifiable"


def test_and_one_that_declares_another_language() -> None:
    def page(language: str) -> Document:
        return read(f'<html lang="{language}"><p>{ENGLISH}</p></html>', format="html")

    assert status(page("en"), page("en-GB")) == "met"
    assert status(page("en"), page("sco")) == "unverifiable"
    assert status(page("kk"), page("kz")) == "met"


def test_names_and_numbers_of_a_text_are_found_once_for_all_it_is_held_against() -> None:
    original = text(ENGLISH)
    assert original.items
    assert original.items is original.items
