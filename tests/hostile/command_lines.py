"""Random command lines in odd circumstances: each must end soon, with a documented exit code and clean lines.

    python tests/hostile/command_lines.py --seconds 600 [--seed 1] [--most 100]

Commands and options come from the app itself, so that new ones are tried too; values are odd texts, numbers, patterns
and paths of `odd_folder.py`. Streams are pipes, terminals, closed, or full; the environment is odd; some runs may not
read everything. What is wrong is printed once for each kind, with a seed that makes the same command line again.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import select
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args, get_origin

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parents[1])

import typer

from hostile import odd_folder
from hostile.odd_words import ENVIRONMENTS, INPUTS, NUMBERS, OUTPUTS, PATTERNS, QUERIES, STREAMS, TEXTS
from kamerbrief.errors import ExitCode
from kamerbrief_cli.app import make

SECONDS, CPU_SECONDS, MEMORY = 90, 45, 3 * 2**30
"""What a command may take, on a busy machine too: seconds, seconds of computing, and bytes of address space."""
DOCUMENTED = {int(code) for code in ExitCode} - {ExitCode.FAULT} | {130, -signal.SIGPIPE}
"""The exit codes of the README, except that of a fault."""
UNSAFE = re.compile(
    r"(?!\x1b\[[?0-9;]*[A-Za-z])[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""What must not reach a terminal: control characters, except codes of colours and of the progress bar, and changes of
direction."""
SETPRIV = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"]
PROGRAM = [sys.executable, "-m", "kamerbrief_cli"]
LETTERS = ["letters", "letters/brief-1.txt", "letters/brief-2.txt", "letters/fietspont.pdf", "letters/drinkwater.txt"]
LIBRARIES = ("new.sqlite", "readonly/library.sqlite", "library.sqlite", "out/new/library.sqlite")
LEFT_OUT = {"install_completion", "show_completion", "library", "_install", "_show"}
"""Options that are not drawn like others: two would look for the shell of this process, one has values of its own."""


class Trial(NamedTuple):
    """A command line with its circumstances."""

    args: tuple[str, ...]
    stdin: str
    stdout: str
    environment: dict[str, str | None]
    as_user: bool

    def __str__(self) -> str:
        line = shlex.join(arg if len(arg) < 80 else f"{arg[:60]}...({len(arg)})" for arg in self.args)
        user = " as a user" if self.as_user else ""
        return ascii(f"kamerbrief {line}  [in: {self.stdin}, out: {self.stdout}{user}, {self.environment}]")


class Outcome(NamedTuple):
    """What a command did."""

    code: int | None
    """None if it did not end in time."""
    out: bytes
    err: bytes
    seconds: float


def commands() -> dict[tuple[str, ...], Any]:
    """Return every command with its parameters, as Typer knows them; `library watch` is left out: it never ends."""
    tree = typer.main.get_command(make()).commands  # type: ignore[attr-defined]
    found: dict[tuple[str, ...], Any] = {(name,): command for name, command in tree.items()}
    found |= {("library", name): command for name, command in tree["library"].commands.items() if name != "watch"}
    return found


COMMANDS = commands()


def drawn(rng: random.Random, folder: Path) -> Trial:
    """Return a random trial. Half of them are tame: their letters and library are sound, so that the work is done."""
    name = rng.choice(sorted(COMMANDS))
    tame = rng.random() < 0.5
    places = LETTERS if tame else paths(folder)
    args = [*name, *(word for param in COMMANDS[name].params for word in _parameter(rng, param, places))]
    if not tame and rng.random() < 0.6:
        args.append(f"--library={rng.choice([*odd_folder.LIBRARIES, *LIBRARIES, *TEXTS, *places])}")
    if not tame and rng.random() < 0.1:
        args.insert(rng.randrange(len(args) + 1), rng.choice(TEXTS))
    return Trial(
        tuple(args),
        rng.choice(INPUTS[:2] if tame else INPUTS),
        rng.choice(STREAMS),
        rng.choice(ENVIRONMENTS[:10] if tame else ENVIRONMENTS),
        as_user=not tame and rng.random() < 0.3 and bool(shutil.which(SETPRIV[0])),
    )


