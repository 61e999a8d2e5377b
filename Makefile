# The two commands a newcomer needs are `make run` and `make test`; `make help` lists the rest.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PORT ?= 8501
# Packages are compiled when they are first imported: most of what they bring never is.
PIP_INSTALL := -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run demo test check rules lint format soak bench bench-findings requirements audit pictures bundle clean
.DEFAULT_GOAL := help

help:  ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 22

$(VENV)/.run: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make run PYTHON=python3.12"; exit 1; }
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	@echo "Installing the pinned packages (a minute or two, once) …"
	@$(PY) $(PIP_INSTALL) requirements.txt
	@touch $@

$(VENV)/.test: requirements-test.txt $(VENV)/.run
	@echo "Installing what the tests need (a minute or two, once) …"
	@$(PY) $(PIP_INSTALL) requirements-test.txt
	@touch $@

data/demo-store: | $(VENV)/.run
	@$(PY) -m arms_analytics demo data/demo-workbooks --records data/demo-store
	@$(PY) -m arms_analytics load data/demo-workbooks --database data/demo-store || { rm -rf data/demo-store; exit 1; }

demo: $(VENV)/.run data/demo-store  ## make the synthetic demonstration region (done by `make run` when absent)

run: $(VENV)/.run data/demo-store  ## set up whatever is missing, then the dashboard at http://localhost:8501
	@$(PY) -m streamlit run app.py --server.port $(PORT)

test: $(VENV)/.test  ## everything: lint, format, types, all tests, in a real browser too
	@$(PY) tests/set_up_machine.py
	@$(MAKE) --no-print-directory lint
	@$(PY) -m pytest -n auto --dist loadgroup -m "not soak"

check: $(VENV)/.test lint  ## before every commit: all but browsers, PostgreSQL and the long repetitions
	@$(PY) -m pytest -n auto --dist loadgroup -m "not soak and not browser and not postgres"

rules: $(VENV)/.test  ## after every save: the rules of the house say what is still missing where, then lint
	@kept=0; $(PY) -m pytest tests/test_house.py tests/test_imports_run_downhill.py tests/ui/test_glossary.py \
	    tests/ui/test_every_page_is_listed.py tests/ui/test_take_away.py || kept=1; \
	$(MAKE) --no-print-directory lint && exit $$kept

lint: $(VENV)/.test  ## ruff, format check, types
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy

format: $(VENV)/.test  ## put the code into shape
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

soak: $(VENV)/.test  ## the long repetitions: hundreds of kills, thousands of mutated workbooks
	@$(PY) tests/set_up_machine.py
	@HYPOTHESIS_PROFILE=soak $(PY) -m pytest -n auto --dist loadgroup -m soak

bench: $(VENV)/.test  ## measure everything under benchmarks/ and write docs/benchmarks.md
	@$(PY) -m benchmarks --write

bench-findings: $(VENV)/.test  ## measure the findings against planted truth, beside the naive rules
	@$(PY) -m benchmarks findings

requirements: $(VENV)/.test  ## compile the .in files into pinned versions with hashes
	@$(VENV)/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	    --no-emit-index-url --no-emit-find-links requirements.in -o requirements.txt
	@$(VENV)/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	    --no-emit-index-url --no-emit-find-links -c requirements.txt requirements-test.in -o requirements-test.txt

audit: $(VENV)/.test  ## known vulnerabilities in the pinned packages (asks the package index)
	@$(PY) -m pip_audit --require-hashes -r requirements.txt

pictures: $(VENV)/.test  ## the pictures of README and of the guides, made anew from the demonstration region
	@$(PY) tests/set_up_machine.py
	@$(PY) -m tests.browser.screenshots docs/pictures --guide

bundle: $(VENV)/.test  ## one folder that installs and starts without internet, for Windows and Linux
	@$(PY) installer/make_bundle.py bundle

clean:  ## remove what make made, never what people loaded or wrote
	@rm -rf $(VENV) .mypy_cache .ruff_cache .hypothesis build bundle data/demo-store data/demo-workbooks
