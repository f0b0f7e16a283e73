// The device in a person's hands: nothing but the form, and no way out but the passphrase; and somebody who comes in.
#include "qml/viewmodels/interview/handover_view_model.h"
#include "qml/viewmodels/interview/scratch_result_view_model.h"
#include "tests/qml/field_worker.h"
#include "tests/support/catch.h"
#include "tests/support/colleague.h"

#include <QRegularExpression>

using namespace faltakt;
using namespace faltakt::test;
using viewmodels::AppViewModel;
using viewmodels::HandoverViewModel;
using viewmodels::Router;
using Stage = HandoverViewModel::Stage;

namespace {

QString passphrase() { return QString::fromUtf8(app::TrainingPassphrase.data(), int(app::TrainingPassphrase.size())); }

HandoverViewModel &page(AppHarness &app)
{
    auto *handover = qobject_cast<HandoverViewModel *>(app.app().navigator()->top());
    REQUIRE(handover);
    return *handover;
}

/// Somebody whose name may be shown, with her page open below.
struct Handed {
    store::CaseRow row;
    QStringList names;
};

/// From the first question of AUDIT-C to the person's first page.
Handed handOver(AppHarness &app)
{
    Handed handed{somebody(app), {app.app().workerName()}};
    for (const store::RecordView &person : recordsOf(app, handed.row.caseId, "person"))
        for (const char *field : {"givenName", "familyName"})
            handed.names += QString::fromStdString(person.text(field));
    app.app().openPerson(handed.row.caseId);
    app.settle();
    app.app().openInterview({.instrument = "audit-c", .caseId = handed.row.caseId});
    app.settle();
    app.tap(QStringLiteral("Lämna över"));
    app.settle();
    REQUIRE(page(app).stage() == Stage::Preparing);
    app.tap(QStringLiteral("Lämna över"));
    app.settle();
    REQUIRE(page(app).stage() == Stage::Greeting);
    return handed;
}

void takeBack(AppHarness &app)
{
    app.type(passphrase());
    app.key(Qt::Key_Return);
    app.waitFor([&] { return page(app).stage() == Stage::Returned; });
    app.settle();
}

store::RecordView latest(AppHarness &app, base::CaseId caseId)
{
    auto records = recordsOf(app, caseId, "assessment");
    REQUIRE_FALSE(records.empty());
    return records.back();
}

void checkNobody(AppHarness &app, const Handed &handed)
{
    const QString words = app.words().join(QLatin1Char('\n'));
    for (const QString &name : handed.names)
        CHECK_FALSE(words.contains(QRegularExpression(QStringLiteral("\\b%1\\b").arg(name))));
    CHECK_FALSE(words.contains(QStringLiteral("AUDIT")));
    CHECK_FALSE(words.contains(QStringLiteral("poäng")));
}

} // namespace

