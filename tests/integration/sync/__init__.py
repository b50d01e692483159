"""The laptop’s side of the deposit, against real servers, good and bad."""
