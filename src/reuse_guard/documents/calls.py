"""What a publisher says to its readers in a line of its own: subscribe, share, we use cookies.

Such lines stand under every article of a site, and many sites have the same ones.
"""

from __future__ import annotations

import re

_NETWORK = (
    r"facebook|instagram|tik-?tok|twitter|telegram|you-?tube|whats-?app|viber|linkedin|"
    r"фейсбук|инстаграм|телеграм|ютуб|вк(?:онтакте)?|одноклассник|вотсап|ватсап|вайбер"
)
# Where one reads or hears more of a publisher.
_MEDIUM = re.compile(
    rf"(?:\b(?:{_NETWORK}|newsletter|channel|podcasts?|apps?\b|social (?:media|networks)|push)|"
    r"\b(?:рассылк|канал|подкаст|приложени|соцсет|социальн\w+ сет|паблик|страниц)|"
    r"\b(?:арна(?:мыз|сы|ға)|парақша|қосымша|таратылым|желі(?:де|міз|сі)))",
    re.I,
)
_OWN = re.compile(
    r"\b(?:us|our|нас|нам|наш\w*|біз(?:ді|ге|бен)?|біздің|\w+[ыі]мыз\w*|\w+імізг?е?)\b", re.I
)
_ASKED = re.compile(
    r"\W*(?:please |don['’]t forget to |не забудьте )?(?:"
    r"subscribe|sign up|follow|join|like|find|watch|listen|read|download|get|install|more news|"
    r"подпи(?:сывайтесь|шитесь|саться)|читайте|следите|присоединяйтесь|смотрите|слушайте|скачайте|"
    r"скачивайте|установите|вступайте|больше новостей"
    r")\b",
    re.I,
)
# In Kazakh the verb ends the sentence, or its first half.
_ASKED_IN_KAZAKH = re.compile(
    r"\b(?:жазыл(?:ыңыз|ыңыздар|ып)|оқыңыз(?:дар)?|қосылыңыз(?:дар)?|тіркеліңіз|жүктеңіз|"
    r"жүктеп алыңыз|бақылаңыз)\b",
    re.I,
)
_SEND = re.compile(
    r"\b(?:send|write|e-?mail|message|text) (?:it |them |your \w+ )?(?:to )?us\b|"
    r"\b(?:при(?:шлите|сылайте)|отправ(?:ьте|ляйте)|на?пишите|сообщите)\b|"
    r"\b(?:жіберіңіз|жолдаңыз|хабарласыңыз|жазыңыз)\b",
    re.I,
)
_ADDRESS = re.compile(rf"\b(?:{_NETWORK})|@\w|\+\d", re.I)
_WHOLE_IN_KAZAKH = re.compile(
    r"достарыңызбен бөлісіңіз(?:дер)?\W*\Z|\bқате(?:ні)?\b.*\bctrl\b", re.I | re.S
)
# What is sent to a paper; a court, too, may be written to by e-mail.
_NEWS = re.compile(
    r"\b(?:news|newsworthy|witness|tip|story|photos?|videos?)\b|"
    r"\b(?:новост|свидетел|очевид|фото|видео)|"
    r"\b(?:жаңалық|куә|фото|видео|сурет)",
    re.I,
)
_WHOLE = re.compile(
    r"\W*(?:"
    r"(?:share|forward) this (?:article|story|news|post|page)\b.*|"
    r"поделитесь (?:этой |этим |данной )?(?:новостью|стать[её]й|материалом|ссылкой)\b.*|"
    r"(?:found|spotted|see) an? (?:error|mistake|typo)\b.*\bctrl\b.*|"
    r"(?:если вы )?(?:нашли|заметили|обнаружили)\b.*\bошибк\w*\b.*\bctrl\b.*|"
    r"support (?:our|independent|local|quality)\b.*\bjournalism\b.*"
    r")",
    re.I | re.S,
)

_COOKIES = ("cookie", "куки", "çerez", "クッキー")
# Who speaks, and what is done with them; neither alone tells a notice from an article on cookies.
_SITE = re.compile(
    r"\W*(?:[^\W\d_]+\W+){0,3}?(?:"
    r"we|our|this (?:web)?site|by (?:continuing|using|browsing|clicking)|"
    r"мы|наш\w*|(?:этот |данный )?сайт\w*|продолжая|біз\w*|бұл сайт\w*|"
    r"wir|diese (?:web)?s(?:eite|ite)|nous|notre|ce site|en (?:poursuivant|continuant)|"
    r"utilizamos|usamos|este (?:sitio|site)|questo sito|utilizziamo|usiamo|"
    r"wij|deze (?:web)?site|używamy|(?:ta|nasza) strona|bu (?:web )?site\w*|sitemiz\w*|当サイト"
    r")(?![^\W_])",
    re.I,
)
_USED = re.compile(
    r"\b(?:us(?:e[sd]?|ing|ar|amos|iamo)\b|accept|agree|consent|использу|соглаша|принима|қолдан|"
    r"пайдалан|verwend|nutz|utili[sz]|aceit|acept|accett|gebruik|używa|korzysta|kullan)|使用",
    re.I,
)
_QUOTED = re.compile('["“”„«»]')
_LONGEST_ON_COOKIES = 600  # characters


def is_cookie_notice(text: str) -> bool:
    """Whether a text tells the readers of a site that it uses cookies.

    >>> is_cookie_notice("We use cookies to improve your experience. Accept all")
    True
    >>> is_cookie_notice("Мы используем файлы cookie, чтобы улучшить работу сайта.")
    True
    >>> is_cookie_notice("Browsers will ask before a site uses cookies, the ministry said.")
    False
    """
    lowered = text[:_LONGEST_ON_COOKIES].lower()
    if len(text) > _LONGEST_ON_COOKIES or not any(word in lowered for word in _COOKIES):
        return False
    return bool(_SITE.match(text) and _USED.search(text)) and not _QUOTED.search(text)


def is_call(line: str) -> bool:
    """Whether a line asks something of the readers of a site and says nothing else.

    >>> is_call("Subscribe to our newsletter."), is_call("Читайте нас в Telegram!")
    (True, True)
    >>> is_call("Subscribe, the minister asked our readers, to nothing you have not read.")
    False
    """
    # Most lines of most pages are ASCII, and every line is asked.
    if _WHOLE.fullmatch(line) or (not line.isascii() and _WHOLE_IN_KAZAKH.search(line)):
        return True
    if _SEND.search(line) and _NEWS.search(line) and _ADDRESS.search(line):
        return True
    is_asked = _ASKED.match(line) or (not line.isascii() and _ASKED_IN_KAZAKH.search(line))
    return bool(is_asked and _MEDIUM.search(line) and _OWN.search(line))
