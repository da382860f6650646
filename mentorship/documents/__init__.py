"""The text, and who may see it: uploads, versions, their safe reading copies, grants.

A stranger's bytes are opened in a limited child alone; browsers get images and words made of them.
"""
