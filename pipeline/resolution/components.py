"""What hangs together through links, one by one."""

from collections.abc import Iterable


def components(count: int, links: Iterable[tuple[int, int]]) -> list[int]:
    """The number of the group that each of ``count`` belongs to, where ``links`` tell which
    two belong to one."""
    pairs = list(links)
    if not pairs:
        return list(range(count))
    # Here, so that a worker, which only reads, does not wait for SciPy.
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    rows, columns = zip(*pairs, strict=True)
    graph = coo_matrix(([1] * len(pairs), (rows, columns)), shape=(count, count))
    return [int(label) for label in connected_components(graph, directed=False)[1]]
