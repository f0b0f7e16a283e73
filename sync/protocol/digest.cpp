#include "sync/protocol/digest.h"

#include "sync/protocol/compartment_names.h"
#include "sync/protocol/member_reader.h"

namespace faltakt::protocol {

using base::CaseId;
using base::ErrorCode;
using base::fail;
using base::Result;
using changelog::CaseSum;
using changelog::DigestPart;
namespace json = base::json;

namespace {

Result<std::optional<CaseId>> readBound(const json::Value &value, std::string_view name)
{
    const json::Value *bound = value.find(name);
    if (!bound || bound->isNull())
        return std::optional<CaseId>();
    TRY(const auto caseId, requireId<CaseId>(value, name));
    return std::optional(caseId);
}

Result<CaseSum> readSum(const json::Value &value)
{
    CaseSum sum;
    TRY(sum.caseId, requireId<CaseId>(value, "case"));
    TRY(sum.granted, readCompartments(value));
    TRY(sum.lines.count, requireCount(value, "count"));
    TRY(sum.lines.sum, requireHash(value, "sum"));
    return sum;
}

json::Array encodeCases(const std::vector<CaseId> &cases)
{
    json::Array ids;
    for (const CaseId caseId : cases)
        ids.emplace_back(caseId.toString());
    return ids;
}

Result<std::vector<CaseId>> readCases(const json::Value &value, std::string_view name)
{
    TRY(const json::Array *items, value.requireArray(name));
    std::vector<CaseId> cases;
    for (const json::Value &item : *items) {
        const auto caseId = item.string() ? CaseId::parse(*item.string()) : fail(ErrorCode::InvalidInput);
        if (!caseId)
            return fail(ErrorCode::InvalidInput, std::string(name) + " must hold ids");
        if (!cases.empty() && !(cases.back() < *caseId))
            return fail(ErrorCode::InvalidInput, std::string(name) + " must ascend");
        cases.push_back(*caseId);
    }
    return cases;
}

Result<void> checkPart(const DigestPart &part)
{
    std::optional<CaseId> last = part.after;
    for (const CaseSum &sum : part.cases) {
        if (last && !(*last < sum.caseId))
            return fail(ErrorCode::InvalidInput, "cases must ascend from behind after");
        last = sum.caseId;
    }
    if (last && part.through && *part.through < *last)
        return fail(ErrorCode::InvalidInput, "cases must not lie behind through");
    return {};
}

} // namespace

std::string encode(const DigestRequest &message)
{
    json::Array cases;
    for (const CaseSum &sum : message.part.cases)
        cases.emplace_back(json::Object{{"case", sum.caseId.toString()},
                                        {"compartments", encodeCompartments(sum.granted)},
                                        {"count", sum.lines.count},
                                        {"sum", base::toBase64Url(sum.lines.sum)}});
    json::Object object{{"cursor", message.cursor}, {"logId", message.logId}};
    if (message.part.after)
        object.append("after", message.part.after->toString());
    if (message.part.through)
        object.append("through", message.part.through->toString());
    object.append("cases", std::move(cases));
    return json::serialise(std::move(object));
}

Result<DigestRequest> decodeDigestRequest(std::string_view body)
{
    TRY(const json::Value value, readObject(body, Limits::BodyBytes));
    DigestRequest message;
    TRY(message.cursor, requireText(value, "cursor", Limits::CursorBytes));
    TRY(message.logId, requireText(value, "logId", Limits::TextBytes));
    TRY(message.part.after, readBound(value, "after"));
    TRY(message.part.through, readBound(value, "through"));
    TRY(const json::Array *cases, value.requireArray("cases"));
    if (cases->size() > Limits::DigestCases)
        return fail(ErrorCode::TooLarge, "cases has too many items");
    for (const json::Value &item : *cases) {
        TRY(CaseSum sum, readSum(item));
        message.part.cases.push_back(sum);
    }
    TRY_VOID(checkPart(message.part));
    return message;
}

std::string encode(const DigestAnswer &message)
{
    return json::serialise(json::Object{{"differ", encodeCases(message.differ)},
                                        {"unsettled", encodeCases(message.unsettled)},
                                        {"lines", message.lines}});
}

Result<DigestAnswer> decodeDigestAnswer(std::string_view body)
{
    TRY(const json::Value value, readObject(body, Limits::AnswerBytes));
    DigestAnswer message;
    TRY(message.lines, requireCount(value, "lines"));
    TRY(message.differ, readCases(value, "differ"));
    TRY(message.unsettled, readCases(value, "unsettled"));
    return message;
}

} // namespace faltakt::protocol
