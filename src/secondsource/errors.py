"""Every exception of the program, as one tree.

    SecondSourceError
    ├── UsageError       the program was used wrongly (an unknown id, an option that cannot be)
    ├── PlanError        the stages cannot run in this order, said before any work starts
    ├── StoreError       the store cannot be opened, is locked, or was written by another schema
    └── InvariantError   a record breaks a promise of the house (a span outside its text)

Wrong *data* never raises: it becomes a `records.Reject` with its reason.  Each message says what is wrong, where,
and what to do.
"""


class SecondSourceError(Exception):
    """Root of all errors that this program raises on purpose."""


class UsageError(SecondSourceError):
    """The caller asked for something that cannot be; the message says what can."""


class PlanError(SecondSourceError):
    """A plan of stages cannot run: a stage reads what no earlier stage writes."""


class StoreError(SecondSourceError):
    """The store is locked, unreadable, or of another schema."""


class InvariantError(SecondSourceError):
    """A record contradicts its own text or its own set of evidence; a fault in the program."""
