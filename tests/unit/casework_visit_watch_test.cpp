// What a visit's record says, also where two devices said different things of it.
#include "core/casework/visit_watch.h"
#include "tests/support/catch.h"

using namespace faltakt;
using casework::readVisitWatch;

namespace {

constexpr const char *Early = "2026-03-02T10:00:00Z";
constexpr const char *Late = "2026-03-02T11:00:00Z";

store::RecordView visitUntil(const std::string &end)
{
    store::RecordView record;
    record.kind = casework::VisitWatch::Kind;
    record.fields = {{"startedAt", "2026-03-02T09:00:00Z"}, {"plannedEnd", end}};
    return record;
}

base::json::Object alarmAbout(const std::string &end)
{
    return casework::watchAlarm(base::parseInstant(Late).value(), base::parseInstant(end).value());
}

} // namespace

TEST_CASE("an alarm about an end that stands in conflict with the one shown is an alarm")
{
    store::RecordView record = visitUntil(Late);
    record.otherValues = {{"plannedEnd", Early}};
    record.fields.set("alarm", alarmAbout(Early));
    CHECK(readVisitWatch(record).isAlarmed());
    CHECK(readVisitWatch(record).plannedEnd == base::parseInstant(Late).value());
}

TEST_CASE("an alarm about an end that was moved is none any more")
{
    store::RecordView record = visitUntil(Late);
    record.fields.set("alarm", alarmAbout(Early));
    CHECK_FALSE(readVisitWatch(record).isAlarmed());
    record.fields.set("alarm", alarmAbout(Late));
    CHECK(readVisitWatch(record).isAlarmed());
}

TEST_CASE("a record without a planned end, or with an alarm that cannot be read, has no alarm")
{
    store::RecordView record = visitUntil(Late);
    record.fields.set("alarm", "soon");
    CHECK_FALSE(readVisitWatch(record).isAlarmed());
    record.fields = {{"alarm", alarmAbout(Late)}};
    CHECK_FALSE(readVisitWatch(record).isAlarmed());
}
