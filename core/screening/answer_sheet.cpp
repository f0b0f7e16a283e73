#include "core/screening/answer_sheet.h"

#include <algorithm>

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;
using base::json::Object;
using base::json::Value;

namespace {

constexpr std::size_t MaxRowIdBytes = 24;
// Two devices may each have filled a group: what they wrote together is read all the same.
constexpr std::size_t MaxRowsRead = 4 * MaxOccurrences;

bool isRowId(std::string_view id)
{
    return !id.empty() && id.size() <= MaxRowIdBytes && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

/// "<group>.<row>/<linkId>"; the row is empty for a question that is asked once.
struct KeyParts {
    std::string_view group;
    std::string_view row;
    std::string_view linkId;
};

KeyParts splitKey(std::string_view key)
{
    const std::size_t slash = key.find('/');
    if (slash == std::string_view::npos)
        return {{}, {}, key};
    const std::string_view occurrence = key.substr(0, slash);
    const std::size_t dot = occurrence.rfind('.');
    if (dot == std::string_view::npos)
        return {occurrence, {}, key.substr(slash + 1)};
    return {occurrence.substr(0, dot), occurrence.substr(dot + 1), key.substr(slash + 1)};
}

} // namespace

AnswerSheet::AnswerSheet(QuestionnairePointer questionnaire)
    : m_questionnaire(std::move(questionnaire)), m_answers(m_questionnaire->questions().size()),
      m_rows(m_questionnaire->repeats().size())
{
}

const std::optional<Answer> &AnswerSheet::at(const Place &place) const
{
    if (!place.row)
        return m_answers[place.question];
    const std::size_t repeat = *m_questionnaire->questions()[place.question].repeat;
    return m_rows[repeat][*place.row].answers[place.question - m_questionnaire->repeats()[repeat].firstQuestion];
}

void AnswerSheet::set(const Place &place, std::optional<Answer> answer)
{
    if (!place.row) {
        m_answers[place.question] = std::move(answer);
        return;
    }
    const std::size_t repeat = *m_questionnaire->questions()[place.question].repeat;
    const std::size_t offset = place.question - m_questionnaire->repeats()[repeat].firstQuestion;
    m_rows[repeat][*place.row].answers[offset] = std::move(answer);
}

std::vector<Place> AnswerSheet::places() const
{
    std::vector<Place> places;
    const auto &questions = m_questionnaire->questions();
    places.reserve(questions.size());
    for (std::size_t i = 0; i < questions.size();) {
        if (!questions[i].repeat) {
            places.push_back({i++, std::nullopt});
            continue;
        }
        const RepeatingGroup &group = m_questionnaire->repeats()[*questions[i].repeat];
        for (std::size_t row = 0; row < rowCount(*questions[i].repeat); ++row)
            for (std::size_t k = 0; k < group.questionCount; ++k)
                places.push_back({group.firstQuestion + k, row});
        i = group.firstQuestion + group.questionCount;
    }
    return places;
}

std::string AnswerSheet::key(const Place &place) const
{
    const Question &question = m_questionnaire->questions()[place.question];
    if (!place.row)
        return question.linkId;
    const std::string &group = m_questionnaire->nodes()[m_questionnaire->repeats()[*question.repeat].node].linkId;
    return group + "." + rowId(*question.repeat, *place.row) + "/" + question.linkId;
}

std::optional<Place> AnswerSheet::findPlace(std::string_view key) const
{
    const KeyParts parts = splitKey(key);
    const auto question = m_questionnaire->findQuestion(parts.linkId);
    if (!question)
        return std::nullopt;
    const auto repeat = m_questionnaire->questions()[*question].repeat;
    if (!repeat)
        return parts.group.empty() ? std::optional(Place{*question, std::nullopt}) : std::nullopt;
    if (m_questionnaire->nodes()[m_questionnaire->repeats()[*repeat].node].linkId != parts.group)
        return std::nullopt;
    const auto row = findRow(*repeat, parts.row);
    return row ? std::optional(Place{*question, row}) : std::nullopt;
}

std::optional<std::size_t> AnswerSheet::findRow(std::size_t repeat, std::string_view id) const
{
    const auto found = std::ranges::find(m_rows[repeat], id, &Row::id);
    return found == m_rows[repeat].end() ? std::nullopt : std::optional(std::size_t(found - m_rows[repeat].begin()));
}

Result<std::size_t> AnswerSheet::addRow(std::size_t repeat, std::string_view id)
{
    if (findRow(repeat, id))
        return base::fail(ErrorCode::AlreadyExists, "a row with this id");
    return insertRow(repeat, id, m_questionnaire->repeats()[repeat].maxOccurs);
}

Result<std::size_t> AnswerSheet::insertRow(std::size_t repeat, std::string_view id, std::size_t most)
{
    if (!isRowId(id))
        return base::fail(ErrorCode::InvalidInput, "a row's id is 1 to 24 of a-z, 0-9 and '-'");
    std::vector<Row> &rows = m_rows[repeat];
    if (rows.size() >= most)
        return base::fail(ErrorCode::TooLarge, "the group takes " + std::to_string(most) + " rows");
    const auto at = std::ranges::lower_bound(rows, id, {}, &Row::id);
    const std::size_t count = m_questionnaire->repeats()[repeat].questionCount;
    const auto inserted = rows.insert(at, Row{std::string(id), std::vector<std::optional<Answer>>(count)});
    return std::size_t(inserted - rows.begin());
}

void AnswerSheet::removeRow(std::size_t repeat, std::size_t row)
{
    m_rows[repeat].erase(m_rows[repeat].begin() + std::ptrdiff_t(row));
}

Result<Place> AnswerSheet::ensurePlace(std::string_view key, std::size_t mostRows)
{
    if (const auto place = findPlace(key))
        return *place;
    const KeyParts parts = splitKey(key);
    const auto question = m_questionnaire->findQuestion(parts.linkId);
    const auto repeat = m_questionnaire->findRepeat(parts.group);
    if (!question || !repeat || m_questionnaire->questions()[*question].repeat != repeat)
        return base::fail(ErrorCode::InvalidInput, "answers: an item that " + m_questionnaire->id() + " has not");
    TRY(const std::size_t row, insertRow(*repeat, parts.row, mostRows));
    return Place{*question, row};
}

Result<AnswerSheet> AnswerSheet::fromInput(QuestionnairePointer questionnaire, const Value &answers)
{
    const Object *object = answers.object();
    if (!object)
        return base::fail(ErrorCode::InvalidInput, "answers: not an object of item and value");
    AnswerSheet sheet(std::move(questionnaire));
    for (const auto &[key, value] : *object) {
        TRY(const Place place, sheet.ensurePlace(key, MaxOccurrences));
        TRY(auto answer, answerFromInput(sheet.questionnaire().questions()[place.question], value));
        sheet.set(place, std::move(answer));
    }
    return sheet;
}

AnswerSheet::Stored AnswerSheet::fromStored(QuestionnairePointer questionnaire, const Object &answers)
{
    Stored stored{AnswerSheet(std::move(questionnaire)), {}};
    const auto take = [&stored](const std::string &key, const Value &value) -> Result<void> {
        const auto index = stored.sheet.questionnaire().findQuestion(splitKey(key).linkId);
        if (!index)
            return base::fail(ErrorCode::InvalidInput, "no such question");
        TRY(auto answer, answerFromStored(stored.sheet.questionnaire().questions()[*index], value));
        // An answer that was taken away makes no row.
        if (!answer && !stored.sheet.findPlace(key))
            return {};
        TRY(const Place place, stored.sheet.ensurePlace(key, MaxRowsRead));
        stored.sheet.set(place, std::move(answer));
        return {};
    };
    for (const auto &[key, value] : answers)
        if (!take(key, value))
            stored.unreadable.push_back(key);
    return stored;
}

} // namespace faltakt::screening
