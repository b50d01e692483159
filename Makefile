# Every command of the project; `make` alone lists them. run, test, demo and serve do all the set-up by themselves.
.DEFAULT_GOAL := help
.PHONY: help setup run demo serve test check campaign contract translations mutation bench gallery screenshots sbom
export PYTHONUTF8 := 1

PYTHON ?= python3
OUT ?= out/demo
SEED ?= 1
RUNS ?=
SAMPLE ?= 500
BIN := .venv/bin
WINDOW = $(sort $(shell find app/ui -name '*.py'))
LUPDATE := -silent -no-obsolete -locations none -source-language fr_FR

help: ## Liste ces commandes
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

setup: ## Installe ce qui manque : paquets Debian (en root), environnement .venv
	@PYTHON='$(PYTHON)' installers/setup

run: ## Ouvre l’application
	@if [ "$$(uname -s)" = Linux ] && [ -z "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
		echo "Aucun écran n’est disponible pour ouvrir la fenêtre : « make demo OUT=dossier » fait le même travail sans écran." >&2; \
		exit 1; \
	fi
	@$(MAKE) --no-print-directory setup
	@$(BIN)/python -m app

demo: setup ## Fait tout le travail sans fenêtre, dans le dossier OUT=…
	@$(BIN)/python -m app demo --out '$(OUT)'

serve: setup ## Démarre un serveur régional sur cette machine
	@$(BIN)/python -m server serve

test: check ## Vérifie le code, puis passe tous les tests
	@$(BIN)/python -m pytest -n 2 --dist loadfile

check: setup ## Vérifie style, mise en forme, types et contrats d’import
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/python -m mypy
	@PYTHONPATH=. $(BIN)/lint-imports --no-logo

campaign: setup ## Tue, coupe, remplit, et gâte la ligne des dépôts : graine SEED=…, RUNS=… fois
	@$(BIN)/python -m tests.campaign --seed '$(SEED)' $(if $(RUNS),--runs '$(RUNS)')

contract: setup ## Publie le schéma et la table des champs du document scellé dans docs/
	@$(BIN)/python -m app.commands.contract docs

translations: setup ## Relève les mots de la fenêtre dans resources/translations/*.ts, puis les compile en .qm
	@$(BIN)/pyside6-lupdate $(WINDOW) $(LUPDATE) -target-language en_GB -ts resources/translations/jalon_en.ts
	@$(BIN)/pyside6-lupdate $(WINDOW) $(LUPDATE) -target-language fr_FR -pluralonly -ts resources/translations/jalon_fr.ts
	@$(BIN)/pyside6-lrelease -silent resources/translations/*.ts

mutation: setup ## Met des fautes au hasard dans les règles : graine SEED=…, SAMPLE=… fautes
	@$(BIN)/python -m tests.mutation --seed '$(SEED)' --sample '$(SAMPLE)'

bench: setup ## Mesure le démarrage, la liste, une réponse, la feuille de route et les dépôts
	@for name in $(basename $(notdir $(wildcard bench/[a-z]*.py))); do $(BIN)/python -m bench.$$name || exit 1; done

gallery: setup ## Dessine chaque composant dans une image
	@mkdir -p out/gallery
	@for page in kit home mission; do for theme in light dark atelier; do \
		QT_QPA_PLATFORM=offscreen $(BIN)/python -m app.ui.views.gallery --page $$page --theme $$theme \
			--shot out/gallery/$$page-$$theme.png || exit 1; \
		echo out/gallery/$$page-$$theme.png; \
	done; done

sbom: setup ## Écrit la nomenclature logicielle (CycloneDX) du serveur et du poste, dans le dossier OUT=…
	@installers/sbom '$(OUT)'

screenshots: setup ## Photographie chaque page de la vraie fenêtre, dans le dossier OUT=…
	@JALON_PICTURES='$(abspath $(OUT))/parcours' $(BIN)/python -m pytest -q tests/e2e/test_journey.py
	@$(BIN)/python -m tests.e2e.tour '$(OUT)'
