"""Reads EDXL-RM 1.0 RequestResource messages, bare or in an EDXL-DE 1.0 envelope.

A message is either read as a whole or refused with every problem in words. The
other fifteen message types of the standard are refused by name, with what to do instead.
"""

from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from incidents.exchange import texts
from incidents.exchange.nodes import Node, choice, free_text, moment, token
from incidents.exchange.problems import Finding, Findings, NotReadHere
from incidents.exchange.safe_xml import read_tree
from incidents.exchange.shapes import check
from incidents.exchange.times import UNREAD

from .edxl_rm_instead import INSTEAD
from .edxl_rm_reading import request
from .edxl_rm_request import (
    DistributionStatus,
    DistributionType,
    Envelope,
    RecallType,
    RequestResource,
)
from .edxl_rm_shapes import DISTRIBUTION, ENVELOPE, MESSAGE_NAMES, MESSAGES, REQUEST

_READS: Final = _("Muster reads RequestResource so far.")


def read_request(raw: bytes) -> tuple[RequestResource, tuple[Finding, ...]]:
    """The request, and remarks on what was taken although it is odd.

    Raises Problems with everything that has to be put right.
    """
    findings = Findings()
    root = read_tree(raw)
    node = Node(root, _local(str(root.tag)), findings)
    envelope = None
    if node.namespace == ENVELOPE and node.name == "EDXLDistribution":
        check(node, DISTRIBUTION)
        envelope = _envelope(node)
        node = _content(node)
    _refuse_others(node)
    check(node, REQUEST)
    read = request(node, envelope)
    _check_envelope(node, read)
    return read, findings.settle()


def _local(tag: str) -> str:
    return tag.rpartition("}")[2][:60]


def _refuse_others(node: Node) -> None:
    if node.namespace == MESSAGES and node.name == "RequestResource":
        return
    if node.namespace == MESSAGES and node.name in MESSAGE_NAMES:
        instead = f"{_READS} {INSTEAD[node.name]}"
        raise NotReadHere(node.name, gettext("This is a %s;") % node.name, instead)
    what = gettext("This is a document of the kind %s.") % texts.quoted(node.name)
    if node.name in MESSAGE_NAMES:
        namespace = {"name": node.name, "namespace": texts.quoted(node.namespace)}
        what = gettext("This %(name)s has the namespace %(namespace)s.") % namespace
    raise NotReadHere(node.name[:60], what, gettext("Of EDXL-RM 1.0, %s") % _READS)


def _envelope(node: Node) -> Envelope:
    sent = node.one("dateTimeSent")
    status, kind = node.one("distributionStatus"), node.one("distributionType")
    sender = node.one("senderID")
    if sender is not None and "@" not in sender.value:
        sender.remark("senderID is not of the form actor@domain.", "It was kept.")
    return Envelope(
        distribution_id=_id(node, "distributionID"),
        sender_id=_id(node, "senderID"),
        sent=UNREAD if sent is None else moment(sent, strict=False),
        status=choice(status, DistributionStatus) if status else DistributionStatus.ACTUAL,
        distribution_type=_kind(kind) if kind else DistributionType.REQUEST,
        confidentiality=free_text(node.one("combinedConfidentiality"), 300),
        references=tuple(token(each) for each in node.every("distributionReference")),
    )


def _id(node: Node, name: str) -> str:
    found = node.one(name)
    if found is not None and not found.value:
        found.problem(f"{name} is blank.", "A distribution is known by it.")
    return "" if found is None else token(found)


def _kind(node: Node) -> DistributionType:
    return choice(node, DistributionType)


def _content(node: Node) -> Node:
    """The one XML message in the envelope."""
    messages = [
        message
        for content in node.every("contentObject")
        for xml in content.every("xmlContent")
        for embedded in xml.every("embeddedXMLContent")
        for message in embedded.children
    ]
    if len(messages) != 1:
        node.problem(
            f"The envelope holds {len(messages)} XML messages.",
            "Send one RequestResource in one embeddedXMLContent.",
        )
        node.findings.settle()
    return messages[0]


def _check_envelope(node: Node, read: RequestResource) -> None:
    """The envelope and the message must say the same of a change or withdrawal."""
    if read.envelope is None:
        node.remark("There is no envelope to say whether this is an exercise.", "Ask its sender.")
        return
    kind = read.envelope.distribution_type
    recall = read.recall.recall_type if read.recall else None
    said = {
        DistributionType.UPDATE: RecallType.UPDATE,
        DistributionType.CANCEL: RecallType.CANCEL,
    }.get(kind)
    if said and said is not recall:
        node.problem(
            f"The envelope says {kind}, but the message is no {kind}.",
            f"Add a MessageRecall of RecallType {kind}, or send it as Request.",
        )
