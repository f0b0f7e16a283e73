#!/usr/bin/env python3
"""A worker enrols by holding the office's code before the camera, in the real app against the real server.

The camera is emulated below Qt by a library that is preloaded into the app: what it sees is a file. First she holds a
foreign code before it, then the camera is pulled out, then it is there again and sees the right code. Before she asks for
the camera, nothing of what plays and records may be loaded.

Usage: camera_job.py [--tell] BINARIES PICTURES LIBRARY FRAME_MAKER. Runs under the system's python3 as app_job.py does.
"""

import os
import subprocess
import sys

from app_job import PASSPHRASE, keep_evidence
from desk import App, Desk
from main_job import Teller
from programs import Failure, Place, Server, make_municipality, require
from screen_reader import BUTTON, HEADING, SECRET, Reader

FOREIGN = "https://example.org/meny"
# Names of libraries that the camera's back end brings.
MEDIA = ("libavcodec", "libavformat", "mediaplugin")


class Camera:
    """The file that the emulated camera sees, as the one who holds codes before it changes it."""

    def __init__(self, place, maker):
        self.file = place.file("frame")
        self._maker = maker

    def hold(self, text):
        made = self.file + ".new"
        subprocess.run([self._maker, text, made], check=True, timeout=60)
        os.replace(made, self.file)

    def pull_out(self):
        os.remove(self.file)


def loaded_media(app):
    with open(f"/proc/{app.pid}/maps", encoding="utf-8") as maps:
        text = maps.read()
    return [name for name in MEDIA if name in text]


def scan(tell, reader, app, camera, code):
    tell.step("The app starts for the first time; nothing of the camera is loaded.")
    camera.hold(FOREIGN)
    app.start()
    reader.find("Anslut enheten", HEADING)
    reader.activate()
    require(not loaded_media(app), f"loaded before it was asked for: {loaded_media(app)}")
    tell.step("She asks for the camera and holds a foreign code before it.")
    reader.press("Skanna kod", BUTTON)
    tell.fact(reader.hear("inte en kod från kontoret").name)
    tell.step("The camera is pulled out, and is there again with the office's code before it.")
    camera.pull_out()
    tell.fact(reader.hear("Kameran slutade ge bilder").name)
    camera.hold(code)
    reader.press("Försök igen", BUTTON)
    reader.find("Ny lösenfras", SECRET)
    tell.step("The code is taken; she chooses a passphrase, and the device is hers.")
    reader.write("Ny lösenfras", PASSPHRASE, SECRET)
    reader.press("Fortsätt")
    reader.write("Lösenfrasen igen", PASSPHRASE, SECRET)
    reader.press("Anslut", BUTTON)
    reader.find("I dag", HEADING)


def play(tell, binaries, pictures, library, maker):
    with Place(binaries) as place, Server(place) as server, Desk(place.path, place.environment) as desk:
        _, workers = make_municipality(server)
        server.start()
        code = server.one("device", "code", "--worker", workers[0])["code"]
        camera = Camera(place, maker)
        with App(place, desk, place.file("app.log")) as app:
            reader = Reader(desk, app)
            desk.environment.update(LD_PRELOAD=library, FALTAKT_CAMERA=camera.file)
            try:
                scan(tell, reader, app, camera, code)
                server.stop()
            except Failure:
                keep_evidence(desk, reader, app, pictures)
                raise


def main():
    words = sys.argv[1:]
    paths = [word for word in words if word != "--tell"]
    if len(paths) != 4:
        sys.exit("usage: camera_job.py [--tell] BINARIES PICTURES LIBRARY FRAME_MAKER")
    try:
        play(Teller("--tell" in words), *paths)
    except Failure as failure:
        sys.exit(f"camera job: {failure}")
    print("camera job: all steps done")


if __name__ == "__main__":
    main()
