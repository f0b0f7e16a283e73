#include "tests/support/app_harness.h"

#include "tests/support/catch.h"
#include "tests/support/scene_items.h"

#include <QGuiApplication>
#include <QTest>

namespace faltakt::test {

namespace {

constexpr int PatienceMs = 20'000;

base::Instant startOfTest() { return base::parseInstant("2025-10-17T11:07:00Z").value(); }

} // namespace

void ensureApplication()
{
    static int count = 1;
    static char name[] = "faltakt";
    static char *arguments[] = {name, nullptr};
    if (QGuiApplication::instance())
        return;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    // Kept compiled QML of another build, whose types were others, crashes.
    qputenv("QML_DISABLE_DISK_CACHE", "1");
    // Kept to the end of the process: the scene graph's own statics go after anything that could be destroyed here.
    static auto *const application = new QGuiApplication(count, arguments);
    static_cast<void>(application);
}

AppHarness::AppHarness(const HarnessPlan &plan) : m_clock(startOfTest()), m_plan(plan)
{
    ensureApplication();
    m_data = m_folder.path().toStdString() + "/0";
    std::filesystem::create_directories(m_data);
    if (plan.isTraining) {
        const auto made = app::makeTrainingDevice(setup(), plan.caseload);
        INFO((made ? std::string() : made.error().toString()));
        REQUIRE(made.has_value());
    }
    start(plan);
}

AppHarness::~AppHarness() = default;

viewmodels::WorkspaceSetup AppHarness::setup() const
{
    viewmodels::WorkspaceSetup setup{m_data, m_clock, m_clock, const_cast<crypto::SystemRandom &>(m_random)};
    setup.isTraining = m_plan.isTraining;
    setup.triesWithoutNetwork = m_plan.triesWithoutNetwork;
    setup.kdfFloor = crypto::KdfCost::forTests();
    setup.kdfCost = crypto::KdfCost::forTests();
    return setup;
}

void AppHarness::start(const HarnessPlan &plan)
{
    m_composition =
        std::make_unique<app::Composition>(setup(), app::StandIns{&m_camera, &m_network, &m_photos, &m_voice,
                                                                  plan.notifier ? plan.notifier : &m_notifier});
    viewmodels::AppSettings &settings = m_composition->settings();
    settings.setLanguage(plan.language);
    settings.setScheme(plan.scheme);
    settings.setTextScale(plan.textScale);
    settings.setReducedMotion(true);
    REQUIRE(m_composition->loadWindow());
    window().resize(plan.size);
    REQUIRE(QTest::qWaitForWindowExposed(&window()));
    if (plan.unlocks)
        unlock();
    settle();
}

void AppHarness::waitFor(const std::function<bool()> &condition) { REQUIRE(QTest::qWaitFor(condition, PatienceMs)); }

void AppHarness::unlock()
{
    bool answered = false;
    QObject context;
    m_composition->workspace().unlock(crypto::SecretBytes::copyOf(base::bytesOf(app::TrainingPassphrase)), &context,
                                      [&](const base::Result<void> &opened) {
                                          INFO((opened ? std::string() : opened.error().toString()));
                                          REQUIRE(opened.has_value());
                                          answered = true;
                                      });
    waitFor([&] { return answered; });
    settle();
}

void AppHarness::enrol(const std::string &code)
{
    const auto parsed = protocol::EnrolmentCode::parse(code);
    REQUIRE(parsed.has_value());
    std::optional<base::Result<void>> enrolled;
    QObject context;
    m_composition->workspace().enrol(*parsed, crypto::SecretBytes::copyOf(base::bytesOf(app::TrainingPassphrase)),
                                     &context, [&](const base::Result<void> &result) { enrolled = result; });
    waitFor([&] { return enrolled.has_value(); });
    INFO((*enrolled ? std::string() : enrolled->error().toString()));
    REQUIRE(enrolled->has_value());
    settle();
}

void AppHarness::settle()
{
    // Work leads to work: an answer may open a page, which asks the store again.
    for (int round = 0; round < 3; ++round) {
        bool idle = false;
        QObject context;
        m_composition->workspace().keep<int>(
            &context, [](viewmodels::OpenStore &) { return base::Result<int>(0); },
            [&](const base::Result<int> &) { idle = true; });
        waitFor([&] { return idle; });
        QTest::qWait(20);
    }
    const bool isOpen = m_composition->workspace().state() == viewmodels::Workspace::State::Open;
    waitFor([&] { return !isOpen || !app().navigator()->top() || !app().navigator()->top()->isLoading(); });
    for (int pass = 0; pass < 2; ++pass)
        window().grabWindow();
}

void AppHarness::layOut()
{
    // A size that changes while things are placed leads to another round, and lists make their further rows in between.
    constexpr int CalmRounds = 3;
    constexpr int MostRounds = 100;
    constexpr int RoundMs = 2;
    QList<QRectF> places;
    for (int calm = 0, round = 0; calm < CalmRounds && round < MostRounds; ++round) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, RoundMs);
        window().grabWindow();
        QList<QRectF> now;
        for (QQuickItem *item : itemsInSight(window()))
            now.append(item->mapRectToScene(item->boundingRect()));
        calm = now == places ? calm + 1 : 0;
        places = std::move(now);
    }
}

