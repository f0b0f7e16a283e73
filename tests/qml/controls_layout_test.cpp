// Text wraps instead of being cut, bars and rows make room, and the focus is never hidden.
#include "qml/controls/plot_line.h"
#include "tests/qml/stage.h"
#include "tests/support/catch.h"

using faltakt::test::Stage;

namespace {

constexpr auto Long = "Ansvarsförbindelse vid kontraktsvård";

/// Controls at the full width of a phone's column, each with the long words wherever words may stand. %1 is they.
const std::vector<const char *> LongForms = {
    "Button { text: '%1'; iconName: 'phone' }",
    "Button { text: '%1'; compact: true; kind: 'primary' }",
    "LinkButton { text: '%1'; iconName: 'undo-2' }",
    "OutcomeButton { text: '%1'; note: '%1'; iconName: 'phone' }",
    "AnswerButton { text: '%1' }",
    "AnswerButton { text: '%1'; large: true }",
    "ChoiceChip { text: '%1'; chosen: true }",
    "CheckChip { text: '%1'; iconName: 'phone' }",
    "SwitchRow { text: '%1'; note: '%1' }",
    "CheckRow { text: '%1'; note: '%1' }",
    "RuleChip { text: '%1'; tone: 'law' }",
    "RuleButton { text: '%1'; tone: 'guideline' }",
    "StateChip { text: '%1'; tone: 'offline' }",
    "Fact { text: '%1'; iconName: 'users' }",
    "Card { title: '%1' }",
    "ListRow { text: '%1'; secondary: '%1'; trailing: '%1'; iconName: 'user' }",
    "AgendaRow { text: '%1'; secondary: '%1'; when: '%1'; iconName: 'phone'; RuleChip { text: '%1'; tone: 'law' } }",
    "TimelineEntry { text: '%1'; time: '13:07'; body: 'Pågår'; iconName: 'phone'; stateText: '%1' }",
    "SectionHeading { text: '%1'; count: '12' }",
    "LabelValue { label: '%1'; value: '%1' }",
    "PhoneRow { number: '070-174 06 05'; note: '%1'; secondary: '%1' }",
    "AttemptDots { done: 1; count: 3; text: '%1'; note: '%1' }",
    "StatusStrip { text: '%1' }",
    "Banner { title: '%1'; text: '%1'; tone: 'conflict'; actionText: '%1'; secondaryText: '%1' }",
    "AdviceBox { text: '%1' }",
    "UndoRow { text: '%1' }",
    "TrainingBar { text: '%1' }",
    "EmptyState { text: '%1'; actionText: '%1' }",
    "ErrorState { text: '%1' }",
    "TextField { label: '%1'; help: '%1'; error: '%1' }",
    "TextArea { label: '%1'; help: '%1'; error: '%1' }",
    "ChipGroup { title: '%1'; names: ['%1', 'Ja']; note: '%1'; error: '%1' }",
    "RadioList { title: '%1'; names: ['%1', 'Ja']; error: '%1' }",
    "SelectRow { title: '%1'; names: ['%1']; currentIndex: 0 }",
    "Tabs { names: ['%1', 'Person'] }",
    "PageHeader { title: '%1'; subtitle: '%1'; backText: '%1'; backWords: true }",
};

void checkNothingIsCut(QQuickItem *control)
{
    const auto items = Stage::shown(control);
    for (auto *item : items) {
        if (!item->inherits("QQuickText"))
            continue;
        INFO("text: " << item->property("text").toString().toStdString());
        CHECK_FALSE(item->property("truncated").toBool());
        const QRectF words(0, 0, item->property("contentWidth").toReal(), item->property("contentHeight").toReal());
        const QRectF seen = item->mapRectToItem(control, words);
        CHECK(words.width() <= item->width() + 1);
        CHECK(seen.left() >= -1);
        CHECK(seen.right() <= control->width() + 1);
        CHECK(seen.top() >= -1);
        CHECK(seen.bottom() <= control->height() + 1);
    }
}

QString columnOf(int count, const QString &piece)
{
    return QStringLiteral("PageFrame { id: page; objectName: 'page'; anchors.fill: parent; title: 'Sida'; "
                          "bar: [ Button { objectName: 'save'; text: 'Spara'; compact: true } ]\n"
                          "Repeater { model: %1; %2 } }")
        .arg(count)
        .arg(piece);
}

QRectF onWindow(QQuickItem *item) { return item->mapRectToScene(QRectF(0, 0, item->width(), item->height())); }

} // namespace

