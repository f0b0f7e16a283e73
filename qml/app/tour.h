#pragma once

#include "qml/app/composition.h"

#include <QDir>
#include <QTimer>

#include <functional>
#include <vector>

namespace faltakt::app {

/// One picture's frame: window size, theme, text size, language.
struct Look {
    QString name;
    QSize size;
    viewmodels::AppSettings::Scheme scheme = viewmodels::AppSettings::Scheme::Light;
    qreal textScale = 1.0;
    QString language = QStringLiteral("sv");
};

/// One screen to be shown: how the app gets there from the place "I dag" of a training device, and its name.
struct Scene {
    QString name;
    std::function<void(Composition &)> go;
    bool isLocked = false; ///< Shown without the store: it is left locked, or hidden, by the scene before.
};

/// Every screen of the app, in the order of a day's work.
[[nodiscard]] std::vector<Scene> tourScenes();
[[nodiscard]] std::vector<Look> tourLooks();
/// Takes the device out of a person's hands without a passphrase: for those who go from scene to scene.
void leaveSealed(Composition &composition);

/// Walks through the scenes in one look and writes a picture of each, or only loads them (the self-test). Drives itself by
/// timers; the window is never waited for in place. Main thread.
class Tour final : public QObject {
    Q_OBJECT
public:
    Tour(Composition &composition, std::vector<Scene> scenes, Look look, std::optional<QDir> folder,
         crypto::SecretBytes passphrase);

    void start();

Q_SIGNALS:
    /// With the number of screens shown; 0 pictures where one could not be written.
    void finished(int shown, bool failed);

private:
    void next();
    void show();
    /// At the start, and after the scenes that lock.
    void unlockThenShow();
    void showWhenUncovered();
    void waitUntilSettled();
    void take();
    [[nodiscard]] bool isSettled() const;

    Composition &m_composition;
    std::vector<Scene> m_scenes;
    Look m_look;
    std::optional<QDir> m_folder;
    crypto::SecretBytes m_passphrase;
    std::size_t m_scene = 0;
    int m_calmRounds = 0;
    int m_waitedRounds = 0;
    int m_shown = 0;
    bool m_failed = false;
    QTimer m_timer;
};

} // namespace faltakt::app
