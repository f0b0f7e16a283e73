#include "sync/server/api/quarantine_service.h"

#include "core/casework/record_schemas.h"
#include "sync/server/api/case_access.h"
#include "sync/server/api/sent_again.h"

#include <limits>
#include <map>
#include <set>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;
using changelog::CompartmentSet;
using protocol::QuarantinedLine;
using protocol::QuarantinePage;

namespace {

constexpr int ChunkSize = 50;
/// Most lines of others that one call walks over; the caller goes on from where it stopped.
constexpr int MostLookedAt = 500;
/// Of what they name, so much is asked after before the caller has to go on: a line may name as much as it has room for.
constexpr std::size_t MostAsked = 2000;
/// Of one line; more of them tell a leader no more.
constexpr std::size_t MostBases = 100;
/// A change that is read costs as much as so many that are asked after.
constexpr std::size_t CostOfReading = 10;
constexpr std::string_view Word = "quarantine";

/// What a line names, each once.
struct Named {
    std::set<RecordId> records;
    std::set<ChangeId> bases; ///< Some of them, where there are very many.
};

Named namedBy(const std::optional<changelog::ChangeLine> &line)
{
    Named named;
    if (!line)
        return named;
    for (const changelog::RecordSet &set : line->change.sets) {
        named.records.insert(set.record);
        const changelog::KindSchema *kind = casework::recordSchemas().kind(set.kind);
        const auto *other = kind && kind->takesCompartmentOfRecord ? set.fields.find("record") : nullptr;
        if (const auto record = RecordId::parse(other && other->string() ? *other->string() : std::string()))
            named.records.insert(*record);
        for (const ChangeId &base : set.base)
            if (named.bases.size() < MostBases)
                named.bases.insert(base);
    }
    return named;
}

changelog::Compartment compartmentOfKind(std::string_view kind)
{
    const changelog::KindSchema *schema = casework::recordSchemas().kind(kind);
    return schema ? schema->compartment : changelog::Compartment::File;
}

/// One reading inside its snapshot: walks back from the latest and keeps what the leader may be told.
class Walk {
public:
    Walk(StoreSnapshot &snapshot, const Caller &caller, const protocol::QuarantineRequest &request)
        : m_snapshot(snapshot), m_caller(caller), m_limit(request.limit),
          m_position(request.before.value_or(std::numeric_limits<std::int64_t>::max())), m_exported(request.exported),
          m_sentAgain(snapshot.log(), caller.session.tenant)
    {
    }

    Result<QuarantinePage> run()
    {
        for (int lookedAt = 0; lookedAt < MostLookedAt; lookedAt += ChunkSize) {
            TRY(const auto some, m_snapshot.log().quarantineBefore(m_caller.session.tenant, m_position, ChunkSize));
            for (const QuarantinedChange &kept : some) {
                TRY(const bool full, take(kept));
                if (full)
                    return goOn();
                m_position = kept.position;
                if (m_asked >= MostAsked)
                    return goOn();
            }
            if (some.size() < std::size_t(ChunkSize))
                return std::move(m_page);
        }
        return goOn();
    }
    /// The one line that is to leave as a file.
    Result<QuarantinePage> runExport()
    {
        TRY(const auto ofCase, m_snapshot.log().quarantineOfCase(m_caller.session.tenant, m_exported->caseId));
        for (const QuarantinedChange &kept : ofCase)
            if (kept.id == m_exported->change)
                TRY_VOID(take(kept));
        if (m_page.lines.empty() || !m_page.lines.front().line)
            return fail(ErrorCode::NotFound, "no line to export");
        return std::move(m_page);
    }
    [[nodiscard]] const AccessNotes &notes() const { return m_notes; }

private:
    QuarantinePage goOn()
    {
        m_page.before = m_position;
        return std::move(m_page);
    }
    /// True where the page has no room for it.
    Result<bool> take(const QuarantinedChange &kept);
    void note(const QuarantinedChange &kept, CompartmentSet touched);
    [[nodiscard]] bool isFull(std::size_t bytes) const
    {
        return !m_page.lines.empty()
               && (m_page.lines.size() >= m_limit || m_bytes + bytes > protocol::Limits::QuarantineBytes);
    }
    /// Fetches in one go what is asked after one by one then.
    Result<void> expect(const Named &named);
    /// Whether what the line names lies where the leader has no right. The line itself may say what it likes of that: it was
    /// not taken.
    Result<bool> reachesBeyond(const Named &named, const QuarantinedChange &kept, const std::optional<Worker> &author);
    Result<QuarantinedLine> describe(const QuarantinedChange &kept, const Named &named,
                                     std::optional<changelog::ChangeLine> line);
    /// What the leader may know of lines in that case, whoever wrote them.
    Result<CompartmentSet> rightTo(const std::optional<CaseId> &caseId, const std::optional<Worker> &author);
    /// Of a case: whose it is, and what the leader holds of it.
    struct Known {
        std::optional<TeamId> team;
        CompartmentSet right;
    };
    Result<std::optional<Known>> known(CaseId caseId);
    Result<std::optional<Worker>> worker(WorkerId id);
    Result<bool> isForsaken(const QuarantinedChange &kept, const std::optional<Worker> &author);

