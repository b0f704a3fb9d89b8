"""News-like texts of our own in three languages, for tests of alignment."""

from __future__ import annotations

ENGLISH = """\
Flood waters fell in the old town on Tuesday after three days of heavy rain. Rescue workers \
moved forty families to a school on higher ground. The river dropped by a metre overnight, said \
the head of the emergency service. Engineers are checking the dam above the valley for cracks. \
Trains to the coast will not run before the weekend because two bridges were damaged. Farmers \
expect to lose half of the wheat in the lower fields. The mayor asked people not to drink water \
from wells until tests are done. Volunteers cook soup for everyone who sleeps in the gym. A \
pumping station that failed on Sunday works again. Insurance companies opened a desk in the town \
hall this morning. Children drew pictures of the boats that carried them out. Shops near the \
market hope to open by the end of the month."""

RUSSIAN = """\
Вода в старом городе начала спадать во вторник после трёх дней сильных дождей. Спасатели вывезли \
сорок семей в школу на холме. За ночь уровень реки упал на метр, сообщил начальник службы \
спасения. Инженеры проверяют плотину над долиной. Поезда к побережью не пойдут до выходных, \
потому что повреждены два моста. Фермеры боятся потерять половину пшеницы на нижних полях. Мэр \
просит не пить воду из колодцев до конца проверки. Добровольцы варят суп для всех, кто ночует в \
спортивном зале. Насосная станция, отказавшая в воскресенье, снова работает. Страховые компании \
открыли стол приёма в здании администрации."""

KAZAKH = """\
Ескі қалада үш күн жауған нөсерден кейін сейсенбіде су қайта бастады. Құтқарушылар қырық отбасын \
биіктегі мектепке көшірді. Түнде өзен деңгейі бір метрге төмендеді, деді қызмет басшысы. \
Инженерлер аңғар үстіндегі бөгетті тексеріп жатыр. Екі көпір бұзылғандықтан жағалауға пойыздар \
демалысқа дейін жүрмейді. Диқандар төменгі алқаптағы бидайдың жартысынан айырыламыз деп қорқады. \
Әкім тексеру біткенше құдық суын ішпеуді сұрады. Еріктілер спорт залында түнейтіндерге көже \
пісіріп береді. Жексенбіде тоқтап қалған сорғы бекеті қайта іске қосылды."""

ARTICLES = {"English": ENGLISH, "Russian": RUSSIAN, "Kazakh": KAZAKH}

OTHER = {
    "English": """\
The orchestra opened its season with a symphony nobody had heard for a century. The conductor \
found the score in a library abroad and copied it by hand. Critics praised the horns and doubted \
the ending. Tickets for the second evening were gone within an hour. A young pianist played as a \
guest. The hall was repaired last summer and sounds warmer now. Next month a choir from the \
north will sing there. Students may listen to rehearsals without paying.""",
    "Russian": """\
Оркестр открыл сезон симфонией, которую не слышали целый век. Дирижёр нашёл ноты в зарубежной \
библиотеке и переписал их от руки. Критики хвалили валторны и сомневались в финале. Билеты на \
второй вечер раскупили за час. Молодая пианистка выступила как гостья. Зал отремонтировали \
летом, и звучит он теперь теплее. Студентов пускают на репетиции бесплатно.""",
    "Kazakh": """\
Оркестр жаңа маусымды ғасыр бойы естілмеген симфониямен ашты. Дирижёр нотаны шетелдегі \
кітапханадан тауып, қолмен көшіріп алыпты. Сыншылар кернейлерді мақтап, соңына күмән келтірді. \
Екінші кештің билеттері бір сағатта сатылып кетті. Жас пианист қонақ болып ойнады. Зал жазда \
жөнделіп, дыбысы жылырақ болды.""",
}
