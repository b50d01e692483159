"""A monkey at the real window: random keys, clicks and gestures that can be played again from their seed."""
