#include "sync/client/sync_runner.h"

#include "sync/client/answers.h"
#include "sync/protocol/token_assertion.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace faltakt::client {

using base::ErrorCode;
using base::fail;
using base::Result;
using engine::Event;
using engine::Happening;

namespace {

/// Silence on the line that is borne beyond the time for which the server may hold a call.
constexpr std::chrono::seconds Patience{30};

} // namespace

SyncRunner::SyncRunner(store::CaseStore &cases, const crypto::SigningKey &deviceKey, const crypto::PublicKey &tenantKey,
                       RequestSender &sender, const SyncEnvironment &environment)
    : m_cases(&cases), m_deviceKey(&deviceKey), m_tenantKey(tenantKey), m_sender(&sender), m_environment(environment),
      m_anchor(std::make_unique<QObject>()), m_state(engine::State::atRest(environment.random.next()))
{
}

SyncRunner::~SyncRunner() { m_sender->giveUp(m_call); }

Request SyncRunner::makePost(std::string_view path, std::string body)
{
    Request request;
    request.path = path;
    request.body = std::move(body);
    request.patience = Patience;
    return request;
}

void SyncRunner::start(const SyncOrder &order, Done done)
{
    m_done = std::move(done);
    m_tell = order.progress;
    m_progress = {};
    m_report = {};
    m_orders = {};
    m_lastError.reset();
    m_started = m_environment.monotonic.elapsed();
    engine::Plan plan;
    plan.failuresAllowed = order.failuresAllowed;
    plan.listen = order.wait;
    plan.keepListening = order.keepListening;
    plan.longestRest = order.longestRest;
    plan.pullLines = order.pullLines;
    plan.compare = shallCompare(order.compare);
    plan.fetch = order.fetch;
    QTimer::singleShot(0, m_anchor.get(), [this, plan] { post({0, engine::Start{plan}}); });
}

void SyncRunner::confirm(std::vector<protocol::CommandId> commands, std::function<void(Result<void>)> done)
{
    m_hello.receipts = std::move(commands);
    m_sender->send(makePost(protocol::Paths::Hello, protocol::encode(m_hello)),
                   [done = std::move(done)](Result<Answer> answer) {
                       done(answer ? checkAnswer(*answer) : Result<void>(fail(answer.error())));
                   });
}

/// Events are taken one after the other, so that an order that is done at once does not nest in the one before.
void SyncRunner::post(Event event)
{
    m_events.push_back(std::move(event));
    if (m_pumping)
        return;
    m_pumping = true;
    while (!m_events.empty()) {
        Event next = std::move(m_events.front());
        m_events.pop_front();
        engine::Step step = engine::advance(std::move(m_state), std::move(next));
        m_state = std::move(step.state);
        for (engine::Order &order : step.orders)
            carryOut(std::move(order));
        if (std::exchange(m_progress.isListening, m_state.isListening()) != m_progress.isListening)
            tellProgress();
    }
    m_pumping = false;
}

engine::Milliseconds SyncRunner::since(std::chrono::nanoseconds start) const
{
    return std::chrono::duration_cast<engine::Milliseconds>(m_environment.monotonic.elapsed() - start);
}

void SyncRunner::carryOut(engine::Order order)
{
    std::visit([&](auto &command) { carryOut(order.ticket, command); }, order.command);
}

void SyncRunner::call(std::uint64_t ticket, Request request, const Decode &decode)
{
    auto done = [this, ticket, decode, alive = QPointer<QObject>(m_anchor.get())](Result<Answer> answer) {
        if (!alive)
            return;
        if (!answer) {
            post({ticket, failureOf(answer.error())});
        } else if (!checkAnswer(*answer)) {
            post({ticket, failureOf(*answer)});
        } else {
            Result<Happening> happening = decode(std::move(answer->body));
            post({ticket, happening ? std::move(*happening) : Happening(failureOf(happening.error()))});
        }
    };
    m_call = m_sender->send(std::move(request), std::move(done));
}

void SyncRunner::carryOut(std::uint64_t ticket, const engine::SendHello &)
{
    const auto position = m_cases->syncPosition();
    const auto forgotten = m_cases->forgottenUpTo();
    if (!position || !forgotten) {
        answerStored(ticket, fail(position ? forgotten.error() : position.error()), {});
        return;
    }
    m_hello = {m_cases->owner().device, protocol::Version, AppName, position->epoch, position->n, position->link,
               position->cursor,        position->logId,   {},      *forgotten};
    call(ticket, makePost(protocol::Paths::Hello, protocol::encode(m_hello)),
         [this](const std::string &body) -> Result<Happening> {
             TRY(protocol::HelloAnswer answer, protocol::decodeHelloAnswer(body));
             m_leadsTeam = answer.leadsTeam;
             m_packs.reset();
             if (!answer.revoked)
                 m_packs = answer.packs;
             m_profiles = answer.revoked ? std::vector<protocol::ProfileNotice>() : answer.profiles;
             return Happening(engine::HelloAnswered{std::move(answer)});
         });
}

