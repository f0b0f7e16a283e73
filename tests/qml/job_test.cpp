// The main job on the whole app, once by finger and once through a screen reader: the store holds the same afterwards.
#include "core/screening/assessment_record.h"
#include "qml/viewmodels/interview/interview_view_model.h"
#include "qml/viewmodels/today/today_view_model.h"
#include "tests/qml/field_worker.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::test;
using viewmodels::AppViewModel;
using viewmodels::InterviewViewModel;
using viewmodels::Router;
using viewmodels::TodayRow;
using viewmodels::TodayViewModel;

namespace {

std::vector<TodayRow> todayRows(AppHarness &app)
{
    app.app().goTo(Router::Place::Today);
    app.settle();
    auto *today = qobject_cast<TodayViewModel *>(app.app().navigator()->top());
    REQUIRE(today);
    std::vector<TodayRow> rows;
    for (int index = 0; index < today->rows()->rowCount(); ++index)
        rows.push_back(*today->rows()->row(index));
    return rows;
}

QString questionIn(AppHarness &app)
{
    auto *page = qobject_cast<InterviewViewModel *>(app.app().navigator()->top());
    REQUIRE(page);
    return page->progressText();
}

void typePassphrase(AppHarness &app)
{
    app.type(QString::fromUtf8(app::TrainingPassphrase.data(), int(app::TrainingPassphrase.size())));
    app.key(Qt::Key_Return);
    app.waitFor([&] { return app.app().cover() == AppViewModel::Cover::None; });
    app.settle();
}

Hand eachHand() { return GENERATE(Hand::Finger, Hand::Reader); }

} // namespace

TEST_CASE("a day's calls: no answer, not now, and a talk")
{
    const Hand hand = eachHand();
    CAPTURE(int(hand));
    AppHarness app({.caseload = {.people = 60}});
    FieldWorker worker(app, hand);

    const base::CaseId silent = someoneToRing(app);
    const std::size_t before = recordsOf(app, silent, "contact").size();
    worker.ringFromToday(silent);
    worker.press(QStringLiteral("Inget svar"));
    worker.press(QStringLiteral("Klar"));
    REQUIRE(recordsOf(app, silent, "contact").size() == before + 1);
    CHECK(recordsOf(app, silent, "contact").back().text("outcome") == "noAnswer");

    const base::CaseId busy = someoneToRing(app);
    worker.ringFromToday(busy);
    worker.pressAll({QStringLiteral("Kan inte prata nu"), QStringLiteral("I morgon"), QStringLiteral("10:00"),
                     QStringLiteral("Boka"), QStringLiteral("Klar")});
    CHECK(recordsOf(app, busy, "contact").back().text("outcome") == "callLater");
    CHECK(recordsOf(app, busy, "contact").back().text("nextAt") == "2025-10-18T08:00:00Z");

    const base::CaseId talker = someoneToRing(app);
    worker.ringFromToday(talker);
    worker.pressAll({QStringLiteral("Personen själv"), QStringLiteral("Ja, Kan personen prata ostört?"),
                     QStringLiteral("Tog emot råd"), QStringLiteral("Boka den"), QStringLiteral("Avsluta och spara"),
                     QStringLiteral("Klar")});
    const store::RecordView talk = recordsOf(app, talker, "contact").back();
    CHECK(talk.text("outcome") == "reached");
    CHECK(talk.text("alone") == "yes");
    CHECK(talk.text("result") == "tookAdvice");
    CHECK(talk.text("children") == "notAsked");
    CHECK(app.app().place() == Router::Place::Today);
    CHECK(app.app().navigator()->depth() == 1);
}

TEST_CASE("AUDIT with a person, to its result")
{
    const Hand hand = eachHand();
    CAPTURE(int(hand));
    AppHarness app;
    FieldWorker worker(app, hand);
    const store::CaseRow person = somebody(app);
    const base::CaseId caseId = person.caseId;
    worker.pressAll({QStringLiteral("Personer"), QString::fromStdString(person.card.shortName),
                     QStringLiteral("Resultat"), QStringLiteral("Ställ frågor"), QStringLiteral("AUDIT")});
    CHECK(worker.answerAll(1) == 10);
    CHECK_FALSE(app.shows(QStringLiteral("poäng")));
    worker.press(QStringLiteral("Klar, visa resultatet"));
    const store::RecordView record = recordsOf(app, caseId, "assessment").back();
    CHECK(record.text("status") == "completed");
    CHECK(record.integer("score") == 12);
    CHECK(app.shows(QStringLiteral("12 av 40 poäng")));
}

