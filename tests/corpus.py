"""Real files by other people, kept beside the checkout and never part of it."""

import os
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
CORPUS = Path(os.environ.get("MUSTER_CORPUS") or CHECKOUT.parent / "shared" / "corpus").resolve()


def corpus_file(name: str) -> Path:
    """Skip loudly without the corpus; in CI fail, or a green run would prove nothing."""
    if CORPUS.is_dir():
        return CORPUS / name
    sentence = f"The corpus is not at {CORPUS}: set MUSTER_CORPUS. Its tests were NOT run."
    if os.environ.get("CI") == "true":
        pytest.fail(sentence)
    pytest.skip(sentence)
