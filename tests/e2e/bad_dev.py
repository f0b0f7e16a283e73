#!/usr/bin/env python3
"""./dev against wrong words, a poor machine and an impatient hand: a plain line, the right exit code, and nothing half.

It runs in a small tree of its own, with stand-ins for what would install, configure and build, so that it takes seconds; what
is tried is the script itself, as it stands.

Usage: bad_dev.py SOURCE
"""

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time

import bad_words
import small_disk
from programs import Failure, require, wait_until

TOOLS = ("bash", "sh", "env", "dirname", "readlink", "sha256sum", "cat", "mkdir", "rm", "rmdir", "tail", "head", "sed", "sort",
         "grep", "tr", "flock", "nproc", "sleep", "touch", "comm", "xargs")
# What a stand-in does stands in a file of its name in $STAND_INS: fail, wait or nothing.
STAND_IN = """#!/bin/sh
printf '%s %s\\n' "{name}" "$*" >>"$STAND_INS/calls"
case "$(cat "$STAND_INS/{name}" 2>/dev/null)" in
    fail) echo "E: {name} cannot do it" >&2; exit 100 ;;
    wait) : >"$STAND_INS/{name}.waits"; exec sleep 60 ;;
esac
{body}
"""
BODIES = {
    "dpkg-query": '[ -f "$STAND_INS/nothing" ] || for each; do case "$each" in -*) ;; *) echo "$each installed" ;; esac; done',
    "apt-get": "", "node": "echo 18", "npm": "mkdir -p node_modules && echo whole >node_modules/fetched",
    "cmake": 'mkdir -p "build/$2" && echo made >"build/$2/build.ninja"',
    # Two at once in one folder would spoil each other's work.
    "ninja": 'mkdir "$STAND_INS/at-work" || { echo overlap >"$STAND_INS/overlap"; exit 1; }\n'
             'sleep 0.3\nmkdir -p build/release/bin && echo whole >build/release/bin/faltakt\nrmdir "$STAND_INS/at-work"',
    "ctest": "", "python3": "", "git": "", "xvfb-run": "", "clang-format-14": "",
}
# Words after ./dev, and how it ends.
WRONG = {
    ("zebra",): 2, ("",): 2, ("--zebra",): 2, ("\x1b[31m",): 2, ("build", "zebra"): 2, ("build", "--zebra"): 2, ("build", ""): 2,
    ("setup", "zebra"): 2, ("run", "--zebra"): 2, ("run", "zebra"): 2, ("run", "--new", "--new"): 2, ("run", "--new", "--terminal"): 2,
    ("lint", "zebra"): 2, ("lint", "--all", "zebra"): 2, ("bench", "zebra"): 2, ("bench", "--help"): 2, ("bench", ""): 2,
    ("bench", "ui", "zebra"): 2, ("bench", "postgres", "1"): 2, ("bench", "access", "1"): 2, ("bench", "load", "zebra"): 2,
    ("bench", "county", "-1"): 2,
    ("fuzz", "zebra"): 2, ("fuzz", "-1"): 2, ("fuzz", "1,5"): 2, ("fuzz", ""): 2, ("fuzz", "1", "store", "more"): 2, ("fuzz", "99999999999"): 2,
    ("tour", ""): 2, ("package",): 2, ("package", "zebra"): 2, ("help", "zebra"): 2, ("Zebedeus",): 2, ("build", "Zebedeus"): 2,
}
RIGHT = [("setup",), ("build",), ("test",), ("test", "-R", "a name"), ("run",), ("run", "--new"), ("run", "--terminal"), ("help",),
         ("--help",), ("-h",), ()]


