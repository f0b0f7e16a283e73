#include "sync/client/pack_transfer.h"

#include "sync/client/answers.h"
#include "sync/protocol/messages.h"
#include "sync/protocol/token_assertion.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <array>

namespace faltakt::client {

using base::ErrorCode;
using base::fail;
using base::Result;
using store::ContentPacks;
using store::PackRow;
using store::PackState;

namespace {

static_assert(ContentPacks::ChunkBytes == std::int64_t(protocol::Limits::PackChunkBytes));
constexpr int HttpUnauthorised = 401;

std::vector<base::Hash> namesOf(const std::vector<protocol::PackNotice> &notices)
{
    std::vector<base::Hash> names;
    names.reserve(notices.size());
    for (const protocol::PackNotice &notice : notices)
        names.push_back(notice.hash);
    return names;
}

} // namespace

Result<std::vector<crypto::PublisherKey>> trustedPublishers(FieldStore &store)
{
    std::vector<crypto::PublisherKey> keys = store.registration().packKeys;
    TRY(const auto named, store.cases().contentPacks().publishers());
    for (const base::Bytes &bytes : named) {
        TRY(const auto key, crypto::PublisherKey::fromBytes(bytes));
        if (std::ranges::find(keys, key) == keys.end())
            keys.push_back(key);
    }
    return keys;
}

PackTransfer::PackTransfer(store::CaseStore &cases, const crypto::SigningKey &deviceKey, RequestSender &sender,
                           const base::Clock &clock, base::Random &random)
    : m_cases(&cases), m_deviceKey(&deviceKey), m_sender(&sender), m_clock(&clock), m_random(&random),
      m_anchor(std::make_unique<QObject>())
{
}

PackTransfer::~PackTransfer()
{
    if (m_done)
        m_sender->giveUp(m_request);
}

bool PackTransfer::isToFetch(const PackRow &row) const
{
    // What came whole and turned out bad stays here and would come the same again; what came damaged may come better.
    return row.state == PackState::Coming
           || (row.state == PackState::Refused && row.judgedBy.empty() && row.reason == PackFaultWord::Damaged
               && m_clock->now() - row.noted >= DamagedRest);
}

Result<bool> PackTransfer::hasWork(const std::vector<protocol::PackNotice> &notices) const
{
    TRY(const auto rows, m_cases->contentPacks().rows());
    const auto names = namesOf(notices);
    const bool isStale = std::ranges::any_of(rows, [&](const PackRow &row) {
        return isToFetch(row) || (!isForGood(row.state) && std::ranges::find(names, row.hash) == names.end());
    });
    return isStale || std::ranges::any_of(names, [&](const base::Hash &name) {
               return std::ranges::find(rows, name, &PackRow::hash) == rows.end();
           });
}

Result<void> PackTransfer::prepare(const std::vector<protocol::PackNotice> &notices)
{
    ContentPacks packs = m_cases->contentPacks();
    TRY_VOID(packs.keepTakenAnd(namesOf(notices)));
    TRY(const auto known, packs.rows());
    for (const protocol::PackNotice &notice : notices)
        if (std::ranges::find(known, notice.hash, &PackRow::hash) == known.end())
            TRY_VOID(packs.expect(notice.hash, notice.pack, notice.version, notice.size));
    TRY(const auto rows, packs.rows());
    for (const base::Hash &name : namesOf(notices)) {
        const auto row = std::ranges::find(rows, name, &PackRow::hash);
        if (row == rows.end() || !isToFetch(*row) || std::ranges::find(m_rows, name, &PackRow::hash) != m_rows.end())
            continue;
        if (row->state == PackState::Refused)
            TRY_VOID(packs.fetchAnew(name));
        m_rows.push_back(*row);
    }
    return {};
}

void PackTransfer::start(const std::vector<protocol::PackNotice> &notices, Done done)
{
    m_done = std::move(done);
    m_arrived = 0;
    m_fault.reset();
    m_rows.clear();
    QTimer::singleShot(0, m_anchor.get(), [this, notices] {
        if (const auto prepared = prepare(notices); !prepared)
            finish(fail(prepared.error()));
        else
            next();
    });
}

void PackTransfer::next()
{
    if (m_rows.empty())
        finish(m_fault ? Result<int>(fail(*m_fault)) : Result<int>(m_arrived));
    else if (m_token.empty())
        renewToken();
    else
        fetch();
}

void PackTransfer::fetch()
{
    const auto held = m_cases->contentPacks().held(m_rows.front().hash);
    if (!held)
        return finish(fail(held.error()));
    Request request;
    request.method = Request::Method::Get;
    request.path = protocol::Paths::Pack;
    request.query = protocol::encodePackQuery({m_rows.front().hash, *held});
    request.token = m_token;
    m_request = m_sender->send(std::move(request),
                               [this, alive = QPointer<QObject>(m_anchor.get())](const Result<Answer> &answer) {
                                   if (alive)
                                       take(answer, false);
                               });
}

void PackTransfer::renewToken()
{
    const store::Owner &owner = m_cases->owner();
    const auto assertion = protocol::makeTokenAssertion(*m_deviceKey, owner.device, owner.tenant, *m_random);
    if (!assertion)
        return finish(fail(assertion.error()));
    Request request;
    request.path = protocol::Paths::Token;
    request.body = protocol::encode(protocol::TokenRequest{owner.device, *assertion});
    m_request = m_sender->send(std::move(request),
                               [this, alive = QPointer<QObject>(m_anchor.get())](const Result<Answer> &answer) {
                                   if (alive)
                                       take(answer, true);
                               });
}

void PackTransfer::take(const Result<Answer> &answer, bool isToken)
{
    const auto failed = [&](const base::Error &error) { isToken ? finish(fail(error)) : passOver(error); };
    if (!answer)
        return failed(answer.error());
    if (answer->status == HttpUnauthorised && !isToken && !m_isTokenFresh)
        return renewToken();
    if (const auto checked = checkAnswer(*answer); !checked)
        return failed(checked.error());
    if (isToken) {
        auto token = protocol::decodeTokenAnswer(answer->body);
        if (!token)
            return finish(fail(ErrorCode::Damaged, "the server's token cannot be read"));
        m_token = std::move(token->token);
    } else if (const auto kept = keep(*answer); !kept) {
        return passOver(kept.error());
    }
    m_isTokenFresh = isToken;
    next();
}

void PackTransfer::passOver(const base::Error &error)
{
    // What the server has no more, or what came in a form that cannot be read or kept, says nothing of the packs behind it.
    constexpr std::array Own{ErrorCode::NotFound, ErrorCode::Damaged, ErrorCode::TooLarge, ErrorCode::InvalidInput};
    if (std::ranges::find(Own, error.code()) == Own.end())
        return finish(fail(error));
    if (!m_fault)
        m_fault = error;
    m_isTokenFresh = false;
    m_rows.pop_front();
    next();
}

Result<void> PackTransfer::keep(const Answer &answer)
{
    ContentPacks packs = m_cases->contentPacks();
    const base::Hash hash = m_rows.front().hash;
    const auto added = packs.addChunk(hash, base::bytesOf(answer.body), PackFaultWord::Damaged);
    if (!added)
        return added.error().code() == ErrorCode::InvalidInput
                   ? Result<void>(fail(ErrorCode::Damaged, "a chunk of another length"))
                   : added;
    TRY(const auto rows, packs.rows());
    const auto row = std::ranges::find(rows, hash, &PackRow::hash);
    if (row != rows.end() && row->state == PackState::Coming)
        return {};
    m_arrived += row != rows.end() && row->state == PackState::Arrived ? 1 : 0;
    m_rows.pop_front();
    return {};
}

void PackTransfer::finish(Result<int> result)
{
    m_rows.clear();
    QTimer::singleShot(0, m_anchor.get(), [this, result = std::move(result)] {
        if (m_done)
            std::exchange(m_done, nullptr)(result);
    });
}

} // namespace faltakt::client
