// A whole sync while the disk of one side fails or is full at its n-th call, for every n: the run ends and says so, nothing
// that was confirmed is lost, and the next run brings everything where it belongs.
#include "tests/simulation/office.h"

using namespace faltakt;
using namespace faltakt::simulation;

namespace {

/// A device with something to send and something to fetch: a case that it was given, and one that it wrote in.
class BusyOffice : public Office {
public:
    BusyOffice()
    {
        own = makeCase(Loner);
        sync(Loner);
        const auto given = makeCase(0);
        sync(0);
        setAccess(given, LonersWorker, CompartmentSet::ofCaseworker());
        addNote(Loner, own, "unsent");
        addNote(Loner, own, std::string(ServerNoteLength + 1, 'x')); // Comes back.
    }
    void expectAllWell()
    {
        REQUIRE(device(Loner).isRunning());
        CHECK(device(Loner).store().checkIntegrity());
        const auto returned = server().quarantined();
        REQUIRE(returned);
        CHECK(returned->size() == 1);
        checkNothingLost(device(Loner), witness(), *returned, told);
        checkReturned(device(Loner), witness(), *returned, told);
        CHECK_FALSE(told.any());
        CHECK_FALSE(findings().any());
        CHECK(differences(Loner).empty());
        CHECK(server().accessLogFault().value().empty());
    }
    base::CaseId own;
    Findings told;
};

DiskFault someFault() { return GENERATE(DiskFault::ErrorOnce, DiskFault::Error, DiskFault::Full); }

} // namespace

TEST_CASE("a sync whose device's disk fails at any call ends, and the next one brings everything")
{
    const DiskFault fault = someFault();
    int failed = 0;
    for (int n = 0;; ++n) {
        INFO("call " << n);
        REQUIRE(n < 2000);
        BusyOffice office;
        SimulatedDevice &device = office.device(Loner);
        device.disk().failAfter(n, fault);
        const auto outcome = office.trySync(Loner);
        const bool struck = device.disk().mend();
        if (!struck)
            break;
        CHECK((outcome == engine::Outcome::Done || outcome == engine::Outcome::StoreFailed));
        failed += outcome == engine::Outcome::StoreFailed;
        // After a page that could not be read the store is opened anew; a full disk needs room and no more.
        if (fault != DiskFault::Full) {
            device.kill();
            device.restart(CrashKind::Process);
        }
        office.sync(Loner);
        office.expectAllWell();
        device.kill();
        device.restart(CrashKind::Power);
        office.expectAllWell();
    }
    CHECK(failed > 10);
}

TEST_CASE("a sync whose server's disk fails at any call ends, and the next one brings everything")
{
    const DiskFault fault = someFault();
    int n = 0;
    for (;; ++n) {
        INFO("call " << n);
        REQUIRE(n < 2000);
        BusyOffice office;
        office.server().disk().failAfter(n, fault);
        (void)office.trySync(Loner);
        if (!office.server().disk().mend())
            break;
        office.sync(Loner);
        office.expectAllWell();
        office.server().stop();
        REQUIRE(office.server().restart(CrashKind::Power));
        office.sync(Loner);
        office.expectAllWell();
    }
    CHECK(n > 10);
}
