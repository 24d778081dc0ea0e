# Everything runs from a bare clone: `make demo`, `make test`, `make check`.
# Paths are relative and never name the project's folder: spaces and accents in it do no harm.

.POSIX:
.SUFFIXES:

PYTHON =
JOBS = 2
RUN = .venv/bin/python

.PHONY: help install demo test lint check messages schemas docs showcase lock

help:
	@echo 'make demo      les trois parcours / the three journeys'
	@echo 'make test      tests rapides et contrats / fast tests and contracts'
	@echo 'make check     tests longs, navigateur / slow tests, browser'
	@echo 'make lint      style, types, contracts'
	@echo 'make messages  compile the wordings'
	@echo 'make schemas   write data/schemas from the models'
	@echo 'make docs      write docs/reference and the outputs printed in docs'
	@echo 'make showcase  write outputs/showcase and the pictures of docs'
	@echo 'make lock      write requirements.lock (needs uv)'

install:
	@PYTHON='$(PYTHON)' sh tools/install.sh

demo: install
	@env -u BUYER_SKILLS_LANG $(RUN) -m buyer_skills demo

lint: install
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(RUN) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()' --no-cache

test: lint
	$(RUN) -m pytest -q -n $(JOBS)

check: install
	@sh tools/check.sh

messages: install
	$(RUN) tools/compile_messages.py

schemas: install
	$(RUN) tools/build_schemas.py

docs: install
	$(RUN) tools/build_reference.py
	$(RUN) tools/run_docs.py --write

showcase: demo
	$(RUN) tools/build_pictures.py

lock:
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --upgrade --group dev \
	    --custom-compile-command 'make lock' pyproject.toml -o requirements.lock
