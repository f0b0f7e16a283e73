// Somebody new whose number has a file in another team, in the whole app against a real server.
#include "core/casework/identity_number.h"
#include "qml/viewmodels/people/new_person_view_model.h"
#include "qml/viewmodels/people/person_view_model.h"
#include "qml/viewmodels/workspace/known_check.h"
#include "tests/qml/linked_app.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::viewmodels;

namespace {

/// A made-up number: birth number 000.
std::string numberOf(const std::string &day)
{
    const std::string nine = day.substr(2) + "000";
    return day + "000" + casework::identityCheckDigit(nine);
}

/// The app of a worker in Vuxenenheten, and a file that a worker in Ungdom has made.
struct TwoUnits {
    TwoUnits()
    {
        const auto id = [](const std::vector<base::json::Value> &lines) {
            return QString::fromStdString(lines.front().stringAt("id"));
        };
        const QString team =
            id(office.admin({QStringLiteral("team"), QStringLiteral("add"), QStringLiteral("Ungdom")}));
        const QString worker = id(office.admin(
            {QStringLiteral("worker"), QStringLiteral("add"), QStringLiteral("Cia"), QStringLiteral("--team"), team}));
        const auto code =
            office.admin({QStringLiteral("device"), QStringLiteral("code"), QStringLiteral("--worker"), worker});
        cli({QStringLiteral("enrol"), QStringLiteral("-"), QStringLiteral("--unlock-time"), QStringLiteral("1")},
            QByteArray::fromStdString(code.front().stringAt("code") + "\n"));
        cli({QStringLiteral("case"), QStringLiteral("new"), QStringLiteral("--set"),
             QStringLiteral("givenName=\"Robin\""), QStringLiteral("--set"),
             QStringLiteral("identityNumber=\"%1\"").arg(QString::fromStdString(number))});
        cli({QStringLiteral("sync")});
        harness.enrol(office.code(0));
        waitUntilListening();
    }
    void cli(const QStringList &words, const QByteArray &input = {})
    {
        const auto ended =
            office.run(QStringLiteral("faltakt-cli"),
                       words
                           + QStringList{QStringLiteral("--store"), office.file(QStringLiteral("youth")),
                                         QStringLiteral("--pin-file"), office.file(QStringLiteral("pin"))},
                       input);
        INFO(words.join(QLatin1Char(' ')).toStdString() << ": " << ended.errors.toStdString());
        REQUIRE(ended.code == 0);
    }
    void waitUntilListening()
    {
        harness.waitFor([&] { return harness.composition().workspace().syncStatus().isListening; });
    }
    NewPersonViewModel &begin(const std::string &identity)
    {
        harness.app().goTo(Router::Place::People);
        harness.app().openNewPerson({});
        harness.settle();
        auto *page = dynamic_cast<NewPersonViewModel *>(harness.app().navigator()->top());
        REQUIRE(page);
        page->setGivenName(QStringLiteral("Robin"));
        page->setIdentity(QString::fromStdString(identity));
        harness.settle();
        harness.tap(QStringLiteral("Skapa"));
        return *page;
    }
    bool isFileOpen() { return dynamic_cast<PersonViewModel *>(harness.app().navigator()->top()) != nullptr; }
    std::vector<std::string> wordsOfQuestions()
    {
        std::vector<std::string> words;
        for (const auto &entry : office.admin({QStringLiteral("log"), QStringLiteral("review")}))
            if (entry.stringAt("act") == "asked")
                words.push_back(entry.stringAt("word"));
        return words;
    }
    int questionsKept()
    {
        return int(harness
                       .inStore<std::int64_t>([](OpenStore &store) -> base::Result<std::int64_t> {
                           TRY(const auto forms, store.cases.forms());
                           return std::ranges::count(forms, KnownCheck::FormName, &store::FormDraft::form);
                       })
                       .value());
    }

    std::string number = numberOf("19900101");
    test::OfficeProcess office{QStringLiteral(FALTAKT_PROGRAMS)};
    test::AppHarness harness{{.isTraining = false, .unlocks = false}};
};

} // namespace

TEST_CASE(
    "before somebody is made the server says which unit has a file, and nothing else; it can be made all the same")
{
    TwoUnits town;
    NewPersonViewModel &page = town.begin(town.number.substr(0, 8) + "-" + town.number.substr(8));
    town.harness.waitFor([&] { return !page.knownText().isEmpty(); });
    CHECK(town.harness.shows(QStringLiteral("redan en akt hos Ungdom")));
    CHECK_FALSE(town.isFileOpen());
    CHECK(town.wordsOfQuestions() == std::vector<std::string>{"known"});
    // Another number is another question.
    page.setIdentity(QString::fromStdString(numberOf("19900103")));
    town.harness.settle();
    CHECK_FALSE(town.harness.shows(QStringLiteral("redan en akt")));
    page.setIdentity(QString::fromStdString(town.number));
    town.harness.settle();
    town.harness.tap(QStringLiteral("Skapa"));
    town.harness.waitFor([&] { return !page.knownText().isEmpty(); });
    town.harness.tap(QStringLiteral("Skapa ändå"));
    town.harness.waitFor([&] { return town.isFileOpen(); });
    CHECK(town.questionsKept() == 0);
}

TEST_CASE("somebody whom nobody knows is made at once")
{
    TwoUnits town;
    town.begin(numberOf("19900103"));
    town.harness.waitFor([&] { return town.isFileOpen(); });
    CHECK(town.wordsOfQuestions() == std::vector<std::string>{"unknown"});
    CHECK(town.questionsKept() == 0);
}

TEST_CASE("without a server somebody is made at once, the page says what is not known, and I dag tells it later")
{
    TwoUnits town;
    town.office.stop();
    town.begin(town.number);
    town.harness.waitFor([&] { return town.isFileOpen(); });
    town.harness.settle();
    CHECK(town.harness.shows(QStringLiteral("Inte kontrollerat än")));
    CHECK(town.questionsKept() == 1);
    // The question outlives the app.
    town.harness.killAndRestart();
    town.harness.unlock();
    CHECK(town.questionsKept() == 1);
    town.office.start();
    town.harness.composition().workspace().syncNow();
    town.harness.waitFor([&] { return town.questionsKept() == 0; });
    town.harness.app().goTo(Router::Place::Today);
    town.harness.waitFor([&] { return town.harness.shows(QStringLiteral("Kan ha en akt redan")); });
    CHECK(town.wordsOfQuestions() == std::vector<std::string>{"known"});
}

TEST_CASE("a server that is alive and deaf holds nobody up for long")
{
    TwoUnits town;
    town.office.pause();
    QElapsedTimer timer;
    timer.start();
    town.begin(town.number);
    town.harness.waitFor([&] { return town.isFileOpen(); });
    CHECK(timer.elapsed() < 8'000);
    CHECK(town.questionsKept() == 1);
    town.office.resume();
}
