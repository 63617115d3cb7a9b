"""Finds lines in which the house speaks to its reader about itself: newsletters, membership, tips, paywalls, consent."""

from __future__ import annotations

import re

_STRONG = re.compile(
    r"\b(?:unsubscribe|newsletters?\b.{0,60}\b(?:inbox|delivered|sign|subscrib|free|daily|weekly|email)|(?:sign|signed) up (?:for|to|now|here|free)\b"
    r"|subscribe (?:now|free|today|here|to)\b|for subscribers|subscribers? only|already (?:a )?(?:member|subscriber|subscribed)"
    r"|free to read|support us|support our (?:work|journalism|reporting)|our members|become a (?:member|supporter|subscriber)"
    r"|register (?:for )?(?:free|now|to)|start your (?:free )?trial|free trial|straight to your inbox|in your inbox"
    r"|manage your (?:privacy|cookie|consent)|value your privacy|(?:accept|reject) all|we use cookies|log ?in\. not yet"
    r"|turn on notifications|download (?:our|the) app|make a donation|donate (?:now|today)|advertis(?:ement|e with))\b"
    r"|\b(?:spotted|got|have|seen|know) (?:a|an|any|something)\b[^.?!]{0,60}\?[^.]{0,40}\b(?:e-?mail|contact|tell|write|call|text|message|get in touch|let us)\b"
    r"|\b(?:e-?mail|contact|reach|message|write to) (?:us|the (?:newsroom|editors?|author|reporter)|[\w.' ]{2,30}) (?:at|via|on|through|with|securely)\b"
    r"|\breach [\w.' ]{2,30} (?:securely|at|through|via)\b",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"\b(?:from|for|just|only)\s+(?:[^\w\s]{1,3}\s?)?[\d.,]+\s*(?:[^\W\d_]+\s+)?(?:a|per|/)\s?(?:day|week|month|year)\b"
    r"|\b(?:one|first|\d+) (?:month|week|day)s? (?:for|free)\b",
    re.IGNORECASE,
)
_ASK = re.compile(
    r"\b(?:join|support|subscribe|become|member|members|try|read on|unlimited|register|sign up|pay for|supporter)\b",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"[“”«»„\"]|\b(?:said|says|told|according to|reported|announced|denied|claimed|confirmed|warned|added)\b",
    re.IGNORECASE,
)
LONGEST = 420


def is_solicitation(text: str) -> bool:
    """Tell whether a line sells, begs or asks for consent, and reports nothing (no quotation, nobody who says something).

    >>> is_solicitation("The Herald at Noon – one email, no noise. Subscribe free. You can unsubscribe at any time.")
    True
    """
    if len(text) > LONGEST or _SPEECH.search(text):
        return False
    return _STRONG.search(text) is not None or (_PRICE.search(text) is not None and _ASK.search(text) is not None)
