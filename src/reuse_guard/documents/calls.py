"""What a publisher says to its readers in a line of its own: subscribe, share, we use cookies.

Such lines stand under every article of a site, and many sites have the same ones.
"""

from __future__ import annotations

import re

from reuse_guard.documents.calls_abroad import is_call_abroad
from reuse_guard.expressions import expression

# All are for texts in small letters: that takes a third of the time of `re.IGNORECASE`.
_NETWORK = (
    r"facebook|instagram|tik-?tok|twitter|telegram|you-?tube|whats-?app|viber|linkedin|"
    r"фейсбук|инстаграм|телеграм|ютуб|вк(?:онтакте)?|одноклассник|вотсап|ватсап|вайбер"
)
# Where one reads or hears more of a publisher.
_MEDIUM = expression(
    rf"(?:\b(?:{_NETWORK}|newsletter|channel|podcasts?|apps?\b|social (?:media|networks)|push)|"
    r"\b(?:рассылк|канал|подкаст|приложени|соцсет|социальн\w+ сет|паблик|страниц)|"
    r"\b(?:арна(?:мыз|сы|ға)|парақша|қосымша|таратылым|желі(?:де|міз|сі)))",
)
_OWN = expression(
    r"\b(?:us|our|your (?:inbox|letterbox|mailbox)|нас|нам|наш\w*|"
    r"біз(?:ді|ге|бен)?|біздің|\w+[ыі]мыз\w*|\w+імізг?е?)\b",
)
_ASKED = expression(
    r"\W*(?:please |don['’]t forget to |не забудьте )?(?:"
    r"subscribe|sign up|follow|join|like|find|watch|listen|read|download|get|install|more news|"
    r"подпи(?:сывайтесь|шитесь|саться)|читайте|следите|присоединяйтесь|смотрите|слушайте|скачайте|"
    r"скачивайте|установите|вступайте|больше новостей"
    r")\b",
)
_KAZAKH_LETTER = expression("[әғқңөұүһі]")
# In Kazakh the verb ends the sentence, or its first half.
_ASKED_IN_KAZAKH = expression(
    r"\b(?:жазыл(?:ыңыз|ыңыздар|ып)|оқыңыз(?:дар)?|қосылыңыз(?:дар)?|тіркеліңіз|жүктеңіз|"
    r"жүктеп алыңыз|бақылаңыз)\b",
)
_SEND = expression(
    r"\b(?:send|write|e-?mail|message|text) (?:it |them |your \w+ )?(?:to )?us\b|"
    r"\b(?:при(?:шлите|сылайте)|отправ(?:ьте|ляйте)|на?пишите|сообщите)\b|"
    r"\b(?:жіберіңіз|жолдаңыз|хабарласыңыз|жазыңыз)\b",
)
_ADDRESS = expression(rf"\b(?:{_NETWORK})|@\w|\+\d")
_WHOLE_IN_KAZAKH = expression(
    r"достарыңызбен бөлісіңіз(?:дер)?\W*\Z|\bқате(?:ні)?\b.*\bctrl\b", re.S
)
# What is sent to a paper; a court, too, may be written to by e-mail.
_NEWS = expression(
    r"\b(?:news|newsworthy|witness|tip|story|photos?|videos?)\b|"
    r"\b(?:новост|свидетел|очевид|фото|видео)|"
    r"\b(?:жаңалық|куә|фото|видео|сурет)",
)
_WHOLE = expression(
    r"\W*(?:"
    rf"follow (?:\S+ ){{1,6}}on (?:{_NETWORK})(?:(?:,|,? and| &) (?:{_NETWORK}))*\W*|"
    r"get .{3,60} delivered (?:\w+ ){0,2}?(?:to|through) your (?:inbox|letterbox|mailbox)"
    r"(?:\W+(?:every|each|daily|weekly|now|today|free|for free)\b.*)?\W*|"
    r"(?:like|enjoyed) this (?:story|article|post)\W+share it\b.*|"
    r"(?:share|forward) this (?:article|story|news|post|page)\b.*|"
    r"поделитесь (?:этой |этим |данной )?(?:новостью|стать[её]й|материалом|ссылкой)\b.*|"
    r"(?:found|spotted|see) an? (?:error|mistake|typo)\b.*\bctrl\b.*|"
    r"(?:если вы )?(?:нашли|заметили|обнаружили)\b.*\bошибк\w*\b.*\bctrl\b.*|"
    r"support (?:our|independent|local|quality)\b.*\bjournalism\b.*"
    r")",
    re.S,
)

