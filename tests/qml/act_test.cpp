// The forms of the worker's own acts, by touch on the whole app: found, filled in, killed, gone on with, saved, signed.
#include "core/screening/instrument_library.h"
#include "qml/app/tour_team.h"
#include "qml/viewmodels/act/act_view_model.h"
#include "qml/viewmodels/act/signature_picture.h"
#include "qml/viewmodels/people/record_view_model.h"
#include "qml/viewmodels/start/forms_view_model.h"
#include "qml/viewmodels/today/today_view_model.h"
#include "tests/qml/people_bench.h"

using namespace faltakt;
using namespace faltakt::test;
using namespace faltakt::viewmodels;

namespace {

ActViewModel &openForm(AppHarness &app, base::CaseId caseId, const std::string &form,
                       std::optional<base::RecordId> record = {})
{
    app.app().openAct({caseId, form, record});
    app.settle();
    return top<ActViewModel>(app);
}

void write(AppHarness &app, const QString &question, const QString &text)
{
    QQuickItem *field = app.find(QAccessible::EditableText, question);
    REQUIRE(field);
    app.tap(field);
    app.key(Qt::Key_End);
    app.type(text);
    app.settle();
}

void choose(AppHarness &app, const QString &option)
{
    app.tap(option);
    app.settle();
}

void fillApplication(AppHarness &app)
{
    write(app, QStringLiteral("Vad vill personen"), QStringLiteral("En egen lägenhet"));
    write(app, QStringLiteral("Vad gäller ansökan?"), QStringLiteral("Boendestöd"));
    choose(app, QStringLiteral("På papper, Hur lämnades den?"));
    choose(app, QStringLiteral("Nej, Är personen påverkad?"));
}

/// Somebody whose matter has only come in: nothing is decided that would end a clock.
store::CaseRow somebodyNew(AppHarness &app)
{
    for (const store::CaseRow &row : casesOf(app))
        if (!row.card.isProtected && !row.card.shortName.empty() && row.card.stage == "intake")
            return row;
    FAIL("nobody in an intake");
    return {};
}

std::vector<store::FormDraft> draftsOf(AppHarness &app)
{
    auto forms =
        app.inStore<std::vector<store::FormDraft>>([](OpenStore &store) { return store.cases.forms(); }).value();
    std::erase_if(forms, [](const store::FormDraft &form) { return form.form != ActFormName; });
    return forms;
}

/// The row of I dag of that person with that button or reason; nullptr where there is none.
const TodayRow *rowOf(AppHarness &app, base::CaseId caseId, const std::function<bool(const TodayRow &)> &fits)
{
    app.app().goTo(Router::Place::Today);
    app.settle();
    auto &today = top<TodayViewModel>(app);
    for (int i = 0; i < today.rows()->rowCount(); ++i)
        if (const TodayRow *row = today.rows()->row(i); row->caseId == caseId && fits(*row))
            return row;
    return nullptr;
}

bool isApplicationClock(const TodayRow &row) { return row.entry.reason == "act:investigation.open"; }
bool isFormDraft(const TodayRow &row) { return row.kind == TodayRow::Kind::Draft && row.field == ActFormName; }

int indexOf(AppHarness &app, const TodayRow *wanted)
{
    auto &today = top<TodayViewModel>(app);
    for (int i = 0; i < today.rows()->rowCount(); ++i)
        if (today.rows()->row(i)->key == wanted->key)
            return i;
    return -1;
}

} // namespace

