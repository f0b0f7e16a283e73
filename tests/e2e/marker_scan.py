"""Looks for planted markers in files, in every form in which a program might leave them lying about."""

import base64
import os
import subprocess

ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"


def forms(marker):
    """(name, bytes) for each form of one marker that is searched for."""
    text = marker.encode("utf-8")
    yield "UTF-8", text
    yield "UTF-16LE", marker.encode("utf-16-le")
    yield "UTF-16BE", marker.encode("utf-16-be")
    yield "hex", text.hex().encode()
    for shift in range(3):
        # What lies before the marker decides how it is cut into groups of six bits; the groups that hold only bits of
        # the marker look the same whatever stands around it.
        padded = base64.b64encode(b"\0" * shift + text + b"\0" * 3)
        first = (shift * 8 + 5) // 6
        last = (shift + len(text)) * 8 // 6
        inner = padded[first:last]
        yield f"base64 at {shift}", inner
        yield f"base64url at {shift}", inner.replace(b"+", b"-").replace(b"/", b"_")


class Scanner:
    """Searches files and folders for a set of markers."""

    def __init__(self, markers):
        self._forms = [(marker, name, pattern) for marker in markers for name, pattern in forms(marker)]
        self.files = 0
        self.bytes = 0
        self.frames = 0

    def scan_bytes(self, content):
        """What is found in some bytes and inside the zstd frames that stand in them, as 'marker (form)'."""
        found = {f"{marker} ({name})" for marker, name, pattern in self._forms if pattern in content}
        start = content.find(ZSTD_MAGIC)
        while start >= 0:
            unpacked = unpack(content[start:])
            if unpacked:
                self.frames += 1
                found.update(f"{hit} inside zstd" for hit in self.scan_bytes(unpacked))
            start = content.find(ZSTD_MAGIC, start + 1)
        return found

    def scan_folder(self, folder):
        """'path: marker (form)' for all files below a folder; names of files are looked at too."""
        findings = []
        for root, folders, files in os.walk(folder):
            for name in folders + files:
                findings += [f"the name {name}: {hit}" for hit in self.scan_bytes(name.encode())]
            for name in files:
                path = os.path.join(root, name)
                if not os.path.isfile(path):
                    continue  # a socket
                with open(path, "rb") as file:
                    content = file.read()
                self.files += 1
                self.bytes += len(content)
                findings += [f"{os.path.relpath(path, folder)}: {hit}" for hit in self.scan_bytes(content)]
        return findings


def unpack(content):
    """What the zstd program makes of bytes that begin like a frame; it gives what it has when the end is missing."""
    done = subprocess.run(["zstd", "-dcq", "--memory=64MB"], input=content[:1 << 24], capture_output=True, timeout=30, check=False)
    return done.stdout[:1 << 25]
