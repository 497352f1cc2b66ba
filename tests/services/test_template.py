"""Migrations run once, and every test finds the rows as they were after migration."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tests.services.postgres import postgres_server
from tests.services.supervisor import CHECKOUT

pytestmark = pytest.mark.harness

KEY = (
    "import django; django.setup(); "
    "from tests.services.template import migration_key; print(migration_key())"
)
# A project with one app, small enough to be migrated in a moment. Its data migration leaves a
# line in a file each time, so that the runs can be counted.
PROJECT = {
    "shelf_settings.py": """
import os
from pathlib import Path
import dj_database_url
HERE = Path(__file__).parent
SECRET_KEY = "tests only"
INSTALLED_APPS = ["shelf"]
DATABASES = {
    "default": dj_database_url.parse(os.environ.get("DATABASE_URL", f"sqlite:///{HERE}/never"))
}
if "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["OPTIONS"] = {"init_command": "PRAGMA journal_mode=WAL"}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "counts"}
}
ROOT_URLCONF = "shelf.urls"
STATIC_URL = "/static/"
MEDIA_URL = "/media/"
""",
    "shelf/__init__.py": "",
    "shelf/apps.py": """
from django.apps import AppConfig

class ShelfConfig(AppConfig):
    name = "shelf"
    default_auto_field = "django.db.models.BigAutoField"
""",
    "shelf/models.py": """
from django.db import models
from django.db.models.functions import Length

class Book(models.Model):
    title = models.CharField(max_length=20)
    length = models.GeneratedField(
        expression=Length("title"), output_field=models.IntegerField(), db_persist=True
    )
    sequel_of = models.ForeignKey("self", models.PROTECT, null=True)
""",
    "shelf/migrations/__init__.py": "",
    "shelf/migrations/0001_initial.py": """
from django.conf import settings
from django.db import migrations, models
from django.db.models.functions import Length

def put(apps, schema_editor):
    with open(settings.HERE / "migrated", "a") as file:
        print("once", file=file)
    books = apps.get_model("shelf", "Book").objects
    books.create(title="Second", sequel_of=books.create(title="First"))

class Migration(migrations.Migration):
    initial = True
    operations = [
        migrations.CreateModel("Book", [
            ("id", models.BigAutoField(primary_key=True)),
            ("title", models.CharField(max_length=20)),
            ("length", models.GeneratedField(
                expression=Length("title"), output_field=models.IntegerField(), db_persist=True
            )),
            ("sequel_of", models.ForeignKey("self", models.PROTECT, null=True)),
        ]),
        migrations.RunPython(put),
    ]
""",
    "shelf/urls.py": """
from django.http import HttpResponse
from django.urls import path
from shelf.models import Book

urlpatterns = [path("add/", lambda _: HttpResponse(Book.objects.create(title="Lent").pk))]
""",
    "conftest.py": """
from pathlib import Path
from tests.services import template
from tests.services.template import django_db_setup

template.CACHE = Path(__file__).parent / "cache"

def pytest_collection_modifyitems(items):
    # Committing tests first: pytest-django puts them last, where nobody sees what they leave.
    items.reverse()
""",
    "pytest.ini": "[pytest]\nDJANGO_SETTINGS_MODULE = shelf_settings\n",
    "test_shelf.py": """
import subprocess
import sys
from urllib.request import urlopen

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase
from shelf.models import Book
from tests.services.template import database_url

COUNT = "import django; django.setup(); from shelf.models import Book; print(Book.objects.count())"
left_behind = []

def check_then_change():
    rows = Book.objects.order_by("pk").values_list("pk", "title", "length", "sequel_of")
    assert list(rows) == [(1, "First", 5, None), (2, "Second", 6, 1)]
    assert cache.get("counted") is None
    cache.set("counted", 1)
    Book.objects.filter(pk=2).delete()
    Book.objects.filter(pk=1).update(title="Changed")

@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("number", range(2))
def test_committed(number):
    check_then_change()
    assert Book.objects.create(title="Third").pk == 3

