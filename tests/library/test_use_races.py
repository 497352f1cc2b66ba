"""Two who fetch the same file at the same moment."""

from threading import Thread

import pytest
from django.db import connection
from django.utils import timezone

from library.use.actions import count_downloads
from library.use.downloads import downloads_of
from tests import world
from tests.library import making

NOW = timezone.now()


@pytest.mark.django_db(transaction=True)
def test_each_of_many_at_once_is_counted():
    file = making.document()
    making.resource(making.library(world.first_pages()), files=[file])

    def count():
        for _time in range(10):
            count_downloads([file.pk], NOW)
        connection.close()

    threads = [Thread(target=count) for _each in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert downloads_of([file.pk]) == 30
