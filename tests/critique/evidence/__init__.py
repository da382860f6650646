"""What a posting asks for, beside a version."""
