"""The laws of this house that no linter knows: each is kept, and each can be broken."""
