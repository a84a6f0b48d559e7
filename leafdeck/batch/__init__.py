"""Many documents in one go: guides × brands × formats × sites, made by warm processes, and nothing made twice."""
