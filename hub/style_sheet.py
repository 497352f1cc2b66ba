"""One style sheet out of many small files: `css/site.css` is never written by hand."""

from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

NAME = "css/site.css"
SOURCES = settings.ROOT / "static" / "css"


def source_files() -> list[Path]:
    """The files of the style sheet: the order of the layers first, then all others by name."""
    others = [*SOURCES.glob("site/*.css"), *SOURCES.glob("components/*.css")]
    return [SOURCES / "layers.css", *sorted(others)]


def write_style_sheet(folder: Path) -> Path:
    """Join the files below the folder; a file that says the same already is left alone."""
    text = "\n".join(file.read_text(encoding="utf-8") for file in source_files())
    target = folder / NAME
    if not target.exists() or target.read_text(encoding="utf-8") != text:
        target.parent.mkdir(parents=True, exist_ok=True)
        # Whoever reads at this moment sees the old one or the new one whole.
        draft = target.with_suffix(".new")
        draft.write_text(text, encoding="utf-8")
        draft.replace(target)
    return target


class StyleSheetFinder(BaseFinder):
    """Finds the style sheet, joined anew from its files whenever one of them has changed."""

    def __init__(self, *_arguments):
        self.folder = settings.VAR_ROOT / "joined"
        self.storage = FileSystemStorage(location=self.folder)

    def check(self, **_options):
        return []

    def find(self, path, find_all=False):
        if path != NAME:
            return []
        target = str(write_style_sheet(self.folder))
        return [target] if find_all else target

    def list(self, ignore_patterns):
        write_style_sheet(self.folder)
        yield NAME, self.storage
