#pragma once

// Made-up forms for the screening tests: pieces of FHIR put together as text.

#include "core/screening/interview_session.h"
#include "core/screening/result.h"

#include <initializer_list>
#include <string>

namespace faltakt::screening::test {

inline std::string joined(std::initializer_list<std::string> pieces)
{
    std::string text;
    for (const std::string &piece : pieces)
        text += (text.empty() || piece.empty() ? "" : ",") + piece;
    return text;
}

/// A questionnaire around these items; `root` are more extensions of the root, each with a comma before it.
inline std::string form(const std::string &items, const std::string &root = {}, const std::string &instrument = {})
{
    return R"({"resourceType":"Questionnaire","id":"t","language":"sv","extension":[{"url":"urn:faltakt:instrument","extension":[)"
           R"({"url":"wording","valueCode":"own"},{"url":"basis","valueString":"b"})"
           + instrument + "]}" + root
           + R"(],"url":"urn:t","version":"1","status":"active","title":"t","copyright":"c","item":[)" + items + "]}";
}

inline QuestionnairePointer compiled(const std::string &items, const std::string &root = {},
                                     const std::string &instrument = {})
{
    return Questionnaire::parse(form(items, root, instrument)).value();
}

/// Code and detail of the refusal, or "read".
inline std::string refusal(const std::string &json)
{
    const auto questionnaire = Questionnaire::parse(json);
    return questionnaire
               ? "read"
               : std::string(base::errorCodeName(questionnaire.error().code())) + " " + questionnaire.error().detail();
}

/// An extension; `value` is like "valueInteger":3.
inline std::string extension(const std::string &url, const std::string &value)
{
    return R"({"url":")" + url + R"(",)" + value + "}";
}
inline std::string fhirExtension(const std::string &name, const std::string &value)
{
    return extension("http://hl7.org/fhir/StructureDefinition/" + name, value);
}

/// A question of that type; `more` are more members, each with a comma before it.
inline std::string item(const std::string &linkId, const std::string &type, const std::string &more = {})
{
    return R"({"linkId":")" + linkId + R"(","text":"x","type":")" + type + '"' + more + "}";
}

inline std::string extensions(std::initializer_list<std::string> each)
{
    return R"(,"extension":[)" + joined(each) + "]";
}

inline std::string optionOf(const std::string &code, std::optional<int> points = std::nullopt)
{
    const std::string weight =
        points
            ? R"("extension":[)" + fhirExtension("ordinalValue", R"("valueDecimal":)" + std::to_string(*points)) + "],"
            : std::string();
    return "{" + weight + R"("valueCoding":{"code":")" + code + R"(","display":")" + code + R"("}})";
}

/// Options no (0), some (1) and much (2).
inline std::string choice(const std::string &linkId, const std::string &more = {})
{
    return item(linkId, "choice",
                more + R"(,"answerOption":[)" + joined({optionOf("no", 0), optionOf("some", 1), optionOf("much", 2)})
                    + "]");
}

/// Options a, b and c without points.
inline std::string plainOptions()
{
    return R"(,"answerOption":[)" + joined({optionOf("a"), optionOf("b"), optionOf("c")}) + "]";
}

inline std::string group(const std::string &linkId, const std::string &items, const std::string &more = {})
{
    return R"({"linkId":")" + linkId + R"(","type":"group")" + more + R"(,"item":[)" + items + "]}";
}

/// One condition; `answer` is like "answerInteger":3.
inline std::string when(const std::string &question, const std::string &comparison, const std::string &answer)
{
    return R"({"question":")" + question + R"(","operator":")" + comparison + R"(",)" + answer + "}";
}
inline std::string enabled(const std::string &condition) { return R"(,"enableWhen":[)" + condition + "]"; }

inline std::string expressionOf(const std::string &text, const std::string &name = {})
{
    return R"("valueExpression":{)" + (name.empty() ? std::string() : R"("name":")" + name + R"(",)")
           + R"("language":"text/fhirpath","expression":")" + text + R"("})";
}

/// A calculated item; `more` are more extensions, each with a comma before it.
inline std::string calculated(const std::string &linkId, const std::string &type, const std::string &expression,
                              const std::string &more = {})
{
    return item(linkId, type,
                R"(,"readOnly":true,"extension":[)"
                    + extension("http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
                                expressionOf(expression))
                    + more + "]");
}

inline std::string variable(const std::string &name, const std::string &expression)
{
    return fhirExtension("variable", expressionOf(expression, name));
}

/// Extensions for the ends of a scale, with a comma before each.
inline std::string scale(int minimum, int maximum)
{
    return "," + fhirExtension("minValue", R"("valueInteger":)" + std::to_string(minimum)) + ","
           + fhirExtension("maxValue", R"("valueInteger":)" + std::to_string(maximum));
}

/// What the sum of the points of all answers looks like in the item with that link id.
inline std::string sumItem(const std::string &linkId, int maximum)
{
    return calculated(linkId, "integer",
                      "%resource.repeat(item).where(linkId != '" + linkId + "').answer.value.weight().sum()",
                      scale(0, maximum));
}

inline AnswerSheet answered(const QuestionnairePointer &questionnaire, const std::string &json)
{
    return AnswerSheet::fromInput(questionnaire, base::json::parse(json).value()).value();
}

/// Keys of what is open, with commas.
inline std::string openKeys(const AnswerSheet &answers, SkipRule skipRule = SkipRule::On)
{
    const OpenItems open(answers, skipRule);
    std::string keys;
    for (const Place &place : answers.places())
        if (open.isOpen(place))
            keys += (keys.empty() ? "" : ",") + answers.key(place);
    return keys;
}

/// Every result by link id, as JSON.
inline std::string resultsOf(const AnswerSheet &answers)
{
    return base::json::serialise(*resultToJson(interpret(answers, {}).value()).find("results"));
}

} // namespace faltakt::screening::test
