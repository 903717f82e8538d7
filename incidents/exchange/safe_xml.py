"""The one way in which bytes from outside become an XML tree.

Size first, then the encoding, then a refusal of any DOCTYPE, then a parser that
opens nothing. A document type is where entity bombs, local files and foreign
addresses come from, and no emergency message needs one. Decoding happens here and
not in the parser, so that no odd encoding can hide a DOCTYPE from the search.
"""

import codecs
import re
from typing import Final

from lxml import etree

from .problems import Malformed

SIZE_LIMIT: Final = 1_000_000
MARKUP_LIMIT: Final = 20_000
ATTRIBUTE_LIMIT: Final = 5_000
DEPTH_LIMIT: Final = 64

_ENCODINGS: Final = {
    "utf-8": "utf-8",
    "us-ascii": "ascii",
    "ascii": "ascii",
    "iso-8859-1": "iso-8859-1",
    "latin1": "iso-8859-1",
    "iso-8859-15": "iso-8859-15",
    "windows-1252": "windows-1252",
    "utf-16": "utf-16",
}
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARED: Final = re.compile(rb"""\A<\?xml[^>]{1,200}?encoding\s*=\s*["']([^"'>]{1,40})["']""")
_UNREADABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_TOO_DEEP: Final = "boolean(" + "/*" * (DEPTH_LIMIT + 1) + ")"
_TOO_MANY_ATTRIBUTES: Final = f"count(//@*) > {ATTRIBUTE_LIMIT}"
_ANY_ENCODING: Final = "Send it as UTF-8."


def read_tree(
    raw: bytes, *, limit: int = SIZE_LIMIT, keep_instructions: bool = False
) -> etree._Element:
    """The root element of a document that is safe to walk.

    Comments and processing instructions (a stylesheet, say) are dropped; only the
    check of a signature keeps the instructions, because they were signed as well.
    """
    if len(raw) > limit:
        raise Malformed(
            f"The message has {len(raw):,} bytes.", f"Muster reads messages up to {limit:,} bytes."
        )
    text = _decoded(raw)
    _refuse_dangerous(text)
    root = _parsed(text, keep_instructions)
    _refuse_crowded(root)
    return root


def _decoded(raw: bytes) -> str:
    encoding = _encoding(raw)
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as failure:
        line = raw.count(b"\n", 0, failure.start) + 1
        name = encoding.removesuffix("-sig").upper()
        raise Malformed(
            f"Byte {failure.start + 1} on line {line} is not {name}.", _ANY_ENCODING, line
        ) from None


def _encoding(raw: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            if encoding == "utf-32":
                raise Malformed("The message is in UTF-32.", _ANY_ENCODING)
            return encoding
    declared = _DECLARED.match(raw)
    if declared is None:
        return "utf-8"
    name = declared[1].decode("ascii", "replace")
    known = _ENCODINGS.get(name.lower())
    if known is None or known == "utf-16":
        raise Malformed(f'The message says it is encoded as "{name}".', _ANY_ENCODING)
    return known


def _refuse_dangerous(text: str) -> None:
    if not text.strip():
        raise Malformed("The message is empty.", "Send the XML of one message.")
    capitals = text.upper()
    doctype = capitals.find("<!DOCTYPE")
    if doctype >= 0:
        raise Malformed(
            "The message holds a DOCTYPE, which Muster never reads.",
            "Remove the DOCTYPE and every entity it declares.",
            capitals.count("\n", 0, doctype) + 1,
        )
    if unreadable := _UNREADABLE.search(text):
        line = text.count("\n", 0, unreadable.start()) + 1
        character = f"U+{ord(unreadable[0]):04X}"
        raise Malformed(
            f"The message is not well-formed XML: line {line} holds the control character"
            f" {character}.",
            "Remove it.",
            line,
        )
    if text.count("<") > MARKUP_LIMIT:
        raise Malformed(
            "The message has too many elements.", f"Muster reads up to {MARKUP_LIMIT // 2:,}."
        )


def _parsed(text: str, keep_instructions: bool) -> etree._Element:
    # The encoding given here overrides the declared one: the text was decoded above.
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=not keep_instructions,
    )
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as failure:
        line = failure.lineno or 1
        reason = str(failure.msg or "it breaks off").split(", line ")[0][:200]
        raise Malformed(
            f"The message is not well-formed XML: line {line}: {reason}.",
            "Send it again as the sending system wrote it.",
            line,
        ) from None


def _refuse_crowded(root: etree._Element) -> None:
    if root.getroottree().docinfo.internalDTD is not None:
        raise Malformed("The message holds a DOCTYPE.", "Remove it.")
    if root.xpath(_TOO_DEEP):
        raise Malformed(
            "The message nests its elements too deeply.", f"Muster reads {DEPTH_LIMIT} levels."
        )
    if root.xpath(_TOO_MANY_ATTRIBUTES):
        raise Malformed(
            "The message has too many attributes.", f"Muster reads up to {ATTRIBUTE_LIMIT:,}."
        )
