"""Finds lines in which the house speaks to its reader about itself: newsletters, membership, tips, paywalls, consent."""

from __future__ import annotations

import re

_START = r"(?:^|[.!?–—:|·•-]\s+)"
_IMPERATIVE = re.compile(
    _START
    + r"(?:sign up (?:for|to|now|here|free)|subscribe|register (?:for )?(?:free|now|to|today)|log ?in|become a (?:member|supporter|subscriber|patron)"
    r"|support (?:us|our|independent|local|quality|the)|start your (?:free )?trial|manage your (?:privacy|cookie|consent)|turn on notifications"
    r"|download (?:our|the) app|make a donation|donate (?:now|today|to)|join (?:us|our|the|[^\W\d_a-z]\S*)\b.{0,60}\b(?:member|newsletter|from|for|today|now|free)"
    r"|(?:e-?mail|contact|reach|message|write to|tip) (?:us|the|our|[^\W\d_a-z][\w.' ]{1,30}?) ?(?:at|via|on|through|with|securely|post|newsroom|desk|editors?)\b"
    r"|(?:accept|reject)(?: all)?\s*[·|/•]|get (?:the|our|unlimited)\b.{0,60}\b(?:inbox|newsletter|access|app|email))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\byou can unsubscribe\b|\bunsubscribe (?:at )?any ?time\b|\b(?:our|your|this|the|free|daily|weekly) (?:[\w'’-]+ ){0,3}newsletters?\b.{0,60}"
    r"\b(?:inbox|delivered|sign|subscrib|free|daily|weekly|email)|\b(?:your|my) inbox\b|\b(?:is|are) for subscribers\b|\bsubscribers? only\b"
    r"|\balready (?:a )?(?:member|subscriber|subscribed)\b|\bfree to read\b|\bour (?:members|supporters|subscribers) (?:pay|make|support|help)"
    r"|\bvalue your privacy\b|\bwe (?:and our partners )?use cookies\b|\byour (?:privacy|cookie|consent) (?:settings|choices|preferences)\b"
    r"|\b(?:spotted|got|have|seen|know) (?:a|an|any|something)\b[^.?!]{0,60}\?[^.]{0,40}\b(?:e-?mail|contact|tell|write|call|text|message|get in touch|let us)\b"
    r"|\b(?:he|she|they|the author) can be (?:reached|contacted|followed)\b|\breach [\w.' ]{2,30} (?:securely|at|through|via)\b",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"\b(?:from|for|just|only)\s+(?:[^\w\s]{1,3}\s?)?[\d.,]+\s*(?:[^\W\d_]+\s+)?(?:a|per|/)\s?(?:day|week|month|year)\b"
    r"|\b(?:one|first|\d+) (?:month|week|day)s? (?:for|free)\b",
    re.IGNORECASE,
)
_ASK = re.compile(
    _START
    + r"(?:join|support|subscribe|become|try|read on|get|register|sign up)\b|\b(?:our|your) (?:members?|supporters?|subscription)\b",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"[“”«»„\"]|\b(?:said|says|told|according to|reported|announced|denied|claimed|confirmed|warned|added)\b",
    re.IGNORECASE,
)
LONGEST = 420
"""Characters of the longest such line; consent texts run to 400."""


def is_solicitation(text: str) -> bool:
    """Tell whether a line sells, begs or asks for consent, and reports nothing (no quotation, nobody who says something).

    It must speak to the reader: an imperative at the start of a sentence, or words to or about *you* and *us*.

    >>> is_solicitation("The Herald at Noon – one email, no noise. Subscribe free. You can unsubscribe at any time.")
    True
    """
    if len(text) > LONGEST or _SPEECH.search(text):
        return False
    if _IMPERATIVE.search(text) or _ADDRESS.search(text):
        return True
    return _PRICE.search(text) is not None and _ASK.search(text) is not None