TEST_CASE("quick screening: thrown away without a trace, or tied to a person")
{
    const Hand hand = eachHand();
    CAPTURE(int(hand));
    AppHarness app;
    FieldWorker worker(app, hand);
    const store::CaseRow person = somebody(app);
    const std::size_t before = recordsOf(app, person.caseId, "assessment").size();
    worker.pressAll({QStringLiteral("Nytt"), QStringLiteral("AUDIT-C")});
    worker.answerAll(2);
    CHECK(scratchesOf(app).size() == 1);
    worker.press(QStringLiteral("Klar, visa resultatet"));

    SECTION("thrown away")
    {
        worker.press(QStringLiteral("Kasta utan spår"));
        worker.press(QStringLiteral("Klar"));
        CHECK(scratchesOf(app).empty());
        CHECK(recordsOf(app, person.caseId, "assessment").size() == before);
    }
    SECTION("tied")
    {
        worker.press(QStringLiteral("Koppla till person"));
        QQuickItem *field = app.find(QAccessible::EditableText, QStringLiteral("Sök namn eller nummer"));
        REQUIRE(field);
        field->forceActiveFocus(Qt::TabFocusReason);
        app.type(QString::fromStdString(person.card.caseNumber));
        app.waitFor([&] { return app.findPressable(QString::fromStdString(person.card.shortName)) != nullptr; });
        worker.press(QString::fromStdString(person.card.shortName));
        app.waitFor([&] { return scratchesOf(app).empty(); });
        REQUIRE(recordsOf(app, person.caseId, "assessment").size() == before + 1);
        CHECK(recordsOf(app, person.caseId, "assessment").back().integer("score") == 6);
    }
}

TEST_CASE("a note, and an act that is taken back")
{
    const Hand hand = eachHand();
    CAPTURE(int(hand));
    AppHarness app;
    FieldWorker worker(app, hand);
    const base::CaseId caseId = someoneToRing(app);
    worker.ringFromToday(caseId);
    worker.pressAll(
        {QStringLiteral("Inget svar"), QStringLiteral("Klar"), QStringLiteral("Nytt"), QStringLiteral("Anteckning")});
    const std::size_t before = recordsOf(app, caseId, "note").size();
    app.type(QStringLiteral("Sågs vid stationen."));
    worker.press(QStringLiteral("Spara i "));
    REQUIRE(recordsOf(app, caseId, "note").size() == before + 1);
    CHECK(recordsOf(app, caseId, "note").back().text("text") == "Sågs vid stationen.");
    worker.press(QStringLiteral("Ångra"));
    CHECK(recordsOf(app, caseId, "note").size() == before);
}

TEST_CASE("two versions: one holds by one press, and comes apart again by undo")
{
    const Hand hand = eachHand();
    CAPTURE(int(hand));
    AppHarness app;
    FieldWorker worker(app, hand);
    REQUIRE(conflictsOf(app).size() == 1);
    const auto rows = todayRows(app);
    const auto row = std::ranges::find(rows, TodayRow::Kind::Conflict, &TodayRow::kind);
    REQUIRE(row != rows.end());
    worker.press(row->who + QStringLiteral(". ") + row->what);
    worker.press(QStringLiteral("Använd den här"));
    CHECK(conflictsOf(app).empty());
    worker.press(QStringLiteral("Ångra"));
    CHECK(conflictsOf(app).size() == 1);
    worker.press(QStringLiteral("Senare"));
    CHECK(app.app().navigator()->depth() == 1);
}

TEST_CASE("the way to Synk, settings and back")
{
    const Hand hand = eachHand();
    CAPTURE(int(hand));
    AppHarness app;
    FieldWorker worker(app, hand);
    worker.press(QStringLiteral("Mer"));
    worker.press(QStringLiteral("Synk"));
    CHECK(app.app().navigator()->depth() == 2);
    CHECK(app.shows(QStringLiteral("Utbildning. Härifrån skickas aldrig något.")));
    worker.press(QStringLiteral("Tillbaka"));
    CHECK(app.app().navigator()->depth() == 1);
    worker.press(QStringLiteral("Inställningar"));
    CHECK(app.app().navigator()->depth() == 2);
    worker.press(QStringLiteral("Tillbaka"));
    worker.press(QStringLiteral("I dag"));
    CHECK(app.app().place() == Router::Place::Today);
}

TEST_CASE("what was noted at one question stands at that question and at no other")
{
    AppHarness app;
    FieldWorker worker(app, Hand::Finger);
    const base::CaseId caseId = somebody(app).caseId;
    app.app().openInterview({.instrument = "audit", .caseId = caseId});
    app.settle();
    worker.answer(1);
    const auto note = [&](const QString &text) {
        worker.press(QStringLiteral("Notera"));
        QQuickItem *field = app.find(QAccessible::EditableText, QStringLiteral("Vad vill du komma ihåg?"));
        REQUIRE(field);
        const QString before = field->property("text").toString();
        app.tap(field);
        app.type(text);
        worker.press(QStringLiteral("Klar"));
        app.settle();
        return before;
    };
    CHECK(note(QStringLiteral("abc")).isEmpty());
    worker.answer(1);
    CHECK(note(QStringLiteral("X")).isEmpty());
    const auto notes = screening::answerNotes(recordsOf(app, caseId, "assessment").back().fields);
    REQUIRE(notes.size() == 2);
    CHECK(notes.at("2") == "abc");
    CHECK(notes.at("3") == "X");
}