class Tree:
    """A tree with the script, the pins that it reads, and a PATH of stand-ins."""

    def __init__(self, source, folder, name):
        self.root = os.path.join(folder, name)
        self.tools = os.path.join(folder, name + " tools")
        self.state = os.path.join(folder, name + " state")
        for made in (self.root, self.tools, self.state):
            os.makedirs(made)
        shutil.copy(os.path.join(source, "dev"), self.root)
        for pins in ("packaging/deps/sqlcipher", "packaging/deps/appearance", "tests/differential", "tests/bench/peers"):
            os.makedirs(os.path.join(self.root, pins))
            shutil.copy(os.path.join(source, pins, "package-lock.json"), os.path.join(self.root, pins))
        os.mkdir(os.path.join(self.root, "tests/e2e"))
        shutil.copy(os.path.join(source, "tests/e2e/main_job.sh"), os.path.join(self.root, "tests/e2e"))
        for tool in TOOLS:
            os.symlink(shutil.which(tool), os.path.join(self.tools, tool))
        for name, body in BODIES.items():
            path = os.path.join(self.tools, name)
            with open(path, "w", encoding="utf-8") as file:
                file.write(STAND_IN.format(name=name, body=body))
            os.chmod(path, 0o755)
        self.environment = {"PATH": self.tools, "HOME": folder, "STAND_INS": self.state}

    def path(self, *names):
        return os.path.join(self.root, *names)

    def let(self, name, does):
        with open(os.path.join(self.state, name), "w", encoding="utf-8") as file:
            file.write(does)

    def let_all_be_well(self):
        for name in os.listdir(self.state):
            path = os.path.join(self.state, name)
            shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)

    def has(self, name):
        return os.path.exists(os.path.join(self.state, name))

    def calls(self):
        if not self.has("calls"):
            return []
        with open(os.path.join(self.state, "calls"), encoding="utf-8") as file:
            return [line.split()[0] for line in file]

    def run(self, *words, before=(), end="", folder=None, program=None, **more):
        """The script as a shell starts it; end may leave out or turn a stream."""
        environment = {name: word for name, word in {**self.environment, **more}.items() if word is not None}
        return subprocess.run([*before, "/bin/sh", "-c", 'exec "$@" ' + end, "sh", program or self.path("dev"), *words], capture_output=True,
                              stdin=subprocess.DEVNULL, env=environment, cwd=folder or self.root, timeout=60)

    def start(self, *words):
        return subprocess.Popen([self.path("dev"), *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                env=self.environment, cwd=self.root, start_new_session=True)


class Tries:
    def __init__(self, source, folder):
        self._source = source
        self._folder = folder
        self._made = 0
        self.count = 0
        self.faults = []

    def tree(self, name=None):
        self._made += 1
        return Tree(self._source, self._folder, name or f"tree {self._made}")

    def note(self, name, faults, words=b""):
        self.count += 1
        if faults:
            self.faults.append(f"{name}: {'; '.join(faults)}\n      {words[:400]!r}")

    def refused(self, name, done, code=1, more=()):
        """One plain line of the script's own, and that exit code."""
        faults = bad_words.faults_of(done.returncode, done.stdout if code == 2 else b"", done.stderr, {code}) + list(more)
        lines = done.stderr.decode("utf-8", "replace").splitlines()
        if not lines or not lines[-1].startswith("dev: "):
            faults.append("does not end with a line of its own")
        if any(": line " in line for line in lines):
            faults.append("says where in the script it went wrong")
        self.note(name, faults, done.stderr)

    def went_well(self, name, done, more=()):
        faults = [] if done.returncode == 0 else [f"ended with {done.returncode}"]
        self.note(name, faults + ([f"says {done.stderr!r}"] if done.stderr else []) + list(more), done.stderr)

    # --- words ---

    def words(self):
        tree = self.tree()
        for words, code in WRONG.items():
            done = tree.run(*words)
            self.refused("dev " + repr(words), done, code, ["works before it refuses"] if tree.calls() else [])
        for jobs in ("zebra", "0", "-1", "1,5", "", " ", "99999999999"):
            done = tree.run("build", FALTAKT_JOBS=jobs)
            if jobs == "":
                self.went_well("no FALTAKT_JOBS", done)
                tree.let_all_be_well()
            else:
                self.refused(f"FALTAKT_JOBS={jobs!r}", done, 2, ["works before it refuses"] if tree.calls() else [])
        for words in RIGHT:
            self.went_well("dev " + repr(words), tree.run(*words))

    # --- from where, and what the machine lacks ---

    def places(self):
        for name in ("a folder with blanks", "å ä ö", "-n", "dollar $HOME `id` 'x'", "a[b]c|d+e"):
            tree = self.tree(name)
            for what, more in {"from its folder": {}, "from elsewhere": {"folder": "/"}}.items():
                done = tree.run("build", **more)
                self.went_well(f"{name!r} {what}", done, [] if os.path.isfile(tree.path("build/release/bin/faltakt")) else ["builds elsewhere"])
        tree = self.tree()
        link = os.path.join(self._folder, "link to dev")
        os.symlink(tree.path("dev"), link)
        done = tree.run("build", program=link, folder="/")
        self.went_well("through a link", done, [] if os.path.isfile(tree.path("build/release/bin/faltakt")) else ["builds elsewhere"])
        tree = self.tree()
        done = subprocess.run([os.path.join(tree.tools, "bash"), os.path.join(os.path.basename(tree.root), "dev"), "build"], cwd=self._folder,
                              env=dict(tree.environment, CDPATH="/:/usr"), capture_output=True, stdin=subprocess.DEVNULL, timeout=60)
        self.went_well("with CDPATH", done, [] if os.path.isfile(tree.path("build/release/bin/faltakt")) else ["builds elsewhere"])

    def machines(self):
        for what, more in {"no HOME": {"HOME": None}, "an empty HOME": {"HOME": ""}, "a HOME that is not there": {"HOME": "/nowhere/at all"},
                           "a HOME that is a file": {"HOME": "/etc/hostname"}, "another language": {"LANG": "sv_SE.UTF-8", "LANGUAGE": "sv"}}.items():
            self.went_well(what, self.tree().run("build", **more))
        tree = self.tree()
        os.remove(os.path.join(tree.tools, "dpkg-query"))
        self.refused("a machine that is no Debian", tree.run("build"))
        tree = self.tree()
        tree.let("node", "fail")
        self.refused("Node that does not start", tree.run("build"))
        for mask in (0o077, 0o000, 0o777):
            tree = self.tree()
            before = os.umask(mask)
            try:
                done = tree.run("build")
            finally:
                os.umask(before)
            if mask == 0o777 and os.geteuid() != 0:
                self.refused("umask 777", done)
                continue
            modes = [stat.S_IMODE(os.lstat(os.path.join(folder, name)).st_mode) for folder, folders, names in os.walk(tree.path("build"))
                     for name in folders + names]
            self.went_well(f"umask {mask:o}", done, ["others may write there"] if any(mode & 0o002 for mode in modes) else [])

    def network(self):
        """Neither Debian's packages nor npm's are to be had; afterwards they are."""
        tree = self.tree()
        tree.let("nothing", "is installed")
        tree.let("apt-get", "fail")
        self.refused("no network for apt-get", tree.run("setup"))
        self.refused("no network for apt-get, build", tree.run("build"))
        tree.let("apt-get", "")
        self.went_well("network for apt-get again", tree.run("setup"))
        tree = self.tree()
        tree.let("npm", "fail")
        stamp = tree.path("packaging/deps/sqlcipher/node_modules/.fetched")
        self.refused("no network for npm", tree.run("setup"), 1, ["says that it was fetched"] if os.path.exists(stamp) else [])
        tree.let("npm", "")
        self.went_well("network for npm again", tree.run("setup"), [] if os.path.exists(stamp) else ["is not fetched"])
        for tool in ("cmake", "ninja"):
            tree = self.tree()
            tree.let(tool, "fail")
            self.refused(f"{tool} fails", tree.run("build"))
            tree.let(tool, "")
            self.went_well(f"{tool} does it again", tree.run("build"))

    def not_root(self):
        """Packages are missing, and neither root nor sudo is there."""
        tree = self.tree()
        tree.let("nothing", "is installed")
        before = []
        if os.geteuid() == 0:
            before = [shutil.which("setpriv"), "--reuid=65534", "--regid=65534", "--clear-groups"]
            for folder, folders, names in os.walk(self._folder):
                for name in [folder, *(os.path.join(folder, each) for each in folders + names)]:
                    os.chown(name, 65534, 65534, follow_symlinks=False)
        done = tree.run("setup", before=before)
        self.refused("neither root nor sudo", done, 1, [] if b"sudo" in done.stderr else ["does not say what helps"])
        # With sudo it goes on.
        with open(os.path.join(tree.tools, "sudo"), "w", encoding="utf-8") as file:
            file.write('#!/bin/sh\nexec "$@"\n')
        os.chmod(os.path.join(tree.tools, "sudo"), 0o755)
        self.went_well("with sudo", tree.run("setup", before=before))

    def rights(self):
        obeying = small_disk.obeying()
        if obeying is None:
            print("rights: left out, as nobody here can give up what root may do")
            return
        tree = self.tree()
        os.chmod(tree.root, 0o555)
        self.refused("a folder that is only to read", tree.run("build", before=obeying))
        os.chmod(tree.root, 0o755)
        self.went_well("the folder may be written again", tree.run("build", before=obeying))
        for name, made in {"build/release": "configure.log", "build": "release"}.items():
            path = tree.path(name, made)
            shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)
            os.chmod(tree.path(name), 0o555)
            self.refused(f"{name} is only to read", tree.run("build", before=obeying))
            os.chmod(tree.path(name), 0o755)
        os.chmod(tree.path("dev"), 0o555)
        self.went_well("help where nothing may be written", tree.run("help", before=obeying))
        tree = self.tree()
        with open(tree.path("build"), "w", encoding="utf-8"):
            pass
        self.refused("a file where the folder would be", tree.run("build"))

    def streams(self):
        tree = self.tree()
        for words in (("help",), ("build",), ("test",)):
            for end in (">&-", ">/dev/full"):
                self.refused(f"dev {words[0]} {end}", tree.run(*words, end=end))
            done = tree.run(*words, end="2>&-")
            self.note(f"dev {words[0]} 2>&-", [] if done.returncode == 0 else [f"ended with {done.returncode}"])
            done = tree.run(*words, end="<&-")
            self.went_well(f"dev {words[0]} <&-", done)
        done = tree.run("zebra", end="2>&-")
        self.note("dev zebra 2>&-", [] if done.returncode == 2 else [f"ended with {done.returncode}"])

    # --- hands ---

    def stopped(self):
        """Ctrl-C goes to all that run in the terminal; once, and again and again."""
        for tool, words in {"apt-get": ("setup",), "npm": ("setup",), "cmake": ("build",), "ninja": ("build",), "ctest": ("test",)}.items():
            for presses in (1, 4):
                tree = self.tree()
                tree.let("nothing", "is installed")
                tree.let(tool, "wait")
                process = tree.start(*words)
                wait_until(lambda: tree.has(tool + ".waits"), 30, f"{tool} was never called")
                for _ in range(presses):
                    try:
                        os.killpg(process.pid, signal.SIGINT)
                    except ProcessLookupError:
                        break
                    time.sleep(0.02)
                out, err = process.communicate(timeout=30)
                done = subprocess.CompletedProcess(words, process.returncode, b"", err)
                self.refused(f"Ctrl-C in {tool}, {presses} times", done, 130)
                tree.let_all_be_well()
                self.went_well(f"again after Ctrl-C in {tool}", tree.run(*words),
                               [] if os.path.isfile(tree.path("tests/differential/node_modules/.fetched")) else ["is not fetched"])

    def together(self):
        tree = self.tree()
        processes = [tree.start(*words) for words in (("build",), ("build",), ("test",), ("setup",))]
        for process in processes:
            _, err = process.communicate(timeout=60)
            self.note("four at once", [] if process.returncode == 0 else [f"ended with {process.returncode}"], err)
        self.note("four at once", ["two built at once"] if tree.has("overlap") else [])

    def all(self):
        for part in (self.words, self.places, self.machines, self.network, self.rights, self.streams, self.stopped, self.together, self.not_root):
            part()


