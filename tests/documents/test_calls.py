"""Lines that ask something of the readers of a site are no body; sentences about such lines are."""

from __future__ import annotations

import pytest

from reuse_guard import check, read
from reuse_guard.documents.calls import is_call

CALLS = (
    "Subscribe to our newsletter and never miss the most important news of the day.",
    "Follow us on Telegram and Instagram to be the first to know.",
    "Please download our app to read the news without advertising.",
    "Have you seen something newsworthy? Send it to us on WhatsApp at +7 700 000 00 00.",
    "Share this article with your friends.",
    "Found a mistake? Select it and press Ctrl+Enter.",
    "Follow Akzhar Sport on Instagram, Facebook and YouTube.",
    "Get the Akzhar Weekly delivered through your letterbox every month. 12 issues for 900 tenge.",
    "Sign up for the morning newsletter and find it in your inbox at seven.",
    "Like this story? Share it with a friend!",
    "Support independent journalism in Akzhar: donate today.",
    "Подпишитесь на нашу рассылку и не пропустите самые важные новости дня.",
    "Читайте нас в Telegram и Instagram.",
    "Стали свидетелем происшествия? Пришлите нам фото и видео на WhatsApp +7 700 000 00 00.",
    "Нашли ошибку в тексте? Выделите её и нажмите Ctrl+Enter.",
    "Больше новостей — в нашем приложении для iOS и Android.",
    "Поделитесь этой новостью с друзьями в социальных сетях.",
    "Біздің Telegram арнамызға жазылып, жаңалықтарды бірінші болып біліңіз.",
    "Бізді Instagram желісінде оқыңыз.",
    "Оқиға куәсі болсаңыз, фото мен видеоны WhatsApp арқылы жіберіңіз: +7 700 000 00 00.",
    "Жаңалықтарымызды достарыңызбен бөлісіңіз.",
)
SENTENCES = (
    "Follow-up studies in our region found the same drop in the number of ferries.",
    "The agency asked everyone to subscribe to its newsletter and to follow it on Telegram.",
    "Follow the left bank on foot, and you will see the mill on Facebook pictures.",
    "Get your groceries delivered to your door on market days, the council advises.",
    "Join the queue early, our colleague who went there on Saturday says.",
    "Witnesses may write to the court by e-mail until Friday, the judge said.",
    "The minister read our letter and sent us no answer for a month.",
    "Подписывайтесь под каждым листом договора, советуют нам юристы.",
    "Следите за уровнем воды, говорит нам капитан парома.",
    "В ведомстве просят пришлите не позднее пятницы все документы.",
    "Get a flu jab letter delivered to your mailbox and bring it, the ministry said on Monday.",
    "Министр ведёт канал в Telegram и пишет там о наших дорогах.",
    "Ауыл тұрғындары біздің тілшіге жаңа арна қазылып жатқанын айтты.",
    "Мұғалімдер оқушыларға көбірек кітап оқыңыздар дейді.",
)


@pytest.mark.parametrize("line", CALLS)
def test_a_call_to_readers_is_told(line: str) -> None:
    assert is_call(line)


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_of_an_article_is_no_call(line: str) -> None:
    assert not is_call(line)


ARTICLE = (
    "The ferry between Akzhar and the right bank runs again from Monday, the harbour office said.",
    "Repairs took seven months because the steel for the new stage arrived only in September.",
    "A crossing costs 200 tenge, and pupils travel free until the end of the school year.",
)
OWN = (
    "Our reporter spent the weekend with fishermen in the delta who mend their nets by hand.",
    "They told us that the price of twine doubled within a year.",
)


def page(*paragraphs: str) -> str:
    return "<article><h1>Ours</h1>" + "".join(f"<p>{one}</p>" for one in paragraphs) + "</article>"


@pytest.mark.parametrize("line", CALLS)
def test_who_has_the_same_call_below_an_article_copied_nothing(line: str) -> None:
    original = read(page(*ARTICLE, line))
    assert not original.blocks[-1].role.is_body
    assert check(original, page(*OWN, line), original_url="https://courier.example/1").ok


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_of_an_article_counts(line: str) -> None:
    assert read(page(*ARTICLE, line)).blocks[-1].role.is_body
