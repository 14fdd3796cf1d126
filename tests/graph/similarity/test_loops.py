"""Which loops a join takes; that both find the same is what test_join runs twice for."""

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize(("times", "loaded"), [(1, False), (30_000, True)])
def test_the_compiler_is_loaded_for_many_texts_only(times: int, loaded: bool) -> None:
    """Compiled code can be kept nowhere here."""
    code = (
        "import sys;"
        "from dutygraph.graph.similarity.corpus import build_corpus;"
        "from dutygraph.graph.similarity.join import similar_pairs;"
        f"texts = ['负责统计', *(f'{{n}}号{{n % 89}}房{{n % 97}}区{{n % 83}}楼' for n in range({times})), '负责统计'];"
        "pieces = similar_pairs(build_corpus(texts, range(len(texts))), 1);"
        "print(sum(len(piece.left) for piece in pieces), 'numba' in sys.modules)"
    )
    nowhere = {**os.environ, "NUMBA_CACHE_LOCATOR_CLASSES": "IPythonCacheLocator"}
    run = subprocess.run(
        [sys.executable, "-c", code], env=nowhere, capture_output=True, encoding="utf-8", check=False
    )
    assert (run.stdout.strip(), run.stderr) == (f"1 {loaded}", "")
