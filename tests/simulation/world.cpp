#include "tests/simulation/world.h"

#include "tests/simulation/checks.h"

#include <algorithm>

namespace faltakt::simulation {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr int RoundsAllowed = 10;

/// From a quiet week to one in which hardly anything arrives.
Weather someWeather(base::Random &random)
{
    const unsigned scale = std::array<unsigned, 4>{0, 30, 120, 300}[random.below(4)];
    const auto part = [&] { return unsigned(random.below(scale + 1)); };
    return {.lost = part(),
            .twice = part(),
            .late = part(),
            .cut = part() / 2,
            .busy = part() / 4,
            .unauthorised = part() / 4};
}

} // namespace

World::World(std::uint64_t seed)
    : m_random(seed), m_witness(m_result.findings), m_network(m_timeline, seed * 3 + 1), m_people(m_random),
      m_administration(m_random, m_timeline, m_witness, m_result.findings)
{
    const Version version = chance(500) ? Version::Newer : Version::Older;
    m_server = std::make_unique<SimulatedServer>(m_timeline, m_witness, seed * 5 + 2, version);
    m_server->limitPackages();
    m_administration.setServer(*m_server);
    for (int device = 0; device < DeviceCount; ++device)
        m_devices.push_back(std::make_unique<SimulatedDevice>(
            device, m_timeline, m_network, *m_server, m_result.findings, seed * 11 + 100 + std::uint64_t(device)));
    for (const auto &device : m_devices)
        device->setOnPull([this, user = device.get()] { writeDuringPull(*user); });
    beSomeWeek();
}

void World::writeDuringPull(SimulatedDevice &device)
{
    if (m_settling || !chance(150))
        return;
    m_timeline.after(milliseconds(m_random.below(400)), [this, &device] {
        if (device.isRunning() && !m_settling)
            m_people.saveSomething(device);
    });
}

