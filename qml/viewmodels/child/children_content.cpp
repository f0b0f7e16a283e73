#include "qml/viewmodels/child/children_content.h"

#include "core/store/sealed_records.h"
#include "qml/viewmodels/contact/attempt_writer.h"
#include "qml/viewmodels/people/file_person.h"
#include "qml/viewmodels/people/tied_files.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;

Result<rules::ChildrenChip> childrenChipOf(const OpenStore &store, const std::vector<base::CaseId> &files)
{
    auto chip = rules::ChildrenChip::NotAsked;
    for (const base::CaseId file : files) {
        TRY(const rules::CaseFacts facts, factsOfCase(store, file));
        chip = std::max(chip, rules::childrenChip(facts)); // In the order of their weight.
    }
    return chip;
}

namespace {

/// They have no line among the events of the file: here is where they stood.
Result<std::vector<store::RecordView>> sealedChildren(const OpenStore &store, base::CaseId caseId)
{
    TRY(const auto acts, store.cases.recordsOfKind(caseId, store::SealedRecords::Kind));
    std::set<base::RecordId> named;
    for (const store::RecordView &act : acts)
        if (const auto record = base::RecordId::parse(act.text("record")))
            named.insert(*record);
    TRY(auto records, store.cases.recordsById({named.begin(), named.end()}));
    std::erase_if(records, [&](const store::RecordView &record) {
        const bool isOfChildren = record.kind == "child" || record.kind == "children";
        return !isOfChildren || record.deleted || record.caseId != caseId
               || !record.fields.contains(store::SealedRecords::Field);
    });
    return records;
}

} // namespace

Result<ChildrenContent> readChildren(OpenStore &store, base::CaseId caseId, const std::set<base::CaseId> &logged)
{
    ChildrenContent content;
    TRY(auto card, namedCardOf(store.cases, caseId));
    if (!card)
        return base::fail(base::ErrorCode::NotFound, "case");
    content.card = std::move(card->card);
    TRY(const auto files, openWholeFile(store, caseId, logged));
    TRY(content.chip, childrenChipOf(store, files));
    for (const base::CaseId file : files) {
        TRY(const rules::CaseFacts facts, factsOfCase(store, file));
        for (const rules::OpenWorry &worry : rules::openWorries(facts))
            content.worries.push_back(worry.record);
        if (file == caseId) {
            content.obstacle = rules::childrenObstacle(facts, {}).value_or(std::string());
            continue;
        }
        TRY(auto other, store.cases.card(file));
        if (other)
            content.others.emplace(file, std::move(other->card));
    }
    TRY(content.children, recordsOfFiles(store.cases, files, "child"));
    TRY(content.sealed, sealedChildren(store, caseId));
    TRY(auto answers, store.cases.recordsOfKind(caseId, "children"));
    if (!answers.empty()) {
        content.consequences = answers.back().text("consequences");
        content.answer = std::move(answers.back());
    }
    return content;
}

Result<std::vector<base::ChangeId>> saveChildrenAnswer(OpenStore &store, base::CaseId caseId, const std::string &answer)
{
    TRY(const auto answers, store.cases.recordsOfKind(caseId, "children"));
    const base::json::Object fields{{"answer", answer}, {"at", base::formatInstant(store.clock.now())}};
    const bool isNew = answers.empty();
    const base::RecordId record = isNew ? store.ids.makeId<base::RecordId>() : answers.back().id;
    return saveWrites(store, caseId, {{isNew, record, "children", fields}});
}

} // namespace faltakt::viewmodels
