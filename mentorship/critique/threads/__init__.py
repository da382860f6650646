"""What is known of threads before any page: their facts, who overlaps whom, how changes are marked."""
