// Fields, sheets, bars and the announcer: what they say to their caller and to readers.
#include "tests/qml/stage.h"
#include "tests/support/catch.h"

#include <algorithm>

using faltakt::test::Stage;

namespace {

/// The first shown item of a C++ type, in the order of the tree.
QQuickItem *firstOf(QQuickItem *top, const char *type)
{
    const auto items = Stage::shown(top);
    for (auto *item : items)
        if (item->inherits(type))
            return item;
    FAIL("no " << type << " is shown");
    return nullptr;
}

QQuickItem *withText(QQuickItem *top, const QString &text)
{
    const auto items = Stage::shown(top);
    for (auto *item : items)
        if (item->inherits("QQuickAbstractButton") && item->property("text").toString() == text)
            return item;
    FAIL("no control says " << text.toStdString());
    return nullptr;
}

QRectF onWindow(QQuickItem *item) { return item->mapRectToScene(QRectF(0, 0, item->width(), item->height())); }

} // namespace

TEST_CASE("a field has its label as name, its help as description, and its error before the help")
{
    for (const auto *type : {"TextField", "TextArea"}) {
        INFO(type);
        Stage stage(QStringLiteral("property string problem: ''\n%1 { width: 358; label: 'Telefonnummer'; "
                                   "help: 'Siffror räcker'; error: stage.problem }")
                        .arg(QLatin1String(type)));
        auto *input = firstOf(stage.root(), qstrcmp(type, "TextField") == 0 ? "QQuickTextField" : "QQuickTextArea");
        auto *reader = Stage::accessible(input);
        CHECK(reader->role() == QAccessible::EditableText);
        CHECK(reader->text(QAccessible::Name) == QStringLiteral("Telefonnummer"));
        CHECK(reader->text(QAccessible::Description) == QStringLiteral("Siffror räcker"));
        CHECK(reader->state().multiLine == (qstrcmp(type, "TextArea") == 0));
        // A keyboard on the screen learns nothing of what is written.
        const auto hints = Qt::InputMethodHints(input->property("inputMethodHints").toInt());
        CHECK(hints.testFlag(Qt::ImhSensitiveData));
        CHECK(hints.testFlag(Qt::ImhNoPredictiveText));
        stage.root()->setProperty("problem", QStringLiteral("Numret är för kort."));
        CHECK(reader->text(QAccessible::Description) == QStringLiteral("Numret är för kort."));
    }
}

TEST_CASE("a field tells what is typed, and only what is typed")
{
    for (const auto *type : {"TextField", "TextArea", "SearchField"}) {
        INFO(type);
        Stage stage(QStringLiteral("property string kept: 'a'\n%1 { objectName: 'it'; width: 358; label: 'Namn'; "
                                   "text: stage.kept; onEdited: text => { stage.acts += 1; stage.kept = text } }")
                        .arg(QLatin1String(type)));
        stage.root()->setProperty("kept", QStringLiteral("Jo"));
        CHECK(stage.acts() == 0);
        QMetaObject::invokeMethod(stage.item(), "focusField");
        stage.press(Qt::Key_End);
        stage.type(QStringLiteral("n"));
        CHECK(stage.acts() == 1);
        CHECK(stage.root()->property("kept").toString() == QStringLiteral("Jon"));
    }
}

TEST_CASE("a field goes back to its caller's text when the caller sets the same again")
{
    for (const auto *type : {"TextField", "TextArea", "SearchField"}) {
        INFO(type);
        // The caller does not take over what is typed, and its text is evaluated anew to what it was.
        Stage stage(QStringLiteral("property int turn: 0\n%1 { objectName: 'it'; width: 358; label: 'Namn'; "
                                   "text: stage.turn < 0 ? 'b' : ''; onEdited: text => stage.heard = text }")
                        .arg(QLatin1String(type)));
        auto *input = firstOf(stage.root(), qstrcmp(type, "TextArea") == 0 ? "QQuickTextArea" : "QQuickTextField");
        QMetaObject::invokeMethod(stage.item(), "focusField");
        stage.type(QStringLiteral("abc"));
        REQUIRE(input->property("text").toString() == QStringLiteral("abc"));
        stage.root()->setProperty("turn", 1);
        CHECK(input->property("text").toString().isEmpty());
        CHECK_FALSE(input->property("canUndo").toBool());
        stage.type(QStringLiteral("X"));
        CHECK(stage.heard() == QStringLiteral("X"));
    }
}

