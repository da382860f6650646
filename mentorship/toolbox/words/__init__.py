"""What people write and what is said to them: made safe, made plain, said once for each language."""
