#include "sync/server/api/known_person_finder.h"

#include "sync/server/api/record_reader.h"

#include <set>

namespace faltakt::server {

using base::Result;
using casework::KnownPerson;
using Matter = casework::KnownPerson::Matter;

namespace {

constexpr int MaxLinks = 8;

/// The case that the links lead to; where they make a circle, the last one looked at.
Result<CaseId> followLinks(LogReader &log, const RecordReader &reader, TenantId tenant, CaseId caseId)
{
    for (int i = 0; i < MaxLinks; ++i) {
        TRY(const auto record, reader.first(caseId, "case"));
        if (!record)
            return caseId;
        const auto next = CaseId::parse(reader.text(*record, "mergedInto"));
        if (!next)
            return caseId;
        TRY(const auto file, log.tenantOfCase(*next));
        if (!file || *file != tenant)
            return caseId;
        caseId = *next;
    }
    return caseId;
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
    TRY(const auto persons, reader.records(caseId, "person"));
    // While two values stand in conflict the one that protects counts, whichever is displayed.
    for (const auto &person : persons)
        for (const changelog::Head &head : person.heads("protection"))
            if (const std::string *level = head.value.string(); level && !level->empty() && *level != "none")
                known.protection = *level;
    // Data in the protected compartment is enough, whatever the card says.
    TRY(const auto hidden, reader.records(caseId, "protectedPerson"));
    if (!hidden.empty() && known.protection == "none")
        known.protection = "sekretessmarkering";
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
    std::set<CaseId> cases;
    for (const RecordId &id : records) {
        TRY(const auto state, log.recordState(tenant, id));
        if (!state || reader.isDeleted(*state))
            continue;
        TRY(const CaseId caseId, followLinks(log, reader, tenant, state->caseId()));
        cases.insert(caseId);
    }
    if (except) {
        TRY(const CaseId own, followLinks(log, reader, tenant, *except));
        cases.erase(own);
    }
    for (const CaseId &caseId : cases) {
        TRY(const KnownPerson one, describeCase(reader, caseId));
        known = joined(std::move(known), one);
    }
    return known;
}

} // namespace faltakt::server
