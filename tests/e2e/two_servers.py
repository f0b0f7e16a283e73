#!/usr/bin/env python3
"""Two server processes on one PostgreSQL database serve one municipality at once.

Devices push and pull through either. Again and again the process that a device is pushing to is killed by SIGKILL at a
random moment of the talk; the device goes on through the other one. At the end nothing is lost, nothing is there twice,
and the tenant's order has no hole. A long poll at one process hears of a push at the other.

Usage: two_servers.py BINARIES [ROUNDS] [SEED]
"""

import json
import random
import shutil
import signal
import sys
import threading
import time

from postgres import PostgresCluster
from programs import DONE, FAILED, UNREACHABLE, PATIENCE, Device, Failure, Place, Server, make_municipality, require
from switch import Switch

NOTES = 6
LONGEST_WAIT = 20


class Sender:
    """A device with what it has written so far."""

    def __init__(self, place, name):
        self.device = Device(place, name)
        self.switch = Switch()
        self.case = None
        self.texts = []
        self.usual = 1  # bytes that a whole sync sends

    def enrol(self, server, worker):
        self.switch.begin(server.address)
        code = server.one("device", "code", "--worker", worker, "--url", f"https://{self.switch.address}")["code"]
        self.device.enrol(code)
        self.switch.begin(server.address)
        self.device.one("sync")
        self.usual = self.switch.passed
        self.case = self.device.one("case", "new", "--set", f'givenName="{self.device.name}"')["case"]

    def write(self, count):
        for _ in range(count):
            text = f"{self.device.name} {len(self.texts)}"
            self.device.one("new", self.case, "note", "--set", f"text={json.dumps(text)}")
            self.texts.append(text)

    def notes(self, reader):
        return sorted(record["fields"]["text"] for record in reader.records(self.case, "note"))


def sync_with_kill(sender, server, dice, outcomes):
    """Syncs while the server is killed after a random number of bytes; then the server is started again."""
    limit = dice.randrange(1, sender.usual)
    aimed, killed = threading.Event(), threading.Event()

    def watch(passed):
        if passed >= limit and not aimed.is_set():
            aimed.set()
            time.sleep(dice.random() ** 2 * 0.05)
            server.stop(signal.SIGKILL)
            killed.set()
    sender.switch.begin(server.address, watch)
    process = sender.device.start("sync")
    out, _ = process.communicate(timeout=PATIENCE)
    code = process.returncode
    require(code in (DONE, FAILED, UNREACHABLE), f"sync ended with {code}")
    outcomes["done in spite of it" if code == DONE else "broken off"] += 1
    sender.usual = max(sender.usual, sender.switch.passed)
    sender.switch.begin(server.address)
    if aimed.is_set():
        # The sync may have ended before the blow fell; it must not fall on the next process.
        require(killed.wait(PATIENCE), "the server was not killed")
        server.start()
    require(code != FAILED, f"a dead server is not a refusal: {out}")


def check_order(cluster):
    """Every number of the order is used once: by a change, a right or a key."""
    (count, distinct, last), = cluster.sql(
        "SELECT count(*), count(DISTINCT seq), max(seq) FROM (SELECT seq FROM change UNION ALL SELECT seq FROM access_entry"
        " UNION ALL SELECT seq FROM device_key) AS used")
    (counter,), = cluster.sql("SELECT last_seq FROM counter")
    require(count == distinct == last == counter, f"{count} places, {distinct} different, last {last}, counted {counter}")
    (twice,), = cluster.sql("SELECT count(*) FROM (SELECT hash FROM change GROUP BY hash HAVING count(*) > 1) AS t")
    require(twice == "0", f"{twice} lines are in the order twice")
    (lost,), = cluster.sql("SELECT count(*) FROM journal j LEFT JOIN change c USING (tenant, seq)"
                           " WHERE j.verdict = 0 AND c.hash IS DISTINCT FROM j.hash")
    require(lost == "0", f"{lost} accepted lines are not in the order")
    (torn,), = cluster.sql(
        "SELECT count(*) FROM journal_head h WHERE h.n <> (SELECT count(*) FROM change c WHERE c.link IS NOT NULL"
        " AND (c.tenant, c.device, c.epoch) = (h.tenant, h.device, h.epoch)) + (SELECT count(*) FROM journal j"
        " WHERE (j.tenant, j.device, j.epoch) = (h.tenant, h.device, h.epoch))")
    require(torn == "0", f"{torn} journals have not one entry for each position")
    return int(last)


def hear_across(senders, servers):
    """A long poll at the second process ends early because of a push at the first."""
    for sender, server in zip(senders, servers):
        sender.switch.begin(server.address)
    senders[1].device.one("sync")
    waiting = senders[1].device.start("sync", "--wait", str(LONGEST_WAIT))
    time.sleep(1.5)
    senders[0].write(1)
    begin = time.monotonic()
    senders[0].device.one("sync")
    out, _ = waiting.communicate(timeout=PATIENCE)
    seconds = time.monotonic() - begin
    require(waiting.returncode == DONE and json.loads(out)["pulled"] > 0, f"the waiting device heard nothing: {out}")
    require(seconds < LONGEST_WAIT / 2, f"the waiting device heard of it after {seconds:.1f} s")
    return seconds


