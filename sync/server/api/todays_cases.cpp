#include "sync/server/api/todays_cases.h"

#include "core/base/clock.h"
#include "core/casework/record_schemas.h"
#include "core/casework/swedish_time.h"
#include "core/rules/agenda_order.h"
#include "sync/server/api/case_access.h"
#include "sync/server/api/pull_cursor.h"
#include "sync/server/api/record_reader.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace faltakt::server {

using base::Result;
using changelog::CompartmentSet;

namespace {

constexpr int ChunkSize = 1000;
/// Cases that are looked at, those first that the caller got last. Nobody works with more; a list is looked up once for a
/// first sync, and must not hold that up.
constexpr std::size_t MostCases = 2000;

/// What the server keeps of one case, as the rules read a case; without what lies in compartments that are not held.
class KeptRecords final : public store::CaseReader {
public:
    KeptRecords(const RecordReader &reader, CompartmentSet held) : m_reader(reader), m_held(held) {}

    [[nodiscard]] Result<std::vector<store::RecordView>> records(CaseId caseId, std::string_view kind) const override
    {
        const changelog::KindSchema *schema = casework::recordSchemas().kind(kind);
        std::vector<store::RecordView> views;
        if (!schema || !m_held.contains(schema->compartment) || kind == "contact" || kind == "assessment")
            return views; // No state is kept of the last two.
        TRY(const auto states, m_reader.records(caseId, kind));
        std::transform(states.begin(), states.end(), std::back_inserter(views),
                       [this](const changelog::RecordState &state) { return viewOf(state); });
        return views;
    }

private:
    [[nodiscard]] store::RecordView viewOf(const changelog::RecordState &state) const
    {
        store::RecordView view{.id = state.id(), .caseId = state.caseId(), .kind = state.kind(), .fields = {}};
        for (const auto &[field, heads] : state.fields()) {
            view.fields.append(field, m_reader.value(state, field));
            if (heads.size() > 1)
                for (const changelog::Head &head : heads)
                    view.otherValues.emplace_back(field, head.value);
        }
        return view;
    }

    const RecordReader &m_reader;
    CompartmentSet m_held;
};

/// The caller's cases with what they may see of them, those that they got last first.
Result<std::vector<std::pair<CaseId, CompartmentSet>>> heldCases(LogReader &log, const Caller &caller,
                                                                 std::int64_t after, std::int64_t to)
{
    std::map<CaseId, std::vector<AccessEntry>> entries;
    for (std::int64_t place = 0;;) {
        TRY(const auto some, log.accessAfter(caller.session.tenant, caller.grantees(), place, ChunkSize));
        for (const AccessEntry &entry : some)
            entries[entry.caseId].push_back(entry);
        if (some.size() < std::size_t(ChunkSize))
            break;
        place = some.back().seq;
    }
    std::vector<std::tuple<std::int64_t, CaseId, CompartmentSet>> held;
    for (const auto &[caseId, all] : entries) {
        const CaseAccess access(all);
        if (!access.effective().empty() && !access.closedBetween(after, to))
            held.emplace_back(-all.back().seq, caseId, access.effective());
    }
    std::sort(held.begin(), held.end(), [](const auto &a, const auto &b) { return std::get<0>(a) < std::get<0>(b); });
    held.resize(std::min(held.size(), MostCases));
    std::vector<std::pair<CaseId, CompartmentSet>> cases;
    cases.reserve(held.size());
    for (const auto &[seq, caseId, compartments] : held)
        cases.emplace_back(caseId, compartments);
    return cases;
}

/// Where a case stands among today's; none where it does not stand there.
struct Standing {
    bool isOrdinary = true;
    bool isColleagues = true;
    rules::AgendaPlace place;
    CaseId caseId;
    auto operator<=>(const Standing &) const = default;
};

class TodaysList {
public:
    TodaysList(LogReader &log, const Caller &caller, const store::AgendaProjector &rules, base::Instant now)
        : m_reader(log, caller.session.tenant), m_worker(caller.session.worker), m_rules(rules), m_now(now)
    {
    }

    Result<std::optional<Standing>> standingOf(CaseId caseId, CompartmentSet held) const
    {
        const KeptRecords records(m_reader, held);
        TRY(const auto rows, m_rules.agenda(caseId, records));
        std::optional<Standing> best;
        for (const store::AgendaEntry &row : rows) {
            const rules::AgendaPlace place = rules::placeOf(row, m_now);
            if (place.isOrdinary && place.urgency > rules::Urgency::Today)
                continue;
            if (!best || place < best->place)
                best = Standing{.isOrdinary = place.isOrdinary, .place = place, .caseId = caseId};
        }
        if (best) {
            TRY(const auto file, m_reader.first(caseId, "case"));
            best->isColleagues = !file || m_reader.text(*file, "responsible") != m_worker.toString();
        }
        return best;
    }

private:
    RecordReader m_reader;
    WorkerId m_worker;
    const store::AgendaProjector &m_rules;
    base::Instant m_now;
};

} // namespace

FirstCases todaysCases(AgendaRules rules, const base::Clock &clock)
{
    return [rules = std::move(rules), &clock](LogReader &log, const Caller &caller, const std::string &profile,
                                              std::int64_t after, std::int64_t to) -> Result<std::vector<CaseId>> {
        const base::Instant now = clock.now();
        const auto agenda = rules(profile, casework::swedishDate(now));
        // A profile that is no longer shipped gives no order; everything comes all the same.
        if (!agenda)
            return std::vector<CaseId>();
        TRY(const auto held, heldCases(log, caller, after, to));
        const TodaysList list(log, caller, **agenda, now);
        std::vector<Standing> standings;
        for (const auto &[caseId, compartments] : held) {
            TRY(auto standing, list.standingOf(caseId, compartments));
            if (standing)
                standings.push_back(std::move(*standing));
        }
        std::sort(standings.begin(), standings.end());
        standings.resize(std::min(standings.size(), PullCursor::MostAhead));
        std::vector<CaseId> cases;
        cases.reserve(standings.size());
        for (const Standing &standing : standings)
            cases.push_back(standing.caseId);
        return cases;
    };
}

} // namespace faltakt::server
