#pragma once

#include "core/changelog/exchange.h"
#include "core/changelog/record_state.h"
#include "core/store/database.h"

#include <functional>

namespace faltakt::store {

/// The state of a stored change; the numbers are those of the column.
enum class ChangeState : std::uint8_t {
    Live = 0,     ///< Counts in the record states.
    Returned = 1, ///< The server may not accept it; kept, shown to its author, out of the record states.
    Leaving = 2,  ///< Its case is forgotten here; kept until the server has it.
};

/// What is known of a stored change without reading its line.
struct StoredChange {
    std::int64_t local = 0;
    base::CaseId caseId;
    changelog::Compartment compartment = changelog::Compartment::File;
    ChangeState state = ChangeState::Live;
    bool hasReceipt = false;
    bool handled = false; ///< Returned, and sent again or let go by its author.
    base::Hash hash{};
};

/// The tables `change` and `journal`. Borrowed database; every call runs inside the caller's transaction.
class ChangeTable {
public:
    explicit ChangeTable(Database &database) : m_database(&database) {}

    [[nodiscard]] base::Result<void> insert(const changelog::ChangeLine &change, changelog::Compartment compartment,
                                            const std::optional<changelog::Receipt> &receipt);
    [[nodiscard]] base::Result<std::optional<StoredChange>> find(base::ChangeId change) const;
    /// True where the change is here and counts in the record states.
    [[nodiscard]] bool isApplied(base::ChangeId change) const;
    /// Who and when; a change that is not here gives the earliest time, so that what is here is shown before it.
    [[nodiscard]] changelog::ChangeMeta meta(base::ChangeId change) const;
    [[nodiscard]] base::Result<changelog::ChangeLine> line(base::ChangeId change) const;
    [[nodiscard]] base::Result<bool> hasReceipt(base::ChangeId change, const changelog::Receipt &receipt) const;
    [[nodiscard]] base::Result<void> setReceipt(base::ChangeId change, const changelog::Receipt &receipt);
    /// `judged` where the server said so of this very change, not only of one that it builds on.
    [[nodiscard]] base::Result<void> setReturned(base::ChangeId change, std::string_view reason, std::string_view field,
                                                 bool judged);
    [[nodiscard]] base::Result<void> setState(base::ChangeId change, ChangeState state);
    /// A returned change leaves the list: at once where the server has judged it, with its verdict otherwise.
    [[nodiscard]] base::Result<void> setHandled(base::ChangeId change);
    [[nodiscard]] base::Result<void> erase(base::ChangeId change);
    /// Calls for each live line of a case in the order of arrival.
    using LineVisitor = std::function<base::Result<void>(const changelog::ChangeLine &)>;
    [[nodiscard]] base::Result<void> visitLiveLines(base::CaseId caseId, const LineVisitor &visit) const;

    /// The live lines of a case that say something of the record, in the order of arrival.
    [[nodiscard]] base::Result<std::vector<changelog::ChangeLine>> liveLinesOfRecord(base::CaseId caseId,
                                                                                     base::RecordId record) const;

    struct JournalRow {
        base::ChangeId change;
        base::Instant at; ///< The change's own, kept here because the row outlives the line.
        base::Hash hash{};
        base::Hash link{};
    };
    [[nodiscard]] base::Result<void> appendJournal(std::int64_t epoch, std::int64_t n, const JournalRow &row);
    [[nodiscard]] base::Result<std::optional<base::ChangeId>> journalChange(std::int64_t epoch, std::int64_t n) const;
    /// Link at a position; the first link at position 0; NotFound past the end.
    [[nodiscard]] base::Result<base::Hash> journalLink(std::int64_t epoch, std::int64_t n) const;
    [[nodiscard]] base::Result<std::int64_t> journalEnd(std::int64_t epoch) const;
    /// The latest `at` of everything ever written here; the beginning of time where nothing was.
    [[nodiscard]] base::Result<base::Instant> lastWritten() const;

private:
    Database *m_database;
};

} // namespace faltakt::store
