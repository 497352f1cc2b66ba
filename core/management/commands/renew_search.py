from django.core.management.base import BaseCommand

from core import search_index
from core.entries.actions import renew_entries

WIDTH = 40


class Command(BaseCommand):
    help = "Make what is searched anew, as after a change of the stemmer; may be run at any time."

    def handle(self, *args, **options):
        for done, total in renew_entries():
            self._show(done, total)
        self.stdout.write("")
        for searched in search_index.registered():
            changed = search_index.renew(searched)
            self.stdout.write(f"{searched.label}: {changed} changed.")

    def _show(self, done: int, total: int):
        full = WIDTH * done // max(total, 1)
        bar = f"{'#' * full}{'.' * (WIDTH - full)}"
        self.stdout.write(f"\r[{bar}] {done}/{total}", ending="")
        self.stdout.flush()
