#!/usr/bin/env python3
"""Checks every source of core, sync, platform and qml against the arrows and borders of ARCHITECTURE.md.

The rules stand in two fenced blocks of that page and nowhere else:

  arrows   "a, b <- c, d" says that c and d may include from a and b; chains are allowed and arrows are transitive.
  borders  "pattern | folders" says that the pattern may stand only in those folders ("nowhere" for none). A pattern in
           angle brackets is an included header or the beginning of its path, any other one is a piece of code, as
           whole words unless it ends in "*".

Usage: layers.py ROOT. Prints one line for each finding; exit code 1 when there is one, 2 when the page makes no sense.
"""

import os
import re
import sys

from sources import code_of, includes_of, line_of

CHECKED = ("core", "sync", "platform", "qml")
SUFFIXES = (".h", ".hpp", ".cpp", ".cc", ".mm")


class PageError(Exception):
    """ARCHITECTURE.md lacks a block or holds a line that means nothing."""


def block(page, name):
    match = re.search(r"^```" + name + r"\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    if not match:
        raise PageError(f"no block '{name}'")
    lines = [line.strip() for line in match.group(1).splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def read_arrows(page):
    """For each folder the set of folders that it may include from, itself and everything behind the arrows included."""
    direct = {}
    for line in block(page, "arrows"):
        groups = [[name.strip() for name in part.split(",") if name.strip()] for part in line.split("<-")]
        if len(groups) < 2 or not all(groups):
            raise PageError(f"not an arrow: {line}")
        for below, above in zip(groups, groups[1:]):
            for name in below + above:
                direct.setdefault(name, set())
            for name in above:
                direct[name].update(below)
    return {name: reach(name, direct) for name in direct}


def reach(start, direct):
    reached, waiting = set(), [start]
    while waiting:
        name = waiting.pop()
        if name in reached:
            continue
        reached.add(name)
        waiting.extend(direct[name])
        if start in direct[name]:
            raise PageError(f"the arrows make a circle through {start}")
    return reached


def read_borders(page):
    borders = []
    for line in block(page, "borders"):
        parts = [part.strip() for part in line.split("|")]
        if len(parts) != 2 or not all(parts):
            raise PageError(f"not a border: {line}")
        folders = [] if parts[1] == "nowhere" else [name.strip() for name in parts[1].split(",")]
        borders.append((parts[0], folders))
    return borders


def matcher(pattern):
    if pattern.startswith("<"):
        return None
    stem = pattern.rstrip("*")
    # Blanks may stand anywhere between two tokens.
    tokens = re.findall(r"\w+|::|[^\w\s]", stem)
    expression = r"\s*".join(re.escape(token) for token in tokens)
    if re.match(r"\w", stem):
        expression = r"\b" + expression
    if re.search(r"\w$", pattern):
        expression += r"\b"
    return re.compile(expression)


def folder_of(path, arrows):
    """The folder of the arrows that a path lies in, the longest name first; None outside of all."""
    parts = path.split("/")[:-1]
    for length in range(len(parts), 0, -1):
        name = "/".join(parts[:length])
        if name in arrows:
            return name
    return None


def inside(path, folders):
    return any(path.startswith(folder + "/") for folder in folders)


def check_include(path, here, quoted, included, arrows, borders):
    if quoted and included.startswith("generated/"):
        # Texts that the build embeds: generated/<module>/<Constant>.h, for the module's own eyes.
        module = here.split("/")[-1]
        if included.split("/")[1].split("_")[0] != module:
            yield f"{here} must not include what is made for another module ({included})"
    elif quoted and not included.endswith(".moc"):
        there = folder_of(included, arrows)
        if there is None:
            yield f'"{included}" is not rooted at a folder that the arrows name'
        elif there not in arrows[here]:
            yield f"{here} must not include from {there} ({included})"
    elif not quoted and included.split("/")[0] in CHECKED:
        yield f"<{included}> is ours: use quotes"
    for pattern, folders in borders:
        if not pattern.startswith("<"):
            continue
        header = pattern.strip("<>*")
        hit = included.startswith(header) if pattern.endswith("*>") or header.endswith("/") else included == header
        if hit and not inside(path, folders):
            yield f"{pattern} belongs to {', '.join(folders) or 'nowhere'}"


def check_file(path, text, arrows, borders):
    here = folder_of(path, arrows)
    if here is None:
        yield 1, f"the arrows name no folder for {path}"
        return
    for line, quoted, included in includes_of(text):
        for finding in check_include(path, here, quoted, included, arrows, borders):
            yield line, finding
    code = code_of(text)
    for pattern, folders in borders:
        expression = matcher(pattern)
        if expression is None or inside(path, folders):
            continue
        for match in expression.finditer(code):
            yield line_of(code, match.start()), f"'{pattern}' belongs to {', '.join(folders) or 'nowhere'}"


def sources(root):
    for top in CHECKED:
        for folder, names, files in os.walk(os.path.join(root, top)):
            names[:] = sorted(name for name in names if name not in ("build", "node_modules"))
            for name in sorted(files):
                if name.endswith(SUFFIXES):
                    yield os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/")


def check_tree(root):
    """All findings below root as 'path:line: words', and the number of files read."""
    with open(os.path.join(root, "ARCHITECTURE.md"), encoding="utf-8") as page_file:
        page = page_file.read()
    arrows, borders = read_arrows(page), read_borders(page)
    for _, folders in borders:
        for name in folders:
            if folder_of(name + "/x", arrows) is None:
                raise PageError(f"a border names {name}, the arrows do not")
    findings, count = [], 0
    for path in sources(root):
        count += 1
        with open(os.path.join(root, path), encoding="utf-8") as source:
            text = source.read()
        findings += [f"{path}:{line}: {words}" for line, words in check_file(path, text, arrows, borders)]
    return findings, count


def main(arguments):
    if len(arguments) != 2:
        print("usage: layers.py ROOT", file=sys.stderr)
        return 2
    try:
        findings, count = check_tree(arguments[1])
    except (PageError, OSError) as error:
        print(f"ARCHITECTURE.md: {error}", file=sys.stderr)
        return 2
    for finding in findings:
        print(finding)
    print(f"layers: {count} files, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
