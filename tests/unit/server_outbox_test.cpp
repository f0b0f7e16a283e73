// What a locked device sealed comes in like any push, whoever brings it, and once.
#include "tests/unit/server_world.h"

#include "core/crypto/sealed_outbox.h"
#include "sync/protocol/push_sequence.h"

using namespace faltakt;
using namespace faltakt::server;
using namespace faltakt::server::testing;
using base::ErrorCode;
using protocol::OutboxAnswer;

namespace {

struct Locked : World {
    WorkerId anna = addWorker("Anna", team);
    WorkerId bo = addWorker("Bo", team);
    TestDevice annas{*this, anna};
    TestDevice bos{*this, bo};
    CaseId caseId = ids.makeId<CaseId>();

    /// Seals a run of the journal as a device does when it locks.
    base::Bytes seal(const changelog::JournalBatch &run)
    {
        const auto pushes = need(protocol::signPushes(run, annas.session.tenant, annas.session.device, annas.key));
        return sealText(protocol::encodePushSequence(pushes), annas.session.device, tenant);
    }
    base::Bytes sealText(const std::string &text, DeviceId device, TenantId to)
    {
        const auto bytes = base::bytesOf(text);
        const crypto::SealedOutbox outbox{device, ids.make(), base::Bytes(bytes.begin(), bytes.end())};
        const auto all = need(store->read([](StoreSnapshot &s) { return s.identity().tenants(); }));
        for (const Tenant &one : all)
            if (one.id == to)
                return need(outbox.sealFor(one.outboxKey));
        FAIL("no such tenant");
        return {};
    }
    base::Result<OutboxAnswer> take(const base::Bytes &sealed) { return core->outbox().take(tenant, sealed); }
    std::vector<std::string> notes(int count)
    {
        std::vector<std::string> lines;
        for (int i = 0; i < count; ++i)
            lines.push_back(annas.note(caseId, "n" + std::to_string(i)).line);
        return lines;
    }
};

} // namespace

TEST_CASE_METHOD(Locked, "a sealed outbox is taken once, however often it is brought")
{
    const auto sealed = seal(annas.append(notes(3)));
    CHECK(need(take(sealed)) == OutboxAnswer{3, 0});
    CHECK(need(take(sealed)) == OutboxAnswer{3, 0});
    CHECK(need(core->outbox().takeOfAnyTenant(sealed)) == OutboxAnswer{3, 0});
    CHECK(bos.pullChanges().size() == 3);
    // The device goes on as if nothing had been brought, and is told what it could not hear.
    const auto verdict = annas.push(annas.note(caseId));
    CHECK(verdict.kind == VerdictKind::Accepted);
    CHECK(bos.pullChanges().size() == 1);
}

TEST_CASE_METHOD(Locked, "more than one push carries comes in whole")
{
    const auto sealed = seal(annas.append(notes(int(protocol::Limits::PushLines) + 7)));
    CHECK(need(take(sealed)).taken == std::int64_t(protocol::Limits::PushLines) + 7);
    CHECK(bos.pullChanges().size() == protocol::Limits::PushLines + 7);
}

TEST_CASE_METHOD(Locked, "an outbox that overlaps with what was pushed adds the rest")
{
    const auto first = annas.append(notes(2));
    auto both = first;
    need(annas.pushBatch(first));
    const auto second = annas.append(notes(1));
    both.lines.insert(both.lines.end(), second.lines.begin(), second.lines.end());
    both.head = second.head;
    CHECK(need(take(seal(both))) == OutboxAnswer{3, 0});
    CHECK(bos.pullChanges().size() == 3);
}

TEST_CASE_METHOD(Locked, "a revoked device's outbox is kept apart")
{
    const auto sealed = seal(annas.append(notes(2)));
    need(core->administration().revokeDevice(annas.session.device));
    CHECK(need(take(sealed)) == OutboxAnswer{2, 2});
    CHECK(bos.pullChanges().empty());
}

TEST_CASE_METHOD(Locked, "an outbox that does not fit to the journal is refused, and nothing of it is taken")
{
    const auto missing = annas.append(notes(1));
    const auto later = annas.append(notes(1));
    CHECK(take(seal(later)).error().code() == ErrorCode::Refused);
    need(annas.pushBatch(missing));
    need(annas.pushBatch(later));
    auto other = missing;
    const auto line = annas.note(caseId, "another").line;
    other.lines = {{crypto::blake2b256(base::bytesOf(line)), line}};
    other.head = changelog::nextLink(other.previous, other.lines.front().hash);
    CHECK(take(seal(other)).error().code() == ErrorCode::Refused);
    CHECK(bos.pullChanges().size() == 2);
}

TEST_CASE_METHOD(Locked, "what was changed, forged or sealed to somebody else gets nothing in")
{
    const auto run = annas.append(notes(1));
    auto sealed = seal(run);
    const auto whole = sealed;
    for (const std::size_t at : {std::size_t(0), std::size_t(9), sealed.size() / 2, sealed.size() - 1}) {
        sealed[at] ^= 1;
        CHECK_FALSE(take(sealed).has_value());
        sealed = whole;
    }
    sealed.pop_back();
    CHECK_FALSE(take(sealed).has_value());
    CHECK_FALSE(take({}).has_value());

    const auto foreign = addTenant("Flen");
    CHECK(core->outbox().take(foreign, whole).error().code() == ErrorCode::WrongKey);
    CHECK(core->outbox().take(ids.makeId<TenantId>(), whole).error().code() == ErrorCode::NotFound);

    // Whoever knows the public key can seal; what is inside must be signed by the device all the same.
    const auto forged = need(protocol::signPushes(run, tenant, annas.session.device, bos.key));
    CHECK_FALSE(take(sealText(protocol::encodePushSequence(forged), annas.session.device, tenant)).has_value());
    const auto genuine = need(protocol::signPushes(run, tenant, annas.session.device, annas.key));
    CHECK(take(sealText(protocol::encodePushSequence(genuine), bos.session.device, tenant)).error().code()
          == ErrorCode::Refused);
    CHECK(take(sealText(protocol::encodePushSequence(genuine), ids.makeId<DeviceId>(), tenant)).error().code()
          == ErrorCode::Refused);
    CHECK_FALSE(take(sealText("{}", annas.session.device, tenant)).has_value());
    CHECK(bos.pullChanges().empty());
    CHECK(need(take(whole)) == OutboxAnswer{1, 0});
}
