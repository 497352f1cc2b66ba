"""A code that was sent to an address and is waited for in this browser session."""

from datetime import datetime, timedelta

from django.utils.crypto import get_random_string

from members.accounts.record import note
from members.secret_words import code_digest, is_code, new_code

LIVES = timedelta(minutes=15)
TRIES = 5


class PendingCodes:
    """Codes kept in a session under a name, as digests; all of them are needed at once.

    `facts` is what else belongs to the wait, such as the address. It ends when it is too old or
    after too many wrong tries.
    """

    def __init__(self, session, name: str):
        self._session, self._name = session, name

    @property
    def facts(self) -> dict | None:
        """What the wait is about; None when nothing is waited for."""
        kept = self._session.get(self._name)
        return kept["facts"] if kept else None

    def begin(self, facts: dict, names: tuple[str, ...], now: datetime) -> dict[str, str]:
        """Wait for a new code of each name, in place of any older; returns the codes."""
        codes, key = {name: new_code() for name in names}, get_random_string(22)
        self._session[self._name] = {
            "facts": facts,
            "key": key,
            "digests": {name: code_digest(code, key) for name, code in codes.items()},
            "until": (now + LIVES).timestamp(),
            "failed": 0,
        }
        return codes

    def is_over(self, now: datetime) -> bool:
        """Whether nothing is waited for any more; forgets what is too old."""
        kept = self._session.get(self._name)
        if kept and now.timestamp() > kept["until"]:
            self.end()
        return self._name not in self._session

    def try_codes(self, typed: dict[str, str]) -> bool:
        """Whether these are the codes; the last wrong try ends the wait."""
        kept = self._session[self._name]
        results = [
            is_code(typed.get(name, ""), kept["key"], digest)
            for name, digest in kept["digests"].items()
        ]
        if all(results):
            return True
        note("wrong code")
        kept["failed"] += 1
        self._session[self._name] = kept
        if kept["failed"] >= TRIES:
            self.end()
        return False

    def end(self):
        """Wait no longer."""
        self._session.pop(self._name, None)