TEST_CASE("Tab leaves an area of text")
{
    Stage stage(QStringLiteral("ColumnLayout { width: 358\nTextArea { objectName: 'it'; label: 'Vad hände?'; "
                               "onEdited: stage.acts += 1 }\nButton { objectName: 'next'; text: 'Spara' } }"));
    QMetaObject::invokeMethod(stage.item(), "focusField");
    stage.press(Qt::Key_Tab, QStringLiteral("\t"));
    CHECK(stage.acts() == 0);
    CHECK(stage.item(QStringLiteral("next"))->hasActiveFocus());
}

TEST_CASE("a search can be emptied with one press and stays in the field")
{
    Stage stage(
        QStringLiteral("property string kept: 'Johan'\nSearchField { width: 358; label: 'Sök namn'; text: stage.kept; "
                       "onEdited: text => stage.kept = text; onCleared: stage.acts += 1 }"));
    auto *input = firstOf(stage.root(), "QQuickTextField");
    CHECK(Stage::accessible(input)->state().searchEdit);
    stage.click(withText(stage.root(), QStringLiteral("Töm sökrutan")));
    CHECK(stage.root()->property("kept").toString().isEmpty());
    CHECK(stage.acts() == 1);
    CHECK(input->hasActiveFocus());
}

TEST_CASE("a secret leaves its field with each character and is never kept there")
{
    Stage stage(
        QStringLiteral("SecretField { objectName: 'it'; width: 358; label: 'PIN-kod'; count: stage.heard.length; "
                       "onTyped: text => stage.heard += text; onErased: stage.heard = stage.heard.slice(0, -1); "
                       "onAccepted: stage.acts += 1 }"));
    auto *input = firstOf(stage.root(), "QQuickTextField");
    QMetaObject::invokeMethod(stage.item(), "focusField");
    stage.type(QStringLiteral("4711"));
    CHECK(stage.heard() == QStringLiteral("4711"));
    CHECK(input->property("text").toString().isEmpty());
    stage.press(Qt::Key_Backspace);
    CHECK(stage.heard() == QStringLiteral("471"));
    stage.press(Qt::Key_Return);
    CHECK(stage.acts() == 1);
    auto *reader = Stage::accessible(input);
    CHECK(reader->state().passwordEdit);
    CHECK(reader->text(QAccessible::Value).isEmpty());
}

TEST_CASE("keys of a PIN leave at once")
{
    Stage stage(QStringLiteral("Keypad { width: 300; onDigit: character => stage.heard += character; "
                               "onErase: stage.heard += '<'; onLetters: stage.heard += 'A' }"));
    for (const auto *key : {"7", "0", "ABC", ""})
        stage.click(withText(stage.root(), QLatin1String(key)));
    CHECK(stage.heard() == QStringLiteral("70A<"));
}

TEST_CASE("a group says which of its chips was taken and shows what its caller keeps")
{
    for (const auto *type : {"ChipGroup", "RadioList"}) {
        INFO(type);
        Stage stage(QStringLiteral("%1 { width: 358; title: 'När?'; names: ['I dag', 'I morgon']; currentIndex: 0; "
                                   "onChosen: index => stage.heard += index }")
                        .arg(QLatin1String(type)));
        stage.click(withText(stage.root(), QStringLiteral("I morgon")));
        CHECK(stage.heard() == QStringLiteral("1"));
        CHECK(withText(stage.root(), QStringLiteral("I dag"))->property("checked").toBool());
        CHECK_FALSE(withText(stage.root(), QStringLiteral("I morgon"))->property("checked").toBool());
    }
}

