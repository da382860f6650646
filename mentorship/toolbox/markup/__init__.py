"""What is written as HTML by functions: fields of forms and their controls."""
