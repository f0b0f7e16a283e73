#include "qml/viewmodels/interview/row_stops.h"

namespace faltakt::viewmodels {

using screening::InterviewSession;
using screening::Place;
using screening::Question;
using screening::RepeatingGroup;

namespace {

const screening::Questionnaire &formOf(const InterviewSession &session) { return session.answers().questionnaire(); }

std::optional<Place> openFrom(const InterviewSession &session, std::size_t repeat, std::size_t row, std::size_t first)
{
    const RepeatingGroup &group = formOf(session).repeats()[repeat];
    for (std::size_t i = first; i < group.firstQuestion + group.questionCount; ++i)
        if (const Place place{i, row}; session.openItems().isOpen(place))
            return place;
    return std::nullopt;
}

} // namespace

const std::string &groupKey(const InterviewSession &session, std::size_t repeat)
{
    return formOf(session).nodes()[formOf(session).repeats()[repeat].node].linkId;
}

std::optional<std::size_t> dueRows(const InterviewSession &session)
{
    const Question *current = session.current();
    if (current && current->repeat)
        return std::nullopt;
    const auto &repeats = formOf(session).repeats();
    for (std::size_t i = 0; i < repeats.size(); ++i) {
        const bool isReached = !current || current->isInterviewers || repeats[i].node < current->node;
        if (isReached && session.openItems().isNodeOpen(repeats[i].node)
            && !session.passed().contains(groupKey(session, i)))
            return i;
    }
    return std::nullopt;
}

std::optional<std::size_t> rowsBefore(const InterviewSession &session)
{
    const Question *current = session.current();
    if (current && current->repeat)
        return std::nullopt;
    InterviewSession copy = session;
    while (copy.back() && copy.current()->repeat) {}
    const Question *before = copy.current() == current || copy.current()->repeat ? nullptr : copy.current();
    std::optional<std::size_t> found;
    const auto &repeats = formOf(session).repeats();
    for (std::size_t i = 0; i < repeats.size(); ++i) {
        const bool isAfter = !before || (!before->isInterviewers && before->node < repeats[i].node);
        const bool isBefore = !current || current->isInterviewers || repeats[i].node < current->node;
        if (isAfter && isBefore && session.openItems().isNodeOpen(repeats[i].node))
            found = i;
    }
    return found;
}

bool isOver(const InterviewSession &session) { return session.isFinished() && !dueRows(session); }

std::optional<Place> nextInRow(const InterviewSession &session, const Place &place)
{
    return openFrom(session, *formOf(session).questions()[place.question].repeat, *place.row, place.question + 1);
}

std::optional<Place> firstInRow(const InterviewSession &session, std::size_t repeat, std::size_t row)
{
    return openFrom(session, repeat, row, formOf(session).repeats()[repeat].firstQuestion);
}

} // namespace faltakt::viewmodels
