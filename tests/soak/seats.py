"""Fifty people sign up for ten seats at the same moment, alone and in parties, and some cancel."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from tests.soak.editing import FAULTS, Refused, editors, sign_in
from tests.soak.report import judged, milliseconds
from tests.soak.seating import ALONE, PARTIES, PEOPLE, ROUNDS, SEATS, address_of, name_of
from tests.soak.site import Site
from tests.soak.visitor import Answer, Visitor, form_fields

PARTY, CANCEL = 3, 3
# How many seats the organiser says one after the other while parties of three come.
NUMBERS = (20, 5, 17, 12, 30, 15)


class People:
    """Fifty people, each with a browser and a network address of their own."""

    def __init__(self, site: Site):
        self.visitors = [Visitor(site.port, client=f"127.2.0.{each + 1}") for each in range(PEOPLE)]
        self.faults: list[str] = []
        self.seconds: list[float] = []

    def come_in(self):
        """Everybody signs in."""
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(sign_in, self.visitors, map(address_of, range(PEOPLE))))

    def together(self, deeds, *more) -> list[Answer | None]:
        """Let all post at the same moment, beside whatever else is to happen then."""
        gate = Barrier(len(deeds) + len(more))

        def do(deed):
            gate.wait()
            try:
                answer = deed()
            except FAULTS as fault:
                self.faults.append(repr(fault))
                return None
            return answer

        with ThreadPoolExecutor(len(deeds) + len(more)) as pool:
            futures = [pool.submit(do, deed) for deed in (*deeds, *more)]
        answers = [each.result() for each in futures][: len(deeds)]
        self.seconds += [each.seconds for each in answers if each]
        return answers

    def sign_up(self, form: str, size: int, *more) -> list[Answer | None]:
        """Everybody opens the form, and all press the button at the same moment."""
        fields = [self._fields(visitor, form, number, size) for number, visitor in self._all()]

        def deed(number):
            def press():
                visitor = self.visitors[number]
                answers = [visitor.post(form, fields[number])]
                # Every fifth person clicks twice, or goes back and sends the form again.
                if number % 5 == 0:
                    answers.append(visitor.post(form, fields[number]))
                for answer in answers:
                    if answer.status != 302:
                        raise Refused(f"signing up was answered {answer.status}")
                return answers[0]

            return press

        return self.together([deed(number) for number in range(PEOPLE)], *more)

    def _all(self):
        return enumerate(self.visitors)

    def _fields(self, visitor, form, number, size) -> dict[str, str]:
        found = form_fields(visitor.get(form).text, having="party_size")
        visitor.leave()
        return found | {"name": name_of(number), "party_size": str(size), "agrees": "on"}


def run(site: Site):
    """Yield each promise, whether it held, and the figures."""
    places = site.ask("begin_seats")
    people, log = People(site), site.log_size()
    people.come_in()
    rounds = {title: place for title, place in places.items() if title.startswith(ALONE)}
    links = {title: people.sign_up(place["form"], 1) for title, place in rounds.items()}
    people.sign_up(places[PARTIES]["form"], PARTY, _organiser(site, places[PARTIES]))
    kept = site.ask("seats")
    yield judged("no request failed", people.faults)
    yield judged("the server logged no fault", site.alarms(since=log))
    yield "signing up", True, milliseconds(people.seconds)
    yield from _of_rounds({title: kept[title] for title in rounds})
    yield from _of_parties(kept[PARTIES])
    first = next(iter(rounds))
    yield from _of_cancelling(site, people, first, links[first], kept[first])
    overbooked = site.ask("overbook")
    yield (
        "the control overbooks: to look and then write is not enough",
        overbooked > SEATS,
        f"{overbooked} for {SEATS} seats",
    )


def _organiser(site: Site, place):
    """A deed: an editor says one number of seats after the other."""
    [editor] = editors(site.port, 1)
    fields = form_fields(editor.get(place["list"]).text, having="capacity")

    def deed():
        for number in NUMBERS:
            answer = editor.post(place["seats"], fields | {"capacity": str(number)})
            if answer.status != 302:
                raise Refused(f"changing the seats was answered {answer.status}")
        return answer

    return deed


def _of_rounds(kept: dict):
    faults = []
    for title, found in kept.items():
        lines = [line for _name, line in found["waiting"]]
        if len(found["confirmed"]) != SEATS or found["taken"] != SEATS:
            faults.append(
                f"{title}: {len(found['confirmed'])} have seats, {found['taken']} counted"
            )
        if lines != list(range(1, PEOPLE - SEATS + 1)):
            faults.append(f"{title}: the line is {lines}")
        if found["doubled"]:
            faults.append(f"{title}: {found['doubled']} signed up twice")
    promise = f"{SEATS} have seats, {PEOPLE - SEATS} wait as 1–{PEOPLE - SEATS}, each once"
    yield judged(f"{promise} ({ROUNDS} rounds)", faults)


def _of_parties(found: dict):
    people = sum(size for _name, size in found["confirmed"])
    faults = []
    if people != found["taken"] or len(found["waiting"]) != found["counted_waiting"]:
        faults.append(f"{people} come and {found['taken']} are counted")
    if any(size != PARTY for _name, size in found["confirmed"]):
        faults.append("a party was split")
    if people > max(NUMBERS):
        faults.append(f"{people} come, and there never were more than {max(NUMBERS)} seats")
    if found["capacity"] - people >= PARTY:
        faults.append(f"{found['capacity'] - people} seats are free while others wait")
    if len(found["confirmed"]) + len(found["waiting"]) != PEOPLE:
        faults.append("somebody is missing")
    yield judged(f"parties of {PARTY} while the number of seats changes: all is counted", faults)


def _of_cancelling(site: Site, people: People, title, answers, before):
    """Three who have seats cancel at once."""
    going = [name for name, _size in before["confirmed"]][:CANCEL]
    deeds = []
    for number in range(PEOPLE):
        if name_of(number) in going:
            link = answers[number].location
            visitor = people.visitors[number]
            page = visitor.get(link)
            visitor.leave()
            fields = form_fields(page.text, having="csrfmiddlewaretoken")
            deeds.append((visitor, f"{link}{_last_part(page.text, link)}", fields))
    people.faults.clear()
    people.together([lambda each=each: each[0].post(each[1], each[2]) for each in deeds])
    after = site.ask("seats")[title]
    expected = [name for name, _line in before["waiting"]][:CANCEL]
    faults = [*people.faults]
    if sorted(after["promoted"]) != sorted(expected):
        faults.append(f"moved up: {after['promoted']}, next in line were {expected}")
    if after["taken"] != SEATS or [line for _n, line in after["waiting"]] != list(
        range(1, PEOPLE - SEATS - CANCEL + 1)
    ):
        faults.append(f"{after['taken']} seats are taken, the line is {after['waiting']}")
    yield judged(f"{CANCEL} cancel at once: the next {CANCEL} move up, each told once", faults)


def _last_part(html: str, link: str) -> str:
    """What the address for cancelling has more than the sign-up's own."""
    rest = html.partition(f'action="{link}')[2]
    return rest.partition('"')[0]
