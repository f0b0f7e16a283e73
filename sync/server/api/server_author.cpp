#include "sync/server/api/server_author.h"

#include <map>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;
using changelog::Change;
using changelog::Compartment;
using changelog::RecordSet;

namespace {

constexpr std::int64_t Epoch = 1;

/// What may stand in one change: one compartment, and no more sets than its reader takes. In the order in which each
/// first appears.
std::vector<std::vector<RecordSet>> splitIntoChanges(std::vector<RecordSet> sets, const changelog::SchemaTable &schema)
{
    std::vector<Compartment> compartments;
    std::vector<std::vector<RecordSet>> groups;
    for (RecordSet &set : sets) {
        const changelog::KindSchema *kind = schema.kind(set.kind);
        const Compartment compartment = kind ? kind->compartment : Compartment::File;
        std::size_t i = 0;
        while (i < groups.size()
               && (compartments[i] != compartment || groups[i].size() == changelog::ChangeLimits::Sets))
            ++i;
        if (i == groups.size()) {
            compartments.push_back(compartment);
            groups.emplace_back();
        }
        groups[i].push_back(std::move(set));
    }
    return groups;
}

} // namespace

Result<void> ServerAuthor::write(StoreTransaction &transaction, const Tenant &tenant, CaseId caseId,
                                 std::vector<RecordSet> sets, std::optional<base::Instant> at) const
{
    const Caller self{{tenant.id, tenant.serverWorker, tenant.serverDevice}, std::nullopt, tenant.signingKey, false};
    TRY(JournalHead head, transaction.log().journalHead(tenant.id, tenant.serverDevice, Epoch));
    changelog::JournalBatch batch{.epoch = Epoch, .from = head.n + 1, .previous = head.link, .head = {}, .lines = {}};
    for (auto &group : splitIntoChanges(std::move(sets), *m_schema)) {
        Change change;
        change.id = m_ids->make<ChangeId>();
        change.by = tenant.serverWorker;
        change.caseId = caseId;
        change.at = at.value_or(m_clock->now());
        change.version = m_schemaVersion;
        change.sets = std::move(group);
        changelog::ChangeLine sealed = changelog::sealChange(std::move(change));
        batch.lines.push_back({sealed.hash, std::move(sealed.line)});
    }
    const auto lines = prepareLines(batch, *m_schema);
    TRY(const Intaken taken, m_intake->take(transaction, self, Authority::Server, Epoch, lines));
    for (const changelog::Verdict &verdict : taken.verdicts)
        if (verdict.kind != changelog::VerdictKind::Accepted)
            return fail(ErrorCode::Internal,
                        "the server's own change was not accepted: " + verdict.reason + ' ' + verdict.field);
    const JournalHead now{lines.back().n, lines.back().link};
    TRY(const auto keys, m_keys->keysOf(tenant.id));
    const std::string statement = changelog::journalStatement(tenant.id, tenant.serverDevice, {Epoch, now.n}, now.link);
    TRY(const auto signature, keys->serverDevice.sign(base::bytesOf(statement)));
    return transaction.log().setJournalHead(tenant.id, tenant.serverDevice, Epoch, now, signature);
}

} // namespace faltakt::server
