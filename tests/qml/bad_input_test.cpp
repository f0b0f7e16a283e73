// Bad input on every form: whatever is typed or pasted into a field stays there, is shown as it was typed, ends in a plain
// word about what is wrong or is saved, and the program says nothing of its inside.
#include "qml/app/tour.h"
#include "qml/viewmodels/people/people_view_model.h"
#include "tests/qml/app_states.h"
#include "tests/support/catch.h"
#include "tests/support/scene_items.h"

#include <QInputMethodEvent>
#include <QRegularExpression>
#include <QTest>

using namespace faltakt;
using namespace faltakt::test;
using viewmodels::Router;

namespace {

constexpr int LongText = 100'000;
constexpr QLatin1String Marker("Zebedeus");

/// What was said by Qt and QML since it was made.
class WarningWatch {
public:
    WarningWatch() : m_before(qInstallMessageHandler(note)) { said().clear(); }
    ~WarningWatch() { qInstallMessageHandler(m_before); }
    WarningWatch(const WarningWatch &) = delete;
    WarningWatch &operator=(const WarningWatch &) = delete;

    [[nodiscard]] static QStringList take() { return std::exchange(said(), {}); }

private:
    static QStringList &said()
    {
        static QStringList all;
        return all;
    }
    static void note(QtMsgType type, const QMessageLogContext &, const QString &text)
    {
        // None says anything about a screen: the first is the machine's, the second the drawing's at the end of a window, the
        // third a list's that is emptied while it makes its rows, the fourth the tour's, whose row is gone once it was saved.
        const bool isOurs =
            !text.startsWith(QLatin1String("QStandardPaths:")) && !text.startsWith(QLatin1String("QUnifiedTimer:"))
            && !text.startsWith(QLatin1String("DelegateModel::cancel:")) && !text.startsWith(QLatin1String("tour:"));
        if (isOurs && type != QtDebugMsg && type != QtInfoMsg)
            said().append(text);
    }

