// What was written in the wrong person's file: moved to the right one, sealed in the first, and back again.
#include "core/casework/attachment.h"
#include "qml/viewmodels/reading/reading_content.h"
#include "tests/qml/misfiled_bench.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

/// All that a line of the log says of the other case.
bool mentions(AppHarness &harness, base::CaseId caseId, const std::string &word)
{
    return harness
        .inStore<bool>([caseId, word](OpenStore &store) -> base::Result<bool> {
            TRY(const auto records, store.cases.recordsOfCase(caseId));
            return std::ranges::any_of(records, [&](const store::RecordView &record) {
                return base::json::serialise(record.fields).find(word) != std::string::npos;
            });
        })
        .value();
}

} // namespace

TEST_CASE("a note in the wrong file is moved to the right one, and the first file says so and no more")
{
    WrongFile work;
    const base::RecordId addendum =
        work.add("note", {{"text", "Ringde brodern."}, {"addendumTo", work.note.toString()}});
    RecordViewModel &page = work.move();

    CHECK(page.undoRow()->text() == QStringLiteral("Flyttad till rätt akt."));
    CHECK(page.misfiled()->sealText().startsWith(QStringLiteral("Förd på fel person")));
    CHECK(page.fact().isEmpty());
    CHECK(page.second().isEmpty());
    CHECK_FALSE(page.isSealed()); // That would keep the worker on it.
    CHECK_FALSE(work.harness.shows(Secret));
    CHECK_FALSE(work.harness.shows(QString::fromStdString(work.files[1].card.shortName)));
    for (const bool offers : {page.canEdit(), page.canAdd(), page.canSign(), page.canDispute(), page.canShow(),
                              page.canAttach(), page.misfiled()->canMisfile(), page.misfiled()->hasLate()})
        CHECK_FALSE(offers);
    CHECK_FALSE(work.noteWith(work.wrong(), "brodern"));

    const auto moved = work.noteWith(work.right(), Secret.toStdString());
    REQUIRE(moved);
    CHECK(moved->text("judgement") == "Behöver eget boende.");
    CHECK_FALSE(moved->text("writtenByName").empty());
    CHECK(moved->instant("writtenAt").has_value());
    const auto addition = work.noteWith(work.right(), "Ringde brodern.");
    REQUIRE(addition);
    CHECK(addition->text("addendumTo") == moved->id.toString());
    CHECK(casework::sealOf(work.read(addendum)));

    // Neither file knows of the other.
    for (const std::string &word : {work.wrong().toString(), work.note.toString(), addendum.toString()})
        CHECK_FALSE(mentions(work.harness, work.right(), word));
    for (const std::string &word : {work.right().toString(), moved->id.toString()})
        CHECK_FALSE(mentions(work.harness, work.wrong(), word));

    RecordViewModel &there = work.open(work.right(), moved->id);
    CHECK(there.misfiled()->originText().startsWith(QStringLiteral("Flyttad från en annan akt")));
    CHECK(there.canEdit()); // By whoever wrote it first.
}

TEST_CASE("the timeline keeps the place of what was moved, without its words")
{
    WrongFile work;
    work.move();
    PersonViewModel &page = openPerson(work.harness, work.wrong());
    CHECK(page.timeline()->rowCount() > 0);
    CHECK(work.harness.shows(QStringLiteral("Förd på fel person")));
    CHECK_FALSE(work.harness.shows(Secret));
}

TEST_CASE("undo gives the note back and takes it out of the other file")
{
    WrongFile work;
    RecordViewModel &page = work.move();
    work.harness.tap(QStringLiteral("Ångra"));
    work.harness.settle();
    CHECK(page.fact() == Secret);
    CHECK(page.misfiled()->sealText().isEmpty());
    CHECK(work.noteWith(work.wrong(), Secret.toStdString()));
    CHECK_FALSE(work.noteWith(work.right(), Secret.toStdString()));
}

