"""Measurements of the real service, in a folder of its own. `./run bench` lists them."""
