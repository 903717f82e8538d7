"""What is happening, who commands, and what everybody sees."""
