"""Who should review whom next: never a force itself, pairs spread evenly, reviewing forces' severity identifiable.

Severity is only known when the graph of who reviewed whom is one connected piece (docs/methods.md). The proposal is
an assignment problem, solved exactly: each pair costs what it repeats, and among equals the recent one costs more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

Rotation = Mapping[str, str]
"""Who reviews whom in one quarter: force → the force that reviews its plans."""

FORBIDDEN = 1e6
RECENT = 0.05
"""What a pair of the last quarter costs on top of its repetition, halved with each quarter since."""
RECIPROCAL = 0.01
"""What "you review us, we review you" costs: allowed, but the last choice among equals."""


def propose(forces: Sequence[str], history: Sequence[Rotation]) -> dict[str, str]:
    """The next quarter's rotation, given those before it, earliest first. The same history gives the same proposal.

    Each force is reviewed once and reviews once. ValueError where fewer than two forces take part.
    """
    if len(forces) < 2:
        raise ValueError("A rotation needs two forces or more.")
    cost = _repetitions(forces, history)
    chosen = _cheapest(cost)
    for force, reviewing in enumerate(chosen):
        if chosen[reviewing] == force:
            cost[force, reviewing] += RECIPROCAL
    chosen = _cheapest(cost)
    if pieces(forces, [*history, _named(forces, chosen)]) > 1:
        chosen = _joined(forces, history, cost)
    return _named(forces, chosen)


def pieces(forces: Sequence[str], history: Sequence[Rotation]) -> int:
    """Into how many pieces the graph of forces and reviewing forces falls; 1 is what severity needs.

    A force and itself as a reviewing force are two nodes: grades tell them apart only through others.
    """
    place = {force: at for at, force in enumerate(forces)}
    count = len(forces)
    pairs = {
        (place[force], count + place[reviewing])
        for rotation in history
        for force, reviewing in rotation.items()
        if force in place and reviewing in place
    }
    if not pairs:
        return 2 * count
    rows, columns = zip(*sorted(pairs), strict=True)
    graph = coo_array((np.ones(len(rows)), (rows, columns)), shape=(2 * count, 2 * count))
    return int(connected_components(graph, directed=False, return_labels=False))


def _repetitions(forces: Sequence[str], history: Sequence[Rotation]) -> NDArray[np.float64]:
    """Cost by (force, reviewing force): past pairings, recent ones more; ties in the order given."""
    place = {force: at for at, force in enumerate(forces)}
    count = len(forces)
    turn = (np.arange(count)[None, :] - np.arange(count)[:, None] - 1) % count
    cost = turn * 1e-3 / count
    for age, rotation in enumerate(reversed(history)):
        for force, reviewing in rotation.items():
            if force in place and reviewing in place:
                cost[place[force], place[reviewing]] += 1 + RECENT / 2**age
    np.fill_diagonal(cost, FORBIDDEN)
    return cost


def _cheapest(cost: NDArray[np.float64]) -> NDArray[np.int64]:
    """For each force its reviewing force, at the least total cost."""
    from scipy.optimize import linear_sum_assignment  # late: some 25 MB that no page but one needs

    return np.asarray(linear_sum_assignment(cost)[1], dtype=np.int64)


def _joined(forces: Sequence[str], history: Sequence[Rotation], cost: NDArray[np.float64]) -> NDArray[np.int64]:
    """The cheapest rotation that joins the most pieces: each pair is tried as a fixed part of it."""
    tried = []
    for force, reviewing in zip(*np.nonzero(cost < FORBIDDEN), strict=True):
        fixed = cost.copy()
        fixed[force, reviewing] -= FORBIDDEN
        chosen = _cheapest(fixed)
        left = pieces(forces, [*history, _named(forces, chosen)])
        tried.append((left, float(cost[np.arange(len(chosen)), chosen].sum()), chosen.tolist()))
    return np.array(min(tried)[2], dtype=np.int64)


def _named(forces: Sequence[str], chosen: NDArray[np.int64]) -> dict[str, str]:
    return {force: forces[reviewing] for force, reviewing in zip(forces, chosen, strict=True)}
