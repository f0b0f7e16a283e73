#include "sync/server/api/known_person_finder.h"

#include "sync/server/api/record_reader.h"

#include <map>
#include <set>
#include <vector>

namespace faltakt::server {

using base::Result;
using casework::KnownPerson;
using Matter = casework::KnownPerson::Matter;

namespace {

constexpr int MaxLinks = 8;

/// A case and those that the links lead to from there; where they make a circle, up to the last one looked at.
Result<std::vector<CaseId>> followLinks(LogReader &log, const RecordReader &reader, TenantId tenant, CaseId caseId)
{
    std::vector<CaseId> path{caseId};
    for (int i = 0; i < MaxLinks; ++i) {
        TRY(const auto record, reader.first(path.back(), "case"));
        if (!record)
            return path;
        const auto next = CaseId::parse(reader.text(*record, "mergedInto"));
        if (!next)
            return path;
        TRY(const auto file, log.tenantOfCase(*next));
        if (!file || *file != tenant)
            return path;
        path.push_back(*next);
    }
    return path;
}

/// The level of protection of the case's person, "none" where there is none.
Result<std::string> protectionOf(const RecordReader &reader, CaseId caseId)
{
    std::string level = "none";
    TRY(const auto persons, reader.records(caseId, "person"));
    // While two values stand in conflict the one that protects counts, whichever is displayed.
    for (const auto &person : persons)
        for (const changelog::Head &head : person.heads("protection"))
            if (const std::string *said = head.value.string(); said && !said->empty() && *said != "none")
                level = *said;
    // Data in the protected compartment is enough, whatever the card says.
    TRY(const auto hidden, reader.records(caseId, "protectedPerson"));
    return !hidden.empty() && level == "none" ? std::string("sekretessmarkering") : level;
}

Result<KnownPerson> describeCase(const RecordReader &reader, CaseId caseId)
{
    KnownPerson known;
    known.caseId = caseId;
    TRY(const auto record, reader.first(caseId, "case"));
    known.matter = record && reader.text(*record, "stage") == "closed" ? Matter::Closed : Matter::Open;
    if (record)
        if (const auto responsible = WorkerId::parse(reader.text(*record, "responsible")))
            known.responsible = *responsible;
    TRY(known.protection, protectionOf(reader, caseId));
    TRY(const auto reports, reader.records(caseId, "lobReport"));
    for (const auto &report : reports)
        if (const auto taken = base::parseInstant(reader.text(report, "takenAt")))
            known.earlierCustodies.push_back(*taken);
    return known;
}

/// Two files of one person: rights and clocks follow the open one, protection the stricter word.
KnownPerson joined(KnownPerson a, const KnownPerson &b)
{
    const bool takeSecond = a.matter == Matter::None || (a.matter == Matter::Closed && b.matter == Matter::Open);
    KnownPerson result = takeSecond ? b : a;
    result.earlierCustodies = std::move(a.earlierCustodies);
    result.earlierCustodies.insert(result.earlierCustodies.end(), b.earlierCustodies.begin(), b.earlierCustodies.end());
    if (result.protection == "none")
        result.protection = a.protection != "none" ? a.protection : b.protection;
    return result;
}

} // namespace

Result<KnownPerson> findKnownPerson(LogReader &log, OfficeReader &office, TenantId tenant,
                                    const std::string &identityNumber, const std::optional<CaseId> &except)
{
    KnownPerson known;
    if (identityNumber.empty())
        return known;
    const RecordReader reader(log, tenant);
    TRY(const auto records, office.personsByNumber(tenant, identityNumber));
    std::map<CaseId, std::set<CaseId>> cases; // With those that are tied to them, by what was found.
    for (const RecordId &id : records) {
        TRY(const auto state, log.recordState(tenant, id));
        if (!state || reader.isDeleted(*state))
            continue;
        TRY(const auto path, followLinks(log, reader, tenant, state->caseId()));
        cases[path.back()].insert(path.begin(), path.end() - 1);
    }
    if (except) {
        TRY(const auto own, followLinks(log, reader, tenant, *except));
        cases.erase(own.back());
    }
    for (const auto &[caseId, tied] : cases) {
        TRY(KnownPerson one, describeCase(reader, caseId));
        // One file of theirs that protects is enough, also where it is not the one that leads.
        for (const CaseId &other : tied) {
            TRY(const std::string level, protectionOf(reader, other));
            if (one.protection == "none")
                one.protection = level;
        }
        known = joined(std::move(known), one);
    }
    return known;
}

} // namespace faltakt::server
