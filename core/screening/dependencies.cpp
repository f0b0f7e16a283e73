#include "core/screening/dependencies.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;

namespace {

/// Sets that grow together, by index.
class UnionFind {
public:
    explicit UnionFind(std::size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), 0); }

    std::size_t root(std::size_t index)
    {
        while (m_parent[index] != index) {
            m_parent[index] = m_parent[m_parent[index]];
            index = m_parent[index];
        }
        return index;
    }
    void join(std::size_t a, std::size_t b) { m_parent[root(a)] = root(b); }

private:
    std::vector<std::size_t> m_parent;
};

/// Kahn's order over "parent before child, gate before what it opens"; smallest index first, so that it is stable.
Result<void> orderNodes(QuestionnaireParts &parts)
{
    std::vector<std::vector<std::size_t>> dependents(parts.nodes.size());
    std::vector<std::size_t> waitingFor(parts.nodes.size(), 0);
    for (std::size_t i = 0; i < parts.nodes.size(); ++i) {
        std::set<std::size_t> needs;
        if (parts.nodes[i].parent)
            needs.insert(*parts.nodes[i].parent);
        for (const Condition &condition : parts.nodes[i].conditions)
            needs.insert(parts.questions[condition.question].node);
        waitingFor[i] = needs.size();
        for (const std::size_t need : needs)
            dependents[need].push_back(i);
    }
    std::set<std::size_t> ready;
    for (std::size_t i = 0; i < parts.nodes.size(); ++i)
        if (waitingFor[i] == 0)
            ready.insert(i);
    while (!ready.empty()) {
        const std::size_t next = *ready.begin();
        ready.erase(ready.begin());
        parts.order.push_back(next);
        for (const std::size_t dependent : dependents[next])
            if (--waitingFor[dependent] == 0)
                ready.insert(dependent);
    }
    for (std::size_t i = 0; i < parts.nodes.size(); ++i)
        if (waitingFor[i] != 0)
            return base::fail(ErrorCode::InvalidInput,
                              "enableWhen: conditions run in a circle at item " + parts.nodes[i].linkId);
    return {};
}

std::vector<OptionClass> classesOf(const Question &question, const std::set<std::size_t> &namedOptions)
{
    std::vector<OptionClass> classes;
    std::optional<std::size_t> others;
    for (std::size_t i = 0; i < question.options.size(); ++i) {
        const int weight = question.options[i].weight;
        if (!namedOptions.contains(i) && others) {
            OptionClass &known = classes[*others];
            known.minWeight = std::min(known.minWeight, weight);
            known.maxWeight = std::max(known.maxWeight, weight);
            continue;
        }
        if (!namedOptions.contains(i))
            others = classes.size();
        classes.push_back({i, weight, weight});
    }
    return classes;
}

/// Joins each node with its gates, and with its parent where the parent may be closed.
UnionFind joinNodes(const QuestionnaireParts &parts)
{
    UnionFind sets(parts.nodes.size());
    std::vector<bool> mayClose(parts.nodes.size(), false);
    for (const std::size_t index : parts.order) {
        const Node &node = parts.nodes[index];
        const bool parentMayClose = node.parent && mayClose[*node.parent];
        mayClose[index] = parentMayClose || !node.conditions.empty();
        if (parentMayClose)
            sets.join(index, *node.parent);
        for (const Condition &condition : node.conditions)
            sets.join(index, parts.questions[condition.question].node);
    }
    return sets;
}

} // namespace

Result<void> planDependencies(QuestionnaireParts &parts)
{
    TRY_VOID(orderNodes(parts));

    std::map<std::size_t, std::set<std::size_t>> namedOptions; // question -> options that conditions name
    for (const Node &node : parts.nodes)
        for (const Condition &condition : node.conditions) {
            auto &named = namedOptions[condition.question];
            if (condition.comparison == Condition::Operator::Equals
                || condition.comparison == Condition::Operator::NotEquals)
                named.insert(condition.option);
        }
    for (const auto &[question, named] : namedOptions)
        parts.questions[question].classes = classesOf(parts.questions[question], named);

    UnionFind sets = joinNodes(parts);
    std::map<std::size_t, std::size_t> clusterOfRoot;
    for (const std::size_t index : parts.order) {
        const auto [entry, isNew] = clusterOfRoot.try_emplace(sets.root(index), parts.clusters.size());
        if (isNew)
            parts.clusters.emplace_back();
        Cluster &cluster = parts.clusters[entry->second];
        cluster.nodes.push_back(index);
        const std::optional<std::size_t> question = parts.nodes[index].question;
        if (!question)
            continue;
        cluster.questions.push_back(*question);
        if (!parts.questions[*question].classes.empty())
            cluster.gates.push_back(*question);
    }
    for (const Cluster &cluster : parts.clusters) {
        std::size_t combinations = 1;
        for (const std::size_t gate : cluster.gates) {
            combinations *= parts.questions[gate].classes.size();
            if (combinations > MaxGateCombinations)
                return base::fail(ErrorCode::TooLarge,
                                  "enableWhen: too many questions depend on one another around item "
                                      + parts.questions[gate].linkId);
        }
    }
    return {};
}

} // namespace faltakt::screening
