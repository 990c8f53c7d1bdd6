"""The command line: Typer and Rich live here only; one command per file."""
