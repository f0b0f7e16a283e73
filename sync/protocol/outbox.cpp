#include "sync/protocol/outbox.h"

#include "sync/protocol/member_reader.h"

namespace faltakt::protocol {

using base::ErrorCode;
using base::fail;
using base::Result;
namespace json = base::json;

namespace {

constexpr std::string_view Tenant = "tenant=";

} // namespace

std::string encodeOutboxQuery(base::TenantId tenant) { return std::string(Tenant) + tenant.toString(); }

Result<base::TenantId> decodeOutboxQuery(std::string_view query)
{
    const auto tenant =
        query.starts_with(Tenant) ? base::TenantId::parse(query.substr(Tenant.size())) : fail(ErrorCode::InvalidInput);
    if (!tenant)
        return fail(ErrorCode::InvalidInput, "query: tenant");
    return *tenant;
}

std::string encode(const OutboxAnswer &message)
{
    return json::serialise(json::Object{{"taken", message.taken}, {"quarantined", message.quarantined}});
}

Result<OutboxAnswer> decodeOutboxAnswer(std::string_view body)
{
    TRY(const json::Value value, readObject(body, Limits::BodyBytes));
    OutboxAnswer message;
    TRY(message.taken, requireCount(value, "taken"));
    TRY(message.quarantined, requireCount(value, "quarantined"));
    if (message.quarantined > message.taken)
        return fail(ErrorCode::InvalidInput, "quarantined");
    return message;
}

} // namespace faltakt::protocol
