// Personer, a person's file and its records, by the view models of the whole app.
#include "core/rules/agenda_order.h"
#include "qml/viewmodels/people/new_person_view_model.h"
#include "qml/viewmodels/people/person_view_model.h"
#include "qml/viewmodels/people/record_view_model.h"
#include "tests/qml/people_bench.h"

#include <QAbstractItemModelTester>

#include <set>

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

QString shown(const QAbstractItemModel &model, int row, int role) { return model.index(row, 0).data(role).toString(); }

QStringList column(const QAbstractItemModel &model, int role)
{
    QStringList values;
    for (int row = 0; row < model.rowCount(); ++row)
        values += shown(model, row, role);
    return values;
}

PeopleViewModel &openPeople(AppHarness &harness)
{
    harness.app().goTo(Router::Place::People);
    harness.settle();
    return top<PeopleViewModel>(harness);
}

/// What was written about who opened files here: sent to the server, and kept in no record of this device.
std::vector<changelog::ChangeLine> accessLines(AppHarness &harness)
{
    const auto lines =
        harness.inStore<std::vector<std::string>>([](OpenStore &store) { return store.cases.unsentLines(); }).value();
    std::vector<changelog::ChangeLine> accesses;
    for (const std::string &line : lines) {
        auto read = changelog::readChangeLine(line).value();
        if (read.change.sets.front().kind == "access")
            accesses.push_back(std::move(read));
    }
    return accesses;
}

std::string fieldOf(const changelog::ChangeLine &line, std::string_view field)
{
    const auto *value = line.change.sets.front().fields.find(field);
    return value && value->string() ? *value->string() : std::string();
}

} // namespace

