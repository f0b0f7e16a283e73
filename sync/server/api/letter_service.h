#pragma once

#include "core/rules/lob_letter.h"
#include "core/rules/templates.h"
#include "sync/server/api/access_log.h"
#include "sync/server/api/id_source.h"
#include "sync/server/api/push_service.h"
#include "sync/server/api/server_author.h"
#include "sync/server/api/whole_case.h"

namespace faltakt::server {

/// The profile that a tenant follows on a day.
using ProfileOfDay =
    std::function<base::Result<rules::Profile>(ProfileReader &reader, const Tenant &tenant, base::Date day)>;

/// One letter that somebody in the field has asked for; its id is the report's. Nothing that says who the person is.
struct QueuedLetter {
    RecordId letter;
    CaseId caseId;
    std::string caseNumber;
    base::Instant asked;
    std::string held; ///< Why it does not go, a code of rules::letterWait; empty where it may be printed.
};

/// A letter as it is to be printed.
struct PrintedLetter {
    QueuedLetter queued;
    std::vector<std::string> address; ///< Name first.
    std::string language;             ///< sv or en
    std::string interpreter;          ///< The person's language where it is neither; somebody may translate.
    std::vector<std::string> opening; ///< Neutral, as what may lie open on a doormat.
    std::vector<std::string> text;
    std::vector<std::string> missing; ///< Places of the template without words.
};

/// The queue of letters after a police report: asked for in the field, printed at the office, its day told back. A letter that
/// must not go by itself stays, with a task for the person's worker. Thread-safe.
class LetterService {
public:
    LetterService(ServerStore &store, const ServerAuthor &author, const AccessLog &accessLog, const base::Clock &clock,
                  IdSource &ids, ProfileOfDay profiles, OrderListener orderGrew)
        : m_store(&store), m_author(&author), m_accessLog(&accessLog), m_clock(&clock), m_ids(&ids),
          m_profiles(std::move(profiles)), m_orderGrew(std::move(orderGrew))
    {
    }

    /// Those that have not gone, the first asked for first. Gives each held one a task, once.
    [[nodiscard]] base::Result<std::vector<QueuedLetter>> list(TenantId tenant);
    /// What is printed; the reading is logged. `words` stand for what neither profile nor case knows (number, unit). Refused
    /// with words where the letter is held, NotFound where it was not asked for.
    [[nodiscard]] base::Result<PrintedLetter> show(TenantId tenant, RecordId letter, rules::TemplateWords words);
    /// Notes that it went, at that moment. Refused where it is held or went before.
    [[nodiscard]] base::Result<QueuedLetter> markSent(TenantId tenant, RecordId letter, base::Instant at);

private:
    /// One letter with the case that it belongs to.
    struct Opened;
    [[nodiscard]] base::Result<Opened> open(StoreTransaction &transaction, TenantId tenant, RecordId letter) const;
    [[nodiscard]] base::Result<std::vector<RecordId>> asked(StoreTransaction &transaction, TenantId tenant) const;
    [[nodiscard]] base::Result<bool> write(StoreTransaction &transaction, const Opened &opened,
                                           const std::vector<rules::PlannedWrite> &writes) const;
    [[nodiscard]] base::Result<bool> tellWorker(StoreTransaction &transaction, const Opened &opened) const;
    [[nodiscard]] base::Result<PrintedLetter> print(StoreTransaction &transaction, const Opened &opened,
                                                    rules::TemplateWords words) const;
    void tell(TenantId tenant, bool hasGrown) const;

    ServerStore *m_store;
    const ServerAuthor *m_author;
    const AccessLog *m_accessLog;
    const base::Clock *m_clock;
    IdSource *m_ids;
    ProfileOfDay m_profiles;
    OrderListener m_orderGrew;
};

} // namespace faltakt::server
