// Screenings, acts and what is said of children in the wrong file: sealed with what hangs on them, whatever comes later.
#include "core/casework/case_projector.h"
#include "core/casework/misfiled.h"
#include "core/casework/record_schemas.h"
#include "core/casework/timeline_text.h"
#include "core/store/sealed_records.h"
#include "tests/support/catch.h"
#include "tests/support/store_fixture.h"

#include <algorithm>

using namespace faltakt;
using base::json::Object;
using store::RecordView;

namespace {

struct Office {
    explicit Office(std::uint64_t seed) : device(seed)
    {
        device.setup().schema = &casework::recordSchemas();
        device.setup().cases = &projector;
        device.create().value();
        caseId = device.addPerson("Kim", "Ek");
    }
    store::CaseStore &store() { return device.store(); }
    base::RecordId add(const std::string &kind, Object fields)
    {
        const auto record = device.makeId<base::RecordId>();
        (void)store().save({caseId, {changelog::makeCreation(record, kind, std::move(fields))}, {}}).value();
        return record;
    }
    base::RecordId misfile(base::RecordId record)
    {
        return add("misfiled", {{"record", record.toString()},
                                {"at", base::formatInstant(device.clock().now())},
                                {"byName", "Robin Al"},
                                {"seen", casework::seenIn(*store().recordState(record).value())}});
    }
    bool isSealed(base::RecordId record) { return casework::sealOf(*store().record(record).value()).has_value(); }
    std::vector<RecordView> acts() { return store().recordsOfKind(caseId, "misfiled").value(); }

    casework::CasePersonProjector projector;
    test::Device device;
    base::CaseId caseId;
};

constexpr const char *When = "2026-05-01T10:00:00Z";

} // namespace

TEST_CASE("each kind that is written of somebody can be sealed, and is read by no rule then")
{
    Office office(921);
    const std::vector<std::pair<std::string, Object>> written{
        {"assessment", {{"instrument", "audit"}, {"status", "completed"}, {"answers/1", Object{{"option", "never"}}}}},
        {"act", {{"form", "application"}, {"at", When}, {"gives/decision", "2026-05-02"}}},
        {"children", {{"answer", "worry"}, {"at", When}}},
        {"child", {{"name", "Alva"}, {"worry", "yes"}}},
        {"concernReport", {{"concern", "made"}, {"observed", "Ensam hemma."}}},
        {"safetyCheck", {{"dangerNow", "no"}, {"need", "none"}}},
        {"safetyTalk", {{"violencePhysical", true}}}};
    for (const auto &[kind, fields] : written) {
        CAPTURE(kind);
        const auto record = office.add(kind, fields);
        REQUIRE(casework::canBeMisfiled(*office.store().record(record).value()));
        const auto act = office.misfile(record);
        CHECK(office.isSealed(record));
        CHECK(office.store().record(record).value()->fields.size() == 1);
        CHECK(office.store().recordsOfKind(office.caseId, kind).value().empty());
        const auto line = casework::timelineText(*office.store().record(record).value(), base::Language::Swedish);
        CHECK(line.status == "Förd på fel person");
        CHECK(line.text.empty());
        office.store().remove(act).value();
        CHECK(office.store().recordsOfKind(office.caseId, kind).value().size() == 1);
    }
}

TEST_CASE("what is said of a sealed child is sealed with it, and what was added to that")
{
    Office office(922);
    const auto child = office.add("child", {{"name", "Alva"}, {"worry", "yes"}});
    const auto other = office.add("child", {{"name", "Bo"}});
    office.misfile(child);
    // Written by somebody who does not know.
    const auto report = office.add("concernReport", {{"concern", "made"}, {"child", child.toString()}});
    const auto check = office.add("safetyCheck", {{"need", "yes"}, {"child", child.toString()}});
    const auto addition = office.add("note", {{"text", "Mer om det."}, {"addendumTo", report.toString()}});
    const auto photo = office.add("attachment", {{"caption", "Brev"}, {"about", addition.toString()}});
    const auto apart = office.add("concernReport", {{"concern", "made"}, {"child", other.toString()}});
    for (const auto late : {report, check, addition, photo})
        CHECK(casework::sealOf(*office.store().record(late).value())->isLate);
    CHECK_FALSE(office.isSealed(apart));
    CHECK_FALSE(office.isSealed(other));
}

TEST_CASE("a long interview says in one list what went along, and a later answer is known as late")
{
    Office office(923);
    Object fields{{"instrument", "asi-grund"}, {"status", "inProgress"}};
    for (int item = 0; item < 200; ++item)
        fields.set("answers/" + std::to_string(item), Object{{"option", "yes"}});
    const auto interview = office.add("assessment", fields);
    (void)office.store().edit(interview, {{"answers/7", Object{{"option", "no"}}}}).value();
    const auto state = *office.store().recordState(interview).value();
    const auto seen = casework::seenIn(state);
    REQUIRE(seen.size() == 1);
    CHECK(seen.find("*")->array()->size() == 2);
    office.misfile(interview);
    CHECK(casework::lateFields(*office.store().recordState(interview).value(), office.acts()).empty());
    (void)office.store().edit(interview, {{"answers/9", Object{{"option", "no"}}}}).value();
    CHECK(casework::lateFields(*office.store().recordState(interview).value(), office.acts())
          == std::vector<std::string>{"answers/9"});
}

TEST_CASE("what was signed in the first file is told in the other as a fact")
{
    RecordView record;
    record.kind = "act";
    CHECK_FALSE(casework::originOf(record));
    record.fields = {{"movedAt", When}, {"wasSignedAt", When}, {"wasSignedByName", "Kim Ek"}};
    const auto origin = casework::originOf(record);
    REQUIRE(origin);
    CHECK(origin->signedAt == base::parseInstant(When).value());
    CHECK(origin->signedByName == "Kim Ek");
}