def full_disk(source, folder, tries):
    """Nothing fits; then it does, and the work goes on."""
    for left in (0, 4096, 16384):
        for words in (("setup",), ("build",), ("test",)):
            mounted = os.path.join(folder, f"disk {left} {words[0]}")
            os.mkdir(mounted)
            disk = small_disk.SmallDisk(mounted, "2m")
            tree = Tree(source, mounted, "tree")
            tree.environment["STAND_INS"] = tree.state = os.path.join(folder, f"state {left} {words[0]}")
            os.mkdir(tree.state)
            tree.environment["HOME"] = folder
            disk.fill(left)
            tries.refused(f"dev {words[0]} with {left} bytes left", tree.run(*words))
            disk.empty()
            stamp = tree.path("tests/differential/node_modules/.fetched")
            done = tree.run(*words)
            whole = os.path.isfile(stamp) and os.path.getsize(stamp) > 60
            tries.went_well(f"dev {words[0]} with room again", done, [] if whole else ["is not fetched"])
            disk.unmount()


def main():
    source = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="faltakt-dev-") as folder:
        os.chmod(folder, 0o755)
        tries = Tries(source, folder)
        if small_disk.part_inside():
            full_disk(source, folder, tries)
        else:
            tries.all()
        print(f"{tries.count} tries")
        for fault in tries.faults:
            print("  " + fault)
        require(not tries.faults, f"{len(tries.faults)} answers of ./dev were not what they have to be")
    if not small_disk.part_inside():
        require(small_disk.inside("a full disk") == 0, "./dev on a full disk")


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"bad_dev: {failure}")
