# Every target is a thin wrapper. Without make (Windows, say) run the commands themselves: python -m venv .venv,
# then .venv\Scripts\pip install -r requirements.lock and pip install -e . instead of "make setup".

MINIMUM := (3, 11)
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys, ensurepip; sys.exit(sys.version_info < $(MINIMUM))' 2>/dev/null && echo $$p && break; done)
NO_PYTHON = Python 3.11 or later with venv is needed: sudo apt install python3 python3-venv (or python3.11 python3.11-venv)

BIN := .venv/bin
RUN := $(BIN)/python -m
INSTALL = $(RUN) pip install -q --disable-pip-version-check

.PHONY: help setup demo test coverage lint audit bench lock clean

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile

setup: .venv/run-time ## make .venv with the dutygraph command in it

demo: setup ## read the sample district, print a summary, serve the pages until Ctrl-C (SERVE=0: do not serve)
	$(BIN)/dutygraph demo $(if $(filter 0,$(SERVE)),--no-serve)

test: .venv/development ## run the tests
	$(RUN) pytest -n 2 --dist loadgroup --durations=10

coverage: .venv/development ## run the tests and hold their branch coverage to its floor (slow before Python 3.14)
	$(RUN) pytest -n 2 --dist loadgroup --durations=10 --cov --cov-report=term

lint: .venv/development ## check style, format, types, dependencies, and which room knows which
	$(RUN) ruff check
	$(RUN) ruff format --check
	$(RUN) tests.package_view
	$(RUN) mypy --strict
	$(RUN) tests.import_contracts
	$(BIN)/deptry .

audit: .venv/development ## ask the package index for known vulnerabilities
	$(RUN) tests.audit

bench: .venv/development ## measure reading, loading, joining, and how right findings are
	$(RUN) benchmarks.parse
	$(RUN) benchmarks.formats
	$(RUN) benchmarks.load
	$(RUN) benchmarks.ingest
	$(RUN) benchmarks.findings_accuracy
	$(RUN) benchmarks.join

LOCK := $(RUN) uv pip compile -q --universal --fork-strategy fewest --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)
lock: .venv/development ## pin the dependencies anew after a change of pyproject.toml (UPGRADE=1: to their newest versions)
	$(LOCK) -o requirements.lock pyproject.toml
	$(LOCK) -c requirements.lock --all-extras --group dev -o requirements-dev.lock pyproject.toml
	$(LOCK) -c requirements-dev.lock --group build -o requirements-build.lock

clean: ## remove what setup and the tests made
	rm -rf .venv .types .mypy_cache .ruff_cache .pytest_cache .hypothesis

# A file stands for what is installed, so that pip runs again only when the pins have changed.
.venv/run-time: requirements.lock pyproject.toml | .venv/bin/python
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps -e .
	touch $@

.venv/development: .venv/run-time requirements-dev.lock
	$(INSTALL) --require-hashes -r requirements-dev.lock
	touch $@

.venv/bin/python:
	$(or $(PYTHON),$(error $(NO_PYTHON))) -m venv .venv
