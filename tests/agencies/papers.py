"""PDFs: plain paper, and what only looks like it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any, Final

from pypdf import PdfWriter
from pypdf.actions import JavaScript
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)


def paper(title: str = "Map", pages: int = 1) -> bytes:
    """A PDF of blank pages."""
    return written(blank(title, pages))


def blank(title: str = "Map", pages: int = 1) -> PdfWriter:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=200, height=200)
    writer.add_metadata({"/Title": title})
    return writer


def written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def with_script() -> bytes:
    writer = blank()
    writer.add_open_action(JavaScript("app.alert('hello');"))
    return written(writer)


def with_file() -> bytes:
    writer = blank()
    writer.add_attachment("run.exe", b"MZ")
    return written(writer)


def with_launch() -> bytes:
    """Opening it would start a program."""
    writer = blank()
    action = DictionaryObject(
        {
            NameObject("/S"): NameObject("/Launch"),
            NameObject("/F"): TextStringObject("calc.exe"),
        }
    )
    writer._root_object[NameObject("/OpenAction")] = action
    return written(writer)


def opening(**action: str) -> bytes:
    """Opening it would do this."""
    writer = blank()
    said = {f"/{name}": value for name, value in action.items()}
    writer._root_object[NameObject("/OpenAction")] = _object(said)
    return written(writer)


def with_link(to: str) -> bytes:
    writer = blank()
    link = {"/Subtype": "/Link", "/A": _object({"/S": "/URI", "/URI": to})}
    writer.pages[0][NameObject("/Annots")] = ArrayObject([_object(link)])
    return written(writer)


def with_words_from_elsewhere() -> bytes:
    """What its page shows lies on somebody's server."""
    writer = blank()
    words = DecodedStreamObject()
    words[NameObject("/F")] = TextStringObject(r"\\\\files.example\\share\\words")
    writer.pages[0][NameObject("/Contents")] = writer._add_object(words)
    return written(writer)


def _object(said: dict[str, Any]) -> DictionaryObject:
    def as_one(value: Any) -> Any:
        if isinstance(value, str):
            return NameObject(value) if value.startswith("/") else TextStringObject(value)
        return value

    return DictionaryObject({NameObject(name): as_one(value) for name, value in said.items()})


def with_password() -> bytes:
    writer = blank()
    writer.encrypt("secret")
    return written(writer)


def with_pages_that_never_end() -> bytes:
    """Its page tree is its own branch."""
    writer = blank()
    tree = writer._pages.get_object()
    tree[NameObject("/Kids")] = ArrayObject([writer._pages])
    tree[NameObject("/Count")] = NumberObject(2**31)
    return written(writer)


# What each is, and a word of the sentence that refuses it.
HOSTILE: Final[dict[str, tuple[Callable[[], bytes], str]]] = {
    "nothing": (lambda: b"", "not a PDF"),
    "a web page": (lambda: b"<html><script>alert(1)</script></html>", "not a PDF"),
    "a web page before a PDF": (lambda: b"<html></html>" + paper(), "not a PDF"),
    "an archive behind a PDF": (lambda: paper() + b"PK\x03\x04" + b"x" * 50, "behind the end"),
    "half a PDF": (lambda: paper()[:200], "cut short"),
    "a PDF by its first words": (lambda: b"%PDF-1.7\n" + b"\x00" * 999 + b"%%EOF", "broken"),
    "a script": (with_script, "scripts"),
    "a file within": (with_file, "other files"),
    "a program to start": (with_launch, "actions"),
    "a page that it opens": (lambda: opening(S="/URI", URI="http://seen.example"), "actions"),
    "a print that it begins": (lambda: opening(S="/Named", N="/Print"), "actions"),
    "a link to a file": (lambda: with_link("file://files.example/share"), "actions"),
    "words from elsewhere": (with_words_from_elsewhere, "other files"),
    "a password": (with_password, "password"),
    "no pages": (lambda: paper(pages=0), "no pages"),
    "too many pages": (lambda: paper(pages=1001), "more than a thousand"),
    "pages that never end": (with_pages_that_never_end, "broken|no pages"),
}