TEST_CASE("a choice from a list opens a sheet, is taken there and closes it")
{
    Stage stage(QStringLiteral("SelectRow { objectName: 'it'; width: 358; title: 'Visa'; names: ['Mina', 'Alla']; "
                               "currentIndex: 0; onChosen: index => stage.heard += index }"));
    stage.focus(stage.item());
    stage.press(Qt::Key_Space);
    auto *top = stage.window().contentItem();
    stage.click(withText(top, QStringLiteral("Alla")));
    CHECK(stage.heard() == QStringLiteral("1"));
    const auto items = Stage::shown(top);
    for (auto *item : items)
        CHECK_FALSE(item->inherits("QQuickRadioButton"));
    CHECK(stage.item()->hasActiveFocus());
}

TEST_CASE("a sheet keeps the focus, closes by Esc and gives the focus back")
{
    for (const auto *type : {"BottomSheet", "SidePanel"}) {
        INFO(type);
        Stage stage(QStringLiteral("Button { objectName: 'it'; text: 'Nytt'; onActivated: sheet.open() }\n"
                                   "%1 { id: sheet; title: 'Nytt'; onClosed: stage.acts += 1\n"
                                   "Button { objectName: 'inside'; text: 'Kontakt' } }")
                        .arg(QLatin1String(type)));
        stage.focus(stage.item());
        stage.press(Qt::Key_Space);
        auto *inside = stage.item(QStringLiteral("inside"));
        for (int tab = 0; tab < 5; ++tab) {
            stage.press(Qt::Key_Tab);
            CHECK_FALSE(stage.item()->hasActiveFocus());
        }
        CHECK(inside->window());
        stage.press(Qt::Key_Escape);
        CHECK(stage.acts() == 1);
        CHECK(stage.item()->hasActiveFocus());
    }
}

TEST_CASE("a sheet is a dialog with its title as name, from the bottom on a phone and in the middle on a tablet")
{
    for (const int width : {390, 900}) {
        Stage stage(QStringLiteral(
                        "Button { objectName: 'it'; text: 'Nytt'; onActivated: sheet.open() }\n"
                        "BottomSheet { id: sheet; title: 'Nytt'; Button { objectName: 'inside'; text: 'Kontakt' } }"),
                    {width, 844});
        stage.click(stage.item());
        auto *scope = stage.item(QStringLiteral("inside"));
        while (scope && !scope->inherits("QQuickFocusScope"))
            scope = scope->parentItem();
        REQUIRE(scope);
        CHECK(Stage::accessible(scope)->role() == QAccessible::Dialog);
        CHECK(Stage::accessible(scope)->text(QAccessible::Name) == QStringLiteral("Nytt"));
        CHECK(onWindow(scope).width() == (width < 600 ? width : 560));
        CHECK((onWindow(scope).bottom() == 844) == (width < 600));
    }
}

TEST_CASE("the first focus of a sheet may be a field in it")
{
    Stage stage(QStringLiteral("Button { objectName: 'it'; text: 'Sök'; onActivated: sheet.open() }\n"
                               "BottomSheet { id: sheet; title: 'Sök'; initialFocus: field\n"
                               "SearchField { id: field; label: 'Sök namn' } }"));
    stage.click(stage.item());
    CHECK(firstOf(stage.window().contentItem(), "QQuickTextField")->hasActiveFocus());
}

TEST_CASE("the announcer is an alert that is shown with its words and hidden after")
{
    Stage stage(
        QStringLiteral("Announcer { id: announcer; objectName: 'announcer' }\n"
                       "function tell(words: string) { announcer.say(words) }\nfunction quiet() { announcer.hush() }"));
    CHECK(stage.root()->childItems().first()->isVisible() == false);
    QMetaObject::invokeMethod(stage.root(), "tell", Q_ARG(QString, QStringLiteral("Fråga 5 av 10")));
    auto *announcer = stage.item(QStringLiteral("announcer"));
    CHECK(Stage::accessible(announcer)->role() == QAccessible::AlertMessage);
    CHECK(Stage::accessible(announcer)->text(QAccessible::Name) == QStringLiteral("Fråga 5 av 10"));
    QMetaObject::invokeMethod(stage.root(), "quiet");
    CHECK_FALSE(announcer->isVisible());
}

