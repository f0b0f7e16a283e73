#include "tests/simulation/people_at_work.h"

#include "tests/simulation/chance.h"

namespace faltakt::simulation {

using base::CaseId;
using base::RecordId;

base::json::Value PeopleAtWork::someText()
{
    // Few different texts, so that equal values meet; now and then one that only a newer server would take.
    if (chance(m_random, 60))
        return std::string(ServerNoteLength + 1, 'x');
    return "text " + std::to_string(m_random.below(3));
}

void PeopleAtWork::startCase(SimulatedDevice &device)
{
    store::Draft draft;
    draft.caseId = device.ids().makeId<CaseId>();
    const auto person = device.ids().makeId<RecordId>();
    draft.sets.push_back(changelog::makeCreation(person, "person", {{"givenName", "Kim"}, {"familyName", "Prov"}}));
    if (chance(m_random, 300)) {
        const auto matter = device.ids().makeId<RecordId>();
        const std::string responsible = workerId(workerOf(device.number())).toString();
        draft.sets.push_back(
            changelog::makeCreation(matter, "case", {{"stage", "intake"}, {"responsible", responsible}}));
    }
    if (chance(m_random, 500)) {
        const auto note = device.ids().makeId<RecordId>();
        draft.sets.push_back(changelog::makeCreation(note, "note", {{"text", someText()}}));
    }
    device.save({draft});
}

void PeopleAtWork::addRecord(SimulatedDevice &device, CaseId caseId)
{
    const auto record = device.ids().makeId<RecordId>();
    store::Draft draft{caseId, {}, {}};
    if (versionOf(device.number()) == Version::Newer && chance(m_random, 200)) {
        // What only a newer version knows: a kind, a field, a code.
        if (chance(m_random, 500))
            draft.sets.push_back(changelog::makeCreation(record, "visit", {{"place", "by the river"}}));
        else
            draft.sets.push_back(changelog::makeCreation(
                record, "note", {{"text", "text 0"}, {"weather", "rain"}, {"mood", "hopeful"}}));
        device.save({draft});
        return;
    }
    switch (m_random.below(5)) {
    case 0: draft.sets.push_back(changelog::makeCreation(record, "assessment", {{"instrument", "audit"}})); break;
    case 1: {
        if (const auto logged = device.store().logAccess(caseId, "open", "work", ""); !logged)
            device.diedOf(logged.error());
        return;
    }
    case 2:
        if (chance(m_random, 300)) { // Nobody may write this without a right of its own.
            draft.sets.push_back(changelog::makeCreation(record, "protectedPerson", {{"name", "Kim"}}));
            break;
        }
        [[fallthrough]];
    default:
        draft.sets.push_back(changelog::makeCreation(record, "note", {{"text", someText()}, {"title", "a"}}));
        break;
    }
    device.save({draft});
}

/// Of one chunk, of two, or of three; the last one is short.
void PeopleAtWork::attach(SimulatedDevice &device, CaseId caseId)
{
    constexpr std::array<std::size_t, 5> WholeChunks{0, 0, 1, 1, 2};
    const std::size_t whole = WholeChunks[m_random.below(WholeChunks.size())] * crypto::BlobForm::ChunkContent;
    device.attach(caseId, whole + 1 + m_random.below(3'000));
}

/// Somebody wants to see a photo, mostly one that is somewhere else.
void PeopleAtWork::orderPhoto(SimulatedDevice &device, CaseId caseId)
{
    const auto records = device.store().recordsOfCase(caseId);
    if (!records)
        return;
    std::vector<RecordId> photos;
    for (const auto &record : *records)
        if (record.kind == "attachment")
            photos.push_back(record.id);
    if (photos.empty())
        return;
    if (const auto ordered = device.blobs().order(caseId, photos[m_random.below(photos.size())]); !ordered)
        device.diedOf(ordered.error());
}

void PeopleAtWork::changeRecord(SimulatedDevice &device, CaseId caseId)
{
    const auto records = device.store().recordsOfCase(caseId);
    if (!records || records->empty())
        return;
    const auto &record = (*records)[m_random.below(records->size())];
    const auto state = device.store().recordState(record.id);
    if (!state || !*state)
        return;
    store::Draft draft{caseId, {}, {}};
    if (chance(m_random, 120)) {
        draft.sets.push_back(changelog::makeDelete(**state));
    } else if (record.kind == "person") {
        draft.sets.push_back(
            changelog::makeEdit(**state, {{chance(m_random, 500) ? "givenName" : "familyName", someText()}}));
    } else if (record.kind == "assessment") {
        const std::string item = "answers/" + std::to_string(m_random.below(3));
        draft.sets.push_back(
            changelog::makeEdit(**state, {{item, base::json::Object{{"value", std::int64_t(m_random.below(4))}}}}));
    } else if (record.kind == "note") {
        draft.sets.push_back(changelog::makeEdit(**state, {{chance(m_random, 600) ? "text" : "title", someText()}}));
    } else if (record.kind == "attachment") {
        draft.sets.push_back(changelog::makeEdit(**state, {{"caption", someText()}}));
    } else if (record.kind == "visit" && versionOf(device.number()) == Version::Newer) {
        draft.sets.push_back(changelog::makeEdit(**state, {{"place", someText()}}));
    } else {
        return;
    }
    device.save({draft});
}

void PeopleAtWork::resolveConflict(SimulatedDevice &device)
{
    const auto conflicts = device.store().conflicts();
    if (!conflicts || conflicts->empty())
        return;
    const auto &conflict = (*conflicts)[m_random.below(conflicts->size())];
    const auto state = device.store().recordState(conflict.record);
    if (!state || !*state || conflict.heads.empty())
        return;
    const auto &head = conflict.heads[m_random.below(conflict.heads.size())];
    const bool staysDeleted = conflict.field == "deleted" && head.value == base::json::Value(true);
    auto set =
        staysDeleted ? changelog::makeDelete(**state) : changelog::makeEdit(**state, {{conflict.field, head.value}});
    device.save({{conflict.caseId, {std::move(set)}, {}}});
}

void PeopleAtWork::saveSomething(SimulatedDevice &device)
{
    const auto all = device.store().cases();
    if (!all)
        return;
    std::vector<CaseId> cases;
    for (const auto &row : *all)
        if (row.caseId != teamCaseId())
            cases.push_back(row.caseId);
    if (cases.empty() || chance(m_random, cases.size() < m_fewCases ? 80 : 10)) {
        startCase(device);
        return;
    }
    if (chance(m_random, 140)) {
        m_teamwork.doSomething(device, cases);
        return;
    }
    const CaseId caseId = cases[m_random.below(cases.size())];
    const auto what = m_random.below(100);
    if (what < 5)
        attach(device, caseId);
    else if (what < 10)
        orderPhoto(device, caseId);
    else if (what < 36)
        addRecord(device, caseId);
    else if (what < 87)
        changeRecord(device, caseId);
    else
        resolveConflict(device);
}

} // namespace faltakt::simulation