def paths(folder: Path) -> list[str]:
    """Return what may be given as a path."""
    inside = sorted(os.listdir(folder))  # noqa: PTH208 - names, also those that are no text
    return [
        *inside,
        *inside,
        "letters/brief-1.txt",
        "letters/fietspont.pdf",
        ".",
        "..",
        "/dev/stdin",
        "nowhere",
        "letters/",
    ]


def _parameter(rng: random.Random, param: Any, places: list[str]) -> list[str]:
    """Return the words for one parameter: an argument, or an option that is drawn now and then."""
    if param.name in LEFT_OUT or (param.param_type_name == "option" and rng.random() > 0.25 and not param.required):
        return []
    if param.param_type_name == "argument":
        most = 3 if param.nargs == -1 else 1
        return [_value(rng, param, places) for _ in range(rng.randint(0 if rng.random() < 0.1 else 1, most))]
    option = rng.choice([*param.opts, *param.secondary_opts])
    return [option] if param.is_flag else [option, _value(rng, param, places)]


def _value(rng: random.Random, param: Any, places: list[str]) -> str:
    """Return a value for a parameter: mostly one of its kind."""
    pools: list[tuple[str, ...] | list[str]] = [TEXTS]
    kind = param.type_descriptor.annotation
    choices = tuple(map(str, get_args(kind))) if get_origin(kind) is Literal else ()
    if choices:
        pools += [choices] * 6
    elif param.name in ("letter", "letters", "places", "folder"):
        pools += [places] * 6
    elif param.name == "output":
        pools += [OUTPUTS, OUTPUTS, places]
    elif param.name == "pattern":
        pools += [PATTERNS] * 4
    elif param.name == "words":
        pools += [QUERIES] * 4
    elif kind is int or param.name in ("exchange", "label"):
        pools += [NUMBERS] * 4
    elif param.name == "dask":
        return "tcp://127.0.0.1:1"
    return rng.choice(rng.choice(pools))


def run(trial: Trial, folder: Path) -> Outcome:
    """Run a command line in the folder."""
    env = {
        name: value for name, value in {**os.environ, **_base(folder), **trial.environment}.items() if value is not None
    }
    command = [*(SETPRIV if trial.as_user else []), *PROGRAM, *trial.args]
    if "closed" in (trial.stdin, trial.stdout):
        closing = ("<&- " if trial.stdin == "closed" else "") + (">&-" if trial.stdout == "closed" else "")
        command = ["sh", "-c", f'exec "$@" {closing}', "sh", *command]
    reading, writing = os.openpty() if trial.stdout == "terminal" else os.pipe()
    if trial.stdout == "broken":
        os.close(reading)
    target = os.open("/dev/full", os.O_WRONLY) if trial.stdout == "full" else writing
    start = time.monotonic()
    with tempfile.TemporaryFile() as errors, (folder / _input(trial)).open("rb") as given:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=env,
            stdin=given,
            stdout=target,
            stderr=writing if trial.stdout == "terminal" else errors,
            preexec_fn=_limits,
            start_new_session=True,
        )
        os.close(writing)
        out = b"" if trial.stdout == "broken" else _read(reading, process, start)
        code = _wait(process, start)
        errors.seek(0)
        err = errors.read()
    for handle in {reading, target} - {writing} - ({reading} if trial.stdout == "broken" else set()):
        os.close(handle)
    return Outcome(code, out, err, time.monotonic() - start)


def _input(trial: Trial) -> str:
    return "/dev/null" if trial.stdin == "closed" else trial.stdin


def _base(folder: Path) -> dict[str, str]:
    """Return the environment of every command: nothing of the user's is touched."""
    return {
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "KAMERBRIEF_LIBRARY": str(folder / "library.sqlite"),
        "KAMERBRIEF_CACHE": str(folder / "cache"),
        "HOME": str(folder),
        "TERM": "xterm-256color",
        "PAGER": "cat",  # less would wait for a key
        "PYTHONFAULTHANDLER": "1",
    }


