#include "sync/client/answers.h"

#include "sync/protocol/messages.h"

namespace faltakt::client {

using base::ErrorCode;
using base::fail;
using base::Result;
using protocol::Refusal;

Result<void> checkAnswer(const Answer &answer)
{
    auto refusal = protocol::refusalFromStatus(answer.status);
    if (!refusal)
        return {};
    if (const auto body = protocol::decodeErrorAnswer(answer.body))
        refusal = body->error;
    switch (*refusal) {
    case Refusal::Invalid: return fail(ErrorCode::InvalidInput, "the server does not understand the request");
    case Refusal::UseDpopNonce: return fail(ErrorCode::Unreachable, "the server wants ever new nonces");
    case Refusal::Proof:
    case Refusal::Token: return fail(ErrorCode::Refused, "the server does not accept this device's proof");
    case Refusal::Refused: return fail(ErrorCode::Refused, "the server refuses it");
    case Refusal::NotFound: return fail(ErrorCode::NotFound, "the server does not know it");
    case Refusal::CodeUsed: return fail(ErrorCode::AlreadyExists, "the code has been used; ask for a new one");
    case Refusal::TooLarge: return fail(ErrorCode::TooLarge, "the server's limit of size");
    case Refusal::TooMany:
    case Refusal::Busy: return fail(ErrorCode::Busy, "the server asks for patience");
    case Refusal::Full: return fail(ErrorCode::StorageFull, "the server has no room left for attachments");
    case Refusal::Failed: break;
    }
    return fail(ErrorCode::Unreachable, "the server has a fault of its own");
}

} // namespace faltakt::client
