#pragma once

// Short ways to an instrument and to answers, for the screening tests.

#include "core/screening/instrument_library.h"
#include "core/screening/result.h"

#include <initializer_list>
#include <string>
#include <utility>

namespace faltakt::screening::test {

/// A shipped instrument; a missing one ends the test program.
inline QuestionnairePointer instrument(std::string_view id)
{
    static const InstrumentLibrary Library = InstrumentLibrary::shipped().value();
    return Library.find(id).value();
}

/// Answers by item and position from 0.
inline AnswerSheet sheet(const QuestionnairePointer &questionnaire,
                         std::initializer_list<std::pair<const char *, int>> positions)
{
    AnswerSheet answers(questionnaire);
    for (const auto &[linkId, position] : positions)
        answers.set(questionnaire->findQuestion(linkId).value(), Answer::option(std::size_t(position)));
    return answers;
}

/// A small questionnaire with everything that the reader knows: a hint, a skip rule, a group, zones, a flag, a score.
inline const std::string MiniQuestionnaire =
    R"json({"resourceType":"Questionnaire","id":"mini","language":"sv","extension":[
{"url":"urn:faltakt:instrument","extension":[{"url":"wording","valueCode":"own"},{"url":"basis","valueString":"none"},
{"url":"timeWindow","valueString":"alltid"},{"url":"minimumAge","valueInteger":16}]},
{"url":"urn:faltakt:skip-rule","extension":[{"url":"source","valueString":"ingen"},{"url":"confidence","valueCode":"unconfirmed"}]},
{"url":"urn:faltakt:interpretation","extension":[
{"url":"zone","extension":[{"url":"code","valueCode":"low"},{"url":"worker","valueString":"lugnt"},{"url":"person","valueString":"bra"}]},
{"url":"zone","extension":[{"url":"code","valueCode":"top"},{"url":"worker","valueString":"mycket"},{"url":"person","valueString":"prata"}]},
{"url":"cutoffSet","extension":[{"url":"id","valueCode":"all"},{"url":"label","valueString":"alla"},{"url":"source","valueString":"ingen"},{"url":"confidence","valueCode":"primary"},
{"url":"row","extension":[{"url":"sex","valueCode":"f"},{"url":"limit","extension":[{"url":"zone","valueCode":"low"},{"url":"from","valueInteger":0}]},{"url":"limit","extension":[{"url":"zone","valueCode":"top"},{"url":"from","valueInteger":3}]}]},
{"url":"row","extension":[{"url":"sex","valueCode":"m"},{"url":"limit","extension":[{"url":"zone","valueCode":"low"},{"url":"from","valueInteger":0}]}]}]},
{"url":"defaultCutoffSet","valueCode":"all"},
{"url":"flag","extension":[{"url":"code","valueCode":"mark"},{"url":"from","valueInteger":2},{"url":"question","valueString":"2"},{"url":"worker","valueString":"titta"}]}]}],
"url":"urn:test:mini","version":"1","status":"active","title":"Mini","copyright":"fri","item":[
{"extension":[{"url":"urn:faltakt:hint","valueString":"svara fritt"}],"linkId":"1","text":"ett","type":"choice","answerOption":[
{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":0}],"valueCoding":{"code":"no","display":"nej"}},
{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":1}],"valueCoding":{"code":"yes","display":"ja"}}]},
{"linkId":"more","type":"group","enableWhen":[{"extension":[{"url":"urn:faltakt:skip-rule","valueBoolean":true}],"question":"1","operator":"!=","answerCoding":{"code":"no"}}],"item":[
{"linkId":"2","text":"två","type":"choice","answerOption":[
{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":0}],"valueCoding":{"code":"a","display":"a"}},
{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":2}],"valueCoding":{"code":"b","display":"b"}}]}]},
{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/minValue","valueInteger":0},{"url":"http://hl7.org/fhir/StructureDefinition/maxValue","valueInteger":3},
{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression","valueExpression":{"language":"text/fhirpath","expression":"%resource.repeat(item).where(linkId != 'score').answer.value.weight().sum()"}}],
"linkId":"score","text":"summa","type":"integer","readOnly":true}]})json";

} // namespace faltakt::screening::test
