#pragma once

#include "tests/simulation/checks.h"
#include "tests/support/catch.h"

namespace faltakt::simulation {

/// A server and all devices on a sound network.
class Office {
public:
    Office() : m_witness(m_findings), m_network(m_timeline, 1), m_server(m_timeline, m_witness, 2)
    {
        for (int number = 0; number < DeviceCount; ++number)
            m_devices.push_back(std::make_unique<SimulatedDevice>(number, m_timeline, m_network, m_server, m_findings,
                                                                  10 + std::uint64_t(number)));
    }

    SimulatedDevice &device(int number) { return *m_devices[std::size_t(number)]; }
    SimulatedServer &server() { return m_server; }
    /// One thing more happens.
    [[nodiscard]] bool step() { return m_timeline.runNext(); }
    /// However it ends.
    engine::Outcome trySync(int number, engine::Plan plan = {})
    {
        device(number).startSync(std::move(plan));
        while (device(number).isSyncing() && m_timeline.runNext()) {}
        REQUIRE_FALSE(device(number).isSyncing());
        return device(number).lastReport()->outcome;
    }
    void sync(int number)
    {
        trySync(number);
        REQUIRE(device(number).lastReport()->outcome == engine::Outcome::Done);
    }
    /// Asks for everything that stayed at the server.
    void fetchOlder(int number, base::CaseId caseId)
    {
        engine::Plan plan;
        plan.fetch = protocol::FetchRequest{caseId, "wants to know", {}};
        REQUIRE(trySync(number, std::move(plan)) == engine::Outcome::Done);
        REQUIRE(device(number).lastReport()->fetch == engine::Report::Fetch::Granted);
    }
    /// A sync, and all of the attachments that it lets go.
    void carry(int number)
    {
        sync(number);
        while (device(number).blobs().isCarrying() && m_timeline.runNext()) {}
    }
    /// A case with a person and a note, made on a device.
    base::CaseId makeCase(int number)
    {
        auto &ids = device(number).ids();
        const auto caseId = ids.makeId<base::CaseId>();
        REQUIRE(device(number).save(
            {{caseId,
              {changelog::makeCreation(ids.makeId<base::RecordId>(), "person", {{"givenName", "Kim"}}),
               changelog::makeCreation(ids.makeId<base::RecordId>(), "note", {{"text", "by the river"}})},
              {}}}));
        return caseId;
    }
    void addNote(int number, base::CaseId caseId, const std::string &text)
    {
        const auto record = device(number).ids().makeId<base::RecordId>();
        REQUIRE(device(number).save({{caseId, {changelog::makeCreation(record, "note", {{"text", text}})}, {}}}));
    }
    void setAccess(base::CaseId caseId, int worker, CompartmentSet compartments,
                   std::optional<std::chrono::seconds> reach = {})
    {
        REQUIRE(m_server.setAccess(caseId, workerId(worker).uuid(), compartments, reach));
    }
    void pass(base::Duration time) { m_timeline.runFor(time); }
    std::vector<std::string> differences(int number) { return Oracle(m_witness).differences(device(number)); }
    std::size_t records(int number, base::CaseId caseId)
    {
        return device(number).store().recordsOfCase(caseId)->size();
    }
    const Findings &findings() const { return m_findings; }
    void checkNothingLostOn(int number) { checkNothingLost(device(number), m_witness, {}, m_findings); }
    const Witness &witness() const { return m_witness; }

private:
    Timeline m_timeline;
    Findings m_findings;
    Witness m_witness;
    Network m_network;
    SimulatedServer m_server;
    std::vector<std::unique_ptr<SimulatedDevice>> m_devices;
};

inline constexpr int Loner = 3; ///< A device whose worker is in no team.
inline constexpr int LonersWorker = 2;

} // namespace faltakt::simulation