void SyncRunner::carryOut(std::uint64_t ticket, const engine::SendToken &)
{
    const store::Owner &owner = m_cases->owner();
    auto assertion = protocol::makeTokenAssertion(*m_deviceKey, owner.device, owner.tenant, m_environment.random);
    if (!assertion) {
        answerStored(ticket, fail(assertion.error()), {});
        return;
    }
    const std::string body = protocol::encode(protocol::TokenRequest{owner.device, std::move(*assertion)});
    call(ticket, makePost(protocol::Paths::Token, body), [this](const std::string &answerBody) -> Result<Happening> {
        TRY(protocol::TokenAnswer answer, protocol::decodeTokenAnswer(answerBody));
        m_token = std::move(answer.token);
        return Happening(engine::TokenAnswered{});
    });
}

void SyncRunner::carryOut(std::uint64_t ticket, const engine::ReadOutbox &order)
{
    auto batch = m_cases->outbox(order.maxLines, order.maxBytes);
    if (batch)
        post({ticket, engine::OutboxRead{std::move(*batch)}});
    else
        answerStored(ticket, fail(batch.error()), {});
}

void SyncRunner::carryOut(std::uint64_t ticket, engine::SendPush &order)
{
    const store::Owner &owner = m_cases->owner();
    const auto lines = std::int64_t(order.batch.lines.size());
    const auto push = protocol::signPush(std::move(order.batch), owner.tenant, owner.device, *m_deviceKey);
    if (!push) {
        answerStored(ticket, fail(push.error()), {});
        return;
    }
    Request request = makePost(protocol::Paths::Push, protocol::encodePush(*push));
    request.contentType = "application/x-ndjson";
    request.token = m_token;
    m_progress.underWay = lines;
    tellProgress();
    call(ticket, std::move(request),
         [this, start = m_environment.monotonic.elapsed()](const std::string &body) -> Result<Happening> {
             TRY(protocol::PushAnswer answer, protocol::decodePushAnswer(body));
             return Happening(engine::PushAnswered{std::move(answer), since(start)});
         });
}

void SyncRunner::carryOut(std::uint64_t ticket, const engine::StoreVerdicts &order)
{
    const Result<void> stored = m_cases->applyVerdicts(order.epoch, order.verdicts);
    if (stored) {
        m_progress.answered += std::int64_t(order.verdicts.size());
        m_progress.underWay = 0;
        tellProgress();
    }
    answerStored(ticket, stored, engine::VerdictsStored{});
}

void SyncRunner::carryOut(std::uint64_t ticket, const engine::StartNextEpoch &)
{
    answerStored(ticket, m_cases->startNextEpoch(), engine::EpochStarted{});
}

void SyncRunner::carryOut(std::uint64_t ticket, const engine::SendPull &order)
{
    const auto position = m_cases->syncPosition();
    if (!position) {
        answerStored(ticket, fail(position.error()), {});
        return;
    }
    Request request;
    request.method = Request::Method::Get;
    request.path = protocol::Paths::Pull;
    request.query = protocol::encodePullQuery(
        {position->cursor, order.limit, order.wait, position->epoch, position->logId, order.again});
    request.token = m_token;
    request.patience = order.wait + Patience;
    call(ticket, std::move(request),
         [this, start = m_environment.monotonic.elapsed()](const std::string &body) -> Result<Happening> {
             TRY(changelog::PullPage page, protocol::decodePullPage(body));
             return Happening(engine::PageReceived{std::move(page), since(start)});
         });
}

/// A key that the tenant's own key has not signed is nobody's; the rest of the page is not held up by it.
void SyncRunner::dropForeignKeys(changelog::PullPage &page) const
{
    std::erase_if(page.items, [this](const changelog::PullItem &item) {
        const auto *key = std::get_if<changelog::KeyLine>(&item);
        if (!key)
            return false;
        const auto signature = crypto::signatureFromBase64Url(key->signature);
        return !signature || !m_tenantKey.verify(base::bytesOf(changelog::keyStatement(*key)), *signature);
    });
}

