#include "tests/simulation/teamwork.h"

#include "tests/simulation/chance.h"

#include <array>

namespace faltakt::simulation {

using base::CaseId;
using base::RecordId;
using changelog::RecordSet;
using changelog::RecordState;
using std::chrono::seconds;

namespace {

std::string now(SimulatedDevice &device) { return base::formatInstant(device.clock().now()); }

std::string selfOf(const SimulatedDevice &device) { return workerId(workerOf(device.number())).toString(); }

/// One of the case's records of that kind as it stands on the device; empty where there is none.
std::optional<RecordState> someRecord(SimulatedDevice &device, CaseId caseId, std::string_view kind,
                                      base::SeededRandom &random)
{
    const auto records = device.store().recordsOfKind(caseId, kind);
    if (!records || records->empty())
        return std::nullopt;
    const auto state = device.store().recordState((*records)[random.below(records->size())].id);
    return state ? *state : std::nullopt;
}

void create(SimulatedDevice &device, CaseId caseId, std::string kind, base::json::Object fields)
{
    const auto record = device.ids().makeId<RecordId>();
    device.save({{caseId, {changelog::makeCreation(record, std::move(kind), std::move(fields))}, {}}});
}

void edit(SimulatedDevice &device, const RecordState &state, base::json::Object fields)
{
    device.save({{state.caseId(), {changelog::makeEdit(state, std::move(fields))}, {}}});
}

} // namespace

std::string Teamwork::soon(SimulatedDevice &device)
{
    return base::formatInstant(device.clock().now() + seconds(1 + m_random.below(1'200)));
}

void Teamwork::visit(SimulatedDevice &device)
{
    const auto isThere = device.store().hasCase(teamCaseId());
    if (!isThere || !*isThere)
        return;
    const auto visit = someRecord(device, teamCaseId(), "visitWatch", m_random);
    if (!visit || chance(m_random, 350)) {
        create(device, teamCaseId(), "visitWatch",
               {{"worker", selfOf(device)}, {"startedAt", now(device)}, {"plannedEnd", soon(device)}});
        return;
    }
    const auto view = device.store().record(visit->id());
    const bool isOwn = view && *view && (*view)->text("worker") == selfOf(device);
    // Whose visit it is ends it; a colleague takes care, and now and then tries what is not hers.
    const auto what = isOwn || chance(m_random, 150) ? m_random.below(100) : 80 + m_random.below(20);
    if (what < 55)
        edit(device, *visit, {{"endedAt", now(device)}});
    else if (what < 80)
        edit(device, *visit, {{"plannedEnd", soon(device)}});
    else if (what < 92)
        edit(device, *visit,
             {{"care", base::json::Object{{"by", selfOf(device)}, {"at", now(device)}, {"end", now(device)}}}});
    else // What the server alone may say.
        edit(device, *visit, {{"alarm", base::json::Object{{"at", now(device)}, {"end", now(device)}}}});
}

/// Mostly a colleague, or the whole team; now and then oneself, or somebody who is in no team.
void Teamwork::ask(SimulatedDevice &device, CaseId caseId)
{
    base::json::Object question{{"from", selfOf(device)}, {"askedAt", now(device)}};
    if (chance(m_random, 700)) {
        const int colleague = workerOf(device.number()) == 0 ? 1 : 0;
        const int to = chance(m_random, 900) ? colleague : int(m_random.below(WorkerCount));
        question.set("to", workerId(to).toString());
    }
    create(device, caseId, "takeover", std::move(question));
}

void Teamwork::answer(SimulatedDevice &device, const RecordState &question, const std::string &from)
{
    const bool isOwn = from == selfOf(device);
    std::string word = isOwn ? "withdrawn" : chance(m_random, 650) ? "accepted" : "declined";
    if (chance(m_random, 80))
        word = "accepted"; // Also of what one asked oneself.
    std::vector<RecordSet> sets{
        changelog::makeEdit(question, {{"answer", word}, {"answeredBy", selfOf(device)}, {"answeredAt", now(device)}})};
    const auto matter = someRecord(device, question.caseId(), "case", m_random);
    if (word == "accepted" && matter)
        sets.push_back(changelog::makeEdit(*matter, {{"responsible", selfOf(device)}}));
    device.save({{question.caseId(), std::move(sets), {}}});
}

void Teamwork::handOver(SimulatedDevice &device, CaseId caseId)
{
    const auto question = someRecord(device, caseId, "takeover", m_random);
    if (!question || chance(m_random, 150)) {
        ask(device, caseId);
        return;
    }
    const auto view = device.store().record(question->id());
    if (!view || !*view)
        return;
    if (!(*view)->text("answer").empty() && chance(m_random, 900))
        edit(device, *question, {{"closed", true}});
    else
        answer(device, *question, (*view)->text("from"));
}

void Teamwork::protect(SimulatedDevice &device, CaseId caseId)
{
    constexpr std::array<const char *, 4> Levels{"none", "none", "sekretessmarkering", "skyddadFolkbokforing"};
    if (const auto person = someRecord(device, caseId, "person", m_random))
        edit(device, *person, {{"protection", Levels[m_random.below(Levels.size())]}});
}

void Teamwork::askAboutChildren(SimulatedDevice &device, CaseId caseId)
{
    const auto known = someRecord(device, caseId, "children", m_random);
    if (known && chance(m_random, 600)) {
        edit(device, *known, {{"step", "nothing"}, {"stepAt", now(device)}});
        return;
    }
    constexpr std::array<const char *, 3> Answers{"worry", "none", "noWorry"};
    create(device, caseId, "children", {{"answer", Answers[m_random.below(Answers.size())]}, {"at", now(device)}});
}

/// It is closed or goes on, is tied to another file of the same person, or untied again.
void Teamwork::moveMatter(SimulatedDevice &device, CaseId caseId, const std::vector<CaseId> &cases)
{
    const auto matter = someRecord(device, caseId, "case", m_random);
    if (!matter) {
        create(device, caseId, "case", {{"stage", "intake"}, {"responsible", selfOf(device)}});
        return;
    }
    const auto what = m_random.below(100);
    if (what < 50)
        edit(device, *matter, {{"stage", "closed"}, {"closedAs", chance(m_random, 800) ? "done" : "wrongPerson"}});
    else if (what < 65)
        edit(device, *matter, {{"stage", "investigation"}});
    else if (what < 80)
        edit(device, *matter, {{"mergedInto", cases[m_random.below(cases.size())].toString()}});
    else if (what < 92)
        edit(device, *matter, {{"mergedInto", nullptr}});
    else // By no question and no answer.
        edit(device, *matter, {{"responsible", workerId(int(m_random.below(WorkerCount))).toString()}});
}

/// One note for each of a few people, in one save.
void Teamwork::meetSeveral(SimulatedDevice &device, const std::vector<CaseId> &cases)
{
    std::vector<store::Draft> drafts;
    for (std::size_t i = 0, from = m_random.below(cases.size()); i < std::min<std::size_t>(cases.size(), 3); ++i) {
        const auto note = device.ids().makeId<RecordId>();
        drafts.push_back({cases[(from + i) % cases.size()],
                          {changelog::makeCreation(note, "note", {{"text", "met with others"}})},
                          {}});
    }
    device.save(drafts);
}

void Teamwork::doSomething(SimulatedDevice &device, const std::vector<CaseId> &cases)
{
    const CaseId caseId = cases[m_random.below(cases.size())];
    const auto what = m_random.below(100);
    if (what < 22)
        visit(device);
    else if (what < 50)
        handOver(device, caseId);
    else if (what < 56)
        protect(device, caseId);
    else if (what < 68)
        askAboutChildren(device, caseId);
    else if (what < 88)
        moveMatter(device, caseId, cases);
    else
        meetSeveral(device, cases);
}

} // namespace faltakt::simulation
