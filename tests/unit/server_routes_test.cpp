// Every route of the server's own table with every credential that somebody may come with.
#include "core/crypto/sealed_outbox.h"
#include "sync/protocol/digest.h"
#include "sync/protocol/fetch.h"
#include "sync/protocol/known.h"
#include "sync/protocol/offer.h"
#include "sync/protocol/outbox.h"
#include "sync/protocol/push_sequence.h"
#include "sync/protocol/quarantine.h"
#include "sync/server/api/pull_cursor.h"
#include "sync/server/api/server_settings.h"
#include "sync/server/api/worker_role.h"
#include "tests/unit/server_attachment_line.h"
#include "tests/unit/server_routes_world.h"

#include <algorithm>
#include <cstdio>

using namespace faltakt::server;
using namespace faltakt::server::testing;
namespace base = faltakt::base;
namespace changelog = faltakt::changelog;
namespace crypto = faltakt::crypto;
namespace protocol = faltakt::protocol;
using faltakt::changelog::CompartmentSet;

namespace {

enum class Credential { Nothing, ProofAlone, UnknownKey, Own, StolenToken, DeviceRevoked, WorkerRevoked, Foreign };
constexpr Credential Credentials[] = {Credential::Nothing,       Credential::ProofAlone,  Credential::UnknownKey,
                                      Credential::Own,           Credential::StolenToken, Credential::DeviceRevoked,
                                      Credential::WorkerRevoked, Credential::Foreign};

/// What each credential gets at each call, in the order of Credentials. `Foreign` has a good credential of another tenant and
/// names the device of this one. An enrolment is asked for by a key that only the unknown key and the thief can prove, with a
/// secret that nobody has.
const std::map<std::string, std::vector<std::string>> Expected{
    {"GET /healthz", {"done", "done", "done", "done", "done", "done", "done", "done"}},
    {"POST /v1/enrol",
     {"use_dpop_nonce", "refused", "notFound", "refused", "notFound", "refused", "refused", "refused"}},
    {"POST /v1/token", {"use_dpop_nonce", "done", "refused", "done", "refused", "done", "done", "refused"}},
    {"POST /v1/hello", {"use_dpop_nonce", "done", "refused", "done", "refused", "done", "done", "refused"}},
    {"POST /v1/push", {"token", "token", "token", "done", "token", "done", "done", "refused"}},
    {"GET /v1/pull", {"token", "token", "token", "done", "token", "refused", "refused", "done"}},
    {"POST /v1/digest", {"token", "token", "token", "done", "token", "refused", "refused", "done"}},
    {"POST /v1/fetch", {"token", "token", "token", "done", "token", "refused", "refused", "refused"}},
    {"POST /v1/offer", {"token", "token", "token", "done", "token", "done", "done", "done"}},
    // What is announced belongs to a case of this tenant, and a change of the owner names it; nothing of it is there yet.
    {"POST /v1/blob", {"token", "token", "token", "done", "token", "refused", "refused", "refused"}},
    {"PATCH /v1/blob", {"token", "token", "token", "done", "token", "done", "done", "refused"}},
    {"GET /v1/blob", {"token", "token", "token", "notFound", "token", "refused", "refused", "refused"}},
    // Own is no team's leader's.
    {"GET /v1/quarantine", {"token", "token", "token", "refused", "token", "refused", "refused", "refused"}},
    // The tenant has none of that name, and another one even less.
    {"GET /v1/pack", {"token", "token", "token", "notFound", "token", "refused", "refused", "notFound"}},
    {"GET /v1/profile", {"token", "token", "token", "notFound", "token", "refused", "refused", "notFound"}},
    // Of the caller's own tenant, whoever it is.
    {"POST /v1/known", {"token", "token", "token", "done", "token", "refused", "refused", "done"}},
    // Whoever has a sealed outbox may bring it: what is inside is signed.
    {"POST /v1/outbox", {"use_dpop_nonce", "done", "done", "done", "done", "done", "done", "done"}},
};

/// Of more than one chunk, so that it is never whole here.
constexpr std::int64_t BlobSize = 400'000;

struct Callers : RoutesWorld {
    Callers() : thief(need(crypto::SigningKey::make()))
    {
        need(core->administration().revokeDevice(revoked.own.session.device));
    }

