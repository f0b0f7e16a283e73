// What every acting control owes: one act for pointer, key and reader, a name that begins with its words, a target of
// 48 px, nothing while it is not enabled, and nothing shown as chosen that the caller did not say.
#include "tests/qml/stage.h"
#include "tests/support/catch.h"

using faltakt::test::Stage;

namespace {

struct Subject {
    const char *type;
    const char *properties;
    const char *words;
    QAccessible::Role role;
};

const std::vector<Subject> Subjects = {
    {"Button", "text: 'Notera'", "Notera", QAccessible::Button},
    {"Button", "text: 'Ring'; kind: 'primary'; iconName: 'phone'", "Ring", QAccessible::Button},
    {"Button", "text: 'Notera'; kind: 'quiet'; compact: true", "Notera", QAccessible::Button},
    {"Button", "text: 'Ring 112'; kind: 'danger'", "Ring 112", QAccessible::Button},
    {"IconButton", "text: 'Sök'; iconName: 'search'", "Sök", QAccessible::Button},
    {"IconButton", "text: 'Ring, Johan E.'; iconName: 'phone'; filled: true", "Ring", QAccessible::Button},
    {"LinkButton", "text: 'Ändra'; iconName: 'undo-2'", "Ändra", QAccessible::Button},
    {"Avatar", "initials: 'EL'; accessibleName: 'Profil, Elin Lund'", "Profil", QAccessible::Button},
    {"OutcomeButton", "text: 'Inget svar'; iconName: 'phone-missed'", "Inget svar", QAccessible::Button},
    {"AnswerButton", "text: 'Aldrig'; position: 1; count: 5", "Aldrig", QAccessible::RadioButton},
    {"ChoiceChip", "text: 'Ja'", "Ja", QAccessible::RadioButton},
    {"CheckChip", "text: 'Tog emot råd'", "Tog emot råd", QAccessible::CheckBox},
    {"SwitchRow", "text: 'Hög kontrast'; width: 358", "Hög kontrast", QAccessible::CheckBox},
    {"CheckRow", "text: 'Personen ser det annorlunda'; width: 358", "Personen ser", QAccessible::CheckBox},
    {"RuleButton", "text: 'Lag: SoL 20:2'; tone: 'law'", "Lag: SoL 20:2", QAccessible::Button},
    {"ListRow", "text: 'Johan E.'; secondary: 'LOB'; width: 358", "Johan E.", QAccessible::Button},
    {"AgendaRow", "text: 'Johan E.'; secondary: 'Ring'; when: 'I går'; width: 358", "Johan E.", QAccessible::Button},
    {"TimelineEntry", "text: 'Samtal'; time: '13:07'; body: 'Pågår'; width: 358", "Samtal", QAccessible::Button},
    {"StatusStrip", "text: 'Offline'; width: 358", "Offline", QAccessible::Button},
    {"SelectRow", "title: 'Visa'; names: ['Mina', 'Alla']; currentIndex: 0; width: 358", "Visa: Mina",
     QAccessible::Button},
    {"KeypadKey", "text: '7'", "7", QAccessible::Button},
    {"TabButton", "text: 'Tidslinje'", "Tidslinje", QAccessible::Button},
    {"NavButton", "text: 'I dag'; iconName: 'calendar-check'", "I dag", QAccessible::Button},
    {"MainButton", "text: 'Nytt'", "Nytt", QAccessible::Button},
};

QString qml(const Subject &subject, const QString &more = {})
{
    return QStringLiteral("%1 { objectName: 'it'; x: 16; y: 16; %2; onActivated: stage.acts += 1%3 }")
        .arg(QLatin1String(subject.type), QString::fromUtf8(subject.properties), more);
}

} // namespace

TEST_CASE("a control has the role and the words that readers need")
{
    for (const auto &subject : Subjects) {
        INFO(subject.type << " { " << subject.properties << " }");
        const Stage stage(qml(subject));
        auto *reader = Stage::accessible(stage.item());
        CHECK(reader->role() == subject.role);
        CHECK(reader->text(QAccessible::Name).startsWith(QString::fromUtf8(subject.words)));
        CHECK(reader->state().focusable);
    }
}

TEST_CASE("a click, Space, Enter and a reader's press are the same act")
{
    for (const auto &subject : Subjects) {
        INFO(subject.type << " { " << subject.properties << " }");
        {
            Stage stage(qml(subject));
            stage.click(stage.item());
            CHECK(stage.acts() == 1);
        }
        for (const auto key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter}) {
            Stage stage(qml(subject));
            stage.focus(stage.item());
            stage.press(key);
            CHECK(stage.acts() == 1);
        }
        const Stage stage(qml(subject));
        CHECK(Stage::readersPress(stage.item()));
        CHECK(stage.acts() == 1);
    }
}

TEST_CASE("a control that is not enabled does nothing")
{
    for (const auto &subject : Subjects) {
        INFO(subject.type << " { " << subject.properties << " }");
        Stage stage(qml(subject, QStringLiteral("; enabled: false")));
        stage.click(stage.item());
        stage.focus(stage.item());
        stage.press(Qt::Key_Space);
        stage.press(Qt::Key_Return);
        Stage::readersPress(stage.item());
        CHECK(stage.acts() == 0);
        CHECK(Stage::accessible(stage.item())->text(QAccessible::Description).startsWith(u"inte tillgänglig"));
    }
}

