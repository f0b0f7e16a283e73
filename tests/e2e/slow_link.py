#!/usr/bin/env python3
"""Photos over a line of 32 kbit/s, as there is in a forest: a chunk is more than a minute on its way, and comes through.

A photo of more than one chunk is sent and fetched over a line that carries 4,000 bytes a second each way: both programs bear
it as long as it goes on.

Usage: slow_link.py BINARIES
"""

import sys
import time

from pictures import noise_png
from programs import Device, Failure, Place, Server, make_municipality, require
from switch import Switch

RATE = 32_000 / 8
CHUNK = 256 * 1024


def content_of(path):
    with open(path, "rb") as file:
        return file.read()


def run(place, server, switch):
    _, workers = make_municipality(server)
    server.start()
    switch.begin(server.address)
    first, second = (Device(place, name) for name in ("first", "second"))
    for device, worker in ((first, workers[0]), (second, workers[1])):
        device.enrol(server.one("device", "code", "--worker", worker, "--url", "https://" + switch.address)["code"])
    case = first.one("case", "new", "--set", 'givenName="Kim"')["case"]
    path = place.file("photo.png")
    with open(path, "wb") as file:
        file.write(noise_png(680, 640, 1, []))
    made = first.one("attach", case, path)
    require(CHUNK < made["size"] < 1.5 * CHUNK, f"the photo came out as {made['size']} bytes")

    switch.rate = RATE
    begun = time.monotonic()
    report = first.one("sync")
    sending = time.monotonic() - begun
    require(report.get("attachmentsSent") == 1 and "attachmentsWaiting" not in report, f"it was not sent: {report}")
    # Otherwise the line was not as slow as is told here.
    require(sending > made["size"] / RATE, f"it was sent in {sending:.0f} s")
    require(report["bytesSent"] < made["size"] + 40_000, f"some of it was sent twice: {report['bytesSent']}")

    second.one("sync")
    begun = time.monotonic()
    out, own = place.file("out.jpg"), place.file("own.jpg")
    second.one("attachment", "fetch", made["record"], out)
    fetching = time.monotonic() - begun
    require(fetching > made["size"] / RATE, f"it was fetched in {fetching:.0f} s")
    switch.rate = None
    first.one("attachment", "fetch", made["record"], own)
    require(content_of(out) == content_of(own), "another picture came")
    return made["size"], sending, fetching


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: slow_link.py BINARIES")
    switch = Switch()
    try:
        with Place(sys.argv[1]) as place, Server(place) as server:
            size, sending, fetching = run(place, server, switch)
    except Failure as failure:
        sys.exit(f"slow link: {failure}")
    finally:
        switch.close()
    print(f"slow link: {size} bytes over 32 kbit/s, sent in {sending:.0f} s, fetched in {fetching:.0f} s")


if __name__ == "__main__":
    main()
