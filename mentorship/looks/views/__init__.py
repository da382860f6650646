"""What answers each address: where a seeker prepares looks, and where readers take them."""
