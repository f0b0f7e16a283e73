// The header of every page on which something is written: whether it becomes a record, why, and that a phone has room for it.
#include "qml/viewmodels/contact/lob_contact_view_model.h"
#include "qml/viewmodels/day/relative_call_view_model.h"
#include "qml/viewmodels/form/recording_mark.h"
#include "tests/qml/field_worker.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

struct Header {
    QString name;
    std::function<void(AppHarness &)> open;
    QString state;  ///< Empty: "Antecknas".
    QString reason; ///< How it begins.
};

base::CaseId someone(AppHarness &app) { return somebody(app).caseId; }

std::vector<Header> headers()
{
    const QString file = QStringLiteral("Det du skriver sparas i personens akt.");
    const QString police = QStringLiteral("LOB: polisens uppgift");
    const QString nothing = QStringLiteral("Antecknas inte");
    const auto day = [](DayPage page) { return [page](AppHarness &app) { app.app().openDay(page); }; };
    return {
        {QStringLiteral("note"), [](AppHarness &app) { app.app().openNote(someone(app), {}, {}); }, {}, file},
        {QStringLiteral("told note"), [](AppHarness &app) { app.app().openToldNote("relative"); }, {}, file},
        {QStringLiteral("contact"), [](AppHarness &app) { app.app().openContact(someone(app), {}); }, {}, file},
        {QStringLiteral("met today"), day(DayPage::MetToday), {}, file},
        {QStringLiteral("police report"),
         [](AppHarness &app) { app.app().openLobContact(someoneToRing(app), {}, LobStart::Open); },
         {},
         police},
        {QStringLiteral("sheet"), [](AppHarness &app) { app.app().openLobSheet(); }, {}, police},
        {QStringLiteral("screening"),
         [](AppHarness &app) { app.app().openInterview({.instrument = "audit", .caseId = someone(app)}); },
         {},
         QStringLiteral("Svar och resultat sparas")},
        {QStringLiteral("quick screening"), [](AppHarness &app) { app.app().openInterview({.instrument = "audit-c"}); },
         nothing,
         QStringLiteral("Inget namn frågas. Svaren ligger bara på den här enheten och tas bort efter 24 timmar.")},
        {QStringLiteral("act"),
         [](AppHarness &app) {
             app.app().openAct({someone(app), "application", {}});
         },
         {},
         file},
        {QStringLiteral("act of the team"),
         [](AppHarness &app) {
             app.app().openAct({someone(app), "lex-sarah", {}});
         },
         {},
         QStringLiteral("Det här gäller arbetet")},
        {QStringLiteral("children"),
         [](AppHarness &app) { app.app().openChildren(someone(app)); },
         {},
         QStringLiteral("Det du skriver om barn")},
        {QStringLiteral("safety check"),
         [](AppHarness &app) { app.app().openProtection(someone(app), "safetyCheck", {}); },
         {},
         QStringLiteral("Det du skriver om barn och skydd")},
        {QStringLiteral("safety talk"),
         [](AppHarness &app) { app.app().openProtection(someone(app), "safetyTalk", {}); },
         {},
         QStringLiteral("Sparas i personens akt, bakom ett extra tryck")},
        {QStringLiteral("relative"),
         [](AppHarness &app) {
             app.app().openDay(DayPage::RelativeCall);
             qobject_cast<RelativeCallViewModel *>(app.app().navigator()->top())->chooseAdvice();
         },
         {},
         {}},
        {QStringLiteral("tally"), day(DayPage::Tally), nothing, QStringLiteral("Bara antal, plats och vecka")},
    };
}

/// Of the header's title.
int linesOf(AppHarness &app, const QString &title)
{
    QQuickItem *item = app.find(QAccessible::Heading, title);
    REQUIRE(item);
    return item->property("lineCount").toInt();
}

} // namespace

TEST_CASE("every page on which something is written says whether it is recorded, and why on a tap")
{
    AppHarness app({.size = {360, 740}});
    for (const Header &header : headers()) {
        INFO(header.name.toStdString());
        app.app().goTo(Router::Place::Today);
        header.open(app);
        app.settle();
        const auto *page = app.app().navigator()->top();
        REQUIRE(page);
        const auto mark = page->property("recording").value<RecordingMark>();
        // Of advice to a relative the municipality decides.
        if (!header.reason.isEmpty())
            CHECK(mark.text == (header.state.isEmpty() ? QStringLiteral("Antecknas") : header.state));
        REQUIRE(mark.text.startsWith(QStringLiteral("Antecknas")));
        CHECK(app.shows(mark.text));
        if (!header.reason.isEmpty())
            CHECK(mark.reason.startsWith(header.reason));
        CHECK_FALSE(app.shows(mark.reason));
        app.tap(mark.text + QStringLiteral(". Varför?"));
        app.layOut();
        CHECK(app.shows(mark.reason));
        CHECK(app.textFaults() == QStringList());
        app.tap(mark.text + QStringLiteral(". Dölj varför"));
        app.layOut();
        CHECK_FALSE(app.shows(mark.reason));
    }
}

TEST_CASE("on a phone the title of a talk after a police report is one line")
{
    AppHarness app({.size = {360, 740}});
    app.app().openLobContact(someoneToRing(app), {}, LobStart::Open);
    app.settle();
    auto *page = qobject_cast<LobContactViewModel *>(app.app().navigator()->top());
    REQUIRE(page);
    app.tap(QStringLiteral("Personen själv"));
    app.settle();
    REQUIRE(page->step() == LobContactViewModel::Step::Talk);
    CHECK(linesOf(app, page->title()) == 1);
}

TEST_CASE("the words say the help by name, and how long answers about nobody are kept")
{
    rules::RecordingState state;
    state.notRecorded = {{"Råd", "Advice"}, {"Anhörigstöd", "Support for relatives"}};
    const RecordingMark mark = recordingMarkOf(state, base::Language::Swedish, 24);
    CHECK(mark.text == QStringLiteral("Antecknas"));
    CHECK(mark.reason.contains(QStringLiteral("Råd, Anhörigstöd")));
    const rules::RecordingState nobody{rules::Recording::Advice, rules::RecordingReason::Nobody, {}, {}};
    CHECK(recordingMarkOf(nobody, base::Language::Swedish, 12).reason.contains(QStringLiteral("12 timmar")));
    const rules::RecordingState decided{
        rules::Recording::Anonymous, rules::RecordingReason::Profile, {}, {{"Mottagning", "Walk-in"}}};
    CHECK(recordingMarkOf(decided, base::Language::Swedish, 24).text == QStringLiteral("Antecknas utan namn"));
}