TEST_CASE("the same words are announced again")
{
    Stage stage(
        QStringLiteral("Announcer { id: announcer; objectName: 'announcer'; onVisibleChanged: stage.acts += visible }\n"
                       "function tell(words: string) { announcer.say(words) }"));
    for (int time = 0; time < 2; ++time)
        QMetaObject::invokeMethod(stage.root(), "tell", Q_ARG(QString, QStringLiteral("Sparat här")));
    CHECK(stage.acts() == 2);
}

TEST_CASE("the bar folds as soon as a word no longer fits, and its menu leads to the same places")
{
    Stage stage(QStringLiteral(
        "ListModel { id: places\nListElement { text: 'I dag'; iconName: 'calendar-check'; badge: '' }\n"
        "ListElement { text: 'Vägledning'; iconName: 'book-open'; badge: '3' } }\n"
        "NavBar { objectName: 'bar'; width: 390; height: implicitHeight; places: places; currentText: 'I dag'; "
        "onChosen: index => stage.heard += index; onMainActivated: stage.acts += 1 }"));
    stage.click(withText(stage.root(), QStringLiteral("Vägledning")));
    CHECK(stage.heard() == QStringLiteral("1"));
    stage.theme().setTextScale(2);
    stage.settle();
    CHECK(stage.item(QStringLiteral("bar"))->property("folded").toBool());
    // One row: where one is stays in the name where it finds no room beside the main act.
    CHECK(stage.item(QStringLiteral("bar"))->height() < 100);
    auto *menu = withText(stage.root(), QStringLiteral("Meny"));
    CHECK(Stage::accessible(menu)->text(QAccessible::Name) == QStringLiteral("Meny: I dag"));
    stage.click(menu);
    stage.click(withText(stage.window().contentItem(), QStringLiteral("I dag")));
    CHECK(stage.heard() == QStringLiteral("10"));
    stage.click(withText(stage.root(), QStringLiteral("Nytt")));
    CHECK(stage.acts() == 1);
}

TEST_CASE("four places and the main act fit on a phone at 100 % and say their badge")
{
    Stage stage(
        QStringLiteral("ListModel { id: places\nListElement { text: 'I dag'; iconName: 'calendar-check'; badge: '' }\n"
                       "ListElement { text: 'Personer'; iconName: 'users'; badge: '' }\n"
                       "ListElement { text: 'Vägledning'; iconName: 'book-open'; badge: '' }\n"
                       "ListElement { text: 'Mer'; iconName: 'menu'; badge: '3' } }\n"
                       "NavBar { objectName: 'bar'; width: 390; height: implicitHeight; places: places }"));
    CHECK_FALSE(stage.item(QStringLiteral("bar"))->property("folded").toBool());
    CHECK(stage.item(QStringLiteral("bar"))->height() == 80);
    auto *more = withText(stage.root(), QStringLiteral("Mer"));
    CHECK(Stage::accessible(more)->text(QAccessible::Name) == QStringLiteral("Mer, 3"));
    auto *main = withText(stage.root(), QStringLiteral("Nytt"));
    CHECK(onWindow(main).width() == 64);
    CHECK(onWindow(main).intersected(onWindow(more)).isEmpty());
}

TEST_CASE("the corner that the shell draws in stays free at every text size")
{
    Stage stage(QStringLiteral(
        "PageHeader { objectName: 'it'; width: 390; height: implicitHeight; title: 'Uppföljning efter LOB'; "
        "subtitle: 'fredag 17 oktober'; cornerWidth: 160; "
        "actions: [ IconButton { iconName: 'search'; text: 'Sök' } ] }"));
    for (const qreal scale : {1.0, 1.5, 2.0}) {
        stage.theme().setTextScale(scale);
        stage.settle();
        const QRectF corner(390 - 8 - 160, 8, 160, 48);
        const auto items = Stage::shown(stage.item());
        for (auto *item : items)
            if (item->inherits("QQuickText") || item->inherits("QQuickAbstractButton"))
                CHECK(onWindow(item).intersected(corner).isEmpty());
    }
}

