"""Rules of the programme: pure, frozen, standard library and stdnum only."""
