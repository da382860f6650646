"""What is written as HTML by functions: the controls of forms."""
