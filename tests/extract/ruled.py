"""What rules see of a document: its sentences, tokens and quotations, without anything that the encoder reads."""

from secondsource.records import READ_KINDS, Analysis, Document
from secondsource.text.quotes import quotations
from secondsource.text.segment import sentences, tokens


def ruled(document: Document) -> Analysis:
    text = document.text
    stretches = [(section.span.start, section.span.end) for section in document.sections if section.kind in READ_KINDS]
    return Analysis(
        doc_id=document.id,
        sentences=tuple(each for start, end in stretches for each in sentences(text, start, end)),
        tokens=tuple(each for start, end in stretches for each in tokens(text, start, end)),
        quotations=tuple(quotations(text, stretches)),
        mentions=(),
    )
