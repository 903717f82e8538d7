"""Small enough to read: the sizes of style.md, section 11."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.conformance.source import PACKAGES, ROOT, functions, modules

LONGEST_MODULE = 250
LONGEST_FUNCTION = 30


@pytest.mark.parametrize("path", modules(*PACKAGES, "bench", "tests"), ids=str)
def test_a_module_can_be_read_in_one_go(path: Path) -> None:
    lines = len((ROOT / path).read_text(encoding="utf-8").splitlines())

    assert lines <= LONGEST_MODULE


@pytest.mark.parametrize("path", modules(*PACKAGES), ids=str)
def test_a_function_fits_on_a_screen(path: Path) -> None:
    long = [node.name for node in functions(path) if lines_of(node) > LONGEST_FUNCTION]

    assert not long


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """A function's lines, its explanation apart."""
    explained = (ast.get_docstring(node, clean=False) or "").count("\n") + 1
    return (node.end_lineno or node.lineno) - node.lineno + 1 - explained
