#pragma once

#include "core/casework/lob_completion.h"
#include "core/casework/lob_routing.h"
#include "sync/server/api/server_author.h"

namespace faltakt::server {

/// Lets the police's file say what a sheet that is here already does not: what is empty is filled in, and what says otherwise
/// stands beside as a second version, for the worker to choose. Lives within one transaction.
class LobCompleter {
public:
    LobCompleter(StoreTransaction &transaction, const Tenant &tenant, const ServerAuthor &author, IdSource &ids)
        : m_transaction(&transaction), m_tenant(&tenant), m_author(&author), m_ids(&ids)
    {
    }

    struct Completed {
        bool isFilled = false;            ///< Something went in.
        std::vector<std::string> differs; ///< Fields of which the file says otherwise; never a value.

        [[nodiscard]] bool hasWritten() const { return isFilled || !differs.empty(); }
    };
    /// A sheet that was typed in on a device, when it first comes by file: the report, and the card of its person. Somebody
    /// who has a file elsewhere gets no second identity here, but a task for the worker to look.
    [[nodiscard]] base::Result<Completed> completeTyped(CaseId caseId, const casework::LobReportRow &row,
                                                        const casework::KnownPerson &known) const;
    /// A sheet that has come by file before: only what nobody has ever written in its report.
    [[nodiscard]] base::Result<Completed> completeAgain(CaseId caseId, const casework::LobReportRow &row) const;

    [[nodiscard]] base::Result<bool> isClosed(CaseId caseId) const;

private:
    using Fields = base::json::Object;
    [[nodiscard]] base::Result<std::optional<changelog::RecordState>> report(CaseId caseId,
                                                                             const casework::LobReportRow &row) const;
    [[nodiscard]] base::Result<void> complete(const changelog::RecordState &record, const Fields &said,
                                              Completed &completed) const;
    [[nodiscard]] base::Result<void> completeCard(CaseId caseId, const casework::LobReportRow &row, bool isElsewhere,
                                                  Completed &completed) const;
    [[nodiscard]] base::Result<void> completeList(const changelog::RecordState &person, std::string_view field,
                                                  const Fields &wanted, std::string_view key,
                                                  Completed &completed) const;
    [[nodiscard]] base::Result<void> askToLook(CaseId caseId) const;
    [[nodiscard]] base::Result<void> writeBeside(const changelog::RecordState &record, const Fields &fields,
                                                 std::optional<base::Instant> at) const;
    /// Earlier than what was written here, so that it is shown and the file's word stands beside.
    [[nodiscard]] base::Result<base::Instant> beforeAll(const changelog::RecordState &record,
                                                        const Fields &fields) const;
    /// Now, and later than what was written here, also by a clock that goes ahead: a sign of danger is what is shown.
    [[nodiscard]] base::Result<base::Instant> afterAll(const changelog::RecordState &record,
                                                       const Fields &fields) const;
    /// When what stands in the record's fields was written.
    [[nodiscard]] base::Result<std::vector<base::Instant>> timesOf(const changelog::RecordState &record,
                                                                   const Fields &fields) const;

    StoreTransaction *m_transaction;
    const Tenant *m_tenant;
    const ServerAuthor *m_author;
    IdSource *m_ids;
};

} // namespace faltakt::server