def _limits() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def _read(handle: int, process: subprocess.Popen[bytes], start: float) -> bytes:
    """Return all that is written to a pipe or a terminal, until the command closes it or has taken too long."""
    out = b""
    while time.monotonic() - start < SECONDS:
        if not select.select([handle], [], [], 0.5)[0]:
            if process.poll() is not None:
                return out
            continue
        try:
            piece = os.read(handle, 65536)
        except OSError:  # how Linux says that nobody holds the other end of a terminal any more
            return out
        if not piece:
            return out
        out += piece
    return out


def _wait(process: subprocess.Popen[bytes], start: float) -> int | None:
    """Return the exit code; None for a command that is not ready in time, which is then killed with its workers."""
    try:
        return process.wait(max(1.0, SECONDS - (time.monotonic() - start)))
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return None


def wrong(trial: Trial, outcome: Outcome) -> str | None:
    """Return what is wrong with an outcome; None if nothing is."""
    err = (outcome.out if trial.stdout == "terminal" else outcome.err).decode(errors="surrogateescape")
    if outcome.code is None:
        return f"it did not end in {SECONDS} s"
    for sign in (
        "Traceback",
        "Fatal Python",
        "Exception ignored",
        "kamerbrief failed on it",
        "Warning: ",
        "core dumped",
    ):
        if sign in err:
            return f"{sign}: {err.strip().splitlines()[-1][:200]}"
    if outcome.code not in DOCUMENTED:
        return f"exit code {outcome.code}"
    if found := UNSAFE.search(err):
        return f"the terminal gets {found.group()!a}"
    if trial.stdout != "terminal":
        return _wrong_lines(outcome, err)
    return None


def _wrong_lines(outcome: Outcome, err: str) -> str | None:
    """Return what is wrong with the messages: each is one line that starts with the name of the program."""
    odd = [line for line in err.splitlines() if not line.startswith("kamerbrief: ")]
    if odd and not err.startswith("Usage: "):
        return f"a line of standard error: {odd[0][:200]}"
    if outcome.code not in (ExitCode.OK, ExitCode.NO_MATCH, 130, -signal.SIGPIPE) and not err:
        return f"exit code {outcome.code} without a message"
    if any(len(line) > 1100 for line in err.splitlines()):
        return "a message of more than 1100 characters"
    return None


def campaign(
    seconds: float, seed: int, folder: Path, most: int | None = None
) -> tuple[Counter[object], dict[str, str]]:
    """Try command lines until the time is up, or `most` of them; return the exit codes, and what was wrong."""
    codes: Counter[object] = Counter()
    findings: dict[str, str] = {}
    until = time.monotonic() + seconds
    while time.monotonic() < until and (most is None or codes.total() < most):
        number = codes.total()
        if number % 50 == 0:
            odd_folder.remove(folder)
            folder.mkdir()
            odd_folder.make(folder, seed)
        trial = drawn(random.Random(f"{seed}-{number}"), folder)
        outcome = run(trial, folder)
        codes[outcome.code] += 1
        problem = wrong(trial, outcome)
        kind = re.sub(r"\d+|'.*'", "N", f"{trial.args[:1]} {problem}")
        if problem and kind not in findings:
            findings[kind] = f"{seed}-{number}: {trial}\n    {problem}"
            print(ascii(findings[kind]).strip("'\"").replace("\\n", "\n"), flush=True)
    odd_folder.remove(folder)
    return codes, findings


def main() -> int:
    """Run; 1 if anything was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--most", type=int, default=None, help="the most command lines")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kamerbrief-") as place:
        codes, findings = campaign(asked.seconds, asked.seed, Path(place, "odd"), asked.most)
    by_code = ", ".join(f"{code}: {count}" for code, count in sorted(codes.items(), key=str))
    print(f"seed {asked.seed}: {codes.total()} command lines, {len(findings)} findings; exit codes {by_code}")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