TEST_CASE("a target is at least 48 by 48 at every text size")
{
    for (const auto &subject : Subjects) {
        INFO(subject.type << " { " << subject.properties << " }");
        Stage stage(qml(subject));
        for (const qreal scale : {1.0, 1.5, 2.0}) {
            stage.theme().setTextScale(scale);
            stage.settle();
            CHECK(stage.item()->width() >= 48);
            CHECK(stage.item()->height() >= 48);
        }
    }
}

TEST_CASE("the ring of the focus is shown for the keyboard and not for a finger")
{
    const auto rings = [](Stage &stage) {
        int count = 0;
        const auto items = Stage::shown(stage.item());
        for (const auto *item : items)
            count += item->inherits("QQuickRectangle") && item->metaObject()->indexOfProperty("controlRadius") >= 0;
        return count;
    };
    for (const auto &subject : Subjects) {
        INFO(subject.type << " { " << subject.properties << " }");
        Stage stage(qml(subject));
        CHECK(rings(stage) == 0);
        stage.focus(stage.item());
        CHECK(rings(stage) == 1);
        stage.item()->setFocus(false);
        stage.item()->forceActiveFocus(Qt::MouseFocusReason);
        stage.settle();
        CHECK(rings(stage) == 0);
    }
}

TEST_CASE("a tap shows nothing as chosen before the caller says so")
{
    for (const auto *type : {"AnswerButton", "ChoiceChip", "CheckChip", "SwitchRow", "CheckRow"}) {
        INFO(type);
        Stage stage(QStringLiteral("property bool kept: false\n%1 { objectName: 'it'; text: 'Ja'; chosen: stage.kept; "
                                   "onActivated: stage.acts += 1 }")
                        .arg(QLatin1String(type)));
        stage.click(stage.item());
        CHECK_FALSE(stage.item()->property("checked").toBool());
        CHECK_FALSE(Stage::accessible(stage.item())->state().checked);
        stage.root()->setProperty("kept", true);
        CHECK(stage.item()->property("checked").toBool());
        CHECK(Stage::accessible(stage.item())->state().checked);
        stage.click(stage.item());
        CHECK(Stage::accessible(stage.item())->state().checked);
        stage.root()->setProperty("kept", false);
        CHECK_FALSE(Stage::accessible(stage.item())->state().checked);
        CHECK(stage.acts() == 2);
    }
}

TEST_CASE("arrows move between answers and choose none")
{
    Stage stage(
        QStringLiteral("RadioList { width: 358; names: ['Aldrig', 'Ibland', 'Ofta']; onChosen: stage.acts += 1 }"));
    QList<QQuickItem *> answers;
    const auto items = Stage::shown(stage.root());
    for (auto *item : items)
        if (item->inherits("QQuickRadioButton"))
            answers.append(item);
    REQUIRE(answers.size() == 3);
    stage.focus(answers[0]);
    stage.press(Qt::Key_Down);
    CHECK(answers[1]->hasActiveFocus());
    stage.press(Qt::Key_Up);
    CHECK(answers[0]->hasActiveFocus());
    CHECK(stage.acts() == 0);
}

TEST_CASE("a busy button takes no press and says what it does")
{
    Stage stage(QStringLiteral("Button { objectName: 'it'; text: 'Spara i Johan E.'; busyText: 'Sparar …'; "
                               "onActivated: stage.acts += 1 }"));
    const auto width = stage.item()->width();
    stage.item()->setProperty("busy", true);
    stage.settle();
    stage.click(stage.item());
    Stage::readersPress(stage.item());
    CHECK(stage.acts() == 0);
    CHECK(stage.item()->width() == width);
    CHECK(Stage::accessible(stage.item())->text(QAccessible::Name) == QStringLiteral("Sparar …"));
}

TEST_CASE("the act at the right of a row is not the row's")
{
    Stage stage(QStringLiteral("AgendaRow { objectName: 'it'; width: 358; text: 'Johan E.'; actionIcon: 'phone'; "
                               "actionText: 'Ring, Johan E.'; onActivated: stage.acts += 1; "
                               "onActionActivated: stage.heard = 'ring' }"));
    QQuickItem *call = nullptr;
    const auto items = Stage::shown(stage.item());
    for (auto *item : items)
        if (item->property("text").toString() == QStringLiteral("Ring, Johan E."))
            call = item;
    REQUIRE(call);
    stage.click(call);
    CHECK(stage.heard() == QStringLiteral("ring"));
    CHECK(stage.acts() == 0);
}

TEST_CASE("a row says its place and that it is chosen")
{
    const Stage stage(QStringLiteral("AgendaRow { objectName: 'it'; text: 'Mira S., 19 år'; secondary: 'Besluta'; "
                                     "when: 'Senast i dag'; details: 'Lag, SoL 20:2'; position: 4; count: 12; "
                                     "chosen: true }"));
    auto *reader = Stage::accessible(stage.item());
    CHECK(reader->text(QAccessible::Name) == QStringLiteral("Mira S., 19 år. Besluta. Senast i dag"));
    CHECK(reader->text(QAccessible::Description) == QStringLiteral("Lag, SoL 20:2. vald. rad 4 av 12"));
}
