#include "core/screening/carry_over.h"

#include <algorithm>

namespace faltakt::screening {

std::vector<QuestionnairePointer> longerForms(const InstrumentLibrary &library, std::string_view shortId)
{
    std::vector<QuestionnairePointer> forms;
    for (const auto &[id, questionnaire] : library.all())
        if (std::ranges::find(questionnaire->carryOvers(), shortId, &CarryOver::instrument)
            != questionnaire->carryOvers().end())
            forms.push_back(questionnaire);
    return forms;
}

AnswerSheet carryOver(const AnswerSheet &from, const QuestionnairePointer &to)
{
    AnswerSheet sheet(to);
    const auto shared = std::ranges::find(to->carryOvers(), from.questionnaire().id(), &CarryOver::instrument);
    if (shared == to->carryOvers().end())
        return sheet;
    for (const std::size_t index : shared->questions) {
        const Question &target = to->questions()[index];
        const auto source = from.questionnaire().findQuestion(target.linkId);
        if (!source || !from.at(*source))
            continue;
        const Question &question = from.questionnaire().questions()[*source];
        auto answer = answerFromStored(target, storedAnswer(question, *from.at(*source)));
        if (answer)
            sheet.set(index, std::move(*answer));
    }
    return sheet;
}

} // namespace faltakt::screening
