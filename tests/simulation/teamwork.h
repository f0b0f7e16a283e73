#pragma once

#include "tests/simulation/simulated_device.h"

namespace faltakt::simulation {

/// What people do together: visits of people who are alone, handing over, protected identity, children and the end of a
/// matter, two files of one person, somebody who was met with others. Now and then what they may not: the server has to say so.
class Teamwork {
public:
    explicit Teamwork(base::SeededRandom &random) : m_random(random) {}

    /// One press of Save. `cases`: those on the device, without the team's; not empty.
    void doSomething(SimulatedDevice &device, const std::vector<base::CaseId> &cases);

private:
    void visit(SimulatedDevice &device);
    void handOver(SimulatedDevice &device, base::CaseId caseId);
    void ask(SimulatedDevice &device, base::CaseId caseId);
    void answer(SimulatedDevice &device, const changelog::RecordState &question, const std::string &from);
    void protect(SimulatedDevice &device, base::CaseId caseId);
    void askAboutChildren(SimulatedDevice &device, base::CaseId caseId);
    void moveMatter(SimulatedDevice &device, base::CaseId caseId, const std::vector<base::CaseId> &cases);
    void meetSeveral(SimulatedDevice &device, const std::vector<base::CaseId> &cases);
    [[nodiscard]] std::string soon(SimulatedDevice &device);

    base::SeededRandom &m_random;
};

} // namespace faltakt::simulation
