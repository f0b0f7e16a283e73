#include "sync/client/team_quarantine.h"

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

TeamQuarantine::TeamQuarantine(const store::Owner &owner, const crypto::SigningKey &deviceKey, RequestSender &sender,
                               base::Random &random)
    : m_owner(owner), m_deviceKey(&deviceKey), m_sender(&sender), m_random(&random)
{
}

TeamQuarantine::~TeamQuarantine()
{
    if (m_done)
        m_sender->giveUp(m_request);
}

/// It is asked seldom, so each time with a token of its own.
void TeamQuarantine::ask(const protocol::QuarantineRequest &request, Done done)
{
    if (m_done)
        m_sender->giveUp(m_request);
    m_anchor = std::make_unique<QObject>();
    m_done = std::move(done);
    const auto assertion = protocol::makeTokenAssertion(*m_deviceKey, m_owner.device, m_owner.tenant, *m_random);
    if (!assertion)
        return finish(fail(assertion.error()));
    Request forToken;
    forToken.path = protocol::Paths::Token;
    forToken.body = protocol::encode(protocol::TokenRequest{m_owner.device, *assertion});
    send(std::move(forToken), [this, request](const Answer &answer) {
        const auto token = protocol::decodeTokenAnswer(answer.body);
        if (!token)
            return finish(fail(ErrorCode::Damaged, "the server's token cannot be read"));
        Request forPage;
        forPage.method = Request::Method::Get;
        forPage.path = protocol::Paths::Quarantine;
        forPage.query = protocol::encodeQuarantineQuery(request);
        forPage.token = token->token;
        send(std::move(forPage), [this](const Answer &page) { finish(protocol::decodeQuarantinePage(page.body)); });
    });
}

void TeamQuarantine::send(Request request, std::function<void(const Answer &)> answered)
{
    m_request =
        m_sender->send(std::move(request), [this, answered = std::move(answered),
                                            alive = QPointer<QObject>(m_anchor.get())](const Result<Answer> &answer) {
            if (!alive)
                return;
            const auto checked = answer ? checkAnswer(*answer) : Result<void>(fail(answer.error()));
            if (!checked)
                return finish(fail(checked.error()));
            answered(*answer);
        });
}

/// From the event loop, so that whoever asked may drop it there.
void TeamQuarantine::finish(Result<protocol::QuarantinePage> page)
{
    QTimer::singleShot(0, m_anchor.get(), [this, page = std::move(page)]() mutable {
        const Done done = std::exchange(m_done, nullptr);
        done(std::move(page));
    });
}

} // namespace faltakt::client