def order_across(sender, worker, servers):
    """A device that waits at the second process hears at once of an order that the first one was given, and confirms it."""
    sender.switch.begin(servers[1].address)
    sender.device.one("sync")
    device = next(each["device"] for each in servers[0].admin("device", "list") if each["worker"] == worker)
    waiting = sender.device.start("sync", "--wait", str(LONGEST_WAIT))
    time.sleep(1.5)
    begin = time.monotonic()
    servers[0].one("device", "lock", device)
    out, _ = waiting.communicate(timeout=PATIENCE)
    seconds = time.monotonic() - begin
    require(waiting.returncode == DONE, f"the device that was ordered to lock itself failed: {out}")
    require(seconds < LONGEST_WAIT / 2, f"the device heard of the order after {seconds:.1f} s")
    # It was confirmed: nothing keeps it from waiting again.
    require(sender.device.one("sync", "--wait", "1")["outbox"] == 0, "the order was not confirmed")
    return seconds


def lose_database(cluster, sender, server):
    """While the database is away a device keeps its work; afterwards the same process takes it."""
    sender.switch.begin(server.address)
    sender.write(1)
    cluster.stop()
    require(sender.device.run("sync", expect=UNREACHABLE) == [], "a sync without a database printed something")
    require(sender.device.one("status")["outbox"] == 1, "the work is not in the outbox any more")
    cluster.start()
    report = sender.device.one("sync")
    require(report["accepted"] == 1 and report["outbox"] == 0, f"the work was not taken afterwards: {report}")


def run(place, cluster, rounds, seed):
    dice = random.Random(seed)
    servers = [Server(place, "first"), Server(place, "second")]
    tenant, workers = make_municipality(servers[0], "--db", cluster.address)
    # A second folder with the same keys and the same note of where the data are.
    shutil.copytree(servers[0].data, servers[1].data)
    foreign = Server(place, "foreign")
    foreign.admin("init", "--name", "Annan", "--db", cluster.address, expect=FAILED)
    try:
        for server in servers:
            server.start()
        senders = [Sender(place, name) for name in ("Kim", "Robin")]
        for sender, server, worker in zip(senders, servers, workers):
            sender.enrol(server, worker)
        outcomes = {"done in spite of it": 0, "broken off": 0}
        for _ in range(rounds):
            for sender in senders:
                sender.write(NOTES)
                unlucky, other = dice.sample(servers, 2)
                sync_with_kill(sender, unlucky, dice, outcomes)
                sender.switch.begin(other.address)
                report = sender.device.one("sync")
                require(report["outbox"] == 0 and report["quarantined"] == 0, f"not everything was accepted: {report}")
        lose_database(cluster, senders[0], servers[0])
        seconds = hear_across(senders, servers)
        ordered = order_across(senders[1], workers[1], servers)
        for sender in senders:
            sender.device.one("sync")
        for sender in senders:
            for reader in senders:
                require(sender.notes(reader.device) == sorted(sender.texts),
                        f"{reader.device.name} does not hold exactly what {sender.device.name} wrote")
        last = check_order(cluster)
        totals = [server.one("status") for server in servers]
        require(totals[0] == totals[1], f"the two processes tell different things: {totals}")
        reviews = [server.admin("log", "review")[-1] for server in servers]
        require(all(review["whole"] for review in reviews) and reviews[0]["entries"] >= 2 * rounds
                and reviews[0]["head"] == reviews[1]["head"], f"the access log is not one whole chain: {reviews}")
        require(outcomes["broken off"] > 0, "no kill hit a talk; that proves too little")
        print(f"two servers: {2 * rounds} kills, {outcomes['broken off']} broke a sync off, "
              f"{sum(len(s.texts) for s in senders)} notes on both devices, order 1 to {last} without a hole; "
              f"{reviews[0]['entries']} entries in one access log; "
              f"news from the other process after {seconds:.2f} s, an order after {ordered:.2f} s")
    finally:
        for server in servers:
            server.__exit__()


def main():
    if len(sys.argv) not in (2, 3, 4):
        sys.exit("usage: two_servers.py BINARIES [ROUNDS] [SEED]")
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 6
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.SystemRandom().randrange(1 << 32)
    print(f"two servers: seed {seed}", flush=True)
    try:
        with Place(sys.argv[1]) as place, PostgresCluster() as cluster:
            run(place, cluster, rounds, seed)
    except Failure as failure:
        sys.exit(f"two servers: {failure} (seed {seed})")


if __name__ == "__main__":
    main()
