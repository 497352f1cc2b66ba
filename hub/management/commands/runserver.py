from django.contrib.staticfiles.management.commands.runserver import Command as RunserverCommand

from hub.loopback import refuse_open_bind


class Command(RunserverCommand):
    """Django's own server, which does not show the demo to the world either."""

    def inner_run(self, *args, **options):
        refuse_open_bind([self.addr])
        super().inner_run(*args, **options)
