#pragma once

#include "core/screening/questionnaire.h"
#include "core/screening/stored_answer.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::screening {

/// One question as it is asked: within a repeating group once for each row. Rows are counted from 0 in the order of
/// their ids.
struct Place {
    std::size_t question = 0;
    std::optional<std::size_t> row;

    bool operator==(const Place &) const = default;
};

/// The answers given so far to one questionnaire. A value; answers to closed questions may be among them: they are
/// kept but do not count while closed.
///
/// A repeating group has rows. A row is known by an id that its maker gave, so that two devices that add rows never
/// collide; ids that begin with the time keep the order in which the rows were made. A row without an answer is
/// nothing that is stored.
class AnswerSheet {
public:
    explicit AnswerSheet(QuestionnairePointer questionnaire);

    /// {"<key>": input, …} as a script writes it. The first item that does not exist or cannot be read is refused with
    /// its number.
    [[nodiscard]] static base::Result<AnswerSheet> fromInput(QuestionnairePointer questionnaire,
                                                             const base::json::Value &answers);

    /// What the reading of a stored assessment gave. Fields that this version of the questionnaire cannot read
    /// (another version wrote them) are listed, not lost: the question counts as not answered.
    struct Stored;
    /// {"<key>": stored form, …}.
    [[nodiscard]] static Stored fromStored(QuestionnairePointer questionnaire, const base::json::Object &answers);

    [[nodiscard]] const Questionnaire &questionnaire() const noexcept { return *m_questionnaire; }
    [[nodiscard]] const QuestionnairePointer &questionnairePointer() const noexcept { return m_questionnaire; }

    /// Of a question that is asked once.
    [[nodiscard]] const std::optional<Answer> &at(std::size_t question) const { return m_answers[question]; }
    void set(std::size_t question, std::optional<Answer> answer) { m_answers[question] = std::move(answer); }
    /// The chosen option; empty where there is no answer, or not one option.
    [[nodiscard]] std::optional<std::size_t> positionAt(std::size_t question) const
    {
        return m_answers[question] ? m_answers[question]->position() : std::nullopt;
    }

    [[nodiscard]] const std::optional<Answer> &at(const Place &place) const;
    void set(const Place &place, std::optional<Answer> answer);

    /// Every question in the order in which they are asked, those of a repeating group for each of its rows.
    [[nodiscard]] std::vector<Place> places() const;
    /// What names a place in fields and in scripts: "<linkId>", or "<group>.<row>/<linkId>".
    [[nodiscard]] std::string key(const Place &place) const;
    /// The place with that key; empty where the question or the row does not exist.
    [[nodiscard]] std::optional<Place> findPlace(std::string_view key) const;

    /// Ids of the rows of a repeating group (an index of Questionnaire::repeats).
    [[nodiscard]] std::size_t rowCount(std::size_t repeat) const { return m_rows[repeat].size(); }
    [[nodiscard]] const std::string &rowId(std::size_t repeat, std::size_t row) const { return m_rows[repeat][row].id; }
    [[nodiscard]] std::optional<std::size_t> findRow(std::size_t repeat, std::string_view id) const;
    /// Where the new row stands. InvalidInput for an id that is not 1 to 24 of a-z, 0-9 and '-'; AlreadyExists;
    /// TooLarge where the group takes no more.
    [[nodiscard]] base::Result<std::size_t> addRow(std::size_t repeat, std::string_view id);
    void removeRow(std::size_t repeat, std::size_t row);

private:
    struct Row {
        std::string id;
        std::vector<std::optional<Answer>> answers; ///< By question of the group, from its first.
    };
    [[nodiscard]] base::Result<std::size_t> insertRow(std::size_t repeat, std::string_view id, std::size_t most);
    /// The place of a key; makes the row where it is not there yet.
    [[nodiscard]] base::Result<Place> ensurePlace(std::string_view key, std::size_t mostRows);

    QuestionnairePointer m_questionnaire;
    std::vector<std::optional<Answer>> m_answers; ///< By question; those of repeating groups stay empty.
    std::vector<std::vector<Row>> m_rows;         ///< By repeating group, in the order of the ids.
};

struct AnswerSheet::Stored {
    AnswerSheet sheet;
    std::vector<std::string> unreadable; ///< Keys.
};

} // namespace faltakt::screening
