"""Tells whether two places in the news name one event, by words, parties, surroundings and sentence vectors."""

from secondsource.reconcile.coreference.blocks import Report, block
from secondsource.reconcile.coreference.events import events, topics
from secondsource.reconcile.coreference.mentions import EventMention, mention, sentences
from secondsource.reconcile.coreference.reasons import Tie, ties

__all__ = ["EventMention", "Report", "Tie", "block", "events", "mention", "sentences", "ties", "topics"]
