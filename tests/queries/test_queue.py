"""Where a reader stands in a review, and what comes next."""

from dutygraph.queries.findings.read.queue import ReviewQueue, Waiting

QUEUE = ReviewQueue(
    [Waiting("a", "confirmed"), Waiting("b", "open"), Waiting("c", "dismissed"), Waiting("d", "to_confirm")]
)


def test_the_next_that_waits_comes_round_again() -> None:
    assert QUEUE.next_waiting() == "b"
    assert QUEUE.next_waiting("b") == "d"
    assert QUEUE.next_waiting("d") == "b"
    assert QUEUE.next_waiting("unknown") == "b"
    assert ReviewQueue([Waiting("b", "open")]).next_waiting("b") is None
    assert ReviewQueue([]).next_waiting() is None


def test_neighbours_end_at_both_ends() -> None:
    assert QUEUE.neighbour("a", -1) is None
    assert QUEUE.neighbour("a", 1) == "b"
    assert QUEUE.neighbour("d", 1) is None
    assert QUEUE.neighbour("unknown", 1) is None
    assert QUEUE.place("c") == 2
    assert QUEUE.judged == 2
