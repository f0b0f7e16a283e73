#include "core/rules/file_guard.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace faltakt::rules {

using base::Result;

namespace {

/// About the file, and not about the person.
constexpr std::array<std::string_view, 9> OfTheFile = {"access",    "case",     "colleague", "deputy",    "misfiled",
                                                       "signature", "takeover", "tally",     "visitWatch"};
/// What was written before may be finished and set right: a task is done, a note that waits for its signature is completed, a
/// card is protected or gets its right number.
constexpr std::array<std::string_view, 5> Finished = {"attachment", "contact", "note", "person", "task"};

bool isOf(const auto &kinds, std::string_view kind) { return std::ranges::find(kinds, kind) != kinds.end(); }

bool hasText(const changelog::RecordSet &set, std::string_view field)
{
    const auto *value = set.fields.find(field);
    return value && value->string() && !value->string()->empty();
}

/// A police report ends with the matter, and is open again where that is undone.
bool isEndOfReport(const changelog::RecordSet &set)
{
    constexpr std::array<std::string_view, 4> Fields = {"closedAs", "closedReason", "letterRequestedAt", "status"};
    return set.kind == "lobReport"
           && std::ranges::all_of(set.fields, [&](const auto &field) { return isOf(Fields, field.first); });
}

bool isLetInAsNew(const changelog::RecordSet &set)
{
    return (set.kind == "note" && hasText(set, "addendumTo")) || hasText(set, "movedKey");
}

/// Two versions stand against each other, and one is chosen: nothing new.
bool isSettled(const changelog::RecordSet &set, const store::RecordView &present)
{
    return present.conflicted && set.base.size() > 1;
}

/// A file that is tied to another one goes on and ends with that, as far as it is here.
Result<bool> isClosedFile(base::CaseId caseId, const store::CaseReader &reader)
{
    std::set<base::CaseId> seen;
    bool isClosed = false;
    for (std::optional<base::CaseId> next = caseId; next && seen.insert(*next).second;) {
        TRY(const auto cases, reader.records(*next, "case"));
        if (cases.empty())
            break;
        isClosed = cases.front().text("stage") == "closed";
        const auto other = base::CaseId::parse(cases.front().text("mergedInto"));
        next = other ? std::optional(*other) : std::nullopt;
    }
    return isClosed;
}

} // namespace

bool FileGuard::watches(const changelog::RecordSet &set) const
{
    return m_closing.watches(set) || !isOf(OfTheFile, set.kind);
}

Result<void> FileGuard::check(base::CaseId caseId, const changelog::RecordSet &set,
                              const store::CaseReader &reader) const
{
    if (m_closing.watches(set))
        TRY_VOID(m_closing.check(caseId, set, reader));
    if (isOf(OfTheFile, set.kind))
        return {};
    TRY(const bool isClosed, isClosedFile(caseId, reader));
    if (!isClosed)
        return {};
    TRY(const auto records, reader.records(caseId, set.kind));
    const auto present = std::ranges::find(records, set.record, &store::RecordView::id);
    const bool isLetIn = present == records.end()
                             ? isLetInAsNew(set)
                             : isOf(Finished, set.kind) || isEndOfReport(set) || isSettled(set, *present);
    return isLetIn ? Result<void>() : base::fail(base::ErrorCode::Refused, std::string(ClosedFile));
}

} // namespace faltakt::rules
