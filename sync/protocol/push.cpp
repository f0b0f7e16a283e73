#include "sync/protocol/push.h"

#include "sync/protocol/member_reader.h"

#include "core/changelog/journal.h"
#include "core/crypto/hash.h"

#include <array>

namespace faltakt::protocol {

using base::ErrorCode;
using base::fail;
using base::Result;
using changelog::JournalBatch;
using changelog::JournalLine;
using changelog::Verdict;
using changelog::VerdictKind;
namespace json = base::json;

namespace {

constexpr std::string_view AbsentBegin = R"({"absent":")";
constexpr std::string_view AbsentEnd = R"("})";
constexpr std::size_t HashCharacters = 43;
constexpr std::size_t AnswerLineBytes = 1024;
constexpr std::array<std::string_view, 4> VerdictNames = {"accepted", "duplicate", "quarantined", "absent"};

std::int64_t lastPosition(const JournalBatch &batch) { return batch.from + std::int64_t(batch.lines.size()) - 1; }

std::string statementOf(const JournalBatch &batch, base::TenantId tenant, base::DeviceId device)
{
    return changelog::journalStatement(tenant, device, {batch.epoch, lastPosition(batch)}, batch.head);
}

/// A line that is no longer held has exactly one form; whatever looks otherwise is a change line.
std::optional<base::Hash> absentHash(std::string_view line)
{
    const bool fits = line.size() == AbsentBegin.size() + HashCharacters + AbsentEnd.size()
                      && line.starts_with(AbsentBegin) && line.ends_with(AbsentEnd);
    if (!fits)
        return std::nullopt;
    const auto hash = base::hashFromBase64Url(line.substr(AbsentBegin.size(), HashCharacters));
    return hash ? std::optional<base::Hash>(*hash) : std::nullopt;
}

JournalLine readLine(std::string_view line)
{
    if (const auto hash = absentHash(line))
        return {*hash, std::nullopt};
    return {crypto::blake2b256(base::bytesOf(line)), std::string(line)};
}

struct Header {
    PushRequest request;
    std::size_t count = 0;
};

Result<Header> readHeader(std::string_view line)
{
    TRY(const json::Value value, readObject(line, Limits::PushHeaderBytes));
    Header header;
    JournalBatch &batch = header.request.batch;
    TRY(header.request.device, requireId<base::DeviceId>(value, "dev"));
    TRY(batch.epoch, requireCount(value, "ep", 1));
    TRY(batch.from, requireCount(value, "from", 1));
    TRY(batch.previous, requireHash(value, "prev"));
    TRY(const std::int64_t count, requireCount(value, "count", 1));
    if (count > std::int64_t(Limits::PushLines))
        return fail(ErrorCode::TooLarge, "count is beyond the limit");
    header.count = std::size_t(count);
    TRY(batch.head, requireHash(value, "head"));
    TRY(header.request.signature, requireSignature(value, "sig"));
    if (batch.from == 1 && batch.previous != changelog::firstLink())
        return fail(ErrorCode::InvalidInput, "prev must be zero at the beginning of an epoch");
    return header;
}

json::Object encodeVerdict(const Verdict &verdict)
{
    json::Object line{{"n", verdict.n}, {"verdict", VerdictNames[std::size_t(verdict.kind)]}};
    if (verdict.receipt) {
        line.append("seq", verdict.receipt->seq);
        line.append("received", base::toMs(verdict.receipt->received));
        line.append("stamp", base::toBase64Url(verdict.receipt->stamp));
    }
    if (verdict.kind == VerdictKind::Quarantined) {
        line.append("reason", verdict.reason);
        if (!verdict.field.empty())
            line.append("field", verdict.field);
    }
    return line;
}

Result<Verdict> readVerdict(const json::Value &value)
{
    Verdict verdict;
    TRY(verdict.n, requireCount(value, "n", 1));
    TRY(const std::string name, value.requireString("verdict"));
    const auto known = std::find(VerdictNames.begin(), VerdictNames.end(), name);
    if (known == VerdictNames.end())
        return fail(ErrorCode::InvalidInput, "verdict is not known");
    verdict.kind = VerdictKind(known - VerdictNames.begin());
    if (verdict.kind == VerdictKind::Accepted || verdict.kind == VerdictKind::Duplicate) {
        changelog::Receipt receipt;
        TRY(receipt.seq, requireCount(value, "seq", 1));
        TRY(receipt.received, requireInstant(value, "received"));
        TRY(receipt.stamp, requireHash(value, "stamp"));
        verdict.receipt = receipt;
    }
    if (verdict.kind == VerdictKind::Quarantined) {
        TRY(verdict.reason, value.requireString("reason"));
        if (value.find("field")) {
            TRY(verdict.field, value.requireString("field"));
        }
    }
    return verdict;
}

