"""Several processes send the same letters at once and are killed, over SMTP and into files."""

from tests.soak.report import judged
from tests.soak.site import Site

WAYS = {"over_smtp": "over SMTP", "into_files": "into files"}


def run(site: Site):
    """Yield each promise, whether it held, and the figures."""
    # The scheduled work would send the same letters, and mean well.
    site.stop()
    for name, seen in site.ask("post").items():
        faults = [f"{seen[fault]} {fault}" for fault in ("none", "twice", "strange", "left")]
        wrong = [fault for fault in faults if not fault.startswith("0 ")]
        if not seen["interrupted"]:
            wrong.append("no kill came before the work was done")
        promise = f"{WAYS[name]}, {seen['kills']} kills: nobody gets two, nobody none"
        _promise, is_held, told = judged(promise, wrong)
        yield promise, is_held, f"{seen['letters']} letters, {told}"
