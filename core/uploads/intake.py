"""Taking in an uploaded file without trusting what it says about its size."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MEGABYTE = 1024 * 1024


def read_within(file, *, max_bytes: int) -> bytes:
    """Return all bytes of the file and leave it rewound; refuse it if empty or over `max_bytes`."""
    file.seek(0)
    data = file.read(max_bytes + 1)
    file.seek(0)
    if not data:
        raise ValidationError(
            _("This file is empty. Please choose another one."),
            code="empty",
        )
    if len(data) > max_bytes:
        raise ValidationError(
            _(
                "This file is too large: the most we can take is %(limit)s MB. "
                "Please make it smaller and try again."
            ),
            code="too_large",
            params={"limit": f"{round(max_bytes / MEGABYTE, 1):g}"},
        )
    return data
