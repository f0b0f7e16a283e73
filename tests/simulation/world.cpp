#include "tests/simulation/world.h"

#include "tests/simulation/checks.h"

#include <algorithm>

namespace faltakt::simulation {

using base::CaseId;
using base::RecordId;
using base::Result;
using changelog::Compartment;
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

World::World(std::uint64_t seed) : m_random(seed), m_witness(m_result.findings), m_network(m_timeline, seed * 3 + 1)
{
    const Version version = chance(500) ? Version::Newer : Version::Older;
    m_server = std::make_unique<SimulatedServer>(m_timeline, m_witness, seed * 5 + 2, version);
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
            saveSomething(device);
    });
}

/// Seeds differ in what goes wrong, in how fast things follow one another and in how much people get in each other's way.
void World::beSomeWeek()
{
    m_weather = someWeather(m_random);
    m_network.setWeather(m_weather);
    m_breakage = unsigned(m_random.below(4)) * 40;
    m_rightsChurn = std::array<unsigned, 3>{30, 100, 200}[m_random.below(3)];
    m_fewCases = std::array<std::size_t, 3>{1, 3, 20}[m_random.below(3)];
    m_pause = std::array<std::uint64_t, 3>{300, 1'500, 8'000}[m_random.below(3)];
    protocol::OfferedLimits offer;
    if (chance(700)) {
        offer.pushLines = 1 + m_random.below(6);
        offer.pullLines = 1 + m_random.below(6);
    }
    m_server->setOffer(offer);
}

World::~World() = default;

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
    const auto what = m_random.below(1000);
    if (what < 40 + m_breakage) {
        if (chance(250))
            breakServer();
        else
            breakSomething(device);
    } else if (what < 280) {
        syncSome(device);
    } else if (what < 280 + m_rightsChurn) {
        changeRights();
    } else if (device.isRunning()) {
        saveSomething(device);
    }
}

base::json::Value World::someText()
{
    // Few different texts, so that equal values meet; now and then one that only a newer server would take.
    if (chance(60))
        return std::string(ServerNoteLength + 1, 'x');
    return "text " + std::to_string(m_random.below(3));
}

void World::startCase(SimulatedDevice &device)
{
    store::Draft draft;
    draft.caseId = device.ids().makeId<CaseId>();
    const auto person = device.ids().makeId<RecordId>();
    draft.sets.push_back(changelog::makeCreation(person, "person", {{"givenName", "Kim"}, {"familyName", "Prov"}}));
    if (chance(500)) {
        const auto note = device.ids().makeId<RecordId>();
        draft.sets.push_back(changelog::makeCreation(note, "note", {{"text", someText()}}));
    }
    device.save({draft});
}

void World::addRecord(SimulatedDevice &device, CaseId caseId)
{
    const auto record = device.ids().makeId<RecordId>();
    store::Draft draft{caseId, {}, {}};
    if (versionOf(device.number()) == Version::Newer && chance(200)) {
        // What only a newer version knows: a kind, a field, a code.
        if (chance(500))
            draft.sets.push_back(changelog::makeCreation(record, "visit", {{"place", "by the river"}}));
        else
            draft.sets.push_back(changelog::makeCreation(
                record, "note", {{"text", "text 0"}, {"weather", "rain"}, {"mood", "hopeful"}}));
        device.save({draft});
        return;
    }
    switch (m_random.below(5)) {
    case 0: draft.sets.push_back(changelog::makeCreation(record, "assessment", {{"instrument", "audit"}})); break;
    case 1: {
        if (const auto logged = device.store().logAccess(caseId, "open", "work", ""); !logged)
            device.diedOf(logged.error());
        return;
    }
    case 2:
        if (chance(300)) { // Nobody may write this without a right of its own.
            draft.sets.push_back(changelog::makeCreation(record, "protectedPerson", {{"name", "Kim"}}));
            break;
        }
        [[fallthrough]];
    default:
        draft.sets.push_back(changelog::makeCreation(record, "note", {{"text", someText()}, {"title", "a"}}));
        break;
    }
    device.save({draft});
}

