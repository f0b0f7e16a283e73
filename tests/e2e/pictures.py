"""Photos for the end-to-end tests: made here, with what a phone puts beside the picture."""

import random
import struct
import zlib


def png_chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def noise_png(width, height, seed, texts=()):
    """Colours by chance, which no format makes small; with texts beside the picture."""
    dice = random.Random(seed)
    rows = b"".join(b"\0" + dice.randbytes(width * 3) for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [png_chunk(b"IHDR", head)]
    parts += [png_chunk(b"tEXt", name.encode("latin-1") + b"\0" + text.encode("latin-1")) for name, text in texts]
    parts += [png_chunk(b"IDAT", zlib.compress(rows, 1)), png_chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)