    QtMessageHandler m_before;
};

struct Hostile {
    /// Blanks alone and what is no letter may be left out of a field; all else stays as it was typed.
    enum class Kept : std::uint8_t { Yes, No };
    const char *what;
    QString text;
    Kept kept = Kept::Yes;
};

QList<Hostile> hostileTexts()
{
    return {
        {"blanks", QStringLiteral("   "), Hostile::Kept::No},
        {"HTML",
         QStringLiteral("<b>") + Marker + QStringLiteral("</b><img src='http://127.0.0.1/x.png'><h1>stort</h1>&amp;")},
        {"Markdown", QStringLiteral("# Rubrik **fet** [länk](http://127.0.0.1/) %1 %n {}")},
        {"right to left and marks over it",
         QStringLiteral("\u202Eabc\u202C \u0627\u0644\u0633\u0644\u0627\u0645 a") + QString(200, QChar(0x0301))},
        {"emoji", QStringLiteral("\U0001F9D1\u200D\U0001F9D1 \U0001F1F8\U0001F1EA")},
        {"control characters",
         QStringLiteral("a") + QChar(0) + QStringLiteral("b\x01\x1b[31m\x7f\r\nc") + QChar(0xD800), Hostile::Kept::No},
        {"a very long text", QString(LongText, QLatin1Char('x'))},
        {"a day that is none", QStringLiteral("2025-02-29")},
        {"the year 0", QStringLiteral("0000-00-00")},
        {"an hour that is left out", QStringLiteral("2026-03-29 02:30")},
        {"a number below nothing", QStringLiteral("-1")},
        {"a number with a comma", QStringLiteral("1,5")},
        {"a huge number", QStringLiteral("99999999999999999999999")},
        {"a number's name", QStringLiteral("1e999")},
        {"an identity number that is none", QStringLiteral("19800101-0000")},
    };
}

QList<QQuickItem *> fieldsIn(AppHarness &app)
{
    QList<QQuickItem *> fields;
    for (QQuickItem *item : app.elements()) {
        const bool isField = item->inherits("QQuickTextInput") || item->inherits("QQuickTextEdit");
        if (isField && item->isEnabled() && !item->property("readOnly").toBool())
            fields.append(item);
    }
    return fields;
}

/// As an on-screen keyboard or the clipboard gives it: at once, in the place of what stood there.
void enter(QQuickItem *field, const QString &text)
{
    field->forceActiveFocus(Qt::TabFocusReason);
    QMetaObject::invokeMethod(field, "selectAll");
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(field, &event);
}

/// The buttons of the page or sheet that do what it is for.
QList<QPointer<QQuickItem>> mainButtons(AppHarness &app)
{
    QList<QPointer<QQuickItem>> buttons;
    for (QQuickItem *item : app.elements())
        if (item->property("kind").toString() == QLatin1String("primary") && item->isEnabled())
            buttons.append(item);
    return buttons;
}

/// Words that are the program's own and no person's.
QStringList innerWords(AppHarness &app)
{
    static const QRegularExpression inner(QStringLiteral(
        "\\b(undefined|NaN|null|invalidInput|InvalidInput|storageFailed|StorageFailed|NotFound|ErrorCode|SQLITE|std::|"
        "\\[object Object\\]|QVariant)\\b|\\.cpp\\b|\\bcore/|\\.qml\\b"));
    QStringList found;
    for (const QString &words : app.words())
        if (inner.match(words.left(2000)).hasMatch())
            found += words.left(120);
    return found;
}

/// A text that Qt would draw as HTML although a person wrote it.
QStringList drawnAsMarkup(AppHarness &app)
{
    QStringList found;
    for (QQuickItem *item : itemsInSight(app.window())) {
        const QVariant format = item->property("textFormat");
        if (item->inherits("QQuickText") && format.isValid() && format.toInt() != Qt::PlainText
            && item->property("text").toString().contains(QLatin1Char('<')))
            found += item->property("text").toString().left(120);
    }
    return found;
}

struct Page {
    QString name;
    std::function<void(AppHarness &)> enter;
};

void goHome(AppHarness &app)
{
    if (app.app().navigator()->isSealed())
        app::leaveSealed(app.composition());
    for (int sheets = 0; sheets < 2; ++sheets)
        app.key(Qt::Key_Escape);
    app::leaveSealed(app.composition());
    app.app().goTo(Router::Place::Today);
    app.settle();
}

std::vector<Page> pages()
{
    const QStringList covers{QStringLiteral("lock"), QStringLiteral("enrol"), QStringLiteral("enrol-scan"),
                             QStringLiteral("hidden")};
    std::vector<Page> all;
    for (const app::Scene &scene : app::tourScenes())
        if (!covers.contains(scene.name))
            all.push_back({scene.name, [go = scene.go](AppHarness &harness) { go(harness.composition()); }});
    for (const AppState &state : appStates())
        all.push_back({state.name, state.enter});
    return all;
}

/// One hostile text in every field of a page, then its main buttons; what was wrong with that.
QStringList tryText(AppHarness &app, const Hostile &hostile)
{
    QStringList faults;
    QList<QPointer<QQuickItem>> fields;
    for (QQuickItem *field : fieldsIn(app))
        fields.append(field);
    QHash<QQuickItem *, QString> stands;
    for (const QPointer<QQuickItem> &field : fields) {
        if (!field)
            continue;
        enter(field, hostile.text);
        if (field)
            stands[field] = field->property("text").toString();
    }
    app.settle();
    for (const auto &[field, text] : stands.asKeyValueRange())
        if (hostile.kept == Hostile::Kept::Yes && fields.contains(field) && field->property("text").toString() != text)
            faults += QStringLiteral("does not keep what was typed: ") + AppHarness::nameOf(field);
    const auto *top = app.app().navigator()->top();
    for (const QPointer<QQuickItem> &button : mainButtons(app)) {
        if (!button || !button->isEnabled() || !button->isVisible())
            continue;
        // Twice, as an impatient finger does.
        for (int press = 0; press < 2 && button; ++press)
            if (QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(button);
                interface->actionInterface())
                interface->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        app.settle();
        break;
    }
    if (hostile.kept == Hostile::Kept::Yes && app.app().navigator()->top() == top)
        for (const QPointer<QQuickItem> &field : fields)
            if (field && field->isVisible() && stands.contains(field) && !stands[field].isEmpty()
                && field->property("text").toString().isEmpty() && mainButtons(app).size() > 0)
                faults += QStringLiteral("lost what was typed: ") + AppHarness::nameOf(field);
    for (const QString &words : innerWords(app))
        faults += QStringLiteral("says of its inside: ") + words;
    for (const QString &words : drawnAsMarkup(app))
        faults += QStringLiteral("draws as markup: ") + words;
    for (const QString &words : WarningWatch::take())
        // A text area that is given back another text than was typed, without half a letter, says that its binding goes
        // round; it does so once.
        if (hostile.kept == Hostile::Kept::Yes || !words.contains(QLatin1String("Binding loop")))
            faults += QStringLiteral("warns: ") + words.left(300);
    return faults;
}

} // namespace

TEST_CASE("every form takes whatever is typed, and loses and betrays nothing")
{
    const WarningWatch watch;
    AppHarness app;
    protectSomebody(app);
    const QList<Hostile> texts = hostileTexts();
    QStringList withFields;
    for (const Page &page : pages()) {
        goHome(app);
        page.enter(app);
        app.settle();
        static_cast<void>(WarningWatch::take());
        if (fieldsIn(app).isEmpty())
            continue;
        withFields += page.name;
        QStringList faults;
        QElapsedTimer timer;
        timer.start();
        for (const Hostile &hostile : texts) {
            if (fieldsIn(app).isEmpty()) { // It was saved, and the page went.
                goHome(app);
                page.enter(app);
                app.settle();
            }
            for (const QString &fault : tryText(app, hostile))
                faults += QString::fromLatin1(hostile.what) + QStringLiteral(": ") + fault;
        }
        if (qEnvironmentVariableIsSet("FALTAKT_TELL"))
            std::printf("%s: %lld ms\n%s\n", qPrintable(page.name), timer.elapsed(), qPrintable(faults.join(u'\n')));
        INFO("page " << page.name.toStdString() << "\n  " << faults.join(QStringLiteral("\n  ")).toStdString());
        CHECK(faults.isEmpty());
    }
    INFO(withFields.join(u' ').toStdString());
    CHECK(withFields.size() > 20);
}
