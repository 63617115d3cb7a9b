"""The entry: finds the verb, loads only its module, and turns every error into one line and an exit code.

Exit codes: 0 done, 1 nothing matched or a check hit, 2 used wrongly, 3 some inputs failed, 4 the store, 70 a fault in
the program, 130 interrupted (run the same command again to go on).
"""

from __future__ import annotations

import io
import os
import sys
import traceback
from difflib import get_close_matches
from importlib import import_module

import click

from secondsource import __version__
from secondsource.errors import InvariantError, SecondSourceError, StoreError

VERBS = {
    "demo": "Write the bundled affair, read it, and say where to look.",
    "add": "Read files, feeds and addresses into the store.",
    "watch": "Read files and feeds as they come, and print what changed.",
    "stories": "List the stories with outlets, texts and origins.",
    "show": "Show a story, a claim or a document.",
    "claims": "List claims with status and origins.",
    "quotes": "List who said what.",
    "figures": "List how many of what, with bounds.",
    "events": "List what is said to have happened, the latest first.",
    "timeline": "List what happened and what was said in a story, by day.",
    "sources": "List who speaks, most heard first.",
    "search": "Find words in all documents.",
    "explain": "Show the way from a printed line to the bytes.",
    "beside": "Show what two documents or two parties say on the same claims.",
    "diff": "Show what changed between two versions of an article.",
    "check": "Exit with 1 where lines are contested, overtaken or of one origin.",
    "correct": "Put something right, and list what was put right.",
    "undo": "Take a correction back.",
    "settings": "Show or change the editorial choices that counts rest on.",
    "export": "Write everything in a format that another program reads.",
    "serve": "Show everything as pages on this machine.",
    "status": "Count what is in the store, and list what failed.",
    "doctor": "Check the installation and the store.",
    "completion": "Print the completion script of a shell.",
}

ONE_THREAD = ("OPENBLAS_NUM_THREADS", "1")
"""Set before numpy is loaded: its products are small, and threads that wait for each other take a core from the encoder
(220 articles with two processes: 21 s of reading and not 31)."""

WRONG_USE, STORE, FAULT, INTERRUPTED = 2, 4, 70, 130


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
        os.environ.setdefault(*ONE_THREAD)
        command: click.Command = import_module(f"secondsource.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb that `args` begin with; one that is misspelt is answered with the nearest there is."""
        if args[0] not in VERBS:
            near = get_close_matches(args[0], VERBS, n=1)
            ctx.fail(f"there is no verb '{args[0]}'; " + (f"did you mean '{near[0]}'?" if near else "see --help"))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs from the table, without importing them."""
        del ctx
        with formatter.section("Verbs"):
            formatter.write_dl(list(VERBS.items()))


@click.group(
    cls=LazyGroup,
    subcommand_metavar="VERB ...",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 nothing matched or a check hit, 2 used wrongly, 3 some inputs failed, 4 the store, "
    "70 a fault in the program, 130 interrupted. The manual is docs/cli.md.",
)
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
    """Run the command line and exit with its code; no error leaves more than one line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run()
    except click.Abort:
        code = _say("interrupted; run the same command again to go on", INTERRUPTED)
    except StoreError as error:
        code = _say(str(error), STORE)
    except InvariantError as error:
        code = _fault(error)
    except SecondSourceError as error:
        code = _say(str(error), WRONG_USE)
    except OSError as error:
        code = _say(f"{error.filename or 'system'}: {error.strerror or error}", WRONG_USE)
    except Exception as error:  # noqa: BLE001 - the one place where whatever is left becomes a line
        code = _fault(error)
    sys.exit(code)


def _run() -> int:
    """Run the verb; a reader that has seen enough (`| head`) is no error."""
    out = sys.stdout
    try:
        code = cli.main(prog_name="secondsource", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except BrokenPipeError:
        return _hung_up()
    except SystemExit:
        if sys.stdout is not out:  # click puts a wrapper there when the reader is gone, and exits
            return _hung_up()
        raise
    return code if isinstance(code, int) else 0


def _hung_up() -> int:
    """Send what is still in the buffer nowhere, so that the interpreter does not complain of it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)
    return 0


def _fault(error: Exception) -> int:
    if os.environ.get("SECONDSOURCE_TRACEBACK"):
        traceback.print_exc()
    what = f"{type(error).__name__}: {error}".replace("\n", " ")
    hint = "run it again with SECONDSOURCE_TRACEBACK=1 and report what it prints"
    return _say(f"a fault in the program ({what}); {hint}", FAULT)


def _say(message: str, code: int) -> int:
    click.echo(f"secondsource: {message}", err=True)
    return code
