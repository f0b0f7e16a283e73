#include "qml/viewmodels/form/edit_base.h"

#include <set>

namespace faltakt::viewmodels {

using base::ChangeId;
using base::Result;
namespace json = base::json;

Result<EditBase> readEditBase(const store::CaseStore &cases, base::RecordId record)
{
    TRY(const auto state, cases.recordState(record));
    if (!state)
        return base::fail(base::ErrorCode::NotFound, "record");
    EditBase read{record, state->caseId(), state->kind()};
    for (const auto &[field, heads] : state->fields())
        for (const changelog::Head &head : heads)
            read.seen[field].push_back(head.change);
    return read;
}

json::Value toJson(const EditBase &base)
{
    json::Object seen;
    for (const auto &[field, changes] : base.seen) {
        json::Array names;
        for (const ChangeId change : changes)
            names.emplace_back(change.toString());
        seen.append(field, std::move(names));
    }
    return json::Object{{"record", base.record.toString()},
                        {"case", base.caseId.toString()},
                        {"kind", base.kind},
                        {"seen", std::move(seen)}};
}

std::optional<EditBase> editBaseIn(const json::Object &form)
{
    const json::Value *kept = form.find(EditBaseField);
    const json::Value *seen = kept ? kept->find("seen") : nullptr;
    if (!seen || !seen->object())
        return std::nullopt;
    const auto record = base::RecordId::parse(kept->stringAt("record"));
    const auto caseId = base::CaseId::parse(kept->stringAt("case"));
    if (!record || !caseId)
        return std::nullopt;
    EditBase base{*record, *caseId, kept->stringAt("kind")};
    for (const auto &[field, names] : *seen->object()) {
        if (!names.array())
            continue;
        for (const json::Value &name : *names.array())
            if (const auto change = ChangeId::parse(name.string() ? *name.string() : std::string()))
                base.seen[field].push_back(*change);
    }
    return base;
}

store::Draft editOn(const EditBase &base, json::Object fields)
{
    std::set<ChangeId> seen;
    for (const auto &[field, value] : fields)
        if (const auto found = base.seen.find(field); found != base.seen.end())
            seen.insert(found->second.begin(), found->second.end());
    changelog::RecordSet set{base.record, base.kind, std::move(fields), {seen.begin(), seen.end()}};
    return {base.caseId, {std::move(set)}, {}};
}

} // namespace faltakt::viewmodels
