"""Names of people as title pages give them."""

from __future__ import annotations

import re

BY = re.compile(
    r"(?:written |edited |retold |compiled )?(?:by|von|par|di|por|door|af|av|от)\s+", re.IGNORECASE
)
TRANSLATED = re.compile(
    r"(?:(?:newly |done |freely )?(?:translated|rendered|englished|done)"
    r"(?: (?:from|out of|into) [^,]{3,40}?)? by"
    r"|translation by|translator:?|(?:aus dem \w+ )?(?:übersetzt|übertragen) von|übersetzung von"
    r"|traduite? (?:de l'\w+ |du \w+ )?par|traduction (?:de|par)|traducido por|traducción de"
    r"|traduzione di|tradotto da|vertaald door|перевод)\s+(.+)",
    re.IGNORECASE,
)
_PARTICLES = "van von de la le du des di da del der den dos do ter ten af av zu y e of the"
PARTICLES = frozenset(_PARTICLES.split())
_DEGREES = ("Esq", "Knt", "Jr", "Ed", "MA", "BA", "DD", "LLD", "PhD", "MD", "FRS", "FRSL", "KCB")
DEGREES = re.compile(
    r",? *\b(?:"
    + "|".join(r"\.? ?".join(re.findall("[A-Z][a-z]*", d)) for d in _DEGREES)
    + r")\b\.?(?=[,.\s]|$)"
)
BRACKETED = re.compile(r"\s*[\[(][^\])]*[\])]\s*")
INITIAL = re.compile(r"(?:[A-ZÀ-Þ]\.[ -]?){1,4}")
JOINTS = re.compile(r"\s*(?:;|,? and |,? & |,? und |,? et |,? y |\s\+\s)\s*")

LONGEST_NAME, LONGEST = 200, 1000
"""Characters of a name, of a line of names."""

MOST_WORDS = 7
"""Words of the longest name."""


def people(text: str) -> tuple[str, ...]:
    """The names in an author's line: "by A. B. and C. D., M.A." is "A. B.", "C. D."."""
    text = BRACKETED.sub(" ", text[:LONGEST].replace("_", "")).strip(" ,.;:")
    text = BY.sub("", text, count=1) if BY.match(text) else text
    while DEGREES.search(text):
        text = DEGREES.sub("", text, count=1)
    out: list[str] = []
    for part in JOINTS.split(text):
        pieces = [p.strip(" ,") for p in part.split(",")]
        if len(pieces) > 1 and not all(len(p.split()) > 1 for p in pieces if p):
            pieces = [part.strip(" ,")]  # "Jones, Professor" is one person
        out += [_spelled(p) for p in pieces if p]
    return tuple(dict.fromkeys(out))


def _spelled(name: str) -> str:
    """A name in capitals in mixed case; a name that ends in an initial keeps its stop."""
    if sum(len(w) > 2 and w.isupper() for w in name.split()) and not INITIAL.fullmatch(name):
        name = " ".join(
            w.lower()
            if at and w.lower() in PARTICLES
            else w.capitalize()
            if len(w) > 2 and "." not in w[:-1]
            else w
            for at, w in enumerate(name.split())
        )
    return f"{name}." if re.search(r"\b[A-Z]$", name) and "." in name else name


def is_name(text: str) -> bool:
    """Whether `text` has the shape of a person's name: a few capitalised words, particles aside."""
    if len(text) > LONGEST_NAME:
        return False
    words = BRACKETED.sub(" ", text.replace("_", "")).strip(" ,.;:").split()
    if not 1 <= len(words) <= MOST_WORDS or any(c.isdigit() for c in text):
        return False
    return words[-1][0].isupper() and all(
        w[0].isupper() or w.lower() in PARTICLES or w in ("and", "und", "et", "&") for w in words
    )


def has_initials(text: str) -> bool:
    """Whether a name with initials stands alone ("P. G. Wodehouse"), which is hardly anything else."""
    rest = INITIAL.match(text.strip())
    return rest is not None and is_name(text) and len(text.split()) <= 5 and len(text) > rest.end()


def is_full_name(text: str) -> bool:
    """Whether `text` is two or three capitalised words, as a first and a last name are."""
    return is_name(text) and 2 <= len(text.split()) <= 3 and all(w[0].isupper() for w in text.split())
