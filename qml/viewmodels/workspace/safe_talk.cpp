#include "qml/viewmodels/workspace/safe_talk.h"

#include "core/casework/field_text.h"
#include "core/casework/swedish_time.h"
#include "qml/viewmodels/shell/language.h"

#include <QCoreApplication>

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
Result<SafeTalk> talkOfAssessment(OpenStore &store, const Object &fields)
{
    if (!namesInstrument(fields))
        return SafeTalk::Unknown;
    const base::Date today = casework::swedishDate(store.clock.now());
    const auto edition = screening::InstrumentEdition::of(fields);
    const auto asked = store.instruments.editionForReading(edition, today);
    TRY(const auto *library, store.instruments.library(today));
    const auto ofToday = library->find(edition.instrument);
    auto talk = SafeTalk::Unknown;
    for (const auto &form : {asked, ofToday}) {
        if (form && (*form)->head().mode == screening::InstrumentMode::Safe)
            return SafeTalk::Yes;
        if (form)
            talk = SafeTalk::No;
    }
    return talk;
}

} // namespace

Result<SafeTalk> safeTalkOf(OpenStore &store, const changelog::RecordSet &set)
{
    if (set.kind == Talk)
        return SafeTalk::Yes;
    if (set.kind != Assessment)
        return SafeTalk::No;
    return namesInstrument(set.fields) ? talkOfAssessment(store, set.fields) : safeTalkOf(store, set.record);
}

Result<SafeTalk> safeTalkOf(OpenStore &store, base::RecordId record)
{
    TRY(const auto found, store.cases.record(record));
    if (!found)
        return SafeTalk::Unknown;
    if (found->kind == Talk)
        return SafeTalk::Yes;
    return found->kind == Assessment ? talkOfAssessment(store, found->fields) : SafeTalk::No;
}

QString discreetName(SafeTalk talk, base::Language language)
{
    if (talk == SafeTalk::No)
        return {};
    return talk == SafeTalk::Yes ? QCoreApplication::translate("SafeTalk", "Trygghetssamtal")
                                 : text(casework::kindText(Assessment, language));
}

} // namespace faltakt::viewmodels
