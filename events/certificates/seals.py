"""What stays of a name when it is deleted: a seal (HMAC, RFC 2104) that nobody can open.

Without the site's secret a seal says nothing, and with it one can only ask about a name or a person
that one knows already.
"""

from unicodedata import normalize

from django.utils.crypto import constant_time_compare, salted_hmac


def name_seal(code: str, name: str) -> str:
    """The seal of a name on the certificate with this code; no other certificate has the same."""
    folded = normalize("NFC", normalize("NFC", name).casefold())
    said = f"{code}\n{' '.join(folded.split())}"
    return salted_hmac("events.certificate.name", said, algorithm="sha256").hexdigest()


def is_name(code: str, name: str, seal: str) -> bool:
    """Whether the seal was made of this name, however it is spaced or capitalised."""
    return bool(seal) and constant_time_compare(name_seal(code, name), seal)


def holder_seal(person) -> str:
    """The seal of the person whose certificates they are; empty for nobody."""
    if person is None:
        return ""
    return salted_hmac("events.certificate.holder", str(person.pk), algorithm="sha256").hexdigest()
