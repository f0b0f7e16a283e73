// What there may be several of on a person's card: arrangements, other names and numbers, people around.
#include "core/casework/identity_number.h"
#include "qml/viewmodels/people/people_view_model.h"
#include "qml/viewmodels/people/record_line_list_model.h"
#include "qml/viewmodels/today/today_view_model.h"
#include "tests/qml/people_bench.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

QStringList column(const QAbstractItemModel &model, int role)
{
    QStringList values;
    for (int row = 0; row < model.rowCount(); ++row)
        values += model.index(row, 0).data(role).toString();
    return values;
}

QStringList labels(const RecordLineListModel &model) { return column(model, RecordLineListModel::LabelRole); }
QStringList values(const RecordLineListModel &model) { return column(model, RecordLineListModel::ValueRole); }

/// A made-up number: birth number 000.
std::string numberOf(const std::string &day)
{
    return day + "000" + casework::identityCheckDigit(day.substr(2) + "000");
}

CardEntriesViewModel &openCard(AppHarness &harness, base::CaseId caseId)
{
    PersonViewModel &page = openPerson(harness, caseId);
    page.chooseTab(1);
    harness.settle();
    return *page.entries();
}

/// On the card, and to be looked over after so long.
void arrange(AppHarness &harness, CardEntriesViewModel &card, int kind, int review)
{
    card.addFlag();
    card.entry()->chooseKind(kind);
    card.entry()->setValue(QStringLiteral("Personen själv"));
    card.entry()->chooseReview(review);
    card.entry()->save();
    harness.settle();
}

/// The app that was killed, or the same after a lock: on the page where the worker was.
CardEntriesViewModel &comeBack(AppHarness &harness, bool isKilled)
{
    if (isKilled) {
        harness.killAndRestart();
    } else {
        harness.app().lockNow();
        harness.settle();
    }
    harness.unlock();
    harness.settle();
    return *top<PersonViewModel>(harness).entries();
}

std::vector<base::CaseId> found(AppHarness &harness, const std::string &words)
{
    std::vector<base::CaseId> cases;
    const auto rows =
        harness.inStore<std::vector<store::CaseRow>>([words](OpenStore &store) { return store.cases.search(words); });
    for (const store::CaseRow &row : rows.value())
        cases.push_back(row.caseId);
    return cases;
}

bool holds(const std::vector<base::CaseId> &cases, base::CaseId caseId)
{
    return std::ranges::find(cases, caseId) != cases.end();
}

} // namespace

TEST_CASE("an arrangement stands on the card with who says it and two dates, over the open file, and in no list")
{
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    CardEntriesViewModel &card = openCard(harness, person.caseId);
    const int before = card.flags()->rowCount();
    harness.tap(QStringLiteral("Lägg till att tänka på"));
    harness.settle();
    harness.tap(QStringLiteral("Möten någon annanstans än hemma"));
    card.entry()->setValue(QStringLiteral("Personen själv"));
    harness.tap(QStringLiteral("Om ett halvår"));
    harness.tap(QStringLiteral("Spara"));
    harness.settle();
    REQUIRE(card.flags()->rowCount() == before + 1);
    const QString words = QStringLiteral("Möten någon annanstans än hemma");
    const int row = int(labels(*card.flags()).indexOf(words));
    REQUIRE(row >= 0);
    const QString value = values(*card.flags()).at(row);
    CHECK(value.contains(QStringLiteral("Personen själv")));
    CHECK(value.contains(QStringLiteral("noterat")));
    CHECK(value.contains(QStringLiteral("ses över")));
    CHECK(top<PersonViewModel>(harness).factTexts().contains(words));
    // Neither in the list of people nor among what can be searched.
    harness.app().goTo(Router::Place::People);
    harness.settle();
    CHECK_FALSE(harness.shows(words));
    CHECK_FALSE(holds(found(harness, "annanstans"), person.caseId));
    harness.app().goTo(Router::Place::Today);
    harness.settle();
    CHECK_FALSE(harness.shows(words));
}

