"""``python -m reportedly``: the program, where its script is not on the path."""

from reportedly.cli.main import run

if __name__ == "__main__":
    run()
