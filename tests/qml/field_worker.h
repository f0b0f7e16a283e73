#pragma once

#include "tests/support/app_harness.h"

namespace faltakt::test {

/// How somebody works the app: with a finger, or through a screen reader, which presses without touching.
enum class Hand { Finger, Reader };

/// Somebody who does the main job in the app under test. Main thread.
class FieldWorker {
public:
    FieldWorker(AppHarness &app, Hand hand) : m_app(app), m_hand(hand) {}

    /// What is named so, or begins with these words; lists are scrolled to it.
    void press(const QString &name);
    void pressAll(const QStringList &names);
    /// "Ring" on the row of I dag that asks for this person's next attempt.
    void ringFromToday(base::CaseId caseId);
    /// One answer to the question in sight, by its place from 0; waits until it hears and until the next one stands.
    void answer(int option);
    /// Until the result may be shown; how many answers it took.
    int answerAll(int option);

private:
    AppHarness &m_app;
    Hand m_hand;
};

/// Somebody whose name may be shown and whose next attempt stands on I dag: a report of this morning, so that it is the first
/// of three.
struct NewReport {
    std::chrono::hours age{4};
    bool dangerSign = false;
};
[[nodiscard]] base::CaseId someoneToRing(AppHarness &app, const NewReport &report = {});
/// How many unfinished forms of that name are kept.
[[nodiscard]] std::size_t formCount(AppHarness &app, std::string_view name);
/// Somebody whose name may be shown and whose case is open; `place` counts from 0.
[[nodiscard]] store::CaseRow somebody(AppHarness &app, std::size_t place = 0);
[[nodiscard]] std::vector<store::RecordView> recordsOf(AppHarness &app, base::CaseId caseId, std::string_view kind);
[[nodiscard]] std::vector<store::CaseStore::Scratch> scratchesOf(AppHarness &app);
[[nodiscard]] std::vector<store::ConflictRow> conflictsOf(AppHarness &app);

} // namespace faltakt::test
