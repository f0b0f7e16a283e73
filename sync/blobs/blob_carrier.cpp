#include "sync/blobs/blob_carrier.h"

#include <utility>

namespace faltakt::blobs {

using base::ErrorCode;
using base::fail;
using base::Result;
using crypto::BlobForm;
using store::BlobState;

namespace {

constexpr auto ChunkBytes = std::int64_t(BlobForm::ChunkBytes);
/// A blob that comes out wrong at the server may have been begun by somebody else: it is brought once more, and no oftener.
constexpr int Starts = 2;

BlobFile fileOf(const store::BlobRow &row) { return {row.name, row.size}; }

/// The fault of one attachment that an error is; nullptr where it ends the transfer.
const char *faultOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound: return BlobFault::Missing;
    case ErrorCode::Refused: return BlobFault::Refused;
    case ErrorCode::StorageFull: return BlobFault::Full;
    case ErrorCode::TooLarge: return BlobFault::TooLarge;
    case ErrorCode::InvalidInput:
    case ErrorCode::Damaged: return BlobFault::Damaged;
    default: return nullptr;
    }
}

} // namespace

BlobCarrier::~BlobCarrier()
{
    if (m_done)
        m_line->giveUp();
}

void BlobCarrier::start(Scope scope, Moved moved, Done done)
{
    m_moved = std::move(moved);
    m_done = std::move(done);
    m_report = {};
    const auto tidied = Attachments(*m_cases, *m_folder).tidy();
    const auto waiting = tidied ? m_cases->waitingBlobs() : fail(tidied.error());
    if (!waiting)
        return finish(fail(waiting.error()));
    m_rows.assign(waiting->begin(), waiting->end());
    if (scope == Scope::OrderedOnly)
        std::erase_if(m_rows, [](const store::BlobRow &row) { return row.state != BlobState::Wanted; });
    next();
}

void BlobCarrier::finish(Result<TransferReport> report)
{
    m_rows.clear();
    if (m_done)
        std::exchange(m_done, nullptr)(std::move(report));
}

void BlobCarrier::next()
{
    if (m_rows.empty())
        return finish(m_report);
    m_row = std::move(m_rows.front());
    m_rows.pop_front();
    m_startsLeft = Starts;
    goOn();
}

/// One step of the attachment under way, unless changes wait.
void BlobCarrier::goOn()
{
    const auto waiting = m_cases->waitingCounts();
    if (!waiting)
        return finish(fail(waiting.error()));
    if (waiting->outbox > 0) {
        m_report.interrupted = true;
        return finish(m_report);
    }
    if (m_row.state == BlobState::Wanted)
        fetch();
    else
        announce();
}

/// What came of a step: it went on by itself, or the attachment has a fault, or the transfer ends.
void BlobCarrier::take(const Result<void> &step)
{
    if (step)
        return;
    if (const char *fault = faultOf(step.error().code()))
        conclude(fault);
    else
        finish(fail(step.error()));
}

void BlobCarrier::conclude(const char *fault)
{
    m_row.fault = fault;
    const bool isDone = m_row.fault.empty();
    if (isDone)
        ++(m_row.state == BlobState::Wanted ? m_report.fetched : m_report.sent);
    else
        ++m_report.failed;
    if (isDone)
        m_row.state = BlobState::Here;
    // It may have been removed, or its case taken away, while it was under way; tidying sees to what is left then.
    if (const auto noted = m_cases->noteBlob(m_row); !noted)
        return finish(fail(noted.error()));
    if (m_moved)
        m_moved();
    next();
}

void BlobCarrier::ask(BlobCall call, std::function<Result<void>(const std::string &body)> answered)
{
    m_line->call(
        std::move(call),
        [this, answered = std::move(answered)](const Result<std::string> &body) {
            if (body)
                take(answered(*body));
            else
                refused(body.error());
        },
        [this](const base::Error &error) { finish(fail(error)); });
}

