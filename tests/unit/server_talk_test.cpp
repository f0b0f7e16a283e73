// Enrolment, hello and administration.
#include "tests/unit/server_world.h"

#include "core/crypto/hash.h"

using namespace faltakt::server;
using namespace faltakt::server::testing;
using faltakt::base::ErrorCode;

namespace {

struct OneWorker : World {
    WorkerId anna = addWorker("Anna", team);

    faltakt::protocol::HelloRequest helloOf(const TestDevice &device) const
    {
        faltakt::protocol::HelloRequest request;
        request.device = device.session.device;
        request.app = "test";
        request.epoch = device.epoch;
        request.n = device.n;
        request.link = device.link;
        return request;
    }
};

} // namespace

TEST_CASE_METHOD(OneWorker, "the same code with the same key gives the same device, with another key it is used")
{
    const auto ticket = need(core->enrolment().makeTicket(anna));
    const auto key = need(faltakt::crypto::SigningKey::make());
    const auto other = need(faltakt::crypto::SigningKey::make());
    const faltakt::protocol::EnrolRequest request{ticket.secret, key.publicKey(), "phone", "test"};
    const auto first = need(core->enrolment().enrol(request, key.publicKey()));
    CHECK(need(core->enrolment().enrol(request, key.publicKey())).device == first.device);
    const faltakt::protocol::EnrolRequest stolen{ticket.secret, other.publicKey(), "phone", "test"};
    CHECK(core->enrolment().enrol(stolen, other.publicKey()).error().code() == ErrorCode::AlreadyExists);
    CHECK(core->enrolment().enrol(request, other.publicKey()).error().code() == ErrorCode::Refused);
}

TEST_CASE_METHOD(OneWorker, "an unknown or expired code opens nothing")
{
    const auto key = need(faltakt::crypto::SigningKey::make());
    faltakt::protocol::EnrolRequest request{{}, key.publicKey(), "phone", "test"};
    CHECK(core->enrolment().enrol(request, key.publicKey()).error().code() == ErrorCode::NotFound);
    request.secret = need(core->enrolment().makeTicket(anna)).secret;
    clock.advance(std::chrono::hours(24 * 8));
    CHECK(core->enrolment().enrol(request, key.publicKey()).error().code() == ErrorCode::NotFound);
}

TEST_CASE_METHOD(OneWorker, "hello says where the server stands and when the lease ends")
{
    TestDevice device(*this, anna);
    device.push(device.note(ids.makeId<CaseId>()));
    const auto answer = need(core->hello().hello(helloOf(device), device.key.publicKey()));
    CHECK(answer.n == 1);
    CHECK_FALSE(answer.fork);
    CHECK(answer.leaseUntil == Start + std::chrono::hours(7 * 24));
}

TEST_CASE_METHOD(OneWorker, "a municipality decides how long its devices may be read without the server")
{
    const TestDevice device(*this, anna);
    const auto leaseWhere = [&](const faltakt::base::Result<faltakt::rules::Profile> &profile) {
        HelloService service(*store, clock, {}, [&](ProfileReader &, const Tenant &of, faltakt::base::Date) {
            CHECK(of.profile == "taby");
            return profile;
        });
        const auto answer = need(service.hello(helloOf(device), device.key.publicKey()));
        CHECK(answer.protectedUntil <= answer.leaseUntil);
        return answer.leaseUntil - Start;
    };
    faltakt::rules::Profile profile = faltakt::rules::emptyProfile();
    CHECK(leaseWhere(profile) == std::chrono::hours(7 * 24));
    profile.stated.leaseDays = faltakt::rules::Figure<int>{2, {}, {}, {}};
    CHECK(leaseWhere(profile) == std::chrono::hours(2 * 24));
    profile.stated.leaseDays->value = 30;
    CHECK(leaseWhere(profile) == std::chrono::hours(30 * 24));
    // One that cannot be read locks nobody out.
    CHECK(leaseWhere(faltakt::base::fail(ErrorCode::NotFound, "no profile")) == std::chrono::hours(7 * 24));
}

