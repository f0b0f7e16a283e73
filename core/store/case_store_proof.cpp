// Whether the server holds what is held here: sums of lines to compare, lines to offer again, and what came of it.
#include "core/crypto/hash.h"
#include "core/store/case_store_parts.h"

#include <algorithm>
#include <limits>

namespace faltakt::store {

using base::CaseId;
using base::Result;
using changelog::DigestPart;
using changelog::OfferBatch;

Result<DigestPart> CaseStore::digestPart(std::optional<CaseId> after, std::size_t maxCases, std::size_t maxLines) const
{
    // The hash is taken anew from the line: what is proven is what lies here, not what once was noted about it. A case that
    // was made here and not granted back yet is not compared.
    TRY(auto statement,
        m_parts->database->prepare(
            "SELECT case_id, compartments, NULL FROM case_access WHERE case_id > ?1 AND grant_seq IS NOT NULL"
            " UNION ALL SELECT case_id, NULL, line FROM change WHERE case_id > ?1 AND seq IS NOT NULL ORDER BY 1"));
    if (after)
        statement.bind(1, *after);
    else
        statement.bind(1, base::ByteView());
    DigestPart part;
    part.after = after;
    std::size_t lines = 0;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return part;
        const auto caseId = statement.id<CaseId>(0);
        if (part.cases.empty() || part.cases.back().caseId != caseId) {
            if (part.cases.size() >= maxCases || (lines >= maxLines && !part.cases.empty())) {
                part.through = part.cases.back().caseId;
                return part;
            }
            part.cases.push_back({caseId, {}, {}});
        }
        if (statement.isNull(2)) {
            part.cases.back().granted = changelog::CompartmentSet(std::uint32_t(statement.integer(1)));
            continue;
        }
        part.cases.back().lines.add(crypto::blake2b256(base::bytesOf(statement.text(2))));
        ++lines;
    }
}

Result<OfferBatch> CaseStore::linesToOffer(const OfferScope &scope, std::int64_t after, std::size_t maxLines,
                                           std::size_t maxBytes) const
{
    // In the server's order, so that a case begins with the line that began it.
    constexpr std::string_view OfAll =
        "SELECT seq, received, stamp, hash, line FROM change WHERE local IN"
        " (SELECT local FROM change WHERE seq > ?1 ORDER BY seq, local LIMIT ?2 OFFSET ?3) ORDER BY seq, local";
    constexpr std::string_view OfCase =
        "SELECT seq, received, stamp, hash, line FROM change WHERE local IN"
        " (SELECT local FROM change WHERE case_id = ?4 AND seq > ?1 ORDER BY seq, local LIMIT ?2 OFFSET ?3)"
        " ORDER BY seq, local";
    OfferBatch batch;
    batch.next = after;
    const auto most = std::int64_t(std::min<std::size_t>(maxLines, std::numeric_limits<std::int32_t>::max()));
    std::size_t bytes = 0;
    while (true) {
        TRY(auto statement, m_parts->database->prepare(scope.caseId ? OfCase : OfAll));
        statement.bind(1, scope.above).bind(2, most).bind(3, batch.next);
        if (scope.caseId)
            statement.bind(4, *scope.caseId);
        const std::int64_t before = batch.next;
        while (true) {
            TRY(const bool row, statement.step());
            if (!row)
                break;
            const std::string_view line = statement.text(4);
            if (bytes + line.size() + 1 > maxBytes && !batch.lines.empty())
                return batch;
            ++batch.next;
            if (crypto::blake2b256(base::bytesOf(line)) != statement.hash(3))
                continue; // Damaged here: the stamp would not fit it.
            bytes += line.size() + 1;
            batch.lines.push_back({{statement.integer(0), statement.instant(1), statement.hash(2)}, std::string(line)});
        }
        // Where all of them were damaged there may be more behind them.
        if (!batch.lines.empty() || batch.next == before)
            return batch;
    }
}

Result<void> CaseStore::startLog(std::string_view logId, std::int64_t n)
{
    return m_parts->inTransaction([&]() -> Result<void> {
        TRY(auto mark,
            m_parts->database->prepare("UPDATE device_state SET log_id = ?1, acknowledged = min(acknowledged, ?2),"
                                       " compare_wanted = 1, forgotten = 0"));
        TRY_VOID(mark.bind(1, logId).bind(2, n).run());
        // It may have lost bytes as well; offering those that it has costs one call each.
        TRY(auto blobs, m_parts->database->prepare("UPDATE blob SET state = 0 WHERE state = 1"));
        TRY_VOID(blobs.run());
        TRY(auto faults, m_parts->database->prepare("UPDATE blob SET faulted = NULL"));
        return faults.run();
    });
}

Result<void> CaseStore::noteProof(const DeliveryProof &proof, Compared compared)
{
    return m_parts->inTransaction([&]() -> Result<void> {
        TRY(auto mark,
            m_parts->database->prepare("UPDATE device_state SET proven_at = ?1, held_lines = ?2, proven_lines = ?3,"
                                       " compare_wanted = ?4"));
        mark.bind(1, proof.at).bind(2, proof.held).bind(3, proof.proven);
        return mark.bind(4, compared == Compared::NotAll ? 1 : 0).run();
    });
}

Result<std::int64_t> CaseStore::olderAtServer(CaseId caseId) const
{
    TRY(auto statement, m_parts->database->prepare("SELECT older FROM case_access WHERE case_id = ?1"));
    TRY(const bool row, statement.bind(1, caseId).step());
    return row ? statement.integer(0) : 0;
}

Result<std::optional<DeliveryProof>> CaseStore::lastProof() const
{
    TRY(auto statement, m_parts->database->prepare("SELECT proven_at, held_lines, proven_lines FROM device_state"));
    TRY_VOID(statement.step());
    if (statement.isNull(0))
        return std::optional<DeliveryProof>();
    return std::optional(DeliveryProof{statement.instant(0), statement.integer(1), statement.integer(2)});
}

} // namespace faltakt::store
