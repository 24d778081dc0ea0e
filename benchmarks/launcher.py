"""Runs one command and prints what it used, as JSON: ``python launcher.py PROGRAM ARGUMENT...``.

A process of its own, small: on Linux a child's peak of memory starts from that of the process it comes from.
"""

import json
import os
import subprocess
import sys
import time


def main() -> None:
    """Run the command named by the arguments."""
    started = time.perf_counter()
    with subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL) as process:
        # Not `wait`: only this call says what this very child used.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(process.returncode)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    print(json.dumps({"cpu": usage.ru_utime + usage.ru_stime, "wall": wall, "peak": usage.ru_maxrss / unit}))


if __name__ == "__main__":
    main()
