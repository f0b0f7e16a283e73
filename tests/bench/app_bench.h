#pragma once

#include "core/base/clock.h"
#include "qml/app/composition.h"
#include "qml/app/training.h"
#include "tests/bench/frame_meter.h"

#include <QQuickItem>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace faltakt::bench {

/// How much is measured.
struct BenchPlan {
    std::size_t people = 5000;
    std::size_t timelineEntries = 2000;
    int flings = 12;
    int interviews = 5;
    int starts = 7;
    std::chrono::seconds idle{5};
    QStringList words; ///< Of the command line that asks for this plan.
};

/// Makes the training device that the plan wants. The benchmark does so in a process of its own, whose memory is not
/// that of the app.
[[nodiscard]] base::Result<void> makeDevice(const QString &folder, const BenchPlan &plan);

/// The whole app in this process on a training device of its own, to be measured. What cannot be measured ends the program
/// with 1 and says why: a figure that was not measured may not be printed. Main thread.
class AppBench {
public:
    explicit AppBench(const BenchPlan &plan);
    ~AppBench();

    [[nodiscard]] app::Composition &composition() { return *m_composition; }
    [[nodiscard]] QQuickWindow &window() { return *m_composition->window(); }
    [[nodiscard]] FrameMeter &meter() { return *m_meter; }
    /// The folder that a further process may open.
    [[nodiscard]] QString dataFolder() const { return m_folder.path(); }

    /// From the passphrase to the first picture of I dag; the key's derivation costs next to nothing here.
    [[nodiscard]] Span unlock();
    void lock();

    /// Until the condition holds.
    void waitFor(const char *what, const std::function<bool()> &condition);
    /// Until the page on top has loaded and nothing has been drawn for a while.
    void settle();

    void goTo(viewmodels::Router::Place place);
    /// The file with the most entries; gives the time from the order to the first picture that shows it.
    [[nodiscard]] Span openLongestFile();

    /// Flings the longest list in sight, one step for each picture; turns at its ends.
    void flingList(int flings);
    /// Answers one AUDIT with real presses, question by question.
    void answerInterview();

private:
    /// Until the page on top has loaded and a picture of it stands.
    void waitForPicture();
    /// By so many pixels, until the picture stands; false where it is at its end.
    [[nodiscard]] bool moveList(QQuickItem &list, qreal step);
    [[nodiscard]] base::CaseId longestFile();
    [[nodiscard]] QQuickItem *longestList();
    [[nodiscard]] QList<QQuickItem *> answers();

    base::SystemClock m_clock;
    base::SystemMonotonicClock m_monotonic;
    crypto::SystemRandom m_random;
    QTemporaryDir m_folder;
    std::unique_ptr<app::Composition> m_composition;
    std::unique_ptr<FrameMeter> m_meter;
    std::optional<base::CaseId> m_longest;
};

/// Says what is wrong and ends the program with 1.
[[noreturn]] void giveUp(const std::string &words);

} // namespace faltakt::bench
