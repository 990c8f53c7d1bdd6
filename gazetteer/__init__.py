"""How the package's list of places is made; never imported by the package."""
