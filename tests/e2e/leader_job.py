#!/usr/bin/env python3
"""A team's leader reads what was not taken of the team's work, and nobody else does; nothing of it stays on the leader's device.

Usage: leader_job.py BINARIES
"""

import sys

from programs import FAILED, UNREACHABLE, Device, Failure, Place, Server, make_municipality, require

SECRET = "Efteråt"


def enrolled(place, server, name, worker):
    device = Device(place, name)
    device.enrol(server.one("device", "code", "--worker", worker)["code"])
    return device


def leader_of(place, server, name, tenant, team):
    worker = server.one("worker", "add", name, "--tenant", tenant, "--team", team, "--role", "teamLeader")["id"]
    return worker, enrolled(place, server, name, worker)


def author_is_gone(server, author):
    """Work that was written without a network, on a device that is revoked before it has contact."""
    device = next(row["device"] for row in server.admin("device", "list") if row["name"] == author.name)
    case = author.one("case", "new", "--set", f'givenName="{SECRET}"')["case"]
    author.one("new", case, "note", "--set", f'text="{SECRET} skrivet i fält."')
    server.admin("device", "revoke", device)
    author.run("sync", expect=FAILED)
    return case, device


def people_on(device):
    """Everybody on the device, with how much of each; what the server says of the team itself comes and goes by itself."""
    return [(row["case"], len(device.records(row["case"]))) for row in device.people()]


def leader_reads(leader, case, device):
    before = people_on(leader)
    lines = leader.run("quarantine")
    texts = [entry["fields"].get("text") or entry["fields"].get("givenName") for line in lines for entry in line["sets"]]
    require({SECRET, f"{SECRET} skrivet i fält."} <= set(texts), f"what was written is not told: {lines}")
    for line in lines:
        require(line["case"] == case and line["device"] == device and line["name"] == "Kim Ek", f"whose it is: {line}")
        require(line["reason"] == "revoked" and line["forsaken"] and line["received"] >= line["at"], f"why and when: {line}")
    leader.one("sync")
    require(people_on(leader) == before, "the leader's device kept something")
    require(leader.run("cases", "--search", SECRET) == [], "the leader's device finds what it only read")


def reading_is_logged(server, tenant, worker, case):
    entries = server.admin("log", "review", "--tenant", tenant, "--worker", worker)
    require(entries[-1]["whole"], f"the log is not whole: {entries[-1]}")
    told = [entry for entry in entries[:-1] if entry["word"] == "quarantine"]
    require(len(told) == 1 and told[0]["act"] == "delivered" and told[0]["case"] == case, f"the reading is not logged: {told}")


def run(place, server):
    tenant, workers = make_municipality(server)
    team = server.admin("team", "list", "--tenant", tenant)[0]["id"]
    other = server.one("team", "add", "Ungdomsenheten", "--tenant", tenant)["id"]
    server.start()
    worker, leader = leader_of(place, server, "leader", tenant, team)
    _, stranger = leader_of(place, server, "stranger", tenant, other)
    colleague = enrolled(place, server, "colleague", workers[1])
    require(leader.run("quarantine") == [], "there is something before anything was sent")
    case, device = author_is_gone(server, enrolled(place, server, "author", workers[0]))
    leader_reads(leader, case, device)
    reading_is_logged(server, tenant, worker, case)
    require(stranger.run("quarantine") == [], "the leader of another team is told of it")
    colleague.run("quarantine", expect=FAILED)
    server.stop()
    leader.run("quarantine", expect=UNREACHABLE)


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: leader_job.py BINARIES")
    try:
        with Place(sys.argv[1]) as place, Server(place) as server:
            run(place, server)
    except Failure as failure:
        sys.exit(f"leader job: {failure}")
    print("leader job: all steps done")


if __name__ == "__main__":
    main()
