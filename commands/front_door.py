"""How every command is run: the options that all take, before the command or after it, and errors in one line."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from inspect import Parameter, signature
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar

import typer

from dutygraph.commands.session import Language, fail, session
from dutygraph.visible import visible

Data = Annotated[Path | None, typer.Option("--data", help="数据文件夹 / data folder [./dutygraph-data]")]
Uri = Annotated[str | None, typer.Option("--uri", help="Neo4j 地址 / address of a Neo4j server")]
Lang = Annotated[Language | None, typer.Option("--lang", help="输出语言 / language of the output [zh]")]

Command = TypeVar("Command", bound=Callable[..., Any])


class CommandLine(typer.Typer):
    """A Typer whose commands take ``--data``, ``--uri`` and ``--lang``, and end with one line for what a user can mend."""

    def __init__(self, about: str) -> None:
        super().__init__(cls=_Group, no_args_is_help=True, pretty_exceptions_enable=False, help=about)

    def command(self, *args: Any, **kwargs: Any) -> Callable[[Command], Command]:
        """Register a function as a command, as ``typer.Typer.command`` does; the function itself stays as it is."""
        register = super().command(*args, **kwargs)

        def add(function: Command) -> Command:
            register(_with_shared_options(function))
            return function

        return add

    def run(self) -> None:
        """Run the command line of this process, in UTF-8 as Windows consoles and pipes need to be told.

        Its processes import nothing from the folder where it is run, where documents of others lie, and perhaps a module.
        """
        os.environ["PYTHONSAFEPATH"] = "1"
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        try:
            try:
                self()
            finally:
                sys.stdout.flush()
        except OSError as error:
            _end(error)


class _Group(typer.core.TyperGroup):
    """A group of commands whose complaints about what was typed steer no terminal."""

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        """Read the options before the command."""
        with _mistakes_made_visible():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        with _mistakes_made_visible():
            return super().invoke(ctx)


@contextmanager
def _mistakes_made_visible() -> Iterator[None]:
    try:
        yield
    except Exception as error:
        if hasattr(error, "format_message"):  # Typer keeps the class of its complaints to itself
            message = visible(error.format_message())
            error.format_message = lambda: message
        raise


def _with_shared_options(function: Callable[..., None]) -> Callable[..., None]:
    # Its annotations, and a signature that it states, would hide those of the three.
    @wraps(function, assigned=("__name__", "__doc__"), updated=())
    def command(*, data: Data = None, uri: Uri = None, lang: Lang = None, **arguments: Any) -> None:
        with _errors_in_a_line():
            session.use(data, uri, lang)
            function(**arguments)

    own = signature(function)
    shared = (
        parameter
        for parameter in signature(command, follow_wrapped=False).parameters.values()
        if parameter.kind is Parameter.KEYWORD_ONLY
    )
    command.__signature__ = own.replace(parameters=[*own.parameters.values(), *shared])  # type: ignore[attr-defined]
    return command


@contextmanager
def _errors_in_a_line() -> Iterator[None]:
    """Errors meant for the user end the command with their message."""
    from dutygraph.errors import DutygraphError

    try:
        yield
    except DutygraphError as error:
        fail(str(error))


def _end(error: OSError) -> NoReturn:
    """End the process when the system refused something that no command foresaw: its output, most often.

    Nothing is printed when the reader of a pipe has gone.
    """
    from dutygraph.whole_files import reason_of

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still in the buffer goes nowhere
    if isinstance(error, BrokenPipeError):
        sys.exit(1)
    where = error.filename or "输出 / output"
    reason = reason_of(error)
    sys.stderr.write(visible(f"{where}：{reason.zh} ({reason.en})\n"))
    sys.exit(2)
