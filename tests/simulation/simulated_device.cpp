#include "tests/simulation/simulated_device.h"

#include "core/store/database.h"
#include "tests/simulation/simulated_server.h"

#include <algorithm>
#include <limits>

namespace faltakt::simulation {

using base::Result;
using engine::Failed;
using engine::FailureKind;
using engine::Happening;

namespace {

constexpr const char *Path = "/store.db";

/// A device just after enrolment, made once for the whole process.
const CrashDisk::Image &enrolled(int number, store::StoreSetup setup)
{
    static const auto Images = [&setup] {
        std::vector<CrashDisk::Image> images;
        for (int device = 0; device < DeviceCount; ++device) {
            CrashDisk disk;
            setup.vfs = disk.vfsName();
            auto store = store::CaseStore::create(setup, databaseKey(),
                                                  {tenantId(), workerId(workerOf(device)), deviceId(device)});
            store->reset();
            images.push_back(disk.image());
        }
        return images;
    }();
    return Images[std::size_t(number)];
}

/// What the engine is told of a step of the store.
Happening happeningOf(Result<changelog::JournalBatch> batch) { return engine::OutboxRead{std::move(*batch)}; }

} // namespace

SimulatedDevice::SimulatedDevice(int number, Timeline &timeline, Network &network, SimulatedServer &server,
                                 Findings &findings, std::uint64_t seed)
    : m_number(number), m_timeline(&timeline), m_network(&network), m_server(&server), m_findings(&findings),
      m_clock(timeline), m_random(seed), m_ids(m_clock, m_random), m_engine(engine::State::atRest(seed))
{
    m_disk.load(enrolled(number, setup()));
    m_store = std::move(*store::CaseStore::open(setup(), databaseKey()));
    makeBlobs();
}

SimulatedDevice::~SimulatedDevice() = default;

void SimulatedDevice::makeBlobs()
{
    m_blobs = std::make_unique<DeviceBlobs>(m_number, *m_store, m_disk, *m_timeline, *m_network, *m_server,
                                            [this](const base::Error &error) { diedOf(error); });
}

store::StoreSetup SimulatedDevice::setup() const
{
    return {.path = Path,
            .vfs = m_disk.vfsName(),
            .pageCacheMiB = 4,
            .schema = &deviceSchema(versionOf(m_number)),
            .agenda = &agendaProjector(),
            .cases = &caseProjector(),
            .clock = &m_clock,
            .random = const_cast<base::SeededRandom *>(&m_random)};
}

bool SimulatedDevice::diedOf(const base::Error &error)
{
    if (m_disk.isDown()) {
        kill();
        return true;
    }
    if (m_disk.isFaulty())
        return false;
    m_findings->stalled.push_back("device " + std::to_string(m_number)
                                  + ": store failed on a sound disk: " + error.toString());
    return false;
}

void SimulatedDevice::kill()
{
    m_network->countFault();
    m_disk.goDown();
    m_blobs.reset();
    m_store.reset();
    ++m_life;
    m_engine = engine::State::atRest(m_random.next());
}

void SimulatedDevice::restart(CrashKind kind)
{
    m_disk.restart(kind, m_random);
    auto opened = store::CaseStore::open(setup(), databaseKey());
    if (!opened) {
        m_findings->lost.push_back("device " + std::to_string(m_number)
                                   + ": the store does not open after a crash: " + opened.error().toString());
        return;
    }
    m_store = std::move(*opened);
    makeBlobs();
    learnWhatIsThere();
}

std::set<ChangeId> SimulatedDevice::unsent()
{
    std::set<ChangeId> ids;
    auto lines = m_store->unsentLines();
    if (!lines)
        return ids;
    for (std::string &line : *lines)
        ids.insert(changelog::readChangeLine(std::move(line))->change.id);
    return ids;
}

void SimulatedDevice::checkTogether()
{
    if (m_together.empty())
        return;
    std::set<base::RecordId> there;
    if (auto lines = m_store->unsentLines())
        for (std::string &text : *lines) {
            const auto line = changelog::readChangeLine(std::move(text));
            for (const auto &set : line->change.sets)
                if (m_together.contains(set.record))
                    there.insert(set.record);
        }
    if (!there.empty() && there != m_together)
        m_findings->lost.push_back("device " + std::to_string(m_number)
                                   + ": of a save in several cases a part is there");
    m_together.clear();
}

/// After a crash: a save that was not confirmed may be there or not, but once it was there, it must stay.
void SimulatedDevice::learnWhatIsThere()
{
    checkTogether();
    ++m_saveCount;
    for (const ChangeId id : unsent()) {
        m_saved.try_emplace(id, m_saveCount);
        m_gone.erase(id);
    }
}

void SimulatedDevice::checkDependants()
{
    const auto returned = m_store->returned();
    auto lines = m_store->unsentLines();
    if (!returned || !lines || returned->empty())
        return;
    std::set<ChangeId> taken;
    for (const auto &change : *returned)
        taken.insert(change.change);
    const auto builds = [&](const changelog::RecordSet &set) {
        return std::any_of(set.base.begin(), set.base.end(), [&](ChangeId id) { return taken.contains(id); });
    };
    for (std::string &text : *lines) {
        const auto line = changelog::readChangeLine(std::move(text));
        for (const changelog::RecordSet &set : line->change.sets) {
            const auto state =
                builds(set) ? m_store->recordState(set.record) : Result<std::optional<changelog::RecordState>>();
            if (!state || !*state)
                continue;
            const auto heads = changelog::allHeads(**state);
            if (std::find(heads.begin(), heads.end(), line->change.id) != heads.end())
                m_findings->diverged.push_back("device " + std::to_string(m_number)
                                               + ": shows what builds on a returned change: "
                                               + line->change.id.toString());
        }
    }
}

void SimulatedDevice::checkGranted(const changelog::PullPage &page)
{
    std::map<CaseId, CompartmentSet> held;
    for (const changelog::PullItem &item : page.items) {
        if (const auto *grant = std::get_if<changelog::GrantLine>(&item))
            held[grant->caseId] = grant->compartments;
        else if (const auto *forget = std::get_if<changelog::ForgetLine>(&item))
            held[forget->caseId] = forget->remaining;
    }
    auto lines = held.empty() ? Result<std::vector<std::string>>() : m_store->unsentLines();
    if (!lines)
        return;
    for (std::string &text : *lines) {
        const auto line = changelog::readChangeLine(std::move(text));
        const auto compartment = changelog::compartmentOf(line->change, deviceSchema(versionOf(m_number)));
        const auto rights = held.find(line->change.caseId);
        if (rights == held.end() || !rights->second.contains(compartment))
            continue;
        for (const changelog::RecordSet &set : line->change.sets) {
            const auto state = m_store->recordState(set.record);
            if (state && !*state)
                m_findings->diverged.push_back("device " + std::to_string(m_number)
                                               + ": unsent and granted, but out of sight: "
                                               + line->change.id.toString());
        }
    }
}

bool SimulatedDevice::save(const std::vector<store::Draft> &drafts)
{
    if (noteSaved(m_store->saveAll(drafts)))
        return true;
    m_together.clear();
    if (drafts.size() > 1)
        for (const store::Draft &draft : drafts)
            m_together.insert(draft.sets.front().record);
    return false;
}

bool SimulatedDevice::attach(CaseId caseId, std::size_t size)
{
    return noteSaved(m_blobs->add(caseId, m_ids.makeId<base::RecordId>(), size, m_random));
}

bool SimulatedDevice::noteSaved(const Result<std::vector<ChangeId>> &written)
{
    if (!written) {
        diedOf(written.error());
        return false;
    }
    ++m_saveCount;
    for (const ChangeId id : *written)
        m_saved.emplace(id, m_saveCount);
    give(0, engine::LocalWork{});
    return true;
}

void SimulatedDevice::backUp() { m_backup = Backup{m_disk.image(), m_saveCount}; }

void SimulatedDevice::putBackupBack(const Witness &witness)
{
    kill();
    m_together.clear();
    m_disk.load(m_backup->image);
    for (const auto &[id, save] : m_saved)
        if (save > m_backup->saveCount && !witness.isAccepted(id))
            m_gone.insert(id);
    restart(CrashKind::Process);
}

void SimulatedDevice::becomeCopyOf(SimulatedDevice &other)
{
    m_blobs.reset();
    m_store.reset();
    m_disk.load(other.m_disk.image());
    restart(CrashKind::Process);
}

bool SimulatedDevice::damage()
{
    static constexpr std::array<std::string_view, 4> Faults = {
        "DELETE FROM change WHERE local = (SELECT max(local) FROM change WHERE seq IS NOT NULL)",
        "DELETE FROM change WHERE local = (SELECT min(local) FROM change WHERE seq IS NOT NULL)",
        "UPDATE change SET line = replace(line, 'text ', 'test ') WHERE seq IS NOT NULL AND line LIKE '%text %'",
        "UPDATE change SET seq = NULL, received = NULL, stamp = NULL WHERE local = (SELECT min(local) FROM change"
        " WHERE seq IS NOT NULL)"};
    kill();
    m_disk.restart(CrashKind::Process, m_random);
    bool hit = false;
    {
        auto database =
            store::Database::open({.path = Path, .vfs = m_disk.vfsName(), .pageCacheMiB = 4}, databaseKey());
        auto statement = (*database)->prepare(Faults[m_random.below(Faults.size())]);
        hit = statement->run().has_value() && (*database)->changedRows() > 0;
    }
    restart(CrashKind::Process);
    return hit;
}

std::set<ChangeId> SimulatedDevice::held()
{
    constexpr std::size_t Everything = std::numeric_limits<std::size_t>::max();
    std::set<ChangeId> ids = unsent();
    if (const auto received = m_store->linesToOffer({}, 0, Everything, Everything))
        for (const changelog::OfferedLine &offered : received->lines)
            ids.insert(changelog::readChangeLine(offered.line)->change.id);
    if (const auto returned = m_store->returned())
        for (const auto &change : *returned)
            ids.insert(change.change);
    return ids;
}

void SimulatedDevice::startSync(engine::Plan plan)
{
    if (!m_store)
        return;
    const auto position = m_store->syncPosition();
    plan.compare = plan.compare || (position && position->compareWanted);
    give(0, engine::Start{plan});
}

void SimulatedDevice::stopSync() { give(0, engine::Stop{}); }

void SimulatedDevice::give(std::uint64_t ticket, Happening what)
{
    if (!m_store)
        return;
    engine::Step step = engine::advance(std::move(m_engine), {ticket, std::move(what)});
    m_engine = std::move(step.state);
    const std::uint64_t life = m_life;
    for (engine::Order &order : step.orders) {
        if (life != m_life)
            return; // The process ended over an earlier order.
        carryOut(std::move(order));
    }
}

template <typename Work>
void SimulatedDevice::atStore(std::uint64_t ticket, Work work)
{
    m_timeline->after(std::chrono::milliseconds(1), [this, ticket, life = m_life, work = std::move(work)]() mutable {
        if (life != m_life || !m_store)
            return;
        Result<Happening> happening = work();
        if (happening)
            give(ticket, std::move(*happening));
        else if (!diedOf(happening.error()))
            give(ticket, Failed{FailureKind::Store, std::chrono::seconds(0)});
    });
}

void SimulatedDevice::carryOut(engine::Order order)
{
    const std::uint64_t ticket = order.ticket;
    if (const auto *read = std::get_if<engine::ReadOutbox>(&order.command)) {
        atStore(ticket, [this, limits = *read]() -> Result<Happening> {
            TRY(auto batch, m_store->outbox(limits.maxLines, limits.maxBytes));
            return happeningOf(std::move(batch));
        });
    } else if (auto *verdicts = std::get_if<engine::StoreVerdicts>(&order.command)) {
        atStore(ticket, [this, given = std::move(*verdicts)]() -> Result<Happening> {
            TRY_VOID(m_store->applyVerdicts(given.epoch, given.verdicts));
            checkDependants();
            return Happening(engine::VerdictsStored{});
        });
    } else if (std::holds_alternative<engine::StartNextEpoch>(order.command)) {
        atStore(ticket, [this]() -> Result<Happening> {
            TRY_VOID(m_store->startNextEpoch());
            return Happening(engine::EpochStarted{});
        });
    } else if (auto *page = std::get_if<engine::StorePage>(&order.command)) {
        atStore(ticket, [this, given = std::move(page->page)]() -> Result<Happening> {
            TRY_VOID(m_store->applyPage(given));
            checkGranted(given);
            return Happening(engine::PageStored{});
        });
    } else if (const auto *rest = std::get_if<engine::Rest>(&order.command)) {
        m_timeline->after(rest->duration, [this, ticket, life = m_life] {
            if (life == m_life)
                give(ticket, engine::Rested{});
        });
    } else if (const auto *contact = std::get_if<engine::NoteContact>(&order.command)) {
        if (const auto noted =
                m_store->noteContact(contact->logId, contact->serverTime, contact->leaseUntil, contact->protectedUntil);
            !noted)
            diedOf(noted.error());
    } else if (const auto *finish = std::get_if<engine::Finish>(&order.command)) {
        m_lastReport = finish->report;
        m_forks += std::uint64_t(finish->report.forks);
        m_takenBack += std::uint64_t(finish->report.takenBack);
        m_mended += std::uint64_t(finish->report.mended);
        // As the app does: what waits of attachments goes after the changes.
        const auto outcome = finish->report.outcome;
        if (outcome == engine::Outcome::Done || outcome == engine::Outcome::Revoked)
            m_blobs->carry(blobs::BlobCarrier::Scope::All);
    } else if (const auto *hello = std::get_if<engine::SendHello>(&order.command)) {
        carryOutCall(ticket, *hello);
    } else if (const auto *token = std::get_if<engine::SendToken>(&order.command)) {
        carryOutCall(ticket, *token);
    } else if (const auto *push = std::get_if<engine::SendPush>(&order.command)) {
        carryOutCall(ticket, *push);
    } else if (const auto *pull = std::get_if<engine::SendPull>(&order.command)) {
        carryOutCall(ticket, *pull);
    } else {
        carryOutComparing(std::move(order));
    }
}

void SimulatedDevice::carryOutComparing(engine::Order order)
{
    const std::uint64_t ticket = order.ticket;
    if (const auto *read = std::get_if<engine::ReadOffer>(&order.command)) {
        atStore(ticket, [this, wanted = *read]() -> Result<Happening> {
            TRY(auto batch,
                m_store->linesToOffer({wanted.caseId, wanted.above}, wanted.after, wanted.maxLines, wanted.maxBytes));
            return Happening(engine::OfferRead{std::move(batch)});
        });
    } else if (const auto *log = std::get_if<engine::StartLog>(&order.command)) {
        atStore(ticket, [this, next = *log]() -> Result<Happening> {
            TRY_VOID(m_store->startLog(next.logId, next.n));
            return Happening(engine::LogStarted{});
        });
    } else if (const auto *part = std::get_if<engine::SumPart>(&order.command)) {
        atStore(ticket, [this, after = part->after]() -> Result<Happening> {
            TRY(auto summed, m_store->digestPart(after, 3, 20));
            return Happening(engine::PartSummed{std::move(summed)});
        });
    } else if (const auto *proof = std::get_if<engine::StoreProof>(&order.command)) {
        atStore(ticket, [this, given = *proof]() -> Result<Happening> {
            const auto compared = given.settled ? store::Compared::Everything : store::Compared::NotAll;
            TRY_VOID(m_store->noteProof({m_timeline->now(), given.held, given.proven}, compared));
            return Happening(engine::ProofStored{});
        });
    } else if (auto *offer = std::get_if<engine::SendOffer>(&order.command)) {
        carryOutCall(ticket, *offer);
    } else if (auto *digest = std::get_if<engine::SendDigest>(&order.command)) {
        carryOutCall(ticket, *digest);
    } else if (const auto *fetch = std::get_if<engine::SendFetch>(&order.command)) {
        carryOutCall(ticket, *fetch);
    }
}

} // namespace faltakt::simulation
