#pragma once

#include "sync/server/store/server_store.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::server {

/// Displayed values of the record states that the server keeps. Lives within one snapshot or transaction.
class RecordReader {
public:
    RecordReader(LogReader &log, TenantId tenant) : m_log(&log), m_tenant(tenant) {}

    [[nodiscard]] base::json::Value value(const changelog::RecordState &record, std::string_view field) const;
    /// Empty where the field was never set or is no text.
    [[nodiscard]] std::string text(const changelog::RecordState &record, std::string_view field) const;
    [[nodiscard]] bool isDeleted(const changelog::RecordState &record) const;
    /// The records of a kind that are not deleted, in the order of their making.
    [[nodiscard]] base::Result<std::vector<changelog::RecordState>> records(CaseId caseId, std::string_view kind) const;
    /// The first record of a kind, such as the case's own.
    [[nodiscard]] base::Result<std::optional<changelog::RecordState>> first(CaseId caseId, std::string_view kind) const;

private:
    [[nodiscard]] changelog::ChangeMeta metaOf(ChangeId change) const;

    LogReader *m_log;
    TenantId m_tenant;
};

} // namespace faltakt::server
