#pragma once

#include "core/screening/calculations.h"
#include "core/screening/score.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::screening {

/// "Question n of total", both counted among the open questions of the talk, or among the interviewer's own while one of
/// these is shown; n is from 1. At the end n is total.
struct Progress {
    std::size_t number = 0;
    std::size_t total = 0;
};

/// What the caller must write durably before it shows the next question: one field of the assessment record.
/// A null value unsets the field.
struct AnswerChange {
    std::string field;
    base::json::Value value;
};

/// One interview over a compiled questionnaire: which question is shown, what an answer leads to, where one comes
/// back. A pure state machine: no storage, no clock; the caller stores each AnswerChange. Not thread-safe; a value, so
/// that several drafts may be under way side by side.
///
/// Questions are named by their key (AnswerSheet::key): the link id, and within a repeating group also its row. Every
/// answer moves on to the next open question that is not handled, first after the answered one, then from the top; with
/// none left the interview is at its end. The interviewer's own questions come after all others, out of sight of the
/// person. Questions that an answer closes keep their answers, which do not count and count again when they open again.
/// Refused, unknown and not relevant handle a question like any answer. A repeating group without rows asks nothing.
/// A question may be passed over: it stays without an answer and does not come again by itself.
class InterviewSession {
public:
    /// A fresh interview, or one taken up again from the answers stored: at the question named, or at the first open
    /// question that is not handled. InvalidInput where the question named does not exist; a closed one is passed over.
    [[nodiscard]] static base::Result<InterviewSession> start(AnswerSheet answers, SkipRule skipRule,
                                                              std::optional<std::string_view> at = std::nullopt);

    /// The question to show; nullptr when every open question is handled and none is being changed.
    [[nodiscard]] const Question *current() const noexcept;
    /// Where it is asked, and its key; empty at the end.
    [[nodiscard]] std::optional<Place> currentPlace() const;
    [[nodiscard]] std::string currentKey() const;
    [[nodiscard]] bool isFinished() const noexcept { return !m_current; }

    /// Answers the question and moves on. NotFound for an unknown item, Refused for one that is closed, InvalidInput for
    /// an answer that the question does not take (answer_check.h says why).
    [[nodiscard]] base::Result<AnswerChange> answer(std::string_view key, const Answer &answer);
    [[nodiscard]] base::Result<AnswerChange> refuse(std::string_view key) { return answer(key, Answer::refused()); }
    [[nodiscard]] base::Result<AnswerChange> unknown(std::string_view key) { return answer(key, Answer::unknown()); }
    /// Takes the answer away and shows the question.
    [[nodiscard]] base::Result<AnswerChange> unset(std::string_view key);

    /// Adds a row to the repeating group with that link id and shows its first open question. NotFound, Refused where
    /// the group is closed, and what AnswerSheet::addRow says. Nothing is stored before a question of it is answered.
    [[nodiscard]] base::Result<void> addRow(std::string_view group, std::string_view id);
    /// Takes a row away with its answers: what to write, one change for each. Goes on as after an answer.
    [[nodiscard]] base::Result<std::vector<AnswerChange>> removeRow(std::string_view group, std::string_view id);

    /// Shows the open question before the current one (from the end: the last one); false at the first.
    bool back() noexcept;
    /// Shows a question to change it. NotFound, Refused as answer().
    [[nodiscard]] base::Result<void> goTo(std::string_view key);
    /// Leaves the question as it is and shows the next open one that is not handled; the same one where it is alone.
    void forward() noexcept;

    using Keys = std::set<std::string, std::less<>>;
    /// Passes a question over and, where it is the one shown, moves on as after an answer. Nothing is stored by it. The key
    /// may be any other, too: the caller's mark that a repeating group was shown.
    void pass(const std::string &key);
    /// What was passed over before the interview was taken up again; the place stays where it is unless it is one of them.
    void setPassed(Keys keys);
    [[nodiscard]] const Keys &passed() const noexcept { return m_passed; }
    /// Keys of the open questions that were neither handled nor passed over.
    [[nodiscard]] std::vector<std::string> unhandled() const;

    [[nodiscard]] Progress progress() const noexcept { return progressAt(m_current); }
    /// The open question before the current one, to which back() would go, and its number; nullopt at the first.
    struct Previous {
        Place place;
        std::size_t number = 0;
    };
    [[nodiscard]] std::optional<Previous> previous() const noexcept;
    /// Of a question that is asked once.
    [[nodiscard]] bool isOpen(std::size_t question) const { return m_open.isOpen({question, std::nullopt}); }
    [[nodiscard]] const OpenItems &openItems() const noexcept { return m_open; }
    [[nodiscard]] const AnswerSheet &answers() const noexcept { return m_answers; }
    [[nodiscard]] SkipRule skipRule() const noexcept { return m_skipRule; }

    /// The value so far of the calculated item with that link id, as Calculations::value. NotFound.
    [[nodiscard]] base::Result<base::json::Value> calculated(std::string_view linkId);
    /// What the answers have cost: for tests, whatever the machine.
    [[nodiscard]] const Calculations &calculations() const noexcept { return m_calculations; }

private:
    InterviewSession(AnswerSheet answers, SkipRule skipRule);
    [[nodiscard]] base::Result<std::size_t> findOpen(std::string_view key) const;
    [[nodiscard]] base::Result<std::size_t> findGroup(std::string_view linkId) const;
    [[nodiscard]] std::optional<std::size_t> nextUnhandled(std::size_t after) const noexcept;
    [[nodiscard]] std::optional<std::size_t> indexBefore() const noexcept;
    [[nodiscard]] Progress progressAt(std::optional<std::size_t> index) const noexcept;
    [[nodiscard]] const Place &placeAt(std::size_t index) const { return m_places[index]; }
    void listPlaces();
    void markPassed();
    void take(const Place &place, std::optional<Answer> answer);
    void rowsChanged();

    AnswerSheet m_answers;
    SkipRule m_skipRule;
    OpenItems m_open;
    Calculations m_calculations;
    std::vector<Place> m_places; ///< In the order in which they are asked.
    Keys m_passed;
    std::vector<bool> m_isPassed;         ///< By index into m_places.
    std::optional<std::size_t> m_current; ///< Index into m_places.
};

} // namespace faltakt::screening
