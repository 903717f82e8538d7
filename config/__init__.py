"""The installation: settings, addresses, processes. It knows everything; nobody imports it."""
