#include "sync/client/known_question.h"

#include "sync/protocol/messages.h"

namespace faltakt::client {

using base::fail;
using base::Result;

void KnownQuestion::ask(const protocol::KnownRequest &request, Done done)
{
    Request call;
    call.path = protocol::Paths::Known;
    call.body = protocol::encode(request);
    m_call.ask(std::move(call), [done = std::move(done)](const Result<Answer> &answer) {
        done(answer ? protocol::decodeKnownAnswer(answer->body) : Result<protocol::KnownAnswer>(fail(answer.error())));
    });
}

} // namespace faltakt::client
