"""What an enveloped XML signature proves about an alert.

Only the plain form is believed: a Signature directly under the root whose single
reference is the whole document (``URI=""``). Anything that could point at a part
of it, or compute on it, is how signatures get wrapped around other content.
Keys come from certificates the agency trusts, never from the message.
"""

import base64
import binascii
import hmac
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from lxml import etree

from .cap_alert import SignatureState
from .safe_xml import read_tree

_DSIG: Final = "http://www.w3.org/2000/09/xmldsig#"
_MORE: Final = "http://www.w3.org/2001/04/xmldsig-more#"
_NS: Final = {"ds": _DSIG, "ec": "http://www.w3.org/2001/10/xml-exc-c14n#"}
_SIGNATURE: Final = f"{{{_DSIG}}}Signature"
_ENVELOPED: Final = _DSIG + "enveloped-signature"
_INCLUSIVE: Final = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
_EXCLUSIVE: Final = "http://www.w3.org/2001/10/xml-exc-c14n#"
_CANONICAL: Final = {
    _INCLUSIVE: False,
    _INCLUSIVE + "#WithComments": False,
    _EXCLUSIVE: True,
    _EXCLUSIVE + "WithComments": True,
}
# SHA-1 is weak, but older national systems still sign with it.
_DIGESTS: Final[dict[str, hashes.HashAlgorithm]] = {
    _DSIG + "sha1": hashes.SHA1(),
    "http://www.w3.org/2001/04/xmlenc#sha256": hashes.SHA256(),
    "http://www.w3.org/2001/04/xmlenc#sha512": hashes.SHA512(),
}
_METHODS: Final[dict[str, hashes.HashAlgorithm]] = {
    _DSIG + "rsa-sha1": hashes.SHA1(),
    _MORE + "rsa-sha256": hashes.SHA256(),
    _MORE + "rsa-sha512": hashes.SHA512(),
}
_MOST_SIGNATURES: Final = 2


class _NotPlain(Exception):
    """The signature has a form that is not believed; it proves nothing either way."""


def signature_state(
    raw: bytes, trusted: tuple[x509.Certificate, ...], sent: datetime
) -> SignatureState:
    """Broken as soon as one digest differs; verified by one trusted signature.

    A sender and one who passes the alert on may both have signed; more are not followed.
    """
    signatures = read_tree(raw, keep_instructions=True).findall(_SIGNATURE)
    if not 0 < len(signatures) <= _MOST_SIGNATURES:
        return SignatureState.PRESENT_UNVERIFIED
    states = {
        _state(raw, position, signature, trusted, sent)
        for position, signature in enumerate(signatures)
    }
    if SignatureState.BROKEN in states:
        return SignatureState.BROKEN
    if SignatureState.VERIFIED in states:
        return SignatureState.VERIFIED
    return SignatureState.PRESENT_UNVERIFIED


def _state(
    raw: bytes,
    position: int,
    signature: etree._Element,
    trusted: tuple[x509.Certificate, ...],
    sent: datetime,
) -> SignatureState:
    try:
        whole = _digest_matches(raw, position, signature)
        signed = whole and _signed_by_trusted(signature, trusted, sent)
    except _NotPlain:
        return SignatureState.PRESENT_UNVERIFIED
    if not whole:
        return SignatureState.BROKEN
    return SignatureState.VERIFIED if signed else SignatureState.PRESENT_UNVERIFIED


def _digest_matches(raw: bytes, position: int, signature: etree._Element) -> bool:
    """Whether the alert is still what was digested.

    A second signer signs around the first signature, so the first was computed
    when the later ones were not there yet; both ways of leaving out are tried.
    """
    reference = _only(signature, "ds:SignedInfo/ds:Reference")
    if reference.get("URI") != "":
        raise _NotPlain
    exclusive, prefixes = _transforms(reference)
    algorithm = _algorithm(reference, "ds:DigestMethod", _DIGESTS)
    claimed = _bytes_of(reference, "ds:DigestValue")
    return any(
        hmac.compare_digest(_digest(_canonical(without, exclusive, prefixes), algorithm), claimed)
        for without in _without_signatures(raw, position)
    )


