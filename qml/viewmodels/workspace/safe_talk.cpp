#include "qml/viewmodels/workspace/safe_talk.h"

#include "core/casework/field_text.h"
#include "core/casework/swedish_time.h"
#include "qml/viewmodels/shell/language.h"

#include <QCoreApplication>

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;
using base::json::Object;

namespace {

constexpr std::string_view Assessment = "assessment";
/// What came after a yes: about violence whatever it says.
constexpr std::string_view Talk = "safetyTalk";

bool namesInstrument(const Object &fields)
{
    const base::json::Value *instrument = fields.find("instrument");
    return instrument && instrument->string();
}

/// By the text that was asked and by the one that is asked today: where either is safe, so is what was answered.
Result<SafeParts> partsOfAssessment(OpenStore &store, const Object &fields)
{
    if (!namesInstrument(fields))
        return SafeParts(SafeTalk::Unknown);
    const base::Date today = casework::swedishDate(store.clock.now());
    const auto edition = screening::InstrumentEdition::of(fields);
    const auto asked = store.instruments.editionForReading(edition, today);
    TRY(const auto *library, store.instruments.library(today));
    const auto ofToday = library->find(edition.instrument);
    std::vector<screening::QuestionnairePointer> forms;
    for (const auto &form : {asked, ofToday}) {
        if (form && (*form)->head().mode == screening::InstrumentMode::Safe)
            return SafeParts(SafeTalk::Yes);
        if (form)
            forms.push_back(*form);
    }
    return forms.empty() ? SafeParts(SafeTalk::Unknown) : SafeParts(std::move(forms));
}

/// The link id of the question to which the field holds an answer or a note; empty for another field.
std::string_view questionOf(std::string_view field)
{
    for (const std::string_view prefix : {"answers/", "notes/"}) {
        if (!field.starts_with(prefix))
            continue;
        // In a repeating group the key is "<group>.<row>/<linkId>".
        return field.substr(std::max(field.rfind('/') + 1, prefix.size()));
    }
    return {};
}

} // namespace

SafeTalk SafeParts::of(std::string_view field) const
{
    const std::string_view question = questionOf(field);
    if (m_whole != SafeTalk::No || m_forms.empty() || question.empty())
        return m_whole;
    auto talk = SafeTalk::Unknown;
    for (const screening::QuestionnairePointer &form : m_forms) {
        const auto found = form->findQuestion(question);
        if (found && form->questions()[*found].isSafe)
            return SafeTalk::Yes;
        if (found)
            talk = SafeTalk::No;
    }
    return talk;
}

SafeTalk SafeParts::of(const Object &fields) const
{
    auto talk = m_whole;
    for (const auto &[field, value] : fields) {
        const SafeTalk one = of(field);
        if (one == SafeTalk::Yes)
            return one;
        if (one == SafeTalk::Unknown)
            talk = one;
    }
    return talk;
}

Result<SafeParts> safePartsOf(OpenStore &store, const changelog::RecordSet &set)
{
    if (set.kind == Talk)
        return SafeParts(SafeTalk::Yes);
    if (set.kind != Assessment)
        return SafeParts();
    return namesInstrument(set.fields) ? partsOfAssessment(store, set.fields) : safePartsOf(store, set.record);
}

Result<SafeParts> safePartsOf(OpenStore &store, base::RecordId record)
{
    TRY(const auto found, store.cases.record(record));
    if (!found)
        return SafeParts(SafeTalk::Unknown);
    if (found->kind == Talk)
        return SafeParts(SafeTalk::Yes);
    return found->kind == Assessment ? partsOfAssessment(store, found->fields) : SafeParts();
}

QString discreetName(SafeTalk talk, base::Language language)
{
    if (talk == SafeTalk::No)
        return {};
    return talk == SafeTalk::Yes ? QCoreApplication::translate("SafeTalk", "Trygghetssamtal")
                                 : text(casework::kindText(Assessment, language));
}

} // namespace faltakt::viewmodels
