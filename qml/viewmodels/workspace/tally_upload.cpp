#include "qml/viewmodels/workspace/tally_upload.h"

#include "core/casework/outreach_tally.h"
#include "core/casework/swedish_time.h"
#include "core/casework/tally_report.h"
#include "core/changelog/record_state.h"
#include "qml/viewmodels/team/team_store.h"

#include <array>

namespace faltakt::viewmodels {

namespace json = base::json;
using base::Result;
using casework::TallyReport;

namespace {

/// A device that was away for longer has long been wiped or taken out of service.
constexpr int WeeksBack = 60;

constexpr std::string_view SentForm = "tallySent";
/// There is one in a store: what was written of each week. The records themselves are sealed to the server.
const base::RecordId SentId{base::Uuid(std::array<std::uint8_t, 16>{'t', 'a', 'l', 'l', 'y', 's', 'e', 'n', 't'})};

Result<std::map<std::string, std::int64_t>> countsOf(OpenStore &store, const std::string &week)
{
    TRY(const auto rows, store.cases.tallies(week));
    std::map<std::string, std::int64_t> counts;
    for (const store::TallyRow &row : rows)
        if (const std::string name = casework::tallyReportName(row.kind); !name.empty())
            counts[name] += std::min(row.count, TallyReport::MostOfOne);
    return counts;
}

json::Object objectOf(const std::map<std::string, std::int64_t> &counts)
{
    json::Object object;
    for (const auto &[name, count] : counts)
        object.append(name, count);
    return object;
}

Result<json::Object> sentWeeks(OpenStore &store)
{
    TRY(auto kept, store.cases.form(SentId));
    return kept ? std::move(kept->fields) : json::Object();
}

bool isWritten(const json::Object &sent, const std::string &week, const json::Object &counts)
{
    const json::Value *written = sent.find(week);
    return written && written->object() && *written->object() == counts;
}

Result<void> write(OpenStore &store, base::CaseId team, const std::string &week,
                   const std::map<std::string, std::int64_t> &counts)
{
    const TallyReport report{casework::tallyRecord(store.cases.owner().device, week), week, counts};
    TRY(std::string sealed, casework::sealTally(report, store.field.registration().outboxKey));
    TRY(const auto known, store.cases.record(report.record));
    if (known) {
        TRY_VOID(store.cases.edit(report.record, {{std::string(TallyReport::CountsField), std::move(sealed)}}));
        return {};
    }
    json::Object fields{{std::string(TallyReport::WeekField), week},
                        {std::string(TallyReport::CountsField), std::move(sealed)}};
    TRY_VOID(store.cases.save(
        {team, {changelog::makeCreation(report.record, std::string(TallyReport::Kind), std::move(fields))}, {}}));
    return {};
}

std::string weekBefore(OpenStore &store, int back)
{
    const std::chrono::sys_days today(casework::swedishDate(store.clock.now()));
    return casework::tallyWeek(base::Date(today - std::chrono::days(7 * back)));
}

/// True where the server has taken everything that stands in the record.
Result<bool> isReceived(OpenStore &store, base::RecordId record)
{
    TRY(const auto state, store.cases.recordState(record));
    if (!state)
        return false;
    for (const changelog::Head &head : state->heads(TallyReport::CountsField)) {
        TRY(const auto received, store.cases.receipt(head.change));
        if (!received)
            return false;
    }
    return !state->heads(TallyReport::CountsField).empty();
}

} // namespace

Result<int> handInTallies(OpenStore &store)
{
    TRY(const auto team, teamCase(store));
    if (!team)
        return 0;
    TRY(const json::Object sent, sentWeeks(store));
    json::Object kept;
    int written = 0;
    for (int back = 1; back <= WeeksBack; ++back) {
        const std::string week = weekBefore(store, back);
        TRY(const auto counts, countsOf(store, week));
        json::Object now = objectOf(counts);
        // A week in which nothing was counted has no record, unless all of it was taken back later.
        if (counts.empty() && !sent.contains(week))
            continue;
        if (!isWritten(sent, week, now)) {
            TRY_VOID(write(store, *team, week, counts));
            ++written;
        }
        kept.append(week, std::move(now));
    }
    if (written > 0)
        TRY_VOID(store.cases.keepForm({SentId, std::string(SentForm), std::nullopt, std::move(kept)}));
    return written;
}

Result<TallyWeek> tallyWeekOf(OpenStore &store, const std::string &week)
{
    TallyWeek read;
    TRY(read.rows, store.cases.tallies(week));
    if (week >= casework::tallyWeek(store.clock.now()))
        return read;
    TRY(const auto team, teamCase(store));
    if (!team) {
        read.upload = TallyUpload::NoTeam;
        return read;
    }
    TRY(const json::Object sent, sentWeeks(store));
    TRY(const auto counts, countsOf(store, week));
    TRY(const bool received, isReceived(store, casework::tallyRecord(store.cases.owner().device, week)));
    const bool isThere = received && isWritten(sent, week, objectOf(counts));
    read.upload = isThere ? TallyUpload::Received : TallyUpload::Waits;
    return read;
}

} // namespace faltakt::viewmodels
