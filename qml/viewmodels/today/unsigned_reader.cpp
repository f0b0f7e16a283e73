#include "qml/viewmodels/today/unsigned_reader.h"

#include "core/rules/case_facts.h"
#include "qml/viewmodels/interview/talk_facts.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace faltakt::viewmodels {

using base::Result;

namespace {

/// More than anybody writes between two days at the office.
constexpr int RecordsLookedAt = 300;

/// What is older is signed on its own page: an end of a day is no audit of the file.
constexpr auto LookedBack = std::chrono::days(14);

constexpr std::array<std::string_view, 4> Kinds = {"note", "contact", "act", "assessment"};

using SignedRecords = std::map<base::CaseId, std::set<std::string>>;

Result<bool> isSignedIn(const store::CaseStore &cases, const store::RecordPlace &place, SignedRecords &known)
{
    auto ofCase = known.find(place.caseId);
    if (ofCase == known.end()) {
        TRY(const auto signatures, cases.recordsOfKind(place.caseId, "signature"));
        ofCase = known.emplace(place.caseId, std::set<std::string>()).first;
        for (const store::RecordView &signature : signatures)
            ofCase->second.insert(signature.text("record"));
    }
    return ofCase->second.contains(place.record.toString());
}

bool isFinished(const store::RecordView &record)
{
    if (record.kind == "contact") {
        rules::ContactFacts contact;
        contact.way = record.text("way");
        contact.outcome = record.text("outcome");
        contact.result = record.text("result");
        return !contact.isUnfinished() || !record.text("text").empty();
    }
    if (record.kind == "assessment")
        return record.text("status") != "inProgress" && record.text("influenced") != StronglyInfluenced;
    return true;
}

Result<bool> waitsForPerson(const store::CaseStore &cases, const store::RecordView &record)
{
    constexpr std::array Asked{"answers/signed", "answers/receipt"};
    const bool isAsked = record.kind == "act" && std::ranges::any_of(Asked, [&](const char *field) {
                             const base::json::Value *answer = record.fields.find(field);
                             return answer && answer->stringAt("option") == "screen";
                         });
    if (!isAsked)
        return false;
    TRY(const auto pictures, cases.recordsOfKind(record.caseId, "attachment"));
    return std::ranges::none_of(
        pictures, [&](const store::RecordView &each) { return each.text("about") == record.id.toString(); });
}

base::Instant momentOf(const store::RecordView &record)
{
    for (const char *field : {"at", "completedAt"})
        if (const auto at = record.instant(field))
            return *at;
    return rules::recordMadeAt(record.id);
}

} // namespace

Result<std::vector<UnsignedRecord>> ownUnsigned(const store::CaseStore &cases, base::Instant now)
{
    std::vector<base::RecordId> open;
    SignedRecords known;
    for (const std::string_view kind : Kinds) {
        TRY(const auto places, cases.ownRecords(kind, RecordsLookedAt));
        for (const store::RecordPlace &place : places) {
            if (kind != "note" && rules::recordMadeAt(place.record) < now - LookedBack)
                break; // Ids are in the order of time.
            TRY(const bool isSigned, isSignedIn(cases, place, known));
            if (!isSigned)
                open.push_back(place.record);
        }
    }
    TRY(const auto records, cases.recordsById(open));
    std::vector<UnsignedRecord> found;
    for (const store::RecordView &record : records) {
        const base::Instant at = momentOf(record);
        if (!isFinished(record) || (record.kind != "note" && at < now - LookedBack))
            continue;
        UnsignedRecord made{record.id, record.caseId, record.kind, record.text("instrument"), at, false};
        TRY(made.waitsForPerson, waitsForPerson(cases, record));
        found.push_back(std::move(made));
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &UnsignedRecord::at);
    return found;
}

} // namespace faltakt::viewmodels