    /// Whose device the body names.
    RoutesDevice &named(Credential credential)
    {
        return credential == Credential::DeviceRevoked ? revoked : credential == Credential::WorkerRevoked ? gone : own;
    }
    std::string bodyFor(const SyncRoutes::Route &route, RoutesDevice &about)
    {
        const Session &session = about.own.session;
        if (route.path == protocol::Paths::Enrol)
            return protocol::encode(protocol::EnrolRequest{{}, thief.publicKey(), "phone", "test"});
        if (route.path == protocol::Paths::Token)
            return protocol::encode(protocol::TokenRequest{
                session.device,
                need(protocol::makeTokenAssertion(about.own.key, session.device, session.tenant, systemRandom))});
        if (route.path == protocol::Paths::Hello) {
            protocol::HelloRequest hello;
            hello.device = session.device;
            hello.app = "test";
            return protocol::encode(hello);
        }
        if (route.path == protocol::Paths::Push)
            return protocol::encodePush(need(protocol::signPush(about.own.append({about.own.note(caseId).line}),
                                                                session.tenant, session.device, about.own.key)));
        if (route.path == protocol::Paths::Digest)
            return protocol::encode(protocol::DigestRequest{PullCursor{logId(), 1}.toString(), logId(), {}});
        if (route.path == protocol::Paths::Fetch)
            return protocol::encode(protocol::FetchRequest{caseId, "asked for by the person"});
        if (route.path == protocol::Paths::Known)
            return protocol::encode(protocol::KnownRequest{"198112189876"});
        if (route.path == protocol::Paths::Offer)
            return protocol::encodeOffer({});
        if (route.path == protocol::Paths::Outbox)
            return sealedOutbox(about);
        if (route.path == protocol::Paths::Blob && route.method == "POST")
            return protocol::encode(protocol::BlobAnnouncement{caseId, {}, BlobSize});
        if (route.method == "PATCH")
            return std::string(protocol::Limits::BlobChunkBytes, 'x');
        return {};
    }
    /// What the device wrote behind what the server has of it, sealed as at its locking.
    std::string sealedOutbox(RoutesDevice &about)
    {
        const Session &session = about.own.session;
        const auto head = need(store->read(
            [&](StoreSnapshot &snapshot) { return snapshot.log().journalHead(session.tenant, session.device, 1); }));
        const auto line = about.own.note(caseId);
        const changelog::JournalBatch run{.epoch = 1,
                                          .from = head.n + 1,
                                          .previous = head.link,
                                          .head = changelog::nextLink(head.link, line.hash),
                                          .lines = {{line.hash, line.line}}};
        const auto pushes = need(protocol::signPushes(run, session.tenant, session.device, about.own.key));
        const std::string text = protocol::encodePushSequence(pushes);
        const auto bytes = base::bytesOf(text);
        const auto ours =
            need(store->read([&](StoreSnapshot &snapshot) { return snapshot.identity().tenant(tenant); }));
        const crypto::SealedOutbox outbox{session.device, ids.make(), base::Bytes(bytes.begin(), bytes.end())};
        return std::string(base::textOf(base::ByteView(need(outbox.sealFor(ours->outboxKey)))));
    }
    HttpResponse call(const SyncRoutes::Route &route, Credential credential)
    {
        RoutesDevice &about = named(credential);
        const bool takesToken = route.door == SyncRoutes::Door::Token;
        const bool byThief = credential == Credential::UnknownKey || credential == Credential::StolenToken;
        RoutesDevice &speaker = credential == Credential::Foreign ? foreign : about;
        const crypto::SigningKey &key = byThief ? thief : speaker.own.key;
        const bool shows = takesToken && credential != Credential::ProofAlone && credential != Credential::UnknownKey;
        const std::string method(route.method);
        const std::string path(route.path);
        const std::string query = path == protocol::Paths::Pull      ? "limit=10"
                                  : path == protocol::Paths::Outbox  ? protocol::encodeOutboxQuery(tenant)
                                  : path == protocol::Paths::Pack    ? protocol::encodePackQuery({})
                                  : path == protocol::Paths::Profile ? protocol::encodeProfileQuery({})
                                  : path == protocol::Paths::Blob    ? protocol::encodeBlobQuery({caseId, {}, 0})
                                                                     : "";
        if (credential == Credential::Nothing)
            return handle({.method = method,
                           .path = path,
                           .query = query,
                           .headers = {{"host", "localhost"}},
                           .body = bodyFor(route, about),
                           .peer = {}});
        return ask(key, method, path, query, bodyFor(route, about), shows ? speaker.token : std::string());
    }

