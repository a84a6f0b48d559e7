"""Rules over values. Pure: they read nothing and write nothing."""
