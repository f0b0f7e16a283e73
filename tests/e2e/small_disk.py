"""A disk of a few megabytes in a mount namespace of the test's own, and programs that may not do what root may."""

import os
import shutil
import subprocess
import sys

INSIDE = "FALTAKT_PRIVATE_MOUNTS"


def may_mount():
    """The words before a command that runs it with mounts of its own; None where this machine does not allow that."""
    for words in (["unshare", "-m"], ["unshare", "-r", "-m"]):
        try:
            tried = subprocess.run([*words, "sh", "-c", "mount -t tmpfs -o size=64k tmpfs /mnt"], capture_output=True, timeout=30)
        except OSError:
            return None
        if tried.returncode == 0:
            return words
    return None


def inside(part):
    """Runs the script that calls it once more, for this part of it, where it may mount; its exit code. Says so where it may not."""
    words = may_mount()
    if words is None:
        print(f"{part}: left out, as this machine lets nobody mount a small disk")
        return 0
    return subprocess.run([*words, sys.executable, "-B", *sys.argv], env=dict(os.environ, **{INSIDE: part})).returncode


def part_inside():
    """Which part this process is to run, or None in the first one."""
    return os.environ.get(INSIDE)


class SmallDisk:
    """Mounted on a folder; only for processes of the namespace, and gone with it."""

    def __init__(self, folder, size):
        self.folder = folder
        self._filler = os.path.join(folder, "filler")
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size},mode=755", "tmpfs", folder], check=True)

    def fill(self, left=0):
        """Until so many bytes are left."""
        self.empty()
        room = os.statvfs(self.folder)
        count = room.f_bavail * room.f_frsize - left
        with open(self._filler, "wb") as file:
            for _ in range(count // 4096):
                try:
                    file.write(b"\0" * 4096)
                    file.flush()
                except OSError:
                    break

    def empty(self):
        if os.path.exists(self._filler):
            os.remove(self._filler)

    def unmount(self):
        subprocess.run(["umount", "-l", self.folder], check=True)


def obeying():
    """The words before a command that make it keep to the rights of files, which root does not. None where that cannot be had."""
    if os.geteuid() != 0:
        return []
    program = shutil.which("setpriv")
    words = [program, "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search"]
    return words if program and subprocess.run([*words, "true"], capture_output=True, timeout=30).returncode == 0 else None
