"""Whether a file is a plain PDF. A program of its own: it reads bytes that a stranger wrote.

Run with the file on its standard input it prints one line of JSON: how many pages,
or what is wrong. It is stopped after some seconds, and cannot take more memory
than its bound, whatever the file would have it do.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

MEMORY: Final = 1 << 30
SECONDS: Final = 10
MOST_OBJECTS: Final = 200_000
MOST_PAGES: Final = 1000
TAIL: Final = 64
# What does something by itself when it is opened or clicked, or carries another file.
ACTING: Final = {
    *("/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/XFA"),
    *("/GoToE", "/GoToR", "/SubmitForm", "/ImportData", "/Rendition", "/Movie", "/Sound", "/AA"),
    *("/EF", "/3D", "/Filespec", "/FileAttachment", "/Thread", "/Hide", "/Trans"),
    *("/Named", "/AF", "/Collection", "/FFilter", "/SetOCGState", "/GoToDp"),
}
# Where a link may lead: a reader asks before it follows one of these.
LINKS: Final = ("http://", "https://", "mailto:")


def inspected(content: bytes) -> dict[str, Any]:
    """How many pages it has, or the name of what is wrong with it."""
    from pypdf import PdfReader

    if not content.startswith(b"%PDF-"):
        return {"wrong": "no_pdf"}
    end = content.rfind(b"%%EOF")
    if end < 0 or len(content[end + 5 :].strip()) > 0:
        return {"wrong": "goes_on"}
    reader = PdfReader(BytesIO(content), strict=False)
    if reader.is_encrypted:
        return {"wrong": "locked"}
    if any(_acts(value) for value in _objects(reader)):
        return {"wrong": "acts"}
    pages = len(reader.pages)
    for page in reader.pages[: min(pages, MOST_PAGES)]:
        page.mediabox  # noqa: B018 (a page that cannot be read raises)
    return {"pages": pages} if 1 <= pages <= MOST_PAGES else {"wrong": "pages"}


def _objects(reader: Any) -> Iterator[Any]:
    """Every object that can be reached from the file's root, each once."""
    from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

    waiting: list[Any] = [reader.trailer]
    seen: set[tuple[int, int]] = set()
    met = 0
    while waiting:
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            if (one.idnum, one.generation) in seen:
                continue
            seen.add((one.idnum, one.generation))
            one = one.get_object()
        met += 1
        if met > MOST_OBJECTS:
            raise ValueError("too many objects")
        yield one
        if isinstance(one, DictionaryObject):
            waiting.extend(one.raw_get(key) for key in one)
        elif isinstance(one, ArrayObject):
            waiting.extend(list.__iter__(one))


def _acts(one: Any) -> bool:
    from pypdf.generic import DictionaryObject, NameObject

    if isinstance(one, NameObject):
        return str(one) in ACTING
    if not isinstance(one, DictionaryObject):
        return False
    return bool(ACTING & set(one)) or _opens(one) or _leads_astray(one) or _lies_elsewhere(one)


def _opens(one: Any) -> bool:
    """Opening it does more than go to a page."""
    from pypdf.generic import DictionaryObject

    begins = one.get("/OpenAction")
    if not isinstance(begins, DictionaryObject):
        return False
    return begins.get("/S") != "/GoTo" or "/Next" in begins


def _leads_astray(one: Any) -> bool:
    return one.get("/S") == "/URI" and not str(one.get("/URI")).lower().startswith(LINKS)


def _lies_elsewhere(one: Any) -> bool:
    """What is shown is fetched from another file."""
    from pypdf.generic import StreamObject

    shown = one.get("/Subtype") == "/Form" and "/Ref" in one
    return shown or (isinstance(one, StreamObject) and "/F" in one)


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        said = inspected(sys.stdin.buffer.read())
    except Exception:  # whatever a hostile file brings about, it is no PDF for us
        said = {"wrong": "broken"}
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