    RoutesDevice own{*this, addWorker("Anna", team)};
    RoutesDevice revoked{*this, addWorker("Bo", team)};
    RoutesDevice gone = RoutesDevice::ofRevokedWorker(*this, "caseworker");
    TenantId other = addTenant("Flen");
    RoutesDevice foreign{*this, need(core->administration().addWorker(other, {}, "Cia", "caseworker"))};
    crypto::SigningKey thief;
    CaseId caseId = ids.makeId<CaseId>();
};

} // namespace

TEST_CASE_METHOD(Callers, "every route opens to the credentials that it is for, and to no other")
{
    own.push({own.own.note(caseId).line, attachmentLine(own.own, caseId, ids.makeId<RecordId>(), {}, BlobSize).line});
    std::size_t cells = 0;
    for (const auto &route : SyncRoutes::routes()) {
        const std::string name = std::string(route.method) + ' ' + std::string(route.path);
        const auto row = Expected.find(name);
        INFO(name);
        REQUIRE(row != Expected.end()); // A route that this matrix does not know is not let pass.
        for (std::size_t i = 0; i < std::size(Credentials); ++i) {
            const auto credential = Credentials[i];
            INFO("credential " << i);
            const auto answer = call(route, credential);
            CHECK(codeOf(answer) == row->second[i]);
            // Whatever is let in from a foreign tenant brings nothing of this one.
            if (credential == Credential::Foreign && answer.status == 200)
                CHECK(answer.body.find(caseId.toString()) == std::string::npos);
            ++cells;
        }
    }
    CHECK(Expected.size() == SyncRoutes::routes().size());
    std::printf("routes: %zu calls x %zu credentials = %zu cells\n", Expected.size(), std::size(Credentials), cells);
}

