"""The ontology that every label and edge type comes from."""

from fastapi import APIRouter

from dutygraph.graph.ontology import Ontology, ontology

router = APIRouter(tags=["本体 / schema"])


@router.get("/schema", summary="节点和关系的类型 / The kinds of nodes and edges")
def schema() -> Ontology:
    """The kinds of nodes and edges."""
    return ontology()