void World::changeRecord(SimulatedDevice &device, CaseId caseId)
{
    const auto records = device.store().recordsOfCase(caseId);
    if (!records || records->empty())
        return;
    const auto &record = (*records)[m_random.below(records->size())];
    const auto state = device.store().recordState(record.id);
    if (!state || !*state)
        return;
    store::Draft draft{caseId, {}, {}};
    if (chance(120)) {
        draft.sets.push_back(changelog::makeDelete(**state));
    } else if (record.kind == "person") {
        draft.sets.push_back(changelog::makeEdit(**state, {{chance(500) ? "givenName" : "familyName", someText()}}));
    } else if (record.kind == "assessment") {
        const std::string item = "answers/" + std::to_string(m_random.below(3));
        draft.sets.push_back(
            changelog::makeEdit(**state, {{item, base::json::Object{{"value", std::int64_t(m_random.below(4))}}}}));
    } else if (record.kind == "note") {
        draft.sets.push_back(changelog::makeEdit(**state, {{chance(600) ? "text" : "title", someText()}}));
    } else if (record.kind == "visit" && versionOf(device.number()) == Version::Newer) {
        draft.sets.push_back(changelog::makeEdit(**state, {{"place", someText()}}));
    } else {
        return;
    }
    device.save({draft});
}

void World::resolveConflict(SimulatedDevice &device)
{
    const auto conflicts = device.store().conflicts();
    if (!conflicts || conflicts->empty())
        return;
    const auto &conflict = (*conflicts)[m_random.below(conflicts->size())];
    const auto state = device.store().recordState(conflict.record);
    if (!state || !*state || conflict.heads.empty())
        return;
    const auto &head = conflict.heads[m_random.below(conflict.heads.size())];
    const bool staysDeleted = conflict.field == "deleted" && head.value == base::json::Value(true);
    auto set =
        staysDeleted ? changelog::makeDelete(**state) : changelog::makeEdit(**state, {{conflict.field, head.value}});
    device.save({{conflict.caseId, {std::move(set)}, {}}});
}

void World::saveSomething(SimulatedDevice &device)
{
    const auto cases = device.store().cases();
    if (!cases)
        return;
    if (cases->empty() || chance(cases->size() < m_fewCases ? 80 : 10)) {
        startCase(device);
        return;
    }
    const CaseId caseId = (*cases)[m_random.below(cases->size())].caseId;
    const auto what = m_random.below(100);
    if (what < 30)
        addRecord(device, caseId);
    else if (what < 85)
        changeRecord(device, caseId);
    else
        resolveConflict(device);
}

void World::syncSome(SimulatedDevice &device)
{
    if (!device.isRunning())
        return;
    if (device.isSyncing() && chance(200))
        device.stopSync();
    else
        device.startSync({.failuresAllowed = int(m_random.below(6)), .listen = seconds(chance(200) ? 30 : 0)});
}