TEST_CASE("what was moved can be moved back, and keeps who wrote it first and when")
{
    WrongFile work;
    work.move();
    const auto moved = *work.noteWith(work.right(), Secret.toStdString());
    REQUIRE(work.harness
                .inStore<std::vector<base::ChangeId>>([&](OpenStore &store) {
                    return moveMisfiled(store, {work.right(), moved.id, work.wrong()});
                })
                .has_value());
    const auto back = work.noteWith(work.wrong(), Secret.toStdString());
    REQUIRE(back);
    CHECK(back->id != work.note);
    CHECK(back->text("writtenAt") == moved.text("writtenAt"));
    CHECK_FALSE(work.noteWith(work.right(), Secret.toStdString()));
    CHECK(casework::sealOf(work.read(work.note)));
}

TEST_CASE("what a colleague changed and added without knowing is sealed and can be moved too")
{
    WrongFile work;
    work.move();
    REQUIRE(work.harness
                .inStore<bool>([&](OpenStore &store) -> base::Result<bool> {
                    TRY_VOID(editByColleague(store, work.note, {{"text", "Bor hos systern."}}));
                    return true;
                })
                .has_value());
    work.colleagueAdds("note", {{"text", "Systern ringde."}, {"addendumTo", work.note.toString()}});
    CHECK_FALSE(mentions(work.harness, work.wrong(), "ystern"));

    RecordViewModel &page = work.open(work.wrong(), work.note);
    REQUIRE(page.misfiled()->hasLate());
    CHECK_FALSE(work.harness.shows(QStringLiteral("Bor hos systern.")));
    work.harness.tap(QStringLiteral("Flytta det som kom till efteråt"));
    work.harness.settle();
    work.choose(page);
    work.harness.tap(QStringLiteral("Flytta"));
    work.harness.settle();

    CHECK_FALSE(page.misfiled()->hasLate());
    const auto moved = work.noteWith(work.right(), Secret.toStdString());
    REQUIRE(moved);
    for (const char *words : {"Bor hos systern.", "Systern ringde."}) {
        const auto late = work.noteWith(work.right(), words);
        REQUIRE(late);
        CHECK(late->text("addendumTo") == moved->id.toString());
    }
    CHECK_FALSE(mentions(work.harness, work.wrong(), "ystern"));
}

TEST_CASE("only who has written in it is offered to move it")
{
    WrongFile work;
    work.colleagueAdds("note", {{"text", "En kollegas ord."}});
    const auto theirs = *work.noteWith(work.wrong(), "En kollegas ord.");
    RecordViewModel &page = work.open(work.wrong(), theirs.id);
    CHECK_FALSE(page.misfiled()->canMisfile());
    CHECK_FALSE(work.harness
                    .inStore<std::vector<base::ChangeId>>([&](OpenStore &store) {
                        return moveMisfiled(store, {work.wrong(), theirs.id, work.right()});
                    })
                    .has_value());
    CHECK(work.noteWith(work.wrong(), "En kollegas ord."));
}

TEST_CASE("a leader of the team may move what a colleague has written")
{
    WrongFile work;
    REQUIRE(work.harness
                .inStore<std::vector<base::ChangeId>>([](OpenStore &store) {
                    const auto team = store.ids.makeId<base::CaseId>();
                    const auto make = [&](const char *kind, Object fields) {
                        return changelog::makeCreation(store.ids.makeId<base::RecordId>(), kind, std::move(fields));
                    };
                    return store.cases.save({team,
                                             {make("case", {{"team", team.toString()}, {"teamName", "Vuxna"}}),
                                              make("colleague", {{"worker", store.cases.owner().worker.toString()},
                                                                 {"name", "Kim Ek"},
                                                                 {"leads", true}})},
                                             {}});
                })
                .has_value());
    work.colleagueAdds("note", {{"text", "En kollegas ord."}});
    work.note = work.noteWith(work.wrong(), "En kollegas ord.")->id;
    RecordViewModel &page = work.move();
    CHECK(page.misfiled()->sealText().contains(QStringLiteral("Kim Ek")));
    const auto moved = work.noteWith(work.right(), "En kollegas ord.");
    REQUIRE(moved);
    CHECK(moved->text("movedByName") == "Kim Ek");
    CHECK_FALSE(moved->text("writtenBy").empty());
    RecordViewModel &there = work.open(work.right(), moved->id);
    CHECK_FALSE(there.misfiled()->originText().isEmpty());
    CHECK_FALSE(there.canEdit()); // The words are still the colleague's.
}