TEST_CASE("an arrangement without a kind or without who says it is not saved, and says what is missing")
{
    AppHarness harness;
    CardEntriesViewModel &card = openCard(harness, somebody(harness).caseId);
    const int before = card.flags()->rowCount();
    card.addFlag();
    card.entry()->save();
    harness.settle();
    CHECK(card.entry()->isOpen());
    CHECK_FALSE(card.entry()->kindProblem().isEmpty());
    CHECK_FALSE(card.entry()->valueProblem().isEmpty());
    card.entry()->chooseKind(0);
    card.entry()->setValue(QStringLiteral("   "));
    card.entry()->save();
    CHECK_FALSE(card.entry()->valueProblem().isEmpty());
    CHECK(card.flags()->rowCount() == before);
}

TEST_CASE("an arrangement comes up on I dag on its day, is kept or taken away, and undo brings it back")
{
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    CardEntriesViewModel &card = openCard(harness, person.caseId);
    while (card.flags()->rowCount() > 0) {
        card.changeFlag(0);
        card.entry()->remove();
        harness.settle();
    }
    arrange(harness, card, 0, 0);
    const auto isDue = [&] {
        const auto rows = harness.inStore<std::vector<store::AgendaRow>>(
            [caseId = person.caseId](OpenStore &store) { return store.cases.agendaOfCase(caseId); });
        return std::ranges::any_of(rows.value(), [](const auto &row) { return row.entry.rule == "flag.review"; });
    };
    CHECK(isDue());
    card.changeFlag(0);
    harness.tap(QStringLiteral("Gäller inte längre"));
    harness.settle();
    CHECK(card.flags()->rowCount() == 0);
    CHECK_FALSE(isDue());
    harness.tap(QStringLiteral("Ångra"));
    harness.settle();
    CHECK(card.flags()->rowCount() == 1);
    CHECK(isDue());
    // Looked over: a later day, and the day on which it was noted stays.
    const QString before = values(*card.flags()).front();
    card.changeFlag(0);
    card.entry()->chooseReview(3);
    card.entry()->save();
    harness.settle();
    const QString after = values(*card.flags()).front();
    CHECK(after != before);
    CHECK(after.section(QStringLiteral(", ses"), 0, 0) == before.section(QStringLiteral(", ses"), 0, 0));
}

TEST_CASE("a person is found by another name that was noted, and not by one that was taken away")
{
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    CardEntriesViewModel &card = openCard(harness, person.caseId);
    card.addName();
    card.entry()->setValue(QStringLiteral("Zlatkova"));
    card.entry()->chooseKind(1);
    card.entry()->save();
    harness.settle();
    CHECK(holds(found(harness, "zlatkova"), person.caseId));
    const int row = int(labels(*card.names()).indexOf(QStringLiteral("Zlatkova")));
    REQUIRE(row >= 0);
    CHECK(values(*card.names()).at(row) == QStringLiteral("Tidigare namn"));
    card.changeName(row);
    card.entry()->remove();
    harness.settle();
    CHECK_FALSE(holds(found(harness, "zlatkova"), person.caseId));
}

