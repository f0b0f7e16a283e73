#!/usr/bin/env python3
"""Shows that the simulation notices faults: builds it once for each mutant and expects every one to be caught.

A mutant is a patch of one hunk on one source file of production code. The file is copied, patched and compiled by the very
command that compiled it for the program, and the program is linked once more with the mutated object in front of the
libraries, so that its functions win over those of the sound one. Production code itself has no switch. What no seed comes
to is tried on the stories of regression_test.cpp, where what only many thousands of seeds have found is told.

Usage: mutants.py SOURCE BUILD [NAME]. Prints a JSON line for each mutant; exit code 1 where one got away.
"""

import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys

PROGRAM = "bin/faltakt-simulation"
STORIES = "tests/unit_simulation"
SEEDS = "1..1000"
# Virtual time ends every run, so this only guards the machine. It catches nothing: slow is not wrong.
PATIENCE = 600


class MutantError(Exception):
    """The mutant could not be made: its patch or the build is not what it should be."""


def run(command, **options):
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise MutantError(f"{command[0]} failed: {done.stderr.strip()[-2000:]}")
    return done.stdout


def mutated_file(patch_path):
    with open(patch_path, encoding="utf-8") as patch:
        text = patch.read()
    names = re.findall(r"^\+\+\+ b/(\S+)", text, re.MULTILINE)
    hunks = re.findall(r"^@@ ", text, re.MULTILINE)
    if len(names) != 1 or len(hunks) != 1:
        raise MutantError("a mutant is one hunk on one file")
    return names[0]


def compile_command(build, source_file):
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as database:
        for entry in json.load(database):
            if os.path.normpath(entry["file"]) == source_file:
                return shlex.split(entry["command"])
    raise MutantError(f"nothing compiles {source_file}")


def link_command(build, target):
    last = run(["ninja", "-C", build, "-t", "commands", target]).strip().splitlines()[-1]
    words = shlex.split(last)
    # The generator wraps the linker in ": && … && :".
    return [word for word in words if word not in (":", "&&")]


def with_output(command, output):
    words, skip = [], False
    for word in command:
        if skip:
            skip = False
            continue
        if word in ("-o", "-MF", "-MT", "-MQ"):
            skip = True
            continue
        if word not in ("-MD", "-MMD"):
            words.append(word)
    return words + ["-o", output]


def compile_mutant(source, build, patch_path, folder):
    name = mutated_file(patch_path)
    original = os.path.join(source, name)
    os.makedirs(folder, exist_ok=True)
    copy = os.path.join(folder, os.path.basename(name))
    run(["patch", "--silent", "--force", "--no-backup-if-mismatch", "--reject-file=-", "-o", copy, original, patch_path])
    compile_words = [copy if os.path.normpath(word) == original else word for word in compile_command(build, original)]
    # An unused parameter is what a mutation leaves behind, not a mistake to stop at.
    compiled = os.path.join(folder, "mutant.o")
    run(with_output(compile_words, compiled) + ["-Wno-error"], cwd=build)
    return compiled


def link_mutant(build, target, compiled, program):
    words = link_command(build, target)
    first = next(i for i, word in enumerate(words) if word.endswith(".o"))
    run(with_output(words[:first] + [compiled] + words[first:], program), cwd=build)
    return program


def ended(program, arguments):
    """What the program said, or nothing where it did not end."""
    try:
        return subprocess.run([program, *arguments], capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return None


def verdict_of_seeds(program):
    done = ended(program, ["--seeds", SEEDS, "--jobs", "1", "--stop-at-failure"])
    if done is None:
        return {"caught": False, "seed": None, "what": f"no answer within {PATIENCE} s"}
    if done.returncode == 0:
        return {"caught": False, "seed": None, "what": "nothing"}
    finding = re.search(r"^seed (\d+): (\w+): (.*)$", done.stderr, re.MULTILINE)
    if finding:
        words = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "…", finding.group(3))
        return {"caught": True, "seed": int(finding.group(1)), "what": f"{finding.group(2)}: {words[:90]}"}
    return {"caught": True, "seed": None, "what": f"ended with {done.returncode}"}


def verdict_of_stories(program):
    done = ended(program, ["--reporter", "compact"])
    if done is None or done.returncode == 0:
        return {"caught": False, "seed": None, "what": "nothing"}
    told = re.search(r"(\w+\.cpp:\d+): failed: (.*)$", done.stdout, re.MULTILINE)
    what = f"{told.group(1)} {told.group(2)[:70]}" if told else f"ended with {done.returncode}"
    return {"caught": True, "seed": None, "what": f"story: {what}"}


def try_mutant(source, build, patches, name):
    folder = os.path.join(build, "mutants", name)
    program = os.path.join(folder, "mutant")
    try:
        compiled = compile_mutant(source, build, os.path.join(patches, name + ".patch"), folder)
        verdict = verdict_of_seeds(link_mutant(build, PROGRAM, compiled, program))
        if verdict["what"] == "nothing":
            verdict = verdict_of_stories(link_mutant(build, STORIES, compiled, program))
    except MutantError as error:
        return {"mutant": name, "caught": False, "seed": None, "what": f"not built: {error}"}
    os.remove(program)
    return {"mutant": name, **verdict}


def main(arguments):
    if len(arguments) not in (3, 4):
        print("usage: mutants.py SOURCE BUILD [NAME]", file=sys.stderr)
        return 2
    source, build = (os.path.abspath(path) for path in arguments[1:3])
    patches = os.path.join(source, "tests", "simulation", "mutants")
    names = sorted(name[:-6] for name in os.listdir(patches) if name.endswith(".patch"))
    if len(arguments) == 4:
        names = [name for name in names if name == arguments[3]]
    missed = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        for result in pool.map(lambda name: try_mutant(source, build, patches, name), names):
            missed += not result["caught"]
            print(json.dumps(result, ensure_ascii=False), flush=True)
    print(json.dumps({"mutants": len(names), "caught": len(names) - missed}), flush=True)
    return 1 if missed or not names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
