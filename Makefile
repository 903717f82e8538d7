PYTHON = .venv/bin/python
WORKERS ?= 2
ARGS ?=
# Where the environment forbids bytecode, each process would compile every package again: a second.
export PYTHONDONTWRITEBYTECODE =

.PHONY: install run test soak lint bench demo manage

install:
	@python3 config/install.py

run: install
	@$(PYTHON) -m config.supervisor

test: install
	@$(PYTHON) -m pytest -n $(WORKERS) --dist loadgroup $(ARGS)

soak: install
	@$(PYTHON) -m pytest -m soak $(ARGS)

lint: install
	@$(PYTHON) -m config.lint

bench: install
	@$(PYTHON) -m bench $(ARGS)

demo: install
	@$(PYTHON) -m config.within play_demo $(ARGS)

manage: install
	@$(PYTHON) -m config.within $(ARGS)
