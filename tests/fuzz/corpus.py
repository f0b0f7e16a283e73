#!/usr/bin/env python3
"""Gives the fuzz targets their kept corpora once more, under AddressSanitizer and UndefinedBehaviorSanitizer.

Usage: corpus.py SOURCE. For each folder NAME of tests/fuzz/corpus it builds the target fuzz_NAME as the preset "fuzz" does, where
it is not built yet (minutes the first time, nothing later), and lets it read what lies there. Without optimisation, which
takes half the time: each file is read but once. Exit code 1 where one has a finding.
"""

import os
import re
import subprocess
import sys


def built_targets(source, names):
    build = os.path.join(source, "build", "fuzz-corpus")
    if not os.path.exists(os.path.join(build, "build.ninja")):
        subprocess.run(["cmake", "--preset", "fuzz", "-B", build, "-DCMAKE_CXX_FLAGS_DEBUG=-O0 -g1"],
                       cwd=source, check=True, stdout=subprocess.DEVNULL)
    programs = [os.path.join("bin", "fuzz_" + name) for name in names]
    subprocess.run(["ninja", "-C", build, "-j2", *programs], check=True, stdout=subprocess.DEVNULL)
    return {name: os.path.join(build, program) for name, program in zip(names, programs)}


def fault_of(program, folder):
    """What went wrong, or nothing. Every file is read once; nothing new is tried."""
    inputs = os.listdir(folder)
    done = subprocess.run([program, "-runs=0", "-timeout=10", folder], capture_output=True, text=True)
    if done.returncode != 0:
        return done.stderr[-4000:]
    read = re.search(r"seed corpus: files: (\d+)", done.stderr)
    if not read or int(read.group(1)) != len(inputs):
        return "not all of the corpus was read"
    return None


def main(arguments):
    if len(arguments) != 2:
        print("usage: corpus.py SOURCE", file=sys.stderr)
        return 2
    source = os.path.abspath(arguments[1])
    os.environ["ASAN_SYMBOLIZER_PATH"] = "/usr/bin/llvm-symbolizer-19"
    corpora = os.path.join(source, "tests", "fuzz", "corpus")
    failed = 0
    for name, program in built_targets(source, sorted(os.listdir(corpora))).items():
        fault = fault_of(program, os.path.join(corpora, name))
        print(f"{name}: {fault or 'sound'}", flush=True)
        failed += fault is not None
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
