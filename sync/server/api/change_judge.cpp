#include "sync/server/api/change_judge.h"

#include "core/casework/attachment.h"
#include "core/casework/person_card.h"
#include "core/casework/record_schemas.h"
#include "sync/server/api/deputy_keeper.h"
#include "sync/server/api/folded_case.h"
#include "sync/server/api/misfiled_rule.h"
#include "sync/server/api/returning_author.h"
#include "sync/server/api/takeover_keeper.h"
#include "sync/server/api/tally_keeper.h"
#include "sync/server/api/tied_worries.h"
#include "sync/server/api/watch_keeper.h"

#include <algorithm>

namespace faltakt::server {

using base::Result;
using changelog::Change;
using changelog::ChangeLine;
using changelog::Compartment;
using changelog::CompartmentSet;

namespace {

/// True where it would put another picture under the caption and the time of one that is there.
bool exchangesBytes(const changelog::RecordSet &set)
{
    return set.kind == casework::Attachment::Kind
           && std::ranges::any_of(casework::Attachment::WriteOnce,
                                  [&](std::string_view field) { return set.fields.find(field) != nullptr; });
}

std::size_t strengthIn(const base::json::Value &value)
{
    return casework::protectionStrength(value.string() ? *value.string() : "none");
}

/// Of all values that stand.
std::size_t strongestLevel(const changelog::RecordState &person)
{
    std::size_t strongest = 0;
    for (const changelog::Head &head : person.heads("protection"))
        strongest = std::max(strongest, strengthIn(head.value));
    return strongest;
}

std::size_t levelIn(const Change &change, RecordId person)
{
    std::size_t strongest = 0;
    for (const changelog::RecordSet &set : change.sets)
        if (const auto *level = set.record == person ? set.fields.find("protection") : nullptr)
            strongest = std::max(strongest, strengthIn(*level));
    return strongest;
}

/// From now on; a file of somebody else closes always.
bool isClosing(const changelog::RecordSet &set, const std::vector<store::RecordView> &present)
{
    const auto saysClosed = [](const base::json::Value *stage) {
        return stage && stage->string() && *stage->string() == "closed";
    };
    const auto *as = set.fields.find("closedAs");
    const auto before = std::ranges::find(present, set.record, &store::RecordView::id);
    return set.kind == "case" && saysClosed(set.fields.find("stage")) && before != present.end()
           && before->text("stage") != "closed" && !(as && as->string() && *as->string() == "wrongPerson");
}

/// A worry about a child does not come to rest in a file that is shown with a closed one.
Result<std::optional<Rejection>> judgeTie(const TiedWorries &worries, const Change &change)
{
    for (const changelog::RecordSet &set : change.sets) {
        const auto *into = set.kind == "case" ? set.fields.find("mergedInto") : nullptr;
        if (!into || !into->string())
            continue;
        const auto other = CaseId::parse(*into->string());
        if (!other)
            continue;
        TRY(const bool rests, worries.wouldRest(change.caseId, *other));
        if (rests)
            return std::optional(Rejection{"children", "case.mergedInto"});
    }
    return std::optional<Rejection>();
}

/// True where the same push has answered the question already.
bool answersAgain(const Change &change, const std::vector<Change> &earlier)
{
    const auto isAnswer = [](const changelog::RecordSet &set) {
        return set.kind == "takeover" && set.fields.contains("answer");
    };
    return std::ranges::any_of(change.sets, [&](const changelog::RecordSet &set) {
        return isAnswer(set) && std::ranges::any_of(earlier, [&](const Change &before) {
                   return std::ranges::any_of(before.sets, [&](const changelog::RecordSet &other) {
                       return isAnswer(other) && other.record == set.record;
                   });
               });
    });
}

/// What no device may say of a team, and what is against the rules of handing over.
Result<std::optional<Rejection>> judgeTeamwork(StoreTransaction &transaction, const Caller &caller,
                                               const Change &change, CompartmentSet rights,
                                               const std::map<RecordId, RecordHome> &homes)
{
    const auto own = std::ranges::find_if(change.sets, writesServersOwn);
    if (own != change.sets.end())
        return std::optional(Rejection{"schema", own->kind});
    for (const changelog::RecordSet &set : change.sets) {
        TRY(const std::string field, watchFault(transaction.log(), caller, set, homes));
        if (!field.empty())
            return std::optional(Rejection{"access", set.kind + '.' + (field.size() <= 64 ? field : std::string())});
    }
    TRY(const std::string tally, tallyFault(transaction, caller, change));
    if (!tally.empty())
        return std::optional(Rejection{"schema", tally});
    TRY(const std::string misfiled, misfiledFault(transaction, caller, change, homes));
    if (!misfiled.empty())
        return std::optional(Rejection{misfiled, "misfiled.record"});
    TRY(std::string fault, takeoverFault(transaction, caller, change, rights, homes));
    if (fault.empty()) {
        TRY(fault, deputyFault(transaction, caller, change, rights, homes));
    }
    return fault.empty() ? std::optional<Rejection>() : std::optional(Rejection{"schema", fault});
}

} // namespace

Result<Judgement> ChangeJudge::judge(const PreparedLine &line)
{
    if (!line.change)
        return Judgement(Rejection{m_caller->revoked ? "revoked" : "form", {}});
    const Change &change = line.change->change;
    TRY(auto identity, judgeIdentity(*line.change));
    if (identity) {
        if (std::holds_alternative<Rejection>(*identity))
            m_rejected.insert(change.id);
        return std::move(*identity);
    }
    TRY(const CaseStanding standing, standingOf(change.caseId));
    std::optional<Rejection> rejection;
    // What may not stand in one change comes before the rights: these are asked of a change in one compartment.
    if (line.fault && line.fault->reason == "compartment")
        rejection = Rejection{"schema", line.fault->kind.size() <= 64 ? line.fault->kind : std::string()};
    if (!rejection) {
        TRY(rejection, judgeCase(line, standing));
    }
    if (!rejection) {
        TRY(rejection, judgeRecords(change));
    }
    if (!rejection) {
        TRY(rejection, judgeSignatures(line));
    }
    if (!rejection && line.fault)
        rejection = Rejection{"schema", line.fault->field.empty() ? line.fault->kind
                                                                  : line.fault->kind + '.' + line.fault->field};
    if (!rejection) {
        TRY(rejection, judgeBases(change));
    }
    if (!rejection && m_authority == Authority::Worker) {
        const CompartmentSet rights = standing.known ? standing.rights : CompartmentSet::ofCaseworker();
        TRY(rejection, judgeTeamwork(*m_transaction, *m_caller, change, rights, m_homes));
        const auto let = m_changes.find(change.caseId);
        if (!rejection && let != m_changes.end() && answersAgain(change, let->second))
            rejection = Rejection{"schema", "answer"};
    }
    if (!rejection && standing.known) {
        TRY(rejection, judgeClosing(change));
    }
    if (!rejection && standing.known) {
        TRY(rejection, judgeProtection(change));
    }
    if (rejection) {
        m_rejected.insert(change.id);
        return Judgement(std::move(*rejection));
    }
    letIn(*line.change);
    return Judgement(Acceptance{!standing.known});
}

/// What can be said from the ids alone: repetitions, ids used twice, foreign authors, revoked devices.
Result<std::optional<Judgement>> ChangeJudge::judgeIdentity(const ChangeLine &line)
{
    using Outcome = std::optional<Judgement>;
    const Change &change = line.change;
    LogWriter &log = m_transaction->log();
    if (const auto earlier = m_letIn.find(change.id); earlier != m_letIn.end())
        return Outcome(earlier->second == line.hash ? Judgement(Repetition{}) : Judgement(Rejection{"idReused", {}}));
    TRY(const auto accepted, log.accepted(m_caller->session.tenant, change.id));
    if (accepted && accepted->hash != line.hash)
        return Outcome(Rejection{"idReused", {}});
    if (accepted) {
        TRY(auto repetition, repeat(change, accepted->receipt));
        return Outcome(std::move(repetition));
    }
    TRY(const auto quarantined, log.quarantined(m_caller->session.tenant, change.id));
    if (quarantined)
        return Outcome(quarantined->hash == line.hash ? Rejection{quarantined->reason, quarantined->field}
                                                      : Rejection{"idReused", {}});
    if (m_caller->revoked)
        return Outcome(Rejection{"revoked", {}});
    if (change.by != m_caller->session.worker)
        return Outcome(Rejection{"author", {}});
    return Outcome();
}

/// The line is here already. Its author may come late to a server that was restored: somebody else has brought his case back,
/// and so far nobody may see it. What of his comes next in the push is judged by the right that he has again.
Result<Judgement> ChangeJudge::repeat(const Change &change, const std::optional<changelog::Receipt> &receipt)
{
    Repetition repetition{receipt};
    if (m_authority == Authority::Server || !canBringRightBack(*m_caller, change)
        || !m_ownCases.insert(change.caseId).second)
        return Judgement(std::move(repetition));
    TRY(repetition.entitled, granteesOfOwnCase(m_transaction->log(), *m_caller, change.caseId));
    if (!repetition.entitled.empty())
        m_cases[change.caseId] = {
            .known = true, .foreign = false, .rights = CompartmentSet::ofCaseworker(), .everHeld = true};
    return Judgement(std::move(repetition));
}

Result<std::optional<Rejection>> ChangeJudge::judgeCase(const PreparedLine &line, const CaseStanding &standing) const
{
    using Outcome = std::optional<Rejection>;
    if (standing.foreign)
        return Outcome(Rejection{"case", {}});
    if (m_authority == Authority::Server)
        return Outcome();
    if (line.compartment == Compartment::Reading) {
        // Who read a file while the right stood must be able to say so afterwards; but a reading makes no case.
        if (!standing.known)
            return Outcome(Rejection{"case", {}});
        return standing.everHeld ? Outcome() : Outcome(Rejection{"access", {}});
    }
    const CompartmentSet rights = standing.known ? standing.rights : CompartmentSet::ofCaseworker();
    if (line.touched.without(rights).empty())
        return Outcome();
    // A deputy's device may have been without a network when the last day was over.
    TRY(const bool isLate, wroteAsDeputy(*m_transaction, m_caller->session, line.change->change));
    return isLate && line.touched.without(CompartmentSet::ofCaseworker()).empty() ? Outcome()
                                                                                  : Outcome(Rejection{"access", {}});
}

/// A signature lies where the record lies that it signs: the compartment that it names decides who gets it.
Result<std::optional<Rejection>> ChangeJudge::judgeSignatures(const PreparedLine &line)
{
    const changelog::SchemaTable &schema = casework::recordSchemas();
    for (const changelog::RecordSet &set : line.change->change.sets) {
        const changelog::KindSchema *kind = schema.kind(set.kind);
        if (!kind || !kind->takesCompartmentOfRecord)
            continue;
        const auto *named = set.fields.find("record");
        const auto record = RecordId::parse(named && named->string() ? *named->string() : std::string());
        if (!record)
            return std::optional(Rejection{"schema", set.kind + ".record"});
        TRY(const auto home, homeOf(*record));
        if (!home || home->caseId != line.change->change.caseId)
            return std::optional(Rejection{"record", set.kind});
        const changelog::KindSchema *signedKind = schema.kind(home->kind);
        if ((signedKind ? signedKind->compartment : Compartment::File) != line.compartment)
            return std::optional(Rejection{"schema", set.kind + ".compartment"});
    }
    return std::optional<Rejection>();
}

Result<std::optional<Rejection>> ChangeJudge::judgeRecords(const Change &change)
{
    for (const changelog::RecordSet &set : change.sets) {
        TRY(const auto home, homeOf(set.record));
        if (home && (home->caseId != change.caseId || home->kind != set.kind))
            return std::optional(Rejection{"record", set.kind.size() <= 64 ? set.kind : std::string()});
        if (home && m_authority == Authority::Worker && exchangesBytes(set))
            return std::optional(Rejection{"schema", set.kind + ".blob"});
    }
    return std::optional<Rejection>();
}

/// What builds on something that was returned is returned with it.
Result<std::optional<Rejection>> ChangeJudge::judgeBases(const Change &change)
{
    LogWriter &log = m_transaction->log();
    for (const changelog::RecordSet &set : change.sets) {
        for (const ChangeId &base : set.base) {
            if (m_letIn.contains(base))
                continue;
            bool rejected = m_rejected.contains(base);
            if (!rejected) {
                TRY(const auto quarantined, log.quarantined(m_caller->session.tenant, base));
                rejected = quarantined.has_value();
            }
            if (!rejected)
                continue;
            // A line under somebody else's id may lie in quarantine beside the accepted one.
            TRY(const auto accepted, log.accepted(m_caller->session.tenant, base));
            if (!accepted)
                return std::optional(Rejection{"dependsOn", {}});
        }
    }
    return std::optional<Rejection>();
}

/// A device closes by what it knows; the server knows what others have said of children meanwhile. What it does itself, or
/// what an import says, is held up by nothing.
Result<std::optional<Rejection>> ChangeJudge::judgeClosing(const Change &change)
{
    if (m_authority == Authority::Server)
        return std::optional<Rejection>();
    const TiedWorries worries(m_transaction->log(), m_caller->session.tenant, m_changes);
    TRY(auto tie, judgeTie(worries, change));
    if (tie)
        return tie;
    const auto isWatched = [this](const changelog::RecordSet &set) { return m_guard.watches(set); };
    if (std::ranges::none_of(change.sets, isWatched))
        return std::optional<Rejection>();
    TRY(FoldedCase folded, FoldedCase::read(m_transaction->log(), m_caller->session.tenant, change.caseId));
    if (const auto let = m_changes.find(change.caseId); let != m_changes.end())
        for (const Change &earlier : let->second)
            folded.add(earlier, std::nullopt);
    for (const changelog::RecordSet &set : change.sets) {
        if (!isWatched(set))
            continue;
        const auto checked = m_guard.check(change.caseId, set, folded);
        if (!checked && checked.error().code() == base::ErrorCode::Refused)
            return std::optional(Rejection{"children", "case.stage"});
        TRY_VOID(checked);
        TRY(const auto cases, folded.records(change.caseId, "case"));
        if (!isClosing(set, cases))
            continue;
        TRY(const bool isWorry, worries.areBeside(change.caseId));
        if (isWorry)
            return std::optional(Rejection{"children", "case.stage"});
    }
    return std::optional<Rejection>();
}

/// A level of protection goes up by anybody's word and down by the office alone (protected_cases.h).
Result<std::optional<Rejection>> ChangeJudge::judgeProtection(const Change &change)
{
    if (m_authority == Authority::Server)
        return std::optional<Rejection>();
    for (const changelog::RecordSet &set : change.sets) {
        const auto *level = set.kind == "person" ? set.fields.find("protection") : nullptr;
        const auto *deleted = set.kind == "person" ? set.fields.find("deleted") : nullptr;
        if (!level && !deleted)
            continue;
        TRY(const auto state, m_transaction->log().recordState(m_caller->session.tenant, set.record));
        std::size_t held = state ? strongestLevel(*state) : 0;
        // A card that is thrown away protects nobody any more.
        if (deleted && deleted->boolean() && *deleted->boolean() && held > 0)
            return std::optional(Rejection{"access", "person.deleted"});
        if (!level)
            continue;
        const std::size_t wanted = strengthIn(*level);
        if (const auto let = m_changes.find(change.caseId); let != m_changes.end())
            for (const Change &earlier : let->second)
                held = std::max(held, levelIn(earlier, set.record));
        if (wanted < held)
            return std::optional(Rejection{"access", "person.protection"});
    }
    return std::optional<Rejection>();
}

Result<ChangeJudge::CaseStanding> ChangeJudge::standingOf(CaseId caseId)
{
    if (const auto cached = m_cases.find(caseId); cached != m_cases.end())
        return cached->second;
    LogWriter &log = m_transaction->log();
    CaseStanding standing;
    TRY(const auto owner, log.tenantOfCase(caseId));
    standing.known = owner && *owner == m_caller->session.tenant;
    standing.foreign = owner && *owner != m_caller->session.tenant;
    if (standing.known) {
        TRY(const auto entries, log.accessOfCase(m_caller->session.tenant, caseId, m_caller->grantees()));
        const CaseAccess access(entries);
        standing.rights = access.effective();
        standing.everHeld = access.everHeld();
    }
    m_cases.emplace(caseId, standing);
    return standing;
}

Result<std::optional<RecordHome>> ChangeJudge::homeOf(RecordId record)
{
    if (const auto cached = m_homes.find(record); cached != m_homes.end())
        return std::optional(cached->second);
    TRY(auto home, m_transaction->log().recordHome(m_caller->session.tenant, record));
    if (home)
        m_homes.emplace(record, *home);
    return home;
}

void ChangeJudge::letIn(const ChangeLine &line)
{
    const Change &change = line.change;
    m_letIn.emplace(change.id, line.hash);
    m_changes[change.caseId].push_back(change);
    for (const changelog::RecordSet &set : change.sets)
        m_homes.emplace(set.record, RecordHome{change.caseId, set.kind});
    CaseStanding &standing = m_cases[change.caseId];
    if (!standing.known)
        standing = {.known = true, .foreign = false, .rights = CompartmentSet::ofCaseworker(), .everHeld = true};
}

} // namespace faltakt::server
