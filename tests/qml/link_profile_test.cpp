// A municipality's own profile in the whole app on a real server.
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
                              R"("confidence": "primary"},)");
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
