#include "core/casework/lob_completion.h"

#include "core/base/text.h"

#include <algorithm>

namespace faltakt::casework {

using base::json::Object;
using base::json::Value;

namespace {

bool isNothing(const Value &value) { return value.isNull() || (value.string() && value.string()->empty()); }

bool saysTheSame(const Value &one, const Value &other)
{
    if (one.string() && other.string())
        return base::foldForSearch(*one.string()) == base::foldForSearch(*other.string());
    return one == other;
}

/// The answer that must not be overlooked while two stand against each other.
bool isWarning(std::string_view field, const Value &said)
{
    if (field == "childrenPresent")
        return said.string() && *said.string() == "yes";
    const bool tellsOfDanger = field == "dangerSign" || field == "violent" || field == "injuries";
    return tellsOfDanger && said.boolean() && *said.boolean();
}

} // namespace

LobCompletion completionOf(const changelog::RecordState &record, const Object &said, Emptied emptied)
{
    LobCompletion completion;
    for (const auto &[field, value] : said) {
        const auto &heads = record.heads(field);
        const bool isMissing =
            std::ranges::all_of(heads, [](const changelog::Head &head) { return isNothing(head.value); });
        if (isMissing) {
            if (heads.empty() || emptied == Emptied::Fills)
                completion.missing.append(field, value);
            continue;
        }
        const bool isSaid =
            std::ranges::any_of(heads, [&](const changelog::Head &head) { return saysTheSame(head.value, value); });
        if (isSaid || (value.string() && *value.string() == "unknown"))
            continue;
        (isWarning(field, value) ? completion.warnings : completion.others).append(field, value);
    }
    return completion;
}

} // namespace faltakt::casework
