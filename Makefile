# What takes too long for the suite. The suite itself is `python -m pytest`.
PYTHON ?= python

.PHONY: laws mutants

# The laws of extraction with 20,000 examples each, new ones every time.
laws:
	LAW_EXAMPLES=20000 $(PYTHON) -m pytest tests/laws

# A sample of mutants of the rules; needs the extra `mutants`.
mutants:
	$(PYTHON) tools/mutants.py