TEST_CASE_METHOD(OneWorker, "hello notices a device that was put back from a copy")
{
    TestDevice device(*this, anna);
    device.push(device.note(ids.makeId<CaseId>()));
    auto behind = helloOf(device);
    behind.n = 0;
    behind.link = {};
    CHECK(need(core->hello().hello(behind, device.key.publicKey())).fork);
    auto aside = helloOf(device);
    aside.link[0] ^= 1;
    CHECK(need(core->hello().hello(aside, device.key.publicKey())).fork);
    auto nextEpoch = behind;
    nextEpoch.epoch = 2;
    CHECK_FALSE(need(core->hello().hello(nextEpoch, device.key.publicKey())).fork);
}

TEST_CASE_METHOD(OneWorker, "hello with another key than the device's is refused")
{
    TestDevice device(*this, anna);
    const auto other = need(faltakt::crypto::SigningKey::make());
    CHECK(core->hello().hello(helloOf(device), other.publicKey()).error().code() == ErrorCode::Refused);
}

TEST_CASE_METHOD(OneWorker, "a command is given with each hello until its receipt comes")
{
    TestDevice device(*this, anna);
    need(core->administration().orderDevice(device.session.device, Administration::DeviceOrder::Wipe));
    const auto first = need(core->hello().hello(helloOf(device), device.key.publicKey()));
    REQUIRE(first.commands.size() == 1);
    CHECK(need(core->hello().hello(helloOf(device), device.key.publicKey())).commands == first.commands);
    auto receipt = helloOf(device);
    // Also one that does not say hello gets nothing more.
    const auto pull = [&] {
        return core->pull().pull(device.session, {.cursor = {}, .limit = 10, .wait = {}, .epoch = 1});
    };
    CHECK(pull().error().code() == ErrorCode::Refused);
    receipt.receipts = {first.commands.front().id};
    CHECK(need(core->hello().hello(receipt, device.key.publicKey())).commands.empty());
}

TEST_CASE_METHOD(OneWorker, "a revoked device is told so and gets no lease")
{
    TestDevice device(*this, anna);
    need(core->administration().revokeDevice(device.session.device));
    const auto answer = need(core->hello().hello(helloOf(device), device.key.publicKey()));
    CHECK(answer.revoked);
    CHECK(answer.leaseUntil == Start);
}

TEST_CASE_METHOD(OneWorker, "a log of another name is noticed")
{
    TestDevice device(*this, anna);
    auto request = helloOf(device);
    request.logId = "another";
    CHECK(need(core->hello().hello(request, device.key.publicKey())).logChanged);
}

TEST_CASE_METHOD(OneWorker, "to assign again changes nothing, and the first worker becomes responsible")
{
    TestDevice device(*this, anna);
    const auto caseId = ids.makeId<CaseId>();
    device.push(device.change(caseId, ids.makeId<RecordId>(), "case", {{"stage", "intake"}}));
    const WorkerId bo = addWorker("Bo");
    need(core->administration().assignCase(caseId, bo));
    const auto last = need(store->read([&](StoreSnapshot &snapshot) { return snapshot.log().lastSeq(tenant); }));
    need(core->administration().assignCase(caseId, bo));
    CHECK(need(store->read([&](StoreSnapshot &snapshot) { return snapshot.log().lastSeq(tenant); })) == last);
    const auto states =
        need(store->read([&](StoreSnapshot &snapshot) { return snapshot.log().recordStates(tenant, caseId, "case"); }));
    REQUIRE(states.size() == 1);
    CHECK(*states.front().heads("responsible").front().value.string() == bo.toString());
}

TEST_CASE_METHOD(OneWorker, "a worker of another tenant cannot be assigned")
{
    TestDevice device(*this, anna);
    const auto caseId = ids.makeId<CaseId>();
    device.push(device.note(caseId));
    const WorkerId stranger = need(core->administration().addWorker(addTenant("Flen"), {}, "Cia", "caseworker"));
    CHECK(core->administration().assignCase(caseId, stranger).error().code() == ErrorCode::Refused);
}

TEST_CASE_METHOD(OneWorker, "a closed case leaves every device")
{
    TestDevice device(*this, anna);
    const auto caseId = ids.makeId<CaseId>();
    device.push(device.change(caseId, ids.makeId<RecordId>(), "case", {{"stage", "intake"}}));
    device.pull();
    need(core->administration().closeCase(caseId, "done"));
    const auto forgotten = TestDevice::linesIn<faltakt::changelog::ForgetLine>(device.pull());
    REQUIRE_FALSE(forgotten.empty());
    CHECK(forgotten.back().remaining.empty());
    CHECK(device.push(device.note(caseId)).reason == "access");
}
