#!/usr/bin/env python3
"""Photos in people's files between two devices and the real server.

A photo of nearly 5 MiB (more does not come out of the drawing anew) is put in without a network, its sending is killed in the middle by the device's death and by the
server's, goes on from there, and comes to the colleague's device byte for byte, also after that one was killed while
fetching. Who has no right to the file gets nothing. Nothing that stood beside the picture, no caption and no picture lies
readable in any folder; the bytes go with the right to the file, and a backup brings them back.

Usage: attachments.py BINARIES
"""

import os
import signal
import sys
import time

from marker_scan import Scanner
from pictures import noise_png
from programs import FAILED, PATIENCE, UNREACHABLE, Device, Failure, Place, Server, make_municipality, require
from switch import Switch

MARKS = ("PLACEMARK-59.4439", "CAPTIONMARK-hyresavi")
CHUNK = 256 * 1024


def write_photo(place, name, width, height, seed):
    path = place.file(name)
    with open(path, "wb") as file:
        file.write(noise_png(width, height, seed, [("Location", MARKS[0])]))
    return path


def content_of(path):
    with open(path, "rb") as file:
        return file.read()


def chunks_in(device):
    folder = os.path.join(device.folder, "blobs")
    if not os.path.isdir(folder):
        return []
    return sorted(name for name in os.listdir(folder) if not name.endswith(".new"))


def kill_when(switch, server, process, passed):
    """Ends the process when so much has gone to the server, however far it is with the rest."""
    def watch(count):
        if count >= passed and process.poll() is None:
            process.kill()
    switch.begin(server.address, watch)
    process.wait(PATIENCE)


def state_of(device, case):
    return device.one("attachments", case)["state"]


def interrupted_sending(switch, server, device, case, size):
    """Killed at the device, then at the server; what came before stays, and the rest is all that travels after."""
    process = device.start("sync")
    kill_when(switch, server, process, 2 * 1024 * 1024)
    switch.begin(server.address)
    require(state_of(device, case) == "waiting", "a killed sending counts as done")

    process = device.start("sync")

    def server_dies(count):
        if count >= 1536 * 1024 and process.poll() is None:
            switch.watch = None
            server.stop(signal.SIGKILL)
    switch.begin(server.address, server_dies)
    process.wait(PATIENCE)
    require(process.returncode == UNREACHABLE, f"a sync whose server died ended with {process.returncode}")
    require(state_of(device, case) == "waiting", "it counts as sent though the server died")

    server.start()
    switch.begin(server.address)
    report = device.one("sync")
    require(report.get("attachmentsSent") == 1 and "attachmentsWaiting" not in report, f"it was not sent in the end: {report}")
    require(report["bytesSent"] < size - 2 * 1024 * 1024, f"it began anew: {report['bytesSent']} of {size}")
    return report["bytesSent"]


