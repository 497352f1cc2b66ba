"""The word in the link of a letter with a code: whoever has it is counted by themselves.

So whoever reads the mailbox gets in, however many others ask for codes or try passwords. The word
is made of the address and the time alone, tells nobody's address and opens nothing by itself.
"""

from datetime import timedelta

from django.core.signing import BadSignature, TimestampSigner

from members.secret_words import blind

KEPT = "letter_word"
# As long as the longest stretch for which letters to an address are counted: when no more are
# sent, the newest one has a word that still counts.
LIVES = timedelta(days=1)
_BETWEEN = "."


def word_for(address: str) -> str:
    """The word for a letter to the address, of whom it is not asked who has it."""
    return _signer().sign(blind(address)).removeprefix(f"{blind(address)}{_BETWEEN}")


def keep(request, word: str, address: str):
    """Remember in this browser session that its visitor has a letter to the address, if so."""
    if _is_for(word, address):
        request.session[KEPT] = word


def kept(request, address: str) -> str:
    """The word of a letter to the address that the visitor has; empty when there is none."""
    word = request.session.get(KEPT, "")
    return word if word and _is_for(word, address) else ""


def _is_for(word: str, address: str) -> bool:
    try:
        _signer().unsign(f"{blind(address)}{_BETWEEN}{word}", max_age=LIVES)
    except BadSignature:
        return False
    return True


def _signer() -> TimestampSigner:
    return TimestampSigner(sep=_BETWEEN, salt="members.letter")
