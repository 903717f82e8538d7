"""Published schemas of the corpus, to hold our own verdicts against."""

from functools import cache
from pathlib import Path

from lxml import etree

from tests.corpus import CORPUS, corpus_file


def corpus_names(*patterns: str) -> list[str]:
    """Names in the corpus, for parametrizing; none where it is absent."""
    found = {path for pattern in patterns for path in CORPUS.glob(pattern) if path.is_file()}
    return sorted(str(path.relative_to(CORPUS)) for path in found)


@cache
def schema(name: str) -> etree.XMLSchema:
    """A published schema, after making sure that what it imports lies in the corpus too."""
    imported: set[Path] = set()
    _follow_imports(corpus_file(name), imported)
    return etree.XMLSchema(etree.parse(str(corpus_file(name)), etree.XMLParser(no_network=True)))


def _follow_imports(path: Path, seen: set[Path]) -> None:
    if path in seen:
        return
    assert path.is_relative_to(CORPUS), f"A schema asks for {path}, outside the corpus."
    seen.add(path)
    for location in etree.parse(str(path)).xpath("//*[local-name()='import']/@schemaLocation"):
        _follow_imports((path.parent / location).resolve(), seen)