QList<QQuickItem *> AppHarness::elements()
{
    QList<QQuickItem *> named;
    for (QQuickItem *item : itemsInSight(window())) {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(item);
        if (interface && interface->role() != QAccessible::NoRole && interface->role() != QAccessible::Client
            && !interface->state().invisible && !interface->text(QAccessible::Name).isEmpty())
            named.append(item);
    }
    return named;
}

QStringList AppHarness::fieldTexts()
{
    QStringList texts;
    QList<QQuickItem *> items{window().contentItem()};
    while (!items.isEmpty()) {
        QQuickItem *item = items.takeFirst();
        if (item->inherits("QQuickTextEdit") || item->inherits("QQuickTextInput"))
            texts += item->property("text").toString();
        items += item->childItems();
    }
    return texts;
}

QString AppHarness::nameOf(QQuickItem *item)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(item);
    return interface ? interface->text(QAccessible::Name) : QString();
}

QQuickItem *AppHarness::find(QAccessible::Role role, const QString &name)
{
    for (QQuickItem *item : elements())
        if (QAccessible::queryAccessibleInterface(item)->role() == role && nameOf(item).startsWith(name))
            return item;
    return nullptr;
}

QQuickItem *AppHarness::findPressable(const QString &name)
{
    // What lies on top is meant where a sheet repeats the words of the page below.
    const QList<QQuickItem *> all = elements();
    QQuickItem *beginning = nullptr;
    for (auto item = all.crbegin(); item != all.crend(); ++item) {
        QAccessibleActionInterface *actions = QAccessible::queryAccessibleInterface(*item)->actionInterface();
        if (!actions || !actions->actionNames().contains(QAccessibleActionInterface::pressAction()))
            continue;
        if (nameOf(*item) == name)
            return *item;
        if (!beginning && nameOf(*item).startsWith(name))
            beginning = *item;
    }
    return beginning;
}

QQuickItem *AppHarness::reach(const QString &name)
{
    if (QQuickItem *item = findPressable(name))
        return item;
    for (QQuickItem *list : itemsInSight(window())) {
        if (!list->inherits("QQuickListView"))
            continue;
        const qreal start = list->property("originY").toReal() - list->property("topMargin").toReal();
        for (qreal y = start;; y += list->height() * 0.7) {
            const qreal end = list->property("originY").toReal() + list->property("contentHeight").toReal()
                              + list->property("bottomMargin").toReal() - list->height();
            list->setProperty("contentY", std::clamp(y, start, std::max(start, end)));
            window().grabWindow();
            if (QQuickItem *item = findPressable(name))
                return item;
            if (y >= end)
                break;
        }
        list->setProperty("contentY", start);
    }
    return nullptr;
}

