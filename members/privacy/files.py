"""The files of exports: below PRIVATE_ROOT, named by random keys."""

import json
import os
import zipfile
from pathlib import Path

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils.translation import override

from members import privacy


def path_of(export) -> Path:
    """Where the file of an export is."""
    return Path(settings.PRIVATE_ROOT) / "exports" / f"{export.key}.zip"


def write_file(export):
    """Write what all holders keep about the person, readable by nobody but the site."""
    path = path_of(export)
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file, zipfile.ZipFile(file, "w") as archive:
        holders = privacy.registered()
        archive.writestr("README.txt", _read_me(export, holders), zipfile.ZIP_DEFLATED)
        for holder in holders:
            kept = _as_json(holder.export(export.person))
            archive.writestr(f"{holder.name}.json", kept, zipfile.ZIP_DEFLATED)
    new.replace(path)


def remove_file(export):
    """Take the file away, if it is there."""
    path_of(export).unlink(missing_ok=True)
    path_of(export).with_suffix(".new").unlink(missing_ok=True)


def _as_json(kept) -> str:
    return json.dumps(kept, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)


def _read_me(export, holders) -> str:
    with override(export.language):
        context = {"names": [f"{holder.name}.json" for holder in holders], "export": export}
        return render_to_string("members/export_readme.txt", context)
