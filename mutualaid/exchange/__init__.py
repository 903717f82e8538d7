"""What mutual aid takes in from other systems: bytes in, plain facts or explained problems out."""
