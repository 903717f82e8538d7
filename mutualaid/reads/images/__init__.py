from mutualaid.reads.images import asks, incident

__all__ = ["asks", "incident"]
