#include "qml/viewmodels/child/children_content.h"

#include "qml/viewmodels/contact/attempt_writer.h"

namespace faltakt::viewmodels {

using base::Result;

Result<ChildrenContent> readChildren(OpenStore &store, base::CaseId caseId)
{
    ChildrenContent content;
    TRY(auto card, store.cases.card(caseId));
    if (!card)
        return base::fail(base::ErrorCode::NotFound, "case");
    content.card = std::move(card->card);
    TRY(const rules::CaseFacts facts, factsOfCase(store, caseId));
    content.chip = rules::childrenChip(facts);
    for (const rules::OpenWorry &worry : rules::openWorries(facts))
        content.worries.push_back(worry.record);
    content.obstacle = rules::childrenObstacle(facts, {}).value_or(std::string());
    TRY(content.children, store.cases.recordsOfKind(caseId, "child"));
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
