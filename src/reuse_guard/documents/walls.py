"""Where a page tells its readers in words that they have to subscribe or sign in to read on.

Such a line says both: that this article is read to its end, and what is asked for that. One that
asks for a newsletter, for support or for comments, or that is a badge ("Subscribers only"), which
links to other articles have too, says nothing of how much there is of this one.
"""

from __future__ import annotations

import re
from typing import Final

from reuse_guard.expressions import expression

_ASKING: Final = (
    r"(?:subscribe\b|subscription|log ?in\b|sign (?:in|up)\b|register\b|create (?:an?|your) \w*"
    r" ?account|become a member|abo\b|\w*abonn|anmelden|melden? (?:sie sich|dich)|einloggen"
    r"|registrier|connecte[zr]|inscri(?:vez|re)|identifiez|suscr[ií]|inicia\w* sesión|regístra"
    r"|assin(?:e|ar|ante|atura)|cadastr|faça login|abbona|accedi\b|registrati|inloggen"
    r"|prenumer|subskry|zaloguj|подпис(?:к|чик|аться|ывайтесь)|подпиш|зарегистрир|авториз|войдите"
    r"|передплат|підпис(?:к|ник|атися)|підпиш|зареєстр|увійдіть|жазыл(?:ым|ушы|ыңыз)|тіркел(?:іңіз|ген)"
    r"|кіріңіз|abone|üye ol|giriş yap)"
)
_ARTICLE: Final = (
    r"(?:th(?:is|e)|your|full|whole|rest|of|for|in|free|now|here|online|article|story|text|content|post"
    r"|dies\w+|den|ganzen|artikel|beitrag|text|de|l[\u2019']\w+|cet(?:te)?|article|contenu|texte"
    r"|complet\w+|el|la|est[ea]|art[ií]culo|nota|noticia|contenido|artigo|mat[ée]ria|conteúdo|questo|dell?\w*"
    r"|articolo|dit|ten|artyku\w+|эт\w+|стать\w+|материал\w*|текст\w*|верси\w+|полн\w+|целиком"
    r"|бесплатно|онлайн|цю|статт\w+|матеріал\w*|повн\w+|мақала\w*|мәтін\w*|haber\w*)"
)
# What is offered or asked with it: "and support local news", "with a free account", "for $1".
_BESIDE: Final = (
    r"(?:and|or|with|without|for|from|und|oder|mit|ohne|et|ou|avec|sans|y|o|con|sin|e|com|sem|senza"
    r"|и|или|с|без|за)"
)
# It is this article that is read on: its name or nothing follows, or what is asked for it; no title
# ("Keep reading: the toll for members is gone") and nothing else ("keep reading good journalism").
_READ_ON: Final = expression(
    r"\b(?:"
    r"(?:continue|keep|finish) reading|read on\b"
    r"|(?:read|access|unlock|view|see) (?:the (?:full|whole|entire|rest|complete)|all of this|this)"
    r" ?(?:of (?:this|the) )?(?:article|story|text)\b"
    r"|(?:read|access|unlock) this (?:content|post)\b"
    r"|weiter(?:zu)?lesen|lesen sie (?:diesen|den (?:ganzen|vollständigen)) (?:artikel|text)"
    r"|(?:diesen|den (?:ganzen|vollständigen|kompletten|gesamten)) (?:artikel|text|beitrag)"
    r" (?:\w+ ){0,4}(?:lesen|freischalten)"
    r"|(?:poursuivre|continuer|continuez) (?:la|votre|cette|sa) lecture|(?:lire|découvrir) la suite"
    r"|(?:lire|débloquer|accéder à) (?:cet article|ce contenu|l[\u2019']intégralité)"
    r"|(?:seguir|sigue|continuar|continúa) (?:leyendo|la lectura)"
    r"|(?:leer|acceder a) (?:est[ea]|el resto|el artículo|la nota|la noticia)\b"
    r"|(?:continuar?|continue|seguir) (?:lendo|a ler|a leitura)"
    r"|(?:ler|acessar|aceder a) (?:est[ea]|o resto|o restante|o artigo completo)\b"
    r"|continu\w+ (?:a leggere|la lettura)|leggere (?:tutto )?(?:l[\u2019']articolo|il resto"
    r"|questo)|lees verder|verder ?(?:te )?lezen|czyta[jć] dalej|(?:cały|pełny) (?:artykuł|tekst)"
    r"|дочитать|чита(?:ть|йте) (?:дальше|далее|полностью|целиком|продолжение)|продолж(?:ить|ения)"
    r" чтени[ея]|про(?:чита|чес)ть (?:эт[оу]т? )?(?:стать|материал|текст|полн|весь|остальн|остат)"
    r"|дочитати|читати (?:далі|повністю)|продовж(?:ити|ення) читання"
    r"|(?:оқуды|оқып) жалғастыр|(?:жалғасын|әрі қарай|толық) оқ[уы]"
    r"|okumaya devam|(?:devamını|tamamını) oku"  # noqa: RUF001
    rf")\w*(?: {_ARTICLE}\b)*(?=\s*(?:[,.!?;|\u2013\u2014-]|\Z)|(?: \w+){{0,2}}? {_ASKING}"
    rf"| {_BESIDE}\b)"
)
_ASKED: Final = expression(rf"\b{_ASKING}")
# Whom all or the rest of an article is for.
_FOR_SOME: Final = expression(
    r"\b(?:(?:this|the (?:full|rest of (?:this|the))) (?:article|story|content|text|post) is"
    r" (?:(?:only|exclusively|exclusive|available|reserved|accessible|just) )*(?:for|to)"
    r" (?:our |paying |registered |premium )*(?:subscribers|members)"
    r"|dieser (?:artikel|text|beitrag|inhalt) ist (?:nur|exklusiv|ausschließlich) für \S*abonn"
    r"|(?:cet article|ce contenu|la suite(?: de (?:cet |l[\u2019'])article)?) est"
    r" (?:\w+ )?(?:réservée?|accessible uniquement) (?:aux|à nos) abonn"
    r"|est[ea] (?:artículo|noticia|contenido) (?:es|está) (?:\w+ )?(?:para|a) (?:\w+ )?suscriptor"
    r"|est[ea] (?:artigo|matéria|conteúdo|reportagem) é (?:\w+ )?(?:para|a) (?:\w+ )?assinante"
    r"|questo (?:articolo|contenuto) è (?:riservato|disponibile|accessibile)?(?: ?solo)?"
    r" ?(?:agli|per gli) abbonati|dit artikel is (?:alleen|exclusief) voor (?:\w+ )?abonn"
    r"|(?:(?:полн(?:ый|ая)|весь) (?:текст|версия)(?: (?:статьи|материала|публикации|интервью))?"
    r"|материал|статья|публикация|продолжение(?: (?:статьи|материала))?) (?:доступ\w+|открыт\w*)"
    r" (?:(?:только|лишь|нашим|платным|для|по|по платной) )*(?:подпис[кч]|зарегистр|авторизов)"
    r"|(?:повний текст(?: (?:статті|матеріалу))?|матеріал|стаття|продовження(?: статті)?)"
    r" доступн\w+ (?:(?:лише|тільки|нашим|для|за) )*(?:передплат|підпис[кн])"
    r"|(?:толық (?:мәтіні?|нұсқасы)|жалғасы|мақала|материал) (?:тек )?жазылушылар)"
)
_OTHER: Final = expression(
    r"comment|коммент|комент|пікір|newsletter|рассылк|розсилк|channel|канал|арна(?!л)|telegram|телегра"
    r"|youtube|instagram|whatsapp|podcast"
    rf"|\b(?:without|ohne|sans|sin|sem|senza|без) (?:\w+ )?{_ASKING}"
)
# What a button below ends: "To read the full story". "Read on" alone may open the rest of a page.
_OPEN: Final = expression(
    r"\W*(?:to|want|um|pour|envie|para|per|om|aby|чтобы|хотите|щоб)\b|.*(?:үшін|için)\W*\Z",
    re.DOTALL,
)
_LONGEST: Final = 160  # characters
_SPEECH: Final = ("\u00ab", "\u201c", "\u201e", '"', "\u2014 ")  # of somebody in the article
_BUTTON: Final = 40


def is_wall(text: str, button: str = "") -> bool:
    """Whether a line says that one has to subscribe or sign in to read an article on.

    Args:
        text: of the line.
        button: what stands below it, and may end it.

    >>> is_wall("Subscribe to continue reading"), is_wall("La suite est réservée aux abonnés")
    (True, True)
    >>> is_wall("Subscribe to our newsletter"), is_wall("If you like this story, subscribe today")
    (False, False)
    """
    is_call = len(text) <= _LONGEST and not text.startswith(_SPEECH)
    is_call = len(text) <= _LONGEST and not text.startswith(_SPEECH)
    line = text.lower() if is_call else ""
    is_open = len(button) <= _BUTTON and _OPEN.match(line)
    whole = f"{line} {button.lower()}" if is_open else line
    if _ASKED.search(whole) and (_READ_ON.search(line) or _READ_ON.search(whole)):
        return not _OTHER.search(whole)
    return _FOR_SOME.search(whole) is not None
