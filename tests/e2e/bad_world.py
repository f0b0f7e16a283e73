"""The folders that the wrong calls of bad_input.py work on: a server's data and a device that is full enough to be hurt.

Each thread has copies of its own, so that no call finds a folder in use and takes that for its answer.
"""

import datetime
import json
import os
import shutil
import threading

import bad_words
from main_job import reports
from packs import publisher, write_folder
from pictures import noise_png
from programs import Device, Server, lob_csv, make_municipality

# Stand for the thread's own copies.
STORE, DATA, NEW = b"@STORE@", b"@DATA@", b"@NEW@"
EXAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "assets", "examples", "exempelby.json")


class World:
    def __init__(self, place):
        self.place = place
        self.scratch = place.file("scratch")
        os.mkdir(self.scratch)
        self.server = Server(place)
        self.device = Device(place, "device")
        self._local = threading.local()
        self._lock = threading.Lock()
        self._copies = 0
        self.words = {}
        self.bad = place.file("bad")
        os.mkdir(self.bad)
        self.files = bad_words.files(self.bad)
        self.places = {"no such folder": os.path.join(self.bad, "missing", "out").encode(), "a folder": self.bad.encode(),
                       "no path": b"", "what exists": self.files["text"], "a full device": b"/dev/full",
                       "too long a name": os.path.join(self.bad, "x" * 300).encode()}
        self.folders = {"no such folder": os.path.join(self.bad, "missing", "folder").encode(), "a file": self.files["text"],
                        "an empty folder": self.folder("hollow").encode(), "too long a name": os.path.join(self.bad, "x" * 300).encode(),
                        "not UTF-8": os.path.join(self.bad, "not").encode() + b"\xff"}
        self.pin_file = place.file("device.pin")

    def folder(self, name):
        path = self.place.file(name)
        os.mkdir(path)
        return path

    def copies(self):
        """The thread's own folders: of a device, of a server, and one that is not there."""
        if not hasattr(self._local, "folders"):
            with self._lock:
                self._copies += 1
                name = self.place.file(f"copy-{self._copies}")
            os.mkdir(name)
            for what in ("device", "server"):
                shutil.copytree(self.place.file(what), os.path.join(name, what))
            self._local.folders = [os.path.join(name, what).encode() for what in ("device", "server", "new")]
        return self._local.folders

    def renew(self):
        """After a call that did something, the next one finds the beginning again."""
        shutil.rmtree(os.path.dirname(self._local.folders[0]))
        del self._local.folders


def prepare(place):
    """Server and device with one person who has everything that a verb may ask for; the server is stopped."""
    world = World(place)
    server, device = world.server, world.device
    _, workers = make_municipality(server)
    key, pack = place.file("publisher.pem"), place.file("signed.pack")
    code = publisher(place, "key", key)["code"]
    folder = write_folder(place, "pack", "1", "Egna ord?")
    publisher(place, "sign", "--key", key, folder, pack)
    server.start()
    device.enrol(server.one("device", "code", "--worker", workers[0])["code"])
    sheet = place.write("lob.csv", lob_csv(reports(datetime.date.today())[:1]))
    server.one("lob", "import", sheet, "--assign", workers[0])
    device.one("sync")
    case = device.people()[0]["case"]
    answers = place.write("answers.json", json.dumps({str(item): 0 for item in range(1, 11)}))
    assessment = device.one("screen", "audit", "--answers", answers, "--case", case)["record"]
    photo = place.file("photo.png")
    with open(photo, "wb") as file:
        file.write(noise_png(40, 30, 1))
    attachment = device.one("attach", case, photo)["record"]
    response = place.write("response.json", json.dumps(device.one("fhir", "export", assessment)))
    device.one("sync")
    server.one("backup", place.file("backup"))
    recovery = place.file("recovery.key")
    server.admin("recovery", "make", "--out", recovery)
    device.one("case", "new", "--set", 'givenName="Osänd"')
    world.words = {
        "code": server.one("device", "code", "--worker", workers[0])["code"], "case": case,
        "record": device.records(case, "person")[0]["record"], "assessment": assessment, "attachment": attachment, "photo": photo,
        "answers": answers, "response": response, "publisher": code, "new file": place.file("new"), "backup": place.file("backup"),
        "key file": shutil.copy(os.path.join(device.folder, "keys.json"), place.file("keys.json")), "recovery": recovery, "profile": EXAMPLE, "worker": workers[0],
        "colleague": workers[1], "device": server.one("device", "list")["device"], "outbox": os.path.join(device.folder, "outbox.sealed"),
        "pack": folder, "key": key, "signed pack": pack, "reports": sheet}
    world.words = {"{" + name + "}": word for name, word in world.words.items()}
    server.stop()
    return world
