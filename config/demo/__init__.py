"""A made-up region, as plain tables, to try the system and to show it with."""
