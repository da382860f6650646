"""What happened to a document: who read, uploaded, invited or revoked, as ids only.

Written by the actions of the apps above, in their transactions; read by its owner.
"""
