from django.core.management import call_command
from django.core.management.base import BaseCommand

from home.actions import begin_site
from hub.static_files import collect_if_changed


class Command(BaseCommand):
    help = "Bring database, cache table, static files and first pages up to date."

    def handle(self, *args, **options):
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        collect_if_changed()
        begin_site()
