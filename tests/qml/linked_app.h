#pragma once

#include "tests/support/app_harness.h"
#include "tests/support/catch.h"
#include "tests/support/office_process.h"

#include <QElapsedTimer>
#include <QTest>

namespace faltakt::test {

/// The app, enrolled and listening, and one person whom a colleague has made.
struct LinkedApp {
    explicit LinkedApp(std::chrono::milliseconds triesWithoutNetwork = std::chrono::minutes(2))
        : harness{{.isTraining = false, .unlocks = false, .triesWithoutNetwork = triesWithoutNetwork}}
    {
        office.enrolColleague();
        const auto made = office.colleague({QStringLiteral("case"), QStringLiteral("new"), QStringLiteral("--set"),
                                            QStringLiteral("givenName=\"Kim\"")});
        caseId = base::CaseId::parse(*made.find("case")->string()).value();
        person = QString::fromStdString(*made.find("record")->string());
        office.colleague({QStringLiteral("sync")});
        harness.enrol(office.code(0));
        waitUntilListening();
        harness.app().openPerson(caseId);
        harness.settle();
        REQUIRE(harness.shows(QStringLiteral("Kim")));
    }

    const viewmodels::SyncStatus &status() { return harness.composition().workspace().syncStatus(); }
    void waitUntilListening()
    {
        harness.waitFor([&] { return status().isListening; });
    }
    /// Of the app, as the server names it.
    QString ownDevice()
    {
        const std::string worker = harness.composition().workspace().worker()->toString();
        for (const auto &device : office.admin({QStringLiteral("device"), QStringLiteral("list")}))
            if (*device.find("worker")->string() == worker)
                return QString::fromStdString(*device.find("device")->string());
        FAIL("the server does not know the app's device");
        return {};
    }
    void setOnColleague(const QString &field, const QString &value)
    {
        office.colleague({QStringLiteral("set"), person, field, QStringLiteral("\"%1\"").arg(value)});
    }
    /// Work of the worker's own, as any page saves it.
    void writeHere(const std::string &name)
    {
        REQUIRE(harness
                    .inStore<base::ChangeId>(
                        [id = base::RecordId::parse(person.toStdString()).value(), name](viewmodels::OpenStore &store) {
                            return store.cases.edit(id, {{"familyName", name}});
                        })
                    .has_value());
    }
    /// Milliseconds until the server holds more changes than these; -1 where it does not within the time.
    qint64 untilServerHas(std::int64_t moreThan, int patienceMs)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < patienceMs) {
            if (office.changes() > moreThan)
                return timer.elapsed();
            QTest::qWait(20);
        }
        return -1;
    }

    OfficeProcess office{QStringLiteral(FALTAKT_PROGRAMS)};
    AppHarness harness;
    base::CaseId caseId;
    QString person;
};

} // namespace faltakt::test
