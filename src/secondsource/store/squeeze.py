"""Deflates rows against a fixed sample, since a row of 300 bytes has little to repeat within itself.

Source: `benchmarks/store_speed.py`; a store of 5,000 articles takes 11 kB an article, where plain JSON takes 30, and
twice as many articles are written a second, since fewer pages are.
"""

from __future__ import annotations

import zlib

_RAW, _LEVEL, _MEMORY = -12, 6, 5
"""Deflate without header in a window of 4 KiB, which holds the sample, and little memory a row."""

SAMPLE = (
    b'"embedded","derived","version","shared_statement","reprint","excerpt","passages":[{"of_span":{"kind":"furniture"'
    b'"quotation","statement","prose"}],"credited":true,"share_of_original":1.0,"similarity":0.'
    b'"published","dateline","weekday","story","unknown","how":"given","json-ld","meta","feed","stamp","url","inferred"'
    b'"headline","byline","caption","credit","highlight","teaser","related","boilerplate","comment","kind":"body","rule":'
    b'"format":"html","jsonl","text","language":"en","external_id":null,"outlet":"The","agency":null,"title":"byline":null'
    b'"updated":null,"sections":[{"span":{"doc_id":"sha256":"path":'
    b'"Reuters","Associated Press","government","ministry","police","officials","president","Ministry of Defence"'
    b'"person","percent","day","USD","killed","wounded","missing","sent","since the war began","in 2024"'
    b'"increment","projection","rate","rank","place","other","organisation","mentions":[{"doc_id":"country":null}'
    b'"statement","event","storyline_id":"l","story_id":"s","gist":{"doc_id":"about":["'
    b'"single_source","corroborated","disputed","denied","revised","denied_then_admitted","history":[{"as_of":"2025-'
    b'"status":"single_source","because":["v"],"origins":["n_origins":1,"n_origins_low":1,"n_against":0,"outlets":1,"texts":1'
    b'"rule":"the first to say it"}]}{"stage":"attributions","figures","times","claims","key":"version":"1","stamp":"'
    b'{"id":"t","span":{"doc_id":"d","start":1,"end":2},"value":"2024-PAST_REF","kind":"duration","date","begin":"2025-","end":'
    b'"2025-'
    b'{"id":"f","span":{"doc_id":"d","start":1,"end":2},"low":10.0,"high":null,"bound":">=","unit":"person","noun":"people'
    b'","kind":"total","predicate":"","scope":"","as_of":null,"speaker":null,"attribution":"q","subject":null,'
    b'"object_":null,"vague":false}'
    b'"counted":false,"why":"stands in a text taken from another; it counts there","names no source","in the outlet'
    b' own voice","it may rest on the source named beside it","the same words as another\'s; one utterance counts"'
    b'{"id":"v","claim_id":"c","span":{"doc_id":"d","start":1,"end":2},"stance":"alleges","denies","admits","estimates"'
    b',"says","chain":[{"name":"The","kind":"outlet","span":null},{"name":"","kind":"agency","span":{"doc_id":"d'
    b'","start":1,"end":2}},{"name":"","kind":"speaker","span":{"doc_id":"d","start":1,"end":2}}],"origin":"","counted":true,'
    b'"why":"says so on its own knowledge","stated":"2025-01-01","ref":"q","value":null,"superseded":false}'
    b'{"id":"q","doc_id":"d","source":[{"doc_id":"d","start":1,"end":2}],"cue":[{"doc_id":"d","start":1,"end":2}],"content"'
    b':[{"doc_id":"d","start":1,"end":2}],"quoted":"direct","mixed","indirect","stance":"says","parent":null,"speaker":"'
    b'","speaker_id":"e","body":"","chain":[{"name":"","kind":"outlet","span":null},{"name":"","kind":"speaker","span":'
    b'{"doc_id":"d","start":1,"end":2}}]}'
)  # fmt: skip
"""What rows have in common, the most frequent last.  Changing a character of it needs another `codec.SCHEMA`."""


def squeeze(body: bytes) -> bytes:
    """Return a row's JSON, deflated."""
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, _MEMORY, zlib.Z_DEFAULT_STRATEGY, SAMPLE)
    return deflate.compress(body) + deflate.flush()


def unsqueeze(body: bytes) -> bytes:
    """Return the JSON that `squeeze` deflated.

    Raises:
        zlib.error: `body` is not whole.
    """
    return zlib.decompressobj(_RAW, SAMPLE).decompress(body)
