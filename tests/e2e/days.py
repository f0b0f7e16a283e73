#!/usr/bin/env python3
"""One day of work in a municipality, from what comes in to what is followed up, in the app as its user meets it.

norsjo: two police reports; one person does not answer, the other one tells of the night and her own wish; a next contact is
booked, a note written; she comes in the same afternoon, and what became of the wish is followed up; the day ended. taby: an
application taken down at home, the plan made together, the follow-up goal by goal. flen: two people met in the park, a relative
who rings for advice, a worry about a child with its report; a police report is called on, an application taken down and, with
what was done at once, followed up; the day ended.
In the end a colleague's device holds what was written. Each step leaves a picture.

Usage: days.py [--tell] BINARIES PICTURES MUNICIPALITY. Runs under the system's python3, which has the bindings of the reader's bus.
"""

import datetime
import os
import sys

from app_job import NOTE, Job, all_is_received, enrol, keep_evidence, open_person, open_place, write_note
from desk import App, Desk
from main_job import Teller, reports
from programs import Device, Failure, Place, Server, lob_csv, require
from screen_reader import BUTTON, HEADING, RADIO, Reader

WISH = "Vill sova och komma ifrån spriten innan jul."
GOAL = "Nykter i veckorna"
LINE = "Sågs vid torget, ville inte prata länge."


class Day(Job):
    """A job with its pictures."""

    def __init__(self, *parts, desk, pictures, name):
        super().__init__(*parts)
        self._desk = desk
        self._pictures = pictures
        self._name = name
        self._taken = 0

    def picture(self, what):
        os.makedirs(self._pictures, exist_ok=True)
        self._taken += 1
        self._desk.save_picture(os.path.join(self._pictures, f"{self._name}-{self._taken:02}-{what}.png"))


def prepare(day, profile):
    day.tell.step(f"A municipality that follows the profile {profile}; reports come in and are assigned.")
    server = day.server
    server.admin("init", "--name", "Dagen")
    tenant = server.one("tenant", "add", "Dagen", "--profile", profile)["id"]
    team = server.one("team", "add", "Vuxenenheten", "--tenant", tenant)["id"]
    own, colleague = (server.one("worker", "add", name, "--tenant", tenant, "--team", team)["id"] for name in ("Kim Ek", "Robin Al"))
    server.start()
    sheet = day.place.write("lob.csv", lob_csv(reports(datetime.date.today())))
    server.one("lob", "import", sheet, "--tenant", tenant, "--assign", own)
    day.colleague.enrol(server.one("device", "code", "--worker", colleague)["code"])
    for case in [row["case"] for row in server.admin("case", "list")]:
        server.admin("case", "assign", case, "--worker", colleague)
    day.colleague.one("sync")
    for name in ("Maja Lind", "Sture Öman"):
        day.cases[name] = day.colleague.run("cases", "--search", name)[0]["case"]
    return server.one("device", "code", "--worker", own)["code"]


def close_page(day):
    """Back to I dag from whatever lies on top."""
    reader = day.reader
    while True:
        found = reader.find_any("Platser", "Tillbaka", "Stäng")
        if found.name == "Platser":
            break
        reader.press(found.name, BUTTON)
    reader.press("I dag", BUTTON, last=True)
    reader.find("I dag", HEADING)


def start(day, what):
    close_page(day)
    day.reader.press("Nytt", BUTTON)
    day.reader.press(what, BUTTON)


def written(day, name, kind):
    return [record["fields"] for record in day.colleague.records(day.cases[name], kind)]


def end_the_day(day):
    day.tell.step("She ends the day: one page says what is still open.")
    close_page(day)
    day.reader.press("Avsluta dagen", BUTTON)
    day.reader.find("Avsluta dagen", HEADING)
    day.picture("day-end")