TEST_CASE("a temporary number that a personal number replaces stays on the card, and both find the person")
{
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    const auto record = recordsOf(harness, person.caseId, "person").front();
    const std::string temporary = "TEMP-" + std::string("ABCDE-FGHJK");
    REQUIRE(harness
                .inStore<base::ChangeId>([id = record.id, temporary](OpenStore &store) {
                    return store.cases.edit(id, {{"identityNumber", temporary}, {"identityKind", "temporary"}});
                })
                .has_value());
    CardEntriesViewModel &card = openCard(harness, person.caseId);
    PersonViewModel &page = top<PersonViewModel>(harness);
    const std::string number = numberOf("19910203");
    const auto change = [&](const std::string &to) {
        for (int row = 0; row < page.fields()->rowCount(); ++row)
            if (page.fields()->field(row) == "identityNumber")
                page.changeField(row);
        page.field()->setValue(QString::fromStdString(to));
        page.field()->save();
        harness.settle();
    };
    // What is wrong says why, and nothing is lost.
    change("19910203-0009");
    REQUIRE(page.field()->isOpen());
    CHECK_FALSE(page.field()->valueProblem().isEmpty());
    CHECK(page.field()->canSaveUnconfirmed());
    page.field()->close();
    change(number);
    CHECK(holds(found(harness, number), person.caseId));
    CHECK(holds(found(harness, temporary), person.caseId));
    const int row = int(values(*card.names()).indexOf(QStringLiteral("Tidigare nummer")));
    REQUIRE(row >= 0);
    CHECK(labels(*card.names()).at(row) == QString::fromStdString(temporary));
    // A number that was replaced is nobody's to change.
    card.changeName(row);
    CHECK_FALSE(card.entry()->isOpen());
    // Undo takes both back.
    harness.tap(QStringLiteral("Ångra"));
    harness.settle();
    CHECK(recordsOf(harness, person.caseId, "person").front().text("identityNumber") == temporary);
    CHECK_FALSE(values(*card.names()).contains(QStringLiteral("Tidigare nummer")));
}

TEST_CASE("a number that nobody had confirmed is replaced without a trace on the card")
{
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    const auto record = recordsOf(harness, person.caseId, "person").front();
    REQUIRE(harness
                .inStore<base::ChangeId>([id = record.id](OpenStore &store) {
                    return store.cases.edit(id, {{"identityNumber", "9102-okänt"}, {"identityKind", "unconfirmed"}});
                })
                .has_value());
    CardEntriesViewModel &card = openCard(harness, person.caseId);
    PersonViewModel &page = top<PersonViewModel>(harness);
    for (int row = 0; row < page.fields()->rowCount(); ++row)
        if (page.fields()->field(row) == "identityNumber")
            page.changeField(row);
    page.field()->setValue(QString::fromStdString(numberOf("19910203")));
    page.field()->save();
    harness.settle();
    CHECK_FALSE(values(*card.names()).contains(QStringLiteral("Tidigare nummer")));
}

TEST_CASE("somebody around a person stands with role, what may be known and how long it holds, and can be taken away")
{
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    CardEntriesViewModel &card = openCard(harness, person.caseId);
    RelatedViewModel &sheet = *card.related();
    harness.tap(QStringLiteral("Lägg till person runt omkring"));
    harness.settle();
    sheet.save();
    CHECK_FALSE(sheet.roleProblem().isEmpty());
    CHECK_FALSE(sheet.nameProblem().isEmpty());
    harness.tap(QStringLiteral("God man"));
    sheet.setName(QStringLiteral("Vera Provsson"));
    sheet.setPhone(QStringLiteral("hej"));
    sheet.setMandate(QStringLiteral("Ekonomi"));
    sheet.setValidUntil(QStringLiteral("2027-02-30"));
    sheet.save();
    CHECK_FALSE(sheet.phoneProblem().isEmpty());
    CHECK_FALSE(sheet.validUntilProblem().isEmpty());
    CHECK(sheet.isOpen());
    sheet.setPhone(QStringLiteral("070-174 06 05"));
    sheet.setValidUntil(QStringLiteral("2027-02-28"));
    sheet.save();
    harness.settle();
    REQUIRE(card.around()->rowCount() == 1);
    CHECK(labels(*card.around()).front() == QStringLiteral("God man, Vera Provsson"));
    const QString value = values(*card.around()).front();
    // Nobody was asked, so nothing may be told.
    CHECK(value.startsWith(QStringLiteral("Inte frågat, berätta inget")));
    CHECK(value.contains(QStringLiteral("Ekonomi")));
    CHECK(value.contains(QStringLiteral("gäller till")));
    CHECK_FALSE(holds(found(harness, "Provsson"), person.caseId));
    // What belongs to the mandate goes with the role that has one.
    card.changeRelated(0);
    harness.settle();
    sheet.chooseRole(0);
    sheet.chooseKnowing(0);
    sheet.save();
    harness.settle();
    CHECK_FALSE(values(*card.around()).front().contains(QStringLiteral("Ekonomi")));
    CHECK(values(*card.around()).front().startsWith(QStringLiteral("Vet om kontakten")));
    card.changeRelated(0);
    harness.settle();
    sheet.remove();
    harness.settle();
    CHECK(card.around()->rowCount() == 0);
    harness.tap(QStringLiteral("Ångra"));
    harness.settle();
    CHECK(card.around()->rowCount() == 1);
}