TEST_CASE_METHOD(Callers,
                 "what was not taken goes to the leader of the team alone, by the rights of the moment of the call")
{
    own.push({own.own.note(caseId).line});
    need(core->administration().revokeDevice(own.own.session.device));
    own.push({own.own.note(caseId, "kept apart").line});
    const auto leaderIn = [&](TenantId of, std::optional<TeamId> in, const std::string &role) {
        return RoutesDevice(*this, need(core->administration().addWorker(of, in, "L" + ids.make().toString(), role)));
    };
    const auto told = [&](RoutesDevice &by) -> std::string {
        const auto answer = ask(by.own.key, "GET", "/v1/quarantine", {}, {}, by.token);
        if (answer.status != 200)
            return codeOf(answer);
        return std::to_string(need(protocol::decodeQuarantinePage(answer.body)).lines.size());
    };
    const TeamId otherTeam = need(core->administration().addTeam(tenant, "other"));
    const TeamId foreignTeam = need(core->administration().addTeam(other, "team"));
    RoutesDevice leader = leaderIn(tenant, team, "teamLeader");
    std::size_t cells = 0;
    const auto expect = [&](RoutesDevice &by, const std::string &outcome) {
        CHECK(told(by) == outcome);
        ++cells;
    };
    for (const auto &[of, in, asLeader] : {std::tuple(tenant, std::optional(team), "1"),
                                           {tenant, otherTeam, "0"},
                                           {tenant, std::nullopt, "refused"},
                                           {other, foreignTeam, "0"}}) {
        RoutesDevice byRole = leaderIn(of, in, "teamLeader");
        expect(byRole, asLeader);
        RoutesDevice caseworker = leaderIn(of, in, "caseworker");
        expect(caseworker, "refused");
    }
    // The team's right goes, comes back, and the leader's device is revoked: each counts from the next call on.
    const auto setRight = [&](CompartmentSet right) {
        need(store->write(
            [&](StoreTransaction &transaction) { return setAccess(transaction, tenant, caseId, team.uuid(), right); }));
    };
    setRight(CompartmentSet{changelog::Compartment::Card});
    expect(leader, "0");
    setRight(CompartmentSet::ofCaseworker());
    expect(leader, "1");
    // The role is taken and given between two calls with one token, and kept in another team.
    const auto setRole = [&](const char *role, std::optional<TeamId> in) {
        return store->write([&](StoreTransaction &transaction) {
            return setWorkerRole(transaction, core->accessLog(), leader.own.session.worker, role, in);
        });
    };
    need(setRole("caseworker", {}));
    expect(leader, "refused");
    need(setRole("teamLeader", {}));
    expect(leader, "1");
    CHECK(setRole("teamLeader", otherTeam).error().code() == base::ErrorCode::Refused);
    CHECK(setRole("teamLeader", foreignTeam).error().code() == base::ErrorCode::NotFound);
    expect(leader, "1");
    need(core->administration().revokeDevice(leader.own.session.device));
    expect(leader, "refused");
    CHECK(need(setRole("teamLeader", otherTeam)).team == otherTeam);
    RoutesDevice moved(*this, leader.own.session.worker);
    expect(moved, "0");
    std::printf("quarantine: %zu cells\n", cells);
}

TEST_CASE_METHOD(Callers,
                 "a worker may ask after so many numbers and no more, from whichever device and whatever they are")
{
    RoutesDevice second(*this, own.own.session.worker);
    RoutesDevice colleague(*this, addWorker("Cia", team));
    const auto ask = [&](RoutesDevice &by, const std::string &body) {
        return codeOf(this->ask(by.own.key, "POST", "/v1/known", {}, body, by.token));
    };
    const std::string question = protocol::encode(protocol::KnownRequest{"198112189876"});
    for (int i = 0; i < protocol::Limits::KnownPerHour / 2; ++i) {
        CHECK(ask(own, question) == "done");
        CHECK(ask(second, "{\"number\":\"guess\"}") == "invalid");
    }
    CHECK(ask(own, question) == "tooMany");
    CHECK(ask(second, question) == "tooMany");
    CHECK(ask(colleague, question) == "done");
    // Other calls go on, and after a while one more question.
    CHECK(codeOf(own.pullPage()) == "done");
    clock.advance(std::chrono::seconds(3600 / protocol::Limits::KnownPerHour + 1));
    own.fetchToken();
    CHECK(ask(own, question) == "done");
    CHECK(ask(own, question) == "tooMany");
}

TEST_CASE_METHOD(Callers, "an order for a device ends its wait at once, and no other device's")
{
    const auto order = GENERATE(Administration::DeviceOrder::Lock, Administration::DeviceOrder::Wipe);
    RoutesDevice colleague(*this, addWorker("Cia", team));
    own.pull();
    colleague.pull();
    auto waits = own.listen();
    auto others = colleague.listen();
    CHECK(waits.wait_for(std::chrono::seconds(0)) == std::future_status::timeout);
    need(core->administration().orderDevice(own.own.session.device, order));
    REQUIRE(waits.wait_for(std::chrono::seconds(20)) == std::future_status::ready);
    CHECK(codeOf(waits.get()) == "refused");
    // Where it waits once more without having asked what the order is, it does not wait.
    auto again = own.listen();
    REQUIRE(again.wait_for(std::chrono::seconds(20)) == std::future_status::ready);
    CHECK(codeOf(again.get()) == "refused");
    // A device that is only to be locked is not kept from what is there.
    CHECK(codeOf(own.pullPage()) == (order == Administration::DeviceOrder::Lock ? "done" : "refused"));
    CHECK(others.wait_for(std::chrono::seconds(0)) == std::future_status::timeout);
    waiters.release();
    REQUIRE(others.wait_for(std::chrono::seconds(20)) == std::future_status::ready);
    CHECK(codeOf(others.get()) == "done");
}

