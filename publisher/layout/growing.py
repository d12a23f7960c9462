"""The arrays of `linebreak`, filled atom by atom."""

from __future__ import annotations

from publisher.layout.cutting import Cut
from publisher.layout.linebreak import DASH_PENALTY, HYPHEN_PENALTY, Atoms

_PENALTY = {Cut.NONE: 0.0, Cut.DASH: DASH_PENALTY, Cut.HYPHEN: HYPHEN_PENALTY}


class Growing:
    """`atoms` grows with each `add`. Spaces are `space` wide, a hyphen at a line's end `hyphen`."""

    def __init__(self, space: float, hyphen: float) -> None:
        self.space = space
        self.hyphen = hyphen
        self._start, self._end, self._penalties = [0.0], [0.0], [0.0]
        self._spaces, self._inner = [0], [0]
        self._hyphens = [False]
        self.atoms = Atoms(self._start, self._end, self._spaces, self._inner, self._penalties, self._hyphens)
        self._x = 0.0
        self._count = 0

    def add(self, width: float, spaces: int, cut: Cut) -> None:
        """An atom `width` wide beside the `spaces` stretchable ones in it, and how it ends."""
        self._x += width + spaces * self.space
        self._count += spaces
        self._inner.append(self._count)
        shown = cut is Cut.HYPHEN
        self._end.append(self._x + self.hyphen if shown else self._x)
        self._hyphens.append(shown)
        self._penalties.append(_PENALTY[cut])
        if cut is Cut.NONE:
            self._x += self.space
            self._count += 1
        self._start.append(self._x)
        self._spaces.append(self._count)
