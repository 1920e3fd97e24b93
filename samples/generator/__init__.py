"""Writes the demonstration night and the invented watch lists of pnrscreen. Start it with samples/generate.py."""
