// The range of a score with answers missing is exact: compared with trying every completion, by rules that are written
// down here a second time and know nothing of the questionnaire's conditions.
#include "core/screening/score.h"

#include "tests/support/catch.h"
#include "tests/unit/screening_fixtures.h"

#include <rapidcheck.h>

#include <algorithm>
#include <functional>

using namespace faltakt;
using namespace faltakt::screening;
using faltakt::screening::test::instrument;
using faltakt::screening::test::sheet;

namespace {

using Positions = std::vector<std::optional<int>>;

struct Ends {
    int min = 1'000'000;
    int max = -1'000'000;
};

/// Calls the function with every way to answer what is missing.
void forEachCompletion(const Positions &given, const std::vector<int> &optionCounts,
                       const std::function<void(const std::vector<int> &)> &function)
{
    std::vector<int> full(given.size(), 0);
    std::vector<std::size_t> missing;
    for (std::size_t i = 0; i < given.size(); ++i) {
        full[i] = given[i].value_or(0);
        if (!given[i])
            missing.push_back(i);
    }
    while (true) {
        function(full);
        std::size_t k = 0;
        while (k < missing.size() && ++full[missing[k]] == optionCounts[missing[k]])
            full[missing[k++]] = 0;
        if (k == missing.size())
            return;
    }
}

AnswerSheet toSheet(const QuestionnairePointer &questionnaire, const Positions &positions)
{
    AnswerSheet answers(questionnaire);
    for (std::size_t i = 0; i < positions.size(); ++i)
        if (positions[i])
            answers.set(i, Answer::option(std::size_t(*positions[i])));
    return answers;
}

/// AUDIT counted by hand: positions of items 1 to 10.
int auditTotal(const std::vector<int> &position, SkipRule skipRule)
{
    const int lastTwo = 2 * (position[8] + position[9]);
    if (skipRule == SkipRule::On && position[0] == 0)
        return lastTwo;
    int total = lastTwo + position[0] + position[1] + position[2];
    if (skipRule == SkipRule::On && position[1] + position[2] == 0)
        return total;
    for (int i = 3; i < 8; ++i)
        total += position[std::size_t(i)];
    return total;
}

Ends auditEnds(const Positions &given, SkipRule skipRule)
{
    Ends ends;
    forEachCompletion(given, {5, 5, 5, 5, 5, 5, 5, 5, 3, 3}, [&](const std::vector<int> &position) {
        const int total = auditTotal(position, skipRule);
        ends.min = std::min(ends.min, total);
        ends.max = std::max(ends.max, total);
    });
    return ends;
}

/// Answers to AUDIT of which at most six are missing; the gates are often at their lowest, where it matters.
rc::Gen<Positions> auditAnswers()
{
    return rc::gen::exec([] {
        Positions given(10);
        for (std::size_t i = 0; i < given.size(); ++i) {
            const int count = i >= 8 ? 3 : 5;
            given[i] = i < 3 && *rc::gen::inRange(0, 2) == 0 ? 0 : *rc::gen::inRange(0, count);
        }
        const int missing = *rc::gen::inRange(0, 7);
        for (int i = 0; i < missing; ++i)
            given[std::size_t(*rc::gen::inRange(0, 10))] = std::nullopt;
        return given;
    });
}

/// A made-up form: each question may hang on others by conditions of its own and of a group around it.
struct ModelCondition {
    std::size_t question;
    int kind; // 0 equal, 1 not equal, 2 answered, 3 not answered
    int option;
};
struct ModelRule {
    bool any = false;
    std::vector<ModelCondition> conditions;
};
struct ModelQuestion {
    std::vector<int> weights;
    ModelRule own;
    ModelRule group;      // Empty: no group around it.
    std::size_t rank = 0; // Conditions look only at questions of lower rank, so that there is no circle.
};
using Model = std::vector<ModelQuestion>;

ModelRule makeRule(const Model &model, std::size_t self, int most)
{
    ModelRule rule;
    rule.any = *rc::gen::inRange(0, 2) == 1;
    std::vector<std::size_t> gates;
    for (std::size_t i = 0; i < model.size(); ++i)
        if (model[i].rank < model[self].rank)
            gates.push_back(i);
    const int count = gates.empty() ? 0 : *rc::gen::inRange(0, most + 1);
    for (int i = 0; i < count; ++i) {
        const std::size_t gate = gates[std::size_t(*rc::gen::inRange(0, int(gates.size())))];
        rule.conditions.push_back(
            {gate, *rc::gen::inRange(0, 4), *rc::gen::inRange(0, int(model[gate].weights.size()))});
    }
    return rule;
}

rc::Gen<Model> models()
{
    return rc::gen::exec([] {
        Model model(std::size_t(*rc::gen::inRange(2, 7)));
        for (std::size_t i = 0; i < model.size(); ++i) {
            model[i].weights =
                *rc::gen::container<std::vector<int>>(std::size_t(*rc::gen::inRange(2, 4)), rc::gen::inRange(-2, 5));
            model[i].rank = i;
        }
        for (std::size_t i = model.size() - 1; i > 0; --i)
            std::swap(model[i].rank, model[std::size_t(*rc::gen::inRange(0, int(i) + 1))].rank);
        for (std::size_t i = 0; i < model.size(); ++i) {
            model[i].own = makeRule(model, i, 2);
            model[i].group = makeRule(model, i, 2);
        }
        return model;
    });
}

bool modelIsOpen(const Model &model, const Positions &positions, std::size_t question);

bool modelHolds(const Model &model, const Positions &positions, const ModelRule &rule)
{
    const auto holds = [&](const ModelCondition &condition) {
        const bool answered = positions[condition.question] && modelIsOpen(model, positions, condition.question);
        const bool equal = answered && *positions[condition.question] == condition.option;
        const bool results[] = {equal, !equal, answered, !answered};
        return results[condition.kind];
    };
    if (rule.conditions.empty())
        return true;
    return rule.any ? std::ranges::any_of(rule.conditions, holds) : std::ranges::all_of(rule.conditions, holds);
}

bool modelIsOpen(const Model &model, const Positions &positions, std::size_t question)
{
    return modelHolds(model, positions, model[question].own) && modelHolds(model, positions, model[question].group);
}

std::string ruleJson(const ModelRule &rule)
{
    if (rule.conditions.empty())
        return {};
    std::string json =
        rule.any ? R"(,"enableBehavior":"any","enableWhen":[)" : R"(,"enableBehavior":"all","enableWhen":[)";
    for (std::size_t i = 0; i < rule.conditions.size(); ++i) {
        const ModelCondition &condition = rule.conditions[i];
        json += (i ? "," : "") + std::string(R"({"question":"q)") + std::to_string(condition.question) + "\",";
        if (condition.kind >= 2)
            json += std::string(R"("operator":"exists","answerBoolean":)") + (condition.kind == 2 ? "true}" : "false}");
        else
            json += std::string(R"("operator":")") + (condition.kind == 0 ? "=" : "!=")
                    + R"(","answerCoding":{"code":"o)" + std::to_string(condition.option) + "\"}}";
    }
    return json + "]";
}

QuestionnairePointer compile(const Model &model)
{
    std::string items;
    int minimum = 0;
    int maximum = 0;
    for (std::size_t i = 0; i < model.size(); ++i) {
        std::string options;
        for (std::size_t k = 0; k < model[i].weights.size(); ++k)
            options +=
                (k ? "," : "")
                + std::string(
                    R"({"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":)")
                + std::to_string(model[i].weights[k]) + R"(}],"valueCoding":{"code":"o)" + std::to_string(k)
                + R"(","display":"x"}})";
        std::string item = R"({"linkId":"q)" + std::to_string(i) + R"(","text":"x","type":"choice")"
                           + ruleJson(model[i].own) + R"(,"answerOption":[)" + options + "]}";
        if (!model[i].group.conditions.empty())
            item = R"({"linkId":"g)" + std::to_string(i) + R"(","type":"group")" + ruleJson(model[i].group)
                   + R"(,"item":[)" + item + "]}";
        items += item + ",";
        minimum += *std::ranges::min_element(model[i].weights);
        maximum += *std::ranges::max_element(model[i].weights);
    }
    const std::string json =
        R"({"resourceType":"Questionnaire","id":"t","language":"sv","extension":[{"url":"urn:faltakt:instrument","extension":[)"
        R"({"url":"wording","valueCode":"own"},{"url":"basis","valueString":"b"},{"url":"timeWindow","valueString":"t"}]}],)"
        R"("url":"urn:t","version":"1","status":"active","title":"t","copyright":"c","item":[)"
        + items + R"({"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/minValue","valueInteger":)"
        + std::to_string(minimum) + R"(},{"url":"http://hl7.org/fhir/StructureDefinition/maxValue","valueInteger":)"
        + std::to_string(maximum)
        + R"(},{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression","valueExpression":)"
          R"json({"language":"text/fhirpath","expression":"%resource.repeat(item).where(linkId != 'score').answer.value.weight().sum()"}}],)json"
          R"("linkId":"score","text":"x","type":"integer"}]})";
    return Questionnaire::parse(json).value();
}

