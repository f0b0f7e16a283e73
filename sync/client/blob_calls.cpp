#include "sync/client/blob_calls.h"

#include "sync/client/answers.h"
#include "sync/protocol/messages.h"
#include "sync/protocol/token_assertion.h"

#include <utility>

namespace faltakt::client {

using base::ErrorCode;
using base::fail;
using base::Result;
using blobs::BlobCall;

namespace {

constexpr int HttpUnauthorised = 401;
/// A chunk is handed to the system at once, and then nothing is heard until it is over the line: so long is borne on a link
/// that carries 1 KiB a second, which is about as slow as the server bears.
constexpr std::chrono::seconds Patience{30};
constexpr std::int64_t SlowestLink = 1024;

Request requestFor(BlobCall call)
{
    Request request;
    request.path = protocol::Paths::Blob;
    request.query = std::move(call.query);
    request.body = std::move(call.body);
    switch (call.kind) {
    case BlobCall::Kind::Announce: break;
    case BlobCall::Kind::Bring:
        request.method = Request::Method::Patch;
        request.contentType = "application/octet-stream";
        request.patience = Patience + std::chrono::seconds(std::int64_t(request.body.size()) / SlowestLink);
        break;
    case BlobCall::Kind::Fetch: request.method = Request::Method::Get; break;
    }
    return request;
}

/// A server that asks for patience is as good as one that cannot be reached.
base::Error errorOfLine(const base::Error &error)
{
    return error.code() == ErrorCode::Busy ? base::Error(ErrorCode::Unreachable, error.detail()) : error;
}

} // namespace

void BlobCalls::call(BlobCall call, Answered answered, Broken broken)
{
    m_underWay = std::make_shared<UnderWay>(
        UnderWay{requestFor(std::move(call)), std::move(answered), std::move(broken), false});
    if (m_token.empty())
        renewToken();
    else
        send();
}

void BlobCalls::giveUp()
{
    if (std::exchange(m_underWay, nullptr))
        m_sender->giveUp(m_request);
}

void BlobCalls::post(Request request, void (BlobCalls::*take)(Result<Answer>))
{
    m_request =
        m_sender->send(std::move(request), [this, take, call = std::weak_ptr(m_underWay)](Result<Answer> answer) {
            if (!call.expired())
                (this->*take)(std::move(answer));
        });
}

void BlobCalls::breakOff(const base::Error &error)
{
    const auto call = std::exchange(m_underWay, nullptr);
    call->broken(error);
}

void BlobCalls::renewToken()
{
    m_underWay->hasFreshToken = true;
    const auto assertion = protocol::makeTokenAssertion(*m_deviceKey, m_owner.device, m_owner.tenant, *m_random);
    if (!assertion)
        return breakOff(assertion.error());
    Request request;
    request.path = protocol::Paths::Token;
    request.body = protocol::encode(protocol::TokenRequest{m_owner.device, *assertion});
    post(std::move(request), &BlobCalls::takeToken);
}

void BlobCalls::takeToken(Result<Answer> answer)
{
    const auto checked = answer ? checkAnswer(*answer) : Result<void>(fail(answer.error()));
    if (!checked)
        return breakOff(errorOfLine(checked.error()));
    auto token = protocol::decodeTokenAnswer(answer->body);
    if (!token)
        return breakOff(base::Error(ErrorCode::Damaged, "the server's token cannot be read"));
    m_token = std::move(token->token);
    send();
}

void BlobCalls::send()
{
    Request request = m_underWay->request;
    request.token = m_token;
    post(std::move(request), &BlobCalls::takeAnswer);
}

void BlobCalls::takeAnswer(Result<Answer> answer)
{
    if (!answer)
        return breakOff(answer.error());
    if (answer->status == HttpUnauthorised && !m_underWay->hasFreshToken)
        return renewToken();
    if (answer->status == HttpUnauthorised)
        return breakOff(base::Error(ErrorCode::Refused, "the server does not accept this device's proof"));
    const auto checked = checkAnswer(*answer);
    if (!checked && (checked.error().code() == ErrorCode::Busy || checked.error().code() == ErrorCode::Unreachable))
        return breakOff(errorOfLine(checked.error()));
    // The next call may come from within.
    const auto call = std::exchange(m_underWay, nullptr);
    call->answered(checked ? Result<std::string>(std::move(answer->body)) : fail(checked.error()));
}

} // namespace faltakt::client
