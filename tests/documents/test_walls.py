"""Calls to subscribe or sign in that say an article goes on, and what only sounds like one."""

from __future__ import annotations

import pytest

from reuse_guard.documents.walls import is_wall

WALLS = """
Subscribe to The Steppe Courier to continue reading
To continue reading this article, log in or create a free account.
This story is exclusive to subscribers.
Already a subscriber? Sign in to read the full article.
The rest of this article is available to subscribers.
Subscribe to keep reading and support local news
Continue reading with a free account: register now
Keep reading for $1: subscribe today
Чтобы дочитать, оформите подписку
Полный текст статьи доступен только по подписке.
Материал доступен только подписчикам
Чтобы прочитать статью целиком, войдите или зарегистрируйтесь.
Jetzt abonnieren und weiterlesen
Um diesen Artikel zu lesen, melden Sie sich bitte an.
Dieser Artikel ist nur für Abonnenten.
Il vous reste 80% de cet article à lire. La suite est réservée aux abonnés.
Pour lire cet article, connectez-vous
Suscríbete para seguir leyendo
Este contenido es exclusivo para suscriptores
Assine para continuar lendo
Suscríbete para leer este artículo completo
Este conteúdo é exclusivo para assinantes
Abbonati per continuare a leggere
Questo articolo è riservato agli abbonati
Verder lezen? Neem een abonnement
Dit artikel is alleen voor abonnees
Czytaj dalej w prenumeracie
Щоб дочитати, оформіть передплату
Повний текст доступний передплатникам
Оқуды жалғастыру үшін жазылыңыз
Толық мәтіні тек жазылушыларға қолжетімді
Okumaya devam etmek için abone olun
"""

OTHERS = """
Subscribe to our newsletter to keep reading
Subscribe to keep reading stories like this one
Enjoyed this? Subscribe to support us and keep reading good journalism
Sign in to continue reading your saved articles
Suscríbete y sigue leyendo noticias como esta
Pour lire cet article en anglais, connectez-vous à notre application
Подписывайтесь на нас, чтобы прочитать материалы первыми
Support our journalism, subscribe today
If you liked this story, subscribe today.
Subscribe for unlimited access
Sign in to read this article and comment on it
Sign in to read this article later
Sign in to view this post on Instagram
Diesen Artikel drucken oder abonnieren
Читать далее можно без подписки
Читайте продолжение в понедельник, подписывайтесь на наш канал
Subscribers only
Article réservé aux abonnés
This story first appeared in our letter to subscribers.
The newspaper said that its subscribers would continue reading on paper.
Members of the club can read the full report at the library.
To read the full text of the law, log in to the state portal.
This article is free for everyone. Subscribe to support us.
Cet article est offert par nos abonnés.
Continue reading: how to register a boat
Weiterlesen: Warum das Abo der Bahn teurer wird
Полный текст соглашения подписан сторонами в Астане.
Подпишитесь на рассылку, чтобы читать дальше
«Чтобы дочитать, оформите подписку», — так звучала реклама газеты.
Материал доступен всем. Подпишитесь, чтобы нас поддержать
Материал подготовлен при поддержке подписчиков канала.
Мақаланың толық мәтіні газетте жазылған
Жаңалықтарды оқу үшін бізге жазылыңыз
Bu haber meclis üyesi tarafından yalanlandı
"""


@pytest.mark.parametrize("line", WALLS.strip().splitlines())
def test_a_call_to_pay_for_the_rest_of_an_article_is_known(line: str) -> None:
    assert is_wall(line)


@pytest.mark.parametrize("line", OTHERS.strip().splitlines())
def test_an_offer_a_badge_or_a_sentence_of_news_says_not_that_an_article_goes_on(line: str) -> None:
    assert not is_wall(line)


@pytest.mark.parametrize(
    ("line", "button", "is_one"),
    [
        ("Want to keep reading?", "Subscribe now", True),
        ("Чтобы дочитать статью", "Оформить подписку", True),
        ("Мақаланы толық оқу үшін", "Жазылыңыз", True),
        ("To read on, log in and continue reading", "© Alatau Times", True),
        ("Continue reading", "Subscribe", False),
        ("Read this story in Kazakh", "Log in", False),
        ("Diesen Artikel teilen", "Abonnieren", False),
        ("To share this story", "Sign in", False),
        ("To read the full story", "Subscribers of the library pay nothing in November", False),
    ],
)
def test_a_call_may_end_in_a_button(line: str, button: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_wall(line, button) is is_one


def test_a_paragraph_is_no_call() -> None:
    assert not is_wall("Subscribe to continue reading. " * 6)
