# Run `make` alone for the list of what there is.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.base
TOOLS := $(VENV)/.dev

.PHONY: help run test check soak bench messages requirements pictures clean
.DEFAULT_GOAL := help

help: ## Show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/ —/'

run: $(RUNTIME) ## Serve the demo site on http://127.0.0.1:8000 (PORT= changes it)
	@PORT=$(PORT) HUB_PROFILE=$${HUB_PROFILE:-demo} $(BIN)/python -m hub.serve

test: $(TOOLS) ## Everything that must hold: checks, unit tests on both databases, journeys
	@$(BIN)/python -m tests.run all

check: $(TOOLS) ## The fast half: format, lint, layers, migrations, translations
	@$(BIN)/python -m tests.run check

soak: $(TOOLS) ## Write loads and kills, on both databases (minutes)
	@$(BIN)/python -m tests.run harness
	@$(BIN)/python -m tests.soak

bench: $(TOOLS) ## Benchmarks as ratios to references measured in the same run (minutes)
	@$(BIN)/python -m tests.bench

messages: $(TOOLS) ## Gather and compile the interface's translations
	@HUB_PROFILE=test $(BIN)/python manage.py messages

pictures: $(TOOLS) ## Take the pictures of the documents from the running code
	@$(BIN)/python -m tests.pictures

requirements: ## Compile the requirement files anew (needs uv)
	cd requirements && for name in base dev; do \
		uv pip compile --upgrade --universal --python-version 3.11.0 --generate-hashes --no-annotate \
		--no-header --no-emit-index-url --quiet $$name.in --output-file $$name.txt || exit 1; done

clean: ## Remove the environment and the caches (the site's data under var/ stays)
	rm -rf $(VENV) .cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is needed (on Debian: python3-venv)."; rm -rf $(VENV); exit 1; }

$(RUNTIME): requirements/base.txt | $(VENV)/bin/python
	@echo "Installing what the site needs …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/base.txt
	@touch $@

$(TOOLS): requirements/dev.txt $(RUNTIME)
	@echo "Installing what the tests need …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/dev.txt
	@touch $@
