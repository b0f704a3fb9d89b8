"""Articles for the tests, written for this project, and made-up text around them."""

from __future__ import annotations

import random
from functools import cache

FERRY = """The river fell by a metre overnight, and the ferry to the island sails again today \
after a week in which nobody could reach the village of Kamenka except by helicopter. The \
harbour master, Irina Volkova, said that the second boat would follow on Friday, once the \
engineers had looked at its engine and found nothing wrong with it.

Forty families had asked to be brought to the mainland while the water stood above the quay. \
Most of them stayed with relatives; eleven slept in the gymnasium of the school, where \
volunteers cooked for them. "We were not cold and we were not hungry, but we want to see our \
gardens," said Pavel Orlov, who keeps bees on the northern shore and has not seen his hives \
since Monday.

The regional council wants to raise the quay by eighty centimetres before the next spring. The \
money, about nine million, would come from the fund for roads. Two councillors voted against it, \
because the road to the quarry has waited for its repair since last autumn."""

BAKERY = """The old bakery on Market Street opens its doors again in spring. Its new owner, a \
baker from the coast, told the council on Tuesday evening that she would bake rye bread in the \
same oven as in 1911, and that four people of the town would find work with her.

The house has stood empty since the flood. Its roof was mended last year by the monument office, \
which found under the plaster a painted sign with the prices of three kinds of rolls. It will \
stay where it is, behind glass. The council gives the owner the first two years without rent."""

RUSSIAN = """Жители посёлка Заречный третий день остаются без горячей воды. Как сообщили в \
городской администрации, причиной стала авария на магистральном трубопроводе, который проложили \
ещё в семидесятых годах. Ремонтная бригада работает круглосуточно, однако повреждённый участок \
оказался под фундаментом старого гаража, и разобрать его удалось только к вечеру среды.

Школа и детский сад переведены на подвоз воды. Заведующая детским садом Анна Белова рассказала, \
что дети обедают по расписанию, а занятия в бассейне отложены до понедельника."""

KAZAKH = """Ауыл тұрғындары жаңа көпірдің ашылуын екі жыл күтті. Өткен аптада жұмысшылар соңғы \
тіректі орнатып, өзеннің екі жағалауын қосатын жолды аяқтады. Енді балалар мектепке айналма \
жолмен емес, он минутта жаяу барады, ал шаруалар сүтті қалаға таңертең ерте жеткізе алады.

Аудан әкімдігінің айтуынша, көпірдің ұзындығы тоқсан метр, оған алты жүз тоннаға дейін бетон \
жұмсалды. Құрылысты жергілікті кәсіпорын жүргізді."""

_SYLLABLES = [
    "ba",
    "ke",
    "lo",
    "mi",
    "nu",
    "ra",
    "se",
    "ti",
    "vo",
    "zu",
    "pra",
    "sto",
    "den",
    "gor",
]


@cache
def filler(words: int, *, seed: int) -> str:
    """Text that has nothing in common with any article."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    made = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 5))) for _ in range(words)]
    sentences = [" ".join(made[i : i + 15]).capitalize() + "." for i in range(0, words, 15)]
    return "\n\n".join(" ".join(sentences[i : i + 4]) for i in range(0, len(sentences), 4))


def part(text: str, first: int, size: int) -> str:
    """Some words of a text, as they stand."""
    return " ".join(text.split()[first : first + size])