void World::breakSomething(SimulatedDevice &device)
{
    if (!device.isRunning()) {
        wakeUp(device, true);
        return;
    }
    switch (m_random.below(11)) {
    case 0:
        device.kill();
        wakeUp(device, false);
        break;
    case 1:
    case 2: device.disk().goDownAfter(int(m_random.below(40))); break;
    case 3: device.clock().setSkew(hours(std::int64_t(m_random.below(2 * 87'600)) - 87'600)); break;
    case 4:
    case 5: device.backUp(); break;
    case 6: rebootOver(device); break;
    case 7: copyDevice(device); break;
    default:
        if (device.hasBackup()) {
            m_network.countFault();
            goBack([&] { device.putBackupBack(m_witness); });
        }
        break;
    }
}

/// A device that does not come up: it dies again in the middle of its first steps, several times, at any time of day.
void World::rebootOver(SimulatedDevice &device)
{
    for (std::uint64_t times = 2 + m_random.below(6); times > 0; --times) {
        device.clock().setSkew(hours(std::int64_t(m_random.below(2 * 87'600)) - 87'600));
        device.disk().goDownAfter(int(m_random.below(12)));
        if (device.isRunning() && chance(500))
            saveSomething(device);
        if (device.isRunning())
            device.kill();
        device.restart(chance(500) ? CrashKind::Power : CrashKind::Process);
        if (!device.isRunning())
            return;
    }
}

/// The disk is copied while the device may be in the middle of a push, and both copies are used from here on.
void World::copyDevice(SimulatedDevice &device)
{
    constexpr std::size_t MostCopies = 2;
    if (m_devices.size() >= DeviceCount + MostCopies)
        return;
    auto copy = std::make_unique<SimulatedDevice>(device.number(), m_timeline, m_network, *m_server, m_result.findings,
                                                  m_random.next());
    copy->becomeCopyOf(device);
    copy->setOnPull([this, user = copy.get()] { writeDuringPull(*user); });
    m_devices.push_back(std::move(copy));
    ++m_result.copies;
}

std::set<ChangeId> World::everythingThatIs()
{
    std::set<ChangeId> ids;
    for (const SeenChange &seen : m_witness.order())
        ids.insert(seen.line.change.id);
    if (const auto quarantined = m_server->quarantined())
        ids.insert(quarantined->begin(), quarantined->end());
    for (const auto &device : m_devices)
        if (device->isRunning())
            ids.merge(device->held());
    return ids;
}

void World::goBack(const std::function<void()> &work)
{
    for (const auto &device : m_devices)
        if (!device->isRunning())
            wakeUp(*device, true);
    const auto before = everythingThatIs();
    work();
    const auto after = everythingThatIs();
    for (const ChangeId id : before)
        if (!after.contains(id))
            m_goneForAll.insert(id);
}

/// What a device does not keep once the server has it: who read, and work in cases that were taken away. A verdict that is
/// under way while the server goes back takes it from the device all the same.
std::set<ChangeId> World::notKeptOnceReceived() const
{
    std::set<ChangeId> ids;
    for (const SeenChange &seen : m_witness.order()) {
        const auto &change = seen.line.change;
        bool kept = seen.compartment != Compartment::Reading;
        for (int worker = 0; worker < WorkerCount; ++worker)
            if (workerId(worker) == change.by)
                kept = kept && m_witness.rightsOf(worker, change.caseId).contains(seen.compartment);
        if (!kept)
            ids.insert(change.id);
    }
    return ids;
}

void World::restoreServer()
{
    m_server->disk().goDownAfter(-1);
    wakeServer();
    const auto notKept = notKeptOnceReceived();
    goBack([this, &notKept] {
        m_goneForAll.insert(notKept.begin(), notKept.end());
        if (const auto restored = m_server->putBackupBack(); !restored)
            m_result.findings.lost.push_back("the server does not start from its backup: "
                                             + restored.error().toString());
    });
    ++m_result.restores;
}

void World::wakeUp(SimulatedDevice &device, bool now)
{
    const auto wake = [this, &device] {
        if (!device.isRunning())
            device.restart(chance(500) ? CrashKind::Power : CrashKind::Process);
    };
    if (now)
        wake();
    else
        m_timeline.after(milliseconds(m_random.below(120'000)), wake);
}

void World::breakServer()
{
    m_network.countFault();
    if (!m_server->isUp())
        wakeServer();
    else if (chance(350))
        m_server->hasBackup() && chance(500) ? restoreServer() : m_server->backUp();
    else if (chance(300))
        m_server->stop();
    else
        m_server->disk().goDownAfter(int(m_random.below(60)));
}

void World::wakeServer()
{
    if (m_server->isUp())
        return;
    if (const auto woken = m_server->restart(chance(500) ? CrashKind::Power : CrashKind::Process); !woken)
        m_result.findings.lost.push_back("the server does not start after a crash: " + woken.error().toString());
    const auto waiting = std::exchange(m_toAdminister, {});
    for (const auto &work : waiting)
        administer(work);
}

/// What an administrator orders is done at once, or as soon as the server is back.
void World::administer(std::function<Result<void>()> work)
{
    if (m_server->isUp() && work())
        return;
    if (m_server->isUp())
        m_result.findings.stalled.push_back("an administrator's order failed");
    else
        m_toAdminister.push_back(std::move(work));
}

void World::changeRights()
{
    const int worker = int(m_random.below(WorkerCount));
    const base::Uuid grantee = isInTeam(worker) && chance(300) ? teamId().uuid() : workerId(worker).uuid();
    const std::vector<CaseId> cases = m_witness.cases();
    if (cases.empty() || (cases.size() < m_fewCases && chance(150))) {
        administer([this, grantee]() -> Result<void> {
            TRY(const CaseId imported, m_server->importReport("Alex"));
            administer([this, imported, grantee] {
                return m_server->setAccess(imported, grantee, CompartmentSet::ofCaseworker());
            });
            return {};
        });
        return;
    }
    if (chance(15)) {
        const int device = int(m_random.below(DeviceCount));
        administer([this, device] { return m_server->revoke(device); });
        return;
    }
    const CaseId caseId = cases[m_random.below(cases.size())];
    if (chance(400)) {
        takeAndGiveBack(caseId, grantee);
        return;
    }
    constexpr std::array Choices = {CompartmentSet(),
                                    CompartmentSet(),
                                    CompartmentSet::ofCaseworker(),
                                    CompartmentSet::ofCaseworker(),
                                    CompartmentSet{Compartment::Card, Compartment::Lob},
                                    CompartmentSet::ofCaseworker() | CompartmentSet{Compartment::Protected}};
    const CompartmentSet compartments = Choices[m_random.below(Choices.size())];
    administer([this, caseId, grantee, compartments] { return m_server->setAccess(caseId, grantee, compartments); });
}

/// A mistake that is put right soon: often while a device is just in between.
void World::takeAndGiveBack(CaseId caseId, const base::Uuid &grantee)
{
    administer([this, caseId, grantee] { return m_server->setAccess(caseId, grantee, {}); });
    m_timeline.after(milliseconds(m_random.below(4'000)), [this, caseId, grantee] {
        administer(
            [this, caseId, grantee] { return m_server->setAccess(caseId, grantee, CompartmentSet::ofCaseworker()); });
    });
}

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
}

std::vector<std::string> World::differences()
{
    const Oracle oracle(m_witness);
    std::vector<std::string> all;
    for (const auto &device : m_devices)
        if (device->isRunning() && !m_witness.isRevoked(device->number()))
            for (const std::string &difference : oracle.differences(*device))
                all.push_back("device " + std::to_string(device->number()) + ": " + difference);
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
    if (chance(200))
        damageSomething();
    std::vector<std::string> differences;
    for (m_result.rounds = 1; m_result.rounds <= RoundsAllowed; ++m_result.rounds) {
        for (const auto &device : m_devices)
            if (device->isRunning())
                syncOnce(*device);
        differences = this->differences();
        if (differences.empty() || m_result.findings.any())
            break;
    }
    m_result.findings.diverged.insert(m_result.findings.diverged.end(), differences.begin(), differences.end());
    if (const auto fault = m_server->accessLogFault(); !fault || !fault->empty())
        m_result.findings.diverged.push_back("the access log: " + (fault ? *fault : fault.error().toString()));
    const auto quarantined = m_server->quarantined();
    if (quarantined)
        checkNothingBuildsOnReturned(m_witness, *quarantined, m_result.findings);
    m_result.quarantined = quarantined ? quarantined->size() : 0;
    for (const auto &device : m_devices) {
        if (!device->isRunning())
            continue;
        m_result.forks += device->forks();
        m_result.crashes += device->crashes();
        m_result.takenBack += device->takenBack();
        m_result.mended += device->mended();
        m_result.conflicts += std::uint64_t(device->store().conflicts()->size());
        const auto &report = device->lastReport();
        if (report && report->compared && report->proven != report->held)
            m_result.findings.diverged.push_back("device " + std::to_string(device->number())
                                                 + ": the comparison does not come out even");
        if (!device->unsent().empty())
            m_result.findings.stalled.push_back("device " + std::to_string(device->number()) + ": still unsent");
        checkNothingLost(*device, m_witness, quarantined ? *quarantined : std::set<ChangeId>(), m_result.findings,
                         m_goneForAll);
        checkReturned(*device, m_witness, quarantined ? *quarantined : std::set<ChangeId>(), m_result.findings);
    }
}

} // namespace faltakt::simulation
