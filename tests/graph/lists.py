"""Small lists as subgraphs, as the reader of a document would hand them to the store."""

from dutygraph.graph.model import Edge, Node, Ref, Subgraph, Value

NODES = "MATCH (n) WHERE n.id <> 'revision' RETURN n.id AS id"
"""All of them but the mark of the last write."""
LAW = Ref("LegalBasis", "law:森林法")
COUNTY = Ref("Region", "990101")
PROVINCE = Ref("Region", "990000")


def list_id(department: str) -> str:
    """The id of a department's list."""
    return f"list-{department}"


def duty_list(department: str, duties: int = 2, *, alias: str = "") -> Subgraph:
    """A list of one department: some duties with a task each, an office, and a law that other lists share."""
    owner = Ref("Department", f"990101:{department}")
    office = Ref("Office", f"office-{department}")
    document = Ref("Document", f"sha-{department}-{duties}")
    published = Ref("DutyList", list_id(department))
    graph = Subgraph()
    _node(graph, PROVINCE, name="兰江省")
    _node(graph, COUNTY, name="兰江区")
    _node(graph, owner, name=department, listed=True, aliases=[alias] if alias else [])
    _node(graph, office, name="综合股", department=owner.id)
    _node(graph, document, source=f"{department}.docx")
    _node(graph, LAW, title="森林法", document_number=None)
    _node(graph, published, title=department, list=published.id, sections=["部门职责"])
    graph.edges += [
        Edge("PART_OF", COUNTY, PROVINCE),
        Edge("IN_REGION", owner, COUNTY),
        Edge("HAS_OFFICE", owner, office),
        Edge("PUBLISHED", owner, published),
        Edge("EXTRACTED_FROM", published, document, {"locator": '{"line": 1}'}),
        Edge("EXTRACTED_FROM", owner, document, {"locator": '{"line": 1}'}),
    ]
    for position in range(duties):
        duty = Ref("Duty", f"duty-{department}-{position}")
        task = Ref("Task", f"task-{department}-{position}")
        _node(graph, duty, text=f"职责{position}", position=position, remark=None, list=published.id)
        _node(graph, task, text=f"事项{position}", position=0, list=published.id)
        graph.edges += [
            Edge("HAS_DUTY", owner, duty),
            Edge("HAS_TASK", duty, task),
            Edge("HANDLED_BY", task, office, {"printed": "综合股"}),
            Edge("BASED_ON", duty, LAW, {"articles": "第三条"}),
        ]
    return graph


def mention(by: str, of: str) -> Subgraph:
    """A list that gives a part in a shared matter to a department without a list of its own."""
    matter, division = Ref("SharedMatter", f"matter-{by}"), Ref("Division", f"division-{by}")
    named, declaring = Ref("Department", f"990101:{of}"), Ref("Department", f"990101:{by}")
    graph = duty_list(by, duties=0)
    _node(graph, matter, matter="森林防火", list=list_id(by))
    _node(graph, division, text="扑救火灾", list=list_id(by))
    _node(graph, named, name=of, listed=False, aliases=[f"区{of}"])
    graph.edges += [
        Edge("DECLARED_BY", matter, declaring),
        Edge("ABOUT", division, matter),
        Edge("ASSIGNED_TO", division, named, {"printed": f"区{of}"}),
    ]
    return graph


def _node(graph: Subgraph, ref: Ref, **properties: Value) -> None:
    graph.nodes.append(Node(ref.label, ref.id, properties))
