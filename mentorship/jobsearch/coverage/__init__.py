"""How far a document shows what a posting asks for: its terms, and where each stands. Pure; no score."""
