"""The network of one's own agency: whom it may ask, who may ask it, and where the gaps are."""

from mutualaid.reads.network.page import Network, network

__all__ = ["Network", "network"]
