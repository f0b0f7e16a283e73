#include "qml/viewmodels/team/own_week.h"

#include "core/casework/swedish_time.h"

#include <set>

namespace faltakt::viewmodels {

using base::Result;
using std::chrono::sys_days;
using store::RecordView;

namespace {

/// Of each kind the latest that are looked at: far more than anybody writes in the weeks that the page shows.
constexpr int MostOfKind = 3000;

/// The worker's own records of a kind whose moment lies in the week.
class WeekReader {
public:
    WeekReader(OpenStore &store, base::Date monday)
        : m_store(store), m_from(casework::instantOf({monday, std::chrono::minutes(0)})),
          m_to(casework::instantOf({base::Date(sys_days(monday) + std::chrono::days(7)), std::chrono::minutes(0)}))
    {
    }

    /// Calls `count(record)` for each of them.
    template <typename Count>
    Result<void> each(std::string_view kind, std::string_view moment, Count count) const
    {
        TRY(const auto places, m_store.cases.ownRecords(kind, MostOfKind));
        std::vector<base::RecordId> ids;
        ids.reserve(places.size());
        for (const store::RecordPlace &place : places)
            ids.push_back(place.record);
        TRY(const auto records, m_store.cases.recordsById(ids));
        for (const RecordView &record : records) {
            const auto at = record.instant(moment);
            // What was moved from another file is the work of whoever wrote it.
            const std::string author = record.text("writtenBy");
            const bool isOwn = author.empty() || author == m_store.cases.owner().worker.toString();
            if (!record.deleted && isOwn && at && *at >= m_from && *at < m_to)
                count(record);
        }
        return {};
    }

private:
    OpenStore &m_store;
    base::Instant m_from;
    base::Instant m_to;
};

} // namespace

base::Date mondayOf(base::Instant now, int back)
{
    const sys_days today(casework::swedishDate(now));
    const std::chrono::weekday weekday(today);
    return base::Date(today - (weekday - std::chrono::Monday) - std::chrono::days(7 * back));
}

int weekNumber(base::Date monday)
{
    const base::Date thursday(sys_days(monday) + std::chrono::days(3));
    const sys_days newYear(thursday.year() / std::chrono::January / 1);
    return int((sys_days(thursday) - newYear).count() / 7) + 1;
}

Result<OwnWeek> ownWeek(OpenStore &store, base::Date monday)
{
    OwnWeek week;
    std::set<base::CaseId> people;
    const WeekReader reader(store, monday);
    TRY_VOID(reader.each("contact", "at", [&](const RecordView &contact) {
        ++week.contacts;
        week.visits += contact.text("way") == "visit" ? 1 : 0;
        if (contact.text("outcome") != "reached")
            return;
        ++week.reached;
        people.insert(contact.caseId);
    }));
    TRY_VOID(reader.each("note", "at", [&](const RecordView &) { ++week.notes; }));
    TRY_VOID(reader.each("assessment", "completedAt", [&](const RecordView &assessment) {
        week.assessments += assessment.text("status") == "completed" ? 1 : 0;
    }));
    TRY_VOID(reader.each("task", "doneAt",
                         [&](const RecordView &task) { week.tasks += task.text("status") == "done" ? 1 : 0; }));
    const std::string self = store.cases.owner().worker.toString();
    TRY_VOID(reader.each("visitWatch", "startedAt",
                         [&](const RecordView &visit) { week.checkIns += visit.text("worker") == self ? 1 : 0; }));
    week.people = int(people.size());
    return week;
}

} // namespace faltakt::viewmodels
