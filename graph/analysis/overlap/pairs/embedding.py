"""Sentence embeddings by a static language model (model2vec) in a local folder, an optional measure."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dutygraph.graph.errors import ModelError

_FILES = ("config.json", "model.safetensors", "tokenizer.json")
"""Files of a model2vec folder; when one is missing the package would load it from the network."""

_BLOCK = 1024
"""Number of texts that are compared with all others at a time, to bound memory."""


def embedded(texts: Sequence[str], folder: Path) -> NDArray[np.float64]:
    """Return an array with a unit vector in a row for each text, by the model in a folder.

    Raises ModelError when model2vec is not installed, or the folder holds no such model.
    """
    if missing := [name for name in _FILES if not (folder / name).is_file()]:
        raise ModelError(
            zh=f"句向量模型文件夹 {folder} 缺少 {'、'.join(missing)}，请检查 DUTYGRAPH_EMBEDDINGS",
            en=f"the folder of the embedding model {folder} lacks {', '.join(missing)}; check DUTYGRAPH_EMBEDDINGS",
        )
    try:
        from model2vec import StaticModel
    except ImportError as error:
        raise ModelError(
            zh="未安装句向量组件：pip install 'dutygraph[embeddings]'，或取消 DUTYGRAPH_EMBEDDINGS",
            en="embeddings are not installed: pip install 'dutygraph[embeddings]', or unset DUTYGRAPH_EMBEDDINGS",
        ) from error
    vectors = np.asarray(StaticModel.from_pretrained(folder).encode(list(texts)), dtype=np.float64)
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(np.divide(vectors, length, out=np.zeros_like(vectors), where=length > 0))


def nearest(placed: NDArray[np.float64], least: float) -> Iterator[tuple[int, int]]:
    """Yield the pairs of rows with a cosine of ``least`` or more, the smaller number first."""
    for begin in range(0, len(placed), _BLOCK):
        near = np.triu(placed[begin : begin + _BLOCK] @ placed[begin:].T >= least, k=1)
        for left, right in np.argwhere(near).tolist():
            yield begin + left, begin + right
