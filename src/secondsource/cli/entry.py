"""The entry: finds the verb, loads only its module, and turns every error into one line and an exit code.

Exit codes: 0 done, 1 nothing matched, 2 used wrongly, 3 some inputs failed, 4 the store, 130 interrupted (run the same
command again to go on).
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from secondsource import __version__
from secondsource.errors import SecondSourceError, StoreError

VERBS = {
    "demo": "Write the bundled affair, read it, and say where to look.",
    "add": "Read files, folders and feeds into the store.",
    "stories": "List the stories with outlets, texts and origins.",
    "show": "Show a story, a claim or a document.",
    "claims": "List claims with status and origins.",
    "quotes": "List who said what.",
    "figures": "List how many of what, with bounds.",
    "timeline": "List what happened and what was said in a story, by day.",
    "sources": "List who speaks, most heard first.",
    "search": "Find words in all documents.",
    "explain": "Show the way from a printed line to the bytes.",
    "export": "Write JSON lines, or a folder of plain HTML.",
    "serve": "Show everything as pages on this machine.",
    "status": "Count what is in the store, and list what failed.",
    "doctor": "Check the installation and the store.",
    "completion": "Print the completion script of a shell.",
}


class LazyGroup(click.Group):
    """A group that imports a verb's module only when the verb is called, so that the start is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in the order in which a new user meets them."""
        del ctx
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the verb's command, or None."""
        del ctx
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"secondsource.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs from the table, without importing them."""
        del ctx
        with formatter.section("Verbs"):
            formatter.write_dl(list(VERBS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="secondsource")
@click.option(
    "-s",
    "--store",
    envvar="SECONDSOURCE_STORE",
    default="secondsource.db",
    show_default=True,
    metavar="FILE",
    help="The store to work on; also $SECONDSOURCE_STORE.",
)
@click.pass_context
def cli(ctx: click.Context, store: str) -> None:
    """Who said what, on whose authority, and how many independent origins a claim has."""
    ctx.obj = store


def main() -> None:
    """Run the command line and exit with its code."""
    try:
        code = cli.main(prog_name="secondsource", standalone_mode=False)
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.Abort:
        _say("interrupted; the same command goes on where it was")
        code = 130
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except StoreError as error:
        _say(str(error))
        code = 4
    except SecondSourceError as error:
        _say(str(error))
        code = 2
    sys.exit(code if isinstance(code, int) else 0)


def _say(message: str) -> None:
    click.echo(f"secondsource: {message}", err=True)
