#pragma once

#include "tests/simulation/teamwork.h"

namespace faltakt::simulation {

/// What people do on their devices: they start cases, write and change records, look at cases and settle conflicts.
class PeopleAtWork {
public:
    explicit PeopleAtWork(base::SeededRandom &random) : m_random(random), m_teamwork(random) {}

    /// Beyond this many, new cases are rare, so that everybody works on the same.
    void setFewCases(std::size_t cases) { m_fewCases = cases; }
    /// One press of Save, on what lies on the device at this moment.
    void saveSomething(SimulatedDevice &device);

private:
    void startCase(SimulatedDevice &device);
    void addRecord(SimulatedDevice &device, base::CaseId caseId);
    void changeRecord(SimulatedDevice &device, base::CaseId caseId);
    void attach(SimulatedDevice &device, base::CaseId caseId);
    void orderPhoto(SimulatedDevice &device, base::CaseId caseId);
    void resolveConflict(SimulatedDevice &device);
    [[nodiscard]] base::json::Value someText();

    base::SeededRandom &m_random;
    Teamwork m_teamwork;
    std::size_t m_fewCases = 0;
};

} // namespace faltakt::simulation