void SyncRunner::carryOut(std::uint64_t ticket, engine::StorePage &order)
{
    dropForeignKeys(order.page);
    const Result<void> stored = m_cases->applyPage(order.page);
    if (stored && !order.page.items.empty()) {
        m_progress.pulled += std::int64_t(order.page.items.size());
        tellProgress();
    }
    answerStored(ticket, stored, engine::PageStored{});
}

void SyncRunner::carryOut(std::uint64_t ticket, const engine::SendFetch &order)
{
    Request request = makePost(protocol::Paths::Fetch, protocol::encode(order.request));
    request.token = m_token;
    call(ticket, std::move(request), [](const std::string &body) -> Result<Happening> {
        TRY(const protocol::FetchAnswer answer, protocol::decodeFetchAnswer(body));
        return Happening(engine::FetchAnswered{answer});
    });
}

void SyncRunner::carryOut(std::uint64_t ticket, const engine::Rest &order)
{
    QTimer::singleShot(order.duration, m_anchor.get(), [this, ticket] { post({ticket, engine::Rested{}}); });
}

void SyncRunner::carryOut(std::uint64_t, const engine::NoteContact &order)
{
    m_serverTime = order.serverTime;
    if (const auto noted = m_cases->noteContact(order.logId, order.serverTime, order.leaseUntil, order.protectedUntil);
        !noted)
        m_lastError = noted.error();
}

void SyncRunner::carryOut(std::uint64_t, const engine::CarryOut &order)
{
    m_orders = {order.commands, order.outboxEmpty};
}

void SyncRunner::tellProgress() const
{
    if (m_tell)
        m_tell(m_progress);
}

void SyncRunner::carryOut(std::uint64_t, const engine::Abandon &) { m_sender->giveUp(m_call); }

void SyncRunner::carryOut(std::uint64_t, const engine::Finish &order)
{
    QTimer::singleShot(0, m_anchor.get(), [this, result = conclude(order.report)]() mutable {
        if (m_done)
            std::exchange(m_done, nullptr)(std::move(result));
    });
}

void SyncRunner::answerStored(std::uint64_t ticket, const Result<void> &stored, Happening happening)
{
    if (stored) {
        post({ticket, std::move(happening)});
        return;
    }
    m_lastError = stored.error();
    post({ticket, engine::Failed{engine::FailureKind::Store}});
}

engine::Failed SyncRunner::failureOf(const base::Error &error)
{
    m_lastError = error;
    switch (error.code()) {
    case ErrorCode::Unreachable: return {engine::FailureKind::Unreachable};
    case ErrorCode::TooLarge: return {engine::FailureKind::TooLarge};
    case ErrorCode::Refused: return {engine::FailureKind::Refused};
    default: return {engine::FailureKind::Damaged};
    }
}

engine::Failed SyncRunner::failureOf(const Answer &answer)
{
    m_lastError = checkAnswer(answer).error();
    const auto wait = answer.retryAfter.value_or(std::chrono::seconds(0));
    switch (m_lastError->code()) {
    case ErrorCode::Busy: return {engine::FailureKind::Busy, wait};
    case ErrorCode::Unreachable: return {engine::FailureKind::ServerFailed, wait};
    case ErrorCode::TooLarge: return {engine::FailureKind::TooLarge};
    default: break;
    }
    return {answer.status == 401 ? engine::FailureKind::Unauthorised : engine::FailureKind::Refused};
}

Result<SyncReport> SyncRunner::conclude(const engine::Report &report)
{
    using engine::Outcome;
    const std::string detail = m_lastError ? m_lastError->detail() : std::string();
    switch (report.outcome) {
    case Outcome::Done:
    case Outcome::Stopped:
    case Outcome::Revoked: break;
    case Outcome::Unreachable:
    case Outcome::Busy:
    case Outcome::ServerFailed: return fail(ErrorCode::Unreachable, detail);
    case Outcome::Damaged:
        return fail(ErrorCode::Damaged, detail.empty() ? "the server's answers cannot be read" : detail);
    case Outcome::Unauthorised: return fail(ErrorCode::Refused, "the server does not know this device");
    case Outcome::Refused: return fail(ErrorCode::Refused, detail);
    case Outcome::LogChanged:
        return fail(ErrorCode::Damaged, "the server has lost what it once acknowledged; nothing was taken over");
    case Outcome::StoreFailed:
        return m_lastError ? fail(*m_lastError) : fail(ErrorCode::Internal, "the sync lost its way");
    }
    TRY(const store::SyncPosition position, m_cases->syncPosition());
    m_report.counts = report;
    m_report.cursor = position.cursor;
    m_report.traffic = m_sender->traffic();
    m_report.duration = m_environment.monotonic.elapsed() - m_started;
    return m_report;
}

} // namespace faltakt::client
