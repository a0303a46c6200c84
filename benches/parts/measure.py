"""Runs a command and says what it cost."""

import os
import shutil
import subprocess
import time
from pathlib import Path

LONGEST = 3600


class Failed(Exception):
    pass


def run(argv, cwd, env=None, output=None):
    """Wall time, CPU time of the process and its children in seconds, and the most memory that one of them held in
    MiB. This process has to stay small: the kernel counts a child from the size of its parent."""
    with open(output or os.devnull, "wb") as out:
        began = time.monotonic()
        child = subprocess.Popen(argv, cwd=cwd, env=env, stdout=out, stderr=subprocess.STDOUT)
        killed = False
        try:
            status, usage = wait(child, began)
        except BaseException:
            killed = True
            raise
        finally:
            if killed:
                child.kill()
                child.wait()
        wall = time.monotonic() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        tail = Path(output).read_text(errors="replace")[-2000:] if output else ""
        raise Failed(f"{argv[0]} ended with {child.returncode}\n{tail}")
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss / 1024}


def wait(child, began):
    """Its end, without looking so often that this costs it time."""
    pause = 0.0005
    while True:
        pid, status, usage = os.wait4(child.pid, os.WNOHANG)
        if pid:
            return status, usage
        if time.monotonic() - began > LONGEST:
            raise Failed(f"{child.args[0]} took more than {LONGEST} s")
        time.sleep(pause)
        pause = min(pause * 1.2, 0.01)


def size(folder):
    """Files, pages and bytes below a folder."""
    files = pages = total = 0
    for root, _, names in os.walk(folder):
        for name in names:
            files += 1
            pages += name.endswith(".html")
            total += os.stat(os.path.join(root, name)).st_size
    return {"files": files, "pages": pages, "bytes": total}


def remove(folder):
    shutil.rmtree(folder, ignore_errors=True)


def median(values):
    """Of an odd number of values the one in the middle; of an even number the mean of the two."""
    values = sorted(values)
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2
