#include "sync/server/api/news_board.h"

#include <algorithm>

namespace faltakt::server {

using base::Result;

namespace {

constexpr int MostPlaces = 1000; // A longer stretch is for everybody: it comes from an import, not from a day's work.

void raise(std::int64_t &place, std::int64_t to) { place = std::max(place, to); }

} // namespace

Result<NewsBoard::Waiting> NewsBoard::waiting(const Session &session)
{
    return m_store->read([&](StoreSnapshot &snapshot) -> Result<Waiting> {
        TRY(const Caller caller, findCaller(snapshot.identity(), session));
        TRY(const bool isOrdered, hasOrders(snapshot.identity(), session));
        return Waiting{caller.grantees(), isOrdered};
    });
}

Result<NewsBoard::News> NewsBoard::read(TenantId tenant, std::int64_t from, std::uint64_t generation)
{
    return m_store->read([&](StoreSnapshot &snapshot) -> Result<News> {
        LogReader &log = snapshot.log();
        News news{generation, from, 0, 0, {}, {}};
        TRY(const auto ordered, snapshot.identity().devicesWithOrders(tenant));
        news.ordered.insert(ordered.begin(), ordered.end());
        TRY(news.last, log.lastSeq(tenant));
        TRY(const auto changes, log.changesAfter(tenant, from, MostPlaces));
        TRY(const auto keys, log.keysAfter(tenant, from, MostPlaces));
        std::set<std::int64_t> understood;
        std::map<CaseId, std::int64_t> touched;
        for (const ChangePlace &change : changes) {
            understood.insert(change.seq);
            raise(touched[change.caseId], change.seq);
        }
        for (const KeyEntry &key : keys) {
            understood.insert(key.seq);
            raise(news.everybody, key.seq);
        }
        for (const auto &[caseId, seq] : touched) {
            TRY(const auto entries, log.accessOfCase(tenant, caseId, {}));
            for (const AccessEntry &entry : entries) {
                // Also whose right is gone: the walk knows, and to ask it costs little.
                raise(news.some[entry.grantee], std::max(seq, entry.seq));
                if (entry.seq > from)
                    understood.insert(entry.seq);
            }
        }
        // A place without change and key is a right in a case that was not touched otherwise; the order has no gaps.
        if (std::int64_t(understood.size()) < news.last - from)
            news.everybody = news.last;
        return news;
    });
}

std::optional<std::int64_t> NewsBoard::quietUntil(const Session &session, const std::vector<Grantee> &grantees,
                                                  std::int64_t after, std::uint64_t generation)
{
    const std::lock_guard lock(m_mutex);
    const TenantId tenant = session.tenant;
    auto known = m_news.find(tenant);
    if (known == m_news.end() || known->second.generation != generation || known->second.from > after) {
        auto news = read(tenant, after, generation);
        if (!news)
            return std::nullopt;
        known = m_news.insert_or_assign(tenant, std::move(*news)).first;
    }
    const News &news = known->second;
    if (after > news.last || news.everybody > after || news.ordered.contains(session.device))
        return std::nullopt;
    for (const Grantee &grantee : grantees)
        if (const auto place = news.some.find(grantee); place != news.some.end() && place->second > after)
            return std::nullopt;
    return news.last;
}

} // namespace faltakt::server
