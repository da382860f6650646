"""What a posting asks for, beside a version: who may read it there, and how it is put together."""