TEST_CASE("the person answers alone and is thanked without a score; the worker's passphrase leads to her own questions")
{
    AppHarness app;
    const Handed handed = handOver(app);
    checkNobody(app, handed);
    CHECK(app.shows(QStringLiteral("Här kommer 3 frågor. Du väljer själv vad du vill svara på.")));
    app.tap(QStringLiteral("Börja"));
    app.settle();
    FieldWorker person(app, Hand::Finger);
    for (int count = 0; page(app).stage() == Stage::Asking; ++count) {
        REQUIRE(count < 3);
        checkNobody(app, handed);
        CHECK(app.findPressable(QStringLiteral("Avbryt")));
        CHECK(app.findPressable(QStringLiteral("Dölj nu")));
        CHECK(app.findPressable(QStringLiteral("Akut")));
        CHECK_FALSE(app.findPressable(QStringLiteral("Notera")));
        person.answer(1);
    }
    CHECK(page(app).stage() == Stage::Thanks);
    CHECK(app.shows(QStringLiteral("Tack! Lämna tillbaka surfplattan.")));
    checkNobody(app, handed);
    app.tap(QStringLiteral("Ta tillbaka surfplattan"));
    app.settle();
    takeBack(app);
    CHECK_FALSE(app.app().navigator()->isSealed());
    const store::RecordView record = latest(app, handed.row.caseId);
    CHECK(record.boolean("selfReported"));
    CHECK_FALSE(record.fields.contains("askedByWorker"));
    CHECK(record.text("status") == "completed");
    CHECK_FALSE(app.shows(QStringLiteral("poäng")));
    app.tap(QStringLiteral("Ja, Var någon annan med?"));
    app.settle();
    CHECK(latest(app, handed.row.caseId).boolean("othersPresent"));
    app.tap(QStringLiteral("Visa resultatet"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Självrapporterat")));
    CHECK(app.shows(QStringLiteral("AUDIT-C, resultat")));
}

TEST_CASE("a quick screening is filled in alone too: nobody's until the worker has it back, and told as what it is")
{
    AppHarness app;
    app.app().openInterview({.instrument = "audit-c"});
    app.settle();
    app.tap(QStringLiteral("Lämna över"));
    app.settle();
    app.tap(QStringLiteral("Lämna över"));
    app.settle();
    REQUIRE(page(app).stage() == Stage::Greeting);
    const auto killAndUnlock = [&] {
        app.killAndRestart();
        app.unlock();
        app.waitFor([&] { return app.app().cover() == AppViewModel::Cover::None; });
        app.settle();
        REQUIRE(app.app().navigator()->isSealed());
        app.tap(QStringLiteral("Börja"));
        app.settle();
    };
    // Sealed as it was, also before there is anything to come back to.
    killAndUnlock();
    FieldWorker person(app, Hand::Finger);
    person.answer(2);
    const QString second = page(app).interview()->question();
    killAndUnlock();
    CHECK(page(app).interview()->question() == second);
    person.answer(1);
    person.answer(1);
    REQUIRE(page(app).stage() == Stage::Thanks);
    CHECK_FALSE(app.shows(QStringLiteral("poäng")));
    app.tap(QStringLiteral("Ta tillbaka surfplattan"));
    app.settle();
    takeBack(app);
    CHECK_FALSE(page(app).isInFile());
    CHECK_FALSE(app.shows(QStringLiteral("Var någon annan med?")));
    app.tap(QStringLiteral("Visa resultatet"));
    app.settle();
    auto *result = qobject_cast<viewmodels::ScratchResultViewModel *>(app.app().navigator()->top());
    REQUIRE(result);
    CHECK(app.shows(QStringLiteral("Självrapporterat")));
    result->chooseSex(0);
    app.settle();
    CHECK(app.shows(QStringLiteral("Självrapporterat")));
    // In the file it is told as well, and how it was can be said there.
    result->choosePerson();
    app.settle();
    result->people()->search(QString::fromStdString(somebody(app).card.name));
    app.settle();
    REQUIRE(result->people()->count() > 0);
    result->people()->choose(0);
    app.settle();
    const auto caseId = app.app().shownCase();
    REQUIRE(caseId);
    CHECK(latest(app, *caseId).boolean("selfReported"));
    CHECK_FALSE(latest(app, *caseId).fields.contains("askedByWorker"));
    CHECK(app.shows(QStringLiteral("Var någon annan med?")));
}

TEST_CASE("nothing that a person can press, type or say leads out of the form that was handed over")
{
    AppHarness app;
    const Handed handed = handOver(app);
    const int depth = app.app().navigator()->depth();
    struct Press {
        Qt::Key key;
        Qt::KeyboardModifiers modifiers;
    };
    const std::initializer_list<Press> presses{{Qt::Key_1, Qt::ControlModifier},
                                               {Qt::Key_2, Qt::ControlModifier},
                                               {Qt::Key_N, Qt::ControlModifier},
                                               {Qt::Key_K, Qt::ControlModifier},
                                               {Qt::Key_L, Qt::ControlModifier},
                                               {Qt::Key_H, Qt::ControlModifier},
                                               {Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier},
                                               {Qt::Key_Z, Qt::ControlModifier},
                                               {Qt::Key_Return, Qt::ControlModifier},
                                               {Qt::Key_Plus, Qt::ControlModifier},
                                               {Qt::Key_F1, Qt::NoModifier},
                                               {Qt::Key_M, Qt::ControlModifier},
                                               {Qt::Key_Left, Qt::AltModifier}};
    const double scale = app.composition().settings().textScale();
    for (const bool asks : {false, true}) {
        if (asks)
            app.tap(QStringLiteral("Börja"));
        app.settle();
        for (const Press &press : presses) {
            app.key(press.key, press.modifiers);
            app.settle();
            INFO("key " << int(press.key));
            CHECK(app.app().navigator()->isSealed());
            CHECK(app.app().navigator()->depth() == depth);
            CHECK(app.app().cover() == AppViewModel::Cover::None);
            CHECK_FALSE(app.composition().settings().namesHidden());
        }
        CHECK(app.composition().settings().textScale() == scale);
        checkNobody(app, handed);
    }
    // Not by the verbs behind the buttons either.
    app.app().goTo(Router::Place::People);
    app.app().openNew();
    app.app().openPerson(handed.row.caseId);
    app.app().openSettings();
    app.app().openMenu();
    app.app().back();
    app.app().search();
    app.app().openHelpHere();
    app.settle();
    CHECK(app.app().navigator()->depth() == depth);
    CHECK_FALSE(app.app().isMenuOpen());
    CHECK(page(app).stage() == Stage::Asking);
    checkNobody(app, handed);
}

TEST_CASE("the way out asks for the passphrase each time, and a wrong one changes nothing")
{
    AppHarness app;
    handOver(app);
    app.key(Qt::Key_Escape);
    app.settle();
    REQUIRE(page(app).confirm()->isOpen());
    app.type(QStringLiteral("inte den rätta"));
    app.key(Qt::Key_Return);
    app.waitFor([&] { return !page(app).confirm()->problem().isEmpty(); });
    CHECK(page(app).stage() == Stage::Greeting);
    app.key(Qt::Key_Escape);
    app.settle();
    CHECK_FALSE(page(app).confirm()->isOpen());
    CHECK(app.app().navigator()->isSealed());
    app.tap(QStringLiteral("Avbryt"));
    app.settle();
    takeBack(app);
    CHECK(app.shows(QStringLiteral("Personen har inte svarat på någon fråga.")));
    app.tap(QStringLiteral("Inte nu"));
    app.settle();
    CHECK_FALSE(app.app().navigator()->isSealed());
    // The person's page has been read again.
    CHECK_FALSE(app.app().navigator()->top()->isLoading());
}

TEST_CASE("after a kill the lock comes up, and behind it the form at the same question, sealed as it was")
{
    AppHarness app;
    const Handed handed = handOver(app);
    app.tap(QStringLiteral("Börja"));
    app.settle();
    FieldWorker(app, Hand::Finger).answer(2);
    const QString question = page(app).interview()->question();
    app.killAndRestart();
    CHECK(app.app().cover() == AppViewModel::Cover::Lock);
    app.unlock();
    app.waitFor([&] { return app.app().cover() == AppViewModel::Cover::None; });
    app.settle();
    CHECK(app.app().navigator()->isSealed());
    CHECK(app.app().returnText().isEmpty());
    checkNobody(app, handed);
    app.tap(QStringLiteral("Börja"));
    app.settle();
    CHECK(page(app).interview()->question() == question);
}

TEST_CASE(
    "somebody comes in: the harmless page alone, to readers too, and the passphrase leads back to the same question")
{
    AppHarness app;
    const bool isHanded = GENERATE(false, true);
    Handed handed;
    if (isHanded) {
        handed = handOver(app);
        app.tap(QStringLiteral("Börja"));
    } else {
        handed = {somebody(app), {app.app().workerName()}};
        app.app().openInterview({.instrument = "audit-c", .caseId = handed.row.caseId});
    }
    app.settle();
    FieldWorker(app, Hand::Finger).answer(1);
    const auto question = [&] {
        auto *top = app.app().navigator()->top();
        auto *handover = qobject_cast<HandoverViewModel *>(top);
        return (handover ? handover->interview() : qobject_cast<viewmodels::InterviewViewModel *>(top))->question();
    };
    const QString before = question();
    REQUIRE_FALSE(before.isEmpty());
    app.pressByReader(QStringLiteral("Dölj nu"));
    app.waitFor([&] { return app.composition().workspace().state() == viewmodels::Workspace::State::Locked; });
    app.settle();
    CHECK(app.app().cover() == AppViewModel::Cover::Harmless);
    CHECK(app.shows(QStringLiteral("Kontakt och öppettider")));
    CHECK_FALSE(app.shows(before));
    checkNobody(app, handed);
    CHECK_FALSE(app.findPressable(QStringLiteral("Avbryt")));
    app.tap(QStringLiteral("Lås upp"));
    app.settle();
    app.unlock();
    app.waitFor([&] { return app.app().cover() == AppViewModel::Cover::None; });
    app.settle();
    CHECK(question() == before);
    CHECK(app.app().navigator()->isSealed() == isHanded);
    CHECK(latest(app, handed.row.caseId).text("status") == "inProgress");
}

TEST_CASE("the person chooses language and size; the worker's own come back with the device")
{
    AppHarness app;
    handOver(app);
    app.tap(QStringLiteral("English"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Hello!")));
    app.tap(QStringLiteral("A++"));
    app.settle();
    CHECK(app.composition().settings().textScale() == 2.0);
    app.tap(QStringLiteral("Begin"));
    app.settle();
    CHECK(page(app).interview()->question().startsWith(QStringLiteral("How ")));
    app.tap(QStringLiteral("Cancel"));
    app.settle();
    takeBack(app);
    CHECK(app.composition().settings().textScale() == 1.0);
    CHECK(app.composition().settings().language() == QStringLiteral("sv"));
    CHECK(app.shows(QStringLiteral("Tillbaka från personen")));
}

TEST_CASE(
    "the file becomes protected in the person's hands: she is thanked, sees nothing of it, and stays where she is")
{
    AppHarness app;
    const Handed handed = handOver(app);
    const bool asks = GENERATE(false, true);
    if (asks) {
        app.tap(QStringLiteral("Börja"));
        app.settle();
        FieldWorker(app, Hand::Finger).answer(1);
    }
    const base::RecordId person = recordsOf(app, handed.row.caseId, "person").front().id;
    REQUIRE(app.inStore<void>([person](viewmodels::OpenStore &store) {
                   return editByColleague(store, person, {{"protection", "sekretessmarkering"}});
               })
                .has_value());
    app.settle();
    const int depth = app.app().navigator()->depth();
    REQUIRE(page(app).gate()->isShut());
    const auto checkHeld = [&] {
        CHECK(app.app().navigator()->isSealed());
        CHECK(app.app().navigator()->depth() == depth);
        CHECK(page(app).stage() == Stage::Thanks);
        CHECK_FALSE(app.words().join(QLatin1Char('\n')).contains(QStringLiteral("kydd")));
        checkNobody(app, handed);
    };
    checkHeld();
    for (const auto &[key, modifiers] : std::initializer_list<std::pair<Qt::Key, Qt::KeyboardModifiers>>{
             {Qt::Key_Escape, Qt::NoModifier}, {Qt::Key_Escape, Qt::NoModifier}, {Qt::Key_1, Qt::ControlModifier}}) {
        app.key(key, modifiers);
        app.settle();
    }
    app.app().back();
    app.app().goTo(Router::Place::People);
    app.settle();
    checkHeld();
    // Behind a lock the worker stands before the gate alone, and may go.
    app.composition().workspace().lock();
    app.waitFor([&] { return app.app().cover() == AppViewModel::Cover::Lock; });
    app.unlock();
    app.waitFor([&] { return app.app().cover() == AppViewModel::Cover::None; });
    app.settle();
    CHECK(page(app).gate()->isShut());
    CHECK(app.shows(QStringLiteral("Varför öppnar du?")));
    CHECK_FALSE(app.app().navigator()->isSealed());
    app.app().back();
    app.settle();
    CHECK(app.app().navigator()->depth() < depth);
}

TEST_CASE("an interpreter is noted with the language, and no answer means a child")
{
    AppHarness app;
    handOver(app);
    app.tap(QStringLiteral("Börja"));
    app.settle();
    FieldWorker(app, Hand::Finger).answer(1);
    const base::CaseId caseId = *app.app().shownCase();
    app.tap(QStringLiteral("Avbryt"));
    app.settle();
    takeBack(app);
    CHECK(app.shows(QStringLiteral("Barn tolkar aldrig.")));
    app.tap(QStringLiteral("Utbildad tolk"));
    app.settle();
    CHECK(latest(app, caseId).text("interpretedBy") == "professional");
    page(app).talk()->chooseLanguage(0);
    app.settle();
    CHECK_FALSE(latest(app, caseId).text("interpreterLanguage").empty());
    app.tap(QStringLiteral("Nej, Tolkade någon?"));
    app.settle();
    CHECK(latest(app, caseId).text("interpretedBy") == "none");
    CHECK(latest(app, caseId).text("interpreterLanguage").empty());
}
