"""The command line as a whole: which commands there are, and how each of them may end."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from segstudio import __version__
from segstudio.cli import adopt, bench, evaluate, export, inspect, models, predict, train, window
from segstudio.cli.console import fail, provide_streams, tolerate_any_text
from segstudio.core.errors import Cancelled, UserError, WorkError

INTERRUPTED = 130


class EndsInOneLine(TyperGroup):
    """Every error that a person can cause is one sentence on stderr and an exit code, never a traceback."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except UserError as error:
            fail(str(error))
            raise typer.Exit(error.exit_code) from error
        except (KeyboardInterrupt, Cancelled) as error:
            fail("Stopped. What was finished before is kept.")
            raise typer.Exit(INTERRUPTED) from error


app = typer.Typer(
    name="segstudio",
    cls=EndsInOneLine,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit code: 0 done, 1 the work failed, 2 wrong usage or input, 130 stopped with Ctrl+C. A reader that has "
    "seen enough ('| head') changes none of them.",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"segstudio {__version__}")
        raise typer.Exit


@app.callback()
def _studio(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Semantic segmentation on the desktop: DeepLab proposes, you correct, the scores follow the brush."""


app.command("demo", rich_help_panel="Window")(window.demo)
app.command("open", rich_help_panel="Window")(window.open_folder)
app.command("predict", rich_help_panel="Work without a window")(predict.predict)
app.command("evaluate", rich_help_panel="Work without a window")(evaluate.evaluate)
app.command("export", rich_help_panel="Work without a window")(export.export)
app.command("import", rich_help_panel="Work without a window")(adopt.adopt)
app.command("train", rich_help_panel="Work without a window")(train.train)
app.command("models", rich_help_panel="Look")(models.models)
app.command("inspect", rich_help_panel="Look")(inspect.inspect)
app.command("bench", rich_help_panel="Look")(bench.bench)


def main() -> None:
    provide_streams()
    tolerate_any_text()
    try:
        try:
            app(prog_name="segstudio")
        finally:
            sys.stdout.flush()  # while a failure can still be told: at the interpreter's end it could not
    except OSError as error:  # also of help and version, which are printed before any command runs
        if error.filename is not None:
            raise  # of a file that somebody forgot to speak of: a bug, not the output's fault
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what is still in the buffer
        fail(f"The output could not be written: {error.strerror or error}.")
        sys.exit(WorkError.exit_code)
