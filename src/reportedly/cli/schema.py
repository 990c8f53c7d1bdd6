"""``reportedly schema``: the JSON Schema of a line of ``extract``."""


def print_schema() -> int:
    """Print the JSON Schema of the lines that "reportedly extract" prints.

    \b
    Example:
      reportedly schema > reportedly-1.schema.json
    """
    import json

    from reportedly.cli.output import write
    from reportedly.terms import schema

    write(json.dumps(schema(), indent=1))
    return 0
