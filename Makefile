# Two commands set everything up: `make demo` and `make test`. `make help` lists the rest.

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo $$p && break; done 2>/dev/null)
VENV := .venv
BIN := $(VENV)/bin
EXAMPLE := examples/quickstart
JUDGING := tests/policy tests/verdict tests/rights tests/measure tests/test_share.py tests/test_api.py

.PHONY: help demo test coverage laws test-spark check docs format bench evaluate messages mutants clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

demo: $(VENV)/.runtime ## check the shipped example, one verdict
	@echo '$$ reuse-guard check $(EXAMPLE)/original.html $(EXAMPLE)/too-long.html --fail-on never'
	@$(BIN)/reuse-guard check $(EXAMPLE)/original.html $(EXAMPLE)/too-long.html --fail-on never

test: $(VENV)/.dev ## run the tests but Spark's
	@command -v java >/dev/null || echo 'no Java here: the tests of Spark are left to make test-spark'
	@# Images of containers ask for no bytecode; hundreds of processes would each compile everything.
	PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -q -n auto --dist worksteal -m 'not spark'

# Apart from `test`, which takes two and a half minutes without it and nearly four with it.
coverage: $(VENV)/.dev ## what judges must be covered by its own tests, branch by branch
	$(BIN)/pytest -q -n auto --dist worksteal $(JUDGING) --cov --cov-report=term-missing:skip-covered

laws: $(VENV)/.dev ## hold the laws against four times as many cases as `test` draws
	$(BIN)/pytest -q -n auto --dist worksteal -m 'hypothesis and not spark' --hypothesis-profile laws

test-spark: $(VENV)/.dev ## run the tests of Spark, which need Java 17 or newer
	@command -v java >/dev/null || { echo 'Spark needs Java 17 or newer: on Debian, apt-get install default-jre-headless' >&2; exit 2; }
	$(BIN)/pytest -q -m spark tests/spark

check: $(VENV)/.dev ## lint, types, layers, evaluation floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m evaluation.floors
	$(MAKE) docs

docs: $(VENV)/.dev ## build the documentation into build/site, strictly
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

format: $(VENV)/.dev ## format the code and mend what ruff can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.dev ## run every benchmark and print its table
	@for script in benchmarks/bench_*.py; do name=benchmarks.$$(basename $$script .py); \
		echo "== $$name"; $(BIN)/python -m $$name || exit 1; done

evaluate: $(VENV)/.dev ## run every evaluation in full and print its tables
	@for name in passages shares extraction pages notices; do \
		echo "== evaluation.$$name"; $(BIN)/python -m evaluation.$$name || exit 1; done

messages: $(VENV)/.dev ## bring the Russian and Kazakh catalogues up to the code
	mkdir -p build
	$(BIN)/pybabel -q extract -k say -k say_many:1,2 --no-default-keywords --sort-output \
		--omit-header --no-location -o build/messages.pot src/reuse_guard
	$(BIN)/pybabel -q update -i build/messages.pot -d src/reuse_guard/locale -D reuse_guard \
		--no-fuzzy-matching --ignore-obsolete --no-wrap
	@# The time of a run would change the compiled catalogues; placeholders and flags say nothing.
	sed -i.bak -E -e 's/^"POT-Creation-Date:.*/"POT-Creation-Date: 2026-01-01 00:00+0000\\n"/' -e '/^#, python-brace-format$$/d; /^"(Project-Id|Report-|PO-|Last-|Language-T|MIME|Content-Tr|Generated)/d' \
		src/reuse_guard/locale/*/LC_MESSAGES/reuse_guard.po && rm src/reuse_guard/locale/*/LC_MESSAGES/*.bak
	$(BIN)/pybabel -q compile -d src/reuse_guard/locale -D reuse_guard

mutants: $(VENV)/.dev ## mutation testing of the engine, in a copy of the repository (twenty minutes)
	rm -rf build/mutants && git clone -q . build/mutants
	cd build/mutants && export PATH="$(CURDIR)/$(BIN):$$PATH" PYTHONPATH=src && \
		cosmic-ray init tests/mutation.toml mutation.sqlite && \
		cr-filter-operators mutation.sqlite tests/mutation.toml && \
		cosmic-ray exec tests/mutation.toml mutation.sqlite && \
		cr-report --surviving-only --show-diff mutation.sqlite

clean: ## remove everything that the other targets made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo 'reuse_guard needs Python 3.11 or newer: install it, or name it with make PYTHON=...' >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo 'the venv module is missing: on Debian and Ubuntu, apt-get install python3-venv' >&2; exit 2; }
	@$(BIN)/python -m pip install -q --disable-pip-version-check --upgrade 'pip>=25.1'

$(VENV)/.runtime: $(VENV)/bin/python pyproject.toml
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime pyproject.toml
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[all]' --group dev
	@touch $@
