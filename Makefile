# `make` sets everything up and builds the leaflet and the deck; `make test` sets up and runs every check.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
export PYTHON

.DEFAULT_GOAL := build
.PHONY: build test test-all quick lint pictures bench lock clean help

build: .venv/.run ## set up what is missing, then build output/leaflet.pdf and output/slides.pptx
	$(BIN)/python generate.py

test: lint ## set up what is missing, then lint, type check, check the imports and run every test
	$(BIN)/python -m pytest -n 2 -q -m "not thorough"

test-all: lint ## the same, with ten times as many generated examples and every odd guide in every form: an hour
	$(BIN)/python -m pytest -n 2 -q --hypothesis-profile=thorough

quick: .venv/.test ## only the quick tests
	$(BIN)/python -m pytest -n 2 -q -m "not slow"

lint: .venv/.test ## style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

pictures: .venv/.test ## make docs/pictures afresh from the real outputs
	$(BIN)/python scripts/pictures.py

bench: .venv/.test ## measure how fast it is, beside WeasyPrint and python-pptx: some minutes
	$(BIN)/python scripts/bench.py

lock: .venv/.test ## write requirements.lock and requirements-dev.lock afresh
	scripts/lock.sh

clean: ## remove the virtual environment, caches and outputs
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find output -mindepth 1 ! -name .gitignore -delete

help: ## print this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

.venv/.python: scripts/setup.sh
	scripts/setup.sh run
	[ -x $(BIN)/python ] || $(PYTHON) -m venv .venv
	@touch $@

.venv/.run: .venv/.python requirements.lock pyproject.toml
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.test: .venv/.python requirements-dev.lock pyproject.toml
	scripts/setup.sh test
	$(PIP) install --require-hashes -r requirements-dev.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@ .venv/.run
