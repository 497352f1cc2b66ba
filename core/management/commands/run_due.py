import logging
import signal
from datetime import UTC, datetime

from django.core.management.base import BaseCommand
from django.db import Error, close_old_connections

from core.jobs import run_due, stopping

logger = logging.getLogger("hub.jobs")


class Command(BaseCommand):
    help = "Run all scheduled work that is due. Safe to run twice at once and after a gap."

    def add_arguments(self, parser):
        parser.add_argument(
            "--every", type=int, metavar="SECONDS", help="keep running, this often, until stopped"
        )

    def handle(self, *args, every=None, **options):
        if every:
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: stopping.set())
        while True:
            names = self._turn(is_last=not every)
            if options["verbosity"] > 1:
                self.stdout.write(", ".join(names) or "nothing was due")
            if not every or stopping.wait(every):
                return
            close_old_connections()

    def _turn(self, *, is_last) -> list[str]:
        try:
            return run_due(datetime.now(UTC))
        except Error:
            if is_last:
                raise
            # The database may come back, and whoever started us would end with us.
            logger.exception("a turn of scheduled work failed")
            return []
