"""What every request goes through and every answer gets, whichever app gives it."""
