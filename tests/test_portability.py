"""What would break on Windows or on another Linux, as far as it can be seen in the source."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

import pytest

from tests.source_tree import git, modules, read, syntax, tracked

POSIX_MODULES = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}
POSIX_NAMES = {
    # of os; os.kill is there on Windows, but ends the process whatever the signal
    *("chown", "fork", "forkpty", "getegid", "geteuid", "getgid", "getpgid", "getuid", "kill", "killpg"),
    *("mkfifo", "setsid", "setuid", "uname", "wait", "waitpid"),
    # of signal and asyncio
    *(
        "SIGALRM",
        "SIGCHLD",
        "SIGCONT",
        "SIGHUP",
        "SIGKILL",
        "SIGPIPE",
        "SIGQUIT",
        "SIGSTOP",
        "SIGUSR1",
        "SIGUSR2",
    ),
    *("add_signal_handler", "alarm", "pthread_kill", "setitimer", "sigwait"),
}
GUARDED_ROOTS = {"os", "signal", "loop", "asyncio"}
GUARD = re.compile(r"sys\.platform|os\.name|hasattr|platform\.system")
MACHINE_PATH = re.compile(r"/(?:bin|dev|etc|home|proc|root|tmp|usr|var|work)/|[A-Z]:\\")
PATH_NAME = re.compile(r"(?:path|folder|directory|root|file|home)\)?$", re.IGNORECASE)
TEXT_CALLS = {"run", "Popen", "check_output", "check_call", "call"}
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)

Complaint = tuple[int, str]
Check = Callable[[ast.AST], str | None]


def encoding(node: ast.AST) -> str | None:
    """Windows reads and writes text in a code page unless told otherwise; ``place`` is where the call may tell."""
    match node:
        case ast.Call(func=ast.Name(id="open") | ast.Attribute(attr="fdopen")):
            place = 3
        case ast.Call(func=ast.Attribute(attr="open")) if _opens_path(node):
            place = 2
        case ast.Call(func=ast.Attribute(attr="read_text")):
            place = 0
        case ast.Call(func=ast.Attribute(attr="write_text")):
            place = 1
        case ast.Call(func=ast.Attribute(attr=attribute)) if attribute in TEXT_CALLS and _keyword(
            node, "text"
        ):
            place = len(node.args)  # by name only
        case _:
            return None
    if _is_binary(node) or len(node.args) > place or _keyword(node, "encoding"):
        return None
    return "says no encoding"


def posix_only(node: ast.AST) -> str | None:
    """Names that other systems lack; behind a question for the system they are fine (see ``complaints``)."""
    match node:
        case ast.Import(names=[ast.alias(name=name), *_]) | ast.ImportFrom(module=str(name)):
            return f"imports {name}" if name in POSIX_MODULES else None
        case ast.Attribute(value=ast.Name(id=owner), attr=name) if (
            owner in GUARDED_ROOTS and name in POSIX_NAMES and f"{owner}.{name}" != "asyncio.wait"
        ):
            return f"uses {owner}.{name}"
        case ast.keyword(arg="preexec_fn" | "pass_fds" as name):
            return f"uses {name}"
    return None


def processes(node: ast.AST) -> str | None:
    """Worker processes start by spawn or loky, which start programs anew as Windows has to; no shell is asked."""
    match node:
        case ast.Call(func=ast.Name(id="ProcessPoolExecutor") | ast.Attribute(attr="ProcessPoolExecutor")):
            stated = _keyword(node, "mp_context") or _keyword(node, "context")
            return None if stated else "starts processes without mp_context"
        case ast.Call(func=ast.Name(id="get_context") | ast.Attribute(attr="get_context"), args=arguments):
            ways = [ast.unparse(argument) for argument in arguments]
            return None if ways in (["'spawn'"], ["'loky'"]) else "starts processes other than by spawn"
        case ast.Attribute(value=ast.Name(id="multiprocessing"), attr="Process" | "Pool" | "Manager"):
            return "starts processes other than by spawn"
        case ast.keyword(arg="shell", value=ast.Constant(value=True)):
            return "asks a shell"
        case ast.Attribute(value=ast.Name(id="os"), attr="system" | "popen"):
            return "asks a shell"
    return None


def paths(node: ast.AST) -> str | None:
    """Paths are joined by pathlib and never those of one machine."""
    match node:
        case ast.Constant(value=str(text)) if MACHINE_PATH.match(text):
            return "names a path of one machine"
        case ast.JoinedStr(values=[ast.FormattedValue(value=value), ast.Constant(value=str(text)), *_]):
            joined = text[0] in "/\\" and PATH_NAME.search(ast.unparse(value))
            return "joins a path by hand" if joined else None
        case ast.BinOp(left=left, op=ast.Add(), right=ast.Constant(value=str(text))) if text[:1] in (
            "/",
            "\\",
        ):
            return "joins a path by hand" if PATH_NAME.search(ast.unparse(left)) else None
    return None


CHECKS: tuple[Check, ...] = (encoding, posix_only, processes, paths)


def complaints(tree: ast.AST) -> Iterator[Complaint]:
    """What is not portable in a module, by line; parts behind a question for the system are left out."""
    for node in _walk(tree):
        for check in CHECKS:
            if complaint := check(node):
                yield getattr(node, "lineno", 0), complaint


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    guarded = isinstance(node, ast.If | ast.IfExp) and GUARD.search(ast.unparse(node.test))
    if guarded or (isinstance(node, ast.Try) and any(_misses(handler) for handler in node.handlers)):
        return
    yield node
    for child in ast.iter_child_nodes(node):
        yield from _walk(child)


def _misses(handler: ast.ExceptHandler) -> bool:
    return handler.type is not None and bool(
        re.search("ImportError|ModuleNotFoundError|AttributeError", ast.unparse(handler.type))
    )


def _opens_path(call: ast.Call) -> bool:
    """Whether it is the ``open`` of a path, whose first argument is a mode, and not that of a store or an archive."""
    return not call.args or bool(re.fullmatch(r"'[rwxabt+]+'", ast.unparse(call.args[0])))


def _keyword(call: ast.Call, name: str) -> bool:
    return any(keyword.arg in (name, None) for keyword in call.keywords)


def _is_binary(call: ast.Call) -> bool:
    values = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "mode")]
    modes = (value.value for value in values if isinstance(value, ast.Constant))
    return any(isinstance(mode, str) and re.fullmatch(r"[rwxa+]*b[rwxa+]*", mode) for mode in modes)


def test_modules_run_anywhere() -> None:
    names = modules()
    assert names
    by_module = {name: list(complaints(syntax(name))) for name in names}
    assert {name: found for name, found in by_module.items() if found} == {}


@pytest.mark.parametrize(
    "slip",
    [
        "open('a')",
        "open('a', 'w')",
        "path.open()",
        "path.open('w')",
        "path.read_text()",
        "path.write_text('x')",
        "subprocess.run(['x'], text=True)",
        "import fcntl",
        "from resource import getrlimit",
        "os.kill(pid, 0)",
        "signal.signal(signal.SIGHUP, stop)",
        "if ready:\n  os.fork()",
        "subprocess.Popen(['x'], preexec_fn=start)",
        "ProcessPoolExecutor(2)",
        "multiprocessing.Pool(2)",
        "multiprocessing.get_context('fork')",
        "subprocess.run('x', shell=True)",
        "os.system('x')",
        "f'{folder}/a.txt'",
        "str(path) + '/a'",
        "Path('/tmp/x')",
    ],
)
def test_slip_is_seen(slip: str) -> None:
    assert list(complaints(ast.parse(slip)))


@pytest.mark.parametrize(
    "code",
    [
        "open('a', encoding='utf-8')",
        "path.open('rb')",
        "open('a', mode='wb')",
        "path.read_text('utf-8')",
        "GraphStore.open(settings)",
        "archive.open('a.xml')",
        "subprocess.run(['x'], text=True, encoding='utf-8')",
        "if sys.platform != 'win32':\n  import fcntl",
        "try:\n  import resource\nexcept ImportError:\n  resource = None",
        "signal.SIGTERM",
        "ProcessPoolExecutor(2, mp_context=get_context('spawn'))",
        "ProcessPoolExecutor(2, context=get_context('loky'))",
        "folder / 'a.txt'",
        "f'{address}/healthz'",
    ],
)
def test_portable_code_is_let_pass(code: str) -> None:
    assert list(complaints(ast.parse(code))) == []


def test_file_names_work_on_windows() -> None:
    names = tracked()
    parts = {part for name in names for part in PurePosixPath(name).parts}
    assert [part for part in parts if re.search(r'[<>:"|?*\\]|[. ]$', part) or RESERVED.match(part)] == []
    folded = [name.casefold() for name in names]
    assert [name for name in names if folded.count(name.casefold()) > 1] == []
    assert [name for name in names if len(name) > 150] == []  # Windows allows 260 with the folder before it


def test_text_files_end_their_lines_alike() -> None:
    rows = (row.split("\t") for row in git("ls-files", "--eol").splitlines())
    endings = {name: attributes.split() for attributes, name in rows}
    wrong = [name for name, (index, *_) in endings.items() if index not in ("i/lf", "i/none", "i/-text")]
    assert wrong == []
    assert [name for name, row in endings.items() if "eol=lf" not in row and row[0] != "i/-text"] == []


def test_makefile_only_calls_commands() -> None:
    text = re.sub(r"\\\n\s*", " ", read("Makefile"))
    recipes = [line.strip() for line in text.splitlines() if line.startswith("\t")]
    allowed = re.compile(r"\$\((?:RUN|BIN|LOCK|INSTALL)\)|\$\(or \$\(PYTHON\)|touch |rm |@sed ")
    assert len(recipes) > 8
    assert [line for line in recipes if not allowed.match(line)] == []
    assert [line for line in recipes if re.search(r"&&|\|\||;(?!.*/)| \| ", line)] == []
