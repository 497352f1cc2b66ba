"""Why a letter has not arrived, in an editor's words."""

import re

from django.utils.translation import gettext as _

_CODE = re.compile(r"\b([45])\d\d$")
_OF_THE_NETWORK = (
    "ConnectionError",
    "ConnectionRefusedError",
    "ConnectionResetError",
    "ConnectionAbortedError",
    "BrokenPipeError",
    "OSError",
    "SMTPConnectError",
    "SMTPServerDisconnected",
    "gaierror",
)


def in_words(failure: str) -> str:
    """What stands in a letter's row as `failure`, said so that one knows what to do."""
    if code := _CODE.search(failure):
        return _of_the_server(int(code[1]), code[0])
    if failure in ("TimeoutError", "NoAnswer"):
        return _("The mail server gave no answer in time.")
    if failure in _OF_THE_NETWORK:
        return _("The mail server could not be reached.")
    words = {
        "": "",
        "TooLate": _("It was of no use any more when it could have been sent."),
        "NotAllowed": _("The person may not see any more what the letter is about."),
        "DeadAddress": _("The address is dead: nobody is there."),
    }
    if failure in words:
        return words[failure]
    return _("The letter could not be written (%(fault)s). Tell whoever runs the site.") % {
        "fault": failure
    }


def _of_the_server(kind: int, code: str) -> str:
    if code in ("550", "551", "553"):
        return _("The mail server does not take letters for this address (%(code)s).") % {
            "code": code
        }
    if code in ("530", "534", "535"):
        return _("The mail server does not let the site in (%(code)s). Tell whoever runs it.") % {
            "code": code
        }
    if kind == 4:
        return _("The mail server asked to try again later (%(code)s).") % {"code": code}
    return _("The mail server refused the letter (%(code)s).") % {"code": code}


def masked(address: str) -> str:
    """The address so that one who knows it knows it again, and nobody else learns it."""
    name, _at, host = address.rpartition("@")
    return f"{name[:1]}…@{host}"