/// Seeds differ in what goes wrong, in how fast things follow one another and in how much people get in each other's way.
void World::beSomeWeek()
{
    m_weather = someWeather(m_random);
    m_network.setWeather(m_weather);
    m_breakage = unsigned(m_random.below(4)) * 40;
    m_rightsChurn = std::array<unsigned, 3>{30, 100, 200}[m_random.below(3)];
    const std::size_t fewCases = std::array<std::size_t, 3>{1, 3, 20}[m_random.below(3)];
    m_people.setFewCases(fewCases);
    m_administration.setFewCases(fewCases);
    m_pause = std::array<std::uint64_t, 3>{300, 1'500, 8'000}[m_random.below(3)];
    protocol::OfferedLimits offer;
    if (chance(700)) {
        offer.pushLines = 1 + m_random.below(6);
        offer.pullLines = 1 + m_random.below(6);
    }
    m_server->setOffer(offer);
    if (chance(150)) {
        m_server->setBlobRoom(std::int64_t(m_random.below(600'000)));
        wakeServerAnew();
    }
}

/// Closing what is over would tidy up in every file.
World::~World()
{
    m_server->disk().goDown();
    for (const auto &device : m_devices)
        device->disk().goDown();
}

RunResult World::run()
{
    const int actions = 40 + int(m_random.below(80));
    for (int action = 0; action < actions; ++action) {
        act();
        m_timeline.runFor(milliseconds(m_random.below(chance(50) ? 600'000 : m_pause)));
    }
    settle();
    m_result.changes = m_witness.order().size();
    m_result.faults = m_network.faults();
    return std::move(m_result);
}

void World::act()
{
    SimulatedDevice &device = *m_devices[m_random.below(m_devices.size())];
    if (!device.isRunning() && chance(300))
        wakeUp(device, true);
    if (!m_server->isUp() && chance(200))
        wakeServer();
    if (m_server->isUp() && chance(30))
        sweep();
    if (m_server->isUp() && chance(70))
        raiseAlarms();
    const auto what = m_random.below(1000);
    if (what < 40 + m_breakage) {
        if (chance(250))
            breakServer();
        else
            breakSomething(device);
    } else if (what < 280) {
        syncSome(device);
    } else if (what < 280 + m_rightsChurn) {
        m_administration.changeRights();
    } else if (device.isRunning()) {
        m_people.saveSomething(device);
    }
}

void World::syncSome(SimulatedDevice &device)
{
    if (!device.isRunning())
        return;
    if (device.blobs().isCarrying() && chance(200))
        device.blobs().stop();
    else if (chance(100)) // On a link that is paid for only what somebody waits for.
        device.blobs().carry(blobs::BlobCarrier::Scope::OrderedOnly);
    if (device.isSyncing() && chance(200))
        device.stopSync();
    else
        device.startSync({.failuresAllowed = int(m_random.below(6)),
                          .listen = seconds(chance(200) ? 30 : 0),
                          .keepListening = false,
                          .compare = false,
                          .fetch = somethingOlder(device)});
}

/// Somebody asks for older notes, all of them or the younger ones; mostly where there are some.
std::optional<protocol::FetchRequest> World::somethingOlder(const SimulatedDevice &device)
{
    if (!chance(400))
        return std::nullopt;
    std::vector<CaseId> cases = m_witness.cases();
    if (chance(900))
        std::erase_if(cases, [&](CaseId caseId) { return m_witness.countBehind(device.number(), caseId) == 0; });
    if (cases.empty())
        return std::nullopt;
    protocol::FetchRequest request{cases[m_random.below(cases.size())], "wants to know", {}};
    if (chance(300))
        request.since = m_timeline.now() - seconds(m_random.below(600));
    return request;
}

/// With its attachments.
void World::syncOnce(SimulatedDevice &device)
{
    device.startSync({.failuresAllowed = 3, .compare = m_damaged});
    const base::Instant end = m_timeline.now() + hours(1);
    while (device.isSyncing() && m_timeline.now() < end && m_timeline.runNext()) {}
    const auto &report = device.lastReport();
    const auto expected = m_witness.isRevoked(device.number()) ? engine::Outcome::Revoked : engine::Outcome::Done;
    if (device.isSyncing() || !report || report->outcome != expected)
        m_result.findings.stalled.push_back("device " + std::to_string(device.number())
                                            + ": a sync without faults ended as "
                                            + (report ? std::string(engine::outcomeName(report->outcome)) : "nothing"));
    while (device.isRunning() && device.blobs().isCarrying() && m_timeline.now() < end && m_timeline.runNext()) {}
    if (device.isRunning() && device.blobs().isCarrying())
        m_result.findings.stalled.push_back("device " + std::to_string(device.number())
                                            + ": its attachments come to no end");
}

std::vector<std::string> World::differences(Look look)
{
    const Oracle oracle(m_witness);
    std::vector<std::string> all;
    for (const auto &device : m_devices) {
        if (!device->isRunning() || m_witness.isRevoked(device->number()))
            continue;
        for (const std::string &difference : oracle.differences(*device))
            all.push_back("device " + std::to_string(device->number()) + ": " + difference);
        if (look == Look::First && !all.empty())
            return all;
    }
    for (const std::string &difference : AttachmentOracle(m_witness, *m_server, m_bytesGone).differences(m_devices))
        all.push_back(difference);
    return all;
}

/// What no code of ours did, and nothing but comparing can find. First all is well, so that it is the damage that is mended.
void World::damageSomething()
{
    for (const auto &device : m_devices)
        if (device->isRunning())
            syncOnce(*device);
    for (std::uint64_t times = 1 + m_random.below(3); times > 0; --times) {
        SimulatedDevice &device = *m_devices[m_random.below(m_devices.size())];
        if (device.isRunning() && !m_witness.isRevoked(device.number()))
            m_damaged = device.damage() || m_damaged;
    }
}

/// The faults stop. What is still under way arrives; then a few rounds must bring everything where it belongs.
void World::settle()
{
    m_settling = true;
    m_network.setWeather({});
    m_server->disk().goDownAfter(-1);
    wakeServer();
    for (const auto &device : m_devices) {
        device->disk().goDownAfter(-1);
        if (!device->isRunning())
            device->restart(CrashKind::Power);
    }
    m_timeline.runFor(hours(2));
    raiseAlarms();
    if (chance(200))
        damageSomething();
    m_result.rounds = bringTogether();
    if (chance(200))
        letAMonthPass();
    conclude();
}

/// Rounds of syncing until everything is where it belongs, or none is left.
int World::bringTogether()
{
    std::vector<std::string> differences;
    int rounds = 1;
    for (; rounds <= RoundsAllowed; ++rounds) {
        for (const auto &device : m_devices)
            if (device->isRunning())
                syncOnce(*device);
        differences = this->differences(Look::First);
        if (differences.empty() || m_result.findings.any())
            break;
    }
    if (!differences.empty())
        differences = this->differences(Look::All);
    m_result.findings.diverged.insert(m_result.findings.diverged.end(), differences.begin(), differences.end());
    return rounds;
}

/// After which the server keeps no bytes that nothing names, and all others.
void World::letAMonthPass()
{
    sweep();
    m_timeline.runFor(hours(31 * 24));
    sweep();
    static_cast<void>(bringTogether());
    AttachmentOracle(m_witness, *m_server, m_bytesGone).checkNothingLingers(m_result.findings);
}

void World::conclude()
{
    const AttachmentOracle attachments(m_witness, *m_server, m_bytesGone);
    attachments.checkBytes(m_devices, m_result.findings);
    m_result.photos = AttachmentOracle::whole(*m_server, {}).size();
    if (const auto fault = m_server->accessLogFault(); !fault || !fault->empty())
        m_result.findings.diverged.push_back("the access log: " + (fault ? *fault : fault.error().toString()));
    const auto quarantined = m_server->quarantined();
    if (quarantined)
        checkNothingBuildsOnReturned(m_witness, *quarantined, m_result.findings);
    m_result.quarantined = quarantined ? quarantined->size() : 0;
    for (const auto &device : m_devices)
        if (device->isRunning())
            concludeDevice(*device, quarantined ? *quarantined : std::set<ChangeId>());
}

void World::concludeDevice(SimulatedDevice &device, const std::set<ChangeId> &quarantined)
{
    m_result.forks += device.forks();
    m_result.crashes += device.crashes();
    m_result.takenBack += device.takenBack();
    m_result.mended += device.mended();
    m_result.conflicts += std::uint64_t(device.store().conflicts()->size());
    const auto &report = device.lastReport();
    if (report && report->compared && report->proven != report->held)
        m_result.findings.diverged.push_back("device " + std::to_string(device.number())
                                             + ": the comparison does not come out even");
    if (!device.unsent().empty())
        m_result.findings.stalled.push_back("device " + std::to_string(device.number()) + ": still unsent");
    checkNothingLost(device, m_witness, quarantined, m_result.findings, m_goneForAll);
    checkReturned(device, m_witness, quarantined, m_result.findings);
}

} // namespace faltakt::simulation
