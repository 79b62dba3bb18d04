# Everything a newcomer needs, each enough on its own:
#   make demo [DATA=folder]   the studio on a rendered sample folder, or on your own pictures
#   make test                 the whole test suite, offscreen
# and for contributors:
#   make check                formatting, lint, types, layer contracts
#   make bench [DATA=folder]  every benchmark, as a table
#   make translations         files of the languages, after texts of the window were changed

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# test processes side by side; each of them loads torch
JOBS := 2

.DEFAULT_GOAL := help
.PHONY: help demo test check bench translations clean

help:
	@sed -n 's/^#   //p' Makefile

$(STAMP): pyproject.toml constraints.txt .ci/setup
	@.ci/setup $(VENV) '[test]'
	@touch $@

demo: $(STAMP)
	@$(BIN)/segstudio demo $(if $(DATA),"$(DATA)")

test: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n $(JOBS) --dist loadfile $(ARGS)

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(STAMP)
	@QT_QPA_PLATFORM=offscreen $(BIN)/segstudio bench all $(if $(DATA),--data "$(DATA)")

translations: $(STAMP)
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.texts

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
