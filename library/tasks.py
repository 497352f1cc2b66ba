"""Work that nobody should wait for: put into the queue, done by `manage.py run_due`."""

from django.utils import timezone
from django_tasks import task

from library.actions import read_document


@task()
def read_file(document_id: int):
    """Read the text and the first page of a document that a resource names."""
    read_document(document_id=document_id, now=timezone.now())
