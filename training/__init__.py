"""How the model was made; never imported by the package."""