class TestCommitted(TransactionTestCase):
    def test_first(self):
        check_then_change()

    def test_second(self):
        check_then_change()

def test_served(live_server):
    check_then_change()
    added = int(urlopen(f"{live_server}/add/").read())
    assert Book.objects.get(pk=added).title == "Lent"

@pytest.mark.django_db(transaction=True)
def test_seen_by_another_process(monkeypatch):
    check_then_change()
    monkeypatch.setenv("DATABASE_URL", database_url())
    assert int(subprocess.check_output([sys.executable, "-c", COUNT])) == 1

@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("number", range(2))
def test_reader_left_behind(number):
    check_then_change()
    reader = connection.copy()
    reader.set_autocommit(False)
    with reader.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM shelf_book")
    left_behind.append(reader)

@pytest.mark.django_db
@pytest.mark.parametrize("number", range(2))
def test_rolled_back(number):
    check_then_change()
""",
}


@pytest.fixture
def project(tmp_path):
    """A small Django project with its own tests and its own kept templates."""
    for name, content in PROJECT.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str, **variables: str) -> str:
    """What Python prints in the small project; fails with its output when it fails."""
    inherited = {name: value for name, value in os.environ.items() if "PYTEST" not in name}
    inherited.pop("DATABASE_URL", None)
    environment = inherited | {
        "PYTHONPATH": f"{folder}{os.pathsep}{CHECKOUT}",
        "DJANGO_SETTINGS_MODULE": "shelf_settings",
        **variables,
    }
    command = [sys.executable, *arguments]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def run_tests(folder: Path, *options: str, **variables: str) -> None:
    plugins = ("-p", "pytest_django.plugin", "-p", "xdist.plugin", "-p", "no:cacheprovider")
    # Only what is needed: the other plugins take longer to load than these tests take.
    variables["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    run(folder, "-m", "pytest", "-q", "-W", "error", *plugins, *options, **variables)


def times_migrated(folder: Path) -> int:
    return len((folder / "migrated").read_text().splitlines())


def test_migrations_run_once_for_all_sqlite_workers(project):
    run_tests(project, "-n2")
    run_tests(project, "-k", "committed")
    assert times_migrated(project) == 1
    assert sorted(path.suffix for path in (project / "cache").iterdir()) == ["", ".sqlite3"]
    assert not (project / "never").exists()


def test_migrations_run_once_for_all_postgres_servers(project):
    with postgres_server(fast=True) as server:
        run_tests(project, "-n2", DATABASE_URL=server.url)
        with psycopg.connect(server.dsn) as connection:
            names = [name for (name,) in connection.execute("SELECT datname FROM pg_database")]
    assert sorted(name.partition("_")[0] for name in names) == [
        "postgres",
        "template",
        "template0",
        "template1",
    ]
    with postgres_server(fast=True) as another:
        run_tests(project, "-k", "committed", DATABASE_URL=another.url)
    assert times_migrated(project) == 1


def test_unreadable_dump_is_made_again(project):
    with postgres_server(fast=True) as server:
        run_tests(project, "-k", "committed", DATABASE_URL=server.url)
    (dump,) = (project / "cache").glob("*.sql")
    whole = dump.read_text()
    dump.write_text(whole[: len(whole) // 2] + ";\nSELECT nonsense;\n")
    with postgres_server(fast=True) as another:
        run_tests(project, "-k", "committed", DATABASE_URL=another.url)
    assert times_migrated(project) == 2


def test_only_what_decides_the_rows_changes_the_key(project):
    keys = [run(project, "-c", KEY)]
    for name in ("shelf/migrations/0001_initial.py", "shelf_settings.py", "shelf/apps.py"):
        with open(project / name, "a", encoding="utf-8") as file:
            print("# changed", file=file)
        keys.append(run(project, "-c", KEY))
    assert len(set(keys)) == len(keys)
    (project / "shelf" / "urls.py").write_text("urlpatterns = []\n")
    assert run(project, "-c", KEY) == keys[-1]
