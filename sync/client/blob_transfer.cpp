#include "sync/client/blob_transfer.h"

#include "sync/client/answers.h"
#include "sync/protocol/messages.h"
#include "sync/protocol/token_assertion.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace faltakt::client {

using base::ErrorCode;
using base::fail;
using base::Result;
using crypto::BlobForm;
using store::BlobState;

namespace {

constexpr auto ChunkBytes = std::int64_t(BlobForm::ChunkBytes);
constexpr int HttpUnauthorised = 401;
/// A chunk is handed to the system at once, and then nothing is heard until it is over the line: so long is borne on a link
/// that carries 1 KiB a second, which is about as slow as the server bears.
constexpr std::chrono::seconds Patience{30};
constexpr std::int64_t SlowestLink = 1024;
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

BlobTransfer::BlobTransfer(store::CaseStore &cases, BlobFolder &folder, const crypto::SigningKey &deviceKey,
                           RequestSender &sender, base::Random &random)
    : m_cases(&cases), m_folder(&folder), m_deviceKey(&deviceKey), m_sender(&sender), m_random(&random),
      m_anchor(std::make_unique<QObject>())
{
}

BlobTransfer::~BlobTransfer()
{
    if (m_done)
        m_sender->giveUp(m_request);
}

void BlobTransfer::start(Scope scope, Moved moved, Done done)
{
    m_moved = std::move(moved);
    m_done = std::move(done);
    m_report = {};
    QTimer::singleShot(0, m_anchor.get(), [this, scope] {
        const auto tidied = Attachments(*m_cases, *m_folder).tidy();
        const auto waiting = tidied ? m_cases->waitingBlobs() : fail(tidied.error());
        if (!waiting)
            return finish(fail(waiting.error()));
        m_rows.assign(waiting->begin(), waiting->end());
        if (scope == Scope::OrderedOnly)
            std::erase_if(m_rows, [](const store::BlobRow &row) { return row.state != BlobState::Wanted; });
        next();
    });
}

void BlobTransfer::finish(Result<TransferReport> report)
{
    m_rows.clear();
    QTimer::singleShot(0, m_anchor.get(), [this, report = std::move(report)]() mutable {
        if (m_done)
            std::exchange(m_done, nullptr)(std::move(report));
    });
}

void BlobTransfer::next()
{
    if (m_rows.empty())
        return finish(m_report);
    m_row = std::move(m_rows.front());
    m_rows.pop_front();
    m_startsLeft = Starts;
    goOn();
}

/// One step of the attachment under way, unless changes wait.
void BlobTransfer::goOn()
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
void BlobTransfer::take(const Result<void> &step)
{
    if (step)
        return;
    if (const char *fault = faultOf(step.error().code()))
        conclude(fault);
    else
        finish(fail(step.error()));
}

void BlobTransfer::conclude(const char *fault)
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

void BlobTransfer::renewToken(std::function<void()> then)
{
    const store::Owner &owner = m_cases->owner();
    const auto assertion = protocol::makeTokenAssertion(*m_deviceKey, owner.device, owner.tenant, *m_random);
    if (!assertion)
        return finish(fail(assertion.error()));
    Request request;
    request.path = protocol::Paths::Token;
    request.body = protocol::encode(protocol::TokenRequest{owner.device, *assertion});
    m_request = m_sender->send(std::move(request), [this, then = std::move(then),
                                                    alive = QPointer<QObject>(m_anchor.get())](Result<Answer> answer) {
        if (!alive)
            return;
        const auto checked = answer ? checkAnswer(*answer) : Result<void>(fail(answer.error()));
        if (!checked)
            return finish(fail(checked.error()));
        auto token = protocol::decodeTokenAnswer(answer->body);
        if (!token)
            return finish(fail(ErrorCode::Damaged, "the server's token cannot be read"));
        m_token = std::move(token->token);
        then();
    });
}

void BlobTransfer::ask(Request request, Answered answered)
{
    if (!m_token.empty())
        return send(std::move(request), answered, true);
    renewToken(
        [this, request = std::move(request), answered = std::move(answered)] { send(request, answered, false); });
}

void BlobTransfer::send(Request request, const Answered &answered, bool mayRenew)
{
    request.token = m_token;
    Request again = request;
    m_request = m_sender->send(std::move(request), [this, again = std::move(again), answered, mayRenew,
                                                    alive = QPointer<QObject>(m_anchor.get())](Result<Answer> answer) {
        if (!alive)
            return;
        if (!answer)
            return finish(fail(answer.error()));
        if (answer->status == HttpUnauthorised && mayRenew)
            return renewToken([this, again, answered] { send(again, answered, false); });
        if (answer->status == HttpUnauthorised)
            return finish(fail(ErrorCode::Refused, "the server does not accept this device's proof"));
        const auto checked = checkAnswer(*answer);
        if (checked)
            return take(answered(std::move(answer->body)));
        if (checked.error().code() == ErrorCode::Busy)
            return finish(fail(ErrorCode::Unreachable, checked.error().detail()));
        // Thrown away whole at the server: from the start, once.
        if (checked.error().code() == ErrorCode::InvalidInput && m_row.state == BlobState::ToSend && --m_startsLeft > 0)
            return goOn();
        take(checked);
    });
}

void BlobTransfer::announce()
{
    Request request;
    request.path = protocol::Paths::Blob;
    request.body = protocol::encode(protocol::BlobAnnouncement{m_row.caseId, m_row.name, m_row.size});
    ask(std::move(request), [this](const std::string &body) -> Result<void> {
        TRY(const auto answer, readHeld(body));
        return sendFrom(answer.held);
    });
}

Result<protocol::BlobHeld> BlobTransfer::readHeld(const std::string &body) const
{
    const auto answer = protocol::decodeBlobHeld(body);
    const bool fits =
        answer && answer->held <= m_row.size && (answer->held == m_row.size || answer->held % ChunkBytes == 0);
    if (!fits)
        return fail(ErrorCode::Damaged, "the server's answer cannot be read");
    return *answer;
}

Result<void> BlobTransfer::sendFrom(std::int64_t held)
{
    m_held = held;
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
    Request request;
    request.method = Request::Method::Patch;
    request.path = protocol::Paths::Blob;
    request.query = protocol::encodeBlobQuery({m_row.caseId, m_row.name, held});
    request.contentType = "application/octet-stream";
    request.body = std::string(base::textOf(base::ByteView(*chunk)));
    request.patience = Patience + std::chrono::seconds(std::int64_t(request.body.size()) / SlowestLink);
    ask(std::move(request), [this, held](const std::string &body) -> Result<void> {
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

void BlobTransfer::fetch()
{
    const std::int64_t held = m_folder->chunksHeld(fileOf(m_row));
    if (held == BlobForm::chunkCount(m_row.size))
        return take(concludeFetch());
    Request request;
    request.method = Request::Method::Get;
    request.path = protocol::Paths::Blob;
    request.query = protocol::encodeBlobQuery({m_row.caseId, m_row.name, held * ChunkBytes});
    ask(std::move(request), [this](const std::string &body) { return keepChunk(body); });
}

Result<void> BlobTransfer::keepChunk(const std::string &body)
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
Result<void> BlobTransfer::concludeFetch()
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

} // namespace faltakt::client
