#include "sync/client/team_quarantine.h"

#include "sync/protocol/messages.h"

namespace faltakt::client {

using base::fail;
using base::Result;

void TeamQuarantine::ask(const protocol::QuarantineRequest &request, Done done)
{
    Request call;
    call.method = Request::Method::Get;
    call.path = protocol::Paths::Quarantine;
    call.query = protocol::encodeQuarantineQuery(request);
    m_call.ask(std::move(call), [done = std::move(done)](const Result<Answer> &answer) {
        done(answer ? protocol::decodeQuarantinePage(answer->body)
                    : Result<protocol::QuarantinePage>(fail(answer.error())));
    });
}

} // namespace faltakt::client
