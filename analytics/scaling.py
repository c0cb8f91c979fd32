"""Points on a plane whose distances are as near given ones as can be: metric scaling.

The classical solution (Torgerson 1952) and some scattered starts are improved by majorization
(SMACOF; de Leeuw 1977, Borg and Groenen, Modern multidimensional scaling, 2005, ch. 8), and
the one with the least stress is kept. Same distances and seed, same points.
"""

import numpy as np
import numpy.typing as npt
from scipy.spatial.distance import pdist, squareform

Numbers = npt.NDArray[np.float64]

STARTS = 8
ROUNDS = 300
CLOSE = 1e-9


def scaled(distances: Numbers, *, seed: int) -> Numbers:
    """A point (x, y) for each row of a square table of distances."""
    if len(distances) < 2:
        return np.zeros((len(distances), 2))
    scatter = np.random.default_rng(seed).normal(size=(STARTS, len(distances), 2))
    starts = [classical(distances), *(start * distances.mean() for start in scatter)]
    found = list(_improved(np.stack(starts), distances))
    # rounded, so that of equally good ones the first is kept on every machine
    return min(found, key=lambda points: round(stress(points, distances), 6))


def classical(distances: Numbers) -> Numbers:
    """Torgerson's solution: the two strongest directions of the doubly centred squares."""
    size = len(distances)
    centre = np.eye(size) - 1 / size
    values, vectors = np.linalg.eigh(-0.5 * centre @ distances**2 @ centre)
    points: Numbers = vectors[:, -2:][:, ::-1] * np.sqrt(np.maximum(values[-2:][::-1], 0))
    return points


def stress(points: Numbers, distances: Numbers) -> float:
    """Kruskal's stress-1 (1964): the root of squared misses over squared shown distances;
    missing below two points and where all fall on one spot."""
    if len(points) < 2:
        return float("nan")
    shown = pdist(points)
    total = float((shown**2).sum())
    missed = float(((shown - squareform(distances, checks=False)) ** 2).sum())
    return float("nan") if total == 0 else float(np.sqrt(missed / total))


def oriented(points: Numbers, *, left: int | None) -> Numbers:
    """The points round their middle, the direction of most spread along x; the point ``left``
    (else the outermost) to the left, the one farthest from the x axis above it."""
    if len(points) < 2:
        return points
    middled = points - points.mean(axis=0)
    turned = middled @ np.linalg.svd(middled, full_matrices=False)[2].T
    far = [int(np.argmax(np.round(np.abs(turned[:, axis]), 6))) for axis in (0, 1)]
    aside = left is not None and abs(turned[left, 0]) > CLOSE
    x = turned[left if aside and left is not None else far[0], 0]
    y = turned[far[1], 1]
    made: Numbers = turned * np.array([-1.0 if x > 0 else 1.0, -1.0 if y < 0 else 1.0])
    return made


def _between(points: Numbers) -> Numbers:
    """Every distance; for so few points scipy spends its time on looking at what it got."""
    apart = points[..., :, None, :] - points[..., None, :, :]
    made: Numbers = np.sqrt((apart**2).sum(axis=-1))
    return made


def _improved(starts: Numbers, distances: Numbers) -> Numbers:
    """Guttman transforms of each start until its raw stress stands still."""
    found, moving = starts.copy(), np.arange(len(starts))
    before = np.full(len(starts), np.inf)
    for _ in range(ROUNDS):
        shown = _between(found[moving])
        raw = ((shown - distances) ** 2).sum(axis=(1, 2))
        falls = before - raw >= CLOSE
        moving, shown, before = moving[falls], shown[falls], raw[falls]
        if not len(moving):
            break
        ratio = np.divide(distances, shown, out=np.zeros_like(shown), where=shown > 0)
        pull = ratio.sum(axis=2)[..., None] * np.eye(len(distances)) - ratio
        found[moving] = pull @ found[moving] / len(distances)
    return found
