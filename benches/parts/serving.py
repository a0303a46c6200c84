"""From saving a file to the changed pages in the answers of a development server."""

import http.client
import socket
import subprocess
import threading
import time

# A page that has not changed so long after the first one did is called stale.
PATIENCE = 20
LONGEST = 300


def free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


def get(port, path):
    """The body of an answer, or None where there is none."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read()
        return body if answer.status == 200 else None
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


class Watched:
    """Asks for one page until it has the new word."""

    def __init__(self, port, path, word, began):
        self.after = None
        self.ended = False
        self.thread = threading.Thread(target=self.ask, args=(port, path, word.encode(), began), daemon=True)
        self.thread.start()

    def ask(self, port, path, word, began):
        while not self.ended:
            body = get(port, path)
            now = time.monotonic() - began
            if body is not None and word in body:
                self.after = now
                return
            # Seldom enough that asking does not take the server's time.
            time.sleep(0.003 if now < 0.3 else 0.02 if now < 3 else 0.1)

    def wait(self, until):
        self.thread.join(max(0, until - time.monotonic()))
        self.ended = True
        self.thread.join()


def after_edit(program, content, edited, port, word):
    """Seconds until each page shows the edit; None where it stays as it was.

    The page itself is asked for until it has changed, the others from then on, as a reader would: to ask for large
    pages all the time would keep a server busy that renders them when they are asked for.
    """
    pages = program.pages(edited)
    began = time.monotonic()
    program.edit(content, edited, word)
    watched = {"page": Watched(port, pages["page"], word, began)}
    watched["page"].wait(began + LONGEST)
    if watched["page"].after is not None:
        until = time.monotonic() + PATIENCE
        watched |= {name: Watched(port, path, word, began) for name, path in pages.items() if name != "page"}
        for each in watched.values():
            each.wait(until)
    return {name: watched[name].after if name in watched else None for name in pages}


def measure(program, content, edited, words, log):
    """One result for each word that is written into the title; the server is started before and ended after."""
    port = free_port()
    argv = program.serve(content, port)
    server = subprocess.Popen(argv, cwd=content, env=program.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        began = time.monotonic()
        pages = program.pages(edited)
        while any(get(port, path) is None for path in pages.values()):
            if server.poll() is not None or time.monotonic() - began > LONGEST:
                raise SystemExit(f"run: the server of {program.name} does not answer with {', '.join(pages.values())}")
            time.sleep(0.1)
        log(f"serves after {time.monotonic() - began:.1f} s")
        results = []
        for word in words:
            time.sleep(1)
            results.append(after_edit(program, content, edited, port, word))
            log(", ".join(f"{name} {'stale' if after is None else f'{after:.3f} s'}" for name, after in results[-1].items()))
        return results
    finally:
        server.kill()
        server.wait()