TEST_CASE("everybody on the device stands in Personer, with initial and age")
{
    AppHarness harness;
    PeopleViewModel &people = openPeople(harness);
    const QAbstractItemModelTester tester(people.rows(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(people.rows()->rowCount() == int(casesOf(harness).size()));
    const store::CaseRow person = somebody(harness);
    const QStringList who = column(*people.rows(), PeopleListModel::WhoRole);
    CHECK(who.filter(QString::fromStdString(person.card.shortName)).size() >= 1);
}

TEST_CASE("a search finds by name and by number, and nothing by a phone number")
{
    AppHarness harness;
    PeopleViewModel &people = openPeople(harness);
    const store::CaseRow person = somebody(harness);
    const store::RecordView record = recordsOf(harness, person.caseId, "person").front();
    const auto search = [&](const std::string &query) {
        people.search(QString::fromStdString(query));
        harness.settle();
        return column(*people.rows(), PeopleListModel::WhoRole);
    };
    const QString name = QString::fromStdString(person.card.shortName);
    CHECK(search(record.text("familyName").substr(0, 3)).filter(name).size() >= 1);
    CHECK(search(record.text("identityNumber")).filter(name).size() == 1);
    CHECK(search(person.card.caseNumber).filter(name).size() == 1);
    std::string phone;
    for (const casework::ContactWay &way : casework::readContactWays(record))
        if (way.isPhone())
            phone = way.value;
    REQUIRE_FALSE(phone.empty());
    CHECK(search(phone).isEmpty());
    CHECK_FALSE(people.emptyText().isEmpty());
}

TEST_CASE("the list can be narrowed down to those with something to do, and be put in its order")
{
    AppHarness harness;
    PeopleViewModel &people = openPeople(harness);
    people.chooseFilter(1);
    const int withSteps = people.rows()->rowCount();
    REQUIRE(withSteps > 0);
    for (int row = 0; row < withSteps; ++row)
        CHECK(people.rows()->row(row)->next);
    people.chooseFilter(2);
    REQUIRE(people.rows()->rowCount() < withSteps);
    for (int row = 0; row < people.rows()->rowCount(); ++row)
        CHECK(rules::urgencyOf(people.rows()->row(row)->next->due, harness.clock().now()) <= rules::Urgency::Today);
    people.chooseFilter(0);
    people.chooseOrder(1);
    base::Instant before = base::Instant::min();
    for (int row = 0; row < people.rows()->rowCount(); ++row) {
        const auto &next = people.rows()->row(row)->next;
        const base::Instant due = next && next->due ? *next->due : base::Instant::max();
        CHECK(due >= before);
        before = due;
    }
}

TEST_CASE("hidden names stand neither in the list nor over the open file")
{
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    const QString given = QString::fromStdString(person.card.shortName).section(QLatin1Char(' '), 0, 0);
    harness.app().toggleNames();
    PeopleViewModel &people = openPeople(harness);
    CHECK(column(*people.rows(), PeopleListModel::WhoRole).filter(given).isEmpty());
    PersonViewModel &page = openPerson(harness, person.caseId);
    CHECK(page.title().contains(QString::fromStdString(person.card.caseNumber)));
    CHECK_FALSE(page.title().contains(given));
}

TEST_CASE("the opening of a file is logged once, as assigned work")
{
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    const std::size_t before = accessLines(harness).size();
    openPerson(harness, person.caseId);
    const auto after = accessLines(harness);
    REQUIRE(after.size() == before + 1);
    CHECK(after.back().change.caseId == person.caseId);
    CHECK(fieldOf(after.back(), "action") == "open");
    CHECK(fieldOf(after.back(), "purpose") == "assigned");
}

TEST_CASE("a long timeline is read page by page, newest first, every entry once")
{
    AppHarness harness({.caseload = {.people = 3, .longFileEntries = 150}});
    PersonViewModel &page = openPerson(harness, longestFile(harness));
    TimelineListModel &timeline = *page.timeline();
    const QAbstractItemModelTester tester(&timeline, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(timeline.rowCount() < 150);
    for (int pages = 0; pages < 5; ++pages) {
        if (timeline.canFetchMore({}))
            timeline.fetchMore({});
        harness.settle();
    }
    REQUIRE(timeline.rowCount() >= 150);
    std::set<std::string> seen;
    for (int row = 0; row < timeline.rowCount(); ++row) {
        CHECK(seen.insert(timeline.row(row)->key).second);
        if (row > 0)
            CHECK(timeline.row(row)->place.at <= timeline.row(row - 1)->place.at);
    }
    CHECK_FALSE(shown(timeline, 0, TimelineListModel::HeadingRole).isEmpty());
}

TEST_CASE("every result stands under Resultat and opens its page")
{
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    PersonViewModel &page = openPerson(harness, caseId);
    REQUIRE(page.results()->rowCount() > 0);
    CHECK(page.results()->rowCount() == int(recordsOf(harness, caseId, "assessment").size()));
    CHECK(shown(*page.results(), 0, RecordLineListModel::ValueRole).contains(QStringLiteral("poäng")));
    page.openResult(0);
    harness.settle();
    CHECK(harness.app().navigator()->depth() == 3);
}

TEST_CASE("a contact way that was added can be taken back")
{
    AppHarness harness;
    PersonViewModel &page = openPerson(harness, somebody(harness).caseId);
    const int before = page.ways()->rowCount();
    page.addWay();
    page.way()->setValue(QStringLiteral("0701740699"));
    page.way()->toggleNeverVoicemail();
    page.way()->save();
    harness.settle();
    REQUIRE(page.ways()->rowCount() == before + 1);
    CHECK(shown(*page.ways(), before, ContactWayListModel::ValueTextRole) == QStringLiteral("070-174 06 99"));
    CHECK(page.ways()->index(before).data(ContactWayListModel::NeverVoicemailRole).toBool());
    page.undoRow()->undo();
    harness.settle();
    CHECK(page.ways()->rowCount() == before);
}

TEST_CASE("a number that cannot be rung is not saved, and stays in the field")
{
    AppHarness harness;
    PersonViewModel &page = openPerson(harness, somebody(harness).caseId);
    const int before = page.ways()->rowCount();
    page.addWay();
    page.way()->setValue(QStringLiteral("efter fem"));
    page.way()->save();
    harness.settle();
    CHECK(page.way()->isOpen());
    CHECK_FALSE(page.way()->valueProblem().isEmpty());
    CHECK(page.way()->value() == QStringLiteral("efter fem"));
    CHECK(page.ways()->rowCount() == before);
}

TEST_CASE("a number whose check digit does not fit is saved as unconfirmed, and only when asked for")
{
    AppHarness harness;
    const base::CaseId caseId = somebody(harness).caseId;
    PersonViewModel &page = openPerson(harness, caseId);
    int row = 0;
    while (page.fields()->field(row) != "identityNumber")
        REQUIRE(++row < page.fields()->rowCount());
    page.changeField(row);
    page.field()->setValue(QStringLiteral("19900101-0001"));
    page.field()->save();
    harness.settle();
    REQUIRE(page.field()->isOpen());
    CHECK(page.field()->canSaveUnconfirmed());
    page.field()->saveUnconfirmed();
    harness.settle();
    const store::RecordView person = recordsOf(harness, caseId, "person").front();
    CHECK(person.text("identityKind") == "unconfirmed");
    CHECK(person.text("identityNumber") == "19900101-0001");
}

TEST_CASE("somebody new is looked for first, then created, then found")
{
    AppHarness harness;
    const store::CaseRow known = somebody(harness);
    const std::size_t before = casesOf(harness).size();
    std::optional<base::CaseId> created;
    harness.app().openNewPerson([&](base::CaseId caseId) { created = caseId; });
    harness.settle();
    auto &page = top<NewPersonViewModel>(harness);
    page.setGivenName(QString::fromStdString(known.card.shortName).section(QLatin1Char(' '), 0, 0));
    harness.settle();
    CHECK(page.similar()->rowCount() > 0);
    page.setGivenName(QStringLiteral("Zlatka"));
    page.setFamilyName(QStringLiteral("Provsson"));
    page.toggleTemporary();
    harness.settle();
    CHECK(page.similar()->rowCount() == 0);
    page.save();
    harness.settle();
    REQUIRE(created);
    CHECK(casesOf(harness).size() == before + 1);
    CHECK(recordsOf(harness, *created, "person").front().text("identityNumber").starts_with("TEMP-"));
    PeopleViewModel &people = openPeople(harness);
    people.search(QStringLiteral("zlatka"));
    harness.settle();
    CHECK(column(*people.rows(), PeopleListModel::WhoRole) == QStringList{QStringLiteral("Zlatka P.")});
}

TEST_CASE("a protected person is nobody in lists, and opens with a reason and the passphrase only")
{
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    protect(harness, person.caseId);
    PeopleViewModel &people = openPeople(harness);
    CHECK(column(*people.rows(), PeopleListModel::WhoRole).contains(QStringLiteral("Skyddad person")));
    const std::size_t before = accessLines(harness).size();
    PersonViewModel &page = openPerson(harness, person.caseId);
    CHECK(page.gate()->isShut());
    CHECK(page.timeline()->rowCount() == 0);
    page.gate()->enter();
    CHECK_FALSE(page.gate()->problem().isEmpty());
    page.gate()->chooseReason(0);
    page.gate()->enter();
    confirmPassphrase(harness, *page.gate()->confirm(), "nagot helt annat");
    CHECK(page.gate()->isShut());
    CHECK_FALSE(page.gate()->confirm()->problem().isEmpty());
    CHECK(accessLines(harness).size() == before);
    confirmPassphrase(harness, *page.gate()->confirm(), std::string(app::TrainingPassphrase));
    CHECK_FALSE(page.gate()->isShut());
    CHECK(page.title() == QStringLiteral("Skyddad person"));
    CHECK_FALSE(page.protectedText().isEmpty());
    const auto log = accessLines(harness);
    REQUIRE(log.size() == before + 1);
    CHECK(fieldOf(log.back(), "reason") == page.gate()->reasons().front().toStdString());
}

TEST_CASE("signing asks for the passphrase when it was given more than a minute ago, and locks what was written")
{
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    const base::RecordId note = recordsOf(harness, caseId, "note").back().id;
    harness.clock().advance(std::chrono::minutes(2));
    harness.app().openRecord(caseId, note);
    harness.settle();
    auto &page = top<RecordViewModel>(harness);
    REQUIRE(page.canSign());
    REQUIRE(page.canEdit());
    page.sign();
    harness.settle();
    CHECK(page.signedText().isEmpty());
    confirmPassphrase(harness, *page.confirm(), std::string(app::TrainingPassphrase));
    CHECK_FALSE(page.signedText().isEmpty());
    CHECK_FALSE(page.canSign());
    CHECK_FALSE(page.canEdit());
    CHECK(page.canAdd());
}

TEST_CASE("what the person sees differently stands beside a signed note, which stays as it is")
{
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    const base::RecordId note = recordsOf(harness, caseId, "note").back().id;
    harness.app().openRecord(caseId, note);
    harness.settle();
    auto &page = top<RecordViewModel>(harness);
    page.sign();
    harness.waitFor([&] { return !page.signedText().isEmpty(); });
    page.startDisputing();
    page.setEditedDispute(QStringLiteral("Jag sa nej."));
    page.saveEdit();
    harness.settle();
    CHECK_FALSE(page.signedText().isEmpty());
    REQUIRE(page.addenda()->rowCount() == 1);
    CHECK(shown(*page.addenda(), 0, RecordLineListModel::ValueRole).contains(QStringLiteral("Jag sa nej.")));
}

TEST_CASE("a change that was begun and not saved is there again after the app was killed")
{
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    const base::RecordId note = recordsOf(harness, caseId, "note").back().id;
    harness.app().openRecord(caseId, note);
    harness.settle();
    top<RecordViewModel>(harness).startEditing();
    top<RecordViewModel>(harness).setEditedFact(QStringLiteral("Halv mening om"));
    harness.waitFor([&] {
        const auto forms =
            harness.inStore<std::vector<store::FormDraft>>([](OpenStore &store) { return store.cases.forms(); });
        return std::ranges::find(forms.value(), "recordEdit", &store::FormDraft::form) != forms.value().end();
    });
    harness.killAndRestart();
    harness.unlock();
    harness.app().openRecord(caseId, note);
    harness.settle();
    CHECK(top<RecordViewModel>(harness).isEditing());
    CHECK(top<RecordViewModel>(harness).editedFact() == QStringLiteral("Halv mening om"));
}

TEST_CASE("an own note that is not signed can be changed and changed back")
{
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    const base::RecordId note = recordsOf(harness, caseId, "note").back().id;
    harness.app().openRecord(caseId, note);
    harness.settle();
    auto &page = top<RecordViewModel>(harness);
    const QString before = page.fact();
    page.startEditing();
    page.setEditedFact(QStringLiteral("Rättat: mötet var på biblioteket."));
    page.saveEdit();
    harness.settle();
    CHECK(page.fact() == QStringLiteral("Rättat: mötet var på biblioteket."));
    page.undoRow()->undo();
    harness.settle();
    CHECK(page.fact() == before);
}