TEST_CASE("a date under a short title takes the width of the page rather than three lines beside the acts")
{
    const Stage stage(
        QStringLiteral("PageHeader { objectName: 'it'; width: 390; height: implicitHeight; title: 'I dag'; big: true; "
                       "showBack: false; subtitle: 'fredag 17 oktober'; cornerWidth: 176; "
                       "actions: [ IconButton { iconName: 'search'; text: 'Sök' } ] }"));
    const auto items = Stage::shown(stage.item());
    for (const auto *item : items)
        if (item->inherits("QQuickText"))
            CHECK(item->property("lineCount").toInt() == 1);
    CHECK(stage.item()->height() < 90);
}

TEST_CASE("where there is little height the header scrolls with the list of the page")
{
    Stage stage(QStringLiteral(
        "PageFrame { objectName: 'it'; width: 390; height: 800; title: 'Natalia Abrahamsson, 25 år'; bodyList: rows; "
        "subtitle: 'Ärende 2025-0001'; body: LongList { id: rows; objectName: 'rows'; anchors.fill: parent; model: 40; "
        "delegate: Item { width: 100; height: 60 } } }"));
    CHECK_FALSE(stage.item()->property("headerScrolls").toBool());
    stage.item()->setHeight(360);
    stage.theme().setTextScale(2);
    stage.settle();
    REQUIRE(stage.item()->property("headerScrolls").toBool());
    const auto items = Stage::shown(stage.item());
    const auto isTitle = [](const QQuickItem *item) {
        return item->inherits("QQuickText") && item->property("heading").toBool();
    };
    auto *title = *std::ranges::find_if(items, isTitle);
    CHECK(onWindow(title).top() >= 0);
    auto *rows = stage.item(QStringLiteral("rows"));
    CHECK(rows->height() == 360);
    rows->setProperty("contentY", rows->property("contentY").toReal() + 600);
    stage.settle();
    CHECK(onWindow(title).bottom() < 0);
}

TEST_CASE("a page goes back by its button and by Esc, and a place has no back")
{
    for (const bool back : {true, false}) {
        Stage stage(
            QStringLiteral("PageFrame { anchors.fill: parent; title: 'Sida'; showBack: %1; onBack: stage.acts += 1\n"
                           "Button { objectName: 'it'; text: 'Spara' } }")
                .arg(back ? QStringLiteral("true") : QStringLiteral("false")));
        stage.focus(stage.item());
        stage.press(Qt::Key_Escape);
        CHECK(stage.acts() == (back ? 1 : 0));
    }
}

TEST_CASE("a plot shows the same numbers as a table")
{
    Stage stage(QStringLiteral(
        "ListModel { id: zones; ListElement { from: 0; to: 7; numeral: 'I' } ListElement { from: 8; to: 40; numeral: "
        "'II' } }\n"
        "ListModel { id: points; ListElement { value: 22; valueText: '22'; when: 'mars 2025'; shape: 'circle' } "
        "ListElement { value: 8; valueText: '8'; when: 'okt 2025'; shape: 'square' } }\n"
        "ScorePlot { objectName: 'it'; width: 358; title: 'AUDIT'; summary: '14 poäng lägre'; zones: zones; points: "
        "points }"));
    stage.click(withText(stage.root(), QStringLiteral("Visa som tabell")));
    QStringList rows;
    const auto items = Stage::shown(stage.item());
    for (auto *item : items)
        if (item->property("label").isValid())
            rows.append(item->property("label").toString() + QStringLiteral(" = ")
                        + item->property("value").toString());
    CHECK(rows == QStringList{QStringLiteral("mars 2025 = 22"), QStringLiteral("okt 2025 = 8")});
}