TEST_CASE("a note that cannot be written stays open and says why, however its sheet was closed")
{
    AppHarness app;
    FieldWorker worker(app, Hand::Finger);
    const base::CaseId caseId = somebody(app).caseId;
    app.app().openInterview({.instrument = "audit", .caseId = caseId});
    app.settle();
    worker.answer(1);
    worker.press(QStringLiteral("Notera"));
    app.tap(app.find(QAccessible::EditableText, QStringLiteral("Vad vill du komma ihåg?")));
    app.type(QStringLiteral("abc"));
    // The file is taken away under the interview.
    REQUIRE(app.inStore<bool>([caseId](viewmodels::OpenStore &store) -> base::Result<bool> {
                   TRY(const auto position, store.cases.syncPosition());
                   changelog::PullPage forget;
                   forget.items.emplace_back(changelog::ForgetLine{caseId, changelog::CompartmentSet(), 2'000'000});
                   forget.cursor = position.cursor;
                   TRY_VOID(store.cases.applyPage(forget));
                   return true;
               })
                .has_value());
    app.key(Qt::Key_Escape);
    auto *page = qobject_cast<InterviewViewModel *>(app.app().navigator()->top());
    REQUIRE(page);
    REQUIRE(page->note()->isOpen());
    CHECK_FALSE(page->note()->problem().isEmpty());
    CHECK(app.find(QAccessible::EditableText, QStringLiteral("Vad vill du komma ihåg?")) != nullptr);
    CHECK(app.fieldTexts().contains(QStringLiteral("abc")));
}

TEST_CASE("a lock and a kill in mid-interview come back to the same question")
{
    const Hand hand = eachHand();
    CAPTURE(int(hand));
    AppHarness app;
    FieldWorker worker(app, hand);
    const base::CaseId caseId = somebody(app).caseId;
    app.app().openInterview({.instrument = "audit", .caseId = caseId});
    app.settle();
    for (int count = 0; count < 3; ++count)
        worker.answer(1);
    CHECK(questionIn(app) == QStringLiteral("Fråga 4 av 10"));

    app.key(Qt::Key_L, Qt::ControlModifier);
    app.waitFor([&] { return app.app().cover() == AppViewModel::Cover::Lock; });
    app.settle();
    CHECK_FALSE(app.shows(QStringLiteral("Fråga 4")));
    typePassphrase(app);
    CHECK(questionIn(app) == QStringLiteral("Fråga 4 av 10"));
    CHECK(app.shows(QStringLiteral("Du är tillbaka på fråga 4.")));

    worker.answer(1);
    CHECK_FALSE(app.shows(QStringLiteral("Du är tillbaka")));
    app.killAndRestart();
    typePassphrase(app);
    CHECK(questionIn(app) == QStringLiteral("Fråga 5 av 10"));
    CHECK(app.shows(QStringLiteral("Du är tillbaka på fråga 5.")));
    CHECK(worker.answerAll(1) == 6);
    worker.press(QStringLiteral("Klar, visa resultatet"));
    CHECK(recordsOf(app, caseId, "assessment").back().integer("score") == 12);
}

TEST_CASE("what was begun lies side by side on I dag, also after a kill")
{
    AppHarness app;
    FieldWorker worker(app, Hand::Finger);
    worker.pressAll({QStringLiteral("Nytt"), QStringLiteral("Anteckning")});
    app.type(QStringLiteral("Den första"));
    worker.pressAll({QStringLiteral("Stäng"), QStringLiteral("Nytt"), QStringLiteral("Anteckning")});
    app.type(QStringLiteral("Den andra"));
    worker.pressAll({QStringLiteral("Stäng"), QStringLiteral("Nytt"), QStringLiteral("AUDIT-C")});
    worker.answer(1);
    worker.press(QStringLiteral("Pausa"));
    app.app().openInterview({.instrument = "dudit", .caseId = somebody(app).caseId});
    app.settle();
    worker.answer(1);
    app.killAndRestart();
    typePassphrase(app);
    const auto rows = todayRows(app);
    const auto count = [&](TodayRow::Kind kind, const std::string &what) {
        return std::ranges::count_if(
            rows, [&](const TodayRow &row) { return row.kind == kind && row.field + row.instrument == what; });
    };
    CHECK(count(TodayRow::Kind::Draft, "note") == 2);
    CHECK(count(TodayRow::Kind::Scratch, "audit-c") == 1);
    CHECK(count(TodayRow::Kind::Agenda, "dudit") == 1);
}
