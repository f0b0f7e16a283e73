#pragma once

#include "core/store/apply_session.h"
#include "core/store/change_table.h"

namespace faltakt::store {

/// One pulled page, taken into the store. Lives within the transaction of the page.
class PageTaker {
public:
    PageTaker(Database &database, ChangeTable &changes, RecordTable &records, Projections &projections,
              ApplySession &session, const changelog::SchemaTable &schema)
        : m_database(&database), m_changes(&changes), m_records(&records), m_projections(&projections),
          m_session(&session), m_schema(&schema)
    {
    }

    [[nodiscard]] base::Result<void> take(const changelog::DeliveredChange &item);
    [[nodiscard]] base::Result<void> take(const changelog::GrantLine &grant);
    [[nodiscard]] base::Result<void> take(const changelog::ForgetLine &forget);
    [[nodiscard]] base::Result<void> take(const changelog::KeyLine &key);
    [[nodiscard]] base::Result<void> take(const changelog::OlderLine &older);
    /// The device's own word that the case may not be held any more, before the server's comes.
    [[nodiscard]] base::Result<void> leave(base::CaseId caseId);

private:
    /// Where a line lies here. What a newer version wrote counts as the file's by what this one knows; but whoever was sent
    /// it may hold it, also without the file, and it then lies with what is held.
    std::optional<changelog::Compartment> placeFor(const changelog::Change &change,
                                                   changelog::CompartmentSet access) const;
    /// A line that is here already: an own one whose receipt was lost, a page that comes twice, a case that comes again
    /// because something is wrong with it here, or a server whose order is another one since it was restored.
    [[nodiscard]] base::Result<void> takeAgain(const changelog::DeliveredChange &item, const StoredChange &stored);
    [[nodiscard]] base::Result<changelog::CompartmentSet> accessTo(base::CaseId caseId);
    /// Takes away what the device may no longer hold. What is not sent yet stays in the log, out of sight, until the
    /// server has it; what was returned stays for its author.
    [[nodiscard]] base::Result<void> purge(base::CaseId caseId, changelog::CompartmentSet remaining);
    /// What the server has of the case, whole: it follows.
    [[nodiscard]] base::Result<void> dropReceived(base::CaseId caseId);
    /// A line that is not what was stored once must not keep its whole case from being made anew; and of one that this
    /// version cannot place nobody knows whether the device may still hold it. The server has both: where it does not bring
    /// them again by itself, comparing will find them missing.
    [[nodiscard]] base::Result<void> dropDoubtful(base::CaseId caseId, changelog::CompartmentSet remaining);
    [[nodiscard]] bool isDoubtful(std::string line, const base::Hash &hash, changelog::CompartmentSet remaining) const;
    /// Granted again before the unsent work was delivered: it counts again.
    [[nodiscard]] base::Result<void> bringBackLeaving(const changelog::GrantLine &grant);

    Database *m_database;
    ChangeTable *m_changes;
    RecordTable *m_records;
    Projections *m_projections;
    ApplySession *m_session;
    const changelog::SchemaTable *m_schema;
    std::map<base::CaseId, changelog::CompartmentSet> m_access;
};

} // namespace faltakt::store
