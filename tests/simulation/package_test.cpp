// What stays at the server of a case and what comes, told as short stories: where a seed seldom gets to.
#include "tests/simulation/office.h"

using namespace faltakt;
using namespace faltakt::simulation;
using std::chrono::seconds;

namespace {

/// A case of a colleague's, of which the loner has what is touched from now on, and not its older note.
struct PackageOffice : Office {
    base::CaseId caseId = makeCase(0);
    base::RecordId note;

    PackageOffice()
    {
        sync(0);
        note = device(0).store().recordsOfKind(caseId, "note")->front().id;
        pass(seconds(60));
        give();
        sync(Loner);
        REQUIRE_FALSE(hasNote());
    }
    void give() { setAccess(caseId, LonersWorker, CompartmentSet::ofCaseworker(), seconds(0)); }
    bool hasNote() { return device(Loner).store().record(note)->has_value(); }
    void checkAllIsWell()
    {
        CHECK(differences(Loner).empty());
        CHECK_FALSE(findings().any());
    }
};

} // namespace

TEST_CASE_METHOD(PackageOffice, "what was fetched under a right stays behind when a later one is given")
{
    fetchOlder(Loner, caseId);
    REQUIRE(hasNote());
    setAccess(caseId, LonersWorker, {});
    sync(Loner);
    pass(seconds(60));
    give();
    sync(Loner);
    CHECK_FALSE(hasNote());
    checkAllIsWell();
}

TEST_CASE_METHOD(PackageOffice, "an older note that is changed comes, also by a clock that was set back")
{
    server().clock().setSkew(-std::chrono::hours(1));
    auto &author = device(0);
    REQUIRE(author.save(
        {{caseId, {changelog::makeEdit(**author.store().recordState(note), {{"text", "by the sea"}})}, {}}}));
    sync(0);
    sync(Loner);
    CHECK(hasNote());
    checkAllIsWell();
}

TEST_CASE_METHOD(PackageOffice, "what was fetched goes again where a restored server knows nothing of it")
{
    server().backUp();
    fetchOlder(Loner, caseId);
    REQUIRE(hasNote());
    REQUIRE(server().putBackupBack());
    sync(Loner);
    sync(Loner);
    CHECK_FALSE(hasNote());
    checkAllIsWell();
}
