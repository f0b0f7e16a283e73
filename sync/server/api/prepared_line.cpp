#include "sync/server/api/prepared_line.h"

#include <set>

namespace faltakt::server {

std::vector<PreparedLine> prepareLines(const changelog::JournalBatch &batch, const changelog::SchemaTable &schema)
{
    std::vector<PreparedLine> lines;
    lines.reserve(batch.lines.size());
    base::Hash link = batch.previous;
    std::int64_t n = batch.from;
    for (const changelog::JournalLine &journalLine : batch.lines) {
        PreparedLine line;
        line.n = n++;
        line.hash = journalLine.hash;
        line.link = link = changelog::nextLink(link, journalLine.hash);
        line.held = journalLine.line.has_value();
        if (line.held) {
            auto read = changelog::readChangeLine(*journalLine.line);
            if (read) {
                line.change = std::move(*read);
                line.compartment = changelog::compartmentOf(line.change->change, schema);
                line.touched = changelog::compartmentsTouched(line.change->change, schema);
                line.fault = changelog::findSchemaFault(line.change->change, schema);
            } else {
                line.raw = *journalLine.line;
            }
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

ExpectedReads expectedReads(std::span<const PreparedLine> lines)
{
    std::set<ChangeId> changes;
    std::set<RecordId> records;
    std::set<CaseId> cases;
    for (const PreparedLine &line : lines) {
        if (!line.change)
            continue;
        const changelog::Change &change = line.change->change;
        changes.insert(change.id);
        cases.insert(change.caseId);
        for (const changelog::RecordSet &set : change.sets) {
            records.insert(set.record);
            changes.insert(set.base.begin(), set.base.end());
        }
    }
    return {{changes.begin(), changes.end()}, {records.begin(), records.end()}, {cases.begin(), cases.end()}, {}};
}

} // namespace faltakt::server
