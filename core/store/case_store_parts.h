#pragma once

// What CaseStore is made of; shared by its source files only.

#include "core/store/apply_session.h"
#include "core/store/case_store.h"

#include "core/base/ids.h"

namespace faltakt::store {

struct CaseStore::Parts {
    Parts(const StoreSetup &givenSetup, std::unique_ptr<Database> opened)
        : setup(givenSetup), database(std::move(opened)), changes(*database),
          records(*database, changes, *setup.schema), projections(*database, records, *setup.agenda, *setup.cases),
          ids(*setup.clock, *setup.random)
    {
    }

    StoreSetup setup;
    std::unique_ptr<Database> database;
    ChangeTable changes;
    RecordTable records;
    Projections projections;
    base::UuidMaker ids;
    Owner owner;
    std::function<void()> onForgotten; ///< After a page that took something away.

    // Where the journal stands; kept in step with the tables, and read again after a failed transaction.
    std::int64_t epoch = 1;
    std::int64_t n = 0;
    base::Hash link{};
    /// Time of the last change written here: `at` never goes back on one device.
    base::Instant lastAt{};

    [[nodiscard]] base::Result<void> readPosition();
    [[nodiscard]] ApplySession session() { return {changes, records, projections}; }
    /// A case that is not here yet begins here; one that was taken away is not reopened by writing into it.
    [[nodiscard]] base::Result<void> openCase(base::CaseId caseId);
    /// Asks the guard, where there is one.
    [[nodiscard]] base::Result<void> checkDraft(const Draft &draft, ApplySession &session);
    /// Writes one change with its journal entry; applies it where it counts in the record states.
    [[nodiscard]] base::Result<base::ChangeId> write(changelog::Change change, ApplySession &session);
    [[nodiscard]] base::Result<std::vector<base::ChangeId>> writeDraft(const Draft &draft, ApplySession &session);
    /// All of them or none, with their records and projections; inside the caller's transaction.
    [[nodiscard]] base::Result<std::vector<base::ChangeId>> writeDrafts(const std::vector<Draft> &drafts);
    [[nodiscard]] base::Result<changelog::CompartmentSet> accessTo(base::CaseId caseId) const;
    /// After a failure whose outcome could not be read back: nothing may be written on a position that is only believed.
    bool positionUnsure = false;

    /// Runs `work` in a transaction; after a failure the position is read again.
    template <typename Work>
    auto inTransaction(Work work) -> decltype(work())
    {
        auto result = [&]() -> decltype(work()) {
            if (positionUnsure)
                TRY_VOID(readPosition());
            positionUnsure = false;
            TRY(auto transaction, Transaction::begin(*database));
            auto done = work();
            if (!done)
                return done;
            TRY_VOID(transaction.commit());
            return done;
        }();
        if (!result)
            positionUnsure = !readPosition().has_value();
        return result;
    }
};

} // namespace faltakt::store
