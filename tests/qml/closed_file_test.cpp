// A closed file is read and not written in, whichever page one comes from; what was typed waits for its opening again.
#include "core/casework/record_schemas.h"
#include "qml/viewmodels/act/act_view_model.h"
#include "qml/viewmodels/child/children_view_model.h"
#include "qml/viewmodels/child/protection_view_model.h"
#include "qml/viewmodels/contact/contact_view_model.h"
#include "qml/viewmodels/day/met_today_view_model.h"
#include "qml/viewmodels/interview/interview_view_model.h"
#include "qml/viewmodels/note/note_view_model.h"
#include "tests/qml/closing_desk.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

/// What stands in the file, without who has read it and without the case's own record.
std::vector<std::string> written(Desk &desk)
{
    const auto all =
        desk.harness.inStore<std::vector<std::string>>([&](OpenStore &store) -> base::Result<std::vector<std::string>> {
            std::vector<std::string> lines;
            for (const changelog::KindSchema &kind : casework::recordSchemas().kinds()) {
                if (kind.name == "access" || kind.name == "case")
                    continue;
                TRY(const auto records, store.cases.recordsOfKind(desk.caseId, std::string(kind.name)));
                for (const store::RecordView &record : records)
                    lines.push_back(record.id.toString() + base::json::serialise(record.fields));
            }
            return lines;
        });
    REQUIRE(all);
    return *all;
}

std::vector<std::string> draftsOf(Desk &desk)
{
    const auto forms =
        desk.harness.inStore<std::vector<store::FormDraft>>([](OpenStore &store) { return store.cases.forms(); });
    REQUIRE(forms);
    std::vector<std::string> names;
    for (const store::FormDraft &form : *forms)
        if (form.caseId == desk.caseId)
            names.push_back(form.form);
    return names;
}

void openAgain(Desk &desk)
{
    desk.harness.app().openClosing(desk.caseId);
    desk.harness.settle();
    auto &page = top<ClosingViewModel>(desk.harness);
    REQUIRE(page.isReopening());
    page.chooseWay(0);
    page.setReason(q("Något nytt har hänt."));
    page.save();
    desk.harness.settle();
    REQUIRE(desk.matter().text("stage") == "intake");
    desk.harness.app().back();
    desk.harness.settle();
}

} // namespace

TEST_CASE("whichever page writes, nothing comes into a closed file, and what was typed is kept")
{
    Desk desk;
    desk.close();
    AppHarness &app = desk.harness;
    const auto before = written(desk);
    const auto isHeld = [&](const char *page, PageViewModel &model) {
        CAPTURE(page);
        app.settle();
        CHECK(model.problem().contains(q("avslutat")));
        app.app().back();
        app.settle();
        CHECK(written(desk) == before);
    };
    app.app().openNote(desk.caseId, {}, {});
    app.settle();
    auto &note = top<NoteViewModel>(app);
    note.editText(q("Ringde och frågade."));
    note.save();
    isHeld("note", note);
    app.app().openContact(desk.caseId, {});
    app.settle();
    auto &contact = top<ContactViewModel>(app);
    contact.ways()->choose(0);
    contact.outcomes()->choose(0);
    contact.save();
    isHeld("contact", contact);
    app.app().openChildren(desk.caseId);
    app.settle();
    auto &children = top<ChildrenViewModel>(app);
    children.answers()->choose(1);
    isHeld("children", children);
    app.app().openProtection(desk.caseId, "children", {});
    app.settle();
    auto &family = top<ProtectionViewModel>(app);
    family.choose(0, 1);
    family.mainAction();
    isHeld("protection", family);
    app.app().openInterview({.instrument = "audit", .caseId = desk.caseId});
    app.settle();
    isHeld("interview", top<InterviewViewModel>(app));
    const auto drafts = draftsOf(desk);
    CHECK(std::ranges::count(drafts, "note") == 1);
    CHECK(std::ranges::count(drafts, "contact") == 1);
}