def _without_signatures(raw: bytes, position: int) -> Iterator[etree._ElementTree]:
    for only_own in (True, False):
        root = read_tree(raw, keep_instructions=True)
        signatures = root.findall(_SIGNATURE)
        for signature in [signatures[position]] if only_own else signatures:
            _take_out(signature)
        yield root.getroottree()


def _take_out(element: etree._Element) -> None:
    """Remove an element but leave the text behind it, which was signed as well."""
    parent, before, tail = element.getparent(), element.getprevious(), element.tail or ""
    if parent is None:
        raise _NotPlain
    if before is None:
        parent.text = (parent.text or "") + tail
    else:
        before.tail = (before.tail or "") + tail
    parent.remove(element)


def _transforms(reference: etree._Element) -> tuple[bool, list[str]]:
    steps = reference.findall("ds:Transforms/ds:Transform", _NS)
    if not steps or steps[0].get("Algorithm") != _ENVELOPED or len(steps) > 2:
        raise _NotPlain
    if len(steps) == 1:
        return False, []
    return _canonicalization(steps[1])


def _canonicalization(step: etree._Element) -> tuple[bool, list[str]]:
    exclusive = _CANONICAL.get(step.get("Algorithm") or "")
    if exclusive is None:
        raise _NotPlain
    named = step.find("ec:InclusiveNamespaces", _NS)
    return exclusive, [] if named is None else (named.get("PrefixList") or "").split()


def _signed_by_trusted(
    signature: etree._Element, trusted: tuple[x509.Certificate, ...], sent: datetime
) -> bool:
    signed = _only(signature, "ds:SignedInfo")
    exclusive, prefixes = _canonicalization(_only(signed, "ds:CanonicalizationMethod"))
    algorithm = _algorithm(signed, "ds:SignatureMethod", _METHODS)
    value = _bytes_of(signature, "ds:SignatureValue")
    # Written out and read again, it carries the namespaces of the elements around it.
    alone = etree.fromstring(etree.tostring(signed, with_tail=False)).getroottree()
    message = _canonical(alone, exclusive, prefixes)
    return any(_made(by, value, message, algorithm, sent) for by in trusted)


def _made(
    certificate: x509.Certificate,
    value: bytes,
    message: bytes,
    algorithm: hashes.HashAlgorithm,
    sent: datetime,
) -> bool:
    key = certificate.public_key()
    in_force = certificate.not_valid_before_utc <= sent <= certificate.not_valid_after_utc
    if not isinstance(key, rsa.RSAPublicKey) or not in_force:
        return False
    try:
        key.verify(value, message, padding.PKCS1v15(), algorithm)
    except InvalidSignature:
        return False
    return True


def _canonical(tree: etree._ElementTree, exclusive: bool, prefixes: list[str]) -> bytes:
    return etree.tostring(
        tree,
        method="c14n",
        exclusive=exclusive,
        with_comments=False,
        inclusive_ns_prefixes=prefixes or None,
    )


def _digest(content: bytes, algorithm: hashes.HashAlgorithm) -> bytes:
    digest = hashes.Hash(algorithm)
    digest.update(content)
    return digest.finalize()


def _algorithm(
    parent: etree._Element, path: str, known: dict[str, hashes.HashAlgorithm]
) -> hashes.HashAlgorithm:
    algorithm = known.get(_only(parent, path).get("Algorithm") or "")
    if algorithm is None:
        raise _NotPlain
    return algorithm


def _only(parent: etree._Element, path: str) -> etree._Element:
    found = parent.findall(path, _NS)
    if len(found) != 1:
        raise _NotPlain
    return found[0]


def _bytes_of(parent: etree._Element, path: str) -> bytes:
    try:
        return base64.b64decode("".join((_only(parent, path).text or "").split()), validate=True)
    except (binascii.Error, ValueError):
        raise _NotPlain from None
