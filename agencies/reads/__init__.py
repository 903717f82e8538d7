"""What an actor may see of agencies."""