TEST_CASE("a contact goes with its open task and its photo, and leaves its links behind")
{
    WrongFile work;
    const base::RecordId report = work.note; // Any record of the first file does.
    const base::RecordId contact = work.add(
        "contact",
        {{"way", "call"}, {"outcome", "reached"}, {"text", "Ringde själv."}, {"lobReport", report.toString()}});
    const base::RecordId task = work.add(
        "task", {{"what", "ownTask"}, {"text", "Ring igen"}, {"status", "open"}, {"record", contact.toString()}});
    const auto key = work.harness.inStore<std::string>([&](OpenStore &store) -> base::Result<std::string> {
        const base::Bytes bytes(1000, 7);
        TRY(const auto blob, crypto::sealBlob(bytes, store.random));
        casework::Attachment photo;
        photo.caption = "Ett papper";
        photo.mediaType = casework::Attachment::Jpeg;
        photo.at = store.clock.now();
        photo.about = contact;
        photo.blob = {blob.reference.name, blob.reference.size, blob.reference.key.clone()};
        Object fields = casework::attachmentFields(photo);
        const std::string sealedUnder = base::json::Value(fields).stringAt("key");
        const auto record = store.ids.makeId<base::RecordId>();
        TRY_VOID(store.field.attachments().add(
            {work.wrong(), {changelog::makeCreation(record, "attachment", std::move(fields))}, {}}, record, blob));
        return sealedUnder;
    });
    REQUIRE(key.has_value());
    work.note = contact;
    work.move();

    const auto contacts = recordsOf(work.harness, work.right(), "contact");
    const auto moved = std::ranges::find_if(
        contacts, [](const store::RecordView &each) { return each.text("text") == "Ringde själv."; });
    REQUIRE(moved != contacts.end());
    CHECK(moved->text("lobReport").empty());
    const auto photos = recordsOf(work.harness, work.right(), "attachment");
    REQUIRE(photos.size() == 1);
    CHECK(photos.front().text("about") == moved->id.toString());
    CHECK(photos.front().text("key") != *key);
    CHECK(recordsOf(work.harness, work.wrong(), "attachment").empty());
    CHECK(work.read(task).text("status") == "dropped");
    const auto tasks = recordsOf(work.harness, work.right(), "task");
    const bool isMoved = std::ranges::any_of(
        tasks, [&](const store::RecordView &each) { return each.text("record") == moved->id.toString(); });
    CHECK(isMoved);
}

TEST_CASE("nothing is moved without somebody, into the same file, or into a protected one that is not open")
{
    WrongFile work;
    RecordViewModel &page = work.open(work.wrong(), work.note);
    page.misfiled()->open();
    page.misfiled()->move();
    CHECK(page.misfiled()->problem() == QStringLiteral("Välj vem det gäller först."));

    page.misfiled()->chooser()->search(QString::fromStdString(work.files[0].card.caseNumber));
    work.harness.settle();
    page.misfiled()->chooser()->choose(0);
    CHECK(page.misfiled()->problem() == QStringLiteral("Det är den här akten. Välj en annan."));
    CHECK_FALSE(page.misfiled()->canMove());

    protect(work.harness, work.right());
    work.choose(page);
    page.misfiled()->move();
    work.harness.settle();
    CHECK_FALSE(page.misfiled()->problem().isEmpty());
    CHECK(page.fact() == Secret);
    CHECK_FALSE(work.noteWith(work.right(), Secret.toStdString()));
}

TEST_CASE("a lock closes the sheet and shows nothing of what is sealed")
{
    WrongFile work;
    work.move();
    work.harness.app().lockNow();
    work.harness.waitFor([&] { return work.harness.composition().workspace().state() == Workspace::State::Locked; });
    work.harness.unlock();
    work.harness.settle();
    auto &page = top<RecordViewModel>(work.harness);
    CHECK_FALSE(page.misfiled()->isOpen());
    CHECK(page.misfiled()->sealText().startsWith(QStringLiteral("Förd på fel person")));
    CHECK(page.fact().isEmpty());
    CHECK_FALSE(work.harness
                    .inStore<ReadingContent>([&](OpenStore &store) {
                        return readForPerson(store, work.wrong(), work.note, base::Language::Swedish);
                    })
                    .has_value());
}
