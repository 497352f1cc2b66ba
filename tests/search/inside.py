"""Run in a process of its own: build the demo site and print how well its pages are found."""

import json
import os

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings")
    django.setup()
    from django.core.management import call_command
    from django.utils import timezone
    from django_tasks_db.models import DBTaskResult

    from core.scheduled import drain_tasks
    from demo.build import build_demo
    from tests.search import golden

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    build_demo(timezone.now())
    # What is inside files is read in the queue.
    while DBTaskResult.objects.ready().exists():
        drain_tasks(timezone.now())
    golden.read_files()
    print(json.dumps(golden.summary()))
