#include "core/store/sealed_records.h"

#include "core/store/record_table.h"

#include <algorithm>
#include <array>

namespace faltakt::store {

using base::Result;
namespace json = base::json;

namespace {

constexpr std::array<std::string_view, 10> SealableKinds{"note",        "contact",   "attachment", "assessment",
                                                         "act",         "children",  "child",      "concernReport",
                                                         "safetyCheck", "safetyTalk"};
/// The fields by which a record hangs on another one.
constexpr std::array<std::string_view, 3> Links{"addendumTo", "about", "child"};

Result<std::vector<RecordView>> readViews(Statement &statement)
{
    std::vector<RecordView> views;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return views;
        TRY(RecordView view, readRecordView(statement));
        views.push_back(std::move(view));
    }
}

} // namespace

bool SealedRecords::canSeal(std::string_view kind) noexcept
{
    return std::ranges::find(SealableKinds, kind) != SealableKinds.end();
}

SealedRecords::SealedRecords(const std::vector<RecordView> &acts, const std::vector<RecordView> &additions)
{
    for (const RecordView &act : acts) {
        // Two acts on one record: the earlier is told, whichever came first. By all values, where two stand.
        for (const std::string &named : act.allTexts("record")) {
            const auto record = base::RecordId::parse(named);
            if (!record) // An act that names nothing seals nothing.
                continue;
            json::Object seal{{"at", act.text("at")}, {"byName", act.text("byName")}, {"own", true}};
            const auto [known, isNew] = m_seals.try_emplace(record->toString(), seal);
            if (!isNew && act.text("at") < json::Value(known->second).stringAt("at"))
                known->second = std::move(seal);
        }
    }
    for (bool isGrowing = !m_seals.empty(); isGrowing;) {
        isGrowing = false;
        for (const RecordView &addition : additions) {
            const json::Object *seal = sealOf(addition);
            if (!seal || names(addition.id))
                continue;
            json::Object inherited = *seal;
            inherited.set("own", false);
            m_seals.emplace(addition.id.toString(), std::move(inherited));
            isGrowing = true;
        }
    }
}

Result<SealedRecords> SealedRecords::ofCase(Database &database, base::CaseId caseId)
{
    TRY(auto acts, database.prepare("SELECT id, case_id, kind, deleted, conflicted, body, extra FROM record"
                                    " WHERE case_id = ?1 AND kind = ?2 AND deleted = 0 ORDER BY id"));
    TRY(const auto found, readViews(acts.bind(1, caseId).bind(2, Kind)));
    if (found.empty())
        return SealedRecords();
    TRY(auto additions, database.prepare("SELECT id, case_id, kind, deleted, conflicted, body, extra FROM record"
                                         " WHERE case_id = ?1 AND (kind IN ('concernReport', 'safetyCheck')"
                                         " OR (kind = 'note' AND instr(body, 'addendumTo') > 0))"));
    TRY(const auto hanging, readViews(additions.bind(1, caseId)));
    return SealedRecords(found, hanging);
}

const json::Object *SealedRecords::sealOf(const RecordView &record) const
{
    if (m_seals.empty() || !canSeal(record.kind))
        return nullptr;
    if (const auto own = m_seals.find(record.id.toString()); own != m_seals.end())
        return &own->second;
    for (const std::string_view link : Links)
        for (const std::string &other : record.allTexts(link))
            if (const auto seal = m_seals.find(other); seal != m_seals.end())
                return &seal->second;
    return nullptr;
}

RecordView SealedRecords::veiled(RecordView record) const
{
    const json::Object *seal = sealOf(record);
    if (!seal)
        return record;
    json::Object shown = *seal;
    if (!names(record.id))
        shown.set("own", false);
    record.fields = {{std::string(Field), std::move(shown)}};
    record.otherValues.clear();
    record.conflicted = false;
    return record;
}

void SealedRecords::removeFrom(std::vector<RecordView> &records) const
{
    if (!m_seals.empty())
        std::erase_if(records, [this](const RecordView &record) { return contains(record); });
}

} // namespace faltakt::store
