"""Typing errors in keys of words (`core.stemmer`): a letter added, lost, other or swapped. Pure.

Two keys one edit apart share a variant, so an index of variants finds the near ones without
reading all keys. Two that share a variant may still be two edits apart: `is_near` has the word.
"""

# Keys of words of five letters have four, of which a letter may be lost; among shorter ones
# everything is near to everything.
SHORTEST = 4


def variants(key: str) -> set[str]:
    """The key and, if typing errors in it are forgiven, the key without each one of its letters."""
    if not is_forgiven(key):
        return {key}
    return {key, *(key[:at] + key[at + 1 :] for at in range(len(key)))}


def is_near(one: str, other: str) -> bool:
    """Whether at most one letter was added, left out, replaced or swapped with its neighbour."""
    if one == other:
        return True
    one, other = sorted((one, other), key=len)
    if len(other) - len(one) > 1 or not is_forgiven(other) or not one.isalpha():
        return False
    begin = _same(one, other)
    one, other = one[begin:], other[begin:]
    end = _same(one[::-1], other[::-1])
    one, other = one[: len(one) - end], other[: len(other) - end]
    return len(other) == 1 or (len(one) == 2 and one == other[::-1])


def is_forgiven(key: str) -> bool:
    """Whether a typing error may be in it: never in what holds a figure, nor in what is short."""
    return len(key) >= SHORTEST and key.isalpha()


def _same(one: str, other: str) -> int:
    """How many letters at the beginning are the same in both."""
    for at, (here, there) in enumerate(zip(one, other, strict=False)):
        if here != there:
            return at
    return min(len(one), len(other))