QStringList AppHarness::words()
{
    QStringList words{window().title()};
    for (QQuickItem *item : itemsInSight(window())) {
        words += item->property("text").toString();
        if (QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(item))
            for (const QAccessible::Text kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
                words += interface->text(kind);
    }
    words.removeAll(QString());
    words.removeDuplicates();
    return words;
}

bool AppHarness::shows(const QString &words)
{
    const QList<QQuickItem *> items = itemsInSight(window());
    return std::ranges::any_of(items, [&](QQuickItem *item) {
        return item->property("text").toString().contains(words) || nameOf(item).contains(words);
    });
}

void AppHarness::tap(const QString &name)
{
    QQuickItem *item = reach(name);
    if (!item) {
        QStringList there;
        for (QQuickItem *each : elements())
            there += nameOf(each);
        INFO("in sight: " << there.join(QStringLiteral(" | ")).toStdString());
        FAIL("nothing to press is named '" << name.toStdString() << "'");
    }
    tap(item);
}

void AppHarness::bringIntoSight(QQuickItem *item)
{
    for (QQuickItem *parent = item->parentItem(); parent; parent = parent->parentItem()) {
        if (!parent->inherits("QQuickFlickable"))
            continue;
        const QRectF place = item->mapRectToItem(parent, item->boundingRect());
        const qreal contentY = parent->property("contentY").toReal();
        if (place.top() < 0)
            parent->setProperty("contentY", contentY + place.top());
        else if (place.bottom() > parent->height())
            parent->setProperty("contentY", contentY + std::min(place.bottom() - parent->height(), place.top()));
    }
    window().grabWindow();
}

bool AppHarness::isUncovered(QQuickItem *item, QPointF at)
{
    QQuickItem *hit = pointerTargetAt(window(), at);
    for (QQuickItem *each = hit; each; each = each->parentItem())
        if (each == item)
            return true;
    return false;
}

void AppHarness::tap(QQuickItem *item)
{
    INFO("tapping '" << nameOf(item).toStdString() << "'");
    REQUIRE(item->isEnabled());
    bringIntoSight(item);
    const QPointF centre = item->mapToScene(item->boundingRect().center());
    REQUIRE(QRectF(QPointF(), window().size()).contains(centre));
    QQuickItem *over = pointerTargetAt(window(), centre);
    INFO("covered by " << (over ? over->metaObject()->className() : "nothing"));
    REQUIRE(isUncovered(item, centre));
    ++m_taps;
    QTest::mouseClick(&window(), Qt::LeftButton, Qt::NoModifier, centre.toPoint());
    settle();
}

void AppHarness::pressByReader(const QString &name)
{
    QQuickItem *item = reach(name);
    INFO("looking for '" << name.toStdString() << "'");
    REQUIRE(item);
    QAccessible::queryAccessibleInterface(item)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    settle();
}

void AppHarness::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&window(), key, modifiers);
    settle();
}

void AppHarness::type(const QString &text)
{
    for (const QChar letter : text)
        QTest::sendKeyEvent(QTest::Click, &window(), Qt::Key_unknown, QString(letter), Qt::NoModifier);
    settle();
}

QQuickItem *AppHarness::focused() { return window().activeFocusItem(); }

void AppHarness::killAndRestart()
{
    // The disk as it is this moment is all that a killed process leaves; the closing of the old store works on the old
    // folder and comes too late for the copy.
    const std::filesystem::path left = m_folder.path().toStdString() + "/" + std::to_string(++m_restarts);
    std::filesystem::copy(m_data, left, std::filesystem::copy_options::recursive);
    m_composition.reset();
    m_data = left;
    HarnessPlan plan = m_plan;
    plan.unlocks = false;
    start(plan);
}

QStringList AppHarness::textFaults() { return textFaultsIn(window()); }

void AppHarness::savePicture(const QString &file) { REQUIRE(window().grabWindow().save(file)); }

} // namespace faltakt::test
