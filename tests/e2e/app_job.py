#!/usr/bin/env python3
"""The main job, end to end, in the app as its user meets it.

Server and app are the real programs, each a process of its own; the app is worked over the reader's bus and with real
keys. Reports are imported and assigned; the worker enrols with the code that the office gave her; one person does not
answer, another one does; without the server she asks AUDIT question by question, and the app is killed in the middle; she
writes a note; the server returns and takes everything; a colleague has changed the same field while they were apart; the
app is locked and opened again. In the end the colleague's device holds all of it.

Usage: app_job.py [--tell] BINARIES PICTURES. A failure leaves a picture of the screen and what a reader hears in PICTURES.
Runs under the system's python3, which has the bindings of the reader's bus.
"""

import datetime
import os
import sys

from desk import App, Desk
from main_job import ANSWERS, SCORE, Teller, reports
from programs import Device, Failure, Place, Server, lob_csv, make_municipality, require
from screen_reader import BUTTON, HEADING, RADIO, SECRET, Reader

PASSPHRASE = "tre gula kajor på taket"
NOTE = "Ringde på förmiddagen. Vill prata om sömnen, böckerna och åren på sjön."
KILLED_AFTER = 4
MY_INTERPRETER, MY_INTERPRETER_TAG, HER_INTERPRETER_TAG = "finska", "fi", "so"


class Job:
    """What the steps share."""

    def __init__(self, tell, place, server, app, reader):
        self.tell = tell
        self.place = place
        self.server = server
        self.app = app
        self.reader = reader
        self.colleague = Device(place, "the colleague's device")
        self.cases = {}
        self.person = None


def prepare(job):
    job.tell.step("Reports come to the server and are assigned; two of the people are also a colleague's.")
    tenant, workers = make_municipality(job.server)
    job.server.start()
    sheet = job.place.write("lob.csv", lob_csv(reports(datetime.date.today())))
    first = job.server.one("lob", "import", sheet, "--tenant", tenant, "--assign", workers[0])
    require(first["new"] >= 4, f"the reports made {first['new']} new cases")
    own = job.server.one("device", "code", "--worker", workers[1])["code"]
    job.colleague.enrol(own)
    for case in [row["case"] for row in job.server.admin("case", "list")]:
        job.server.admin("case", "assign", case, "--worker", workers[1])
    job.colleague.one("sync")
    for name in ("Maja Lind", "Sture Öman"):
        job.cases[name] = job.colleague.run("cases", "--search", name)[0]["case"]
    job.person = job.colleague.records(job.cases["Maja Lind"], "person")[0]["record"]
    return job.server.one("device", "code", "--worker", workers[0])["code"]


def enrol(job, code):
    job.tell.step("The app starts for the first time; she pastes the code and chooses a passphrase.")
    reader = job.reader
    job.app.start()
    reader.find("Anslut enheten", HEADING)
    reader.activate()
    # The clipboard of a bare display lives in the program that cut the text.
    reader.write("Kod från kontoret", code)
    reader.key("ctrl+a", "ctrl+x")
    reader.press("Klistra in")
    reader.write("Ny lösenfras", PASSPHRASE, SECRET)
    reader.press("Fortsätt")
    reader.write("Lösenfrasen igen", PASSPHRASE, SECRET)
    reader.press("Anslut", BUTTON)
    reader.find("I dag", HEADING)


def open_place(job, name):
    """Goes back from whatever lies on top until the places can be reached, and opens that one."""
    reader = job.reader
    while reader.find_any("Platser", "Tillbaka").name != "Platser":
        reader.press("Tillbaka")
    reader.press(name, BUTTON, last=True)
    reader.find(name, HEADING)


def today_shows_the_reports(job):
    job.tell.step("I dag shows the reports, with names shortened and the next step.")
    for name in ("Maja L.", "Sture Ö."):
        job.tell.fact(job.reader.find(name).name)
    heard = job.reader.told()
    require("Lind" not in heard and "Öman" not in heard, "a list shows a full family name")


def call_without_answer(job):
    job.tell.step("She rings; nobody answers. The next try is planned.")
    reader = job.reader
    reader.press("Ring, Sture Ö.")
    reader.find("Uppföljning efter LOB", HEADING)
    job.tell.fact(reader.hear("Försök 1 av").name)
    reader.press("Inget svar")
    reader.hear("Sparat: Inget svar")
    job.tell.fact(reader.hear("Nästa gång:").name)
    reader.press("Klar", BUTTON)
    reader.find("I dag", HEADING)
    reader.gone("Ring, Sture Ö., Ring, försök 1")


