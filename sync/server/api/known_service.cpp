#include "sync/server/api/known_service.h"

#include "core/casework/identity_number.h"
#include "core/casework/swedish_time.h"
#include "sync/server/api/known_person_finder.h"

#include <algorithm>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;
using casework::KnownPerson;
using protocol::KnownAnswer;

namespace {

/// What stands in the access log of a question. Only the log tells a protected person from an unknown one.
enum class Found { Nobody, Somebody, Protected };

std::string_view wordOf(Found found)
{
    switch (found) {
    case Found::Nobody: break;
    case Found::Somebody: return "known";
    case Found::Protected: return "protected";
    }
    return "unknown";
}

bool isPersonalNumber(std::string_view text, base::Date today)
{
    using casework::IdentityKind;
    const auto number = casework::readIdentityNumber(text, today);
    return number.isValid() && number.normalised == text
           && (number.kind == IdentityKind::Personnummer || number.kind == IdentityKind::Samordningsnummer);
}

Result<std::string> nameOf(IdentityReader &identity, TenantId tenant, const std::optional<TeamId> &team)
{
    if (!team)
        return std::string();
    TRY(const auto teams, identity.teams(tenant));
    const auto found = std::ranges::find(teams, *team, &Team::id);
    return found == teams.end() ? std::string() : found->name;
}

/// The team that the file lies with, else that of the worker who answers for the matter.
Result<std::string> unitOf(StoreTransaction &transaction, TenantId tenant, const KnownPerson &known)
{
    TRY(const auto file, transaction.log().caseFile(tenant, known.caseId));
    if (file && file->team)
        return nameOf(transaction.identity(), tenant, file->team);
    if (!known.responsible)
        return std::string();
    TRY(const auto worker, transaction.identity().worker(tenant, *known.responsible));
    return nameOf(transaction.identity(), tenant, worker ? worker->team : std::nullopt);
}

} // namespace

Result<KnownAnswer> KnownService::ask(const Session &session, const protocol::KnownRequest &request)
{
    if (!isPersonalNumber(request.number, casework::swedishDate(m_clock->now())))
        return fail(ErrorCode::InvalidInput, "number is no personal or coordination number");
    return m_store->write([&](StoreTransaction &transaction) -> Result<KnownAnswer> {
        TRY(const Caller caller, findCaller(transaction.identity(), session));
        TRY(const bool wiped, isToBeWiped(transaction.identity(), session));
        if (caller.revoked || wiped)
            return fail(ErrorCode::Refused, "the device gets nothing any more");
        TRY(const KnownPerson known,
            findKnownPerson(transaction.log(), transaction.office(), session.tenant, request.number, request.except));
        const bool isThere = known.matter != KnownPerson::Matter::None;
        const Found found = !isThere ? Found::Nobody : known.protection != "none" ? Found::Protected : Found::Somebody;
        AccessNotes notes;
        notes.add(AccessAct::Asked, isThere ? std::optional(known.caseId) : std::nullopt,
                  changelog::CompartmentSet{changelog::Compartment::Card}, std::string(wordOf(found)));
        TRY_VOID(m_accessLog->append(transaction, session, notes));
        KnownAnswer answer{.isKnown = found == Found::Somebody};
        if (answer.isKnown) {
            TRY(answer.unit, unitOf(transaction, session.tenant, known));
        }
        return answer;
    });
}

} // namespace faltakt::server
