#include "sync/server/api/order_reader.h"

#include <algorithm>
#include <limits>

namespace faltakt::server {

using base::Result;

namespace {

constexpr int ChunkSize = 1000;

/// Puts rows of all sorts together, as far as all sorts have been read.
class Collection {
public:
    Collection(std::int64_t after, std::int64_t to) : m_after(after), m_to(to), m_horizon(to) {}

    /// Rows that came with a limit: where there may be more of them, nothing behind the last one is taken.
    template <typename Row>
    void limitTo(const std::vector<Row> &rows)
    {
        if (rows.size() == std::size_t(ChunkSize))
            m_horizon = std::min(m_horizon, rows.back().seq);
    }
    template <typename Row>
    void take(const std::vector<Row> &rows)
    {
        for (const Row &row : rows)
            if (row.seq > m_after && row.seq <= m_horizon)
                m_piece.events.emplace_back(row.seq, row);
    }
    OrderPiece finish()
    {
        m_piece.reachesEnd = m_horizon == m_to;
        std::sort(m_piece.events.begin(), m_piece.events.end(),
                  [](const auto &a, const auto &b) { return a.first < b.first; });
        return std::move(m_piece);
    }

private:
    std::int64_t m_after, m_to, m_horizon;
    OrderPiece m_piece;
};

} // namespace

CaseId caseOf(const OrderPiece::Event &event)
{
    return std::visit(
        [](const auto &row) {
            if constexpr (requires { row.caseId; })
                return row.caseId;
            else
                return CaseId();
        },
        event);
}

Result<OrderPiece> OrderReader::after(std::int64_t place)
{
    const TenantId tenant = m_caller.session.tenant;
    TRY(const auto changes, m_log.changesAfter(tenant, place, ChunkSize));
    TRY(const auto entries, m_log.accessAfter(tenant, m_caller.grantees(), place, ChunkSize));
    TRY(const auto keys, m_log.keysAfter(tenant, place, ChunkSize));
    Collection all(place, std::numeric_limits<std::int64_t>::max());
    all.limitTo(changes);
    all.limitTo(entries);
    all.limitTo(keys);
    all.take(changes);
    all.take(entries);
    all.take(keys);
    all.take(m_fetches);
    return all.finish();
}

Result<OrderPiece> OrderReader::ofCase(CaseId caseId, std::int64_t place, std::int64_t to, Keys keys)
{
    const TenantId tenant = m_caller.session.tenant;
    TRY(const auto changes, m_log.changesOfCase(tenant, caseId, place, to, ChunkSize));
    TRY(const auto entries, m_log.accessOfCase(tenant, caseId, m_caller.grantees()));
    std::vector<KeyEntry> known;
    if (keys == Keys::Included) {
        TRY(known, m_log.keysAfter(tenant, place, ChunkSize));
    }
    std::vector<PackageFetch> fetches = m_fetches;
    std::erase_if(fetches, [caseId](const PackageFetch &fetch) { return fetch.caseId != caseId; });
    Collection all(place, to);
    all.limitTo(changes);
    all.limitTo(known);
    all.take(changes);
    all.take(entries);
    all.take(known);
    all.take(fetches);
    return all.finish();
}

} // namespace faltakt::server
