#pragma once

#include "core/base/json.h"
#include "core/changelog/exchange.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace faltakt::server {

/// What the devices of a load run have sent, and who must hear of it: every device of the author's team except the author's
/// own, once, in the tenant's order. Finds what is lost, twice, or out of order.
class LoadLedger {
public:
    /// `teamOf[device]` is the team of each device.
    explicit LoadLedger(const std::vector<int> &teamOf);

    /// Before the push goes out.
    void sent(int device, base::ChangeId change, std::chrono::nanoseconds at);
    void judged(int device, base::ChangeId change, const changelog::Verdict &verdict);
    /// Gives when the change was sent; empty where nobody of this run wrote it.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> heard(int device, base::ChangeId change, std::int64_t seq);
    void fault(std::string kind) { ++m_faults[std::move(kind)]; }

    /// Accepted changes that somebody who must hear of them has not heard of yet.
    [[nodiscard]] std::int64_t missing() const;
    [[nodiscard]] std::int64_t pushed() const { return std::int64_t(m_changes.size()); }
    [[nodiscard]] std::int64_t accepted() const { return m_accepted; }
    /// True where every change was accepted exactly once, everybody heard all, and nothing went wrong on the way.
    [[nodiscard]] bool flawless() const;
    /// {"pushed","accepted","unjudged","heard","missing","repeated","outOfOrder","errors":{…}}
    void writeTo(base::json::Object &figures) const;

private:
    struct Sent {
        int device = 0;
        std::chrono::nanoseconds at{0};
        std::optional<std::int64_t> seq; ///< As the verdict said it.
        int hearers = 0;
    };
    struct Hearer {
        int team = 0;
        std::int64_t lastSeq = 0;
        std::set<base::ChangeId> heard;
    };

    std::unordered_map<base::ChangeId, Sent> m_changes;
    std::vector<Hearer> m_hearers;
    std::map<int, int> m_teamSizes;
    std::set<std::int64_t> m_places;
    std::map<std::string, std::int64_t> m_faults;
    std::int64_t m_accepted = 0;
    std::int64_t m_heard = 0;
    std::int64_t m_repeated = 0;
    std::int64_t m_outOfOrder = 0;
};

} // namespace faltakt::server
