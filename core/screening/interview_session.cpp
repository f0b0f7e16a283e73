#include "core/screening/interview_session.h"

#include "core/screening/answer_check.h"

#include <algorithm>

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;

InterviewSession::InterviewSession(AnswerSheet answers, SkipRule skipRule)
    : m_answers(std::move(answers)), m_skipRule(skipRule), m_open(m_answers, skipRule),
      m_calculations(m_answers.questionnaire())
{
    listPlaces();
}

void InterviewSession::listPlaces()
{
    const std::vector<Place> all = m_answers.places();
    const auto &questions = m_answers.questionnaire().questions();
    m_places.clear();
    m_places.reserve(all.size());
    for (const bool isInterviewers : {false, true})
        for (const Place &place : all)
            if (questions[place.question].isInterviewers == isInterviewers)
                m_places.push_back(place);
    markPassed();
}

void InterviewSession::markPassed()
{
    m_isPassed.assign(m_places.size(), false);
    if (m_passed.empty())
        return;
    for (std::size_t i = 0; i < m_places.size(); ++i)
        m_isPassed[i] = m_passed.contains(m_answers.key(placeAt(i)));
}

Result<InterviewSession> InterviewSession::start(AnswerSheet answers, SkipRule skipRule,
                                                 std::optional<std::string_view> at)
{
    InterviewSession session(std::move(answers), skipRule);
    session.m_current = session.nextUnhandled(session.m_places.size() - 1);
    if (!at)
        return session;
    const auto place = session.m_answers.findPlace(*at);
    if (!place)
        return base::fail(ErrorCode::InvalidInput, "the item to resume at is not in the questionnaire");
    const auto index = std::size_t(std::ranges::find(session.m_places, *place) - session.m_places.begin());
    session.m_current = session.m_open.isOpen(*place) ? index : session.nextUnhandled(index);
    return session;
}

const Question *InterviewSession::current() const noexcept
{
    return m_current ? &m_answers.questionnaire().questions()[placeAt(*m_current).question] : nullptr;
}

std::optional<Place> InterviewSession::currentPlace() const
{
    return m_current ? std::optional(placeAt(*m_current)) : std::nullopt;
}

std::string InterviewSession::currentKey() const
{
    return m_current ? m_answers.key(placeAt(*m_current)) : std::string();
}

/// Index into m_places.
Result<std::size_t> InterviewSession::findOpen(std::string_view key) const
{
    const auto place = m_answers.findPlace(key);
    if (!place)
        return base::fail(ErrorCode::NotFound, "no such item in the questionnaire");
    if (!m_open.isOpen(*place))
        return base::fail(ErrorCode::Refused, "item " + m_answers.questionnaire().questions()[place->question].linkId
                                                  + " is skipped by an earlier answer");
    return std::size_t(std::ranges::find(m_places, *place) - m_places.begin());
}

void InterviewSession::take(const Place &place, std::optional<Answer> answer)
{
    m_answers.set(place, std::move(answer));
    const std::vector<std::size_t> turned = m_open.update(m_answers, place);
    m_calculations.touch(place.question, turned);
}

Result<AnswerChange> InterviewSession::answer(std::string_view key, const Answer &answer)
{
    TRY(const std::size_t index, findOpen(key));
    const Place place = placeAt(index);
    const Question &asked = m_answers.questionnaire().questions()[place.question];
    if (const auto problem = findProblem(asked, answer))
        return base::fail(ErrorCode::InvalidInput, "item " + asked.linkId + ": " + problemWords(*problem));
    take(place, answer);
    if (m_isPassed[index]) {
        m_passed.erase(m_passed.find(key));
        m_isPassed[index] = false;
    }
    m_current = nextUnhandled(index);
    return AnswerChange{answerField(m_answers.key(place)), storedAnswer(asked, answer)};
}

Result<AnswerChange> InterviewSession::unset(std::string_view key)
{
    TRY(const std::size_t index, findOpen(key));
    take(placeAt(index), std::nullopt);
    m_current = index;
    return AnswerChange{answerField(key), nullptr};
}

Result<std::size_t> InterviewSession::findGroup(std::string_view linkId) const
{
    const auto repeat = m_answers.questionnaire().findRepeat(linkId);
    if (!repeat)
        return base::fail(ErrorCode::NotFound, "no such repeating group in the questionnaire");
    if (!m_open.isNodeOpen(m_answers.questionnaire().repeats()[*repeat].node))
        return base::fail(ErrorCode::Refused, "the group is skipped by an earlier answer");
    return *repeat;
}

