from django.core.management.base import BaseCommand

from core import search_index


class Command(BaseCommand):
    help = "Make the words by which things are found anew, as after a change of the stemmer."

    def handle(self, *args, **options):
        for searched in search_index.registered():
            changed = search_index.renew(searched)
            self.stdout.write(f"{searched.label}: {changed} changed.")
