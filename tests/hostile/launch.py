"""Start a command and tell what it took: `python launch.py OUTPUT ERROR SECONDS COMMAND...`.

Linux counts as the memory of a process also what it was before it became another, so that one that is to be measured
must be started by a small one: this. Prints a line of JSON: the exit, seconds of computing, and KiB at most.
"""

from __future__ import annotations

import json
import os
import resource
import sys


def main(output: str, error: str, seconds: int, command: list[str]) -> None:
    """Run the command with its output and errors in two files; it is killed after so many seconds of computing."""
    child = os.fork()
    if not child:
        for path, number in ((output, 1), (error, 2)):
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        os.execv(command[0], command)
    _, status, used = os.wait4(child, 0)
    print(json.dumps([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss]))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:])
