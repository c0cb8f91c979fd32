"""The story pack: gathered cases and charts as one file to write from."""
