"""Puts argument lists to the Azure CLI's own parser, and runs nothing.

Reads a JSON list of argument lists (without "az") from standard input; prints a JSON list with null for each that the
CLI takes, and its complaint for each that it does not. Run with the interpreter that the CLI is installed for.
"""

import contextlib
import io
import json
import sys

from azure.cli.core import get_default_cli
from knack.events import EVENT_INVOKER_POST_PARSE_ARGS


class Parsed(BaseException):
    """Everything was understood: ends the invocation before anything runs. No Exception, so that nobody catches it."""


def stop(_cli, **_event):
    raise Parsed


def verdict(args):
    cli = get_default_cli()
    cli.register_event(EVENT_INVOKER_POST_PARSE_ARGS, stop)
    said.seek(0)
    said.truncate()
    try:
        code = cli.invoke(args)
    except Parsed:
        return None
    except SystemExit as end:
        code = end.code
    sentences = said.getvalue().strip().split("Examples from AI knowledge base")[0]
    return f"exit code {code}: {sentences.strip()[:400]}"


# One stream for all: the CLI's logging keeps the first that it was given.
said = io.StringIO()
with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
    verdicts = [verdict(args) for args in json.load(sys.stdin)]
json.dump(verdicts, sys.stdout)