Positions someAnswers(const Model &model)
{
    Positions given(model.size());
    for (std::size_t i = 0; i < model.size(); ++i)
        if (*rc::gen::inRange(0, 2) == 1)
            given[i] = *rc::gen::inRange(0, int(model[i].weights.size()));
    return given;
}

} // namespace

TEST_CASE("the range of AUDIT with answers missing is what every completion gives")
{
    for (const SkipRule skipRule : {SkipRule::On, SkipRule::Off}) {
        const bool held = rc::check([&] {
            const Positions given = *auditAnswers();
            const Score result = score(toSheet(instrument("audit"), given), skipRule);
            const Ends ends = auditEnds(given, skipRule);
            RC_ASSERT(result.min == ends.min);
            RC_ASSERT(result.max == ends.max);
            if (result.complete)
                RC_ASSERT(result.min == result.max);
        });
        CHECK(held);
    }
}

TEST_CASE("the range of any form is what every completion gives, whatever opens and closes")
{
    const bool held = rc::check([] {
        const Model model = *models();
        const QuestionnairePointer questionnaire = compile(model);
        const Positions given = someAnswers(model);
        std::vector<int> counts;
        for (const ModelQuestion &question : model)
            counts.push_back(int(question.weights.size()));
        Ends ends;
        forEachCompletion(given, counts, [&](const std::vector<int> &full) {
            const Positions positions(full.begin(), full.end());
            int total = 0;
            for (std::size_t i = 0; i < model.size(); ++i)
                if (modelIsOpen(model, positions, i))
                    total += model[i].weights[std::size_t(full[i])];
            ends.min = std::min(ends.min, total);
            ends.max = std::max(ends.max, total);
        });
        const Score result = score(toSheet(questionnaire, given), SkipRule::On);
        RC_ASSERT(result.min == ends.min);
        RC_ASSERT(result.max == ends.max);
    });
    CHECK(held);
}

