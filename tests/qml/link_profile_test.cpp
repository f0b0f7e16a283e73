// A municipality's own profile in the whole app on a real server.
#include "core/changelog/record_state.h"
#include "qml/viewmodels/people/person_view_model.h"
#include "tests/qml/linked_app.h"

#include <QFile>
#include <QTimer>

using namespace faltakt;

namespace {

/// Täby as the program brings it, as the municipality's next version, in force from a day on.
QString writeNext(const test::OfficeProcess &office, int version, const QByteArray &from, const QByteArray &name,
                  const QByteArray &jour)
{
    QFile shipped(QStringLiteral(FALTAKT_SOURCE_DIR "/assets/profiles/taby.json"));
    REQUIRE(shipped.open(QIODevice::ReadOnly));
    QByteArray text = shipped.readAll();
    const auto change = [&text](const QByteArray &old, const QByteArray &fresh) {
        const auto at = text.indexOf(old);
        REQUIRE(at >= 0);
        text.replace(at, old.size(), fresh);
    };
    change("\"version\": 1", "\"version\": " + QByteArray::number(version) + ", \"validFrom\": \"" + from + '"');
    change("\"Täby kommun\"", '"' + name + '"');
    change("\"settings\": {", R"("settings": {"autoLockMinutes": {"value": 5, "kind": "guideline", "source": "Rutin", )"
                              R"("confidence": "primary"}, "fileSearch": {"value": true, "kind": "guideline", )"
                              R"("source": "Rutin", "confidence": "primary"},)");
    change("\"contacts\": [", R"("contacts": [{"code": "childUnit", "name": "Barnenheten", "group": "own", )"
                              R"("number": {"value": ")"
                                  + jour
                                  + R"(", "kind": "guideline", "source": "Rutin", "confidence": "primary"}, )"
                                    R"("kind": "guideline", "source": "Rutin", "confidence": "primary"},)");
    const QString path = office.file(QStringLiteral("taby-%1.json").arg(version));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text);
    return path;
}

void writeNote(test::LinkedApp &linked, const char *text)
{
    REQUIRE(linked.harness
                .inStore<base::RecordId>([&](viewmodels::OpenStore &store) -> base::Result<base::RecordId> {
                    const auto record = store.ids.makeId<base::RecordId>();
                    const base::json::Object fields{{"text", text}, {"at", base::formatInstant(store.clock.now())}};
                    TRY_VOID(store.cases.save({linked.caseId, {changelog::makeCreation(record, "note", fields)}, {}}));
                    return record;
                })
                .has_value());
    linked.harness.settle();
}

} // namespace

TEST_CASE("a profile that is added at the server is what the app goes by, with its version, its day and its numbers")
{
    test::LinkedApp linked;
    test::AppHarness &harness = linked.harness;
    viewmodels::Workspace &workspace = harness.composition().workspace();
    CHECK(workspace.profile()->version == 1);
    // The app's clock stands in October 2025.
    linked.office.admin({QStringLiteral("profile"), QStringLiteral("add"),
                         writeNext(linked.office, 2, "2025-10-01", "Täby i oktober", "08-465 004 30")});
    linked.office.admin({QStringLiteral("profile"), QStringLiteral("add"),
                         writeNext(linked.office, 3, "2026-10-01", "Täby nästa år", "08-465 004 31")});
    auto *lock = harness.app().autoLock()->findChild<QTimer *>();
    REQUIRE(lock);
    harness.composition().settings().setAutoLockMinutes(10);
    CHECK(lock->intervalAsDuration() == std::chrono::minutes(10) - viewmodels::AutoLock::Warning);
    workspace.syncNow();
    harness.waitFor([&] { return workspace.profile()->version == 2; });
    // The worker's choice ends where the municipality's does.
    harness.settle();
    harness.app().autoLock()->keepWorking();
    CHECK(lock->intervalAsDuration() == std::chrono::minutes(5) - viewmodels::AutoLock::Warning);
    harness.app().goTo(viewmodels::Router::Place::More);
    harness.settle();
    CHECK(harness.shows(QStringLiteral("Version 2, gäller från onsdag 1 oktober 2025")));
    harness.tap(QStringLiteral("Kommunens profil"));
    CHECK(harness.shows(QStringLiteral("Täby i oktober, version 2, gäller från onsdag 1 oktober 2025.")));
    harness.app().goTo(viewmodels::Router::Place::Guidance);
    harness.settle();
    harness.app().openGuidanceCard(QStringLiteral("profile-contact-childUnit"));
    harness.settle();
    CHECK(harness.shows(QStringLiteral("08-465 004 30")));

    // Without the server, locked and opened again: what came is here.
    linked.office.stop();
    harness.app().lockNow();
    harness.settle();
    harness.unlock();
    harness.settle();
    CHECK(workspace.profile()->version == 2);
    // And holds for what was decided while it did, when the next one has begun.
    harness.clock().advance(std::chrono::hours(24 * 400));
    CHECK(workspace.profile()->version == 3);
}

TEST_CASE("the text of an open file can be searched where the municipality says so, and nowhere else")
{
    test::LinkedApp linked;
    test::AppHarness &harness = linked.harness;
    writeNote(linked, "Kim har en hund som heter Sixten.");
    writeNote(linked, "Nytt möte i Sundbyberg.");
    auto *person = dynamic_cast<viewmodels::PersonViewModel *>(harness.app().navigator()->top());
    REQUIRE(person);
    viewmodels::TimelineListModel &timeline = *person->timeline();
    const int all = timeline.rowCount();
    REQUIRE(all >= 2);
    CHECK_FALSE(harness.find(QAccessible::EditableText, QStringLiteral("Sök i akten")));
    timeline.search(QStringLiteral("hund"));
    harness.settle();
    CHECK(timeline.rowCount() == all);

    linked.office.admin({QStringLiteral("profile"), QStringLiteral("add"),
                         writeNext(linked.office, 2, "2025-10-01", "Täby i oktober", "08-465 004 30")});
    viewmodels::Workspace &workspace = harness.composition().workspace();
    workspace.syncNow();
    harness.waitFor([&] { return workspace.profile()->version == 2; });
    harness.app().back();
    harness.app().openPerson(linked.caseId);
    harness.settle();
    person = dynamic_cast<viewmodels::PersonViewModel *>(harness.app().navigator()->top());
    REQUIRE(person);
    REQUIRE(harness.find(QAccessible::EditableText, QStringLiteral("Sök i akten")));
    viewmodels::TimelineListModel &searched = *person->timeline();
    searched.search(QStringLiteral("HUND"));
    harness.settle();
    REQUIRE(searched.rowCount() == 1);
    CHECK(searched.row(0)->body.contains(QStringLiteral("Sixten")));
    CHECK(searched.countText() == QStringLiteral("1 träff"));
    CHECK_FALSE(harness.shows(QStringLiteral("Sundbyberg")));
    searched.search(QStringLiteral("katt"));
    harness.settle();
    CHECK(searched.rowCount() == 0);
    CHECK(harness.shows(QStringLiteral("Ingen träff på \"katt\".")));
    CHECK_FALSE(harness.shows(QStringLiteral("Inget är skrivet än.")));
    searched.search({});
    harness.settle();
    CHECK(searched.rowCount() == all);

    // A lock takes the words along.
    searched.search(QStringLiteral("hund"));
    harness.settle();
    harness.app().lockNow();
    harness.settle();
    CHECK_FALSE(harness.fieldTexts().contains(QStringLiteral("hund")));
}