def all_is_received(job):
    job.tell.step("Synk says that everything has arrived.")
    reader = job.reader
    open_place(job, "Mer")
    reader.press("Synk")
    reader.find("Synk", HEADING)
    if reader.look("Skicka nu", BUTTON):
        reader.press("Skicka nu", BUTTON)
    job.tell.fact(reader.hear("Allt mottaget").name)
    job.tell.fact(reader.hear("finns på servern").name)
    open_place(job, "I dag")


def call_with_answer(job):
    job.tell.step("The server is gone. She reaches the other person and books the next contact.")
    job.server.stop()
    reader = job.reader
    reader.press("Ring, Maja L.")
    reader.press("Personen själv")
    reader.find("Fick kontakt", HEADING)
    reader.press_element(reader.scroll_to("Tog emot råd", RADIO))
    reader.hear("Nästa kontakt")
    reader.press_element(reader.find_any("Boka den", "Boka en tid"))
    reader.press("Avsluta och spara", BUTTON)
    job.tell.fact(reader.hear("Nästa gång:").name)
    reader.press("Klar", BUTTON)
    reader.find("I dag", HEADING)


def open_person(job, searched, shown):
    reader = job.reader
    open_place(job, "Personer")
    if reader.look("Töm sökrutan", BUTTON):
        reader.press("Töm sökrutan", BUTTON)
    reader.write("Sök namn eller nummer", searched)
    reader.press(shown, BUTTON)
    reader.find(f"{searched}", HEADING)


def unlock(job):
    reader = job.reader
    reader.find("Lås upp", BUTTON)
    reader.activate()
    reader.write("Lösenfras", PASSPHRASE, SECRET)
    reader.press("Lås upp", BUTTON)


def screen(job):
    job.tell.step("AUDIT, question by question; the app is killed in the middle and goes on at the same question.")
    reader = job.reader
    open_person(job, "Maja Lind", "Maja L.")
    reader.press("Resultat", BUTTON, whole=True)
    reader.press("Ställ frågor", BUTTON)
    reader.press("AUDIT", BUTTON, whole=True)
    questions = sorted(ANSWERS, key=int)
    for question in questions[:KILLED_AFTER]:
        answer(job, question)
    shown = reader.find(f"Fråga {KILLED_AFTER + 1} av 10").name
    job.app.kill()
    job.app.start()
    unlock(job)
    # The passphrase leads back to where she was, whatever ended the app.
    again = reader.find("Fråga ").name
    require(again == shown, f"the interview went on at '{again}', not at '{shown}'")
    job.tell.fact(f"killed and resumed: {again}")
    for question in questions[KILLED_AFTER:]:
        answer(job, question)
    reader.press("Klar, visa resultatet", BUTTON)
    job.tell.fact(reader.hear(f"{SCORE} av 40 poäng").name)
    reader.press("Klar", BUTTON)


def answer(job, question):
    """The answer of that position, once that question is shown; taps that come too early are dropped by the app."""
    reader = job.reader
    reader.find(f"Fråga {question} av 10")
    reader.press_until(lambda element: element.role == RADIO and f", {ANSWERS[question] + 1} av " in element.name,
                       lambda: not reader.look(f"Fråga {question} av 10"))


def write_note(job):
    job.tell.step("She writes a note with the keyboard.")
    reader = job.reader
    open_person(job, "Maja Lind", "Maja L.")
    reader.press("Notera", BUTTON)
    reader.write("Vad hände?", NOTE)
    reader.press("Spara i akten: Maja", BUTTON)
    reader.hear("Sparat hos Maja")
    reader.press("Klar", BUTTON)


def edit_apart(job):
    job.tell.step("Both change the same field while they are apart.")
    reader = job.reader
    open_person(job, "Maja Lind", "Maja L.")
    reader.press("Person", BUTTON, whole=True)
    reader.press_element(reader.scroll_to("Tolk", BUTTON))
    reader.press_element(reader.scroll_to(MY_INTERPRETER, RADIO))
    reader.press("Spara", BUTTON)
    reader.find(f"Tolk. {MY_INTERPRETER}")
    job.colleague.one("set", job.person, "interpreter", f'"{HER_INTERPRETER_TAG}"')


