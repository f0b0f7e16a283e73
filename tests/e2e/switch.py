"""A door before several servers: one address for a device, behind which the test chooses who answers, and over how slow a line."""

import socket
import threading
import time


class Switch:
    """Passes bytes on without reading them (they are TLS). `watch` sees how many went to the server so far."""

    def __init__(self):
        self._listener = socket.create_server(("127.0.0.1", 0))
        # Small, so that what a slow line has not carried yet waits at its sender.
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16 * 1024)
        self.address = "127.0.0.1:%d" % self._listener.getsockname()[1]
        self.target = None
        self.watch = None
        self.passed = 0
        self.rate = None  # bytes a second in each direction, of all connections together; None: as fast as it goes
        self._free = {True: 0.0, False: 0.0}  # when the line has carried what was given to it
        self._lock = threading.Lock()
        threading.Thread(target=self._accept, daemon=True).start()

    def begin(self, target, watch=None):
        self.target, self.watch, self.passed = target, watch, 0

    def _accept(self):
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:  # closed: the job is over
                return
            try:
                host, port = self.target.rsplit(":", 1)
                server = socket.create_connection((host, int(port)), timeout=10)
                server.settimeout(None)
            except OSError:
                client.close()
                continue
            threading.Thread(target=self._pass_on, args=(client, server, True), daemon=True).start()
            threading.Thread(target=self._pass_on, args=(server, client, False), daemon=True).start()

    def _carry(self, count, to_server):
        if not self.rate:
            return
        with self._lock:
            self._free[to_server] = max(self._free[to_server], time.monotonic()) + count / self.rate
            wait = self._free[to_server] - time.monotonic()
        time.sleep(max(wait, 0))

    def _pass_on(self, source, sink, to_server):
        try:
            while data := source.recv(4096 if not self.rate else 1024):
                self._carry(len(data), to_server)
                sink.sendall(data)
                if to_server:
                    self.passed += len(data)
                    if self.watch:
                        self.watch(self.passed)
        except OSError:
            pass
        for side in (source, sink):
            try:
                side.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def close(self):
        self._listener.close()
