"""dutygraph: who answers for what in a government, read from its responsibility lists (责任清单).

An installed package holds the rooms (``dutygraph.graph`` …). In a checkout they stand beside this folder, at the top of
the repository, where this package finds them too.
"""

from pathlib import Path

if not (Path(__file__).parent / "graph").is_dir():
    __path__.append(str(Path(__file__).parents[1]))
