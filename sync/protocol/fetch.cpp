#include "sync/protocol/fetch.h"

#include "core/base/text.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/member_reader.h"

#include <algorithm>

namespace faltakt::protocol {

using base::ErrorCode;
using base::fail;
using base::Result;
namespace json = base::json;

std::string encode(const FetchRequest &request)
{
    json::Object body{{"case", request.caseId.toString()}, {"reason", request.reason}};
    if (request.since)
        body.append("since", base::toMs(*request.since));
    return json::serialise(std::move(body));
}

Result<FetchRequest> decodeFetchRequest(std::string_view body)
{
    TRY(const json::Value value, readObject(body, Limits::BodyBytes));
    FetchRequest request;
    TRY(request.caseId, requireId<base::CaseId>(value, "case"));
    TRY(request.reason, requireText(value, "reason", Limits::ReasonBytes));
    if (base::trimmed(request.reason).empty())
        return fail(ErrorCode::InvalidInput, "reason must not be empty");
    // An entry of the access log is chained as lines of text.
    const auto isControl = [](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f; };
    if (std::any_of(request.reason.begin(), request.reason.end(), isControl))
        return fail(ErrorCode::InvalidInput, "reason must be one line");
    if (const json::Value *since = value.find("since"); since && !since->isNull()) {
        TRY(request.since, requireInstant(value, "since"));
    }
    return request;
}

std::string encode(const FetchAnswer &answer) { return json::serialise(json::Object{{"left", answer.left}}); }

Result<FetchAnswer> decodeFetchAnswer(std::string_view body)
{
    TRY(const json::Value value, readObject(body, Limits::BodyBytes));
    FetchAnswer answer;
    TRY(answer.left, requireCount(value, "left"));
    return answer;
}

} // namespace faltakt::protocol