TEST_CASE("long words are not cut at any text size on a phone")
{
    for (const auto *form : LongForms) {
        INFO(form);
        const auto body = QString::fromUtf8(form).replace(QStringLiteral("%1"), QString::fromUtf8(Long));
        auto named = body;
        named.insert(named.indexOf(QLatin1Char('{')) + 1,
                     QStringLiteral(" objectName: 'it'; width: 358; height: implicitHeight; "));
        Stage stage(named, {390, 2400});
        for (const qreal scale : {1.0, 1.3, 1.5, 2.0}) {
            INFO("text size " << scale);
            stage.theme().setTextScale(scale);
            stage.settle();
            checkNothingIsCut(stage.item());
        }
    }
}

TEST_CASE("a wrapping row makes a line for what does not fit and never grows wider than it is")
{
    Stage stage(QStringLiteral("FlowRow { objectName: 'it'; width: 200; spacing: 8\n"
                               "Rectangle { objectName: 'a'; implicitWidth: 90; implicitHeight: 20 }\n"
                               "Rectangle { objectName: 'b'; implicitWidth: 102; implicitHeight: 30 }\n"
                               "Rectangle { objectName: 'c'; implicitWidth: 500; implicitHeight: 10 }\n"
                               "Rectangle { visible: false; implicitWidth: 90; implicitHeight: 90 } }"));
    CHECK(stage.item(QStringLiteral("a"))->position() == QPointF(0, 5));
    CHECK(stage.item(QStringLiteral("b"))->position() == QPointF(98, 0));
    CHECK(stage.item(QStringLiteral("c"))->position() == QPointF(0, 38));
    CHECK(stage.item(QStringLiteral("c"))->width() == 200);
    CHECK(stage.item()->implicitHeight() == 48);
}

TEST_CASE("a stretched row shares its whole width")
{
    Stage stage(QStringLiteral("FlowRow { objectName: 'it'; width: 208; stretch: true\n"
                               "Rectangle { objectName: 'a'; implicitWidth: 50; implicitHeight: 20 }\n"
                               "Rectangle { objectName: 'b'; implicitWidth: 100; implicitHeight: 30 } }"));
    CHECK(stage.item(QStringLiteral("a"))->width() == 75);
    CHECK(stage.item(QStringLiteral("b"))->width() == 125);
    CHECK(stage.item(QStringLiteral("a"))->height() == 30);
}

TEST_CASE("a wrapping row follows children that come, go and grow")
{
    Stage stage(QStringLiteral("property int number: 1; property bool wide: false\n"
                               "FlowRow { objectName: 'it'; width: 100\n"
                               "Repeater { model: stage.number; Rectangle { implicitWidth: stage.wide ? 90 : 40; "
                               "implicitHeight: 20 } } }"));
    CHECK(stage.item()->implicitHeight() == 20);
    stage.root()->setProperty("number", 3);
    stage.settle();
    CHECK(stage.item()->implicitHeight() == 48);
    stage.root()->setProperty("wide", true);
    stage.settle();
    CHECK(stage.item()->implicitHeight() == 76);
    stage.root()->setProperty("number", 2);
    stage.settle();
    CHECK(stage.item()->implicitHeight() == 48);
}

