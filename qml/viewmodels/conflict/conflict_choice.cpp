#include "qml/viewmodels/conflict/conflict_choice.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::ErrorCode;
using base::Result;
using base::json::Object;
using base::json::Value;

namespace {

Value joinedTexts(const std::vector<VersionContent> &versions)
{
    std::string text;
    // The oldest first, as one would go on writing.
    for (auto version = versions.rbegin(); version != versions.rend(); ++version)
        if (version->value.string() && !version->value.string()->empty())
            text += (text.empty() ? "" : "\n\n") + *version->value.string();
    return text;
}

Value joinedLists(const std::vector<VersionContent> &versions, base::UuidMaker &ids)
{
    Object all;
    for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
        if (!version->value.object())
            continue;
        for (const auto &[id, element] : *version->value.object()) {
            const Value *present = all.find(id);
            if (!present)
                all.append(id, element);
            else if (!(*present == element))
                all.append(ids.make().toString(), element);
        }
    }
    return all;
}

} // namespace

std::optional<Value> bothTogether(const std::vector<VersionContent> &versions, FieldNature nature, base::UuidMaker &ids)
{
    switch (nature) {
    case FieldNature::Text: return joinedTexts(versions);
    case FieldNature::List: return joinedLists(versions, ids);
    case FieldNature::Single:
    case FieldNature::Deletion: break;
    }
    return std::nullopt;
}

Result<void> takeBack(OpenStore &store, base::RecordId record, const std::string &field, const TakenChoice &choice)
{
    TRY(const auto state, store.cases.recordState(record));
    if (!state)
        return base::fail(ErrorCode::NotFound, "record");
    const auto &heads = state->heads(field);
    if (heads.size() != 1 || heads.front().change != choice.change)
        return base::fail(ErrorCode::Refused, "something was written on top of the choice");
    std::vector<store::Draft> drafts;
    for (const Value &value : choice.values) {
        changelog::RecordSet set{record, state->kind(), {}, {choice.change}};
        set.fields.set(field, value);
        drafts.push_back({state->caseId(), {std::move(set)}, {}});
    }
    TRY_VOID(store.cases.saveAll(drafts));
    return {};
}

} // namespace faltakt::viewmodels
