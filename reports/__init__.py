"""What the pages show and the command line prints: choices, reads and named tables."""
