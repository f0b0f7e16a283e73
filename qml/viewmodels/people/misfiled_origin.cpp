#include "qml/viewmodels/people/misfiled_origin.h"

#include "core/casework/misfiled.h"
#include "qml/viewmodels/team/team_store.h"
#include "sync/client/signature_check.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;
using store::RecordView;
namespace json = base::json;

namespace {

void setName(json::Object &fields, const char *field, const std::string &name)
{
    if (!name.empty())
        fields.set(field, name);
}

Result<void> tellWriter(OpenStore &store, const WrittenRecord &from, json::Object &fields)
{
    if (casework::originOf(from.view)) {
        for (const char *field : {"writtenBy", "writtenByName", "writtenAt", "wasSignedAt", "wasSignedByName"})
            if (const auto *value = from.view.fields.find(field))
                fields.set(field, *value);
        return {};
    }
    if (from.changes.empty())
        return {};
    const auto first = std::ranges::min_element(from.changes, {}, &changelog::Change::at);
    TRY(const std::string name, workerNameOf(store, first->by));
    fields.set("writtenBy", first->by.toString());
    setName(fields, "writtenByName", name);
    fields.set("writtenAt", base::formatInstant(first->at));
    return {};
}

} // namespace

Result<std::string> workerNameOf(OpenStore &store, base::WorkerId worker)
{
    TRY(const auto team, teamCase(store));
    if (team) {
        TRY(const auto names, colleagueNames(store, *team));
        if (const auto known = names.find(worker.toString()); known != names.end())
            return known->second;
    }
    return worker == store.cases.owner().worker ? store.field.registration().workerName : std::string();
}

Result<std::optional<SignedBy>> signedBy(OpenStore &store, const RecordView &record)
{
    TRY(const auto signatures, store.cases.recordsOfKind(record.caseId, "signature"));
    const client::SignatureCheck check(store.cases, store.field.keys().signingKey().publicKey());
    for (const RecordView &signature : signatures) {
        TRY(const bool isProven, check.isSigned(record.id, {signature}));
        const auto at = signature.instant("at");
        const auto worker = base::WorkerId::parse(signature.text("worker"));
        if (!isProven || !at || !worker)
            continue;
        TRY(std::string name, workerNameOf(store, *worker));
        return std::optional(SignedBy{std::move(name), *at});
    }
    return std::optional<SignedBy>();
}

Result<json::Object> originFields(OpenStore &store, const WrittenRecord &from)
{
    json::Object fields;
    TRY_VOID(tellWriter(store, from, fields));
    TRY(const auto isSigned, signedBy(store, from.view));
    if (isSigned) {
        fields.set("wasSignedAt", base::formatInstant(isSigned->at));
        setName(fields, "wasSignedByName", isSigned->name);
    }
    TRY(const std::string self, workerNameOf(store, store.cases.owner().worker));
    fields.set("movedAt", base::formatInstant(store.clock.now()));
    setName(fields, "movedByName", self);
    fields.set("movedKey", casework::movedKeyOf(from.view.id));
    return fields;
}

} // namespace faltakt::viewmodels
