"""Making all keys anew after the stemmer changed, some at each turn of scheduled work."""

import time
from datetime import datetime

from django.core.cache import cache

from core import jobs, search_index
from core.models import JobRun
from core.stemmer import VERSION

# After so long the rest waits for the next turn, because letters with codes wait meanwhile.
TURN_SECONDS = 10


def renew_keys(now: datetime):
    """Renew what has keys of an older version; what was reached is kept from turn to turn.

    Where that is forgotten it begins again, which changes nothing that is new already.
    """
    names = {f"search-keys-{VERSION}-{one.label}": one for one in search_index.registered()}
    done = set(JobRun.objects.filter(name__in=names).values_list("name", flat=True))
    ends_at = time.monotonic() + TURN_SECONDS
    for name, searched in names.items():
        if name in done:
            continue
        for last, _changed in search_index.renewed(searched, after=cache.get(name, 0)):
            cache.set(name, last, None)
            if jobs.stopping.is_set() or time.monotonic() > ends_at:
                return
        JobRun.objects.get_or_create(name=name, defaults={"started_at": now, "finished_at": now})
        cache.delete(name)
