"""How judgements on pairs add up: `these are one`, `these are two`, and a grouping that keeps to them.

The result depends on the set of judgements only.  Where they contradict each other, also by way of others (`a` is `b`,
`b` is `c`, `a` is not `c`), the latest ones hold, and the earlier one that no longer fits is overruled.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Judgement(Generic[Node]):
    """`one` and `other` are one thing or (`apart`) two; `other` is the one that moves.  `id` names the ruling."""

    id: str
    one: Node
    other: Node
    apart: bool


@dataclass(frozen=True, slots=True)
class Settled(Generic[Node]):
    """Judgements that do not contradict each other, latest first, and the ids of those that later ones overrule."""

    held: tuple[Judgement[Node], ...]
    overruled: frozenset[str]


class _Bonds(Generic[Node]):
    """Which nodes are one by the judgements taken in so far, and which must stay two."""

    def __init__(self) -> None:
        self._members: dict[Node, frozenset[Node]] = {}
        self._apart: list[tuple[Node, Node]] = []

    def of(self, node: Node) -> frozenset[Node]:
        return self._members.get(node, frozenset({node}))

    def parted(self, one: Iterable[Node], other: Iterable[Node]) -> bool:
        here, there = frozenset(one), frozenset(other)
        return any((a in here and b in there) or (a in there and b in here) for a, b in self._apart)

    def takes(self, told: Judgement[Node]) -> bool:
        """Take a judgement in, unless it contradicts what was taken in before."""
        here, there = self.of(told.one), self.of(told.other)
        if told.apart:
            if told.other in here:
                return False
            self._apart.append((told.one, told.other))
            return True
        if self.parted(here, there):
            return False
        self._members.update(dict.fromkeys(here | there, here | there))
        return True


def settled(told: Sequence[Judgement[Node]]) -> Settled[Node]:
    """Return which of the judgements hold; they are given in the order in which they were made.

    >>> first, second = Judgement("k1", "a", "b", apart=False), Judgement("k2", "a", "b", apart=True)
    >>> settled([first, second]).overruled
    frozenset({'k1'})
    """
    bonds = _Bonds[Node]()
    held = [each for each in reversed(told) if bonds.takes(each)]
    return Settled(tuple(held), frozenset(each.id for each in told) - {each.id for each in held})


def regrouped(groups: Iterable[Iterable[Node]], told: Sequence[Judgement[Node]]) -> list[tuple[Node, ...]]:
    """Return the groups changed as little as the judgements ask for; each node stays in exactly one of them.

    Two that are one bring their groups together, unless these hold two that are apart; then only what is bound to the
    second of the pair moves.  Of two that are apart the second leaves, with what is bound to it.  Judgements on nodes
    of no group change nothing.

    >>> regrouped([("a", "b"), ("c",)], [Judgement("k", "b", "c", apart=False)])
    [('a', 'b', 'c')]
    """
    return _Grouping([tuple(group) for group in groups], told).groups()


class _Grouping(Generic[Node]):
    """The groups while judgements are carried out on them."""

    def __init__(self, groups: Sequence[Sequence[Node]], told: Sequence[Judgement[Node]]) -> None:
        self._home = {node: at for at, group in enumerate(groups) for node in group}
        self._next = len(self._home) + 1
        held = settled([each for each in told if {each.one, each.other} <= self._home.keys()]).held
        self._bonds = _Bonds[Node]()
        for each in held:
            self._bonds.takes(each)
        self._carry_out(held)

    def _carry_out(self, held: Sequence[Judgement[Node]]) -> None:
        for each in held:
            if each.apart and self._home[each.one] == self._home[each.other]:
                self._move(self._bonds.of(each.other) & self._with(each.other))
        for each in held:
            if not each.apart and self._home[each.one] != self._home[each.other]:
                self._join(each)

    def _join(self, told: Judgement[Node]) -> None:
        here, there = self._with(told.one), self._with(told.other)
        bound = self._bonds.of(told.other)
        if not self._bonds.parted(here, there):
            self._move(there, self._home[told.one])
        elif not self._bonds.parted(here, bound & there):
            self._move(bound & there, self._home[told.one])
        else:
            self._move(bound)

    def _with(self, node: Node) -> frozenset[Node]:
        return frozenset(each for each, home in self._home.items() if home == self._home[node])

    def _move(self, nodes: Iterable[Node], home: int | None = None) -> None:
        self._next += 1
        self._home.update(dict.fromkeys(nodes, self._next if home is None else home))

    def groups(self) -> list[tuple[Node, ...]]:
        """Return the groups in order of their first nodes, and the nodes in the order in which they were given."""
        found: dict[int, list[Node]] = {}
        for node, home in self._home.items():
            found.setdefault(home, []).append(node)
        return [tuple(group) for group in found.values()]
