#include "core/screening/dependencies.h"

#include "core/screening/answer_classes.h"

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

/// Only what carries points, or decides over what does, is kept: the rest adds nothing to a sum.
bool carriesPoints(const QuestionnaireParts &parts, const Cluster &cluster)
{
    return std::ranges::any_of(cluster.questions,
                               [&](std::size_t question) { return parts.questions[question].hasPoints(); });
}

std::vector<Cluster> findClusters(const QuestionnaireParts &parts)
{
    std::vector<Cluster> clusters;
    UnionFind sets = joinNodes(parts);
    std::map<std::size_t, std::size_t> clusterOfRoot;
    for (const std::size_t index : parts.order) {
        const Node &node = parts.nodes[index];
        // Rows carry no points of a sum, and nothing outside hangs on them.
        if (node.repeat && parts.repeats[*node.repeat].node != index)
            continue;
        const auto [entry, isNew] = clusterOfRoot.try_emplace(sets.root(index), clusters.size());
        if (isNew)
            clusters.emplace_back();
        Cluster &cluster = clusters[entry->second];
        cluster.nodes.push_back(index);
        if (!node.question)
            continue;
        cluster.questions.push_back(*node.question);
        if (!parts.dependents[*node.question].empty())
            cluster.gates.push_back(*node.question);
    }
    std::erase_if(clusters, [&](const Cluster &cluster) { return !carriesPoints(parts, cluster); });
    return clusters;
}

Result<void> planSum(QuestionnaireParts &parts)
{
    if (std::ranges::none_of(parts.calculations, &Calculation::isSum))
        return {};
    parts.clusters = findClusters(parts);
    for (const Cluster &cluster : parts.clusters) {
        std::size_t combinations = 1;
        for (const std::size_t gate : cluster.gates) {
            TRY_VOID(classifyAnswers(parts, gate));
            combinations *= parts.questions[gate].classes.size();
            if (combinations > MaxGateCombinations)
                return base::fail(ErrorCode::TooLarge,
                                  "enableWhen: too many questions depend on one another around item "
                                      + parts.questions[gate].linkId);
        }
    }
    return {};
}

} // namespace

Result<void> planDependencies(QuestionnaireParts &parts)
{
    TRY_VOID(orderNodes(parts));
    parts.rank.resize(parts.nodes.size());
    for (std::size_t i = 0; i < parts.order.size(); ++i)
        parts.rank[parts.order[i]] = i;
    parts.dependents.resize(parts.questions.size());
    for (std::size_t i = 0; i < parts.nodes.size(); ++i)
        for (const Condition &condition : parts.nodes[i].conditions)
            if (auto &nodes = parts.dependents[condition.question]; nodes.empty() || nodes.back() != i)
                nodes.push_back(i);
    return planSum(parts);
}

} // namespace faltakt::screening
