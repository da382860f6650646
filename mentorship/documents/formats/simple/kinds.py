"""What can be found of words in the order in which simple software gets them; a letter for each kind."""

COLUMNS = "c"  # lines of two columns, one of each in turn
SPACED = "s"  # a word letter by letter
ICON = "i"  # a sign of a font of icons, which is another sign or none to who reads words
RUNNING = "r"  # ways to reach a person that stand in a header or footer and nowhere else
BOX = "b"  # words in a text box
PICTURE = "p"  # a page that is a picture, whatever it shows
UNSEEN = "u"  # words nobody sees
UNMAPPED = "m"  # letters that the font has no Unicode for
TABLE = "t"  # rows of three cells or more
DATE = "d"  # dates far from what happened then

KINDS = (PICTURE, COLUMNS, TABLE, DATE, RUNNING, BOX, SPACED, ICON, UNMAPPED, UNSEEN)
"""In the order in which they are told: what loses most comes first."""
