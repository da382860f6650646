"""Ten-second looks: what is covered, who may look, and what came of it."""
