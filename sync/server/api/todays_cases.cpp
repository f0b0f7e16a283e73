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
#include <span>
#include <tuple>

namespace faltakt::server {

using base::Result;
using changelog::CompartmentSet;

namespace {

constexpr int ChunkSize = 1000;
/// Cases that are looked at, those first that the caller got last: hardly anybody works with more.
constexpr std::size_t MostCases = 300;
/// So many of them in one question to the store.
constexpr std::size_t CasesAtOnce = 50;
/// Of a case with more records of one kind the first do.
constexpr int MostOfEach = 100;
/// What the rules read and the server keeps a state of; of contacts and assessments it keeps none.
const std::vector<std::string> &keptKinds()
{
    static const std::vector<std::string> Kinds{"case", "person", "lobReport", "task"};
    return Kinds;
}

using States = std::map<std::pair<CaseId, std::string>, std::vector<changelog::RecordState>>;

/// What the server keeps of one case, as the rules read a case; without what lies in compartments that are not held.
class KeptRecords final : public store::CaseReader {
public:
    KeptRecords(const RecordReader &reader, const States &states, CompartmentSet held)
        : m_reader(reader), m_states(states), m_held(held)
    {
    }

    [[nodiscard]] Result<std::vector<store::RecordView>> records(CaseId caseId, std::string_view kind) const override
    {
        const changelog::KindSchema *schema = casework::recordSchemas().kind(kind);
        std::vector<store::RecordView> views;
        const auto known = m_states.find({caseId, std::string(kind)});
        if (!schema || !m_held.contains(schema->compartment) || known == m_states.end())
            return views;
        for (const changelog::RecordState &state : known->second)
            if (!m_reader.isDeleted(state))
                views.push_back(viewOf(state));
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
    const States &m_states;
    CompartmentSet m_held;
};

using HeldCases = std::vector<std::pair<CaseId, CompartmentSet>>;

/// The caller's cases with what they may see of them, those that they got last first. Empty where the budget is spent before
/// all rights are read: half of them tell nothing.
Result<HeldCases> heldCases(LogReader &log, const Caller &caller, std::int64_t after, std::int64_t to, int &budget)
{
    std::map<CaseId, std::vector<AccessEntry>> entries;
    for (std::int64_t place = 0;;) {
        TRY(const auto some, log.accessAfter(caller.session.tenant, caller.grantees(), place, ChunkSize));
        for (const AccessEntry &entry : some)
            entries[entry.caseId].push_back(entry);
        budget -= int(some.size());
        if (budget <= 0)
            return HeldCases();
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
    HeldCases cases;
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
        : m_log(log), m_tenant(caller.session.tenant), m_reader(log, m_tenant), m_worker(caller.session.worker),
          m_rules(rules), m_now(now)
    {
    }

    /// Looks at these cases; their states are read in one question.
    Result<void> look(std::span<const HeldCases::value_type> held, int &budget)
    {
        std::vector<CaseId> cases;
        for (const auto &[caseId, compartments] : held)
            cases.push_back(caseId);
        TRY(auto read, m_log.recordStatesOf(m_tenant, cases, keptKinds(), MostOfEach));
        budget -= int(read.size());
        TRY_VOID(expectAuthors(read));
        States states;
        for (changelog::RecordState &state : read) {
            auto &ofKind = states[{state.caseId(), state.kind()}];
            ofKind.push_back(std::move(state));
        }
        for (const auto &[caseId, compartments] : held) {
            TRY(const auto standing, standingOf(caseId, KeptRecords(m_reader, states, compartments), states));
            if (standing)
                m_standings.push_back(*standing);
        }
        return {};
    }

    /// The most pressing ones.
    std::vector<CaseId> first()
    {
        std::sort(m_standings.begin(), m_standings.end());
        m_standings.resize(std::min(m_standings.size(), PullCursor::MostAhead));
        std::vector<CaseId> cases;
        cases.reserve(m_standings.size());
        for (const Standing &standing : m_standings)
            cases.push_back(standing.caseId);
        return cases;
    }

private:
    /// Where versions stand beside each other, it is asked whose they are; in one question for all.
    Result<void> expectAuthors(const std::vector<changelog::RecordState> &states)
    {
        ExpectedReads reads;
        for (const changelog::RecordState &state : states)
            for (const auto &[field, heads] : state.fields())
                if (heads.size() > 1)
                    for (const changelog::Head &head : heads)
                        reads.changes.push_back(head.change);
        return reads.changes.empty() ? Result<void>() : m_log.expect(m_tenant, reads);
    }

    Result<std::optional<Standing>> standingOf(CaseId caseId, const KeptRecords &records, const States &states) const
    {
        TRY(const auto rows, m_rules.agenda(caseId, records));
        std::optional<Standing> best;
        for (const store::AgendaEntry &row : rows) {
            const rules::AgendaPlace place = rules::placeOf(row, m_now);
            if (place.isOrdinary && place.urgency > rules::Urgency::Today)
                continue;
            if (!best || place < best->place)
                best = Standing{.isOrdinary = place.isOrdinary, .place = place, .caseId = caseId};
        }
        if (best)
            best->isColleagues = !isOwn(caseId, states);
        return best;
    }
    bool isOwn(CaseId caseId, const States &states) const
    {
        const auto files = states.find({caseId, "case"});
        if (files == states.end())
            return false;
        const auto file =
            std::ranges::find_if(files->second, [this](const auto &one) { return !m_reader.isDeleted(one); });
        return file != files->second.end() && m_reader.text(*file, "responsible") == m_worker.toString();
    }

    LogReader &m_log;
    TenantId m_tenant;
    RecordReader m_reader;
    WorkerId m_worker;
    const store::AgendaProjector &m_rules;
    base::Instant m_now;
    std::vector<Standing> m_standings;
};

} // namespace

FirstCases todaysCases(AgendaRules rules, const base::Clock &clock)
{
    return [rules = std::move(rules), &clock](StoreSnapshot &snapshot, const Caller &caller, std::int64_t after,
                                              std::int64_t to, int budget) -> Result<std::vector<CaseId>> {
        const base::Instant now = clock.now();
        TRY(const auto tenant, snapshot.identity().tenant(caller.session.tenant));
        if (!tenant)
            return std::vector<CaseId>();
        LogReader &log = snapshot.log();
        const auto agenda = rules(snapshot.profiles(), *tenant, casework::swedishDate(now));
        // A profile that is no longer shipped gives no order; everything comes all the same.
        if (!agenda)
            return std::vector<CaseId>();
        TRY(const auto held, heldCases(log, caller, after, to, budget));
        TodaysList list(log, caller, **agenda, now);
        for (std::size_t from = 0; from < held.size() && budget > 0; from += CasesAtOnce) {
            const std::size_t count = std::min(CasesAtOnce, held.size() - from);
            TRY_VOID(list.look(std::span(held).subspan(from, count), budget));
        }
        return list.first();
    };
}

} // namespace faltakt::server
