"""Run in a process of its own: build the demo site and print how well its pages are found."""

import json
import os

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings")
    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from demo.build import build_demo
    from tests.search import golden

    call_command("migrate", verbosity=0)
    build_demo(timezone.now())
    golden.read_files()
    print(json.dumps(golden.summary()))
