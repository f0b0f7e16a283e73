// "Avsluta dagen", Räknare and "Anhörig ringer", on the whole app.
#include "qml/app/tour_team.h"
#include "qml/viewmodels/day/day_end_view_model.h"
#include "qml/viewmodels/day/relative_call_view_model.h"
#include "qml/viewmodels/day/tally_view_model.h"
#include "qml/viewmodels/interview/result_view_model.h"
#include "qml/viewmodels/note/note_view_model.h"
#include "qml/viewmodels/team/check_in_view_model.h"
#include "qml/viewmodels/team/team_store.h"
#include "qml/viewmodels/today/today_reader.h"
#include "tests/qml/day_bench.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::test;
using namespace faltakt::viewmodels;

namespace {

template <typename Page>
Page &open(AppHarness &app, DayPage page)
{
    app.app().openDay(page);
    app.settle();
    return top<Page>(app);
}

std::int64_t counted(AppHarness &app, const casework::TallyKind &kind)
{
    const auto rows = app.inStore<std::vector<store::TallyRow>>([](OpenStore &store) {
                             return store.cases.tallies(casework::tallyWeek(store.clock.now()));
                         })
                          .value();
    const auto row = std::ranges::find(rows, casework::tallyName(kind), &store::TallyRow::kind);
    return row == rows.end() ? 0 : row->count;
}

base::RecordId write(AppHarness &app, base::CaseId caseId, const char *kind, base::json::Object fields)
{
    const auto made = app.inStore<base::RecordId>([&](OpenStore &store) -> base::Result<base::RecordId> {
        const auto record = store.ids.makeId<base::RecordId>();
        TRY_VOID(store.cases.save({caseId, {changelog::makeCreation(record, kind, fields)}, {}}));
        return record;
    });
    REQUIRE(made);
    app.settle();
    return *made;
}

base::json::Object answers(const std::string &at, const char *status, const char *influenced)
{
    base::json::Object fields{{"instrument", "audit-c"},
                              {"version", "1.0.0"},
                              {"status", status},
                              {"startedAt", at},
                              {"influenced", influenced}};
    if (std::string_view(status) == "completed")
        fields.append("completedAt", at);
    return fields;
}

bool isSigned(AppHarness &app, base::CaseId caseId, base::RecordId record)
{
    return std::ranges::any_of(recordsOf(app, caseId, "signature"), [&](const store::RecordView &signature) {
        return signature.text("record") == record.toString();
    });
}

} // namespace

TEST_CASE("twelve notes are signed with one passphrase at the end of the day")
{
    AppHarness app;
    writeNotes(app, 12);
    const std::size_t before = signatureCount(app);
    // Long enough after the unlocking for the passphrase to be asked for.
    app.clock().advance(std::chrono::minutes(3));
    auto &page = open<DayEndViewModel>(app, DayPage::End);
    const int unsignedBefore = page.toSign()->rowCount();
    REQUIRE(unsignedBefore >= 12);
    app.tap(QStringLiteral("Signera "));
    confirmPassphrase(app, *page.confirm(), std::string(app::TrainingPassphrase));
    app.settle();
    CHECK(signatureCount(app) == before + std::size_t(unsignedBefore));
    CHECK(page.toSign()->rowCount() == 0);
    CHECK(app.shows(QStringLiteral("%1 poster är signerade och låsta").arg(unsignedBefore)));
    CHECK(app.shows(QStringLiteral("Inget att signera")));
    CHECK(app.findPressable(QStringLiteral("Klar för i dag")) != nullptr);
}

TEST_CASE("a note with two versions is left, and said so; the others are signed")
{
    AppHarness app;
    writeNotes(app, 2);
    auto &page = open<DayEndViewModel>(app, DayPage::End);
    const auto unsignedNotes =
        app.inStore<DayEnd>([](OpenStore &store) { return readDayEnd(store, {}); }).value().toSign;
    const auto blocked = unsignedNotes.back().record.record;
    // Two edits that did not know of each other.
    const auto made = app.inStore<bool>([blocked](OpenStore &store) -> base::Result<bool> {
        TRY(const auto state, store.cases.recordState(blocked));
        for (const char *text : {"en", "två"}) {
            store::Draft draft;
            draft.caseId = state->caseId();
            changelog::RecordSet set{blocked, "note", {{"text", text}}, {}};
            for (const changelog::Head &head : state->fields().at("text"))
                set.base.push_back(head.change);
            draft.sets.push_back(std::move(set));
            TRY_VOID(store.cases.save(draft));
        }
        return true;
    });
    REQUIRE(made.has_value());
    app.settle();
    REQUIRE(app.shows(QStringLiteral("Två versioner, välj en först.")));
    page.signAll();
    app.settle();
    CHECK(page.toSign()->rowCount() == 1);
    CHECK(page.toSign()->key(0) == blocked.toString());
}