    StoreSnapshot &m_snapshot;
    const Caller &m_caller;
    std::size_t m_limit;
    std::int64_t m_position;
    std::optional<protocol::QuarantineRequest::Export> m_exported;
    SentAgain m_sentAgain;
    QuarantinePage m_page;
    std::size_t m_bytes = 0;
    std::size_t m_asked = 0;
    AccessNotes m_notes;
    std::map<WorkerId, std::optional<Worker>> m_workers;
    std::map<DeviceId, bool> m_devicesGone;
    std::map<CaseId, std::optional<Known>> m_cases;
};

Result<std::optional<Worker>> Walk::worker(WorkerId id)
{
    const auto known = m_workers.find(id);
    if (known != m_workers.end())
        return known->second;
    TRY(auto found, m_snapshot.identity().worker(m_caller.session.tenant, id));
    return m_workers.emplace(id, std::move(found)).first->second;
}

/// Empty where the server does not know the case.
Result<std::optional<Walk::Known>> Walk::known(CaseId caseId)
{
    if (const auto before = m_cases.find(caseId); before != m_cases.end())
        return before->second;
    const TenantId tenant = m_caller.session.tenant;
    std::optional<Known> found;
    TRY(const auto file, m_snapshot.log().caseFile(tenant, caseId));
    if (file) {
        TRY(const auto entries, m_snapshot.log().accessOfCase(tenant, caseId, m_caller.grantees()));
        found = Known{file->team, CaseAccess(entries).effective()};
    }
    return m_cases.emplace(caseId, found).first->second;
}

Result<CompartmentSet> Walk::rightTo(const std::optional<CaseId> &caseId, const std::optional<Worker> &author)
{
    const bool isOwnAuthor = author && author->team == m_caller.team;
    if (caseId) {
        TRY(const auto file, known(*caseId));
        if (file) {
            const bool isOwnCase = file->team ? file->team == m_caller.team : isOwnAuthor;
            return isOwnCase ? file->right : CompartmentSet();
        }
    }
    // Had it been taken, the case would be there now, and its author's team would have this of it.
    return isOwnAuthor ? CompartmentSet::ofCaseworker() : CompartmentSet();
}

Result<bool> Walk::isForsaken(const QuarantinedChange &kept, const std::optional<Worker> &author)
{
    if (!author || author->revoked)
        return true;
    if (const auto known = m_devicesGone.find(kept.device); known != m_devicesGone.end())
        return known->second;
    const TenantId tenant = m_caller.session.tenant;
    TRY(const auto device, m_snapshot.identity().device(tenant, kept.device));
    TRY(const bool wiped, isToBeWiped(m_snapshot.identity(), {tenant, kept.worker, kept.device}));
    return m_devicesGone.emplace(kept.device, !device || device->revokedAt || wiped).first->second;
}

Result<void> Walk::expect(const Named &named)
{
    m_asked += named.records.size() + named.bases.size();
    return m_snapshot.log().expect(m_caller.session.tenant, {.changes = {named.bases.begin(), named.bases.end()},
                                                             .records = {named.records.begin(), named.records.end()},
                                                             .cases = {},
                                                             .journal = {}});
}

Result<bool> Walk::reachesBeyond(const Named &named, const QuarantinedChange &kept, const std::optional<Worker> &author)
{
    for (const RecordId &record : named.records) {
        TRY(const auto home, m_snapshot.log().recordHome(m_caller.session.tenant, record));
        if (!home)
            continue;
        TRY(const CompartmentSet right, rightTo(home->caseId, author));
        const changelog::KindSchema *kind = casework::recordSchemas().kind(home->kind);
        // Of a signature only the record that it signs says where it lies; to sign anew is not to change it.
        const bool lies = kind && kind->takesCompartmentOfRecord && home->caseId == kept.caseId;
        if (!lies && !right.contains(compartmentOfKind(home->kind)))
            return true;
    }
    return false;
}

Result<QuarantinedLine> Walk::describe(const QuarantinedChange &kept, const Named &named,
                                       std::optional<changelog::ChangeLine> line)
{
    TRY(const auto author, worker(kept.worker));
    QuarantinedLine told{.change = kept.id,
                         .caseId = kept.caseId,
                         .worker = kept.worker,
                         .workerName = author ? author->name : std::string(),
                         .device = kept.device,
                         .received = kept.received,
                         .reason = kept.reason,
                         .field = kept.field,
                         .buildsOn = {},
                         .line = std::move(line)};
    TRY(told.isForsaken, isForsaken(kept, author));
    if (!told.line)
        return told;
    for (const ChangeId &base : named.bases) {
        TRY(const auto returned, m_snapshot.log().quarantined(m_caller.session.tenant, base));
        if (returned)
            told.buildsOn.push_back(base);
    }
    return told;
}

void Walk::note(const QuarantinedChange &kept, CompartmentSet touched)
{
    if (m_exported)
        m_notes.add(AccessAct::Exported, kept.caseId, touched, std::string(Word), m_exported->change.toString());
    else
        m_notes.add(AccessAct::Delivered, kept.caseId, touched, std::string(Word));
}

Result<bool> Walk::take(const QuarantinedChange &kept)
{
    TRY(const auto author, worker(kept.worker));
    TRY(const CompartmentSet right, rightTo(kept.caseId, author));
    if (right.empty())
        return false;
    if (isFull(kept.line.size()))
        return true;
    // Of a line that cannot be read nobody can say whose right it needs: that it is here is told, and nothing of it.
    auto read = changelog::readChangeLine(kept.line);
    std::optional<changelog::ChangeLine> line = read ? std::optional(std::move(*read)) : std::nullopt;
    const CompartmentSet touched =
        line ? changelog::compartmentsTouched(line->change, casework::recordSchemas()) : CompartmentSet();
    if (!touched.without(right).empty())
        return false;
    const Named named = namedBy(line);
    TRY_VOID(expect(named));
    TRY(const bool beyond, reachesBeyond(named, kept, author));
    if (beyond)
        return false;
    if (line && !m_exported) {
        TRY(const bool isSettled, m_sentAgain.wasTaken(kept, *line));
        m_asked += m_sentAgain.takeReads() * CostOfReading;
        if (isSettled)
            return false;
    }
    TRY(QuarantinedLine told, describe(kept, named, std::move(line)));
    const std::size_t bytes = protocol::encodedSize(told);
    if (isFull(bytes))
        return true;
    m_bytes += bytes;
    note(kept, touched);
    m_page.lines.push_back(std::move(told));
    return false;
}

} // namespace

Result<QuarantinePage> QuarantineService::read(const Session &session, const protocol::QuarantineRequest &request)
{
    AccessNotes told;
    TRY(auto page, m_store->read([&](StoreSnapshot &snapshot) -> Result<QuarantinePage> {
        TRY(const Caller caller, findCaller(snapshot.identity(), session));
        TRY(const bool wiped, isToBeWiped(snapshot.identity(), session));
        if (caller.revoked || wiped)
            return fail(ErrorCode::Refused, wiped ? "to be wiped" : "revoked");
        if (!caller.leadsTeam)
            return fail(ErrorCode::Refused, "for a team's leader");
        Walk walk(snapshot, caller, request);
        TRY(auto walked, request.exported ? walk.runExport() : walk.run());
        told = walk.notes();
        return walked;
    }));
    // What is not logged is not told, and a power cut must not take the proof: it is seldom, and of others' words.
    if (!told.empty())
        TRY_VOID(m_store->write(
            [&](StoreTransaction &transaction) { return m_accessLog->append(transaction, session, told); },
            Durability::Now));
    return page;
}

} // namespace faltakt::server
