from mutualaid.lifecycle import MessagePurpose
from mutualaid.models.ladder import OfferedResource, Rung, Solicitation
from mutualaid.models.request import OrderLine, RequestMessage, ResourceRequest

__all__ = [
    "MessagePurpose",
    "OfferedResource",
    "OrderLine",
    "RequestMessage",
    "ResourceRequest",
    "Rung",
    "Solicitation",
]
