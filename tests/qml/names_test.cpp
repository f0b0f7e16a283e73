// Whose name may stand where: nobody's while names are hidden, and never that of a protected person.
#include "core/casework/contact_way.h"
#include "qml/viewmodels/people/people_view_model.h"
#include "tests/qml/app_states.h"
#include "tests/qml/field_worker.h"
#include "tests/support/catch.h"

#include <QRegularExpression>

using namespace faltakt;
using namespace faltakt::test;
using viewmodels::OpenStore;

namespace {

struct Names {
    QStringList open;    ///< Of people whose name may be shown.
    QStringList hidden;  ///< Of protected people alone.
    QStringList numbers; ///< Of everybody, digits alone: the last ones of birth numbers and telephone numbers.
};

QString digitsOf(const QString &text)
{
    static const QRegularExpression other(QStringLiteral("\\D"));
    return QString(text).remove(other);
}

void addWords(const std::string &name, QStringList &to)
{
    for (const QString &word : QString::fromStdString(name).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        if (!to.contains(word))
            to += word;
}

void addNumber(const std::string &number, QStringList &to)
{
    // With a country's code or a century before them they are the same.
    constexpr int Telling = 8;
    if (const QString digits = digitsOf(QString::fromStdString(number)); digits.size() >= Telling)
        to += digits.right(Telling);
}

void addPerson(const store::RecordView &person, bool isProtected, Names &names)
{
    for (const char *field : {"givenName", "familyName"})
        addWords(person.text(field), isProtected ? names.hidden : names.open);
    addNumber(person.text("identityNumber"), names.numbers);
    for (const casework::ContactWay &way : casework::readContactWays(person))
        if (way.isNumber())
            addNumber(way.value, names.numbers);
}

Names namesIn(AppHarness &app)
{
    const auto read = app.inStore<Names>([](OpenStore &store) -> base::Result<Names> {
        Names names;
        TRY(const auto rows, store.cases.cases());
        for (const store::CaseRow &row : rows) {
            TRY(const auto persons, store.cases.recordsOfKind(row.caseId, "person"));
            for (const store::RecordView &person : persons)
                addPerson(person, row.card.isProtected, names);
        }
        return names;
    });
    REQUIRE(read.has_value());
    Names names = *read;
    // A colleague may have the same name.
    const QStringList worker = app.app().workerName().split(QLatin1Char(' '));
    for (const QString &word : worker)
        names.open.removeAll(word);
    for (const QString &word : names.open + worker)
        names.hidden.removeAll(word);
    return names;
}

/// Each of these names that stands somewhere as a word of its own, with where.
QStringList found(const QStringList &names, const QStringList &texts)
{
    const QRegularExpression word(QStringLiteral("(?<!\\w)(%1)(?!\\w)").arg(names.join(QLatin1Char('|'))),
                                  QRegularExpression::UseUnicodePropertiesOption);
    QStringList finds;
    for (const QString &text : texts)
        if (const auto match = word.match(text); match.hasMatch())
            finds += QStringLiteral("'%1' in '%2'").arg(match.captured(), text.left(80));
    return finds;
}

/// Each text with one of the numbers in it, however it is written.
QStringList foundNumbers(const QStringList &numbers, const QStringList &texts)
{
    const QRegularExpression number(numbers.join(QLatin1Char('|')));
    QStringList finds;
    for (const QString &text : texts)
        if (number.match(digitsOf(text)).hasMatch())
            finds += QStringLiteral("a number in '%1'").arg(text.left(80));
    return finds;
}

/// Goes to every screen and hands over all words in sight or said there.
void visit(AppHarness &app, const std::function<void(const QStringList &)> &look)
{
    visitEveryScreen(app, [&](const QString &name) {
        INFO("screen " << name.toStdString());
        look(app.words());
    });
}

} // namespace

TEST_CASE("while names are hidden no screen and no title shows or says a name, a birth number or a telephone number")
{
    AppHarness app;
    protectSomebody(app);
    const Names names = namesIn(app);
    REQUIRE(names.open.size() > 10);
    REQUIRE(names.numbers.size() > 10);
    QStringList shownNames;
    QStringList shownNumbers;
    visit(app, [&](const QStringList &texts) {
        shownNames += found(names.open, texts);
        shownNumbers += foundNumbers(names.numbers, texts);
    });
    CHECK(shownNames.size() > 10);
    CHECK(shownNumbers.size() > 2);
    app.composition().settings().setNamesHidden(true);
    app.settle();
    visit(app, [&](const QStringList &texts) {
        const QStringList finds = found(names.open + names.hidden, texts) + foundNumbers(names.numbers, texts);
        INFO(finds.join(QStringLiteral("; ")).toStdString());
        CHECK(finds.isEmpty());
    });
}

TEST_CASE("the name of a protected person stands nowhere")
{
    const QSize size = GENERATE(QSize(390, 844), QSize(1280, 800));
    AppHarness app({.size = size});
    protectSomebody(app);
    const Names names = namesIn(app);
    REQUIRE_FALSE(names.hidden.isEmpty());
    visit(app, [&](const QStringList &texts) {
        const QStringList finds = found(names.hidden, texts);
        INFO(finds.join(QStringLiteral("; ")).toStdString());
        CHECK(finds.isEmpty());
    });
}

TEST_CASE("while the store is closed no name stands on what lies over it")
{
    AppHarness app;
    protectSomebody(app);
    const Names names = namesIn(app);
    REQUIRE(names.open.size() > 10);
    const auto check = [&](const char *page) {
        app.settle();
        const QStringList finds = found(names.open + names.hidden, app.words());
        INFO(page << ": " << finds.join(QStringLiteral("; ")).toStdString());
        CHECK(finds.isEmpty());
    };
    app.app().goTo(viewmodels::Router::Place::People);
    app.settle();
    CHECK_FALSE(found(names.open, app.words()).isEmpty());
    app.app().addWorker();
    check("enrol");
    app.app().enrolPage()->scan()->open();
    app.camera().read("https://example.org/");
    check("scan");
    app.app().hideNow();
    check("hidden");
    app.app().returnFromHiding();
    check("lock");
}

TEST_CASE("a protected person is not found by name, and is nothing but that in a list")
{
    AppHarness app;
    const store::CaseRow before = somebody(app);
    app.app().goTo(viewmodels::Router::Place::People);
    app.settle();
    auto *people = qobject_cast<viewmodels::PeopleViewModel *>(app.app().navigator()->top());
    REQUIRE(people);
    const QString name = QString::fromStdString(before.card.shortName);
    const QString firstName = name.section(QLatin1Char(' '), 0, 0);
    const auto isHit = [&] {
        people->search(firstName);
        app.settle();
        for (int index = 0; index < people->rows()->rowCount(); ++index)
            if (people->rows()->row(index)->caseId == before.caseId)
                return true;
        return false;
    };
    CHECK(isHit());
    protectSomebody(app, before.caseId);
    CHECK_FALSE(isHit());
    people->search(QString::fromStdString(before.card.caseNumber));
    app.settle();
    REQUIRE(people->rows()->rowCount() == 1);
    CHECK(app.find(QAccessible::Button, QStringLiteral("Skyddad person")));
    CHECK_FALSE(app.shows(firstName));
}
