#include "tests/simulation/administration.h"

#include "tests/simulation/chance.h"
#include "tests/simulation/people.h"
#include "tests/simulation/simulated_server.h"

#include <array>
#include <utility>

namespace faltakt::simulation {

using base::CaseId;
using base::Result;
using changelog::Compartment;
using std::chrono::milliseconds;

/// What an administrator orders is done at once, or as soon as the server is back.
void Administration::administer(Work work)
{
    if (m_server->isUp()) {
        const auto done = work();
        // A server that comes back from its backup may know nothing of the case that the order was about.
        if (done || (done.error().code() == base::ErrorCode::NotFound && m_isFromBackup))
            return;
    }
    if (m_server->isUp())
        m_findings->stalled.push_back("an administrator's order failed");
    else
        m_toAdminister.push_back(std::move(work));
}

void Administration::orderAgain()
{
    const auto waiting = std::exchange(m_toAdminister, {});
    for (const Work &work : waiting)
        administer(work);
}

void Administration::changeRights()
{
    const int worker = int(m_random.below(WorkerCount));
    const base::Uuid grantee = isInTeam(worker) && chance(m_random, 300) ? teamId().uuid() : workerId(worker).uuid();
    std::vector<CaseId> cases = m_witness->cases();
    std::erase(cases, teamCaseId()); // It is the team's and stays so.
    if (cases.empty() || (cases.size() < m_fewCases && chance(m_random, 150))) {
        administer([this, grantee]() -> Result<void> {
            TRY(const CaseId imported, m_server->importReport("Alex"));
            administer([this, imported, grantee] {
                return m_server->setAccess(imported, grantee, CompartmentSet::ofCaseworker());
            });
            return {};
        });
        return;
    }
    if (chance(m_random, 15)) {
        const int device = int(m_random.below(DeviceCount));
        administer([this, device] { return m_server->revoke(device); });
        return;
    }
    const CaseId caseId = cases[m_random.below(cases.size())];
    if (chance(m_random, 60)) {
        administer([this, caseId] { return m_server->takeProtectionOff(caseId); });
        return;
    }
    if (chance(m_random, 400)) {
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
void Administration::takeAndGiveBack(CaseId caseId, const base::Uuid &grantee)
{
    administer([this, caseId, grantee] { return m_server->setAccess(caseId, grantee, {}); });
    m_timeline->after(milliseconds(m_random.below(4'000)), [this, caseId, grantee] {
        administer(
            [this, caseId, grantee] { return m_server->setAccess(caseId, grantee, CompartmentSet::ofCaseworker()); });
    });
}

} // namespace faltakt::simulation
