#include "qml/app/tour_acts.h"

#include "qml/viewmodels/act/act_form.h"

namespace faltakt::app {

namespace json = base::json;

base::Result<base::RecordId> savedPlan(viewmodels::OpenStore &store, base::CaseId caseId)
{
    const viewmodels::ActOrder order{caseId, "plan"};
    TRY(const auto opened, viewmodels::openAct(store, order, viewmodels::ActReading::File));
    const auto said = [](const char *text) { return json::Object{{"text", text}}; };
    const auto chosen = [](const char *option) { return json::Object{{"option", option}}; };
    const auto day = [](const char *date) { return json::Object{{"date", date}}; };
    const auto sheet =
        screening::AnswerSheet::fromStored(opened.sheet.answers.questionnairePointer(),
                                           {{"words", said("Jag vill orka upp på morgnarna och träffa barnen oftare.")},
                                            {"goals.a/goal", said("Sova hela natten")},
                                            {"goals.a/how", said("Samtal varje vecka, avslappning före läggdags")},
                                            {"goals.a/who", said("Handläggaren ringer tisdagar")},
                                            {"goals.b/goal", said("Träffa barnen varannan helg")},
                                            {"made", day("2025-10-17")},
                                            {"review", day("2026-01-16")},
                                            {"approved", chosen("partly")},
                                            {"view", said("Vill hellre ses än prata i telefon.")}});
    TRY(const auto saved, viewmodels::saveAct(store, order, opened, sheet.sheet, {}, base::Language::Swedish));
    return saved.act;
}

} // namespace faltakt::app