TEST_CASE("contacts, forms and answered questions are signed with the notes; what is not finished waits")
{
    AppHarness app;
    const base::CaseId caseId = somebody(app).caseId;
    const auto waiting = [&app] {
        return app.inStore<DayEnd>([](OpenStore &store) { return readDayEnd(store, {}); }).value().toSign;
    };
    const std::size_t before = waiting().size();
    const std::string now = base::formatInstant(app.clock().now());
    const auto contact = write(app, caseId, "contact", {{"at", now}, {"way", "call"}, {"outcome", "noAnswer"}});
    const auto act = write(app, caseId, "act", {{"form", "application"}, {"version", "1.0.0"}, {"at", now}});
    const auto answered = write(app, caseId, "assessment", answers(now, "completed", "no"));
    const auto onScreen = write(app, caseId, "act",
                                {{"form", "powerOfAttorney"},
                                 {"version", "1.0.0"},
                                 {"at", now},
                                 {"answers/signed", base::json::Object{{"option", "screen"}}}});
    const std::vector unfinished = {write(app, caseId, "contact", {{"at", now}, {"way", "call"}}),
                                    write(app, caseId, "assessment", answers(now, "inProgress", "no")),
                                    write(app, caseId, "assessment", answers(now, "completed", "strongly"))};
    const auto listed = waiting();
    CHECK(listed.size() == before + 4);
    for (const base::RecordId record : unfinished)
        CHECK(std::ranges::none_of(listed, [&](const RecordToSign &each) { return each.record.record == record; }));

    auto &page = open<DayEndViewModel>(app, DayPage::End);
    CHECK(page.toSignText() == QStringLiteral("%1 poster att signera").arg(listed.size()));
    CHECK(app.shows(QStringLiteral("Kontakt, i dag")));
    CHECK(app.shows(QStringLiteral("Personen har inte skrivit under än.")));
    page.signAll();
    app.settle();
    CHECK(isSigned(app, caseId, contact));
    CHECK(isSigned(app, caseId, act));
    CHECK(isSigned(app, caseId, answered));
    for (const base::RecordId record : unfinished)
        CHECK_FALSE(isSigned(app, caseId, record));
    // Signed by the worker it would be locked before the person has put her name to it.
    CHECK_FALSE(isSigned(app, caseId, onScreen));
    REQUIRE(page.toSign()->rowCount() == 1);
    CHECK(page.toSign()->key(0) == onScreen.toString());
    CHECK(page.signText().isEmpty());
    // I dag counts the same, and leads to it.
    const auto today =
        app.inStore<TodayContent>([](OpenStore &store) { return readToday(store, {}, 500); }).value().rows;
    const auto row = std::ranges::find(today, TodayRow::Kind::Unsigned, &TodayRow::kind);
    REQUIRE(row != today.end());
    CHECK(row->record == onScreen);
    CHECK(row->what.endsWith(QStringLiteral("att signera")));
}

TEST_CASE("what happened more than two weeks ago is signed on its own page, but for notes")
{
    AppHarness app;
    const base::CaseId caseId = somebody(app).caseId;
    const std::string longAgo = base::formatInstant(app.clock().now() - std::chrono::hours(24 * 20));
    const auto contact = write(app, caseId, "contact", {{"at", longAgo}, {"way", "visit"}, {"outcome", "reached"}});
    const auto note = write(app, caseId, "note", {{"at", longAgo}, {"text", "Träffades."}});
    const auto listed = app.inStore<DayEnd>([](OpenStore &store) { return readDayEnd(store, {}); }).value().toSign;
    const auto isListed = [&](base::RecordId record) {
        return std::ranges::any_of(listed, [&](const RecordToSign &each) { return each.record.record == record; });
    };
    CHECK(isListed(note));
    CHECK_FALSE(isListed(contact));
}

