"""The methods that ``benchmarks.join`` compares; each runs in a process of its own, so that its memory can be told.

usage: python -m benchmarks.join_methods METHOD CORPUS PAIRS     CORPUS holds a text a line; pairs go to the file PAIRS

All get the same distinct texts, cut into the same weighted bigrams. The two databases and scipy get the filters of
``graph/similarity/kernel.py`` as well, without which they would compare a thousand times as many rows.
"""

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import duckdb
import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.sparse import csr_array, csr_matrix
from sparse_dot_topn import sp_matmul_topn

from benchmarks.join_corpus import LIST, normalise
from dutygraph.graph.similarity import loops
from dutygraph.graph.similarity.corpus import Corpus, build_corpus
from dutygraph.graph.similarity.join import SLACK, similar_pairs

THRESHOLD = 0.6
THREADS = 2
BLOCK = 2**13
"""Texts that a peer compares with all others at a time, so that it needs no more memory than it must."""
CANDIDATES_AT_ONCE = 200_000
"""Pairs that scipy verifies at a time."""
MOST_PARTNERS = 2_000
"""Partners of one text that sparse_dot_topn keeps: above what any text here has."""

Found = Iterable[tuple[NDArray[np.integer], NDArray[np.integer]]]
Method = Callable[[Corpus], Callable[[], Found]]
"""Prepares what can be prepared of a corpus, and returns what finds the pairs."""


def tiled(corpus: Corpus) -> Callable[[], Found]:
    """Join as dutygraph joins many texts, by the compiled loops; they are loaded beforehand."""
    loops.INTERPRETED = -1
    for _ in similar_pairs(build_corpus(["统计工作", "统计事务"], [0, 1]), THRESHOLD):
        pass
    return lambda: (
        (left[left != right], right[left != right]) for left, right, _ in similar_pairs(corpus, THRESHOLD)
    )


def matrix_of(corpus: Corpus) -> csr_matrix:
    """Make the matrix whose product with its transpose holds the cosines."""
    mass = np.repeat(corpus.mass, np.diff(corpus.starts))
    values = np.sqrt(corpus.weight[corpus.tokens] / mass)
    return csr_matrix((values, corpus.tokens, corpus.starts), (len(corpus.mass), len(corpus.weight)))


def of_two_groups(corpus: Corpus, left: NDArray[np.integer], right: NDArray[np.integer]) -> Found:
    """Yield the pairs in the right order that count."""
    counts = (left < right) & ((corpus.sole[left] != corpus.sole[right]) | (corpus.sole[left] < 0))
    yield left[counts], right[counts]


