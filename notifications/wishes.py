"""Which letters a person wants: the narrowest wish counts, and what was stopped is stopped."""

from collections import defaultdict

from notifications.models import LetterWish
from notifications.models.notices import CATEGORY, EVERYTHING, GROUP
from notifications.rhythms import Rhythm


def wishes_of(people) -> dict[int, dict[str, LetterWish]]:
    """The wishes of each person by their scope, asked at once for all."""
    found: dict[int, dict[str, LetterWish]] = defaultdict(dict)
    for wish in LetterWish.objects.filter(person__in=people):
        found[wish.person_id][wish.scope] = wish
    return found


def rhythm_of(general: str, wishes: dict[str, LetterWish], category: str, group: str) -> str:
    """How often letters of the category about the group go to whoever wishes so."""
    scopes = (EVERYTHING, f"{CATEGORY}{category}", f"{GROUP}{group}")
    found = [wishes[scope] for scope in scopes if scope in wishes]
    if any(wish.is_stopped for wish in found):
        return Rhythm.NONE
    return next((wish.rhythm for wish in found if wish.rhythm), general)


def stopped_groups(person) -> list[str]:
    """The groups about which the person wants no letters."""
    stopped = LetterWish.objects.filter(person=person, is_stopped=True, scope__startswith=GROUP)
    return [scope.removeprefix(GROUP) for scope in stopped.values_list("scope", flat=True)]
