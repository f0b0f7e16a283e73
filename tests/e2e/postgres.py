"""A PostgreSQL cluster of one job's own: in its folder, on a Unix socket there, on no port."""

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import urllib.parse

from programs import PATIENCE, Failure, require, wait_until

PROGRAMS = "/usr/lib/postgresql/15/bin"
PR_SET_PDEATHSIG = 1


def end_with_parent():
    """In the child: when the job ends, however it ends, the database does."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGQUIT)


class PostgresCluster:
    """Runs as nobody where the job runs as root: the database does not run as root."""

    def __init__(self):
        self._folder = tempfile.mkdtemp(prefix="faltakt-e2e-pg-")
        self._as_user = {}
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            os.chown(self._folder, nobody.pw_uid, nobody.pw_gid)
            self._as_user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        self._process = None
        self._data = os.path.join(self._folder, "data")

    def _run(self, program, *words, **more):
        done = subprocess.run([os.path.join(PROGRAMS, program), *words], capture_output=True, text=True, cwd="/",
                              timeout=PATIENCE, **more)
        require(done.returncode == 0, f"{program} ended with {done.returncode}: {done.stderr.strip()}")
        return done.stdout

    def __enter__(self):
        try:
            self._run("initdb", "-D", self._data, "-U", "cluster_admin", "--auth=trust", "-E", "UTF8", "--locale=C",
                      "--no-sync", **self._as_user)
            self.start()
            self.sql("CREATE ROLE faltakt LOGIN", "postgres")
            self.sql("CREATE DATABASE faltakt OWNER faltakt", "postgres")
        except BaseException:
            self.__exit__()
            raise
        return self

    def start(self):
        with open(os.path.join(self._folder, "log"), "ab") as log:
            self._process = subprocess.Popen(
                [os.path.join(PROGRAMS, "postgres"), "-D", self._data, "-k", self._folder, "-c", "listen_addresses=",
                 "-c", "fsync=off", "-c", "shared_buffers=32MB"],
                stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd="/", preexec_fn=end_with_parent, **self._as_user)

        def is_ready():
            if self._process.poll() is not None:
                raise Failure("postgres ended at once")
            return subprocess.run([os.path.join(PROGRAMS, "pg_isready"), "-q", "-h", self._folder]).returncode == 0
        wait_until(is_ready, 60, "postgres did not begin to listen")

    def stop(self):
        """As a crash: what was committed is there at the next start."""
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait()
            self._process = None

    def sql(self, text, database="faltakt"):
        """As the administrator; rows as lists of texts."""
        out = self._run("psql", "-h", self._folder, "-U", "cluster_admin", "-d", database, "-XAtq", "-v",
                        "ON_ERROR_STOP=1", "-c", text)
        return [line.split("|") for line in out.splitlines()]

    @property
    def address(self):
        return f"postgres://faltakt@{urllib.parse.quote(self._folder, safe='')}/faltakt"

    def __exit__(self, *unused):
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)