void InterviewSession::rowsChanged()
{
    m_open.rebuild(m_answers);
    m_calculations.touchAll();
    listPlaces();
}

Result<void> InterviewSession::addRow(std::string_view group, std::string_view id)
{
    TRY(const std::size_t repeat, findGroup(group));
    TRY(const std::size_t row, m_answers.addRow(repeat, id));
    rowsChanged();
    const auto isFirstOfRow = [&](const Place &place) {
        return place.row == row && m_answers.questionnaire().questions()[place.question].repeat == repeat
               && m_open.isOpen(place);
    };
    const auto first = std::ranges::find_if(m_places, isFirstOfRow);
    m_current = first == m_places.end() ? nextUnhandled(m_places.size() - 1)
                                        : std::optional(std::size_t(first - m_places.begin()));
    return {};
}

Result<std::vector<AnswerChange>> InterviewSession::removeRow(std::string_view group, std::string_view id)
{
    TRY(const std::size_t repeat, findGroup(group));
    const auto row = m_answers.findRow(repeat, id);
    if (!row)
        return base::fail(ErrorCode::NotFound, "no such row");
    std::vector<AnswerChange> changes;
    const RepeatingGroup &asked = m_answers.questionnaire().repeats()[repeat];
    for (std::size_t i = 0; i < asked.questionCount; ++i) {
        const Place place{asked.firstQuestion + i, row};
        if (m_answers.at(place))
            changes.push_back({answerField(m_answers.key(place)), nullptr});
    }
    m_answers.removeRow(repeat, *row);
    rowsChanged();
    m_current = nextUnhandled(m_places.size() - 1);
    return changes;
}

std::optional<std::size_t> InterviewSession::indexBefore() const noexcept
{
    for (std::size_t i = m_current.value_or(m_places.size()); i > 0; --i)
        if (m_open.isOpen(placeAt(i - 1)))
            return i - 1;
    return std::nullopt;
}

bool InterviewSession::back() noexcept
{
    const auto before = indexBefore();
    if (before)
        m_current = before;
    return before.has_value();
}

std::optional<InterviewSession::Previous> InterviewSession::previous() const noexcept
{
    const auto before = indexBefore();
    if (!before)
        return std::nullopt;
    return Previous{placeAt(*before), progressAt(before).number};
}

Result<void> InterviewSession::goTo(std::string_view key)
{
    TRY(m_current, findOpen(key));
    return {};
}

void InterviewSession::forward() noexcept
{
    if (m_current)
        m_current = nextUnhandled(*m_current);
}

void InterviewSession::pass(const std::string &key)
{
    m_passed.insert(key);
    markPassed();
    if (m_current && m_isPassed[*m_current])
        m_current = nextUnhandled(*m_current);
}

void InterviewSession::setPassed(Keys keys)
{
    m_passed = std::move(keys);
    markPassed();
    if (m_current && m_isPassed[*m_current] && !m_answers.at(placeAt(*m_current)))
        m_current = nextUnhandled(*m_current);
}

std::vector<std::string> InterviewSession::unhandled() const
{
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < m_places.size(); ++i)
        if (m_open.isOpen(placeAt(i)) && !m_answers.at(placeAt(i)) && !m_isPassed[i])
            keys.push_back(m_answers.key(placeAt(i)));
    return keys;
}

Progress InterviewSession::progressAt(std::optional<std::size_t> index) const noexcept
{
    Progress progress;
    const auto &questions = m_answers.questionnaire().questions();
    const Question *shown = index ? &questions[placeAt(*index).question] : nullptr;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (!m_open.isOpen(placeAt(i))
            || (shown && questions[placeAt(i).question].isInterviewers != shown->isInterviewers))
            continue;
        ++progress.total;
        if (!index || i <= *index)
            ++progress.number;
    }
    return progress;
}

std::optional<std::size_t> InterviewSession::nextUnhandled(std::size_t after) const noexcept
{
    for (std::size_t step = 1; step <= m_places.size(); ++step) {
        const std::size_t i = (after + step) % m_places.size();
        if (m_open.isOpen(placeAt(i)) && !m_answers.at(placeAt(i)) && !m_isPassed[i])
            return i;
    }
    return std::nullopt;
}

Result<base::json::Value> InterviewSession::calculated(std::string_view linkId)
{
    const auto calculation = m_answers.questionnaire().findCalculation(linkId);
    if (!calculation)
        return base::fail(ErrorCode::NotFound, "no such calculated item in the questionnaire");
    return m_calculations.value(*calculation, m_answers, m_open);
}

} // namespace faltakt::screening
