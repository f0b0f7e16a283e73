#include "sync/server/api/sent_again.h"

#include <algorithm>
#include <limits>

namespace faltakt::server {

using base::Result;

namespace {

constexpr int ChunkSize = 1000;
/// Places of one case that are looked over; what came behind them is not found.
constexpr std::size_t MostPlaces = 10'000;
/// Changes that are read for one record, the first ones after the return: who sends again does it soon, or in the end.
constexpr int MostRead = 100;

constexpr std::string_view DeletedField = "deleted";

/// What has to be said again of the record. A deletion goes out as that alone, whatever was changed with it.
base::json::Object saidBy(const changelog::RecordSet &set)
{
    const base::json::Value *deleted = set.fields.find(DeletedField);
    if (deleted && deleted->boolean() && *deleted->boolean())
        return {{std::string(DeletedField), true}};
    return set.fields;
}

/// Strikes out of `left` what the change gives the record.
void strike(const changelog::RecordSet &taken, const changelog::RecordSet &set, base::json::Object &left)
{
    if (taken.record != set.record || taken.kind != set.kind)
        return;
    for (const auto &[field, value] : taken.fields)
        if (const base::json::Value *missing = left.find(field); missing && *missing == value)
            left.remove(field);
}

} // namespace

Result<const std::vector<ChangePlace> *> SentAgain::placesOf(CaseId caseId)
{
    if (const auto known = m_places.find(caseId); known != m_places.end())
        return &known->second;
    std::vector<ChangePlace> places;
    while (places.size() < MostPlaces) {
        const std::int64_t after = places.empty() ? 0 : places.back().seq;
        TRY(const auto some,
            m_log->changesOfCase(m_tenant, caseId, after, std::numeric_limits<std::int64_t>::max(), ChunkSize));
        places.insert(places.end(), some.begin(), some.end());
        ++m_reads;
        if (some.size() < std::size_t(ChunkSize))
            break;
    }
    return &m_places.emplace(caseId, std::move(places)).first->second;
}

Result<void> SentAgain::strikeSaid(std::int64_t seq, const QuarantinedChange &kept, const changelog::RecordSet &set,
                                   base::json::Object &left)
{
    ++m_reads;
    TRY(const StoredChange stored, m_log->change(m_tenant, seq));
    if (stored.by != kept.worker)
        return {};
    if (const auto line = changelog::readChangeLine(stored.line))
        for (const changelog::RecordSet &taken : line->change.sets)
            strike(taken, set, left);
    return {};
}

Result<bool> SentAgain::wasTaken(const QuarantinedChange &kept, const changelog::RecordSet &set)
{
    TRY(const auto home, m_log->recordHome(m_tenant, set.record));
    if (!home || home->caseId != kept.caseId || home->kind != set.kind)
        return false;
    TRY(const auto *places, placesOf(home->caseId));
    base::json::Object left = saidBy(set);
    int read = 0;
    for (const ChangePlace &place : *places) {
        // A change lies in the part of its record, or in none where it touches several.
        const bool mayTouch = place.place.part == home->part || place.place.part == 0;
        if (place.device != kept.device || place.received < kept.received || !mayTouch)
            continue;
        if (++read > MostRead)
            return false;
        TRY_VOID(strikeSaid(place.seq, kept, set, left));
        if (left.empty())
            return true;
    }
    return false;
}

Result<bool> SentAgain::wasTaken(const QuarantinedChange &kept, const changelog::ChangeLine &line)
{
    for (const changelog::RecordSet &set : line.change.sets) {
        TRY(const bool taken, wasTaken(kept, set));
        if (!taken)
            return false;
    }
    return true;
}

} // namespace faltakt::server
