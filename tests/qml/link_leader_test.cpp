// A team's leader in the whole app on a real server.
#include "qml/viewmodels/sync/team_returns_view_model.h"
#include "tests/qml/linked_app.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace faltakt;
using Cost = platform::NetworkState::Cost;
using Reach = platform::NetworkState::Reach;

namespace {

/// Exports what the open page shows; true where there is a file with it.
bool saveOnlyLine(test::AppHarness &harness)
{
    const QTemporaryDir home;
    const QByteArray before = qgetenv("HOME");
    qputenv("HOME", home.path().toUtf8());
    const QString documents = home.path() + QStringLiteral("/Documents");
    REQUIRE(QDir().mkpath(documents));
    auto *page = dynamic_cast<viewmodels::TeamReturnsViewModel *>(harness.app().navigator()->top());
    REQUIRE(page);
    harness.tap(QStringLiteral("Exportera"));
    viewmodels::FileOffer &offer = *page->exported();
    REQUIRE(offer.isOpen());
    offer.chooseFormat(1);
    offer.choosePlace(int(offer.places().indexOf(QStringLiteral("Documents"))));
    offer.toggleAgreed();
    offer.save();
    harness.waitFor([&] { return !offer.doneText().isEmpty() || !offer.problem().isEmpty(); });
    CHECK(offer.problem().isEmpty());
    const QStringList files = QDir(documents).entryList(QDir::Files);
    offer.close();
    harness.settle();
    qputenv("HOME", before);
    if (files.size() != 1)
        return false;
    QFile file(documents + QLatin1Char('/') + files.front());
    return file.open(QIODevice::ReadOnly) && file.readAll().contains("Hemlig");
}

/// Of the device's own, store, its log and what else lies there.
int filesWith(const std::filesystem::path &folder, const QByteArray &text)
{
    int found = 0, files = 0;
    QDirIterator each(QString::fromStdString(folder.string()), QDir::Files | QDir::Hidden,
                      QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        ++files;
        found += file.readAll().contains(text) ? 1 : 0;
    }
    REQUIRE(files > 1);
    return found;
}

} // namespace

TEST_CASE("a leader finds at Synk what a revoked colleague wrote, reads it from the server, and it goes with the lock")
{
    test::OfficeProcess office{QStringLiteral(FALTAKT_PROGRAMS)};
    const auto team = office.admin({QStringLiteral("team"), QStringLiteral("list")}).front();
    const auto leader = office.admin({QStringLiteral("worker"), QStringLiteral("add"), QStringLiteral("Lena"),
                                      QStringLiteral("--team"), QString::fromStdString(*team.find("id")->string()),
                                      QStringLiteral("--role"), QStringLiteral("teamLeader")});
    const auto code = office.admin({QStringLiteral("device"), QStringLiteral("code"), QStringLiteral("--worker"),
                                    QString::fromStdString(*leader.front().find("id")->string())});
    office.enrolColleague();
    const auto device = office.admin({QStringLiteral("device"), QStringLiteral("list")}).front();
    office.colleague({QStringLiteral("case"), QStringLiteral("new"), QStringLiteral("--set"),
                      QStringLiteral("givenName=\"Hemlig\"")});
    office.admin(
        {QStringLiteral("device"), QStringLiteral("revoke"), QString::fromStdString(*device.find("device")->string())});
    // It ends with 1: its work was taken for review, and it gets nothing any more.
    QProcess sync;
    office.beginColleague(sync, {QStringLiteral("sync")});
    REQUIRE((sync.state() == QProcess::NotRunning || sync.waitForFinished(20'000)));

    test::AppHarness harness{{.isTraining = false, .unlocks = false}};
    harness.enrol(*code.front().find("code")->string());
    harness.waitFor([&] { return harness.composition().workspace().syncStatus().isListening; });
    harness.app().openSync();
    harness.settle();
    CHECK(harness.findPressable(QStringLiteral("Inte mottaget i teamet")));
    harness.tap(QStringLiteral("Inte mottaget i teamet"));
    harness.waitFor([&] { return harness.shows(QStringLiteral("Hemlig")); });
    CHECK(harness.shows(QStringLiteral("Exportera texten")));
    CHECK(harness.findPressable(QStringLiteral("Exportera")));

    // What leaves as a file is logged by the server first: the file of the person is not here.
    REQUIRE(saveOnlyLine(harness));
    const auto log = office.admin({QStringLiteral("log"), QStringLiteral("review")});
    CHECK(std::ranges::count_if(log, [](const auto &entry) { return entry.stringAt("act") == "exported"; }) == 1);

    // A system that says there is no network forbids nothing.
    harness.network().become({Reach::None, Cost::Unknown});
    harness.tap(QStringLiteral("Hämta igen"));
    QTest::qWait(2000);
    harness.settle();
    CHECK(harness.shows(QStringLiteral("Hemlig")));
    CHECK_FALSE(harness.shows(QStringLiteral("kan visas när du är ansluten")));

    // Without a server what is here stays; what is not here cannot be had, and comes with another network.
    office.stop();
    harness.tap(QStringLiteral("Hämta igen"));
    harness.waitFor([&] { return harness.shows(QStringLiteral("kan visas när du är ansluten")); });
    CHECK(harness.shows(QStringLiteral("Hemlig")));
    harness.app().lockNow();
    harness.settle();
    CHECK_FALSE(harness.shows(QStringLiteral("Hemlig")));
    CHECK(filesWith(harness.composition().workspace().selected(), "Hemlig") == 0);
    harness.unlock();
    harness.waitFor([&] { return harness.shows(QStringLiteral("kan visas när du är ansluten")); });
    CHECK_FALSE(harness.shows(QStringLiteral("Hemlig")));
    office.start();
    harness.network().become({Reach::Some, Cost::Free});
    harness.waitFor([&] { return harness.shows(QStringLiteral("Hemlig")); });

    // What is not known yet after unlocking is no role that was taken away.
    CHECK_FALSE(harness.shows(QStringLiteral("bara för den som leder ett team")));

    // Whose device is shut off is shown nothing any more, without asking for it.
    harness.composition().workspace().syncNow();
    harness.waitFor([&] { return harness.composition().workspace().syncStatus().leadsTeam; });
    CHECK(harness.shows(QStringLiteral("Hemlig")));
    const auto devices = office.admin({QStringLiteral("device"), QStringLiteral("list")});
    for (const auto &each : devices)
        if (*each.find("device")->string() != *device.find("device")->string())
            office.admin({QStringLiteral("device"), QStringLiteral("revoke"),
                          QString::fromStdString(*each.find("device")->string())});
    harness.composition().workspace().syncNow();
    harness.waitFor([&] { return harness.composition().workspace().syncStatus().isRevoked; });
    harness.settle();
    CHECK_FALSE(harness.shows(QStringLiteral("Hemlig")));
    CHECK(harness.shows(QStringLiteral("bara för den som leder ett team")));
    // And has no way there any more.
    harness.app().openSync();
    harness.settle();
    CHECK_FALSE(harness.findPressable(QStringLiteral("Inte mottaget i teamet")));
}
