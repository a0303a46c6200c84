"""The programs that are measured: how each gets its content, builds, serves, and where it puts its pages."""

import os
import re
import subprocess
import sys
from pathlib import Path

import tools

PARTS = Path(__file__).resolve().parent
PEERS = PARTS.parent / "peers"


class Program:
    """`edited` is the commitment of the neutral data whose title changes."""

    name = ""
    # Larger workloads are left out unless they are asked for by name.
    most = None

    def version(self):
        raise NotImplementedError

    def write(self, neutral, content):
        """Makes the content from the neutral data, in a process of its own."""
        writer = PEERS / self.name / "write.py"
        subprocess.run([sys.executable, writer, neutral, content], check=True)

    def build(self, content, out):
        raise NotImplementedError

    def serve(self, content, port):
        """The command of the development server; None where it has none that is measured."""
        return None

    def environment(self):
        return None

    def clean(self, content):
        """Takes away what a build leaves beside its output, so that the next one is cold."""

    def pages(self, edited):
        """The addresses of the page, its area, its lead and its neighbour, in English."""
        base = f"/en/{edited['plan']}/{edited['area']}"
        return {
            "page": f"{base}/{edited['slug']}/",
            "area": f"{base}/",
            "agency": f"/en/agencies/{edited['lead']}/",
            "neighbour": f"{base}/{edited['next_slug']}/",
        }

    def edited_file(self, content, edited):
        return Path(content) / "content" / "en" / edited["plan"] / edited["area"] / f"{edited['slug']}.md"

    def edit(self, content, edited, word):
        """Writes another first word into the English title, of six letters like the first one."""
        assert len(word) == 6
        file = self.edited_file(content, edited)
        number = edited["number"]
        before = file.read_text(encoding="utf-8")
        after, count = re.subn(rf"\b\w{{6}} {number}: ", f"{word} {number}: ", before)
        if count < 1:
            raise SystemExit(f"run: {file} has no title of commitment {number}")
        file.write_text(after, encoding="utf-8")


def said(argv):
    return subprocess.run(argv, check=True, capture_output=True, text=True).stdout.strip()


class Congkhai(Program):
    name = "congkhai"

    def __init__(self):
        self.program = tools.congkhai()

    def version(self):
        return said([self.program, "--version"])

    def write(self, neutral, content):
        subprocess.run([sys.executable, PARTS / "congkhai.py", neutral, content, self.program], check=True)

    def build(self, content, out):
        return [self.program, "build", "--content", content, "--out", out]

    def check(self, content):
        return [self.program, "check", "--content", content]

    def serve(self, content, port):
        return [self.program, "serve", "--content", content, "--port", str(port)]

    def pages(self, edited):
        plan = f"/en/{edited['plan']}"
        return {
            "page": f"{plan}/{edited['id']}/index.html",
            "area": f"{plan}/areas/{edited['area']}/index.html",
            "agency": f"/en/agencies/{edited['lead']}/index.html",
            "neighbour": f"{plan}/{edited['next_id']}/index.html",
        }

    def edited_file(self, content, edited):
        return Path(content) / "plans" / edited["plan"] / "areas" / f"{edited['area']}-mau" / "area.en.md"


class Hugo(Program):
    name = "hugo"

    def __init__(self):
        self.program = tools.hugo()

    def version(self):
        return said([self.program, "version"]).split(" ")[1].split("-")[0]

    def build(self, content, out):
        return [self.program, "--source", content, "--destination", out, "--minify", "--noBuildLock", "--quiet"]

    def serve(self, content, port):
        return [self.program, "server", "--source", content, "--bind", "127.0.0.1", "--port", str(port), "--noBuildLock", "--minify"]

    def environment(self):
        return {**os.environ, "HUGO_CACHEDIR": str(tools.TOOLS / "hugo-cache")}


class Zola(Program):
    name = "zola"

    def __init__(self):
        self.program = tools.zola()

    def version(self):
        return said([self.program, "--version"])

    def build(self, content, out):
        return [self.program, "--root", content, "build", "--output-dir", out, "--force"]

    def edited_file(self, content, edited):
        return Path(content) / "content" / edited["plan"] / edited["area"] / f"{edited['slug']}.en.md"


class Eleventy(Program):
    name = "eleventy"
    # At 20 000 it needs several minutes and more memory than Node gives by itself.
    most = 5000

    def __init__(self):
        self.folder = tools.eleventy()

    def version(self):
        return said(["node", self.folder / "node_modules/@11ty/eleventy/cmd.cjs", "--version"])

    def write(self, neutral, content):
        super().write(neutral, content)
        (Path(content) / "node_modules").symlink_to(self.folder / "node_modules")

    def build(self, content, out):
        return ["node", "--max-old-space-size=12288", f"{self.folder}/node_modules/@11ty/eleventy/cmd.cjs", "--quiet", f"--output={out}"]

    def edited_file(self, content, edited):
        return Path(content) / "site" / "en" / edited["plan"] / edited["area"] / f"{edited['slug']}.md"


PROGRAMS = {"hugo": Hugo, "zola": Zola, "eleventy": Eleventy}
