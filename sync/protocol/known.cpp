#include "sync/protocol/known.h"

#include "sync/protocol/limits.h"
#include "sync/protocol/member_reader.h"

#include <algorithm>

namespace faltakt::protocol {

using base::ErrorCode;
using base::fail;
using base::Result;
namespace json = base::json;

namespace {

constexpr std::size_t NumberLength = 12;

bool isNumber(std::string_view text)
{
    return text.size() == NumberLength
           && std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

} // namespace

std::string encode(const KnownRequest &request)
{
    json::Object body{{"number", request.number}};
    if (request.except)
        body.append("except", request.except->toString());
    return json::serialise(std::move(body));
}

Result<KnownRequest> decodeKnownRequest(std::string_view body)
{
    TRY(const json::Value value, readObject(body, Limits::BodyBytes));
    KnownRequest request;
    TRY(request.number, requireText(value, "number", NumberLength));
    if (!isNumber(request.number))
        return fail(ErrorCode::InvalidInput, "number must be twelve digits");
    if (const json::Value *except = value.find("except"); except && !except->isNull()) {
        TRY(request.except, requireId<base::CaseId>(value, "except"));
    }
    return request;
}

std::string encode(const KnownAnswer &answer)
{
    json::Object body{{"known", answer.isKnown}};
    if (answer.isKnown)
        body.append("unit", answer.unit);
    return json::serialise(std::move(body));
}

Result<KnownAnswer> decodeKnownAnswer(std::string_view body)
{
    TRY(const json::Value value, readObject(body, Limits::BodyBytes));
    KnownAnswer answer;
    TRY(answer.isKnown, value.requireBool("known"));
    if (const json::Value *unit = value.find("unit"); answer.isKnown && unit && !unit->isNull()) {
        TRY(answer.unit, requireText(value, "unit", Limits::TextBytes));
    }
    return answer;
}

} // namespace faltakt::protocol
