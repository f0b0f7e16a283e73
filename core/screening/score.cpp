#include "core/screening/score.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <span>

namespace faltakt::screening {

namespace {

using Positions = std::vector<std::optional<std::size_t>>; // by question

struct Range {
    int min = 0;
    int max = 0;
};

bool holds(const Condition &condition, const std::optional<std::size_t> &answer)
{
    switch (condition.comparison) {
    case Condition::Operator::Equals: return answer == condition.option;
    case Condition::Operator::NotEquals: return answer != condition.option;
    case Condition::Operator::Exists: return answer.has_value();
    case Condition::Operator::Missing: break;
    }
    return !answer.has_value();
}

/// Decides the given nodes, which come in dependency order; the result is by node.
class Gatekeeper {
public:
    Gatekeeper(const Questionnaire &questionnaire, SkipRule skipRule)
        : m_questionnaire(&questionnaire), m_skipRule(skipRule), m_open(questionnaire.nodes().size(), true)
    {
    }

    void decide(std::span<const std::size_t> nodes, const Positions &positions)
    {
        for (const std::size_t index : nodes) {
            const Node &node = m_questionnaire->nodes()[index];
            m_open[index] = (!node.parent || m_open[*node.parent]) && conditionsHold(node, positions);
        }
    }

    [[nodiscard]] bool isOpen(std::size_t question) const
    {
        return m_open[m_questionnaire->questions()[question].node];
    }

private:
    [[nodiscard]] bool conditionsHold(const Node &node, const Positions &positions) const
    {
        bool anyActive = false;
        bool anyHolds = false;
        for (const Condition &condition : node.conditions) {
            if (condition.skipRule && m_skipRule == SkipRule::Off)
                continue;
            anyActive = true;
            const bool gateOpen = isOpen(condition.question);
            const bool fulfilled = holds(condition, gateOpen ? positions[condition.question] : std::nullopt);
            if (fulfilled)
                anyHolds = true;
            else if (!node.anySuffices)
                return false;
        }
        return !anyActive || anyHolds;
    }

    const Questionnaire *m_questionnaire;
    SkipRule m_skipRule;
    std::vector<bool> m_open;
};

Positions positionsOf(const AnswerSheet &answers)
{
    Positions positions(answers.questionnaire().questions().size());
    for (std::size_t i = 0; i < positions.size(); ++i)
        positions[i] = answers.positionAt(i);
    return positions;
}

/// Tries every combination of the missing gates of a cluster; what hangs on no gate needs only its ends.
class ClusterRange {
public:
    ClusterRange(const Questionnaire &questionnaire, const Cluster &cluster, const Positions &given,
                 Gatekeeper &gatekeeper)
        : m_questionnaire(&questionnaire), m_cluster(&cluster), m_given(&given), m_gatekeeper(&gatekeeper),
          m_trial(given)
    {
        for (const std::size_t gate : cluster.gates)
            if (!given[gate])
                m_missingGates.push_back(gate);
        m_choice.resize(m_missingGates.size(), 0);
    }

    Range compute()
    {
        Range range{std::numeric_limits<int>::max(), std::numeric_limits<int>::min()};
        do {
            for (std::size_t i = 0; i < m_missingGates.size(); ++i)
                m_trial[m_missingGates[i]] = classOf(i).representative;
            m_gatekeeper->decide(m_cluster->nodes, m_trial);
            const Range trial = sumOfTrial();
            range.min = std::min(range.min, trial.min);
            range.max = std::max(range.max, trial.max);
        } while (nextCombination());
        return range;
    }

private:
    [[nodiscard]] const OptionClass &classOf(std::size_t missing) const
    {
        return m_questionnaire->questions()[m_missingGates[missing]].classes[m_choice[missing]];
    }

    [[nodiscard]] Range sumOfTrial() const
    {
        Range sum;
        for (const std::size_t index : m_cluster->questions) {
            const Question &question = m_questionnaire->questions()[index];
            if (!m_gatekeeper->isOpen(index))
                continue;
            if (const auto &position = (*m_given)[index]) {
                sum.min += question.options[*position].weight;
                sum.max += question.options[*position].weight;
            } else if (question.classes.empty()) {
                sum.min += question.minWeight();
                sum.max += question.maxWeight();
            }
        }
        for (std::size_t i = 0; i < m_missingGates.size(); ++i) {
            if (!m_gatekeeper->isOpen(m_missingGates[i]))
                continue;
            sum.min += classOf(i).minWeight;
            sum.max += classOf(i).maxWeight;
        }
        return sum;
    }

    bool nextCombination()
    {
        for (std::size_t i = 0; i < m_choice.size(); ++i) {
            if (++m_choice[i] < m_questionnaire->questions()[m_missingGates[i]].classes.size())
                return true;
            m_choice[i] = 0;
        }
        return false;
    }

    const Questionnaire *m_questionnaire;
    const Cluster *m_cluster;
    const Positions *m_given;
    Gatekeeper *m_gatekeeper;
    Positions m_trial;
    std::vector<std::size_t> m_missingGates;
    std::vector<std::size_t> m_choice;
};

} // namespace

std::vector<bool> openQuestions(const AnswerSheet &answers, SkipRule skipRule)
{
    const Questionnaire &questionnaire = answers.questionnaire();
    Gatekeeper gatekeeper(questionnaire, skipRule);
    gatekeeper.decide(questionnaire.order(), positionsOf(answers));
    std::vector<bool> open(questionnaire.questions().size());
    for (std::size_t i = 0; i < open.size(); ++i)
        open[i] = gatekeeper.isOpen(i);
    return open;
}

Score score(const AnswerSheet &answers, SkipRule skipRule)
{
    const Questionnaire &questionnaire = answers.questionnaire();
    const std::vector<bool> open = openQuestions(answers, skipRule);
    Score result;
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (!open[i])
            continue;
        const Question &question = questionnaire.questions()[i];
        if (const auto position = answers.positionAt(i))
            result.known += question.options[*position].weight;
        else
            result.unanswered.push_back(question.linkId);
    }
    result.complete = result.unanswered.empty();
    if (result.complete) {
        result.min = result.max = result.known;
        return result;
    }
    const Positions given = positionsOf(answers);
    Gatekeeper gatekeeper(questionnaire, skipRule);
    for (const Cluster &cluster : questionnaire.clusters()) {
        const Range range = ClusterRange(questionnaire, cluster, given, gatekeeper).compute();
        result.min += range.min;
        result.max += range.max;
    }
    return result;
}

} // namespace faltakt::screening
