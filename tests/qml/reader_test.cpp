// What a screen reader finds in the window's own tree: while a sheet lies open the sheet alone, and all of it afterwards.
#include "tests/qml/app_states.h"
#include "tests/support/catch.h"
#include "tests/support/scene_items.h"

using namespace faltakt;
using namespace faltakt::test;

namespace {

struct Found {
    QStringList inSheets;
    QStringList behind;
};

bool isInSheet(const QQuickItem *item)
{
    for (const QQuickItem *each = item; each; each = each->parentItem())
        if (each->inherits("QQuickPopupItem"))
            return true;
    return false;
}

/// Everything with a name that the tree of the window leads to.
void collect(QAccessibleInterface *interface, Found &found)
{
    for (int index = 0; index < interface->childCount(); ++index) {
        QAccessibleInterface *child = interface->child(index);
        auto *item = child ? qobject_cast<QQuickItem *>(child->object()) : nullptr;
        if (!item || child->state().invisible)
            continue;
        if (const QString name = child->text(QAccessible::Name); !name.isEmpty())
            (isInSheet(item) ? found.inSheets : found.behind) += name;
        collect(child, found);
    }
}

Found readTree(AppHarness &app)
{
    Found found;
    collect(QAccessible::queryAccessibleInterface(&app.window()), found);
    return found;
}

} // namespace

TEST_CASE("behind an open sheet a reader finds nothing, and everything again when it has closed")
{
    AppHarness app;
    protectSomebody(app);
    int sheets = 0;
    visitEveryScreen(app, [&](const QString &name) {
        const Found open = readTree(app);
        INFO("screen " << name.toStdString() << ": " << open.behind.join(QStringLiteral(" | ")).toStdString());
        if (open.inSheets.isEmpty()) {
            CHECK(open.behind.size() > 2);
            return;
        }
        ++sheets;
        CHECK(open.behind.isEmpty());
        app.key(Qt::Key_Escape);
        const Found closed = readTree(app);
        CHECK(closed.inSheets.isEmpty());
        CHECK(closed.behind.size() > 2);
    });
    CHECK(sheets >= 8);
}

TEST_CASE("of two sheets a reader finds the upper one alone, then the lower one")
{
    AppHarness app;
    app.app().openNew();
    app.settle();
    app.app().openEmergency();
    app.settle();
    Found found = readTree(app);
    CHECK(found.inSheets.contains(QStringLiteral("Akut")));
    CHECK_FALSE(found.inSheets.contains(QStringLiteral("Kontakt")));
    app.key(Qt::Key_Escape);
    found = readTree(app);
    CHECK(found.inSheets.contains(QStringLiteral("Kontakt")));
    CHECK(found.behind.isEmpty());
}
