// Somebody whose identity becomes protected after the file has been on the device.
#include "qml/viewmodels/people/people_view_model.h"
#include "tests/qml/people_bench.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

PersonViewModel &openField(AppHarness &harness, base::CaseId caseId, const std::string &field)
{
    PersonViewModel &page = openPerson(harness, caseId);
    page.chooseTab(1);
    harness.settle();
    for (int row = 0; row < page.fields()->rowCount(); ++row)
        if (page.fields()->field(row) == field)
            page.changeField(row);
    harness.settle();
    REQUIRE(page.field()->isOpen());
    return page;
}

} // namespace

TEST_CASE("a level is chosen after it was said what it brings, and from then on nothing on the device tells who it is")
{
    const int level = GENERATE(0, 1, 2);
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    const auto record = recordsOf(harness, person.caseId, "person").front();
    const QString given = QString::fromStdString(record.text("givenName"));
    const QString family = QString::fromStdString(record.text("familyName"));
    PersonViewModel &page = openField(harness, person.caseId, "protection");
    CHECK(harness.shows(QStringLiteral("teamet förlorar akten")));
    REQUIRE(page.field()->choices().size() == 3);
    // Nothing is chosen beforehand, and nothing is saved without a choice.
    CHECK(page.field()->choiceIndex() == -1);
    harness.tap(QStringLiteral("Spara"));
    harness.settle();
    REQUIRE(page.field()->isOpen());
    CHECK_FALSE(page.field()->problem().isEmpty());
    page.field()->choose(level);
    harness.tap(QStringLiteral("Spara"));
    harness.settle();
    CHECK(casework::protectionLevel(recordsOf(harness, person.caseId, "person").front())
          == std::vector<std::string>{"sekretessmarkering", "skyddadFolkbokforing", "fingerade"}[std::size_t(level)]);
    // The open file is shut at once, and asks for a reason.
    CHECK(page.gate()->isShut());
    CHECK_FALSE(harness.shows(given + QLatin1Char(' ') + family));
    CHECK_FALSE(harness.shows(QString::fromStdString(record.text("identityNumber"))));
    // Neither lists nor names for a screen reader.
    for (const auto place : {Router::Place::Today, Router::Place::People}) {
        harness.app().goTo(place);
        harness.settle();
        CHECK_FALSE(harness.shows(QString::fromStdString(person.card.shortName)));
        CHECK_FALSE(harness.findPressable(QString::fromStdString(person.card.shortName)));
    }
    auto &people = top<PeopleViewModel>(harness);
    for (const std::string &words :
         {record.text("givenName"), record.text("familyName"), record.text("identityNumber")}) {
        people.search(QString::fromStdString(words));
        harness.settle();
        for (int row = 0; row < people.rows()->rowCount(); ++row)
            CHECK(people.rows()->row(row)->caseId != person.caseId);
    }
    people.search(QString::fromStdString(person.card.caseNumber));
    harness.settle();
    REQUIRE(people.rows()->rowCount() == 1);
    CHECK(people.rows()->index(0, 0).data(PeopleListModel::WhoRole).toString() == QStringLiteral("Skyddad person"));
}

TEST_CASE("opening a file whose person became protected takes a reason and the passphrase, and is logged with it")
{
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    PersonViewModel &page = openField(harness, person.caseId, "protection");
    page.field()->choose(0);
    page.field()->save();
    harness.settle();
    REQUIRE(page.gate()->isShut());
    page.gate()->setOwnWords(QStringLiteral("Bokat möte i dag"));
    page.gate()->enter();
    confirmPassphrase(harness, *page.gate()->confirm(), std::string(app::TrainingPassphrase));
    CHECK_FALSE(page.gate()->isShut());
    CHECK_FALSE(page.hasCard());
    CHECK(page.fields()->rowCount() == 0);
    const auto lines =
        harness.inStore<std::vector<std::string>>([](OpenStore &store) { return store.cases.unsentLines(); }).value();
    CHECK(std::ranges::any_of(lines, [](const std::string &line) {
        return line.find("\"access\"") != std::string::npos && line.find("Bokat möte i dag") != std::string::npos;
    }));
}

TEST_CASE("a level that leaves no room for an address takes it off the card, in a file that is tied to it too")
{
    const int level = GENERATE(0, 1, 2);
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    const auto record = recordsOf(harness, person.caseId, "person").front().id;
    const base::json::Object ways{{"w1", base::json::Object{{"kind", "address"}, {"value", "Provgatan 17 A"}}},
                                  {"w2", base::json::Object{{"kind", "phone"}, {"value", "070-174 06 05"}}}};
    const auto tied = harness.inStore<base::CaseId>([&](OpenStore &store) -> base::Result<base::CaseId> {
        TRY_VOID(store.cases.edit(record, {{"contactWays", ways}}));
        store::Draft other{store.ids.makeId<base::CaseId>(), {}, {}};
        other.sets = {
            changelog::makeCreation(store.ids.makeId<base::RecordId>(), "person", {{"contactWays", ways}}),
            changelog::makeCreation(
                store.ids.makeId<base::RecordId>(), "case",
                {{"stage", "intake"}, {"caseNumber", "2026-4712"}, {"mergedInto", person.caseId.toString()}})};
        TRY_VOID(store.cases.save(other));
        return other.caseId;
    });
    REQUIRE(tied.has_value());
    harness.settle();
    const auto waysIn = [&harness](base::CaseId caseId) {
        const auto now = recordsOf(harness, caseId, "person").front();
        const base::json::Value *value = now.fields.find("contactWays");
        return value ? base::json::serialise(*value) : std::string();
    };
    const auto holds = [&](base::CaseId caseId, const char *words) {
        return waysIn(caseId).find(words) != std::string::npos;
    };
    REQUIRE(holds(person.caseId, "Provgatan 17 A"));
    REQUIRE(holds(*tied, "Provgatan 17 A"));
    PersonViewModel &page = openField(harness, person.caseId, "protection");
    CHECK(harness.shows(QStringLiteral("tas adresser bort från kortet")));
    page.field()->choose(level);
    page.field()->save();
    harness.settle();
    for (const base::CaseId file : {person.caseId, *tied}) {
        CHECK(holds(file, "Provgatan 17 A") == (level == 0));
        CHECK(holds(file, "070-174 06 05"));
        CHECK(casework::protectionLevel(recordsOf(harness, file, "person").front()) != "none");
    }
}
