"""How often something may be done, so that nobody makes a mail cannon of the site."""

from dataclasses import dataclass
from datetime import datetime, timedelta

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True)
class Limit:
    """At most `count` times in each stretch of time."""

    name: str
    count: int
    per: timedelta


# Letters to one address: whoever does not get any of five will not get the sixth either.
TO_ADDRESS = (Limit("address-hour", 5, HOUR), Limit("address-day", 10, DAY))
# Things begun from one network address: a library or a school has one for all its people.
FROM_CLIENT = (Limit("client-hour", 20, HOUR), Limit("client-day", 60, DAY))
# Codes typed from one network address, right or wrong.
CODES_FROM_CLIENT = (Limit("codes-hour", 60, HOUR),)
# All letters of this kind, whoever asked: the mail server's good name is the site's.
ALTOGETHER = (Limit("all-hour", 300, HOUR), Limit("all-day", 1500, DAY))
# Telling the editors that there are no more of them.
TOLD = (Limit("all-told", 1, HOUR),)


def stretch_of(now: datetime, per: timedelta) -> datetime:
    """When the stretch of time began in which `now` lies."""
    return now - timedelta(seconds=now.timestamp() % per.total_seconds())
