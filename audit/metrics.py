"""What is counted, for operators."""

from __future__ import annotations

from prometheus_client import Counter, Gauge, Histogram

writes = Counter("muster_writes", "Writes that were committed.", ["write"])
nudges_lost = Counter("muster_nudges_lost", "Nudges that Redis did not take.")
sockets = Gauge(
    "muster_sockets_open", "Live sockets that are open.", ["sort"], multiprocess_mode="livesum"
)
frames = Counter("muster_frames", "Frames drawn, one per view and batch.")
deliveries = Counter("muster_frame_deliveries", "Frames handed to sockets.")
parked = Counter("muster_letters_parked", "Letters that could not be sent and are tried no more.")
lateness = Histogram(
    "muster_sweep_lateness_seconds",
    "How late due rows were carried out.",
    ["sweep"],
    buckets=(0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60),
)
