// A contact's own fields: the person's wish first, the visit, fact and judgement apart.
#include "core/casework/timeline_text.h"
#include "qml/viewmodels/contact/contact_view_model.h"
#include "qml/viewmodels/people/record_view_model.h"
#include "tests/qml/day_bench.h"

using namespace faltakt;
using namespace faltakt::test;
using namespace faltakt::viewmodels;

namespace {

ContactViewModel &open(AppHarness &app, base::CaseId caseId)
{
    app.app().openContact(caseId, std::nullopt);
    app.settle();
    return top<ContactViewModel>(app);
}

void choose(ChoiceListModel &choices, const std::string &code)
{
    for (int row = 0; row < choices.count(); ++row)
        if (choices.choices()[std::size_t(row)].code == code)
            return choices.choose(row);
    FAIL("no such choice: " << code);
}

} // namespace

TEST_CASE("the person's own wish is the first field of a contact")
{
    AppHarness app;
    open(app, somebody(app).caseId);
    QQuickItem *wish = app.find(QAccessible::EditableText, QStringLiteral("Egen önskan"));
    QQuickItem *text = app.find(QAccessible::EditableText, QStringLiteral("Kort om kontakten"));
    QQuickItem *way = app.findPressable(QStringLiteral("Besök"));
    REQUIRE(wish);
    REQUIRE(way);
    CHECK(wish->mapToScene({}).y() < way->mapToScene({}).y());
    if (text)
        CHECK(wish->mapToScene({}).y() < text->mapToScene({}).y());
}

TEST_CASE("a visit keeps how it was agreed, who was there and how far one came, through a kill")
{
    AppHarness app;
    const base::CaseId caseId = somebody(app).caseId;
    ContactViewModel &begun = open(app, caseId);
    CHECK_FALSE(begun.isVisit());
    choose(*begun.ways(), "visit");
    REQUIRE(begun.isVisit());
    choose(*begun.outcomes(), "reached");
    choose(*begun.agreedHow(), "unannounced");
    choose(*begun.letIn(), "atTheDoor");
    choose(*begun.othersAgreed(), "yes");
    begun.editWhoPresent(QStringLiteral("En granne"));
    begun.editOwnWish(QStringLiteral("Vill byta bostad"));
    begun.addRepresentative();
    begun.editRepresentativeView(QStringLiteral("God man vill avvakta"));
    begun.editText(QStringLiteral("Pratade i trappan"));
    begun.editJudgement(QStringLiteral("Trött men klar"));
    app.waitFor([&] {
        const auto forms = formsNamed(app, ContactForm::Name);
        return forms.size() == 1 && readContactForm(forms.front().fields).judgement == "Trött men klar";
    });
    app.killAndRestart();
    app.unlock();
    app.settle();
    app.app().openContact(caseId, formsNamed(app, ContactForm::Name).front().id);
    app.settle();
    auto &page = top<ContactViewModel>(app);
    CHECK(page.ownWish() == QStringLiteral("Vill byta bostad"));
    CHECK(page.hasRepresentative());
    page.save();
    app.settle();
    REQUIRE(page.isSaved());
    const store::RecordView contact = recordsOf(app, caseId, "contact").back();
    CHECK(contact.text("agreedHow") == "unannounced");
    CHECK(contact.text("letIn") == "atTheDoor");
    CHECK(contact.text("othersAgreed") == "yes");
    CHECK(contact.text("whoPresent") == "En granne");
    CHECK(contact.text("ownWish") == "Vill byta bostad");
    CHECK(contact.text("representativeView") == "God man vill avvakta");
    CHECK(contact.text("text") == "Pratade i trappan");
    CHECK(contact.text("judgement") == "Trött men klar");
}