def sparse_blocks(corpus: Corpus) -> Callable[[], Found]:
    """Multiply blocks of rows with the transpose, as scikit-learn's ``cosine_similarity`` does with sparse output."""
    matrix = matrix_of(corpus)
    across = csr_array(matrix.T.tocsr())

    def find() -> Found:
        for begin in range(0, len(corpus.mass), BLOCK // 8):
            product = (csr_array(matrix[begin : begin + BLOCK // 8]) @ across).tocoo()
            reached = product.data >= THRESHOLD * (1 - SLACK)
            yield from of_two_groups(corpus, product.row[reached] + begin, product.col[reached])

    return find


def weighted(corpus: Corpus, keep: NDArray[np.bool_], values: NDArray[np.float64]) -> csr_array:
    """Make a matrix of the texts from some of their tokens."""
    text = np.repeat(np.arange(len(corpus.mass)), np.diff(corpus.starts))
    starts = np.searchsorted(text[keep], np.arange(len(corpus.mass) + 1))
    return csr_array((values[keep], corpus.tokens[keep], starts), (len(corpus.mass), len(corpus.weight)))


def filtered_product(corpus: Corpus) -> Callable[[], Found]:
    """Multiply only what is asked for with what is indexed, then verify the candidates row by row, on all processors."""
    least, mass = THRESHOLD * (1 - SLACK), corpus.mass
    text, weight = np.repeat(np.arange(len(mass)), np.diff(corpus.starts)), corpus.weight[corpus.tokens]
    before = np.cumsum(weight) - weight
    rest = mass[text] - (before - before[np.minimum(corpus.starts[:-1], len(weight) - 1)][text])
    lightest = np.searchsorted(mass, least**2 * mass)
    asked = rest >= (least * np.sqrt(mass * mass[lightest]))[text]
    indexed, every = rest >= least * mass[text], np.ones(len(text), np.bool_)
    behind_asked, behind_indexed = (
        mass - np.bincount(text[kept], weight[kept], len(mass)) for kept in (asked, indexed)
    )
    asking, answering = weighted(corpus, asked, np.ones(len(text))), weighted(corpus, indexed, weight)
    whole, ones = weighted(corpus, every, weight), weighted(corpus, every, np.ones(len(text)))

    def stretch(begin: int) -> list[tuple[NDArray[np.integer], NDArray[np.integer]]]:
        low, end = lightest[begin], min(begin + BLOCK // 2, len(mass))
        met = (asking[begin:end] @ answering[low:end].T.tocsr()).tocoo()
        x, y = met.row + begin, met.col + low
        reached = met.data + np.maximum(behind_asked[x], behind_indexed[y]) >= least * np.sqrt(
            mass[x] * mass[y]
        )
        (y, x), found = next(iter(of_two_groups(corpus, y[reached], x[reached]))), []
        for at in range(0, len(x), CANDIDATES_AT_ONCE):
            rows, columns = x[at : at + CANDIDATES_AT_ONCE], y[at : at + CANDIDATES_AT_ONCE]
            shared = ones[rows].multiply(whole[columns]).sum(axis=1)
            enough = shared >= least * np.sqrt(mass[rows] * mass[columns])
            found.append((columns[enough], rows[enough]))
        return found

    def find() -> Found:
        with ThreadPoolExecutor(THREADS) as pool:
            for found in pool.map(stretch, range(0, len(mass), BLOCK // 2)):
                yield from found

    return find


def top_n(corpus: Corpus) -> Callable[[], Found]:
    """Multiply with sparse_dot_topn."""
    matrix = matrix_of(corpus)
    across = matrix.T.tocsr()

    def find() -> Found:
        for begin in range(0, len(corpus.mass), BLOCK):
            rows = matrix[begin : begin + BLOCK]
            least = THRESHOLD * (1 - SLACK)
            found = sp_matmul_topn(
                rows, across, MOST_PARTNERS, least, density=0.05, n_threads=THREADS
            ).tocoo()
            yield from of_two_groups(corpus, found.row + begin, found.col)

    return find


def prefixes(corpus: Corpus) -> pl.DataFrame:
    """List the tokens of each text with its mass, group and the rest at the token, as far as another may share them."""
    text = np.repeat(np.arange(len(corpus.mass), dtype=np.int32), np.diff(corpus.starts))
    weight = corpus.weight[corpus.tokens]
    before = np.cumsum(weight) - weight
    mass = corpus.mass[text]
    rest = mass - (before - before[corpus.starts[:-1]][text])
    table = pl.DataFrame({
        "token": corpus.tokens, "text": text, "mass": mass, "rest": rest, "sole": corpus.sole[text], "weight": weight
    })  # fmt: skip
    return table.with_columns(asked=pl.col("rest") >= THRESHOLD**2 * pl.col("mass") * (1 - SLACK))


CANDIDATES = """
    SELECT DISTINCT y.text AS y, x.text AS x, y.mass * x.mass AS masses
    FROM tokens x JOIN tokens y USING (token)
    WHERE x.asked AND x.text BETWEEN ? AND ? AND y.rest >= ? * y.mass AND y.text < x.text
      AND (x.sole <> y.sole OR x.sole < 0) AND least(x.rest, y.rest) >= ? * sqrt(x.mass * y.mass)
"""
VERIFIED = f"""
    WITH candidates AS ({CANDIDATES})
    SELECT c.y, c.x FROM candidates c JOIN tokens a ON a.text = c.x JOIN tokens b ON b.text = c.y AND b.token = a.token
    GROUP BY c.y, c.x, c.masses HAVING sum(a.weight) >= ? * sqrt(c.masses)
"""


def in_duckdb(corpus: Corpus) -> Callable[[], Found]:
    """Join an inverted table in duckdb."""
    database = duckdb.connect(config={"threads": THREADS})
    prepared = prefixes(corpus)
    database.register("prepared", {name: prepared[name].to_numpy() for name in prepared.columns})
    database.execute("CREATE TABLE tokens AS SELECT * FROM prepared")
    least = THRESHOLD * (1 - SLACK)

    def find() -> Found:
        for begin in range(0, len(corpus.mass), BLOCK):
            found = database.execute(VERIFIED, [begin, begin + BLOCK - 1, least, least, least]).fetchnumpy()
            yield found["y"], found["x"]

    return find


def in_polars(corpus: Corpus) -> Callable[[], Found]:
    """Join an inverted table in polars."""
    tokens, least = prefixes(corpus), THRESHOLD * (1 - SLACK)
    members = tokens.filter(pl.col("rest") >= least * pl.col("mass")).select(
        "token", "text", "mass", "rest", "sole"
    )
    need = least * (pl.col("mass") * pl.col("mass_y")).sqrt()

    def find() -> Found:
        for begin in range(0, len(corpus.mass), BLOCK):
            asking = tokens.filter(pl.col("text").is_between(begin, begin + BLOCK - 1))
            met = asking.lazy().filter("asked").join(members.lazy(), on="token", suffix="_y")
            met = met.filter(
                pl.col("text_y") < pl.col("text"),
                (pl.col("sole") != pl.col("sole_y")) | (pl.col("sole") < 0),
                pl.min_horizontal("rest", "rest_y") >= need,
            )
            pairs = met.select("text", "text_y", "mass", "mass_y").unique()
            both = pairs.join(asking.lazy().select("text", "token", "weight"), on="text").join(
                tokens.lazy().select(text_y="text", token="token"), on=["text_y", "token"]
            )
            sums = both.group_by("text", "text_y", "mass", "mass_y").agg(pl.col("weight").sum())
            found = sums.filter(pl.col("weight") >= need).select("text", "text_y").collect()
            yield found["text_y"].to_numpy(), found["text"].to_numpy()

    return find


METHODS: dict[str, Method] = {
    "dutygraph": tiled,
    "polars": in_polars,
    "duckdb": in_duckdb,
    "scipy": filtered_product,
    "sparse_dot_topn": top_n,
    "scikit-learn": sparse_blocks,
}


def read_corpus(path: Path) -> Corpus:
    """Read a text a line."""
    texts = [normalise(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return build_corpus(texts, [number // LIST for number in range(len(texts))])


class Clock:
    """Times steps, in seconds."""

    def __init__(self) -> None:
        self.figures: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what is done within, as seconds that passed and as those of all processors."""
        wall, cpu = time.perf_counter(), time.process_time()
        yield
        self.figures |= {name: time.perf_counter() - wall, f"{name} cpu": time.process_time() - cpu}


def main(method: str, source: Path, target: Path) -> None:
    """Run one method; prints its times as JSON."""
    clock = Clock()
    with clock.step("read"):
        corpus = read_corpus(source)
    with clock.step("prepare"):
        find = METHODS[method](corpus)
    with clock.step("join"):
        pieces = list(find())
    left, right = (np.concatenate(column) for column in zip(*pieces, strict=True))
    np.save(target, np.stack([left, right]).astype(np.int32))
    json.dump(clock.figures, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
