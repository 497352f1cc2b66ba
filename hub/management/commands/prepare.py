from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from home.actions import begin_site
from hub.static_files import collect_if_changed
from members.actions import begin_rules


class Command(BaseCommand):
    help = "Bring database, cache table, static files, first pages and rules up to date."

    def handle(self, *args, **options):
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        collect_if_changed()
        begin_site()
        begin_rules(now=timezone.now())
