"""Where the vendored libraries lie, each with its licences beside it."""

DRAWING_LIBRARY = "vendor/vis-network-10.1.5/vis-network.min.js"
"""vis-network 10.1.5 (Apache-2.0 or MIT), the bundle ``dist/vis-network.min.js`` of the npm package, unchanged."""
