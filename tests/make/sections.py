"""A text with sections, and the lines of it that get points."""

TEXT = """Ada Lovelace

EXPERIENCE

Wrote the first program, for a machine that was never built.

SKILLS

Likes horses.
"""


NAME, WROTE, HORSES = 1, 3, 5
