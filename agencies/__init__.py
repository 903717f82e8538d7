"""Who is who, what they own, and what they agreed."""
