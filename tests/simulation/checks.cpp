#include "tests/simulation/checks.h"

#include <algorithm>
#include <ranges>

namespace faltakt::simulation {

using changelog::Compartment;
using changelog::RecordState;

namespace {

/// Heads of all fields as text: two states with the same text mean the same.
std::string meaning(const RecordState &state)
{
    std::string text = state.kind() + "\n";
    for (const auto &[field, heads] : state.fields()) {
        if (heads.empty())
            continue;
        text += field + ":";
        for (const auto &head : heads)
            text += " " + head.change.toString() + "=" + base::json::serialise(head.value);
        text += "\n";
    }
    return text;
}

bool isSame(const base::json::Value &value, const base::json::Value &other)
{
    const std::string *text = value.string();
    const std::string *otherText = other.string();
    return text && otherText ? *text == *otherText : base::json::serialise(value) == base::json::serialise(other);
}

bool isSame(const changelog::Head &head, const changelog::Head &other)
{
    return head.change == other.change && isSame(head.value, other.value);
}

/// Whether both have the same meaning, without writing it down.
bool meansTheSame(const RecordState &state, const RecordState &other)
{
    const auto isSet = [](const auto &field) { return !field.second.empty(); };
    auto fields = state.fields() | std::views::filter(isSet);
    auto otherFields = other.fields() | std::views::filter(isSet);
    const auto isSameField = [](const auto &field, const auto &otherField) {
        return field.first == otherField.first
               && std::ranges::equal(field.second, otherField.second,
                                     [](const auto &one, const auto &two) { return isSame(one, two); });
    };
    return state.kind() == other.kind()
           && std::equal(fields.begin(), fields.end(), otherFields.begin(), otherFields.end(), isSameField);
}

} // namespace

Oracle::Oracle(const Witness &witness) : m_witness(&witness)
{
    std::set<ChangeId> applied;
    for (const SeenChange &seen : witness.order()) {
        const auto &change = seen.line.change;
        m_meta.emplace(change.id, changelog::ChangeMeta{change.by, change.at, seen.received});
        if (seen.compartment == Compartment::Reading)
            continue;
        for (const auto &set : change.sets) {
            auto &record = m_records[set.record];
            if (record.state.kind().empty())
                record = {seen.compartment, RecordState(set.record, change.caseId, set.kind)};
            record.state.apply(change.id, set, [&](ChangeId id) { return applied.contains(id); });
        }
        applied.insert(change.id);
    }
}

changelog::ChangeMeta Oracle::metaOf(ChangeId change) const
{
    const auto known = m_meta.find(change);
    return known == m_meta.end() ? changelog::ChangeMeta() : known->second;
}

bool Oracle::maySee(int device, base::RecordId id, const Record &record) const
{
    return m_witness->rightsOf(workerOf(device), record.state.caseId()).contains(record.compartment)
           && !m_witness->staysBehind(device, id);
}

void Oracle::compareRecord(SimulatedDevice &device, base::RecordId id, const Record &record,
                           std::vector<std::string> &differences) const
{
    const auto here = device.store().recordState(id);
    const std::string name = record.state.kind() + " " + id.toString();
    if (!here) {
        differences.push_back(name + " cannot be read: " + here.error().toString());
        return;
    }
    if (!maySee(device.number(), id, record)) {
        if (*here)
            differences.push_back(name + " is held without a right, or from outside the package");
        return;
    }
    if (!*here) {
        differences.push_back(name + " is missing");
        return;
    }
    if (!meansTheSame(**here, record.state)) {
        differences.push_back(name + " differs: here\n" + meaning(**here) + "expected\n" + meaning(record.state));
        return;
    }
    const auto view = device.store().record(id);
    const auto meta = [this](ChangeId change) { return metaOf(change); };
    if (!view || !*view || (*view)->deleted != changelog::isDeleted(record.state, meta))
        differences.push_back(name + " is shown as deleted here only, or there only");
    else
        for (const auto &[field, heads] : record.state.fields()) {
            const base::json::Value expected = changelog::displayedValue(heads, meta);
            const base::json::Value *shown = (*view)->fields.find(field);
            if (field != "deleted" && !expected.isNull() && (!shown || !(*shown == expected)))
                differences.push_back(std::string(name).append(" shows another value of ").append(field));
        }
}

void Oracle::compareLists(SimulatedDevice &device, std::size_t mayHold, std::vector<std::string> &differences) const
{
    const auto counts = device.store().counts();
    if (!counts) {
        differences.push_back("counts cannot be read: " + counts.error().toString());
        return;
    }
    if (counts->outbox != 0)
        differences.push_back("outbox holds " + std::to_string(counts->outbox));
    if (counts->records != std::int64_t(mayHold))
        differences.push_back("holds " + std::to_string(counts->records) + " records instead of "
                              + std::to_string(mayHold));
    std::set<std::string> expected;
    for (const auto &[id, record] : m_records)
        if (maySee(device.number(), id, record))
            for (const auto &conflict : changelog::conflictsOf(record.state))
                expected.insert(id.toString() + " " + conflict.field);
    const auto rows = device.store().conflicts();
    std::set<std::string> shown;
    if (rows)
        for (const auto &row : *rows)
            shown.insert(row.record.toString() + " " + row.field);
    if (shown != expected)
        differences.push_back("shows " + std::to_string(shown.size()) + " conflicts instead of "
                              + std::to_string(expected.size()));
    for (const auto &caseId : m_witness->cases()) {
        const auto has = device.store().hasCase(caseId);
        if (!has || *has != !m_witness->rightsOf(workerOf(device.number()), caseId).empty())
            differences.push_back("case " + caseId.toString() + " is held here only, or there only");
        const auto older = device.store().olderAtServer(caseId);
        const std::int64_t behind = m_witness->countBehind(device.number(), caseId);
        if (!older || *older != behind)
            differences.push_back("case " + caseId.toString() + ": " + std::to_string(behind)
                                  + " records stay behind, and it says " + std::to_string(older ? *older : -1));
    }
}

bool Oracle::isDeleted(base::RecordId record) const
{
    return changelog::isDeleted(m_records.at(record).state, [this](ChangeId change) { return metaOf(change); });
}

bool Oracle::isDeletedByAll(base::RecordId record) const
{
    const auto &heads = m_records.at(record).state.heads("deleted");
    return !heads.empty() && std::all_of(heads.begin(), heads.end(), [](const auto &head) {
        return head.value == base::json::Value(true);
    });
}

std::vector<std::string> Oracle::differences(SimulatedDevice &device) const
{
    std::vector<std::string> differences;
    std::size_t mayHold = 0;
    const auto meta = [this](ChangeId change) { return metaOf(change); };
    for (const auto &[id, record] : m_records) {
        mayHold += maySee(device.number(), id, record) && !changelog::isDeleted(record.state, meta);
        compareRecord(device, id, record, differences);
    }
    compareLists(device, mayHold, differences);
    return differences;
}

void checkNothingLost(SimulatedDevice &device, const Witness &witness, const std::set<ChangeId> &quarantined,
                      Findings &findings, const std::set<ChangeId> &excused)
{
    // What was returned before a restored server forgot of it lies with its author still.
    std::set<ChangeId> here = device.unsent();
    if (const auto returned = device.store().returned())
        for (const auto &change : *returned)
            here.insert(change.change);
    for (const auto &[id, save] : device.saved()) {
        const bool there = witness.isAccepted(id) || quarantined.contains(id) || here.contains(id)
                           || device.gone().contains(id) || excused.contains(id);
        if (!there)
            findings.lost.push_back("device " + std::to_string(device.number())
                                    + ": saved and nowhere: " + id.toString());
    }
}

void checkReturned(SimulatedDevice &device, const Witness &witness, const std::set<ChangeId> &quarantined,
                   Findings &findings)
{
    const auto returned = device.store().returned();
    std::set<ChangeId> shown;
    if (returned)
        for (const auto &change : *returned)
            shown.insert(change.change);
    for (const auto &[id, save] : device.saved()) {
        const bool expected = quarantined.contains(id) && !witness.isAccepted(id) && !device.gone().contains(id);
        if (expected && !shown.contains(id))
            findings.lost.push_back("device " + std::to_string(device.number())
                                    + ": returned and not shown: " + id.toString());
    }
}

void checkNothingBuildsOnReturned(const Witness &witness, const std::set<ChangeId> &quarantined, Findings &findings)
{
    for (const SeenChange &seen : witness.order())
        for (const changelog::RecordSet &set : seen.line.change.sets)
            for (const ChangeId &base : set.base)
                if (quarantined.contains(base) && !witness.isAccepted(base))
                    findings.unauthorised.push_back("accepted on top of a returned change: "
                                                    + seen.line.change.id.toString());
}

} // namespace faltakt::simulation