TEST_CASE("a form is found among all forms, filled in, saved, and its clock stands on I dag until it is ticked off")
{
    AppHarness app;
    const store::CaseRow person = somebodyNew(app);
    app.app().openForms(person.caseId);
    app.settle();
    app.tap(app.reach(QStringLiteral("Ansökan")));
    app.settle();
    CHECK(top<ActViewModel>(app).title() == QStringLiteral("Ansökan"));
    fillApplication(app);
    app.tap(QStringLiteral("Spara i akten"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Sparat hos ")));
    CHECK(app.shows(QStringLiteral("Ta ställning till utredning")));
    CHECK(draftsOf(app).empty());
    const auto acts = recordsOf(app, person.caseId, "act");
    REQUIRE(acts.size() == 1);
    CHECK(acts.front().text("form") == "application");
    CHECK(acts.front().text("starts/application.received") == "2025-10-17");

    const TodayRow *row = rowOf(app, person.caseId, isApplicationClock);
    REQUIRE(row);
    CHECK_FALSE(row->what.contains(QStringLiteral("Ansökan")));
    top<TodayViewModel>(app).act(indexOf(app, row));
    app.settle();
    CHECK_FALSE(rowOf(app, person.caseId, isApplicationClock));
    top<TodayViewModel>(app).undo();
    app.settle();
    CHECK(rowOf(app, person.caseId, isApplicationClock));
}

TEST_CASE("a form survives a kill half-way, is gone on with from I dag, saved and signed")
{
    AppHarness app;
    const store::CaseRow person = somebodyNew(app);
    openForm(app, person.caseId, "application");
    choose(app, QStringLiteral("Muntligt, Hur lämnades den?"));
    write(app, QStringLiteral("Vad gäller ansökan?"), QStringLiteral("Behandling"));
    app.waitFor([&] {
        const auto drafts = draftsOf(app);
        return drafts.size() == 1
               && base::json::serialise(drafts.front().fields).find("Behandling") != std::string::npos;
    });
    app.killAndRestart();
    app.unlock();
    app.settle();
    const TodayRow *row = rowOf(app, person.caseId, isFormDraft);
    REQUIRE(row);
    CHECK(row->what == QStringLiteral("Påbörjad blankett"));
    top<TodayViewModel>(app).act(indexOf(app, row));
    app.settle();
    CHECK(top<ActViewModel>(app).title() == QStringLiteral("Ansökan"));
    CHECK(app.fieldTexts().contains(QStringLiteral("Behandling")));
    choose(app, QStringLiteral("Något, Är personen påverkad?"));
    app.tap(QStringLiteral("Spara i akten"));
    app.settle();
    REQUIRE(recordsOf(app, person.caseId, "act").size() == 1);
    app.tap(QStringLiteral("Läs och signera"));
    app.settle();
    auto &record = top<RecordViewModel>(app);
    CHECK(app.shows(QStringLiteral("Behandling")));
    record.sign(); // The passphrase was given a moment ago.
    app.settle();
    CHECK_FALSE(record.signedText().isEmpty());
    CHECK_FALSE(record.canEdit());
    // Who comes by an old way to change it is told.
    openForm(app, person.caseId, "application", recordsOf(app, person.caseId, "act").front().id);
    CHECK(app.shows(QStringLiteral("Det är signerat.")));
}

TEST_CASE("a goal that is half typed when the app is killed stands there again")
{
    AppHarness app;
    const store::CaseRow person = somebodyNew(app);
    openForm(app, person.caseId, "plan");
    app.tap(QStringLiteral("Lägg till: Mål"));
    app.settle();
    QQuickItem *field = app.find(QAccessible::EditableText, QStringLiteral("Målet"));
    REQUIRE(field);
    app.tap(field);
    app.type(QStringLiteral("Komma upp på morg"));
    app.waitFor([&] {
        const auto drafts = draftsOf(app);
        return drafts.size() == 1 && base::json::serialise(drafts.front().fields).find("morg") != std::string::npos;
    });
    app.killAndRestart();
    app.unlock();
    app.settle();
    openForm(app, person.caseId, "plan");
    CHECK(app.fieldTexts().contains(QStringLiteral("Komma upp på morg")));
}

TEST_CASE("forms of two people, and two forms of one, never mix")
{
    AppHarness app;
    const auto cases = casesOf(app);
    std::vector<base::CaseId> people;
    for (const store::CaseRow &row : cases)
        if (!row.card.isProtected && row.card.stage != "closed" && people.size() < 2)
            people.push_back(row.caseId);
    const std::pair<base::CaseId, const char *> drafts[] = {
        {people[0], "application"}, {people[1], "application"}, {people[0], "communication"}};
    const QString question[] = {QStringLiteral("Vad gäller ansökan?"), QStringLiteral("Vad gäller ansökan?"),
                                QStringLiteral("Vad lämnades?")};
    for (int i = 0; i < 3; ++i) {
        openForm(app, drafts[i].first, drafts[i].second);
        write(app, question[i], QStringLiteral("text %1").arg(i));
        app.app().back();
        app.settle();
    }
    CHECK(draftsOf(app).size() == 3);
    for (int i = 0; i < 3; ++i) {
        openForm(app, drafts[i].first, drafts[i].second);
        CHECK(app.fieldTexts().contains(QStringLiteral("text %1").arg(i)));
        CHECK_FALSE(app.fieldTexts().contains(QStringLiteral("text %1").arg((i + 1) % 3)));
        app.app().back();
        app.settle();
    }
}

TEST_CASE("what is missing or wrong is said at its field, and nothing is lost")
{
    AppHarness app;
    const store::CaseRow person = somebodyNew(app);
    openForm(app, person.caseId, "communication");
    write(app, QStringLiteral("Svar senast"), QStringLiteral("nästa vecka"));
    app.tap(QStringLiteral("Spara i akten"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Inget är borta.")));
    CHECK(app.shows(QStringLiteral("Behövs för att spara.")));
    CHECK(recordsOf(app, person.caseId, "act").empty());
    CHECK(app.fieldTexts().contains(QStringLiteral("nästa vecka")));

    auto &form = top<ActViewModel>(app);
    const auto rowOfQuestion = [&](const QString &question) {
        for (int i = 0; i < form.items()->rowCount(); ++i)
            if (form.items()->index(i).data(ActItemListModel::QuestionRole).toString() == question)
                return i;
        return -1;
    };
    const auto problemAfter = [&](const QString &question, const QString &text) {
        const int row = rowOfQuestion(question);
        form.edit(row, text);
        form.finish(row);
        return form.items()->index(row).data(ActItemListModel::ProblemRole).toString();
    };
    CHECK(problemAfter(QStringLiteral("Svar senast"), QStringLiteral("2025-11")).contains(QStringLiteral("hel dag")));
    CHECK(problemAfter(QStringLiteral("Svar senast"), QStringLiteral("2025-11-03")).isEmpty());
    CHECK(problemAfter(QStringLiteral("Vilken dag?"), QStringLiteral("2025-10-18"))
              .contains(QStringLiteral("framtiden")));
    CHECK(problemAfter(QStringLiteral("Vilken dag?"), QStringLiteral("2025-10-16")).isEmpty());
    CHECK(problemAfter(QStringLiteral("Vad lämnades?"), QString(2001, u'x')) != QString());
}

TEST_CASE("who is strongly intoxicated gives no consent and signs nothing")
{
    AppHarness app;
    const store::CaseRow person = somebodyNew(app);
    openForm(app, person.caseId, "consent");
    choose(app, QStringLiteral("Nej, Är personen påverkad?"));
    CHECK(app.shows(QStringLiteral("Underskrift")));
    choose(app, QStringLiteral("Kraftigt, Är personen påverkad?"));
    CHECK(app.shows(QStringLiteral("Ta inget samtycke nu.")));
    CHECK_FALSE(app.shows(QStringLiteral("Underskrift")));
    CHECK_FALSE(app.shows(QStringLiteral("Vad får delas")));
    app.tap(QStringLiteral("Spara i akten"));
    app.settle();
    const auto acts = recordsOf(app, person.caseId, "act");
    REQUIRE(acts.size() == 1);
    CHECK_FALSE(acts.front().fields.contains("answers/given"));
}

TEST_CASE("the person signs on the screen with a finger or by name, and the picture lies in the file with the act")
{
    AppHarness app;
    const store::CaseRow person = somebodyNew(app);
    openForm(app, person.caseId, "application");
    fillApplication(app);
    choose(app, QStringLiteral("På skärmen, Underskrift"));
    app.tap(QStringLiteral("Spara i akten"));
    app.settle();
    app.tap(QStringLiteral("Läs och signera"));
    app.settle();
    app.tap(QStringLiteral("Personen skriver under"));
    app.settle();
    auto &record = top<RecordViewModel>(app);
    REQUIRE(record.signature()->isOpen());
    CHECK_FALSE(record.signature()->canSave());
    QQuickItem *pad = app.find(QAccessible::Canvas, QStringLiteral("Ruta att skriva under i"));
    REQUIRE(pad);
    app.tap(pad); // A dot is a stroke too.
    app.settle();
    REQUIRE(record.signature()->canSave());
    app.tap(QStringLiteral("Spara underskriften"));
    app.settle();
    const auto attachments = recordsOf(app, person.caseId, "attachment");
    const auto act = recordsOf(app, person.caseId, "act").front().id;
    REQUIRE(attachments.size() == 1);
    CHECK(attachments.front().text("about") == act.toString());
    CHECK(attachments.front().text("caption") == "Underskrift på skärmen");
    CHECK(record.photos()->rowCount() == 1);

    record.letPersonSign();
    record.signature()->setName(QStringLiteral("Johan Ek"));
    record.signature()->save();
    app.settle();
    CHECK(recordsOf(app, person.caseId, "attachment").size() == 2);
    CHECK_FALSE(record.signature()->isOpen());
}

TEST_CASE("a lock takes an unfinished signature away")
{
    AppHarness app;
    const store::CaseRow person = somebodyNew(app);
    openForm(app, person.caseId, "application");
    fillApplication(app);
    choose(app, QStringLiteral("På skärmen, Underskrift"));
    app.tap(QStringLiteral("Spara i akten"));
    app.settle();
    app.tap(QStringLiteral("Läs och signera"));
    app.settle();
    auto &record = top<RecordViewModel>(app);
    record.letPersonSign();
    record.signature()->setStrokes(QStringLiteral("1,1 20,20"));
    app.app().lockNow();
    app.waitFor([&] { return app.composition().workspace().state() == Workspace::State::Locked; });
    CHECK(record.signature()->strokes().isEmpty());
    CHECK_FALSE(record.signature()->isOpen());
}

TEST_CASE("a signature's picture holds what was drawn, and hostile numbers draw nothing")
{
    const QByteArray blank = signaturePicture(QStringLiteral(";"), {});
    CHECK(signaturePicture(QStringLiteral("10,10 500,200"), {}) != blank);
    CHECK(signaturePicture({}, QStringLiteral("Johan Ek")) != blank);
    for (const char *hostile : {"a,b c", "1;2", ",", "99999999999999999999,1", "1,", " ; ; "})
        CHECK(signaturePicture(QString::fromLatin1(hostile), {}) == blank);
}

TEST_CASE("goals are added, taken away and brought back; the follow-up begins with those of the plan")
{
    AppHarness app;
    const store::CaseRow person = somebodyNew(app);
    auto &plan = openForm(app, person.caseId, "plan");
    app.tap(QStringLiteral("Lägg till: Mål"));
    app.settle();
    write(app, QStringLiteral("Målet"), QStringLiteral("Sova hela natten"));
    app.tap(QStringLiteral("Ta bort, Mål 1"));
    app.settle();
    CHECK_FALSE(app.fieldTexts().contains(QStringLiteral("Sova hela natten")));
    plan.undo();
    app.settle();
    CHECK(app.fieldTexts().contains(QStringLiteral("Sova hela natten")));
    write(app, QStringLiteral("Följs upp"), QStringLiteral("2026-01-17"));
    choose(app, QStringLiteral("Ja, Godkänner personen planen?"));
    app.tap(QStringLiteral("Spara i akten"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Följ upp planen")));
    app.app().back();
    app.settle();
    openForm(app, person.caseId, "follow-up");
    CHECK(app.fieldTexts().contains(QStringLiteral("Sova hela natten")));
    CHECK(app.shows(QStringLiteral("Det som stod senast är ifyllt.")));
    CHECK(draftsOf(app).empty());
}

TEST_CASE("a saved act is changed until it is signed, and undo brings the form back")
{
    AppHarness app;
    const store::CaseRow person = somebodyNew(app);
    openForm(app, person.caseId, "application");
    fillApplication(app);
    app.tap(QStringLiteral("Spara i akten"));
    app.settle();
    app.tap(QStringLiteral("Ångra"));
    app.settle();
    CHECK(recordsOf(app, person.caseId, "act").empty());
    CHECK(app.fieldTexts().contains(QStringLiteral("Boendestöd")));
    app.tap(QStringLiteral("Spara i akten"));
    app.settle();
    app.tap(QStringLiteral("Läs och signera"));
    app.settle();
    app.tap(QStringLiteral("Ändra"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Du ändrar något som är sparat.")));
    write(app, QStringLiteral("Vad gäller ansökan?"), QStringLiteral(" och behandling"));
    app.tap(QStringLiteral("Spara i akten"));
    app.settle();
    const auto acts = recordsOf(app, person.caseId, "act");
    REQUIRE(acts.size() == 1);
    CHECK(acts.front().fields.find("answers/what")->stringAt("text") == "Boendestöd och behandling");
}

TEST_CASE("a locked device shows nothing of a form and brings it back as it stood")
{
    AppHarness app;
    const store::CaseRow person = somebodyNew(app);
    openForm(app, person.caseId, "application");
    write(app, QStringLiteral("Vad gäller ansökan?"), QStringLiteral("Stöd"));
    app.app().lockNow();
    app.waitFor([&] { return app.composition().workspace().state() == Workspace::State::Locked; });
    CHECK_FALSE(app.fieldTexts().contains(QStringLiteral("Stöd")));
    app.unlock();
    app.settle();
    CHECK(app.fieldTexts().contains(QStringLiteral("Stöd")));
}

TEST_CASE("what the municipality says has to be used stands so in the list of forms of a person")
{
    AppHarness app;
    const store::CaseRow person = somebodyNew(app);
    const auto noteOf = [&](const QString &form) {
        auto &forms = top<FormsViewModel>(app);
        forms.search(form);
        REQUIRE(forms.forms()->rowCount() == 1);
        return forms.forms()->data(forms.forms()->index(0), FormsListModel::NoteRole).toString();
    };
    const QString duty = QStringLiteral("Kommunen: ska användas inför placering i heldygnsvård.");
    app.app().openForms(person.caseId);
    app.settle();
    CHECK(noteOf(QStringLiteral("Net-Plan")).startsWith(duty));
    CHECK(app.shows(duty));
    CHECK_FALSE(noteOf(QStringLiteral("ADDIS")).contains(QStringLiteral("Kommunen")));
}

TEST_CASE("a report of a failing lies in the team's file and never in a person's, and is not offered without one")
{
    AppHarness app;
    const store::CaseRow person = somebodyNew(app);
    app.app().openForms(person.caseId);
    app.settle();
    auto &without = top<FormsViewModel>(app);
    without.search(QStringLiteral("Lex Sarah"));
    CHECK(without.forms()->rowCount() == 0);
    app.app().back();
    app.settle();

    const auto team =
        app.inStore<faltakt::app::TrainingTeam>([](OpenStore &store) { return faltakt::app::makeTrainingTeam(store); });
    REQUIRE(team.has_value());
    app.app().openForms(person.caseId);
    app.settle();
    auto &forms = top<FormsViewModel>(app);
    forms.search(QStringLiteral("Lex Sarah"));
    REQUIRE(forms.forms()->rowCount() == 1);
    forms.start(0);
    app.settle();
    CHECK(top<ActViewModel>(app).personText() == QStringLiteral("Teamets akt"));
    write(app, QStringLiteral("Vad hände"), QStringLiteral("Ett larm besvarades inte"));
    write(app, QStringLiteral("Vad gjordes genast?"), QStringLiteral("Larmet byttes"));
    app.tap(QStringLiteral("Spara i akten"));
    app.settle();
    CHECK(recordsOf(app, person.caseId, "act").empty());
    CHECK(recordsOf(app, team->caseId, "act").size() == 1);
    CHECK(app.shows(QStringLiteral("Lämna rapporten vidare")));
}

TEST_CASE("every form opens at a phone's width, also with text twice as large, and cuts nothing off")
{
    AppHarness app;
    const store::CaseRow person = somebodyNew(app);
    const auto library = screening::InstrumentLibrary::forms().value();
    for (const auto &[id, form] : library.all()) {
        INFO(id);
        openForm(app, person.caseId, id);
        for (const double scale : {1.0, 2.0}) {
            app.composition().settings().setTextScale(scale);
            app.layOut();
            const QStringList faults = app.textFaults();
            INFO(scale << " " << faults.join(QStringLiteral("; ")).toStdString());
            CHECK(faults.isEmpty());
        }
        app.composition().settings().setTextScale(1.0);
        app.app().back();
        app.settle();
        CHECK(draftsOf(app).empty()); // Only looked at.
    }
}
