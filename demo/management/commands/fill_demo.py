from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from demo.build import build_demo, is_built
from demo.people import add_people
from demo.talk import add_talk


class Command(BaseCommand):
    help = "Fill the site with the demo content, in both languages. Safe to run again."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing when the demo is there already"
        )

    def handle(self, *args, if_empty=False, **options):
        if settings.PROFILE == "production":
            raise CommandError("The production profile takes no demo content.")
        now = timezone.now()
        if not (if_empty and is_built()):
            build_demo(now)
        if settings.PROFILE == "demo":
            add_people(now)
            add_talk(now)
