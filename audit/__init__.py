"""What happened, who looked, and the proof."""