TEST_CASE("whatever gets the focus is scrolled clear of the bar")
{
    for (const qreal scale : {1.0, 2.0}) {
        Stage stage(
            columnOf(30, QStringLiteral("OutcomeButton { required property int index; objectName: 'row' + index; "
                                        "Layout.fillWidth: true; iconName: 'phone'; text: 'Rad ' + index }")));
        stage.theme().setTextScale(scale);
        stage.settle();
        for (const int index : {29, 12, 0, 17}) {
            auto *row = stage.item(QStringLiteral("row%1").arg(index));
            stage.focus(row);
            CHECK(onWindow(row).bottom() <= onWindow(stage.item(QStringLiteral("save"))).top());
            CHECK(onWindow(row).top() >= 0);
        }
    }
}

TEST_CASE("a bar that would take a third of the height goes to the end of the page")
{
    Stage stage(columnOf(3, QStringLiteral("AppText { text: 'Rad' }")), {390, 844});
    CHECK_FALSE(stage.item(QStringLiteral("page"))->property("barScrolls").toBool());
    stage.resize({390, 150});
    CHECK(stage.item(QStringLiteral("page"))->property("barScrolls").toBool());
}

TEST_CASE("the side column stands beside the page when there is room, else below it")
{
    Stage stage(QStringLiteral("PageFrame { objectName: 'page'; anchors.fill: parent; title: 'Johan Ek'\n"
                               "side: [ Card { objectName: 'side'; title: 'Nästa steg' } ]\n"
                               "Card { objectName: 'main'; title: 'Tidslinje' } }"),
                {864, 800});
    CHECK(onWindow(stage.item(QStringLiteral("side"))).left() >= onWindow(stage.item(QStringLiteral("main"))).right());
    CHECK(stage.item(QStringLiteral("side"))->width() == 296);
    stage.resize({390, 800});
    CHECK(onWindow(stage.item(QStringLiteral("side"))).top() >= onWindow(stage.item(QStringLiteral("main"))).bottom());
    CHECK(stage.item(QStringLiteral("side"))->width() == 358);
}

TEST_CASE("a body fills what header and bar leave")
{
    Stage stage(
        QStringLiteral("PageFrame { anchors.fill: parent; title: 'Personer'; body: Rectangle { objectName: 'list'; "
                       "anchors.fill: parent }\nbar: [ Button { objectName: 'save'; text: 'Spara' } ] }"));
    const auto list = onWindow(stage.item(QStringLiteral("list")));
    CHECK(list.width() == 390);
    CHECK(list.height() > 600);
    CHECK(list.bottom() <= onWindow(stage.item(QStringLiteral("save"))).top());
}

TEST_CASE("tabs become one choice when the words no longer fit")
{
    Stage stage(
        QStringLiteral("Tabs { objectName: 'it'; width: 358; names: ['Tidslinje', 'Person', 'Planer', 'Resultat']; "
                       "onChosen: index => stage.acts = index }"));
    CHECK_FALSE(stage.item()->property("folded").toBool());
    stage.theme().setTextScale(1.5);
    stage.settle();
    CHECK(stage.item()->property("folded").toBool());
}

TEST_CASE("the line of a plot joins its values from left to right")
{
    Stage stage(QStringLiteral("ListModel { id: values; ListElement { value: 0 } ListElement { value: 40 } "
                               "ListElement { value: 10 } }\nPlotLine { objectName: 'it'; width: 100; height: 80; "
                               "points: values; minimum: 0; maximum: 40 }"));
    const auto *plot = qobject_cast<faltakt::controls::PlotLine *>(stage.item());
    REQUIRE(plot);
    CHECK(plot->line() == QPolygonF({{0, 80}, {50, 0}, {100, 60}}));
}