TEST_CASE_METHOD(Callers, "an order that came just before the wait is heard as well")
{
    own.pull();
    need(core->administration().orderDevice(own.own.session.device, Administration::DeviceOrder::Lock));
    auto waits = own.listen();
    REQUIRE(waits.wait_for(std::chrono::seconds(20)) == std::future_status::ready);
    CHECK(codeOf(waits.get()) == "refused");
}

TEST_CASE_METHOD(Callers, "what a revoked device or worker still hands in is kept apart, whole")
{
    for (RoutesDevice *device : {&revoked, &gone}) {
        const auto verdicts =
            device->push({device->own.note(caseId).line, device->own.note(ids.makeId<CaseId>()).line});
        for (const Verdict &verdict : verdicts)
            CHECK(verdict.reason == "revoked");
    }
    CHECK(need(store->read([&](StoreSnapshot &snapshot) { return snapshot.log().quarantine(tenant); })).size() == 4);
}

TEST_CASE_METHOD(Callers,
                 "the day's walk over attachments comes with the first token, whether anybody brings one or not")
{
    const auto swept = [&](TenantId of) {
        const std::string name = std::string(SettingNames::BlobsSwept) + of.toString();
        return need(store->read([&](StoreSnapshot &snapshot) { return snapshot.identity().setting(name); }));
    };
    CHECK(swept(tenant) == logId() + ' ' + base::formatInstant(clock.now()));
    CHECK_FALSE(swept(other).empty());
}

TEST_CASE_METHOD(Callers, "every path under another method is no call at all")
{
    for (const auto &route : SyncRoutes::routes())
        for (const char *method : {"GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS", "get", ""}) {
            const bool isRoute = std::ranges::any_of(SyncRoutes::routes(), [&](const SyncRoutes::Route &each) {
                return each.method == method && each.path == route.path;
            });
            if (isRoute)
                continue;
            INFO(method << ' ' << route.path);
            CHECK(codeOf(ask(own.own.key, method[0] ? method : "GET", std::string(route.path) + (method[0] ? "" : "/"),
                             {}, {}, own.token))
                  == "notFound");
        }
}

TEST_CASE_METHOD(Callers, "a code makes one device, of the worker that it was made for")
{
    const auto ticket = need(core->enrolment().makeTicket(own.own.session.worker));
    const auto enrol = [&](const crypto::SigningKey &key, const protocol::EnrolmentSecret &secret,
                           const crypto::SigningKey &prover) {
        return codeOf(ask(prover, "POST", "/v1/enrol", {},
                          protocol::encode(protocol::EnrolRequest{secret, key.publicKey(), "phone", "test"}), {}));
    };
    const auto another = need(crypto::SigningKey::make());
    protocol::EnrolmentSecret guess = ticket.secret;
    guess[0] ^= 1;
    CHECK(enrol(thief, guess, thief) == "notFound");
    CHECK(enrol(thief, ticket.secret, another) == "refused");
    CHECK(enrol(thief, ticket.secret, thief) == "done");
    CHECK(enrol(thief, ticket.secret, thief) == "done");
    CHECK(enrol(another, ticket.secret, another) == "codeUsed");
    const auto late = need(core->enrolment().makeTicket(own.own.session.worker));
    clock.advance(std::chrono::hours(24 * 7 + 1));
    CHECK(enrol(another, late.secret, another) == "notFound");
}