def day_of_norsjo(day):
    reader = day.reader
    day.tell.step("The call list: one person does not answer.")
    day.picture("today")
    reader.press("Ring, Sture Ö.")
    reader.press("Inget svar")
    reader.hear("Sparat: Inget svar")
    day.tell.fact(reader.hear("Nästa gång:").name)
    reader.press("Klar", BUTTON)
    day.tell.step("The other one is asked who she is before anything is said, and tells of her wish.")
    reader.press("Ring, Maja L.")
    reader.find("Vem talar jag med?", HEADING)
    day.picture("who-is-it")
    reader.press("Personen själv")
    reader.press("Ja, Kan personen prata ostört?", RADIO)
    reader.write("Egen önskan", WISH)
    reader.press("Barn, ingen oro", RADIO)
    day.picture("crib")
    reader.press_element(reader.scroll_to("Tog emot råd", RADIO))
    reader.hear("Nästa kontakt")
    reader.press_element(reader.find_any("Boka den", "Boka en tid"))
    reader.press("Avsluta och spara", BUTTON)
    day.tell.fact(reader.hear("Nästa gång:").name)
    day.picture("saved")
    reader.press("Klar", BUTTON)
    write_note(day)
    day.tell.step("She comes in the same afternoon: what became of the wish is followed up.")
    follow_up(day, "Har sovit och ätit. Vill ha hjälp att hålla upp.")
    end_the_day(day)
    all_is_received(day)
    day.colleague.one("sync")
    require(forms_of(day, "Maja Lind") == ["follow-up"], f"forms: {forms_of(day, 'Maja Lind')}")
    (contact,) = written(day, "Maja Lind", "contact")
    require(contact["outcome"] == "reached" and contact["result"] == "tookAdvice" and contact["ownWish"] == WISH,
            f"the talk: {contact}")
    require([fields["outcome"] for fields in written(day, "Sture Öman", "contact")] == ["noAnswer"], "the attempt is not there")
    require([fields["text"] for fields in written(day, "Maja Lind", "note")] == [NOTE], "the note is not there")


def open_form(day, name):
    """A form of her own about Maja Lind."""
    reader = day.reader
    close_page(day)
    open_person(day, "Maja Lind", "Maja L.")
    reader.press("Resultat", BUTTON, whole=True)
    reader.press("Ställ frågor", BUTTON)
    reader.press_element(reader.scroll_to("Alla formulär", BUTTON))
    reader.find("Alla formulär", HEADING)
    reader.write("Sök formulär", name)
    reader.press(name, BUTTON)
    reader.find(name, HEADING)


def today(later=0):
    return (datetime.date.today() + datetime.timedelta(days=later)).isoformat()


def write_into(day, name, text):
    """Into a field that may lie further down, instead of what stands there."""
    reader = day.reader
    reader.scroll_to(name)
    reader.write(name, "")
    reader.key("ctrl+a")  # A day may be proposed.
    reader.type(text)


def save_form(day):
    reader = day.reader
    reader.press("Spara i akten", BUTTON)
    reader.find("Sparat hos")
    reader.press("Klar", BUTTON)


def take_application(day, wanted):
    """What the person asks for, in her own words."""
    reader = day.reader
    open_form(day, "Ansökan")
    reader.write("Vad vill personen", WISH)
    reader.write("Vad gäller ansökan?", wanted)
    reader.press("Muntligt", RADIO)
    write_into(day, "Vilken dag?", today())
    day.picture("application")
    reader.press_element(reader.scroll_to("Nej, Är personen påverkad?", RADIO))
    save_form(day)


def follow_up(day, view):
    """How it goes, in her own words, and what comes of it."""
    reader = day.reader
    open_form(day, "Uppföljning")
    reader.write("Hur tycker personen", view)
    day.picture("follow-up")
    write_into(day, "Vilken dag?", today())
    reader.press_element(reader.scroll_to("Fortsätter", RADIO))
    save_form(day)


def forms_of(day, name):
    return sorted(fields["form"] for fields in written(day, name, "act"))


