#include "tests/bench/app_bench.h"

#include "qml/viewmodels/interview/interview_view_model.h"
#include "tests/support/scene_items.h"

#include <QAccessible>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QProcess>
#include <QTest>
#include <QTimer>

#include <cstdio>
#include <cstdlib>

namespace faltakt::bench {

using viewmodels::OpenStore;
using viewmodels::Router;
using viewmodels::Workspace;

namespace {

constexpr int PatienceMs = 120'000;
/// Nothing drawn for so long: everything has come to rest.
constexpr int CalmMs = 250;
/// A fling: the fastest that a finger gives, in pixels a picture, losing a steady part of it with each.
constexpr qreal FlingStep = 110;
constexpr qreal FlingFriction = 0.97;
constexpr qreal SlowestStep = 2;

viewmodels::WorkspaceSetup setupFor(const QString &folder, const base::SystemClock &clock,
                                    const base::SystemMonotonicClock &monotonic, crypto::SystemRandom &random)
{
    viewmodels::WorkspaceSetup setup{folder.toStdString(), clock, monotonic, random};
    setup.isTraining = true;
    // The key's derivation is not what is measured here.
    setup.kdfFloor = crypto::KdfCost::forTests();
    setup.kdfCost = crypto::KdfCost::forTests();
    return setup;
}

crypto::SecretBytes passphrase() { return crypto::SecretBytes::copyOf(base::bytesOf(app::TrainingPassphrase)); }

} // namespace

void giveUp(const std::string &words)
{
    std::fprintf(stderr, "faltakt-bench: %s\n", words.c_str());
    std::exit(1);
}

base::Result<void> makeDevice(const QString &folder, const BenchPlan &plan)
{
    const base::SystemClock clock;
    const base::SystemMonotonicClock monotonic;
    crypto::SystemRandom random;
    app::TrainingPlan caseload;
    caseload.people = plan.people;
    caseload.workers = 1;
    caseload.longFileEntries = plan.timelineEntries;
    return app::makeTrainingDevice(setupFor(folder, clock, monotonic, random), caseload);
}

AppBench::AppBench(const BenchPlan &plan)
{
    QStringList words = plan.words;
    words << QStringLiteral("--make") << m_folder.path();
    QProcess maker;
    maker.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    maker.start(QCoreApplication::applicationFilePath(), words);
    if (!maker.waitForFinished(PatienceMs) || maker.exitCode() != 0)
        giveUp("no training device was made");
    m_composition = std::make_unique<app::Composition>(setupFor(m_folder.path(), m_clock, m_monotonic, m_random));
    m_composition->settings().setReducedMotion(false);
    if (!m_composition->loadWindow())
        giveUp("the window does not load");
    if (!QTest::qWaitForWindowExposed(&window(), PatienceMs))
        giveUp("the window is not shown");
    m_meter = std::make_unique<FrameMeter>(window());
}

AppBench::~AppBench() = default;

void AppBench::waitFor(const char *what, const std::function<bool()> &condition)
{
    // QTest::qWaitFor sleeps ten milliseconds between two looks, which is more than some of what is measured takes.
    constexpr std::chrono::milliseconds AnotherLook{20};
    QDeadlineTimer late(PatienceMs);
    QTimer heart;
    heart.start(AnotherLook);
    while (!condition()) {
        if (late.hasExpired())
            giveUp(std::string("waited in vain for ") + what);
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

void AppBench::settle()
{
    std::size_t seen = 0;
    QElapsedTimer calm;
    calm.start();
    waitFor("the page to come to rest", [&] {
        const viewmodels::PageViewModel *top = composition().app().navigator()->top();
        const bool isOpen = composition().workspace().state() == Workspace::State::Open;
        if (meter().frames() != seen || (isOpen && top && top->isLoading())) {
            seen = meter().frames();
            calm.restart();
        }
        return calm.hasExpired(CalmMs);
    });
}

void AppBench::waitForPicture()
{
    waitFor("the page", [this] { return !composition().app().navigator()->top()->isLoading(); });
    const std::size_t before = meter().frames();
    window().update();
    waitFor("its picture", [&] { return meter().frames() > before; });
}

Span AppBench::unlock()
{
    const Stopwatch stopwatch;
    bool opened = false;
    composition().workspace().unlock(passphrase(), &window(), [&opened](const base::Result<void> &result) {
        if (!result)
            giveUp("the training device does not open: " + result.error().toString());
        opened = true;
    });
    waitFor("the store to open", [&opened] { return opened; });
    waitForPicture();
    const Span needed = stopwatch.elapsed();
    settle();
    return needed;
}

void AppBench::lock()
{
    composition().app().lockNow();
    waitFor("the lock", [this] { return composition().workspace().state() == Workspace::State::Locked; });
    settle();
}

void AppBench::goTo(Router::Place place)
{
    composition().app().goTo(place);
    settle();
}

base::CaseId AppBench::longestFile()
{
    if (m_longest)
        return *m_longest;
    composition().workspace().read<base::CaseId>(
        &window(),
        [](OpenStore &store) -> base::Result<base::CaseId> {
            TRY(const auto rows, store.cases.cases());
            base::CaseId longest;
            std::size_t most = 0;
            for (const store::CaseRow &row : rows) {
                TRY(const auto records, store.cases.recordsOfCase(row.caseId));
                if (records.size() > std::exchange(most, std::max(most, records.size())))
                    longest = row.caseId;
            }
            return longest;
        },
        [this](const base::Result<base::CaseId> &found) {
            if (!found)
                giveUp("no file: " + found.error().toString());
            m_longest = *found;
        });
    waitFor("the longest file", [this] { return m_longest.has_value(); });
    return *m_longest;
}

Span AppBench::openLongestFile()
{
    const base::CaseId caseId = longestFile();
    goTo(Router::Place::People);
    const Stopwatch stopwatch;
    composition().app().openPerson(caseId);
    waitForPicture();
    const Span needed = stopwatch.elapsed();
    settle();
    return needed;
}

QQuickItem *AppBench::longestList()
{
    QQuickItem *longest = nullptr;
    qreal most = 0;
    for (QQuickItem *item : test::itemsInSight(window())) {
        if (!item->inherits("QQuickFlickable"))
            continue;
        const qreal length = item->property("contentHeight").toReal() - item->height();
        if (length > most) {
            most = length;
            longest = item;
        }
    }
    return longest;
}

void AppBench::flingList(int flings)
{
    QQuickItem *list = longestList();
    if (!list)
        giveUp("there is nothing to scroll on this page");
    meter().restart();
    qreal direction = 1;
    for (int fling = 0; fling < flings; ++fling)
        for (qreal step = FlingStep; step > SlowestStep; step *= FlingFriction)
            if (!moveList(*list, direction * step))
                direction = -direction;
}

bool AppBench::moveList(QQuickItem &list, qreal step)
{
    // The ends of a long list are guesses until it has made its rows.
    const qreal first = list.property("originY").toReal() - list.property("topMargin").toReal();
    const qreal last = list.property("originY").toReal() + list.property("contentHeight").toReal()
                       + list.property("bottomMargin").toReal() - list.height();
    const qreal here = list.property("contentY").toReal();
    const qreal wanted = std::clamp(here + step, first, std::max(first, last));
    if (qFuzzyCompare(wanted, here))
        return false;
    const std::size_t before = meter().frames();
    list.setProperty("contentY", wanted);
    waitFor("a picture of the list as it moves", [&] { return meter().frames() > before; });
    return true;
}

QList<QQuickItem *> AppBench::answers()
{
    QList<QQuickItem *> found;
    for (QQuickItem *item : test::itemsInSight(window())) {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(item);
        if (interface && interface->role() == QAccessible::RadioButton && !interface->state().invisible)
            found.append(item);
    }
    return found;
}

void AppBench::answerInterview()
{
    viewmodels::AppViewModel &app = composition().app();
    app.openInterview({.instrument = "audit", .caseId = longestFile()});
    settle();
    const auto *interview = app.navigator()->top();
    waitFor("the first question", [this] { return !answers().isEmpty(); });
    meter().restart();
    int given = 0;
    for (; !answers().isEmpty(); ++given) {
        const QList<QQuickItem *> options = answers();
        if (options.size() < 2)
            giveUp("a question without answers to press");
        // Never the first, which would close the questions after it.
        QQuickItem *option = options.at(1 + given % (options.size() - 1));
        const int turn = interview->property("turn").toInt();
        const QPointF centre = option->mapToScene(option->boundingRect().center());
        QTest::mouseClick(&window(), Qt::LeftButton, Qt::NoModifier, centre.toPoint());
        waitFor("the next question", [&] { return interview->property("turn").toInt() != turn; });
        // The next question slides in, and is deaf for a moment to presses that were meant for the one before.
        QTest::qWait(310);
    }
    if (given < 3)
        giveUp("the interview ended after " + std::to_string(given) + " answers");
}

} // namespace faltakt::bench
