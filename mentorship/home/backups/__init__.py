"""Everything that is kept, as one folder, and put back: database, files, keys.

manifest     what a backup holds, with the hash of each file
sqlite, postgresql    one state of the database, while others go on writing
database     whichever of the two it is
taking       makes a backup
places       what must be so before one is put back
restoring    puts it back
"""