TEST_CASE("what is open is what the conditions say, answered or not")
{
    const bool held = rc::check([] {
        const Model model = *models();
        const Positions given = someAnswers(model);
        const std::vector<bool> open = openQuestions(toSheet(compile(model), given), SkipRule::On);
        for (std::size_t i = 0; i < model.size(); ++i)
            RC_ASSERT(open[i] == modelIsOpen(model, given, i));
    });
    CHECK(held);
}

TEST_CASE("more answers never widen the range")
{
    const bool held = rc::check([] {
        Positions given = *auditAnswers();
        const Score before = score(toSheet(instrument("audit"), given), SkipRule::On);
        const auto question = std::size_t(*rc::gen::inRange(0, 10));
        RC_PRE(!given[question]);
        given[question] = *rc::gen::inRange(0, question >= 8 ? 3 : 5);
        const Score after = score(toSheet(instrument("audit"), given), SkipRule::On);
        RC_ASSERT(after.min >= before.min);
        RC_ASSERT(after.max <= before.max);
    });
    CHECK(held);
}

TEST_CASE("without any answer the range is the whole scale")
{
    for (const char *id : {"audit", "audit-c", "dudit"}) {
        const Score result = score(AnswerSheet(instrument(id)), SkipRule::On);
        CHECK(result.min == 0);
        CHECK(result.max == instrument(id)->maxScore());
        CHECK_FALSE(result.total().has_value());
    }
}

TEST_CASE("refused and unknown answers are missing in the range")
{
    AnswerSheet answers = sheet(instrument("audit-c"), {{"1", 4}, {"2", 4}});
    answers.set(2, Answer::refused());
    Score result = score(answers, SkipRule::On);
    CHECK(result.min == 8);
    CHECK(result.max == 12);
    CHECK(result.unanswered == std::vector<std::string>{"3"});
    answers.set(0, Answer::unknown());
    result = score(answers, SkipRule::On);
    CHECK(result.min == 0);
    CHECK(result.max == 12);
}
