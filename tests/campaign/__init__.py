"""Campaign of violent ends: the program is killed, or the power is cut, while answers are being saved."""
