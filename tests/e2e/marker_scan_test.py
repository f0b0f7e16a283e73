#!/usr/bin/env python3
"""The scanner for planted markers must find them, in every form it claims to know."""

import base64
import os
import shutil
import subprocess
import tempfile
import unittest

from marker_scan import Scanner

MARKER = "Zq7markerXw0Kp"


class ScannerTest(unittest.TestCase):
    def found(self, content):
        return Scanner([MARKER]).scan_bytes(content)

    def test_plain_text_in_each_encoding(self):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            self.assertTrue(self.found(b"\x01\x02" + f"before {MARKER} after".encode(encoding)), encoding)

    def test_base64_at_each_alignment(self):
        for before in (b"", b"a", b"ab", b"abc", b"\xff\xfe"):
            content = before + MARKER.encode() + b"\xff\xfe after"
            self.assertTrue(self.found(base64.b64encode(content)), before)
            self.assertTrue(self.found(base64.urlsafe_b64encode(content).rstrip(b"=")), before)

    def test_hex(self):
        self.assertTrue(self.found((b"x" + MARKER.encode()).hex().encode()))

    @unittest.skipUnless(shutil.which("zstd"), "zstd is not installed")
    def test_inside_a_frame_in_the_middle_of_other_bytes(self):
        frame = subprocess.run(["zstd", "-cq"], input=(f"{MARKER} " * 50).encode(), capture_output=True, check=True).stdout
        self.assertNotIn(MARKER.encode() * 2, frame)
        self.assertTrue(any("zstd" in hit for hit in self.found(os.urandom(100) + frame + os.urandom(100))))

    def test_other_bytes_hold_nothing(self):
        self.assertEqual(self.found(os.urandom(1 << 16)), set())

    def test_names_of_files(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, f"{MARKER}.txt"), "wb"):
                pass
            self.assertTrue(Scanner([MARKER]).scan_folder(folder))


if __name__ == "__main__":
    unittest.main()