void BlobCarrier::refused(const base::Error &error)
{
    // Thrown away whole at the server: from the start, once.
    if (error.code() == ErrorCode::InvalidInput && m_row.state == BlobState::ToSend && --m_startsLeft > 0)
        return goOn();
    take(fail(error));
}

void BlobCarrier::announce()
{
    ask({BlobCall::Kind::Announce,
         {},
         protocol::encode(protocol::BlobAnnouncement{m_row.caseId, m_row.name, m_row.size})},
        [this](const std::string &body) -> Result<void> {
            TRY(const auto answer, readHeld(body));
            return sendFrom(answer.held);
        });
}

Result<protocol::BlobHeld> BlobCarrier::readHeld(const std::string &body) const
{
    const auto answer = protocol::decodeBlobHeld(body);
    const bool fits =
        answer && answer->held <= m_row.size && (answer->held == m_row.size || answer->held % ChunkBytes == 0);
    // That says nothing of this attachment, whose bytes may be here alone: the transfer ends, and the next one tries again.
    if (!fits)
        return fail(ErrorCode::Unreachable, "the server's answer cannot be read");
    return *answer;
}

Result<void> BlobCarrier::sendFrom(std::int64_t held)
{
    if (held == m_row.size) {
        conclude("");
        return {};
    }
    TRY(const auto waiting, m_cases->waitingCounts());
    if (waiting.outbox > 0) {
        goOn();
        return {};
    }
    const auto chunk = m_folder->chunk(fileOf(m_row), held / ChunkBytes);
    if (!chunk) // One that cannot be read holds up no other.
        return fail(ErrorCode::Damaged, "an attachment's file");
    ask({BlobCall::Kind::Bring, protocol::encodeBlobQuery({m_row.caseId, m_row.name, held}),
         std::string(base::textOf(base::ByteView(*chunk)))},
        [this, held](const std::string &body) -> Result<void> {
            TRY(const auto answer, readHeld(body));
            // Back where it was, it would go round for ever; somebody else may have begun it anew, so once it may.
            if (answer.held <= held && --m_startsLeft <= 0)
                conclude(BlobFault::Stuck);
            else
                return sendFrom(answer.held);
            return {};
        });
    return {};
}

void BlobCarrier::fetch()
{
    const std::int64_t held = m_folder->chunksHeld(fileOf(m_row));
    if (held == BlobForm::chunkCount(m_row.size))
        return take(concludeFetch());
    ask({BlobCall::Kind::Fetch, protocol::encodeBlobQuery({m_row.caseId, m_row.name, held * ChunkBytes}), {}},
        [this](const std::string &body) { return keepChunk(body); });
}

Result<void> BlobCarrier::keepChunk(const std::string &body)
{
    const std::int64_t index = m_folder->chunksHeld(fileOf(m_row));
    if (body.size() != BlobForm::chunkSize(m_row.size, index))
        return fail(ErrorCode::Damaged, "a chunk of another length");
    // No room here is not a fault of this one attachment.
    if (const auto put = m_folder->put(fileOf(m_row), index, base::bytesOf(body)); !put)
        return fail(ErrorCode::StorageFailed, put.error().detail());
    goOn();
    return {};
}

/// Whether it is the blob of that name shows without its key. One that is not goes, so that the next try begins anew.
Result<void> BlobCarrier::concludeFetch()
{
    std::vector<base::Hash> leaves;
    for (std::int64_t i = 0; i < BlobForm::chunkCount(m_row.size); ++i) {
        const auto chunk = m_folder->chunk(fileOf(m_row), i);
        leaves.push_back(chunk ? crypto::blobLeaf(i, *chunk) : base::Hash());
    }
    if (crypto::blobName(m_row.size, leaves) != m_row.name) {
        TRY_VOID(Attachments(*m_cases, *m_folder).dropFetched(fileOf(m_row)));
        return fail(ErrorCode::Damaged, "it is another blob");
    }
    conclude("");
    return {};
}

} // namespace faltakt::blobs
