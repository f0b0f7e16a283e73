#include "sync/client/record_signer.h"

#include "core/changelog/signature.h"

namespace faltakt::client {

namespace json = base::json;
using base::ErrorCode;
using base::fail;
using base::RecordId;
using base::Result;

namespace {

struct Frontier {
    std::vector<changelog::SignedHead> heads;
    json::Object asJson;
};

Result<Frontier> frontierOf(const store::CaseStore &cases, const changelog::RecordState &state)
{
    Frontier frontier;
    for (const base::ChangeId &change : changelog::allHeads(state)) {
        TRY(const changelog::ChangeLine line, cases.changeLine(change));
        frontier.heads.emplace_back(change, line.hash);
        frontier.asJson.append(change.toString(), base::toBase64Url(line.hash));
    }
    return frontier;
}

} // namespace

Result<std::vector<base::ChangeId>> RecordSigner::sign(const std::vector<RecordId> &records)
{
    const base::Instant now = m_clock->now();
    if (!m_store->isConfirmedAt(now, ConfirmedFor))
        return fail(ErrorCode::Locked, "the passphrase has to be given again");
    std::vector<store::Draft> drafts;
    for (const RecordId record : records) {
        TRY(store::Draft draft, draftFor(record, now));
        drafts.push_back(std::move(draft));
    }
    return m_store->cases().saveAll(drafts);
}

Result<store::Draft> RecordSigner::draftFor(RecordId record, base::Instant at) const
{
    const store::CaseStore &cases = m_store->cases();
    TRY(const auto state, cases.recordState(record));
    if (!state)
        return fail(ErrorCode::NotFound, "record");
    const changelog::KindSchema *kind = m_store->schema().kind(state->kind());
    if (!kind || kind->takesCompartmentOfRecord)
        return fail(ErrorCode::Unsupported, "signing a record of the kind " + state->kind());
    if (changelog::hasConflict(*state))
        return fail(ErrorCode::Refused, state->kind() + ": values stand against each other; resolve them first");
    TRY(Frontier frontier, frontierOf(cases, *state));
    const store::Owner &owner = cases.owner();
    const std::string statement = changelog::frontierStatement(record, frontier.heads, owner.worker, at);
    TRY(const crypto::Signature signature, m_store->keys().signingKey().sign(base::bytesOf(statement)));
    json::Object fields{{"record", record.toString()},
                        {"heads", std::move(frontier.asJson)},
                        {"worker", owner.worker.toString()},
                        {"device", owner.device.toString()},
                        {"at", base::formatInstant(at)},
                        {"sig", base::toBase64Url(signature)},
                        {"compartment", changelog::compartmentName(kind->compartment)}};
    const auto id = base::UuidMaker(*m_clock, *m_random).makeId<RecordId>();
    store::Draft draft{state->caseId(), {changelog::makeCreation(id, "signature", std::move(fields))}, {}};
    return draft;
}

} // namespace faltakt::client
