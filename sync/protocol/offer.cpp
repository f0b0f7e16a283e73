#include "sync/protocol/offer.h"

#include "sync/protocol/member_reader.h"

#include <algorithm>
#include <array>

namespace faltakt::protocol {

using base::ErrorCode;
using base::fail;
using base::Result;
using changelog::OfferedLine;
using changelog::OfferVerdict;
namespace json = base::json;

namespace {

constexpr std::size_t EnvelopeBytes = 1024;
constexpr std::array<std::string_view, 3> VerdictNames = {"taken", "known", "refused"};

Result<std::string_view> takeLine(std::string_view &rest)
{
    const auto end = rest.find('\n');
    if (end == std::string_view::npos)
        return fail(ErrorCode::InvalidInput, "the offer is cut");
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return line;
}

Result<OfferedLine> readOffered(const json::Value &envelope, std::string_view &rest)
{
    OfferedLine offered;
    TRY(offered.receipt.seq, requireCount(envelope, "seq", 1));
    TRY(offered.receipt.received, requireInstant(envelope, "received"));
    TRY(offered.receipt.stamp, requireHash(envelope, "stamp"));
    TRY(const std::string_view line, takeLine(rest));
    if (line.size() > Limits::ChangeLineBytes)
        return fail(ErrorCode::TooLarge, "a change line");
    offered.line = std::string(line);
    return offered;
}

} // namespace

std::string encodeOffer(const changelog::OfferBatch &batch)
{
    std::string body;
    for (const OfferedLine &offered : batch.lines) {
        body +=
            json::serialise(json::Object{{"env", json::Object{{"seq", offered.receipt.seq},
                                                              {"received", base::toMs(offered.receipt.received)},
                                                              {"stamp", base::toBase64Url(offered.receipt.stamp)}}}});
        body += '\n';
        body += offered.line;
        body += '\n';
    }
    return body + json::serialise(json::Object{{"count", std::int64_t(batch.lines.size())}}) + '\n';
}

Result<std::vector<OfferedLine>> decodeOffer(std::string_view body)
{
    if (body.size() > Limits::OfferBodyBytes)
        return fail(ErrorCode::TooLarge, "offer");
    std::vector<OfferedLine> lines;
    while (true) {
        TRY(const std::string_view head, takeLine(body));
        TRY(const json::Value value, readObject(head, EnvelopeBytes));
        const json::Value *envelope = value.find("env");
        if (!envelope) {
            TRY(const std::int64_t count, requireCount(value, "count"));
            if (count != std::int64_t(lines.size()) || !body.empty())
                return fail(ErrorCode::InvalidInput, "count must be that of the lines");
            return lines;
        }
        if (!envelope->isObject())
            return fail(ErrorCode::InvalidInput, "env must be an object");
        if (lines.size() == Limits::PushLines)
            return fail(ErrorCode::TooLarge, "the offer has too many lines");
        TRY(OfferedLine offered, readOffered(*envelope, body));
        lines.push_back(std::move(offered));
    }
}

std::string encodeOfferAnswer(const std::vector<OfferVerdict> &verdicts)
{
    json::Array names;
    for (const OfferVerdict verdict : verdicts)
        names.emplace_back(VerdictNames[std::size_t(verdict)]);
    return json::serialise(json::Object{{"verdicts", std::move(names)}});
}

Result<std::vector<OfferVerdict>> decodeOfferAnswer(std::string_view body)
{
    TRY(const json::Value value, readObject(body, Limits::BodyBytes));
    TRY(const json::Array *names, value.requireArray("verdicts"));
    if (names->size() > Limits::PushLines)
        return fail(ErrorCode::TooLarge, "verdicts has too many items");
    std::vector<OfferVerdict> verdicts;
    for (const json::Value &name : *names) {
        const auto known = std::find(VerdictNames.begin(), VerdictNames.end(),
                                     name.string() ? std::string_view(*name.string()) : std::string_view());
        if (known == VerdictNames.end())
            return fail(ErrorCode::InvalidInput, "verdicts must hold verdicts");
        verdicts.push_back(OfferVerdict(known - VerdictNames.begin()));
    }
    return verdicts;
}

} // namespace faltakt::protocol
