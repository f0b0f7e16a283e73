#pragma once

#include "sync/server/store/server_store.h"

#include <map>

namespace faltakt::server {

/// Says of returned lines what became of them: a line counts as settled once its author's device has sent the same again and
/// it was taken. Sending again is a change of its own, or several, with other ids and other bases, so the content is compared:
/// each record of the line has since been given the same values, by the same worker from the same device, at once or one after
/// the other. That holds for lines of every version, also for those that were sent again before this was asked. For one
/// reading; borrows the log.
class SentAgain {
public:
    SentAgain(LogReader &log, TenantId tenant) : m_log(&log), m_tenant(tenant) {}

    /// `line`: what stands in `kept`. False where that cannot be told without reading very much.
    [[nodiscard]] base::Result<bool> wasTaken(const QuarantinedChange &kept, const changelog::ChangeLine &line);
    /// Changes that were read since it was asked last.
    [[nodiscard]] std::size_t takeReads() { return std::exchange(m_reads, 0); }

private:
    [[nodiscard]] base::Result<bool> wasTaken(const QuarantinedChange &kept, const changelog::RecordSet &set);
    [[nodiscard]] base::Result<void> strikeSaid(std::int64_t seq, const QuarantinedChange &kept,
                                                const changelog::RecordSet &set, base::json::Object &left);
    /// Of the case, in order.
    [[nodiscard]] base::Result<const std::vector<ChangePlace> *> placesOf(CaseId caseId);

    LogReader *m_log;
    TenantId m_tenant;
    std::map<CaseId, std::vector<ChangePlace>> m_places;
    std::size_t m_reads = 0;
};

} // namespace faltakt::server
