"""Live boards: one hub in each server process, one frame for each view."""
