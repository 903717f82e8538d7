"""What people look at: requests with their ladders, the inbox, and what would be asked."""
