#include "tests/differential/response_maker.h"

#include <string_view>
#include <utility>

namespace faltakt::test {

using base::json::Array;
using base::json::Object;
using base::json::Value;

namespace {

struct Option {
    const char *code;
    /// Negative: no weight.
    double weight;
};

const std::vector<Option> ScaleOptions{{"never", 0}, {"rarely", 1}, {"often", 2}, {"daily", 3.5}};
const std::vector<Option> LooseOptions{{"a", 0}, {"b", 0.5}, {"c", 1}, {"d", 12}, {"none", -1}};

Value extension(const char *url, const char *name, Value value)
{
    return Array{Object{{"url", url}, {name, std::move(value)}}};
}

Value question(const std::string &linkId, const char *type, Array below = {})
{
    Object item{{"linkId", linkId}, {"type", type}};
    if (!below.empty())
        item.set("item", std::move(below));
    return item;
}

Value choice(const std::string &linkId, const std::vector<Option> &options)
{
    Array written;
    for (const Option &option : options) {
        Object one{{"valueCoding", Object{{"code", option.code}}}};
        if (option.weight >= 0)
            one.set("extension",
                    extension("http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal", option.weight));
        written.emplace_back(std::move(one));
    }
    return Object{{"linkId", linkId}, {"type", "choice"}, {"answerOption", std::move(written)}};
}

class Maker {
public:
    explicit Maker(Dice &dice) : m_dice(dice) {}

    Array items()
    {
        Array items;
        coding(items, "choice", ScaleOptions);
        several(items);
        ask(items, "count", "valueInteger", integer());
        ask(items, "amount", "valueDecimal", decimal());
        ask(items, "word", "valueString", m_dice.of(Words));
        ask(items, "yes", "valueBoolean", m_dice.oneIn(2));
        ask(items, "day", "valueDate", m_dice.of(Days));
        group(items);
        for (std::size_t rows = m_dice.upTo(4); rows > 0; --rows)
            row(items);
        parent(items);
        ask(items, "score", "valueDecimal", decimal());
        return items;
    }

private:
    static inline const std::vector<std::string> Words{"ja", "Nej", "åt Öst", "ÅT ÖST", "12", "1.5", "true", "två ord"};
    static inline const std::vector<std::string> Days{"2026",       "2025",       "2026-11",    "2026-10",
                                                      "2026-11-26", "2026-11-25", "2024-02-29", "2025-11-26"};

    Value integer() { return std::int64_t(m_dice.upTo(14)) - 3; }
    Value decimal()
    {
        static const std::vector<double> Amounts{0, 0.1, 0.2, 0.3, 1, 1.25, 2.5, -2.5, 3.5, 30, 0.5, 99.95};
        return m_dice.of(Amounts);
    }

    static Value answer(const char *name, Value value) { return Object{{name, std::move(value)}}; }
    static Value refused()
    {
        return Object{{"extension", extension("http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode",
                                              "asked-declined")}};
    }

    void add(Array &items, const char *linkId, Array answers)
    {
        Object item{{"linkId", linkId}};
        if (!answers.empty())
            item.set("answer", std::move(answers));
        items.emplace_back(std::move(item));
    }

    /// Missing, unanswered, refused or answered.
    void ask(Array &items, const char *linkId, const char *name, Value value)
    {
        switch (m_dice.upTo(10)) {
        case 0: return;
        case 1: add(items, linkId, {}); return;
        case 2: add(items, linkId, {refused()}); return;
        default: add(items, linkId, {answer(name, std::move(value))}); return;
        }
    }

    void coding(Array &items, const char *linkId, const std::vector<Option> &options)
    {
        Object coding{{"code", m_dice.of(options).code}};
        if (m_dice.oneIn(3))
            coding.set("display", m_dice.of(Words));
        ask(items, linkId, "valueCoding", std::move(coding));
    }

    void several(Array &items)
    {
        Array answers;
        for (const Option &option : LooseOptions) {
            if (m_dice.oneIn(3))
                answers.push_back(answer("valueCoding", Object{{"code", option.code}}));
        }
        add(items, "several", std::move(answers));
    }

    void below(Array &items, const char *linkId, Array inner)
    {
        if (!m_dice.oneIn(6))
            items.emplace_back(Object{{"linkId", linkId}, {"item", std::move(inner)}});
    }

    void group(Array &items)
    {
        Array innermost;
        ask(innermost, "group.inner.yes", "valueBoolean", m_dice.oneIn(2));
        ask(innermost, "group.inner.count", "valueInteger", integer());
        Array inner;
        coding(inner, "group.choice", ScaleOptions);
        ask(inner, "group.count", "valueInteger", integer());
        below(inner, "group.inner", std::move(innermost));
        below(items, "group", std::move(inner));
    }

    void row(Array &items)
    {
        Array inner;
        ask(inner, "row.count", "valueInteger", std::int64_t(m_dice.upTo(3)));
        ask(inner, "row.amount", "valueDecimal", decimal());
        coding(inner, "row.choice", LooseOptions);
        below(items, "row", std::move(inner));
    }

    void parent(Array &items)
    {
        Array child;
        ask(child, "parent.child", "valueInteger", integer());
        Object given{{"valueBoolean", m_dice.oneIn(2)}};
        if (!child.empty())
            given.set("item", std::move(child));
        if (!m_dice.oneIn(4))
            add(items, "parent", {std::move(given)});
    }

    Dice &m_dice;
};

} // namespace

Value expressionQuestionnaire()
{
    Array inner{question("group.inner.yes", "boolean"), question("group.inner.count", "integer")};
    Array group{choice("group.choice", ScaleOptions), question("group.count", "integer"),
                question("group.inner", "group", std::move(inner))};
    Array row{question("row.count", "integer"), question("row.amount", "decimal"), choice("row.choice", LooseOptions)};
    Array items{choice("choice", ScaleOptions),
                choice("several", LooseOptions),
                question("count", "integer"),
                question("amount", "decimal"),
                question("word", "string"),
                question("yes", "boolean"),
                question("day", "date"),
                question("group", "group", std::move(group)),
                question("row", "group", std::move(row)),
                question("parent", "boolean", {question("parent.child", "integer")}),
                question("score", "decimal")};
    return Object{{"resourceType", "Questionnaire"}, {"status", "active"}, {"item", std::move(items)}};
}

Value makeResponse(Dice &dice)
{
    return Object{{"resourceType", "QuestionnaireResponse"},
                  {"status", "in-progress"},
                  {"questionnaire", "urn:faltakt:questionnaire:expressions"},
                  {"item", Maker(dice).items()}};
}

} // namespace faltakt::test
