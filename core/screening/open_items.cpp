#include "core/screening/open_items.h"

#include <algorithm>
#include <set>

namespace faltakt::screening {

OpenItems::OpenItems(const AnswerSheet &answers, SkipRule skipRule)
    : m_questionnaire(&answers.questionnaire()), m_skipRule(skipRule)
{
    rebuild(answers);
}

const RepeatingGroup *OpenItems::rowsOf(std::size_t node) const
{
    const auto repeat = m_questionnaire->nodes()[node].repeat;
    if (!repeat || m_questionnaire->repeats()[*repeat].node == node)
        return nullptr;
    return &m_questionnaire->repeats()[*repeat];
}

bool OpenItems::isNodeOpen(std::size_t node, std::size_t row) const
{
    const RepeatingGroup *group = rowsOf(node);
    return group ? m_openInRow[*m_questionnaire->nodes()[node].repeat][row][node - group->node - 1] : m_open[node];
}

bool OpenItems::isOpen(const Place &place) const
{
    const std::size_t node = m_questionnaire->questions()[place.question].node;
    return place.row ? isNodeOpen(node, *place.row) : m_open[node];
}

bool OpenItems::decide(const AnswerSheet &answers, std::size_t index, std::optional<std::size_t> row) const
{
    const auto isOpenHere = [this, row](std::size_t node) { return row ? isNodeOpen(node, *row) : bool(m_open[node]); };
    const Node &node = m_questionnaire->nodes()[index];
    if (node.parent && !isOpenHere(*node.parent))
        return false;
    bool anyActive = false;
    bool anyHolds = false;
    for (const Condition &condition : node.conditions) {
        if (condition.skipRule && m_skipRule == SkipRule::Off)
            continue;
        anyActive = true;
        const Question &gate = m_questionnaire->questions()[condition.question];
        const Place place{condition.question, gate.repeat ? row : std::nullopt};
        const std::optional<Answer> &answer = answers.at(place);
        if (condition.holds(answer && isOpenHere(gate.node) ? &*answer : nullptr))
            anyHolds = true;
        else if (!node.anySuffices)
            return false;
    }
    return !anyActive || anyHolds;
}

bool OpenItems::settle(const AnswerSheet &answers, std::size_t node, std::optional<std::size_t> row)
{
    const bool isOpen = decide(answers, node, row);
    const RepeatingGroup *group = rowsOf(node);
    auto &states = group ? m_openInRow[*m_questionnaire->nodes()[node].repeat][*row] : m_open;
    const std::size_t index = group ? node - group->node - 1 : node;
    const bool wasOpen = states[index];
    states[index] = isOpen;
    return isOpen != wasOpen;
}

void OpenItems::rebuild(const AnswerSheet &answers)
{
    m_open.assign(m_questionnaire->nodes().size(), false);
    m_openInRow.assign(m_questionnaire->repeats().size(), {});
    for (std::size_t i = 0; i < m_openInRow.size(); ++i) {
        const RepeatingGroup &group = m_questionnaire->repeats()[i];
        const std::size_t below = m_questionnaire->nodes()[group.node].end - group.node - 1;
        m_openInRow[i].assign(answers.rowCount(i), std::vector<bool>(below, false));
    }
    for (const std::size_t node : m_questionnaire->order()) {
        if (!rowsOf(node)) {
            settle(answers, node, std::nullopt);
            continue;
        }
        for (std::size_t row = 0; row < answers.rowCount(*m_questionnaire->nodes()[node].repeat); ++row)
            settle(answers, node, row);
    }
    m_lookedAt = m_questionnaire->nodes().size();
}

std::vector<std::size_t> OpenItems::update(const AnswerSheet &answers, const Place &changed)
{
    const auto &nodes = m_questionnaire->nodes();
    std::set<std::size_t> ranks; // Of the nodes to look at; each comes after all that can touch it.
    const auto awaitDependents = [&](std::size_t question) {
        for (const std::size_t node : m_questionnaire->dependentsOf(question))
            ranks.insert(m_questionnaire->rankOf(node));
    };
    awaitDependents(changed.question);
    std::vector<std::size_t> turned;
    m_lookedAt = 0;
    while (!ranks.empty()) {
        const std::size_t index = m_questionnaire->order()[*ranks.begin()];
        ranks.erase(ranks.begin());
        ++m_lookedAt;
        bool hasChanged = false;
        if (!rowsOf(index))
            hasChanged = settle(answers, index, std::nullopt);
        else if (changed.row)
            hasChanged = settle(answers, index, changed.row);
        else
            for (std::size_t row = 0; row < answers.rowCount(*nodes[index].repeat); ++row)
                hasChanged = settle(answers, index, row) || hasChanged;
        if (!hasChanged)
            continue;
        for (std::size_t child = index + 1; child < nodes[index].end; child = nodes[child].end)
            ranks.insert(m_questionnaire->rankOf(child));
        turned.push_back(index);
        if (nodes[index].question)
            awaitDependents(*nodes[index].question);
    }
    return turned;
}

} // namespace faltakt::screening
