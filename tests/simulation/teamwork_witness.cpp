#include "tests/simulation/teamwork_witness.h"

#include "tests/simulation/people.h"
#include "tests/simulation/witness.h"

#include <algorithm>
#include <array>
#include <optional>

namespace faltakt::simulation {

using base::Instant;
using changelog::Head;
using changelog::RecordSet;
using changelog::RecordState;

namespace {

constexpr CompartmentSet CardAlone{Compartment::Card};
constexpr std::array<std::string_view, 5> Kinds{"person", "case", "takeover", "children", "visitWatch"};

std::string textIn(const RecordSet &set, std::string_view field)
{
    const auto *value = set.fields.find(field);
    return value && value->string() ? *value->string() : std::string();
}

std::string shown(const RecordState &state, std::string_view field, const Witness &witness)
{
    const auto value =
        changelog::displayedValue(state.heads(field), [&](ChangeId change) { return witness.metaOf(change); });
    return value.string() ? *value.string() : std::string();
}

bool isShownDeleted(const RecordState &state, const Witness &witness)
{
    return changelog::isDeleted(state, [&](ChangeId change) { return witness.metaOf(change); });
}

std::optional<Instant> instantOf(const std::string &text)
{
    const auto instant = base::parseInstant(text);
    return instant ? std::optional(*instant) : std::nullopt;
}

std::optional<Instant> instantIn(const Head &head)
{
    return head.value.string() ? instantOf(*head.value.string()) : std::nullopt;
}

int workerNamed(const std::string &text)
{
    for (int worker = 0; worker < WorkerCount; ++worker)
        if (workerId(worker).toString() == text)
            return worker;
    return -1;
}

std::size_t strength(const base::json::Value &value)
{
    constexpr std::array<std::string_view, 4> Levels{"none", "sekretessmarkering", "skyddadFolkbokforing", "fingerade"};
    const std::string *text = value.string();
    const auto found = std::ranges::find(Levels, text && !text->empty() ? std::string_view(*text) : "none");
    return std::size_t(found - Levels.begin());
}

/// Of all values that stand: while two differ, the one that protects counts.
std::size_t strongest(const RecordState &person)
{
    std::size_t most = 0;
    for (const Head &head : person.heads("protection"))
        most = std::max(most, strength(head.value));
    return most;
}

bool isOver(const RecordState &visit)
{
    const auto &ended = visit.heads("endedAt");
    const auto &deleted = visit.heads("deleted");
    return (!ended.empty() && std::ranges::all_of(ended, [](const Head &head) { return instantIn(head).has_value(); }))
           || (!deleted.empty()
               && std::ranges::all_of(deleted, [](const Head &head) { return head.value == base::json::Value(true); }));
}

/// By the server's clock: as long after its receipt as the device said, no later than it said, and within a day.
std::optional<Instant> dueOf(const RecordState &visit, const Witness &witness)
{
    std::optional<Instant> due;
    for (const Head &head : visit.heads("plannedEnd")) {
        const auto end = instantIn(head);
        if (!end)
            continue;
        const auto meta = witness.metaOf(head.change);
        const Instant by = std::min({*end, *meta.received + (*end - meta.at), *meta.received + std::chrono::hours(24)});
        due = due ? std::min(*due, by) : by;
    }
    return due;
}

/// An alarm about an end that stands.
bool isTold(const RecordState &visit)
{
    const auto &ends = visit.heads("plannedEnd");
    return std::ranges::any_of(visit.heads("alarm"), [&](const Head &alarm) {
        const auto about = instantOf(alarm.value.object() ? alarm.value.stringAt("end") : std::string());
        return about && std::ranges::any_of(ends, [&](const Head &end) { return instantIn(end) == about; });
    });
}

/// Since an end was last written.
bool isToldAnew(const RecordState &visit, const Witness &witness)
{
    return isTold(visit) && std::ranges::all_of(visit.heads("plannedEnd"), [&](const Head &end) {
               return std::ranges::any_of(visit.heads("alarm"), [&](const Head &alarm) {
                   return witness.metaOf(end.change).received <= witness.metaOf(alarm.change).received;
               });
           });
}

bool holdsFile(int worker, base::CaseId caseId, const Witness &witness)
{
    return CompartmentSet::ofCaseworker().without(witness.rightsOf(worker, caseId)).empty();
}

/// The work with somebody comes to its end with it; also where the file had been put away as somebody else's.
bool endsWork(const RecordState &matter, const RecordSet &set, const Witness &witness)
{
    const bool wasClosed = shown(matter, "stage", witness) == "closed";
    const bool isClosed = set.fields.contains("stage") ? textIn(set, "stage") == "closed" : wasClosed;
    return isClosed && textIn(set, "closedAs") == "done"
           && (!wasClosed || shown(matter, "closedAs", witness) == "wrongPerson");
}

bool accepts(const changelog::Change &change)
{
    return std::ranges::any_of(change.sets, [](const RecordSet &set) {
        return set.kind == "takeover" && textIn(set, "answer") == "accepted";
    });
}

} // namespace

const RecordState *TeamworkWitness::stateOf(base::RecordId record) const
{
    const auto found = m_states.find(record);
    return found == m_states.end() ? nullptr : &found->second;
}

bool TeamworkWitness::isProtected(base::CaseId caseId, const Witness &witness) const
{
    const auto records = m_ofCase.find(caseId);
    return records != m_ofCase.end() && std::ranges::any_of(records->second, [&](base::RecordId record) {
               const RecordState &state = m_states.at(record);
               return state.kind() == "person" && strongest(state) > 0 && !isShownDeleted(state, witness);
           });
}

/// Or nobody ever answered whether there are children.
bool TeamworkWitness::hasOpenWorry(base::CaseId caseId, const Witness &witness) const
{
    struct Answer {
        bool isWorry = false;
        Instant at;
        std::optional<Instant> stepAt;
    };
    std::vector<Answer> answers;
    bool isAsked = false;
    const auto records = m_ofCase.find(caseId);
    for (const base::RecordId record : records == m_ofCase.end() ? std::vector<base::RecordId>() : records->second) {
        const RecordState &state = m_states.at(record);
        if (state.kind() != "children" || isShownDeleted(state, witness))
            continue;
        const bool isWorry = std::ranges::any_of(
            state.heads("answer"), [](const Head &head) { return head.value == base::json::Value("worry"); });
        const std::string answer = isWorry ? "worry" : shown(state, "answer", witness);
        isAsked = isAsked || answer == "worry" || answer == "none" || answer == "noWorry";
        const auto at = instantOf(shown(state, "at", witness));
        answers.push_back(
            {isWorry, at.value_or(Instant()),
             shown(state, "step", witness).empty() ? std::nullopt : instantOf(shown(state, "stepAt", witness))});
    }
    const auto isAnswered = [&](const Answer &worry) {
        return std::ranges::any_of(answers, [&](const Answer &one) { return one.stepAt && *one.stepAt >= worry.at; });
    };
    return !isAsked || std::ranges::any_of(answers, [&](const Answer &one) { return one.isWorry && !isAnswered(one); });
}

std::set<base::CaseId> TeamworkWitness::tiedTo(base::CaseId caseId, const Witness &witness) const
{
    std::set<base::CaseId> all{caseId};
    for (bool grew = true; grew;) {
        grew = false;
        for (const auto &[record, state] : m_states) {
            if (state.kind() != "case")
                continue;
            const auto other = base::CaseId::parse(shown(state, "mergedInto", witness));
            if (!other || !witness.isKnown(*other) || all.contains(state.caseId()) == all.contains(*other))
                continue;
            all.insert(state.caseId());
            all.insert(*other);
            grew = true;
        }
    }
    return all;
}

bool TeamworkWitness::isForNamed(base::CaseId caseId, const Witness &witness) const
{
    return std::ranges::any_of(tiedTo(caseId, witness), [&](base::CaseId file) { return isProtected(file, witness); });
}

bool TeamworkWitness::isAskedElsewhere(const RecordState &question, const std::string &to, const Witness &witness) const
{
    return std::ranges::any_of(m_ofCase.at(question.caseId()), [&](base::RecordId record) {
        const RecordState &other = m_states.at(record);
        return other.kind() == "takeover" && record != question.id() && !isShownDeleted(other, witness)
               && shown(other, "answer", witness).empty() && shown(other, "to", witness) == to;
    });
}

std::string TeamworkWitness::faultOfTakeover(const SeenChange &change, const RecordSet &set, int worker,
                                             const Witness &witness) const
{
    const std::string self = workerId(worker).toString();
    const RecordState *state = stateOf(set.record);
    if (!state) {
        const int to = workerNamed(textIn(set, "to"));
        const bool isColleague = set.fields.contains("to") ? to >= 0 && to != worker && isInTeam(to) : true;
        const base::CaseId caseId = change.line.change.caseId;
        const bool isOfTeams = set.fields.contains("to") || m_named.contains(caseId) || !isProtected(caseId, witness);
        const bool isRight = textIn(set, "from") == self && !set.fields.contains("answer")
                             && holdsFile(worker, caseId, witness) && isInTeam(worker) && isColleague && isOfTeams;
        return isRight ? "" : "a question that may not be asked";
    }
    if (set.fields.contains("from") || set.fields.contains("to"))
        return "a question was altered";
    if (!set.fields.contains("answer") && !set.fields.contains("answeredBy"))
        return "";
    const std::string from = shown(*state, "from", witness);
    const std::string to = shown(*state, "to", witness);
    const bool isAsked = to.empty() ? from != self && isInTeam(worker) && isInTeam(workerNamed(from)) : to == self;
    const bool mayAnswer = textIn(set, "answer") == "withdrawn" ? from == self : isAsked;
    const int asker = workerNamed(from);
    const bool isLate =
        textIn(set, "answer") == "accepted" && asker >= 0 && !holdsFile(asker, state->caseId(), witness);
    const bool isRight = state->heads("answer").empty() && textIn(set, "answeredBy") == self && mayAnswer && !isLate;
    return isRight ? "" : "an answer that may not be given";
}

/// It is her own who is alone, and a colleague says only that she takes care.
std::string TeamworkWitness::faultOfVisit(const RecordSet &set, int worker) const
{
    const std::string self = workerId(worker).toString();
    const RecordState *state = stateOf(set.record);
    const bool isOwn =
        state ? std::ranges::all_of(state->heads("worker"),
                                    [&](const Head &head) { return head.value == base::json::Value(self); })
              : set.fields.contains("worker");
    const auto *care = set.fields.find("care");
    const bool isRight = (!set.fields.contains("worker") || textIn(set, "worker") == self)
                         && (!care || care->stringAt("by") == self) && (isOwn || (care && set.fields.size() == 1));
    return isRight ? "" : "a visit of somebody else was altered";
}

std::string TeamworkWitness::faultOfPerson(const SeenChange &change, const RecordSet &set) const
{
    const RecordState *state = stateOf(set.record);
    if (!state)
        return "";
    if (set.fields.contains("protection") && strength(*set.fields.find("protection")) < strongest(*state))
        return "protection taken off by a device";
    const auto *deleted = set.fields.find("deleted");
    const bool isThrownAway = deleted && *deleted == base::json::Value(true) && strongest(*state) > 0;
    return isThrownAway && !m_named.contains(change.line.change.caseId) ? "a card that protects was thrown away" : "";
}

std::string TeamworkWitness::faultOf(const SeenChange &change, const RecordSet &set, int worker,
                                     const Witness &witness) const
{
    const RecordState *state = stateOf(set.record);
    const bool isOfServer = set.kind == "colleague" || (set.kind == "visitWatch" && set.fields.contains("alarm"))
                            || (set.kind == "case" && set.fields.contains("team"));
    if (isOfServer)
        return "what the server alone may say";
    if (set.kind == "takeover")
        return faultOfTakeover(change, set, worker, witness);
    if (set.kind == "visitWatch")
        return faultOfVisit(set, worker);
    if (set.kind == "person")
        return faultOfPerson(change, set);
    if (set.kind != "case" || !state)
        return "";
    // Who makes a case says whose it is, in the same push also with a second word.
    const bool isOwn = textIn(set, "responsible") == workerId(worker).toString();
    if (set.fields.contains("responsible") && !m_made.contains(set.record) && !(isOwn && accepts(change.line.change)))
        return "a matter that changed hands by itself";
    return endsWork(*state, set, witness) && hasOpenWorry(state->caseId(), witness)
               ? "closed over a question about children"
               : "";
}

std::string TeamworkWitness::faultOfAlarm(const SeenChange &change, const RecordSet &set, const Witness &witness) const
{
    const RecordState *state = stateOf(set.record);
    if (!state || set.kind != "visitWatch" || !set.fields.contains("alarm"))
        return "";
    const auto due = dueOf(*state, witness);
    if (isOver(*state) || !due || *due > change.received)
        return "an alarm of a visit that is over, or has its time";
    return isToldAnew(*state, witness) && !witness.wentBack() ? "a second alarm for one planned end" : "";
}

void TeamworkWitness::judge(const SeenChange &change, int worker, const Witness &witness, Findings &findings) const
{
    for (const RecordSet &set : change.line.change.sets) {
        const std::string fault =
            worker < 0 ? faultOfAlarm(change, set, witness) : faultOf(change, set, worker, witness);
        if (!fault.empty())
            findings.unauthorised.push_back(fault + ": " + change.line.change.id.toString());
    }
}

void TeamworkWitness::follow(const SeenChange &change, const Witness &witness)
{
    const auto &[id, caseId] = std::tie(change.line.change.id, change.line.change.caseId);
    for (const RecordSet &set : change.line.change.sets) {
        if (std::ranges::find(Kinds, set.kind) == Kinds.end())
            continue;
        const auto [known, fresh] = m_states.try_emplace(set.record, set.record, caseId, set.kind);
        if (fresh) {
            m_ofCase[caseId].push_back(set.record);
            m_made.insert(set.record);
        }
        known->second.apply(id, set, [&](ChangeId other) { return witness.isAccepted(other); });
        if (set.kind == "takeover") {
            Turn &turn = m_turns[set.record];
            turn.isAsked |= fresh;
            turn.isAnswered |= set.fields.contains("answer");
            turn.isClosed |= set.fields.contains("closed");
        }
        const auto *level = set.kind == "person" ? set.fields.find("protection") : nullptr;
        if (level && strength(*level) > 0)
            m_named.insert(caseId);
        const bool isTied = set.kind == "case" && !textIn(set, "mergedInto").empty();
        const bool asksTeam = set.kind == "takeover" && fresh && !set.fields.contains("to");
        if (m_named.contains(caseId) || isTied || asksTeam)
            m_narrowing.insert(caseId);
    }
}

/// Who has handed over keeps of what is given by name the card with the answer, until that is read.
void TeamworkWitness::addOfFormer(const RecordState &question, const Turn &turn, int from, const Witness &witness,
                                  std::vector<Right> &rights) const
{
    const base::CaseId caseId = question.caseId();
    const base::Uuid former = workerId(from).uuid();
    const CompartmentSet own = witness.ownRight(caseId, former);
    const bool isRead = turn.isClosed && !isAskedElsewhere(question, workerId(from).toString(), witness);
    if (turn.isAnswered && own.contains(Compartment::File))
        rights.push_back({caseId, former, CardAlone});
    if (isRead && !own.empty() && (turn.isAnswered || own == CardAlone))
        rights.push_back({caseId, former, {}});
}

void TeamworkWitness::addOfQuestion(const RecordState &question, const Turn &turn, const Witness &witness,
                                    std::vector<Right> &rights) const
{
    const base::CaseId caseId = question.caseId();
    const int from = workerNamed(shown(question, "from", witness));
    const std::string toText = shown(question, "to", witness);
    const int to = workerNamed(toText);
    if (from < 0 || (to < 0 && !isInTeam(from)) || !witness.wasGivenToAnybody(caseId))
        return;
    const base::Uuid asked = to >= 0 ? workerId(to).uuid() : teamId().uuid();
    const CompartmentSet own = witness.ownRight(caseId, asked);
    const std::string answer = shown(question, "answer", witness);
    if (answer.empty()) {
        const CompartmentSet held = to >= 0 ? witness.rightsOf(to, caseId) : own;
        if (turn.isAsked && !held.contains(Compartment::Card))
            rights.push_back({caseId, asked, own | CardAlone});
        return;
    }
    const int next = answer == "accepted" ? workerNamed(shown(question, "answeredBy", witness)) : -1;
    const bool isNext = next >= 0 && workerId(next).uuid() == asked;
    if (turn.isAnswered && own == CardAlone && !isNext && !isAskedElsewhere(question, toText, witness))
        rights.push_back({caseId, asked, {}});
    if (next < 0)
        return;
    const CompartmentSet before = witness.ownRight(caseId, workerId(next).uuid());
    if (turn.isAnswered && before != (before | CompartmentSet::ofCaseworker()))
        rights.push_back({caseId, workerId(next).uuid(), before | CompartmentSet::ofCaseworker()});
    if (next != from)
        addOfFormer(question, turn, from, witness, rights);
}

std::vector<TeamworkWitness::Right> TeamworkWitness::promised(const Witness &witness) const
{
    std::vector<Right> rights;
    for (const auto &[record, turn] : m_turns)
        addOfQuestion(m_states.at(record), turn, witness, rights);
    for (const base::CaseId noted : m_narrowing) {
        if (!isForNamed(noted, witness))
            continue;
        for (const base::CaseId caseId : tiedTo(noted, witness))
            if (!witness.ownRight(caseId, teamId().uuid()).empty())
                rights.push_back({caseId, teamId().uuid(), {}});
    }
    return rights;
}

bool TeamworkWitness::callsFor(const server::AccessEntry &entry, const Witness &witness) const
{
    return std::ranges::any_of(promised(witness), [&](const Right &right) {
        return right.caseId == entry.caseId && right.grantee == entry.grantee
               && right.compartments == entry.compartments;
    });
}

void TeamworkWitness::conclude(const Witness &witness, Findings &findings)
{
    m_made.clear();
    if (m_turns.empty() && m_narrowing.empty())
        return;
    for (const Right &right : promised(witness)) {
        // Somebody with protected identity is for workers by name, also where the team was asked in the same moment.
        const bool isOver =
            right.grantee == teamId().uuid() && !right.compartments.empty() && isForNamed(right.caseId, witness);
        if (!isOver)
            findings.unauthorised.push_back(
                (right.compartments.empty() ? "a right stands that is to go: case " : "a right is missing: case ")
                + right.caseId.toString());
    }
    m_turns.clear();
    m_named.clear();
    m_narrowing.clear();
}

void TeamworkWitness::checkAlarms(Instant now, const Witness &witness, Findings &findings) const
{
    for (const auto &[record, state] : m_states) {
        if (state.kind() != "visitWatch" || isOver(state))
            continue;
        const auto due = dueOf(state, witness);
        if (due && *due <= now && !isTold(state))
            findings.lost.push_back("nobody is told of a visit that is over: " + record.toString());
    }
}

} // namespace faltakt::simulation
