from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from core import messages
from core.messages import Message

REMARK = "The words of this site itself; gathered by `manage.py messages`, translated by hand."
TEMPLATE_ENDINGS = {".html", ".txt"}


class Command(BaseCommand):
    help = "Gather the interface's words into the catalogues, and compile every catalogue."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--check", action="store_true", help="write nothing; fail when anything is to be done"
        )

    def handle(self, *args, check=False, **options):
        found = gather(apps_of_the_project(), template_folders())
        faults, files = [], {}
        for path in catalogues():
            language, present = path.parent.parent.name, read(path)
            wanted = messages.brought_up_to_date(found, present) if is_own(path) else present
            if is_own(path):
                files[path] = messages.po_text(language, wanted, REMARK).encode()
            files[path.with_suffix(".mo")] = messages.mo_bytes(language, wanted)
            gaps = messages.gaps(found, present) if check and is_own(path) else []
            judged = messages.faults(language, present if check else wanted)
            faults += [f"{name_of(path)}: {fault}" for fault in gaps + judged]
        stale = {path: content for path, content in files.items() if content != content_of(path)}
        if check:
            faults += [f"{name_of(path)}: not as `manage.py messages` writes it" for path in stale]
        else:
            write(stale)
            self.stdout.write(
                f"{len({one.key for one in found})} messages, {len(stale)} files new."
            )
        if faults:
            raise CommandError("\n".join(["The catalogues are not in order:", *faults]))


def apps_of_the_project() -> list[Path]:
    """The folders of the project's own apps; packages lie elsewhere, even inside the checkout."""
    paths = (Path(config.path) for config in apps.get_app_configs())
    return sorted(path for path in paths if path.parent == settings.ROOT)


def template_folders() -> list[Path]:
    """The folders of templates that belong to no app."""
    return [Path(folder) for engine in settings.TEMPLATES for folder in engine["DIRS"]]


def gather(app_folders: list[Path], folders_of_templates: list[Path]) -> list[Message]:
    """Every message in the given folders."""
    found = []
    for folder in [*app_folders, *folders_of_templates]:
        for path in sorted(folder.rglob("*")):
            if "migrations" in path.parts or not path.is_file():
                continue
            if path.suffix == ".py":
                found += extracted(path.read_text(encoding="utf-8"))
            elif path.suffix in TEMPLATE_ENDINGS:
                found += extracted(messages.as_python(path.read_text(encoding="utf-8")))
    return found


def extracted(source: str) -> list[Message]:
    """The messages in a piece of Python."""
    calls = extract(
        "python", BytesIO(source.encode()), messages.KEYWORDS, options={"encoding": "utf-8"}
    )
    return [
        Message(ids=(words,) if isinstance(words, str) else tuple(words), context=context or "")
        for _line, words, _comments, context in calls
    ]


def catalogues() -> list[Path]:
    """Every PO file of the project, those of the site's own words even when not there yet."""
    own = Path(settings.LOCALE_PATHS[0])
    paths = {own / code / "LC_MESSAGES" / "django.po" for code, _name in settings.LANGUAGES}
    for root in settings.LOCALE_PATHS:
        paths.update(Path(root).rglob("*.po"))
    return sorted(paths)


def is_own(path: Path) -> bool:
    """Whether the catalogue holds the site's own words, not those of installed packages."""
    return path.name == "django.po" and path.is_relative_to(settings.LOCALE_PATHS[0])


def read(path: Path) -> list[Message]:
    """The messages of a PO file; none when it is not there."""
    if not path.exists():
        return []
    with path.open("rb") as file:
        catalogue = read_po(file, ignore_obsolete=True, abort_invalid=True)
    return [
        Message(
            ids=entry.id if isinstance(entry.id, tuple) else (entry.id,),
            context=entry.context or "",
            strings=entry.string if isinstance(entry.string, tuple) else (entry.string,),
            is_fuzzy=entry.fuzzy,
        )
        for entry in catalogue
        if entry.id
    ]


def name_of(path: Path) -> str:
    """The path as it is known in the checkout."""
    return path.relative_to(settings.ROOT).as_posix()


def content_of(path: Path) -> bytes | None:
    """The bytes of a file, or None when it is not there."""
    return path.read_bytes() if path.exists() else None


def write(files: dict[Path, bytes]):
    """Write the files, with the folders they need."""
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