/// The one-line answers; empty where the line is a verdict or the end.
Result<std::optional<PushAnswer>> readRefusal(const json::Value &value)
{
    if (const json::Value *gap = value.find("gap")) {
        TRY(const std::int64_t expected, requireCount(*gap, "expected", 1));
        return PushAnswer(PushGap{expected});
    }
    if (const json::Value *fork = value.find("fork")) {
        TRY(const std::int64_t n, requireCount(*fork, "n", 0));
        return PushAnswer(PushFork{n});
    }
    return std::nullopt;
}

} // namespace

Result<PushRequest> signPush(JournalBatch batch, base::TenantId tenant, base::DeviceId device,
                             const crypto::SigningKey &deviceKey)
{
    if (batch.lines.empty())
        return fail(ErrorCode::InvalidInput, "nothing to push");
    TRY(const crypto::Signature signature, deviceKey.sign(base::bytesOf(statementOf(batch, tenant, device))));
    return PushRequest{device, std::move(batch), signature};
}

bool verifyPush(const PushRequest &request, base::TenantId tenant, const crypto::PublicKey &deviceKey)
{
    return deviceKey.verify(base::bytesOf(statementOf(request.batch, tenant, request.device)), request.signature);
}

std::string encodePush(const PushRequest &request)
{
    const JournalBatch &batch = request.batch;
    std::string body = json::serialise(json::Object{{"dev", request.device.toString()},
                                                    {"ep", batch.epoch},
                                                    {"from", batch.from},
                                                    {"prev", base::toBase64Url(batch.previous)},
                                                    {"count", std::int64_t(batch.lines.size())},
                                                    {"head", base::toBase64Url(batch.head)},
                                                    {"sig", base::toBase64Url(request.signature)}});
    body += '\n';
    for (const JournalLine &line : batch.lines) {
        if (line.line)
            body += *line.line;
        else
            body.append(AbsentBegin).append(base::toBase64Url(line.hash)).append(AbsentEnd);
        body += '\n';
    }
    return body;
}

Result<PushRequest> decodePush(std::string_view body)
{
    if (body.size() > Limits::PushBodyBytes)
        return fail(ErrorCode::TooLarge, "push");
    const auto headerEnd = body.find('\n');
    if (headerEnd == std::string_view::npos || !body.ends_with('\n'))
        return fail(ErrorCode::InvalidInput, "push is cut");
    TRY(Header header, readHeader(body.substr(0, headerEnd)));
    std::string_view rest = body.substr(headerEnd + 1);
    if (rest.size() > Limits::PushBytes)
        return fail(ErrorCode::TooLarge, "push");
    PushRequest &request = header.request;
    request.batch.lines.reserve(header.count);
    base::Hash link = request.batch.previous;
    while (!rest.empty()) {
        if (request.batch.lines.size() == header.count)
            return fail(ErrorCode::InvalidInput, "more lines than count says");
        const auto end = rest.find('\n');
        request.batch.lines.push_back(readLine(rest.substr(0, end)));
        link = changelog::nextLink(link, request.batch.lines.back().hash);
        rest.remove_prefix(end + 1);
    }
    if (request.batch.lines.size() != header.count)
        return fail(ErrorCode::InvalidInput, "fewer lines than count says");
    if (link != request.batch.head)
        return fail(ErrorCode::InvalidInput, "the links do not lead to head");
    return std::move(request);
}

std::string encodePushAnswer(const PushAnswer &answer)
{
    if (const auto *gap = std::get_if<PushGap>(&answer))
        return json::serialise(json::Object{{"gap", json::Object{{"expected", gap->expected}}}}) + '\n';
    if (const auto *fork = std::get_if<PushFork>(&answer))
        return json::serialise(json::Object{{"fork", json::Object{{"n", fork->n}}}}) + '\n';
    const auto &verdicts = std::get<PushVerdicts>(answer);
    std::string body;
    for (const Verdict &verdict : verdicts.verdicts)
        body.append(json::serialise(encodeVerdict(verdict))) += '\n';
    return body + json::serialise(json::Object{{"done", true}, {"n", verdicts.n}}) + '\n';
}

Result<PushAnswer> decodePushAnswer(std::string_view body)
{
    if (body.size() > Limits::AnswerBytes)
        return fail(ErrorCode::TooLarge, "push answer");
    PushVerdicts verdicts;
    bool done = false;
    for (const std::string_view line : json::splitLines(body)) {
        if (done)
            return fail(ErrorCode::Damaged, "something stands after the end of a push answer");
        TRY(const json::Value value, readObject(line, AnswerLineBytes));
        TRY(auto refusal, readRefusal(value));
        if (refusal)
            return std::move(*refusal);
        if (value.boolAt("done")) {
            TRY(verdicts.n, requireCount(value, "n"));
            done = true;
        } else if (value.find("verdict")) {
            TRY(Verdict verdict, readVerdict(value));
            if (!verdicts.verdicts.empty() && verdict.n != verdicts.verdicts.back().n + 1)
                return fail(ErrorCode::Damaged, "verdicts do not follow one another");
            verdicts.verdicts.push_back(std::move(verdict));
        }
    }
    if (!done)
        return fail(ErrorCode::Damaged, "push answer is cut");
    return PushAnswer(std::move(verdicts));
}

} // namespace faltakt::protocol
