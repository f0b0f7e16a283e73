// Somebody new whose number is on the device already.
#include "qml/viewmodels/people/new_person_view_model.h"
#include "tests/qml/people_bench.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

NewPersonViewModel &beginWith(AppHarness &harness, const std::string &identity)
{
    harness.app().goTo(Router::Place::People);
    harness.app().openNewPerson({});
    harness.settle();
    auto &page = top<NewPersonViewModel>(harness);
    page.setGivenName(QStringLiteral("Zlatka"));
    page.setIdentity(QString::fromStdString(identity));
    harness.settle();
    return page;
}

} // namespace

TEST_CASE("somebody whose exact number is on the device is not made twice without a second word")
{
    AppHarness harness;
    const store::CaseRow known = somebody(harness);
    const std::string number = recordsOf(harness, known.caseId, "person").front().text("identityNumber");
    const std::size_t before = casesOf(harness).size();
    NewPersonViewModel &page = beginWith(harness, number.substr(0, 8) + "-" + number.substr(8));
    harness.tap(QStringLiteral("Skapa"));
    harness.settle();
    CHECK(casesOf(harness).size() == before);
    CHECK(harness.shows(QStringLiteral("finns redan på den här enheten")));
    CHECK(page.similar()->rowCount() == 1);
    harness.tap(QStringLiteral("Skapa ändå"));
    harness.settle();
    CHECK(casesOf(harness).size() == before + 1);
}

TEST_CASE("somebody with protected identity on the device is not given away by the number")
{
    AppHarness harness;
    const store::CaseRow known = somebody(harness);
    const std::string number = recordsOf(harness, known.caseId, "person").front().text("identityNumber");
    protect(harness, known.caseId);
    const std::size_t before = casesOf(harness).size();
    NewPersonViewModel &page = beginWith(harness, number);
    CHECK(page.similar()->rowCount() == 0);
    harness.tap(QStringLiteral("Skapa"));
    harness.settle();
    CHECK(casesOf(harness).size() == before + 1);
}

TEST_CASE("a lock while the number is looked for leaves the form as it was, ready to be saved")
{
    AppHarness harness;
    const store::CaseRow known = somebody(harness);
    const std::string number = recordsOf(harness, known.caseId, "person").front().text("identityNumber");
    beginWith(harness, number).save();
    harness.app().lockNow();
    harness.settle();
    harness.unlock();
    auto &page = top<NewPersonViewModel>(harness);
    CHECK_FALSE(page.isSaving());
    CHECK(page.identity() == QString::fromStdString(number));
    page.save();
    harness.settle();
    CHECK_FALSE(page.knownText().isEmpty());
}
