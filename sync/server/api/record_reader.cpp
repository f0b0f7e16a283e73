#include "sync/server/api/record_reader.h"

namespace faltakt::server {

using base::Result;
using changelog::RecordState;

changelog::ChangeMeta RecordReader::metaOf(ChangeId change) const
{
    const auto meta = m_log->changeMeta(m_tenant, change);
    return meta ? *meta : changelog::ChangeMeta{};
}

base::json::Value RecordReader::value(const RecordState &record, std::string_view field) const
{
    return changelog::displayedValue(record.heads(field), [this](ChangeId change) { return metaOf(change); });
}

std::string RecordReader::text(const RecordState &record, std::string_view field) const
{
    const base::json::Value shown = value(record, field);
    return shown.string() ? *shown.string() : std::string();
}

bool RecordReader::isDeleted(const RecordState &record) const
{
    return changelog::isDeleted(record, [this](ChangeId change) { return metaOf(change); });
}

Result<std::vector<RecordState>> RecordReader::records(CaseId caseId, std::string_view kind) const
{
    TRY(auto states, m_log->recordStates(m_tenant, caseId, kind));
    std::erase_if(states, [this](const RecordState &record) { return isDeleted(record); });
    return states;
}

Result<std::optional<RecordState>> RecordReader::first(CaseId caseId, std::string_view kind) const
{
    TRY(auto states, records(caseId, kind));
    return states.empty() ? std::nullopt : std::optional(std::move(states.front()));
}

} // namespace faltakt::server
