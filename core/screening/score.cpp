#include "core/screening/score.h"

#include <algorithm>
#include <limits>

namespace faltakt::screening {

namespace {

struct Range {
    int min = 0;
    int max = 0;
};

/// Points of an answered question.
int pointsOf(const Question &question, const Answer &answer)
{
    int points = 0;
    for (const std::size_t position : answer.positions())
        points += question.options[position].weight();
    return points;
}

void addEnds(Range &sum, const Question &question, const std::optional<Answer> &given)
{
    sum.min += isMissing(given) ? question.minWeight() : pointsOf(question, *given);
    sum.max += isMissing(given) ? question.maxWeight() : pointsOf(question, *given);
}

/// Tries every combination of the missing gates of a cluster; what hangs on no gate needs only its ends.
class ClusterRange {
public:
    ClusterRange(const AnswerSheet &answers, SkipRule skipRule, const Cluster &cluster)
        : m_questionnaire(&answers.questionnaire()), m_answers(&answers), m_skipRule(skipRule), m_cluster(&cluster),
          m_open(m_questionnaire->nodes().size(), true), m_classOf(m_questionnaire->questions().size())
    {
        for (const std::size_t gate : cluster.gates)
            if (isMissing(answers.at(gate)))
                m_missingGates.push_back(gate);
        for (const std::size_t gate : m_missingGates)
            m_classOf[gate] = 0;
    }

    Range compute()
    {
        Range range{std::numeric_limits<int>::max(), std::numeric_limits<int>::min()};
        do {
            for (const std::size_t node : m_cluster->nodes)
                m_open[node] = decide(m_questionnaire->nodes()[node]);
            const Range trial = sumOfTrial();
            range.min = std::min(range.min, trial.min);
            range.max = std::max(range.max, trial.max);
        } while (nextCombination());
        return range;
    }

private:
    [[nodiscard]] const Question &question(std::size_t index) const { return m_questionnaire->questions()[index]; }
    [[nodiscard]] bool isOpen(std::size_t index) const { return m_open[question(index).node]; }

    [[nodiscard]] bool decide(const Node &node) const
    {
        if (node.parent && !m_open[*node.parent])
            return false;
        bool anyActive = false;
        bool anyHolds = false;
        for (const Condition &condition : node.conditions) {
            if (condition.skipRule && m_skipRule == SkipRule::Off)
                continue;
            anyActive = true;
            if (holds(condition))
                anyHolds = true;
            else if (!node.anySuffices)
                return false;
        }
        return !anyActive || anyHolds;
    }

    [[nodiscard]] bool holds(const Condition &condition) const
    {
        if (!isOpen(condition.question))
            return condition.holds(nullptr);
        if (const auto &tried = m_classOf[condition.question])
            return condition.holdsFor[*tried];
        return condition.holds(&*m_answers->at(condition.question));
    }

    [[nodiscard]] Range sumOfTrial() const
    {
        Range sum;
        for (const std::size_t index : m_cluster->questions) {
            if (!isOpen(index))
                continue;
            if (const auto &tried = m_classOf[index]) {
                sum.min += question(index).classes[*tried].minWeight;
                sum.max += question(index).classes[*tried].maxWeight;
            } else {
                addEnds(sum, question(index), m_answers->at(index));
            }
        }
        return sum;
    }

    bool nextCombination()
    {
        for (const std::size_t gate : m_missingGates) {
            if (++*m_classOf[gate] < question(gate).classes.size())
                return true;
            m_classOf[gate] = 0;
        }
        return false;
    }

    const Questionnaire *m_questionnaire;
    const AnswerSheet *m_answers;
    SkipRule m_skipRule;
    const Cluster *m_cluster;
    std::vector<bool> m_open; // By node. One outside the cluster has no condition on the way down: it stays open.
    std::vector<std::optional<std::size_t>> m_classOf; // by question: what is tried for a missing gate
    std::vector<std::size_t> m_missingGates;
};

Range rangeOf(const AnswerSheet &answers, const OpenItems &open, SkipRule skipRule, const Cluster &cluster)
{
    if (std::ranges::any_of(cluster.gates, [&](std::size_t gate) { return isMissing(answers.at(gate)); }))
        return ClusterRange(answers, skipRule, cluster).compute();
    Range sum;
    for (const std::size_t index : cluster.questions)
        if (open.isOpen({index, std::nullopt}))
            addEnds(sum, answers.questionnaire().questions()[index], answers.at(index));
    return sum;
}

} // namespace

bool isMissing(const std::optional<Answer> &answer) noexcept
{
    return !answer || answer->kind() == Answer::Kind::Refused || answer->kind() == Answer::Kind::Unknown;
}

std::vector<bool> openQuestions(const AnswerSheet &answers, SkipRule skipRule)
{
    const OpenItems open(answers, skipRule);
    std::vector<bool> isOpen(answers.questionnaire().questions().size(), false);
    for (const Place &place : answers.places())
        isOpen[place.question] = isOpen[place.question] || open.isOpen(place);
    return isOpen;
}

std::vector<std::string> unansweredFor(const AnswerSheet &answers, const OpenItems &open,
                                       const Calculation *calculation)
{
    std::vector<std::string> unanswered;
    for (const Place &place : answers.places()) {
        const bool counts = !calculation || std::ranges::binary_search(calculation->inputs, place.question);
        if (counts && open.isOpen(place) && isMissing(answers.at(place)))
            unanswered.push_back(answers.key(place));
    }
    return unanswered;
}

Score sumOfPoints(const AnswerSheet &answers, const OpenItems &open, SkipRule skipRule, const Calculation &sum)
{
    const Questionnaire &questionnaire = answers.questionnaire();
    Score result;
    for (const std::size_t index : sum.questions)
        if (open.isOpen({index, std::nullopt}) && answers.at(index))
            result.known += pointsOf(questionnaire.questions()[index], *answers.at(index));
    result.unanswered = unansweredFor(answers, open, &sum);
    result.complete = result.unanswered.empty();
    if (result.complete) {
        result.min = result.max = result.known;
        return result;
    }
    for (const Cluster &cluster : questionnaire.clusters()) {
        const Range range = rangeOf(answers, open, skipRule, cluster);
        result.min += range.min;
        result.max += range.max;
    }
    return result;
}

Score score(const AnswerSheet &answers, SkipRule skipRule)
{
    const OpenItems open(answers, skipRule);
    const Calculation *main = answers.questionnaire().mainScore();
    if (main && main->isSum())
        return sumOfPoints(answers, open, skipRule, *main);
    Score result;
    result.unanswered = unansweredFor(answers, open, main);
    result.complete = result.unanswered.empty();
    return result;
}

} // namespace faltakt::screening
