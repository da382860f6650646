"""What the measurements stand on: a running service, its processes, and tables."""
