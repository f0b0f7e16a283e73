#include "sync/client/signature_check.h"

#include "core/changelog/signature.h"

namespace faltakt::client {

using base::ErrorCode;
using base::RecordId;
using base::Result;
using changelog::SignedHead;

namespace {

/// The fields of a signature record in their types.
struct Claim {
    base::WorkerId worker;
    base::DeviceId device;
    base::Instant at;
    crypto::Signature signature{};
};

std::optional<Claim> readClaim(const store::RecordView &record)
{
    const auto worker = base::WorkerId::parse(record.text("worker"));
    const auto device = base::DeviceId::parse(record.text("device"));
    const auto at = record.instant("at");
    const auto signature = crypto::signatureFromBase64Url(record.text("sig"));
    if (!worker || !device || !at || !signature)
        return std::nullopt;
    return Claim{*worker, *device, *at, *signature};
}

/// The heads that the signature names are the record's heads, each with the hash of the line held here.
bool namesExactly(const base::json::Value *named, const std::vector<SignedHead> &heads)
{
    const base::json::Object *object = named ? named->object() : nullptr;
    if (!object || object->size() != heads.size())
        return false;
    for (const auto &[change, hash] : heads) {
        const base::json::Value *value = object->find(change.toString());
        if (!value || !value->string() || *value->string() != base::toBase64Url(hash))
            return false;
    }
    return true;
}

} // namespace

Result<bool> SignatureCheck::isSigned(RecordId record, const std::vector<store::RecordView> &ofCase) const
{
    for (const store::RecordView &other : ofCase) {
        if (other.kind != "signature" || other.deleted || other.text("record") != record.toString())
            continue;
        TRY(const bool proven, proves(other, record));
        if (proven)
            return true;
    }
    return false;
}

Result<std::optional<crypto::PublicKey>> SignatureCheck::keyOf(base::DeviceId device, base::WorkerId worker) const
{
    const store::Owner &owner = m_cases->owner();
    if (device == owner.device)
        return worker == owner.worker ? std::optional(m_ownKey) : std::nullopt;
    TRY(const auto line, m_cases->deviceKey(device));
    if (!line || line->worker != worker)
        return std::nullopt;
    // The key's end is not asked for: the time in a signature is its author's word, and what comes from a revoked device
    // the server keeps apart.
    const auto key = crypto::PublicKey::fromJwk(line->jwk);
    return key ? std::optional(*key) : std::nullopt;
}

Result<bool> SignatureCheck::proves(const store::RecordView &signature, RecordId record) const
{
    const auto claim = readClaim(signature);
    if (!claim)
        return false;
    TRY(const auto state, m_cases->recordState(record));
    if (!state)
        return false;
    std::vector<SignedHead> heads;
    for (const base::ChangeId &change : changelog::allHeads(*state)) {
        const auto line = m_cases->changeLine(change);
        if (!line && line.error().code() == ErrorCode::NotFound)
            return false;
        if (!line)
            return base::fail(line.error());
        heads.emplace_back(change, line->hash);
    }
    if (!namesExactly(signature.fields.find("heads"), heads))
        return false;
    TRY(const auto key, keyOf(claim->device, claim->worker));
    const std::string statement = changelog::frontierStatement(record, std::move(heads), claim->worker, claim->at);
    return key && key->verify(base::bytesOf(statement), claim->signature);
}

} // namespace faltakt::client
