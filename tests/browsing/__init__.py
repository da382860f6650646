"""Pages and letters as people use them: whose browser it is, what is typed, pressed and followed."""
