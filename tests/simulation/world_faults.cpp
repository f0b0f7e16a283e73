#include "tests/simulation/world.h"

#include <algorithm>
#include <iterator>

// What goes wrong in a world: devices and the server that break, are put back, are copied and come up again.

namespace faltakt::simulation {

using changelog::Compartment;
using std::chrono::hours;
using std::chrono::milliseconds;

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
            m_people.saveSomething(device);
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
    const auto bytesBefore = AttachmentOracle::whole(*m_server, m_devices);
    work();
    const auto after = everythingThatIs();
    const auto bytesAfter = AttachmentOracle::whole(*m_server, m_devices);
    std::ranges::set_difference(before, after, std::inserter(m_goneForAll, m_goneForAll.end()));
    std::ranges::set_difference(bytesBefore, bytesAfter, std::inserter(m_bytesGone, m_bytesGone.end()));
}

/// What a device does not keep once the server has it: who read, and work in cases that were taken away. A verdict that is
/// under way while the server goes back takes it from the device all the same, and so does a page that says that a right is
/// gone, also where it gives the right back: what was to come again behind it is not there any more.
std::set<ChangeId> World::notKeptOnceReceived() const
{
    std::set<ChangeId> ids;
    const auto forgetting = m_server->forgettingUnderWay();
    for (const SeenChange &seen : m_witness.order()) {
        const auto &change = seen.line.change;
        bool kept = seen.compartment != Compartment::Reading && !forgetting.contains(change.caseId);
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
    m_administration.serverIsFromBackup();
    m_server->disk().goDownAfter(-1);
    wakeServer();
    const auto notKept = notKeptOnceReceived();
    auto bytesNotKept = AttachmentOracle::notKept(m_witness, *m_server, m_devices);
    m_bytesGone.merge(bytesNotKept);
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

/// Before anything has happened.
void World::wakeServerAnew()
{
    m_server->stop();
    wakeServer();
}

void World::sweep()
{
    if (const auto swept = m_server->sweepBlobs(); !swept && m_server->isUp())
        m_result.findings.stalled.push_back("clearing attachments away failed: " + swept.error().toString());
}

void World::raiseAlarms()
{
    if (const auto raised = m_server->raiseAlarms(); !raised && m_server->isUp())
        m_result.findings.stalled.push_back("looking for visits that are over failed: " + raised.error().toString());
}

void World::wakeServer()
{
    if (m_server->isUp())
        return;
    if (const auto woken = m_server->restart(chance(500) ? CrashKind::Power : CrashKind::Process); !woken)
        m_result.findings.lost.push_back("the server does not start after a crash: " + woken.error().toString());
    m_administration.orderAgain();
}

} // namespace faltakt::simulation
