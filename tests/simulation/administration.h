#pragma once

#include "core/base/random.h"
#include "tests/simulation/timeline.h"
#include "tests/simulation/witness.h"

#include <functional>
#include <vector>

namespace faltakt::simulation {

class SimulatedServer;

/// Those who give and take rights at the server. What the server went down over is ordered again when it is back.
class Administration {
public:
    Administration(base::SeededRandom &random, Timeline &timeline, Witness &witness, Findings &findings)
        : m_random(random), m_timeline(&timeline), m_witness(&witness), m_findings(&findings)
    {
    }

    void setServer(SimulatedServer &server) { m_server = &server; }
    /// Beyond this many, new cases are rare.
    void setFewCases(std::size_t cases) { m_fewCases = cases; }
    void changeRights();
    /// The server may know nothing of a case any more that an order is about: such an order is void.
    void serverIsFromBackup() { m_isFromBackup = true; }
    /// The server is back.
    void orderAgain();

private:
    using Work = std::function<base::Result<void>()>;
    void takeAndGiveBack(base::CaseId caseId, const base::Uuid &grantee);
    void administer(Work work);

    base::SeededRandom &m_random;
    Timeline *m_timeline;
    Witness *m_witness;
    Findings *m_findings;
    SimulatedServer *m_server = nullptr;
    std::size_t m_fewCases = 0;
    bool m_isFromBackup = false;
    std::vector<Work> m_toAdminister; ///< What the server went down over.
};

} // namespace faltakt::simulation
