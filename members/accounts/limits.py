"""How often a password, a code or a letter with a code may be tried; the figures are settings.

They are counted in the shared cache, so in all processes together and over a restart.
"""

from allauth.core.internal import ratelimit

from core.client import client_address
from members.accounts import devices, letter_word
from members.accounts.record import note
from members.secret_words import blind

APP = "allauth.account"


class Attempt:
    """One try at something: counted when made, given back when it was right."""

    def __init__(self, request, what: str, address: str):
        self.is_allowed, self._used = True, []
        for action, key in _counters(request, what, address):
            usage = ratelimit.consume(request, app=APP, action=action, key=key)
            if usage is None:
                self.is_allowed = False
                note(f"too many tries: {what}")
                break
            self._used.append(usage)

    def give_back(self):
        """Count the try no longer: it was the person's own."""
        for usage in self._used:
            usage.rollback()


def _counters(request, what: str, address: str) -> list[tuple[str, str]]:
    """What the try counts towards, the narrowest first, so that others are not filled in vain."""
    person = blind(address)
    # First of all: a device that others use too may be worn out, and a letter never is for long.
    if word := letter_word.kept(request, address):
        return [(f"{what}:device", f"{word} {person}")]
    if devices.knows(request, address):
        return [(f"{what}:device", f"{devices.mark_of(request)} {person}")]
    place = client_address(request)
    counters = [(f"{what}:pair", f"{place} {person}"), (f"{what}:place", place)]
    if what != "code":
        # A code is bound to the browser that asked for it, so there is nothing to guard from afar.
        counters.append((f"{what}:person", person))
    return counters