def run(place, server, switch):
    _, workers = make_municipality(server)
    stranger_team = server.one("team", "add", "Andra", "--tenant", "Exempelkommunen")["id"]
    stranger = server.one("worker", "add", "Sam Ny", "--tenant", "Exempelkommunen", "--team", stranger_team)["id"]
    server.start()
    switch.begin(server.address)
    first, second, other = (Device(place, name) for name in ("first", "second", "other"))
    for device, worker in ((first, workers[0]), (second, workers[1]), (other, stranger)):
        device.enrol(server.one("device", "code", "--worker", worker, "--url", "https://" + switch.address)["code"])

    # Refused in words, and nothing is written.
    case = first.one("case", "new", "--set", 'givenName="Kim"')["case"]
    first.run("attach", case, place.write("paper.pdf", "%PDF-1.7\n"), expect=FAILED)
    first.run("attach", case, place.write("cut.png", "\x89PNG"), expect=FAILED)
    first.run("attach", case, place.file("nothing.jpg"), expect=FAILED)
    require(chunks_in(first) == [] and first.run("attachments", case) == [], "a refused file left something")

    # Put in without the server, as large as a photo can come out.
    server.stop()
    photo = write_photo(place, "photo.png", 2560, 2560, 1)
    made = first.one("attach", case, photo, "--caption", MARKS[1])
    size = made["size"]
    require(size > 4.5 * 1024 * 1024, f"the photo came out as {size} bytes")
    require(len(chunks_in(first)) == (size + CHUNK - 1) // CHUNK, "the chunks are not all there")
    require(state_of(first, case) == "waiting", "it does not wait")
    first.run("sync", expect=UNREACHABLE)
    server.start()

    sent = interrupted_sending(switch, server, first, case, size)
    require(state_of(first, case) == "here", "it is not here after the sending")

    room = sum(line["attachmentBytes"] for line in server.admin("device", "list"))
    require(room == size, f"the devices' room is told as {room} bytes, the photo has {size}")

    # On demand: the colleague has the record, and the bytes when somebody asks.
    require(second.one("sync")["bytesReceived"] < 200_000, "the bytes came without being asked for")
    listed = second.one("attachments", case)
    require(listed["state"] == "elsewhere" and listed["caption"] == MARKS[1], f"the colleague sees {listed}")
    out = place.file("out.jpg")
    process = second.start("attachment", "fetch", made["record"], out)
    end = time.monotonic() + PATIENCE
    while len(chunks_in(second)) < 5 and process.poll() is None:
        require(time.monotonic() < end, "nothing is fetched")
        time.sleep(0.005)
    process.kill()
    process.wait()
    held = chunks_in(second)
    require(5 <= len(held) < len(chunks_in(first)), f"the fetching was not cut in the middle: {len(held)}")
    stamps = {name: os.stat(os.path.join(second.folder, "blobs", name)).st_mtime_ns for name in held}
    second.one("attachment", "fetch", made["record"], out)
    for name, stamp in stamps.items():
        require(os.stat(os.path.join(second.folder, "blobs", name)).st_mtime_ns == stamp, "a chunk was fetched again")
    own = place.file("own.jpg")
    first.one("attachment", "fetch", made["record"], own)
    require(content_of(out) == content_of(own), "the colleague got another picture")
    require(content_of(out).startswith(b"\xff\xd8\xff") and MARKS[0].encode() not in content_of(out),
            "what stood beside the picture came along")
    require(os.stat(out).st_mode & 0o777 == 0o600, "others may read the file")
    second.run("attachment", "fetch", made["record"], out, expect=FAILED)  # never over a file

    # Without a right there is nothing, not even the record.
    other.one("sync")
    other.run("attachments", case, expect=FAILED)
    other.run("attachment", "fetch", made["record"], place.file("stolen.jpg"), expect=FAILED)
    require(not os.path.exists(place.file("stolen.jpg")) and chunks_in(other) == [], "somebody without a right got it")

    # Named before it has come: told in words, and it comes later.
    early = first.one("attach", case, write_photo(place, "second.png", 900, 700, 2))
    process = first.start("sync")
    kill_when(switch, server, process, 150_000)  # after the change, in the middle of the picture
    switch.begin(server.address)
    second.one("sync")
    second.run("attachment", "fetch", early["record"], place.file("early.jpg"), expect=FAILED)
    first.one("sync")
    second.one("attachment", "fetch", early["record"], place.file("early.jpg"))

    reads = [entry for entry in server.admin("log", "review", "--tenant", "Exempelkommunen") if entry.get("word") == "attachment"]
    require(any(entry["act"] == "written" for entry in reads) and any(entry["act"] == "delivered" for entry in reads),
            "the access log does not tell of it")

    backup_and_end(place, server, first, second, case, made)
    return size, sent


def backup_and_end(place, server, first, second, case, made):
    """A backup holds the bytes; a server that was put back to before them gets them again from who has them."""
    backup = place.file("backup.db")
    server.one("backup", backup)
    late = first.one("attach", case, write_photo(place, "late.png", 400, 300, 3))
    first.one("sync")
    server.stop()
    old = server.data
    server.data = place.file("restored")
    os.makedirs(server.data, mode=0o700)
    os.rename(os.path.join(old, "keys"), os.path.join(server.data, "keys"))
    server.one("restore", backup)
    server.start()
    report = first.one("sync")
    require(report.get("attachmentsSent", 0) >= 1, f"the restored server did not get the bytes again: {report}")
    second.one("sync")
    second.one("attachment", "fetch", late["record"], place.file("late.jpg"))

    # A removed one goes from the devices; the case that is taken away takes all of its bytes along.
    second.run("set", made["record"], "deleted", "true")
    second.one("sync")
    left = {name.split(".")[0] for name in chunks_in(second)}
    require(len(left) == 2, f"a removed attachment left its bytes: {left}")
    scanner = Scanner(list(MARKS))
    findings = [each for folder in (first.folder, second.folder, server.data) for each in scanner.scan_folder(folder)]
    require(not findings, f"readable in a folder: {findings[:5]}")
    require(scanner.files > 10, "nothing was searched")
    server.admin("case", "close", case)
    for device in (first, second):
        device.one("sync")
        require(chunks_in(device) == [], f"{device.name} kept bytes of a case that was taken away")


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: attachments.py BINARIES")
    switch = Switch()
    try:
        with Place(sys.argv[1]) as place, Server(place) as server:
            size, sent = run(place, server, switch)
    except Failure as failure:
        sys.exit(f"attachments: {failure}")
    finally:
        switch.close()
    print(f"attachments: {size} bytes through a killed device and a killed server, {sent} of them after the last kill; "
          f"fetched through a kill, refused without a right, nothing readable")


if __name__ == "__main__":
    main()
