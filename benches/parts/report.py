"""What was measured, as Markdown."""

import math

from measure import median


def ratio(value, of):
    return f"{value / of:.2f}" if of else ""


def seconds(value):
    if value is None:
        return ""
    return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def builds(results, sizes, names):
    """A line for each program and size; all ratios are of the same run."""
    yield ("| commitments | | wall s | CPU s | peak MiB | pages | pages/s | files | MB | x Hugo, wall | x Hugo, CPU | x Hugo, memory "
           "| x copy, wall | after one edit s | check s |")
    yield "|" + " --- |" * 15
    for size in sizes:
        of_size = results.get(str(size), {})

        def middle(name, part, what):
            runs = of_size.get(name, {}).get(part, [])
            return median([run[what] for run in runs]) if runs else None

        hugo = {what: middle("hugo", "build", what) for what in ("wall", "cpu", "memory")}
        copy = middle("congkhai", "copy", "wall")
        for name in names:
            measured = of_size.get(name, {})
            if not measured.get("build"):
                yield f"| {size:,} | {name} | {measured.get('left_out', 'not measured')} |" + " |" * 12
                continue
            wall, cpu, memory = (middle(name, "build", what) for what in ("wall", "cpu", "memory"))
            out = measured["size"]
            cells = [
                f"{size:,}", name, seconds(wall), seconds(cpu), f"{memory:.0f}", f"{out['pages']:,}", f"{out['pages'] / wall:,.0f}",
                f"{out['files']:,}", f"{out['bytes'] / 1e6:,.0f}", ratio(wall, hugo["wall"]), ratio(cpu, hugo["cpu"]),
                ratio(memory, hugo["memory"]), ratio(wall, copy), seconds(middle(name, "again", "wall")),
                seconds(middle(name, "check", "wall")),
            ]
            yield "| " + " | ".join(cells) + " |"
        if copy:
            yield f"| {size:,} | `cp -r` of the output of congkhai | {seconds(copy)} | {seconds(middle('congkhai', 'copy', 'cpu'))} |" + " |" * 11


def growth(results, sizes, names):
    """How the cost grows from the smallest to the largest size: 1 is in proportion."""
    if len(sizes) < 2:
        return
    small, large = str(sizes[0]), str(sizes[-1])
    for name in names:
        runs = [results.get(size, {}).get(name, {}).get("build") for size in (small, large)]
        if all(runs):
            exponents = []
            for what in ("wall", "cpu", "memory"):
                before, after = (median([run[what] for run in some]) for some in runs)
                exponents.append(math.log(after / before) / math.log(sizes[-1] / sizes[0]))
            yield "Growth of {} from {:,} to {:,}: wall N^{:.2f}, CPU N^{:.2f}, memory N^{:.2f}.".format(name, sizes[0], sizes[-1], *exponents)


def served(results, sizes, names):
    rows = []
    for size in sizes:
        for name in names:
            edits = results.get(str(size), {}).get(name, {}).get("serve")
            if not edits:
                continue
            cells = [f"{size:,}", name]
            worst = []
            for page in ("page", "area", "agency", "neighbour"):
                found = [edit[page] for edit in edits]
                if any(after is None for after in found):
                    cells.append("stale")
                else:
                    cells.append(seconds(median(found)))
                    worst.append(median(found))
            cells.append(seconds(max(worst)) if len(worst) == 4 else "never")
            rows.append("| " + " | ".join(cells) + " |")
    if rows:
        yield "From saving a file to the changed page in the answers of the development server, in seconds:"
        yield ""
        yield "| commitments | | page | its area | its agency | its neighbour | all four |"
        yield "|" + " --- |" * 7
        yield from rows


def table(results, heading):
    sizes = sorted(int(size) for size in results)
    names = list(dict.fromkeys(name for of_size in results.values() for name in of_size))
    return "\n".join([heading, "", *builds(results, sizes, names), "", *growth(results, sizes, names), "", *served(results, sizes, names)])