TEST_CASE("a note about somebody who was chosen by name is saved as soon as the matter is opened again")
{
    Desk desk;
    desk.close();
    AppHarness &app = desk.harness;
    app.app().openNote({}, {}, {});
    app.settle();
    auto &note = top<NoteViewModel>(app);
    note.editText(q("Kom förbi och ville ha hjälp igen."));
    note.choosePerson();
    const auto card =
        app.inStore<std::optional<store::CaseRow>>([&](OpenStore &store) { return store.cases.card(desk.caseId); });
    REQUIRE((card && *card));
    note.people()->search(QString::fromStdString((*card)->card.name));
    app.settle();
    REQUIRE(note.people()->count() == 1);
    note.people()->choose(0);
    app.settle();
    note.save();
    app.settle();
    const std::size_t notes = recordsOf(app, desk.caseId, "note").size();
    CHECK(note.problem().contains(q("avslutat")));
    openAgain(desk);
    CHECK(note.text() == q("Kom förbi och ville ha hjälp igen."));
    note.save();
    app.settle();
    CHECK(recordsOf(app, desk.caseId, "note").size() == notes + 1);
    CHECK(draftsOf(desk).empty());
}

TEST_CASE("a draft from before the closing outlives it and a kill, and is saved after the opening")
{
    Desk desk;
    AppHarness &app = desk.harness;
    app.app().openAct({desk.caseId, "application"});
    app.settle();
    top<ActViewModel>(app).edit(0, q("Vill ha en stödperson."));
    app.app().back();
    app.settle();
    REQUIRE(std::ranges::count(draftsOf(desk), "act") == 1);
    desk.close();
    app.killAndRestart();
    app.unlock();
    app.settle();
    CHECK(std::ranges::count(draftsOf(desk), "act") == 1);
    app.app().openAct({desk.caseId, "application"});
    app.settle();
    openAgain(desk);
    CHECK(app.fieldTexts().contains(q("Vill ha en stödperson.")));
}

TEST_CASE("questions that were begun go on as soon as the matter is opened again")
{
    Desk desk;
    desk.close();
    desk.harness.app().openInterview({.instrument = "audit", .caseId = desk.caseId});
    desk.harness.settle();
    CHECK(desk.harness.shows(q("Öppna det igen för att ställa frågorna")));
    openAgain(desk);
    CHECK(top<InterviewViewModel>(desk.harness).problem().isEmpty());
}

TEST_CASE("a late addition to a note comes into a closed file, and a task is done there; nothing new is booked")
{
    Desk desk;
    const auto note =
        desk.make("note", {{"text", "Träffades på torget."}, {"at", base::formatInstant(desk.harness.clock().now())}});
    desk.close();
    AppHarness &app = desk.harness;
    app.app().openNote(desk.caseId, {}, note);
    app.settle();
    auto &addition = top<NoteViewModel>(app);
    addition.editText(q("Det var på tisdagen."));
    addition.save();
    app.settle();
    CHECK(addition.problem().isEmpty());
    CHECK(recordsOf(app, desk.caseId, "note").back().text("addendumTo") == note.toString());
    app.app().back();
    app.settle();
    PersonViewModel &person = openPerson(app, desk.caseId);
    CHECK(app.findPressable(q("Boka nästa")) == nullptr);
    CHECK(app.findPressable(q("Ny uppgift")) == nullptr);
    person.addTask();
    CHECK_FALSE(person.task()->isOpen());
    const auto task = recordsOf(app, desk.caseId, "task").back().id;
    person.task()->finish(task);
    app.settle();
    CHECK(recordsOf(app, desk.caseId, "task").back().text("status") == "done");
}

TEST_CASE(
    "who has a closed matter is not proposed among those met, and nothing is saved of somebody who was looked for")
{
    Desk desk;
    desk.close();
    AppHarness &app = desk.harness;
    const auto card =
        app.inStore<std::optional<store::CaseRow>>([&](OpenStore &store) { return store.cases.card(desk.caseId); });
    REQUIRE((card && *card));
    app.app().openDay(DayPage::MetToday);
    app.settle();
    auto &page = top<MetTodayViewModel>(app);
    for (int i = 0; i < page.people()->count(); ++i)
        CHECK(page.people()->row(i)->caseId != desk.caseId);
    page.search(QString::fromStdString((*card)->card.name));
    app.settle();
    for (int i = 0; i < page.people()->count(); ++i)
        if (page.people()->row(i)->caseId == desk.caseId) {
            page.toggle(i);
        }
    app.settle();
    CHECK_FALSE(page.chosenText().isEmpty());
    const auto before = written(desk);
    page.save();
    app.settle();
    CHECK(page.problem().contains(q("avslutat")));
    CHECK(written(desk) == before);
    openAgain(desk);
    page.save();
    app.settle();
    CHECK(written(desk).size() == before.size() + 1);
}
