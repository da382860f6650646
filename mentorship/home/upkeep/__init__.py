"""What keeps the service running, and tells whoever runs it how it is."""