def deliver(job):
    job.tell.step("Without the server Synk says that it is saved here. The server returns, and everything is received.")
    reader = job.reader
    open_place(job, "Mer")
    reader.press("Synk")
    job.tell.fact(reader.hear("Allt är sparat här").name)
    job.server.start()
    job.colleague.one("sync")
    reader.press("Skicka nu", BUTTON)
    job.tell.fact(reader.hear("Allt mottaget").name)


def resolve(job):
    job.tell.step("Two versions of one field: she chooses hers.")
    reader = job.reader
    open_place(job, "I dag")
    reader.press("Maja L., 42 år. Tolk")
    reader.find("Två versioner", HEADING)
    reader.find("Använd den här, En kollega", BUTTON)
    reader.press("Använd den här, Du", BUTTON)
    reader.hear("Sparat.")
    open_place(job, "I dag")


def lock_and_unlock(job):
    job.tell.step("She locks the app and opens it again.")
    reader = job.reader
    reader.press("Mer", BUTTON, whole=True)
    reader.press("Kim Ek")
    reader.press("Lås nu", last=True)
    reader.find("Lås upp", BUTTON)
    require("Maja" not in reader.told(), "the locked app shows a name")
    unlock(job)
    # Back where she was.
    reader.find("Mer", HEADING)
    reader.press("I dag", BUTTON, whole=True)
    reader.find("I dag", HEADING)


def everything_is_there(job):
    job.tell.step("The colleague's device holds all of it.")
    all_is_received(job)
    job.colleague.one("sync")
    mine = job.cases["Maja Lind"]
    contacts = job.colleague.records(mine, "contact")
    require([record["fields"]["outcome"] for record in contacts] == ["reached"], f"contacts: {contacts}")
    missed = job.colleague.records(job.cases["Sture Öman"], "contact")
    require([record["fields"]["outcome"] for record in missed] == ["noAnswer"], f"contacts: {missed}")
    (assessment,) = job.colleague.records(mine, "assessment")
    fields = assessment["fields"]
    require(fields["status"] == "completed", f"the assessment is {fields['status']}")
    require(sum(name.startswith("answers/") for name in fields) == len(ANSWERS), f"answers: {sorted(fields)}")
    notes = [record["fields"]["text"] for record in job.colleague.records(mine, "note")]
    require(notes == [NOTE], f"notes: {notes}")
    (person,) = job.colleague.records(mine, "person")
    require(person["fields"]["interpreter"] == MY_INTERPRETER_TAG and not person["conflicts"], f"person: {person}")
    job.tell.fact(f"{len(job.colleague.records(mine))} records of Maja, {len(missed)} attempt of Sture")


def main_steps(job):
    enrol(job, prepare(job))
    today_shows_the_reports(job)
    call_without_answer(job)
    all_is_received(job)
    call_with_answer(job)
    screen(job)
    write_note(job)
    edit_apart(job)
    deliver(job)
    resolve(job)
    lock_and_unlock(job)
    everything_is_there(job)


def play(tell, binaries, pictures):
    with Place(binaries) as place, Server(place) as server, Desk(place.path, place.environment) as desk:
        log = place.file("app.log")
        with App(place, desk, log) as app:
            reader = Reader(desk, app)
            try:
                main_steps(Job(tell, place, server, app, reader))
                server.stop()
            except Failure:
                keep_evidence(desk, reader, app, pictures)
                raise


def keep_evidence(desk, reader, app, folder):
    os.makedirs(folder, exist_ok=True)
    desk.save_picture(os.path.join(folder, "app_job.png"))
    try:
        heard = reader.told().replace(" | ", "\n")
    except Failure as failure:
        heard = str(failure)
    with open(os.path.join(folder, "app_job.txt"), "w", encoding="utf-8") as file:
        file.write(f"{heard}\n\n{app.log_text()}")
    print(f"app job: what the screen showed lies in {folder}", flush=True)


def main():
    words = sys.argv[1:]
    folders = [word for word in words if word != "--tell"]
    if len(folders) != 2:
        sys.exit("usage: app_job.py [--tell] BINARIES PICTURES")
    try:
        play(Teller("--tell" in words), *folders)
    except Failure as failure:
        sys.exit(f"app job: {failure}")
    print("app job: all steps done")


if __name__ == "__main__":
    main()
