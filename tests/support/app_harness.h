#pragma once

#include "core/base/clock.h"
#include "platform/fake/fake_code_scanner.h"
#include "platform/fake/fake_network.h"
#include "platform/fake/fake_notifier.h"
#include "platform/fake/fake_photo_shelf.h"
#include "platform/fake/fake_voice.h"
#include "qml/app/composition.h"
#include "qml/app/training.h"

#include <QAccessible>
#include <QQuickItem>
#include <QTemporaryDir>

#include <memory>

namespace faltakt::test {

/// The one application object of a test program, offscreen and drawn by software.
void ensureApplication();

/// How the app under test begins.
struct HarnessPlan {
    QSize size{390, 844};
    qreal textScale = 1.0;
    QString language = QStringLiteral("sv");
    viewmodels::AppSettings::Scheme scheme = viewmodels::AppSettings::Scheme::Light;
    app::TrainingPlan caseload = {};
    /// Otherwise an empty device that waits for enrol().
    bool isTraining = true;
    bool unlocks = true;
    std::chrono::milliseconds triesWithoutNetwork = std::chrono::minutes(2);
    platform::Notifier *notifier = nullptr; ///< In the stead of one that shows nothing.
};

/// The whole app in this process, on a training device in a temporary folder, drawn without a display, at a moment that
/// stands still (Friday 17 October 2025, 13:07 in Sweden). Elements are found by role and accessible name as a person or a
/// reader would find them, and worked with real events. Fails the test where something is not to be found, not enabled,
/// out of sight or covered. Main thread.
class AppHarness {
public:
    explicit AppHarness(const HarnessPlan &plan = {});
    ~AppHarness();

    [[nodiscard]] app::Composition &composition() { return *m_composition; }
    [[nodiscard]] viewmodels::AppViewModel &app() { return m_composition->app(); }
    [[nodiscard]] base::ManualClock &clock() { return m_clock; }
    /// The camera of the device, which sees what it is given.
    [[nodiscard]] platform::FakeCodeScanner &camera() { return m_camera; }
    /// The network that the device is on, of which nothing is known at first.
    [[nodiscard]] platform::FakeNetwork &network() { return m_network; }
    /// The photos that lie on the device; none at first.
    [[nodiscard]] platform::FakePhotoShelf &photos() { return m_photos; }
    /// The device's voice, which has no language at first.
    [[nodiscard]] platform::FakeVoice &voice() { return m_voice; }
    /// Where reminders would be seen.
    [[nodiscard]] platform::FakeNotifier &notifier() { return m_notifier; }
    [[nodiscard]] QQuickWindow &window() { return *m_composition->window(); }
    [[nodiscard]] const QString dataFolder() const { return m_folder.path(); }

    /// Until the store thread is idle, the page on top has loaded and nothing moves.
    void settle();

    /// After a change of the window or the text that reads nothing anew: until every item has its place.
    void layOut();

    /// Everything in sight that readers know, in the order of drawing.
    [[nodiscard]] QList<QQuickItem *> elements();
    /// In sight, of that role, with a name that begins with these words; nullptr where there is none.
    [[nodiscard]] QQuickItem *find(QAccessible::Role role, const QString &name);
    /// The same whatever the role, as long as it can be pressed; a name that is just these words goes before one that only
    /// begins so.
    [[nodiscard]] QQuickItem *findPressable(const QString &name);
    /// The same, with the lists in sight scrolled as far as it takes: rows far down are not made before.
    [[nodiscard]] QQuickItem *reach(const QString &name);
    /// Every word in sight or said by a reader, and the window's title.
    [[nodiscard]] QStringList words();
    /// True where these words stand on the screen, as text or in a name.
    [[nodiscard]] bool shows(const QString &words);
    /// What stands in the fields of the window, also in those that are not shown.
    [[nodiscard]] QStringList fieldTexts();
    [[nodiscard]] static QString nameOf(QQuickItem *item);

    /// A tap with a finger: scrolled into sight, enabled, uncovered at its centre, pressed and released there.
    void tap(const QString &name);
    void tap(QQuickItem *item);
    /// As a screen reader presses it.
    void pressByReader(const QString &name);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);
    [[nodiscard]] int taps() const noexcept { return m_taps; }
    void countTapsAnew() noexcept { m_taps = 0; }
    [[nodiscard]] QQuickItem *focused();

    void unlock();
    /// Makes the empty device a worker's, at a server that answers, and unlocks it.
    void enrol(const std::string &code);
    /// Everything in memory is gone at once, as after kill -9 (nothing is closed or sealed), and the app is started anew on
    /// what the disk holds; locked.
    void killAndRestart();

    /// Work on the store thread, waited for.
    template <typename T>
    [[nodiscard]] base::Result<T> inStore(viewmodels::Workspace::Work<T> work)
    {
        std::optional<base::Result<T>> answer;
        QObject context;
        composition().workspace().write<T>(&context, std::move(work),
                                           [&](base::Result<T> result) { answer = std::move(result); });
        waitFor([&] { return answer.has_value(); });
        return std::move(*answer);
    }
    void waitFor(const std::function<bool()> &condition);

    /// What is wrong with the texts in sight: cut off, outside the window, or lying over one another.
    [[nodiscard]] QStringList textFaults();
    void savePicture(const QString &file);

private:
    [[nodiscard]] viewmodels::WorkspaceSetup setup() const;
    void start(const HarnessPlan &plan);
    void bringIntoSight(QQuickItem *item);
    [[nodiscard]] bool isUncovered(QQuickItem *item, QPointF at);

    base::ManualClock m_clock;
    crypto::SystemRandom m_random;
    QTemporaryDir m_folder;
    std::filesystem::path m_data;
    HarnessPlan m_plan;
    platform::FakeCodeScanner m_camera;
    platform::FakeNetwork m_network;
    platform::FakePhotoShelf m_photos;
    platform::FakeVoice m_voice;
    platform::FakeNotifier m_notifier;
    std::unique_ptr<app::Composition> m_composition;
    int m_taps = 0;
    int m_restarts = 0;
};

} // namespace faltakt::test