TEST_CASE("a row leads to where it is read: answered questions to their result")
{
    AppHarness app;
    const base::CaseId caseId = somebody(app).caseId;
    const auto answered =
        write(app, caseId, "assessment", answers(base::formatInstant(app.clock().now()), "completed", "no"));
    auto &page = open<DayEndViewModel>(app, DayPage::End);
    for (int row = 0; row < page.toSign()->rowCount(); ++row)
        if (page.toSign()->key(row) == answered.toString())
            page.openRecord(row);
    app.settle();
    (void)top<ResultViewModel>(app);
}

TEST_CASE("a wrong passphrase signs nothing")
{
    AppHarness app;
    writeNotes(app, 1);
    const std::size_t before = signatureCount(app);
    app.clock().advance(std::chrono::minutes(3));
    auto &page = open<DayEndViewModel>(app, DayPage::End);
    page.signAll();
    confirmPassphrase(app, *page.confirm(), "nagot helt annat");
    app.settle();
    CHECK(signatureCount(app) == before);
    CHECK(page.confirm()->isOpen());
}

TEST_CASE("the end of the day names nobody by more than the first name and initial, and says what stays open")
{
    AppHarness app;
    app.app().openNote(std::nullopt, std::nullopt, std::nullopt);
    app.settle();
    app.type(QStringLiteral("Halvfärdig"));
    app.app().back();
    app.settle();
    auto &page = open<DayEndViewModel>(app, DayPage::End);
    CHECK(page.openText() == QStringLiteral("Det här står kvar"));
    CHECK(app.reach(QStringLiteral("1 påbörjat utkast")) != nullptr);
    CHECK_FALSE(app.shows(QStringLiteral("Halvfärdig")));
    for (const store::CaseRow &row : casesOf(app)) {
        const auto persons = recordsOf(app, row.caseId, "person");
        const std::string family = persons.empty() ? std::string() : persons.front().text("familyName");
        if (family.size() > 2)
            CHECK_FALSE(app.shows(QString::fromStdString(persons.front().text("givenName") + " " + family)));
    }
}

TEST_CASE("a worker who has not checked out is told so at the end of the day")
{
    AppHarness app;
    const auto out = app.inStore<bool>([](OpenStore &store) -> base::Result<bool> {
        TRY(const app::TrainingTeam team, app::makeTrainingTeam(store));
        TRY_VOID(checkIn(store, team.caseId, {{}, {}, store.clock.now() + std::chrono::hours(1)}, {}));
        return true;
    });
    REQUIRE(out.has_value());
    app.settle();
    auto &page = open<DayEndViewModel>(app, DayPage::End);
    REQUIRE(page.openRows()->rowCount() > 1);
    CHECK(page.openRows()->key(0) == "checkIn");
    CHECK(app.reach(QStringLiteral("Du är incheckad till i dag 14:07")) != nullptr);
    page.openRow(0);
    app.settle();
    CHECK(qobject_cast<CheckInViewModel *>(app.app().navigator()->top()) != nullptr);
}

TEST_CASE("a count is one tap from Räknare, survives a kill, and can be taken back")
{
    AppHarness app;
    app.countTapsAnew();
    app.tap(QStringLiteral("Nytt"));
    app.settle();
    app.tap(QStringLiteral("Räknare"));
    app.settle();
    app.tap(QStringLiteral("Räkna ett, Samtal, nu 0"));
    app.settle();
    CHECK(app.taps() == 3);
    CHECK(counted(app, {"talk", "centre"}) == 1);
    app.killAndRestart();
    app.unlock();
    app.settle();
    auto &page = open<TallyViewModel>(app, DayPage::Tally);
    CHECK(page.weekText() == QStringLiteral("Vecka 42, alla platser: 1"));
    app.tap(QStringLiteral("Räkna ett, Samtal, nu 1"));
    app.settle();
    CHECK(counted(app, {"talk", "centre"}) == 2);
    app.tap(QStringLiteral("Ångra"));
    app.settle();
    CHECK(counted(app, {"talk", "centre"}) == 1);
    app.tap(QStringLiteral("Ta bort ett, Samtal"));
    app.settle();
    CHECK(counted(app, {"talk", "centre"}) == 0);
}

TEST_CASE("where one counted last is remembered, and nothing of the counts is sent")
{
    AppHarness app;
    auto &page = open<TallyViewModel>(app, DayPage::Tally);
    const auto before = app.inStore<store::StoreCounts>([](OpenStore &store) { return store.cases.counts(); }).value();
    app.tap(QStringLiteral("Park och grönområde"));
    app.settle();
    page.add(2);
    app.settle();
    CHECK(counted(app, {"card", "park"}) == 1);
    const auto after = app.inStore<store::StoreCounts>([](OpenStore &store) { return store.cases.counts(); }).value();
    CHECK(after.changes == before.changes);
    CHECK(after.outbox == before.outbox);
    app.app().back();
    app.settle();
    CHECK(open<TallyViewModel>(app, DayPage::Tally).areas()->chosenIndex() == 2);
}

