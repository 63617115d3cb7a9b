"""Finds lines in which the house speaks to its reader: newsletters, membership, tips, paywalls, consent."""

from __future__ import annotations

import re

_START = r"(?:^|[.!?–—:|·•-]\s+)"
"""Start of a sentence, or of a piece of a line parted by a sign."""
_CHANNEL = r"(?:at|via|on|through|with|securely|post|newsroom|desk|editors?)"
_LETTER = r"\b(?:inbox|delivered|sign|subscrib|free|daily|weekly|email)"
_ANSWER = r"\b(?:e-?mail|contact|tell|write|call|text|message|get in touch|let us)\b"
_ANSWERS = r"\b(?:e-?mail|contact|tell|write|call|text|join|sign|subscribe|newsletter|follow|share|help|support|send)\b"
_QUESTION = "want|like what|enjoy|enjoyed|love|have you|do you|did you|are you|know more|worried|affected by|interested"
_IMPERATIVES = (
    r"sign up (?:for|to|now|here|free)",
    r"subscribe",
    r"register (?:for )?(?:free|now|to|today)",
    r"log ?in",
    r"become a (?:member|supporter|subscriber|patron)",
    r"support (?:us|our|independent|local|quality)",
    r"start your (?:free )?trial",
    r"manage your (?:privacy|cookie|consent)",
    r"turn on notifications",
    r"download (?:our|the) app",
    r"make a donation",
    r"donate (?:now|today|to)",
    r"join (?:us|our|the|[^\W\d_a-z]\S*)\b.{0,60}\b(?:member|newsletter|from|for|today|now|free)",
    rf"(?:e-?mail|contact|reach|message|write to|tip) (?:us|the|our|[^\W\d_a-z][\w.' ]{{1,30}}?) ?{_CHANNEL}\b",
    r"(?:never miss|follow (?:our|us|the)|tap (?:here|the)|click (?:here|the)|chip in|tell a friend|give today)\b",
    r"please (?:consider|support|donate|give|subscribe)\b",
    rf"(?:{_QUESTION})\b[^?.]{{0,60}}\?.{{0,60}}{_ANSWERS}",
    r"(?:accept|reject)(?: all)?\s*[·|/•]",
    r"get (?:the|our|unlimited)\b.{0,60}\b(?:inbox|newsletter|access|app|email)",
)
_ADDRESSES = (
    (("subscribe",), r"\byou can unsubscribe\b"),
    (("subscribe",), r"\bunsubscribe (?:at )?any ?time\b"),
    (
        ("newsletter",),
        rf"\b(?:our|your|this|the|free|daily|weekly) (?:[\w'’-]+ ){{0,3}}newsletters?\b.{{0,60}}{_LETTER}",
    ),
    (("inbox",), r"\b(?:your|my) inbox\b"),
    (("you",), r"\bby (?:continuing|using|browsing|visiting)\b.{0,60}\byou (?:agree|consent|accept)\b"),
    (
        (
            "cookies",
            "trackers",
            "tracking",
        ),
        r"\bthis (?:site|website|page|app) (?:uses|stores) (?:cookies|trackers|tracking)\b",
    ),
    (("readers",), r"\b(?:funded|supported|kept free|free thanks|paid for) (?:to|by) (?:its |our |the )?readers\b"),
    (("@",), r"\b(?:write|send|e-?mail)\b[^.?!]{0,30}\bto \S+@\S+"),
    (
        ("our",),
        (
            r"^.{0,40}\bour (?:earlier|previous|full|live|latest) (?:story|coverage|report|blog|article|updates?)\b"
            r".{0,30}$"
        ),
    ),
    (("subscribe",), r"\b(?:is|are) for subscribers\b"),
    (("subscribe",), r"\bsubscribers? only\b"),
    (("already",), r"\balready (?:a )?(?:member|subscriber|subscribed)\b"),
    (("free to read",), r"\bfree to read\b"),
    (("our",), r"\bour (?:members|supporters|subscribers) (?:pay|make|support|help)"),
    (("privacy",), r"\bvalue your privacy\b"),
    (("cookies",), r"\bwe (?:and our partners )?use cookies\b"),
    (("you",), r"\byour (?:privacy|cookie|consent) (?:settings|choices|preferences)\b"),
    (("?",), rf"\b(?:spotted|got|have|seen|know) (?:a|an|any|something)\b[^.?!]{{0,60}}\?[^.]{{0,40}}{_ANSWER}"),
    (("can be",), r"\b(?:he|she|they|the author) can be (?:reached|contacted|followed)\b"),
    (("reach",), r"\breach [\w.' ]{2,30} (?:securely|at|through|via)\b"),
)
"""Each after the signs of which one is in whatever it fits: a search for letters is quick, a pattern is not."""
_IMPERATIVE = re.compile(f"{_START}(?:{'|'.join(_IMPERATIVES)})", re.IGNORECASE)
_ADDRESS = tuple((words, re.compile(pattern, re.IGNORECASE)) for words, pattern in _ADDRESSES)
_SIGNS = tuple(sorted({word for words, _ in _ADDRESSES for word in words}))
_PRICE = re.compile(
    r"\b(?:from|for|just|only)\s+(?:[^\w\s]{1,3}\s?)?[\d.,]+\s*(?:[^\W\d_]+\s+)?(?:a|per|/)\s?(?:day|week|month|year)\b"
    r"|\b(?:one|first|\d+) (?:month|week|day)s? (?:for|free)\b",
    re.IGNORECASE,
)
_ASK = re.compile(
    _START + r"(?:join|support|subscribe|become|try|read on|get|register|sign up)\b"
    r"|\b(?:our|your) (?:members?|supporters?|subscription)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_QUOTE = re.compile(r"[“”«»„\"]")
_VERBS = (
    "said", "says", "told", "according to", "reported", "announced", "denied", "claimed", "confirmed", "warned",
    "added",
)  # fmt: skip
_SPEECH = re.compile(rf"\b(?:{'|'.join(_VERBS)})\b")
_PERIODS = ("day", "week", "month", "year")
SHORT = 25
"""Words of a line in which a command may follow another sentence; in longer ones it ends a report."""
LONGEST = 420
"""Characters of the longest such line; consent texts run to 400."""


def is_solicitation(text: str) -> bool:
    """Tell whether a line sells, begs or asks for consent, and reports nothing (no quotation, nobody who says a thing).

    It must speak to the reader: an imperative at the start of a sentence, or words to or about *you* and *us*.

    >>> is_solicitation("The Herald at Noon – one email, no noise. Subscribe free. You can unsubscribe at any time.")
    True
    """
    if len(text) > LONGEST or _QUOTE.search(text):
        return False
    small = text.casefold()
    if any(map(small.__contains__, _VERBS)) and _SPEECH.search(small):
        return False
    command = (_IMPERATIVE.search if text.count(" ") < SHORT else _IMPERATIVE.match)(text)
    if command or _addresses_reader(text, small):
        return True
    return any(map(small.__contains__, _PERIODS)) and _PRICE.search(text) is not None and _ASK.search(text) is not None


def reports(text: str) -> bool:
    """Tell whether a line may report something: it quotes, counts, or names somebody who speaks."""
    return _QUOTE.search(text) is not None or _DIGIT.search(text) is not None or _SPEECH.search(text) is not None


def _addresses_reader(text: str, small: str) -> bool:
    found = set(filter(small.__contains__, _SIGNS))
    return any(pattern.search(text) for words, pattern in _ADDRESS if found.intersection(words)) if found else False