TEST_CASE("what was typed of an arrangement, a name or somebody around is there again, on I dag too, each person's own")
{
    const bool isKilled = GENERATE(false, true);
    const int which = GENERATE(0, 1, 2);
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    CardEntriesViewModel &card = openCard(harness, person.caseId);
    const QString words = QStringLiteral("Halvskrivet");
    const char *form = which == 2 ? RelatedViewModel::FormName : PersonEntryViewModel::FormName;
    if (which == 0) {
        card.addFlag();
        card.entry()->chooseKind(0);
        card.entry()->setValue(words);
    } else if (which == 1) {
        card.addName();
        card.entry()->setValue(words);
    } else {
        card.addRelated();
        card.related()->chooseRole(3);
        card.related()->setName(words);
    }
    harness.waitFor([&] {
        return harness
                   .inStore<std::int64_t>([form](OpenStore &store) -> base::Result<std::int64_t> {
                       TRY(const auto forms, store.cases.forms());
                       return std::ranges::count(forms, std::string_view(form), &store::FormDraft::form);
                   })
                   .value()
               == 1;
    });
    CardEntriesViewModel &again = comeBack(harness, isKilled);
    CHECK(again.entry()->isOpen() == (which != 2));
    CHECK(again.related()->isOpen() == (which == 2));
    CHECK((which == 2 ? again.related()->name() : again.entry()->value()) == words);
    CHECK(again.entry()->isFlag() == (which == 0));
    harness.app().goTo(Router::Place::Today);
    harness.settle();
    const QString row = which == 2 ? QStringLiteral("Påbörjad person runt omkring")
                                   : QStringLiteral("Påbörjad ändring på personens kort");
    CHECK(harness.shows(row));
    // Another person's sheet is not this one.
    for (const store::CaseRow &other : casesOf(harness))
        if (other.caseId != person.caseId && !other.card.isProtected) {
            CardEntriesViewModel &others = openCard(harness, other.caseId);
            CHECK_FALSE(others.entry()->isOpen());
            CHECK_FALSE(others.related()->isOpen());
            break;
        }
}

TEST_CASE("while names are hidden other names and people around are not read, and with protected identity nothing is")
{
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    CardEntriesViewModel &card = openCard(harness, person.caseId);
    card.addName();
    card.entry()->setValue(QStringLiteral("Zlatkova"));
    card.entry()->save();
    harness.settle();
    card.addRelated();
    card.related()->chooseRole(0);
    card.related()->setName(QStringLiteral("Vera Provsson"));
    card.related()->setPhone(QStringLiteral("070-174 06 05"));
    card.related()->save();
    harness.settle();
    CHECK(harness.shows(QStringLiteral("Zlatkova")));
    harness.app().toggleNames();
    harness.settle();
    CHECK_FALSE(harness.shows(QStringLiteral("Zlatkova")));
    CHECK_FALSE(harness.shows(QStringLiteral("Provsson")));
    CHECK_FALSE(harness.shows(QStringLiteral("174 06 05")));
    harness.app().toggleNames();
    protect(harness, person.caseId);
    openPerson(harness, person.caseId);
    harness.settle();
    CHECK_FALSE(harness.shows(QStringLiteral("Zlatkova")));
    CHECK_FALSE(harness.shows(QStringLiteral("Provsson")));
}
