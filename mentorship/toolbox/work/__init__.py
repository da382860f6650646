"""What goes on behind the pages: rings, processes, and the places at which trials let them die."""
