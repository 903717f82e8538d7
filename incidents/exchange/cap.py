"""Reads CAP 1.1 and 1.2 alerts (OASIS Common Alerting Protocol).

A document is either read as a whole or refused with every problem in words.
Nothing is looked up: no file, no address, no database. A signature that cannot be
verified is no reason to refuse an alert, only a reason to say so.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from cryptography import x509

from .cap_alert import Alert, SignatureState
from .cap_infos import info
from .cap_reading import header
from .cap_rules import check_bounds, check_rules
from .cap_shapes import NAMESPACES, alert_shape
from .cap_signatures import signature_state
from .nodes import Node
from .problems import Finding, Findings, NotReadHere
from .safe_xml import read_tree
from .shapes import check
from .texts import quoted

_ELSEWHERE: Final = {
    "http://www.incident.com/cap/1.0": "This is a CAP 1.0 alert",
    "http://www.w3.org/2005/Atom": "This is an Atom feed, a list of alerts",
    "urn:oasis:names:tc:emergency:EDXL:DE:1.0": "This is an EDXL-DE envelope",
    "urn:oasis:names:tc:emergency:EDXL:DE:2.0": "This is an EDXL-DE 2.0 envelope",
}


def read_alert(
    raw: bytes, *, trusted: Iterable[x509.Certificate] = ()
) -> tuple[Alert, tuple[Finding, ...]]:
    """The alert, and remarks on what was taken although it is odd.

    Raises Problems with everything that has to be put right. The certificates are
    those of senders that the agency trusts; only they can make a signature verified.
    """
    findings = Findings()
    node = Node(read_tree(raw), "alert", findings)
    version = _version(node)
    check(node, alert_shape(node.namespace))
    check_bounds(node)
    alert = replace(
        header(node, version), infos=tuple(info(each, version) for each in node.every("info"))
    )
    check_rules(node, alert)
    alert = replace(alert, signature=_signature(node, alert, raw, tuple(trusted)))
    return alert, findings.settle()


def _version(node: Node) -> str:
    if node.name == "alert" and node.namespace in NAMESPACES:
        return NAMESPACES[node.namespace]
    what = _ELSEWHERE.get(node.namespace, f"This is a document of the kind {quoted(node.name)}")
    if node.name == "alert" and node.namespace not in _ELSEWHERE:
        what = f"This alert has the namespace {quoted(node.namespace)}"
    raise NotReadHere(
        node.name[:60], f"{what}.", "Muster reads one CAP 1.1 or 1.2 alert at a time."
    )


def _signature(
    node: Node, alert: Alert, raw: bytes, trusted: tuple[x509.Certificate, ...]
) -> SignatureState:
    """Several signatures may stand in one alert; only those at its top count."""
    if not node.every("Signature"):
        return SignatureState.NONE
    if node.findings.problems:
        return SignatureState.PRESENT_UNVERIFIED
    state = signature_state(raw, trusted, alert.sent)
    if state is SignatureState.BROKEN:
        node.remark("The alert was changed after it was signed.", "Ask its sender before acting.")
    return state
