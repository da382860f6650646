"""What each person has sent in one round, told to its seeker, and to herself."""
