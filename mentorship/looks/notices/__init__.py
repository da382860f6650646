"""What people are told about looks, one module for each kind."""
