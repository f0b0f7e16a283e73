// What the layout tests call a fault, tried on good and bad QML.
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"
#include "tests/support/scene_items.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QTest>

using namespace faltakt::test;

namespace {

QStringList faultsOf(const QByteArray &body)
{
    ensureApplication();
    QQmlEngine engine;
    QQmlComponent component(&engine);
    component.setData("import QtQuick\nItem { width: 300; height: 400\n" + body + "\n}", QUrl());
    INFO(component.errorString().toStdString());
    const std::unique_ptr<QObject> made(component.create());
    auto *root = qobject_cast<QQuickItem *>(made.get());
    REQUIRE(root);
    QQuickWindow window;
    window.resize(300, 400);
    root->setParentItem(window.contentItem());
    window.show();
    REQUIRE(QTest::qWaitForWindowExposed(&window));
    window.grabWindow();
    QStringList faults = textFaultsIn(window);
    root->setParentItem(nullptr);
    return faults;
}

} // namespace

TEST_CASE("texts that fit, wrap, scroll or lie below something opaque are no faults")
{
    const QByteArray body = GENERATE(
        QByteArray("Text { text: 'fits' }"),
        QByteArray("Text { width: 100; wrapMode: Text.Wrap; text: 'many words that go on over several lines' }"),
        QByteArray("Flickable { anchors.fill: parent; contentHeight: 900; Text { y: 800; text: 'further down' } }"),
        QByteArray("Text { text: 'below' } Rectangle { width: 300; height: 400; Text { text: 'above' } }"),
        QByteArray(
            "Item { Accessible.role: Accessible.Button; Accessible.name: 'cut but said whole'; width: 60; height: 30\n"
            "Text { width: 60; elide: Text.ElideRight; text: 'cut but said whole' } }"),
        QByteArray(
            "Flickable { anchors.fill: parent; contentHeight: 900; Text { text: 'partly below something opaque' } }\n"
            "Rectangle { x: 150; width: 150; height: 60; Text { text: 'above' } }"),
        QByteArray("Text { text: 'one' } Text { y: 30; text: 'other' }"));
    const QStringList faults = faultsOf(body);
    INFO(body.toStdString() << "\n" << faults.join(QStringLiteral("\n")).toStdString());
    CHECK(faults.isEmpty());
}

TEST_CASE("a text that is cut off, too large, outside or over another is a fault")
{
    const QByteArray body = GENERATE(
        QByteArray("Text { width: 60; elide: Text.ElideRight; text: 'cut off and said by nobody' }"),
        QByteArray("Text { width: 60; text: 'larger than the place it has' }"),
        QByteArray("Text { width: 60; height: 20; wrapMode: Text.Wrap; text: 'more lines than there is height for' }"),
        QByteArray("Text { x: 260; text: 'goes on beside the window' }"),
        QByteArray("Text { y: 395; text: 'below the window' }"),
        QByteArray("Text { text: 'one' } Text { y: 4; text: 'other' }"),
        QByteArray("Flickable { anchors.fill: parent; contentHeight: 900; Text { text: 'scrolls below the other' } }\n"
                   "Item { x: 50; width: 150; height: 60; Text { text: 'above' } }"),
        QByteArray("Flickable { anchors.fill: parent; contentHeight: 900\n"
                   "Text { y: 800; text: 'one' } Text { y: 804; text: 'other' } }"));
    INFO(body.toStdString());
    CHECK_FALSE(faultsOf(body).isEmpty());
}