def day_of_taby(day):
    reader = day.reader
    day.tell.step("At home she takes down an application, in the person's own words.")
    take_application(day, "Samtalsstöd")
    day.tell.step("The plan is made together.")
    open_form(day, "Genomförandeplan")
    reader.write("Egen önskan", WISH)
    day.picture("plan")
    reader.press_element(reader.scroll_to("Lägg till: Mål", BUTTON))
    write_into(day, "Målet", GOAL)
    write_into(day, "Planen gjordes", today())
    write_into(day, "Följs upp", today(30))
    reader.press_element(reader.scroll_to("Ja, Godkänner personen planen?", RADIO))
    save_form(day)
    day.tell.step("The follow-up, goal by goal.")
    follow_up(day, "Det går åt rätt håll.")
    close_page(day)
    day.picture("today")
    all_is_received(day)
    day.colleague.one("sync")
    require(forms_of(day, "Maja Lind") == ["application", "follow-up", "plan"], f"forms: {forms_of(day, 'Maja Lind')}")


def day_of_flen(day):
    reader = day.reader
    day.tell.step("Two people met in the park, one line for both.")
    reader.press("Träffat i dag", BUTTON)
    reader.press("Maja L.")
    reader.press("Sture Ö.")
    reader.write("En rad för alla", LINE)
    day.picture("met-today")
    reader.press("Spara hos 2 personer", BUTTON)
    reader.find("Sparat hos 2 personer", HEADING)
    reader.press("Klar", BUTTON)
    day.tell.step("A relative rings: advice, and never whether anybody is known.")
    start(day, "Anhörig ringer")
    reader.hear("Bekräfta aldrig att vi känner någon")
    day.picture("relative")
    day.tell.step("A worry about a child: she has rung, and notes the report of worry.")
    close_page(day)
    open_person(day, "Maja Lind", "Maja L.")
    reader.press("Barn:", BUTTON)
    reader.press("Barn, oro", RADIO)
    reader.hear("Sparat: Barn, oro")
    day.picture("children")
    reader.press("Orosanmälan", BUTTON)
    reader.press("Ringde socialjouren", RADIO)
    day.picture("concern-report")
    reader.press("Spara orosanmälan", BUTTON)
    day.tell.step("A police report is called on; nobody answers, and the next try stands.")
    close_page(day)
    reader.press_element(reader.scroll_to("Ring, Sture Ö."))
    reader.press_element(reader.scroll_to("Inget svar", BUTTON))
    reader.hear("Sparat: Inget svar")
    day.picture("no-answer")
    reader.press("Klar", BUTTON)
    day.tell.step("Her application is taken down, and what was done at once is followed up.")
    take_application(day, "Råd och stöd")
    follow_up(day, "Skönt att det gick fort.")
    end_the_day(day)
    all_is_received(day)
    day.colleague.one("sync")
    require(forms_of(day, "Maja Lind") == ["application", "follow-up"], f"forms: {forms_of(day, 'Maja Lind')}")
    outcomes = [fields.get("outcome") for fields in written(day, "Sture Öman", "contact")]
    require("noAnswer" in outcomes, f"the attempt is not there: {outcomes}")
    for name in ("Maja Lind", "Sture Öman"):
        require(any(fields.get("text") == LINE for fields in written(day, name, "contact")), f"{name} was not met")
    (concern,) = written(day, "Maja Lind", "concernReport")
    require(concern["concern"] == "made" and concern["way"] == "onCall", f"the report of worry: {concern}")


DAYS = {"norsjo": day_of_norsjo, "taby": day_of_taby, "flen": day_of_flen}


def play(tell, binaries, pictures, name):
    with Place(binaries) as place, Server(place) as server, Desk(place.path, place.environment) as desk:
        with App(place, desk, place.file("app.log")) as app:
            reader = Reader(desk, app)
            day = Day(tell, place, server, app, reader, desk=desk, pictures=pictures, name=name)
            try:
                enrol(day, prepare(day, name))
                DAYS[name](day)
                server.stop()
            except Failure:
                keep_evidence(desk, reader, app, pictures)
                raise


def main():
    words = [word for word in sys.argv[1:] if word != "--tell"]
    if len(words) != 3 or words[2] not in DAYS:
        sys.exit("usage: days.py [--tell] BINARIES PICTURES " + "|".join(DAYS))
    try:
        play(Teller("--tell" in sys.argv), *words)
    except Failure as failure:
        sys.exit(f"day: {failure}")
    print(f"day of {words[2]}: all steps done")


if __name__ == "__main__":
    main()