TEST_CASE(
    "where a contact was, through whom, and the person's yes outlive a kill and stand in the record and the timeline")
{
    AppHarness app;
    const base::CaseId caseId = somebody(app).caseId;
    ContactViewModel &begun = open(app, caseId);
    choose(*begun.ways(), "through");
    REQUIRE(begun.asksPlace());
    REQUIRE(begun.asksThrough());
    REQUIRE(begun.asksAgreement());
    app.settle();
    CHECK(app.shows(QStringLiteral("Utan ett ja: lyssna")));
    begun.editPlace(QStringLiteral("Torget"));
    REQUIRE(begun.helpers()->count() > 0);
    begun.helpers()->choose(0);
    const QString helper = begun.through();
    CHECK_FALSE(helper.isEmpty());
    CHECK(begun.helpers()->chosenIndex() == 0);
    choose(*begun.agreements(), "yes");
    choose(*begun.outcomes(), "reached");
    app.settle();
    CHECK_FALSE(app.shows(QStringLiteral("Utan ett ja: lyssna")));
    app.waitFor([&] {
        const auto forms = formsNamed(app, ContactForm::Name);
        return forms.size() == 1 && readContactForm(forms.front().fields).outcome == "reached";
    });
    app.killAndRestart();
    app.unlock();
    app.settle();
    app.app().openContact(caseId, formsNamed(app, ContactForm::Name).front().id);
    app.settle();
    auto &page = top<ContactViewModel>(app);
    CHECK(page.placeText() == QStringLiteral("Torget"));
    CHECK(page.through() == helper);
    page.save();
    app.settle();
    REQUIRE(page.isSaved());
    const store::RecordView contact = recordsOf(app, caseId, "contact").back();
    CHECK(contact.text("place") == "Torget");
    CHECK(contact.text("through") == helper.toStdString());
    CHECK(contact.text("personAgreed") == "yes");
    const auto line = casework::timelineText(contact, base::Language::Swedish);
    CHECK(line.text.starts_with("Torget, " + helper.toStdString()));
    page.close();
    app.app().openRecord(caseId, contact.id);
    app.settle();
    CHECK(app.shows(QStringLiteral("Genom vem")));
    CHECK(app.shows(helper));
}

TEST_CASE("a call that somebody else answered asks for the person's yes; what belongs to another way is not written")
{
    AppHarness app;
    const base::CaseId caseId = somebody(app).caseId;
    ContactViewModel &page = open(app, caseId);
    choose(*page.ways(), "through");
    page.editThrough(QStringLiteral("Systern"));
    page.editPlace(QStringLiteral("Torget"));
    choose(*page.ways(), "call");
    CHECK_FALSE(page.asksAgreement());
    choose(*page.outcomes(), "someoneElse");
    CHECK(page.asksAgreement());
    choose(*page.agreements(), "no");
    page.save();
    app.settle();
    REQUIRE(page.isSaved());
    const store::RecordView contact = recordsOf(app, caseId, "contact").back();
    CHECK(contact.text("personAgreed") == "no");
    CHECK(contact.text("through").empty());
    CHECK(contact.text("place").empty());
}

TEST_CASE("what was filled in about a visit does not follow a contact that was none")
{
    AppHarness app;
    const base::CaseId caseId = somebody(app).caseId;
    ContactViewModel &page = open(app, caseId);
    choose(*page.ways(), "visit");
    choose(*page.letIn(), "cameIn");
    page.editWhoPresent(QStringLiteral("En granne"));
    choose(*page.ways(), "call");
    choose(*page.outcomes(), "noAnswer");
    page.save();
    app.settle();
    REQUIRE(page.isSaved());
    const store::RecordView contact = recordsOf(app, caseId, "contact").back();
    CHECK(contact.text("letIn").empty());
    CHECK(contact.text("whoPresent").empty());
}

TEST_CASE("a contact reads and is changed as wish, fact and judgement, each apart, and says who wrote it")
{
    AppHarness app;
    const base::CaseId caseId = somebody(app).caseId;
    ContactViewModel &page = open(app, caseId);
    choose(*page.ways(), "place");
    choose(*page.outcomes(), "reached");
    page.editOwnWish(QStringLiteral("Vill sova"));
    page.editText(QStringLiteral("Satt på bänken"));
    page.editJudgement(QStringLiteral("Lugn"));
    page.save();
    app.settle();
    app.app().openRecord(caseId, recordsOf(app, caseId, "contact").back().id);
    app.settle();
    auto &record = top<RecordViewModel>(app);
    CHECK(record.wish() == QStringLiteral("Vill sova"));
    CHECK(record.fact() == QStringLiteral("Satt på bänken"));
    CHECK(record.second() == QStringLiteral("Lugn"));
    CHECK(record.written().endsWith(QStringLiteral(", av dig")));
    record.startEditing();
    record.setEditedWish(QStringLiteral("Vill sova ute"));
    record.setEditedSecond(QStringLiteral("Lugn och varm"));
    record.saveEdit();
    app.settle();
    const store::RecordView contact = recordsOf(app, caseId, "contact").back();
    CHECK(contact.text("ownWish") == "Vill sova ute");
    CHECK(contact.text("judgement") == "Lugn och varm");
    CHECK(contact.text("text") == "Satt på bänken");
}
