"""The optional embeddings: a model in a local folder is used, and what is wrong with it is said."""

from pathlib import Path

import numpy as np
import pytest
from model2vec import StaticModel
from tokenizers import Tokenizer, models, pre_tokenizers

from dutygraph.graph.analysis.overlap.explanation import explain_duty
from dutygraph.graph.analysis.overlap.pairs.embedding import embedded
from dutygraph.graph.errors import ModelError
from dutygraph.graph.store.graph_store import GraphStore
from tests.queries.short import load

WORDS = {"[UNK]": [0, 0, 1], "养老": [1, 0, 0], "敬老": [0.9, 0.1, 0], "统计": [0, 1, 0]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model of four words, in which 养老 and 敬老 mean nearly the same."""
    tokenizer = Tokenizer(models.WordLevel({word: at for at, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    StaticModel(np.array(list(WORDS.values()), dtype=np.float32), tokenizer).save_pretrained(tmp_path)
    return tmp_path


def test_like_meanings_point_the_same_way(folder: Path) -> None:
    care, other_word, count = embedded(["养老", "敬老", "统计"], folder)
    assert care @ other_word > 0.9 > 0.2 > care @ count
    assert np.linalg.norm(care) == pytest.approx(1)


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"config\.json"):
        embedded(["养老"], tmp_path)


def test_the_model_takes_part_in_the_score(
    store: GraphStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lists = [
        {"department": "云溪市澜江区民政局", "duties": [{"text": "检查 养老"}]},
        {"department": "云溪市澜江区卫生健康局", "duties": [{"text": "监管 敬老"}]},
    ]
    load(store, lists)
    assert explain_duty(store, "检查 养老").nearest == ()
    monkeypatch.setenv("DUTYGRAPH_EMBEDDINGS", str(folder))
    assert explain_duty(store, "检查 养老").nearest[0].score.parts["object"] > 0