# Who speaks, what is done, and cookies soon after; in Kazakh the verb comes last.
_USES_COOKIES = expression(
    r"\W*(?:[^\W\d_]+\W+){0,3}?(?:(?:"
    r"we|(?:this|our) (?:web)?site|мы|(?:этот |данный |наш )?сайт|wir|diese (?:web)?s(?:eite|ite)|"
    r"nous|(?:ce|notre) site|este (?:sitio|site)|questo sito|wij|deze (?:web)?site|"
    r"(?:ta|nasza) strona)\W+(?:\w+\W+){0,2}?(?:"
    r"us(?:e|es|ing|a)|используе[мт]|verwende[nt]|nutz(?:en|t)|utilis(?:ons|e)|utiliz\w+|gebruik\w*|"
    r"używa)|utilizamos|usamos|utilizziamo|usiamo|używamy)"
    r"\W+(?:\w+\W+){0,3}?(?:cookies?|куки)\b"
    r"|\W*(?:біз|бұл сайт|сайт\w*)\W.{0,80}\bcookie\b.{0,30}(?:қолдан|пайдалан)",
)
# What they are called where the sentence around them is not known.
_COOKIES = expression(
    r"(?<![a-z])cookie|куки|çerez|ملفات تعريف الارتباط|كوكيز|کوکی|עוגיות|कुकी|কুকি"
    r"|คุกกี้|クッキー|쿠키|ქუქი|քուքի",
)
_QUOTED = expression('["“”„«»]')
_LONGEST_ON_COOKIES = 600  # characters


def is_cookie_notice(text: str) -> bool:
    """Whether a text tells the readers of a site that it uses cookies.

    >>> is_cookie_notice("We use cookies to improve your experience. Accept all")
    True
    >>> is_cookie_notice("Мы используем файлы cookie, чтобы улучшить работу сайта.")
    True
    >>> is_cookie_notice("For these cookies we use brown butter and two kinds of chocolate.")
    False
    """
    if len(text) > _LONGEST_ON_COOKIES or not _USES_COOKIES.match(text.lower()):
        return False
    return not _QUOTED.search(text)


def names_cookies(text: str) -> bool:
    """Whether a text speaks of cookies, in many languages; of biscuits, too, in English.

    >>> names_cookies("本站使用Cookie来改善体验。"), names_cookies("Мы печём хлеб.")
    (True, False)
    """
    return len(text) <= _LONGEST_ON_COOKIES and _COOKIES.search(text.lower()) is not None


def is_call(line: str) -> bool:
    """Whether a line asks something of the readers of a site and says nothing else.

    >>> is_call("Subscribe to our newsletter."), is_call("Читайте нас в Telegram!")
    (True, True)
    >>> is_call("Subscribe, the minister asked our readers, to nothing you have not read.")
    False
    """
    line = line.lower()
    # Every line of every page is asked, and most are not Kazakh.
    may_be_kazakh = not line.isascii() and _KAZAKH_LETTER.search(line)
    if _WHOLE.fullmatch(line) or (may_be_kazakh and _WHOLE_IN_KAZAKH.search(line)):
        return True
    if _may_be_sent(line) and _SEND.search(line) and _NEWS.search(line) and _ADDRESS.search(line):
        return True
    is_asked = _ASKED.match(line) or (may_be_kazakh and _ASKED_IN_KAZAKH.search(line))
    if is_asked and _MEDIUM.search(line) and _OWN.search(line):
        return True
    return is_call_abroad(line)


def _may_be_sent(line: str) -> bool:
    """Whether a line may have one of the verbs of `_SEND`, by how each of them ends."""
    return " us" in line or (
        not line.isascii()
        and ("ите" in line or "йте" in line or "ьте" in line or "ңыз" in line or "ңіз" in line)
    )