TEST_CASE("advice to a relative is counted without a name, once, and leaves no record")
{
    AppHarness app;
    const auto before = app.inStore<store::StoreCounts>([](OpenStore &store) { return store.cases.counts(); }).value();
    app.tap(QStringLiteral("Nytt"));
    app.settle();
    app.tap(QStringLiteral("Anhörig ringer"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Bekräfta aldrig att vi känner någon")));
    app.tap(QStringLiteral("Få råd"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Antecknas inte")));
    auto &page = top<RelativeCallViewModel>(app);
    page.count();
    page.count();
    app.settle();
    CHECK(counted(app, {"relativeAdvice", "phone"}) == 1);
    app.tap(QStringLiteral("Ångra"));
    app.settle();
    CHECK(counted(app, {"relativeAdvice", "phone"}) == 0);
    const auto after = app.inStore<store::StoreCounts>([](OpenStore &store) { return store.cases.counts(); }).value();
    CHECK(after.changes == before.changes);
}

TEST_CASE("where the municipality writes advice down it becomes a note, and whoever gives no name is counted")
{
    HarnessPlan plan;
    plan.caseload.profile = "flen";
    AppHarness app(plan);
    auto &call = open<RelativeCallViewModel>(app, DayPage::RelativeCall);
    call.chooseAdvice();
    app.settle();
    REQUIRE(call.isAdviceRecorded());
    CHECK(app.shows(QStringLiteral("Antecknas")));
    app.tap(QStringLiteral("Inget namn, räkna bara"));
    app.settle();
    CHECK(counted(app, {"relativeAdvice", "phone"}) == 1);
    app.tap(QStringLiteral("Ångra"));
    app.settle();
    CHECK(counted(app, {"relativeAdvice", "phone"}) == 0);
    app.tap(QStringLiteral("Skriv en anteckning"));
    app.settle();
    auto &note = top<NoteViewModel>(app);
    CHECK_FALSE(note.isTold());
    note.editText(QStringLiteral("Råd om egna möten och om gränser hemma."));
    app.waitFor([&] { return !formsNamed(app, NoteForm::Name).empty(); });
    CHECK(counted(app, {"relativeAdvice", "phone"}) == 0);
}

TEST_CASE("what a relative tells becomes a note that proposes nobody, says so, and keeps who told it")
{
    AppHarness app;
    // Somebody's file was open a minute ago.
    const store::CaseRow person = somebody(app);
    openPerson(app, person.caseId);
    app.app().goTo(Router::Place::Today);
    app.settle();
    auto &call = open<RelativeCallViewModel>(app, DayPage::RelativeCall);
    call.startInformation();
    app.settle();
    auto &note = top<NoteViewModel>(app);
    CHECK(note.personText().isEmpty());
    CHECK(app.shows(QStringLiteral("Bekräfta aldrig att vi känner personen.")));
    CHECK_FALSE(app.shows(spokenName(app, person.caseId)));
    note.editText(QStringLiteral("Hon har inte kommit hem."));
    note.editToldByName(QStringLiteral("Systern"));
    app.waitFor([&] { return !formsNamed(app, NoteForm::Name).empty(); });
    app.killAndRestart();
    app.unlock();
    app.settle();
    const auto forms = formsNamed(app, NoteForm::Name);
    REQUIRE(forms.size() == 1);
    app.app().openNote(std::nullopt, forms.front().id, std::nullopt);
    app.settle();
    auto &again = top<NoteViewModel>(app);
    CHECK(again.isTold());
    CHECK(again.toldByName() == QStringLiteral("Systern"));
    again.save();
    app.settle();
    REQUIRE(again.isChoosing());
    again.people()->search(QString::fromStdString(person.card.caseNumber));
    app.settle();
    again.people()->choose(0);
    app.settle();
    REQUIRE(again.isSaved());
    const store::RecordView written = recordsOf(app, again.shownCase().value(), "note").back();
    CHECK(written.text("toldBy") == "relative");
    CHECK(written.text("toldByName") == "Systern");
}
