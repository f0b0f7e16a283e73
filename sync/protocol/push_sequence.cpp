#include "sync/protocol/push_sequence.h"

#include "sync/protocol/member_reader.h"

#include "core/changelog/journal.h"

namespace faltakt::protocol {

using base::ErrorCode;
using base::fail;
using base::Result;
using changelog::JournalBatch;
namespace json = base::json;

namespace {

constexpr std::string_view Format = "faltakt-pushes";
constexpr std::int64_t SequenceVersion = 1;
/// What a line that is only offered as its hash takes in a push, with its end: a little more than it needs.
constexpr std::size_t AbsentLineBytes = 64;

std::size_t sizeOf(const changelog::JournalLine &line) { return line.line ? line.line->size() + 1 : AbsentLineBytes; }

JournalBatch batchAfter(const JournalBatch &before)
{
    JournalBatch next;
    next.epoch = before.epoch;
    next.from = before.from + std::int64_t(before.lines.size());
    next.previous = before.head;
    next.head = before.head;
    return next;
}

std::vector<JournalBatch> cut(const JournalBatch &run)
{
    JournalBatch batch;
    batch.epoch = run.epoch;
    batch.from = run.from;
    batch.previous = run.previous;
    batch.head = run.previous;
    std::vector<JournalBatch> batches;
    std::size_t bytes = 0;
    for (const changelog::JournalLine &line : run.lines) {
        const bool full = batch.lines.size() == Limits::PushLines || bytes + sizeOf(line) > Limits::PushBytes;
        if (full && !batch.lines.empty()) {
            JournalBatch next = batchAfter(batch);
            batches.push_back(std::move(batch));
            batch = std::move(next);
            bytes = 0;
        }
        bytes += sizeOf(line);
        batch.head = changelog::nextLink(batch.head, line.hash);
        batch.lines.push_back(line);
    }
    if (!batch.lines.empty())
        batches.push_back(std::move(batch));
    return batches;
}

Result<std::vector<std::size_t>> readSizes(std::string_view line)
{
    TRY(const json::Value header, readObject(line, PushSequenceLimits::HeaderBytes));
    if (header.stringAt("format") != Format)
        return fail(ErrorCode::InvalidInput, "no sequence of pushes");
    TRY(const std::int64_t version, requireCount(header, "version", 1));
    if (version != SequenceVersion)
        return fail(ErrorCode::Unsupported, "a sequence of pushes of another version");
    TRY(const json::Array *array, header.requireArray("sizes"));
    if (array->empty())
        return fail(ErrorCode::InvalidInput, "a sequence of no pushes");
    if (array->size() > PushSequenceLimits::Pushes)
        return fail(ErrorCode::TooLarge, "too many pushes in one sequence");
    std::vector<std::size_t> sizes;
    for (const json::Value &value : *array) {
        const auto size = value.integer();
        if (!size || *size < 1 || *size > std::int64_t(Limits::PushBodyBytes))
            return fail(ErrorCode::InvalidInput, "sizes must be sizes of pushes");
        sizes.push_back(std::size_t(*size));
    }
    return sizes;
}

bool follows(const PushRequest &before, const PushRequest &push)
{
    return push.device == before.device && push.batch.epoch == before.batch.epoch
           && push.batch.from == before.batch.from + std::int64_t(before.batch.lines.size())
           && push.batch.previous == before.batch.head;
}

} // namespace

Result<std::vector<PushRequest>> signPushes(const JournalBatch &run, base::TenantId tenant, base::DeviceId device,
                                            const crypto::SigningKey &deviceKey)
{
    std::vector<JournalBatch> batches = cut(run);
    if (batches.empty())
        return fail(ErrorCode::InvalidInput, "nothing to push");
    if (batches.back().head != run.head)
        return fail(ErrorCode::InvalidInput, "the links do not lead to head");
    if (batches.size() > PushSequenceLimits::Pushes)
        return fail(ErrorCode::TooLarge, "too many pushes in one sequence");
    std::vector<PushRequest> pushes;
    for (JournalBatch &batch : batches) {
        TRY(PushRequest push, signPush(std::move(batch), tenant, device, deviceKey));
        pushes.push_back(std::move(push));
    }
    return pushes;
}

std::string encodePushSequence(const std::vector<PushRequest> &pushes)
{
    std::string bodies;
    json::Array sizes;
    for (const PushRequest &push : pushes) {
        const std::string body = encodePush(push);
        sizes.emplace_back(std::int64_t(body.size()));
        bodies += body;
    }
    return json::serialise(json::Object{{"format", Format}, {"version", SequenceVersion}, {"sizes", std::move(sizes)}})
           + '\n' + bodies;
}

Result<std::vector<PushRequest>> decodePushSequence(std::string_view text)
{
    if (text.size() > PushSequenceLimits::Bytes)
        return fail(ErrorCode::TooLarge, "sequence of pushes");
    const auto headerEnd = text.find('\n');
    if (headerEnd == std::string_view::npos)
        return fail(ErrorCode::InvalidInput, "sequence of pushes is cut");
    TRY(const std::vector<std::size_t> sizes, readSizes(text.substr(0, headerEnd)));
    std::string_view rest = text.substr(headerEnd + 1);
    std::vector<PushRequest> pushes;
    for (const std::size_t size : sizes) {
        if (rest.size() < size)
            return fail(ErrorCode::InvalidInput, "sequence of pushes is cut");
        TRY(PushRequest push, decodePush(rest.substr(0, size)));
        if (!pushes.empty() && !follows(pushes.back(), push))
            return fail(ErrorCode::InvalidInput, "the pushes do not follow one another");
        pushes.push_back(std::move(push));
        rest.remove_prefix(size);
    }
    if (!rest.empty())
        return fail(ErrorCode::InvalidInput, "something stands after the last push");
    return pushes;
}

} // namespace faltakt::protocol
