#!/usr/bin/env python3
"""Somebody sits between a device and its server, with mitmproxy, and gets nothing.

Two of them: one with certificates of his own, which the device's system trusts; one who also shows the server's true root in
his chain. Neither enrolling nor a sync goes past them: no request reaches them, no code is spent, nothing is lost, and the
device says so in words. That they would read everything of a client that checks less is shown first.

Usage: man_in_the_middle.py BINARIES
"""

import json
import os
import signal
import socket
import ssl
import subprocess
import sys

from programs import PATIENCE, UNREACHABLE, Device, Failure, Place, Server, make_municipality, require, wait_until
from switch import Switch

MITMDUMP = "/usr/bin/mitmdump"
NOTE = "Ett ord som ingen annan får se: blåklocka."


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Middleman:
    """mitmproxy before the server, writing down each request that it can read."""

    def __init__(self, place, name, server, *options):
        self.name = name
        self.flows = place.file(name + ".flows")
        self._log = place.file(name + ".log")
        self._home = place.file(name)
        port = free_port()
        self.address = f"127.0.0.1:{port}"
        self.authority = os.path.join(self._home, "mitmproxy-ca-cert.pem")
        with open(self._log, "ab") as log:
            self._process = subprocess.Popen(
                [MITMDUMP, "--mode", f"reverse:https://{server.address}", "--listen-host", "127.0.0.1", "--listen-port",
                 str(port), "--ssl-insecure", "--set", f"confdir={self._home}", "--save-stream-file", self.flows, *options],
                stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=dict(place.environment, PYTHONUNBUFFERED="1"))
        wait_until(self._listens, PATIENCE, "mitmproxy did not begin to listen")

    def _listens(self):
        require(self._process.poll() is None, "mitmproxy ended: " + self.told())
        try:
            socket.create_connection(self.address.split(":"), timeout=1).close()
            return True
        except OSError:
            return False

    def told(self):
        with open(self._log, encoding="utf-8", errors="replace") as file:
            return file.read()

    def seen(self):
        """The requests that he could read, as raw bytes of all flows; they are on disk when he has gone."""
        require(self._process.poll() is not None, "he is still there")
        if not os.path.exists(self.flows):
            return b""
        with open(self.flows, "rb") as file:
            return file.read()

    def handshakes_refused(self):
        return self.told().count("TLS handshake failed")

    def close(self):
        if self._process.poll() is not None:
            return
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def ask_carelessly(address):
    """What a client that checks nothing gets through him."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    host, port = address.split(":")
    with socket.create_connection((host, int(port)), timeout=10) as plain, \
            context.wrap_socket(plain, server_hostname="localhost") as channel:
        channel.sendall(b"POST /v1/hello HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        b"Content-Length: 2\r\nConnection: close\r\n\r\n{}")
        answer = b""
        while data := channel.recv(4096):
            answer += data
        return answer


def root_of(server):
    """The server's own root certificate, which it sends to everybody in its chain."""
    host, port = server.address.split(":")
    shown = subprocess.run(["openssl", "s_client", "-connect", f"{host}:{port}", "-showcerts"], capture_output=True, text=True,
                           timeout=PATIENCE, stdin=subprocess.DEVNULL, check=False).stdout
    begin = shown.rindex("-----BEGIN CERTIFICATE-----")
    end = shown.index("-----END CERTIFICATE-----", begin)
    return shown[begin:end] + "-----END CERTIFICATE-----\n"


def leaf_with(place, root):
    """A key and a certificate for the server's name that he signed himself, with the true root behind it."""
    key, leaf = place.file("leaf.key"), place.file("leaf.pem")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
                    key, "-out", leaf, "-days", "30", "-subj", "/CN=localhost", "-addext",
                    "subjectAltName=DNS:localhost,IP:127.0.0.1"], check=True, capture_output=True, timeout=PATIENCE)
    with open(key, encoding="ascii") as first, open(leaf, encoding="ascii") as second:
        return place.write("bundle.pem", first.read() + second.read() + root)


def sync_through(middleman, switch, device, waiting):
    """No sync goes past him; the device keeps its work."""
    switch.begin(middleman.address)
    require(device.run("sync", expect=UNREACHABLE) == [], "a sync past him printed something")
    require(device.one("status")["outbox"] == waiting, "the work is not in the outbox any more")


def enrol_through(middleman, switch, place, server, worker):
    """No enrolment goes past him; the code's secret stays unknown to him, so that it is still good where nobody sits between."""
    code = server.one("device", "code", "--worker", worker, "--url", f"https://{switch.address}")["code"]
    switch.begin(middleman.address)
    late = Device(place, "late at " + middleman.name)
    done = subprocess.run(late.command("enrol", "-", "--unlock-time", "1"), capture_output=True, text=True, input=code + "\n",
                          timeout=PATIENCE, env=place.environment)
    require(done.returncode != 0, "a device was enrolled past him")
    require(not os.path.exists(late.folder), "half a device was left")
    switch.begin(server.address)
    late.enrol(code)
    return done.stderr.strip()


def check_blind(middleman):
    """He was talked to, and could read nothing."""
    middleman.close()
    require(middleman.handshakes_refused() > 0, "the device never came by him: " + middleman.told()[-600:])
    require(middleman.seen() == b"", "he read a request")


def run(place, server):
    _, workers = make_municipality(server)
    server.start()
    switch = Switch()
    switch.begin(server.address)
    device = Device(place, "device")
    device.enrol(server.one("device", "code", "--worker", workers[0], "--url", f"https://{switch.address}")["code"])
    case = device.one("case", "new", "--set", 'givenName="Kim"')["case"]
    device.one("new", case, "note", "--set", f"text={json.dumps(NOTE)}")
    waiting = device.one("status")["outbox"]

    careless = Middleman(place, "careless", server)
    try:
        answer = ask_carelessly(careless.address)
        require(answer.startswith(b"HTTP/1.1 4"), f"the server did not answer through him: {answer[:80]}")
    finally:
        careless.close()
    require(b"/v1/hello" in careless.seen(), "he cannot read what goes through him; that proves nothing: " + careless.told()[-600:])

    trusted = Middleman(place, "trusted", server)
    place.environment["SSL_CERT_FILE"] = trusted.authority
    with_root = Middleman(place, "with-root", server, "--certs", f"*={leaf_with(place, root_of(server))}")
    try:
        words = []
        for middleman in (trusted, with_root):
            words.append(enrol_through(middleman, switch, place, server, workers[1]))
            sync_through(middleman, switch, device, waiting)
            check_blind(middleman)
    finally:
        trusted.close()
        with_root.close()
    switch.begin(server.address)
    report = device.one("sync")
    require(report["accepted"] == waiting and report["outbox"] == 0, f"the work did not arrive afterwards: {report}")
    switch.close()
    server.stop()
    print(f"man in the middle: {waiting} changes kept and then delivered, two codes kept good, no request read; enrolling said: "
          + " / ".join(words))


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: man_in_the_middle.py BINARIES")
    try:
        with Place(sys.argv[1]) as place, Server(place) as server:
            run(place, server)
    except Failure as failure:
        sys.exit(f"man in the middle: {failure}")


if __name__ == "__main__":
    main()
