"""When a letter that could not be sent is tried again."""

import random
from datetime import timedelta

FIRST_DELAY = timedelta(minutes=1)
LONGEST_DELAY = timedelta(hours=4)
# When it was the mail server that was away, the letter should leave soon after it is back.
LONGEST_DELAY_OF_SERVER = timedelta(minutes=10)
# Afterwards nobody waits for the letter any more, and an editor should know (RFC 5321, 4.5.4.1).
RETRY_FOR = timedelta(days=3)
# So much of a delay is left to chance, lest all that failed together come back together.
SPREAD = 0.25


def delay_after(
    attempts: int, chance: random.Random, longest: timedelta = LONGEST_DELAY
) -> timedelta:
    """How long to wait after so many attempts: twice as long each time, give or take a quarter."""
    # Past 2^16 the longest delay has long been reached, and a timedelta would overflow.
    plain = min(FIRST_DELAY * 2 ** min(max(attempts - 1, 0), 16), longest)
    return plain * chance.uniform(1 - SPREAD, 1 + SPREAD)
