# Every command of the project; `make` alone lists them. run, test, demo and serve do all the set-up by themselves.
.DEFAULT_GOAL := help
.PHONY: help setup run demo serve test check campaign bench gallery
export PYTHONUTF8 := 1

PYTHON ?= python3
OUT ?= out/demo
SEED ?= 1
RUNS ?=
BIN := .venv/bin

help: ## Lists these commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

setup: ## Installs what is missing: Debian packages (when root), environment .venv
	@PYTHON='$(PYTHON)' installers/setup

run: ## Opens the desktop application
	@if [ "$$(uname -s)" = Linux ] && [ -z "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
		echo "Aucun écran n’est disponible pour ouvrir la fenêtre : « make demo OUT=dossier » fait le même travail sans écran." >&2; \
		exit 1; \
	fi
	@$(MAKE) --no-print-directory setup
	@$(BIN)/python -m app

demo: setup ## Does the whole job without a window, into the folder OUT=…
	@$(BIN)/python -m app demo --out '$(OUT)'

serve: setup ## Starts a regional server on this machine
	@$(BIN)/python -m server serve

test: check ## Checks, then runs every test
	@$(BIN)/python -m pytest -n 2 --dist loadgroup

check: setup ## Style, format, types and import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/python -m mypy
	@PYTHONPATH=. $(BIN)/lint-imports --no-logo

campaign: setup ## Kills the program at random instants, from SEED=…, RUNS=… times
	@$(BIN)/python -m tests.campaign --seed '$(SEED)' $(if $(RUNS),--runs '$(RUNS)')

bench: setup ## Measures start, answer and feuille de route
	@$(BIN)/python -m bench

gallery: setup ## Writes a picture of every component
	@$(BIN)/python -m app.ui.gallery
