#!/usr/bin/env python3
"""A server that is told to stop: what is under way ends well, who waits is answered at once, nobody new is let in, and
the time is bounded, whatever a client does. Beside that, what /healthz says.

Usage: drain_test.py BINARIES
"""

import http.client
import json
import os
import signal
import socket
import ssl
import subprocess
import sys
import time

from programs import DONE, PATIENCE, Device, Failure, LineReader, Place, Server, make_municipality, require, wait_until

LONG_POLL = 50
PROMPT = 8  # seconds, on a machine that builds at the same time
BOUND = 20  # seconds: the server's own patience of ten, and some


def connect(server):
    """A TLS connection of a client that trusts the server's root."""
    host, port = server.address.split(":")
    trust = ssl.create_default_context(cafile=os.path.join(server.data, "keys", "root.pem"))
    return trust.wrap_socket(socket.create_connection((host, int(port)), timeout=BOUND), server_hostname=host)


def read_answer(connection):
    answer = http.client.HTTPResponse(connection)
    answer.begin()
    return answer.status, answer.read()


def health(address):
    client = http.client.HTTPConnection(address, timeout=PATIENCE)
    client.request("GET", "/healthz")
    answer = client.getresponse()
    return answer.status, answer.read()


def serve_with_metrics(place, server):
    with open(server.log, "ab") as log:
        process = subprocess.Popen(
            [place.program("faltakt-server"), "--data", server.data, "serve", "--listen", server.address or "127.0.0.1:0",
             "--metrics", "127.0.0.1:0"],
            stdout=subprocess.PIPE, stderr=log, stdin=subprocess.DEVNULL, text=True, env=place.environment)
    ready = json.loads(LineReader(process.stdout).next(PATIENCE))
    server.address = ready["listening"]
    return process, ready["metrics"]


def begin_request(server):
    """A request of which a part is with the server."""
    connection = connect(server)
    connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: ")
    return connection


def stop_well(place, server, device):
    process, metrics = serve_with_metrics(place, server)
    require(health(metrics) == (200, b"ok\n"), "a healthy server does not say so")
    with connect(server) as connection:
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        require(read_answer(connection) == (200, b'{"status":"ok"}'), "the main address does not tell of health")
    device.one("sync")
    waiting = device.start("sync", "--wait", str(LONG_POLL))
    under_way = begin_request(server)
    time.sleep(2)  # The device is in its long poll, the half request with the server.
    require(waiting.poll() is None, "the device does not wait")
    begin = time.monotonic()
    process.send_signal(signal.SIGTERM)
    out, _ = waiting.communicate(timeout=PATIENCE)
    polled = time.monotonic() - begin
    require(waiting.returncode == DONE and json.loads(out)["pulled"] == 0, f"the long poll did not end well: {out}")
    require(polled < PROMPT, f"the long poll ended only after {polled:.1f} s")
    wait_until(lambda: refused(server), PROMPT, "a stopping server lets new connections in")
    require(process.poll() is None, "the server did not wait for the request under way")
    under_way.sendall(b"x\r\n\r\n")
    status, _ = read_answer(under_way)
    require(status == 200, f"the request under way was answered {status}")
    require(process.wait(PROMPT) == 0, "the server did not end well")
    process.stdout.close()
    return polled


def refused(server):
    try:
        connect(server).close()
    except OSError:
        return True
    return False


def stop_in_bounded_time(place, server):
    """A client that never ends its request holds nothing up for long."""
    process, _ = serve_with_metrics(place, server)
    with begin_request(server):
        time.sleep(2)  # The half request is with the server.
        begin = time.monotonic()
        process.send_signal(signal.SIGTERM)
        time.sleep(1)
        require(process.poll() is None, "the server did not wait for the request under way")
        require(process.wait(BOUND) == 0, "the server did not end well")
    process.stdout.close()
    return time.monotonic() - begin


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: drain_test.py BINARIES")
    try:
        with Place(sys.argv[1]) as place:
            server, device = Server(place), Device(place, "Kim")
            _, workers = make_municipality(server)
            with server:
                server.start()
                device.enrol(server.one("device", "code", "--worker", workers[0])["code"])
                server.stop()
            polled = stop_well(place, server, device)
            bounded = stop_in_bounded_time(place, server)
    except (Failure, subprocess.TimeoutExpired) as failure:
        sys.exit(f"drain: {failure}")
    print(f"drain: the long poll ended after {polled:.2f} s, the request under way was answered, nobody new was let in; a "
          f"client that never ends its request is left after {bounded:.1f} s")


if __name__ == "__main__":
    main()
