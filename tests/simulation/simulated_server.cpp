#include "tests/simulation/simulated_server.h"

#include "core/crypto/sealed_blob.h"
#include "sync/server/api/case_access.h"
#include "sync/server/api/log_history.h"
#include "sync/server/api/protected_cases.h"
#include "sync/server/api/server_settings.h"
#include "sync/server/api/team_desk.h"
#include "tests/simulation/network.h"
#include "tests/simulation/people.h"

#include <array>
#include <limits>
#include <map>

namespace faltakt::simulation {

using base::ErrorCode;
using base::fail;
using base::Result;
using server::StoreSnapshot;
using server::StoreTransaction;

namespace {

constexpr const char *Path = "/server.db";
/// Small, so that pages end in the middle of cases.
constexpr int ScanBudget = 25;

server::EmbeddedStoreSetup setupFor(const CrashDisk &disk, bool create)
{
    return {.path = Path, .vfs = disk.vfsName(), .create = create, .readers = 0, .pageCacheMiB = 4};
}

crypto::SecretBytes stampKey()
{
    base::SeededRandom random(9);
    return crypto::SecretBytes::makeRandom(random, 32);
}

server::Tenant makeTenant()
{
    base::SeededRandom random(7);
    const auto box = crypto::BoxKeyPair::make(random);
    return {tenantId(),      "Prov",           "taby",           deviceKey(0).publicKey(), box.publicKey(),
            box.publicKey(), serverWorkerId(), serverDeviceId(), base::instantFromMs(0)};
}

Result<void> enrolEverybody(StoreTransaction &transaction)
{
    auto &identity = transaction.identity();
    TRY_VOID(identity.addTenant(makeTenant()));
    TRY_VOID(identity.addTeam({teamId(), tenantId(), "Uppsökarna"}));
    for (int worker = 0; worker < WorkerCount; ++worker) {
        const auto team = isInTeam(worker) ? std::optional(teamId()) : std::nullopt;
        TRY_VOID(identity.addWorker(
            {workerId(worker), tenantId(), team, "Worker " + std::to_string(worker), "worker", false}));
    }
    for (int device = 0; device < DeviceCount; ++device)
        TRY_VOID(identity.addDevice({deviceId(device),
                                     tenantId(),
                                     workerId(workerOf(device)),
                                     deviceKey(device).publicKey(),
                                     "Device " + std::to_string(device),
                                     "simulation",
                                     base::instantFromMs(0),
                                     {},
                                     {}}));
    TRY_VOID(identity.setSetting(server::SettingNames::LogId, "log-1"));
    return {};
}

/// By the last bit of their ids, so that it is always some and never all. What stands in the agenda plays no part here, the
/// order does; as with today's people, none of which something was taken away.
Result<std::vector<CaseId>> firstCases(server::StoreSnapshot &snapshot, const server::Caller &caller,
                                       std::int64_t after, std::int64_t to, int)
{
    server::LogReader &log = snapshot.log();
    std::map<CaseId, std::vector<server::AccessEntry>> entries;
    TRY(const auto all, log.accessAfter(caller.session.tenant, caller.grantees(), 0, std::numeric_limits<int>::max()));
    for (const server::AccessEntry &entry : all)
        entries[entry.caseId].push_back(entry);
    std::vector<CaseId> first;
    for (const auto &[caseId, ofCase] : entries)
        if ((caseId.bytes().back() & 1) != 0 && first.size() < server::PullCursor::MostAhead
            && !server::CaseAccess(ofCase).closedBetween(after, to))
            first.push_back(caseId);
    return first;
}

server::TenantKeys someKeys(base::Random &random)
{
    return {std::move(*crypto::SigningKey::make()), std::move(*crypto::SigningKey::make()),
            crypto::BoxKeyPair::make(random)};
}

/// The team has its case, and the case says who belongs to the team.
Result<void> openTeamCase(server::ServerStore &store)
{
    const Timeline timeline;
    const SkewedClock clock(timeline);
    base::SeededRandom random(11);
    server::IdSource ids(clock, random);
    server::MemoryKeyVault keys(stampKey());
    TRY_VOID(keys.keep(tenantId(), someKeys(random)));
    const server::AccessLog accessLog(clock, keys);
    const server::ChangeIntake intake(clock, keys, accessLog);
    const server::ServerAuthor author(intake, keys, serverSchema(Version::Older), clock, ids, 1);
    return server::TeamDesk(store, author, clock, {}).keep();
}

/// A server on its first day, made once for the whole process.
const CrashDisk::Image &firstDay()
{
    static const CrashDisk::Image Image = [] {
        CrashDisk disk;
        auto store = server::EmbeddedStore::open(setupFor(disk, true), databaseKey());
        (void)(*store)->write([](StoreTransaction &transaction) { return enrolEverybody(transaction); }).value();
        (void)openTeamCase(**store).value();
        store->reset();
        return disk.image();
    }();
    return Image;
}

} // namespace

struct SimulatedServer::Running {
    Running(std::unique_ptr<server::EmbeddedStore> opened, const base::Clock &clock, const server::KeyVault &keys,
            server::IdSource &ids, const changelog::SchemaTable &schema, const server::ServerPolicy &policy)
        : store(std::move(opened)), accessLog(clock, keys), intake(clock, keys, accessLog),
          push(*store, intake, schema, {}), pull(*store, accessLog, clock, firstCases, ScanBudget), digest(*store),
          fetch(*store, accessLog, {}), offer(*store, keys, clock, accessLog, schema, {}), hello(*store, clock, {}),
          author(intake, keys, schema, clock, ids, 1), blobs(*store, clock, accessLog, policy),
          alarms(*store, author, clock, {})
    {
    }
    std::unique_ptr<server::EmbeddedStore> store;
    server::AccessLog accessLog;
    server::ChangeIntake intake;
    server::PushService push;
    server::PullService pull;
    server::DigestService digest;
    server::FetchService fetch;
    server::OfferService offer;
    server::HelloService hello;
    server::ServerAuthor author;
    server::BlobService blobs;
    server::AlarmService alarms;
};

SimulatedServer::SimulatedServer(const Timeline &timeline, Witness &witness, std::uint64_t seed, Version version)
    : m_timeline(&timeline), m_witness(&witness), m_clock(timeline), m_random(seed), m_ids(m_clock, m_random),
      m_keys(stampKey()), m_version(version)
{
    (void)m_keys.keep(tenantId(), someKeys(m_random));
    m_witness->expectEntry(teamCaseId(), teamId().uuid(), CompartmentSet::ofCaseworker());
    m_disk.load(firstDay());
    (void)start();
}

SimulatedServer::~SimulatedServer() = default;

Result<void> SimulatedServer::start()
{
    TRY(auto store, server::EmbeddedStore::open(setupFor(m_disk, false), databaseKey()));
    m_running = std::make_unique<Running>(std::move(store), m_clock, m_keys, m_ids, serverSchema(m_version), m_policy);
    return observe();
}

void SimulatedServer::stop()
{
    m_disk.goDown();
    m_running.reset();
}

Result<void> SimulatedServer::restart(CrashKind kind)
{
    m_running.reset();
    m_disk.restart(kind, m_random);
    return start();
}

/// Runs a call; where the disk went down with it, the server is gone and nobody gets an answer.
template <typename Work>
auto SimulatedServer::guarded(Work work) -> decltype(work())
{
    if (!m_running)
        return fail(ErrorCode::Unreachable, "server is down");
    auto result = work();
    if (m_disk.isDown()) {
        m_running.reset();
        return fail(ErrorCode::Unreachable, "server went down");
    }
    if (const auto seen = observe(); !seen)
        return fail(seen.error());
    return result;
}

/// Shows the witness what is new in the order.
Result<void> SimulatedServer::observe()
{
    auto seen = m_running->store->read([this](StoreSnapshot &snapshot) -> Result<void> {
        TRY(const std::int64_t last, snapshot.log().lastSeq(tenantId()));
        if (last == m_observed)
            return {};
        std::vector<server::Grantee> everybody{teamId().uuid()};
        for (int worker = 0; worker < WorkerCount; ++worker)
            everybody.push_back(workerId(worker).uuid());
        TRY(const auto entries, snapshot.log().accessAfter(tenantId(), everybody, m_observed, 100'000));
        TRY(const auto places, snapshot.log().changesAfter(tenantId(), m_observed, 100'000));
        auto entry = entries.begin();
        const auto showEntriesBefore = [&](std::int64_t seq) {
            for (; entry != entries.end() && entry->seq < seq; ++entry)
                m_witness->sawEntry(*entry);
        };
        for (const auto &place : places) {
            showEntriesBefore(place.seq);
            TRY(auto stored, snapshot.log().change(tenantId(), place.seq));
            TRY(auto line, changelog::readChangeLine(stored.line));
            m_witness->sawChange(
                {place.seq, place.compartment, place.device, stored.received, std::move(line), stored.epoch == 0});
        }
        showEntriesBefore(std::numeric_limits<std::int64_t>::max());
        for (int device = 0; device < DeviceCount; ++device) {
            TRY(const auto fetches, snapshot.log().fetchesAfter(tenantId(), deviceId(device), m_observed, 1000));
            for (const server::PackageFetch &fetch : fetches)
                m_witness->sawFetch(device, fetch);
        }
        m_observed = last;
        m_witness->sawAll();
        return {};
    });
    if (!seen && m_disk.isDown()) {
        m_running.reset();
        return fail(ErrorCode::Unreachable, "server went down");
    }
    return seen;
}

Result<std::string> SimulatedServer::hello(int device, std::string_view body)
{
    return guarded([&]() -> Result<std::string> {
        TRY(const auto request, protocol::decodeHelloRequest(body));
        TRY(auto answer, m_running->hello.hello(request, deviceKey(device).publicKey()));
        answer.limits = m_offer;
        return protocol::encode(answer);
    });
}

Result<std::string> SimulatedServer::push(int device, std::string_view body)
{
    std::optional<std::pair<std::int64_t, protocol::PushAnswer>> given;
    auto answer = guarded([&]() -> Result<std::string> {
        TRY(const auto request, protocol::decodePush(body));
        TRY(const auto pushed,
            m_running->push.push({tenantId(), workerId(workerOf(device)), deviceId(device)}, request));
        given.emplace(request.batch.epoch, pushed);
        return protocol::encodePushAnswer(pushed);
    });
    if (answer && given)
        if (const auto *verdicts = std::get_if<protocol::PushVerdicts>(&given->second))
            for (const changelog::Verdict &verdict : verdicts->verdicts)
                m_witness->sawVerdict(device, given->first, verdict);
    return answer;
}

Result<std::string> SimulatedServer::pull(int device, std::string_view query)
{
    return guarded([&]() -> Result<std::string> {
        TRY(const auto request, protocol::decodePullQuery(query));
        TRY(const auto page, m_running->pull.pull({tenantId(), workerId(workerOf(device)), deviceId(device)}, request));
        m_witness->sawDelivery(device, page);
        for (const changelog::PullItem &item : page.items)
            if (const auto *forget = std::get_if<changelog::ForgetLine>(&item))
                m_forgets.emplace_back(m_timeline->now(), forget->caseId);
        return protocol::encodePullPage(page);
    });
}

Result<std::string> SimulatedServer::digest(int device, std::string_view body)
{
    return guarded([&]() -> Result<std::string> {
        TRY(const auto request, protocol::decodeDigestRequest(body));
        TRY(const auto answer,
            m_running->digest.compare({tenantId(), workerId(workerOf(device)), deviceId(device)}, request));
        return protocol::encode(answer);
    });
}

Result<std::string> SimulatedServer::offer(int device, std::string_view body)
{
    return guarded([&]() -> Result<std::string> {
        TRY(const auto lines, protocol::decodeOffer(body));
        TRY(const auto verdicts,
            m_running->offer.take({tenantId(), workerId(workerOf(device)), deviceId(device)}, lines));
        return protocol::encodeOfferAnswer(verdicts);
    });
}

Result<std::string> SimulatedServer::fetch(int device, std::string_view body)
{
    return guarded([&]() -> Result<std::string> {
        TRY(const auto request, protocol::decodeFetchRequest(body));
        TRY(const auto answer,
            m_running->fetch.fetch({tenantId(), workerId(workerOf(device)), deviceId(device)}, request));
        return protocol::encode(answer);
    });
}

namespace {

server::Session sessionOf(int device) { return {tenantId(), workerId(workerOf(device)), deviceId(device)}; }

/// What the route makes of it.
Result<std::string> answerOf(const server::BlobService::Progress &progress)
{
    if (progress.full)
        return fail(ErrorCode::StorageFull, "no room");
    if (progress.wrong)
        return fail(ErrorCode::InvalidInput, "not the blob of that name");
    return protocol::encode(progress.held);
}

} // namespace

Result<std::string> SimulatedServer::announceBlob(int device, std::string_view body)
{
    return guarded([&]() -> Result<std::string> {
        TRY(const auto announced, protocol::decodeBlobAnnouncement(body));
        TRY(const auto progress, m_running->blobs.announce(sessionOf(device), announced));
        return answerOf(progress);
    });
}

Result<std::string> SimulatedServer::bringChunk(int device, std::string_view query, std::string_view chunk)
{
    return guarded([&]() -> Result<std::string> {
        TRY(const auto place, protocol::decodeBlobQuery(query));
        TRY(const auto progress, m_running->blobs.take(sessionOf(device), place, base::bytesOf(chunk)));
        return answerOf(progress);
    });
}

Result<std::string> SimulatedServer::fetchChunk(int device, std::string_view query)
{
    return guarded([&]() -> Result<std::string> {
        TRY(const auto place, protocol::decodeBlobQuery(query));
        TRY(const auto chunk, m_running->blobs.read(sessionOf(device), place));
        m_witness->sawChunk(device, place.caseId);
        return std::string(base::textOf(base::ByteView(chunk)));
    });
}

Result<void> SimulatedServer::sweepBlobs()
{
    return guarded([&]() -> Result<void> {
        TRY_VOID(m_running->blobs.sweep(tenantId()));
        return {};
    });
}

Result<std::vector<server::StoredBlob>> SimulatedServer::blobs()
{
    return guarded([&] {
        return m_running->store->read(
            [&](StoreSnapshot &snapshot) { return snapshot.blobs().blobsAfter(tenantId(), {}, 100'000); });
    });
}

Result<server::BlobRoom> SimulatedServer::roomOf(int device)
{
    return guarded([&] {
        return m_running->store->read(
            [&](StoreSnapshot &snapshot) { return snapshot.blobs().room(tenantId(), deviceId(device)); });
    });
}

Result<std::vector<base::Bytes>> SimulatedServer::chunksOf(CaseId caseId, const base::Hash &name)
{
    return guarded([&] {
        return m_running->store->read([&](StoreSnapshot &snapshot) -> Result<std::vector<base::Bytes>> {
            TRY(const auto blob, snapshot.blobs().blob(tenantId(), caseId, name));
            if (!blob || !blob->isWhole())
                return fail(ErrorCode::NotFound, "blob");
            std::vector<base::Bytes> chunks;
            for (std::int64_t i = 0; i < crypto::BlobForm::chunkCount(blob->size); ++i) {
                TRY(auto chunk, snapshot.blobs().chunk(tenantId(), caseId, name, i));
                chunks.push_back(std::move(chunk));
            }
            return chunks;
        });
    });
}

std::set<CaseId> SimulatedServer::forgettingUnderWay() const
{
    std::set<CaseId> cases;
    for (const auto &[at, caseId] : m_forgets)
        if (at + Network::TimeOut >= m_timeline->now())
            cases.insert(caseId);
    return cases;
}

void SimulatedServer::backUp() { m_backup.emplace(Backup{m_disk.image(), *m_witness, m_observed}); }

Result<void> SimulatedServer::putBackupBack()
{
    stop();
    m_disk.restart(CrashKind::Process, m_random);
    m_disk.load(m_backup->image);
    m_witness->goBackTo(m_backup->witness);
    m_observed = m_backup->observed;
    {
        TRY(auto store, server::EmbeddedStore::open(setupFor(m_disk, false), databaseKey()));
        TRY_VOID(server::beginNewLog(*store, m_random));
    }
    // A second restore from this copy goes back to the same place.
    return start();
}

Result<void> SimulatedServer::setAccess(CaseId caseId, const base::Uuid &grantee, CompartmentSet compartments,
                                        std::optional<std::chrono::seconds> reach)
{
    // What comes with a right: everything, or what was touched in the last moments, or what is touched from now on.
    using std::chrono::seconds;
    constexpr std::array Reaches{seconds(-1), seconds(0), seconds(20), seconds(300)};
    if (!reach)
        reach = m_limitsPackages ? Reaches[m_random.below(Reaches.size())] : seconds(-1);
    const base::Instant since = reach->count() < 0 ? base::Instant() : m_clock.now() - *reach;
    m_witness->expectEntry(caseId, grantee, compartments);
    TRY_VOID(guarded([&] {
        return m_running->store->write([&](StoreTransaction &transaction) -> Result<void> {
            TRY(const std::int64_t seq, transaction.log().takeSeqs(tenantId(), 1));
            return transaction.log().addAccess(tenantId(), {seq, caseId, grantee, compartments, since, m_clock.now()});
        });
    }));
    m_witness->sawAccess(caseId, grantee, compartments);
    return {};
}

Result<CaseId> SimulatedServer::importReport(const std::string &name)
{
    const auto caseId = m_ids.make<CaseId>();
    const auto person = m_ids.make<base::RecordId>();
    const auto report = m_ids.make<base::RecordId>();
    TRY_VOID(guarded([&] {
        return m_running->store->write([&](StoreTransaction &transaction) -> Result<void> {
            std::vector<changelog::RecordSet> sets = {
                changelog::makeCreation(person, "person", {{"givenName", name}}),
                changelog::makeCreation(report, "lobReport", {{"text", "found asleep at the station"}})};
            return m_running->author.write(transaction, makeTenant(), caseId, std::move(sets));
        });
    }));
    return caseId;
}

Result<void> SimulatedServer::revoke(int device)
{
    TRY_VOID(guarded([&] {
        return m_running->store->write([&](StoreTransaction &transaction) {
            return transaction.identity().revokeDevice(tenantId(), deviceId(device), m_clock.now());
        });
    }));
    m_witness->sawRevocation(device);
    return {};
}

Result<void> SimulatedServer::takeProtectionOff(CaseId caseId)
{
    const auto taken = guarded([&] {
        return m_running->store->write([&](StoreTransaction &transaction) {
            return server::takeProtectionOff(transaction, m_running->author, m_running->accessLog,
                                             {caseId, workerId(0), workerId(1), "it is over"});
        });
    });
    return !taken && taken.error().code() == ErrorCode::Refused ? Result<void>() : taken;
}

Result<void> SimulatedServer::raiseAlarms()
{
    TRY_VOID(guarded([&]() -> Result<void> {
        TRY_VOID(m_running->alarms.raise());
        return {};
    }));
    m_witness->sawAlarmsRaised(m_clock.now());
    return {};
}

Result<std::string> SimulatedServer::accessLogFault()
{
    return guarded([&]() -> Result<std::string> {
        return m_running->store->read([&](StoreSnapshot &snapshot) -> Result<std::string> {
            TRY(const auto review,
                m_running->accessLog.review(snapshot, tenantId(), {}, [](const server::AccessLogEntry &) {}));
            return review.brokenAt ? review.fault + " at " + std::to_string(*review.brokenAt) : std::string();
        });
    });
}

Result<std::vector<changelog::ChangeLine>> SimulatedServer::quarantinedLines()
{
    return guarded([&] {
        return m_running->store->read([&](StoreSnapshot &snapshot) -> Result<std::vector<changelog::ChangeLine>> {
            TRY(const auto changes, snapshot.log().quarantine(tenantId()));
            std::vector<changelog::ChangeLine> lines;
            lines.reserve(changes.size());
            for (const auto &change : changes) {
                TRY(auto line, changelog::readChangeLine(change.line));
                lines.push_back(std::move(line));
            }
            return lines;
        });
    });
}

Result<std::set<ChangeId>> SimulatedServer::quarantined()
{
    TRY(const auto lines, quarantinedLines());
    std::set<ChangeId> ids;
    for (const changelog::ChangeLine &line : lines)
        ids.insert(line.change.id);
    return ids;
}

} // namespace faltakt::simulation
