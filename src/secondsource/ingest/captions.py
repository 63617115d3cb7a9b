"""Finds the credit at the end of a picture's caption: `(Pool photo/Wire)`, `Photograph: A. Name/Agency`."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w.'’&-]*"
_RUN = rf"{_CAPITAL}(?:\s+(?:of\s+|the\s+|and\s+|van\s+|de\s+|al-)?{_CAPITAL}){{0,4}}"
_ENDED = r"(?<=[.!?”\"'’)])\s+"
_PICTURE = (
    r"(?:photo(?:graph)?s?|pictures?|images?|pics?|foto|screen\s?(?:grab|shot)|illustration|graphic|video(?:\s+still)?"
    r"|credit|still)"
)
_WORDED = re.compile(
    r"[(\[]?\b(?:(?:file|pool|handout|courtesy|stock)\s+)?(?:(?:AP|AFP|Reuters|Getty|UPI|EPA)\s+)?"
    rf"{_PICTURE}(?:\s+credit)?\s*"
    r"(?::|/|\bby\b|\bcourtesy(?:\s+of)?\b|\bfrom\b|\bvia\b|©|—|–|-)\s*[^\n]{2,110}$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[(\[]\s*[^()\[\]\n]{2,70}(?:/|\bvia\b|\|)[^()\[\]\n]{1,60}[)\]]\.?$")
_SLASHED = re.compile(rf"{_ENDED}({_RUN}(?:\s*,\s*{_CAPITAL})?\s*/\s*{_RUN}(?:\s*/\s*{_RUN})?)$")
_HOUSES = re.compile(
    rf"{_ENDED}[(\[]?(?:(?:{_CAPITAL}|via|for)[\s/,|]+){{0,6}}"
    r"(?:Getty(?:\s+Images)?|Shutterstock|Alamy|AFP|EPA(?:-EFE)?|Reuters|REUTERS|AP|Bloomberg|Anadolu|Xinhua|TASS|Yonhap"
    r"|Imago|Newscom|iStock|Unsplash|Wikimedia Commons|Handout|Supplied|Press Association)[)\]]?$"
)
_SIGNED = re.compile(rf"{_ENDED}(?:(?:©|\(c\))\s*[^\n]{{2,60}}|{_RUN}\s+for\s+(?:the\s+)?{_RUN})$")
_COURTESY = re.compile(rf"{_ENDED}[(\[]?Courtesy(?:\s+of)?:?\s+[^\n]{{2,90}}$", re.IGNORECASE)
_TRAILING = re.compile(rf"(?<=[^\WA-Z_][.!?”\"])\s+({_RUN})$")
_NUMBERED = re.compile(r"^\d{1,3}\s*/\s*\d{1,3}\s+\S")
_LEADING = re.compile(
    r"^[(\[]?(?:(?:file|ap|afp|reuters|getty|handout|pool)\s+)?"
    r"(?:photo(?:graph)?s?|pictures?|images?|pic|foto|credits?|source|caption)\s*"
    r"(?:credits?|by|:|/|\bsource\b)\s*:?\s*\S[^\n]{0,110}$",
    re.IGNORECASE,
)
_SEEN_HERE = re.compile(
    r"\b(?:seen here|pictured (?:here|above|below|left|right|in|on|at|with)|shown in this|file (?:photo|image|picture)"
    r"|in this (?:file )?(?:photo|image|picture|handout|video)"
    r"|(?:photo|image|picture|video) (?:provided|released|taken|shows|made))\b"
    r"|^(?:this|in this|a|an undated) (?:file |handout |undated |combination |combo |video )?"
    r"(?:photo|photograph|image|picture|grab|still)\b"
    r"|\((?:left|right|centre|center|l|r|c|l-r)\)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?”\"'’)]\s")
"""What all forms but the bracketed one stand behind."""
_HOUSE_ENDS = (
    "getty", "images", "shutterstock", "alamy", "afp", "epa", "efe", "reuters", "ap", "bloomberg", "anadolu", "xinhua",
    "tass", "yonhap", "imago", "newscom", "istock", "unsplash", "commons", "handout", "supplied", "association",
)  # fmt: skip
"""How a line ends that `_HOUSES` fits, but for a bracket."""
_WORDS = re.compile("photo|pic|image|foto|screen|illustration|graphic|video|credit|still")
TAIL = 160
"""Characters at a line's end in which a credit is looked for."""
LONGEST = 700
"""A caption with its credit is not longer than 700 characters; agency captions stay below 500."""


def is_credit(text: str) -> bool:
    """Tell whether the whole line is a credit: `Photo: A. Name/Agency`, `(Image: Agency)`."""
    return len(text) <= 140 and (
        _LEADING.match(text) is not None or (text.startswith(("(", "[")) and _BRACKETED.match(text) is not None)
    )


def credit_start(text: str) -> int | None:
    """Return where the credit at the end of a caption begins, or None; a line that is all credit gives 0.

    >>> credit_start("Wreaths on the quay. (Pool photo/Wire)")
    21
    """
    if len(text) > LONGEST:
        return None
    if is_credit(text):
        return 0
    base = max(0, len(text) - TAIL)
    tail = text[base:].casefold()
    ended = _SENTENCE_END.search(text, max(0, base - 1)) is not None
    for pattern in _ending_forms(tail, ended=ended):
        match = pattern.search(text, base)
        if match:
            return _skip_blank(text, match.start())
    for match in _WORDED.finditer(text, base) if _WORDS.search(tail) else ():
        if _stands_alone(text, match.start()):
            return match.start()
    return None


def _ending_forms(tail: str, *, ended: bool) -> Iterator[re.Pattern[str]]:
    """Yield the forms of a credit at the end of a line that its last characters (in small letters) leave possible.

    A plain search for the signs of a form is quick, the form is not; `ended` says whether a sentence ends in the line.
    """
    slashed = "/" in tail
    if slashed or "via" in tail or "|" in tail:
        yield _BRACKETED
    if ended and slashed:
        yield _SLASHED
    if ended and "courtesy" in tail:
        yield _COURTESY
    if ended and ("for" in tail or "©" in tail or "(c)" in tail):
        yield _SIGNED
    if ended and tail.rstrip(")]").endswith(_HOUSE_ENDS):
        yield _HOUSES


def trailing_name(text: str) -> int | None:
    """Return where a bare name after the last sentence begins (`… blurred. The Morning Post`), or None.

    Only sound in a page's head, where captions stand; in running text such an end would be a cut sentence.
    """
    match = _TRAILING.search(text, max(0, len(text) - 60)) if len(text) <= LONGEST else None
    return match.start(1) if match else None


def numbered(text: str) -> bool:
    """Tell whether a line is a picture of a gallery: `3/14 Candles on the pier`."""
    return _NUMBERED.match(text) is not None


def describes_picture(text: str) -> bool:
    """Tell whether a line says that it stands under a picture: `seen here in 2023`, `This photo provided by …`."""
    return len(text) <= LONGEST and _SEEN_HERE.search(text) is not None


def _skip_blank(text: str, start: int) -> int:
    return start + len(text[start:]) - len(text[start:].lstrip())


def _stands_alone(text: str, start: int) -> bool:
    """Tell whether a worded credit starts a sentence of its own, or stands in brackets."""
    before = text[:start].rstrip()
    return not before or before[-1] in ".!?”\"’')]|·—–-:" or text[start] in "(["