TEST_CASE("a column stands without gap or overlap whatever its children grow to")
{
    Stage stage(QStringLiteral("PageFrame { anchors.fill: parent; title: 'Sida'\n"
                               "ColumnLayout { objectName: 'group'; Layout.fillWidth: true; spacing: 16; %1 } }")
                    .arg(QStringLiteral("Banner { text: 'Ansvarsförbindelse vid kontraktsvård'; title: 'Två "
                                        "versioner'; actionText: 'Visa' }\n")
                             .repeated(9)));
    for (const qreal scale : {1.0, 2.0, 1.3}) {
        stage.theme().setTextScale(scale);
        stage.settle();
        qreal bottom = -16;
        const auto banners = stage.item(QStringLiteral("group"))->childItems();
        for (const auto *banner : banners) {
            CHECK(banner->y() == bottom + 16);
            CHECK(banner->height() == banner->implicitHeight());
            bottom = banner->y() + banner->height();
        }
    }
}

TEST_CASE("a column heeds the wishes that its children attach")
{
    Stage stage(QStringLiteral(
        "property real gap: 4\nFillColumn { objectName: 'it'; width: 200; spacing: 10\n"
        "Rectangle { objectName: 'a'; implicitWidth: 50; implicitHeight: 20; Layout.alignment: Qt.AlignHCenter }\n"
        "Rectangle { objectName: 'b'; implicitWidth: 50; implicitHeight: 20; Layout.fillWidth: true; Layout.topMargin: "
        "stage.gap; "
        "Layout.leftMargin: 8 }\n"
        "Rectangle { objectName: 'c'; implicitWidth: 500; implicitHeight: 20; Layout.preferredHeight: 30 }\n"
        "Item { height: 7 }\n"
        "Rectangle { objectName: 'd'; implicitWidth: 90; implicitHeight: 20; Layout.maximumWidth: 40; "
        "Layout.alignment: Qt.AlignRight } }"));
    const auto place = [&stage](const char *name) {
        const auto *item = stage.item(QLatin1String(name));
        return QRectF(item->position(), item->size());
    };
    CHECK(place("a") == QRectF(75, 0, 50, 20));
    CHECK(place("b") == QRectF(8, 34, 192, 20));
    CHECK(place("c") == QRectF(0, 64, 200, 30));
    CHECK(place("d") == QRectF(160, 121, 40, 20));
    CHECK(stage.item()->implicitHeight() == 141);
    stage.root()->setProperty("gap", 14);
    stage.settle();
    CHECK(place("b").top() == 44);
    CHECK(stage.item()->implicitHeight() == 151);
}

TEST_CASE("a moved row of a model moves on the screen")
{
    Stage stage(QStringLiteral("ListModel { id: rows; ListElement { name: 'a' } ListElement { name: 'b' } }\n"
                               "function swap() { rows.move(0, 1, 1) }\nFillColumn { width: 100; spacing: 0\n"
                               "Repeater { model: rows; Rectangle { required property string name; objectName: name; "
                               "implicitWidth: 10; implicitHeight: 20 } } }"));
    CHECK(stage.item(QStringLiteral("a"))->y() == 0);
    QMetaObject::invokeMethod(stage.root(), "swap");
    stage.settle();
    CHECK(stage.item(QStringLiteral("a"))->y() == 20);
    CHECK(stage.item(QStringLiteral("b"))->y() == 0);
}

TEST_CASE("nothing in the gallery lies over its neighbour at any text size")
{
    for (const int part : {1, 2, 3}) {
        Stage stage(QStringLiteral("Gallery { anchors.fill: parent; part: %1 }").arg(part));
        for (const qreal scale : {1.0, 1.5, 2.0}) {
            stage.theme().setTextScale(scale);
            stage.settle();
            const auto items = Stage::shown(stage.root());
            for (auto *column : items) {
                if (!column->inherits("faltakt::controls::FillColumn"))
                    continue;
                qreal bottom = 0;
                const auto children = column->childItems();
                for (const auto *child : children) {
                    if (!child->isVisible() || child->height() <= 0)
                        continue;
                    INFO(child->metaObject()->className());
                    CHECK(child->y() >= bottom);
                    CHECK(child->height() >= child->implicitHeight());
                    bottom = child->y() + child->height();
                }
            }
        }
    }
}