TEST_CASE("what has no words takes no room")
{
    for (const auto *form :
         {"StatusStrip { text: '' }", "Banner { text: '' }", "UndoRow { text: '' }", "RuleChip { text: '' }",
          "StateChip { text: '' }", "Fact { text: '' }", "AdviceBox { text: '' }", "TrainingBar { text: '' }"}) {
        INFO(form);
        Stage stage(QString::fromLatin1(form));
        CHECK(Stage::shown(stage.root()).size() == 1);
    }
}

TEST_CASE("the gallery shows every control in every scheme and size without a word from the engine")
{
    static QStringList said;
    const auto previous =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) { said.append(text); });
    {
        Stage stage(QStringLiteral("Gallery { anchors.fill: parent }"));
        said.removeIf([](const QString &text) { return text.contains(QStringLiteral("XDG_RUNTIME_DIR")); });
        using faltakt::controls::Theme;
        for (const auto scheme : {Theme::Light, Theme::Dark, Theme::ContrastLight, Theme::ContrastDark})
            for (const qreal scale : {1.0, 2.0}) {
                stage.theme().setScheme(scheme);
                stage.theme().setTextScale(scale);
                stage.settle();
            }
        stage.resize({1280, 800});
        stage.resize({844, 390});
    }
    qInstallMessageHandler(previous);
    INFO(said.join(QLatin1Char('\n')).toStdString());
    CHECK(said.isEmpty());
}

TEST_CASE("a rule among the chips of a row is as high as they are and still a target of 48 px")
{
    Stage stage(QStringLiteral(
        "AgendaRow { y: 60; width: 358; text: 'Mira S.'; secondary: 'Besluta'; when: 'Senast i dag'; "
        "onActivated: stage.heard = 'row'\nRuleButton { objectName: 'it'; dense: true; text: 'Lag: SoL 20:2'; "
        "tone: 'law'; onActivated: stage.acts += 1 } }"));
    CHECK(stage.item()->height() == 24);
    for (const qreal reach : {-11.0, 12.0, 35.0})
        CHECK(stage.item()->contains({10, reach}));
    CHECK_FALSE(stage.item()->contains({10, -13}));
    stage.click(stage.item());
    CHECK(stage.acts() == 1);
    CHECK(stage.heard().isEmpty());
}

TEST_CASE("a sheet stands on the lower edge also when it grows while it is open")
{
    Stage stage(
        QStringLiteral("property int lines: 2\nButton { objectName: 'it'; text: 'Nytt'; onActivated: sheet.open() }\n"
                       "BottomSheet { id: sheet; title: 'Nytt'; Repeater { model: stage.lines; OutcomeButton { "
                       "objectName: 'line'; Layout.fillWidth: true; iconName: 'phone'; text: 'Kontakt' } } }"));
    stage.click(stage.item());
    for (const int lines : {2, 6, 40, 3}) {
        stage.root()->setProperty("lines", lines);
        stage.settle();
        auto *scope = stage.item(QStringLiteral("line"));
        while (scope && !scope->inherits("QQuickFocusScope"))
            scope = scope->parentItem();
        REQUIRE(scope);
        CHECK(onWindow(scope).bottom() == 844);
        CHECK(onWindow(scope).height() <= 844 * 0.9);
    }
}

TEST_CASE("nothing is marked as scrolling where all can be seen")
{
    for (const int rows : {1, 30}) {
        Stage stage(QStringLiteral("PageFrame { anchors.fill: parent; title: 'Sida'; Repeater { model: %1; "
                                   "OutcomeButton { Layout.fillWidth: true; iconName: 'phone'; text: 'Rad' } } }")
                        .arg(rows));
        int marks = 0;
        const auto items = Stage::shown(stage.root());
        for (const auto *item : items)
            marks += item->inherits("QQuickScrollBar");
        CHECK(marks == (rows > 1 ? 1 : 0));
    }
}
