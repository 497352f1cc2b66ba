"""Which language a text is written in, as far as its letters and small words tell. Pure."""

import re

SMALL_WORDS = {
    "lv": "un ir ar par no uz ka kas arī bet vai tas šis mēs jūs lai kā nav būs jau tikai ļoti",
    "en": "the and is are to of in that it for on with this we you not be have was at",
    "lt": "ir yra su kad bet tai mes jūs kaip nėra bus jau labai apie",
    "et": "ja on see ei et ka kui mis meie oma aga või",
}
LETTERS = {"lv": "āēīūģķļņčšž", "lt": "ąęėįųū", "et": "õäöü"}
CYRILLIC, UKRAINIAN = re.compile(r"[а-яё]", re.IGNORECASE), re.compile(r"[іїєґ]", re.IGNORECASE)
# An address is written in no language.
ADDRESS = re.compile(r"://|www\.|@")
OTHER_ALPHABETS = re.compile(r"[\u0370-\u03ff\u0530-\u1fff\u2e80-\ud7ff]")


def language_of(text: str, usual: str) -> str:
    """A language code (BCP 47); the usual one where the text tells nothing, `und` for others."""
    text = " ".join(word for word in text.split() if not ADDRESS.search(word))
    letters = [sign for sign in text.lower() if sign.isalpha()]
    if not letters:
        return usual
    for pattern, code in ((CYRILLIC, "ru"), (OTHER_ALPHABETS, "und")):
        if len(pattern.findall(text)) > len(letters) / 2:
            is_ukrainian = code == "ru" and UKRAINIAN.search(text)
            return "uk" if is_ukrainian else code
    words = re.findall(r"\w+", text.lower())
    scores = {code: _score(code, words, letters) for code in SMALL_WORDS}
    best = max(scores, key=lambda code: (scores[code], code == usual))
    # A word or two of another language in a short text are no sign.
    return best if scores[best] > scores.get(usual, 0) + 1 else usual


def _score(code: str, words: list[str], letters: list[str]) -> float:
    small = set(SMALL_WORDS[code].split())
    return sum(word in small for word in words) + sum(
        0.5 for sign in letters if sign in LETTERS.get(code, "")
    )
