#include "tests/differential/expression_grammar.h"

namespace faltakt::test {

namespace {

const std::vector<std::string> LinkIds{"choice",
                                       "several",
                                       "count",
                                       "amount",
                                       "word",
                                       "yes",
                                       "day",
                                       "group",
                                       "group.choice",
                                       "group.count",
                                       "group.inner.yes",
                                       "group.inner.count",
                                       "row",
                                       "row.count",
                                       "row.amount",
                                       "row.choice",
                                       "parent",
                                       "parent.child",
                                       "score",
                                       "absent"};

} // namespace

std::string ExpressionGrammar::expression()
{
    constexpr int Depth = 4;
    switch (m_dice.upTo(6)) {
    case 0: return truth(Depth);
    case 1: return text(Depth);
    case 2: return collection(Depth);
    case 3: return numbers(Depth);
    default: return number(Depth);
    }
}

std::string ExpressionGrammar::linkId() { return "'" + m_dice.of(LinkIds) + "'"; }

std::string ExpressionGrammar::collection(int depth)
{
    switch (m_dice.upTo(5)) {
    case 0: return items(depth);
    case 1: return answers(depth);
    case 2: return values(depth);
    case 3: return codings(depth);
    default: return numbers(depth);
    }
}

std::string ExpressionGrammar::items(int depth)
{
    if (depth <= 0) {
        static const std::vector<std::string> Roots{"%resource.repeat(item)", "%resource.item", "%context.item", "item",
                                                    "%resource.repeat(item | answer.item)"};
        return m_dice.of(Roots);
    }
    switch (m_dice.upTo(9)) {
    case 0:
    case 1:
    case 2: return items(depth - 1) + ".where(" + itemCriterion(depth - 1) + ")";
    case 3: return items(depth - 2) + ".item";
    case 4: return items(depth - 2) + "." + (m_dice.oneIn(2) ? "first()" : "last()");
    case 5: return "(" + items(depth - 2) + " | " + items(depth - 2) + ")";
    case 6: return "iif(" + truth(depth - 2) + ", " + items(depth - 2) + ", " + items(depth - 2) + ")";
    case 7: return items(depth - 2) + ".select(item)";
    default: return "%resource.descendants().where(linkId = " + linkId() + ")";
    }
}

std::string ExpressionGrammar::itemCriterion(int depth)
{
    switch (m_dice.upTo(8)) {
    case 0: return "linkId != " + linkId();
    case 1: return "linkId in (" + linkId() + " | " + linkId() + " | " + linkId() + ")";
    case 2: return "answer.value.exists()";
    case 3: return "answer.count() > " + std::to_string(m_dice.upTo(3));
    case 4: return "answer.value.ofType(integer) > " + number(depth - 2);
    case 5: return "(linkId = " + linkId() + " and " + truth(depth - 2) + ")";
    default: return "linkId = " + linkId();
    }
}

std::string ExpressionGrammar::answers(int depth)
{
    switch (m_dice.upTo(4)) {
    case 0: return "%resource.answers()";
    case 1: return items(depth - 1) + ".answers()";
    case 2: return items(depth - 1) + ".answer.where(value.exists())";
    default: return items(depth - 1) + ".answer";
    }
}

std::string ExpressionGrammar::values(int depth)
{
    static const std::vector<std::string> Types{"integer", "Integer", "decimal", "Decimal", "string",
                                                "String",  "boolean", "Boolean", "date",    "Coding"};
    const std::string found = answers(depth) + ".value";
    return m_dice.oneIn(2) ? found + ".ofType(" + m_dice.of(Types) + ")" : found;
}

std::string ExpressionGrammar::codings(int depth) { return answers(depth) + ".value.ofType(Coding)"; }

std::string ExpressionGrammar::numbers(int depth)
{
    if (depth <= 0)
        return m_dice.oneIn(2) ? "(1 | 2 | 2.5)" : "%many";
    switch (m_dice.upTo(8)) {
    case 0: return answers(depth) + ".value.weight()";
    case 1: return answers(depth) + ".weight()";
    case 2: return answers(depth) + ".value.ofType(integer)";
    case 3: return answers(depth) + ".value.ofType(decimal)";
    case 4: return numbers(depth - 1) + ".select($this * " + number(depth - 3) + ")";
    case 5: return numbers(depth - 1) + ".where($this > " + number(depth - 3) + ")";
    case 6: return "(" + numbers(depth - 2) + " | " + number(depth - 2) + ")";
    default: return items(depth) + ".select(answer.count())";
    }
}

std::string ExpressionGrammar::number(int depth)
{
    static const std::vector<std::string> Literals{"0",    "1",    "2",    "7",     "1.5",  "0.3",
                                                   "10.5", "2.25", "%two", "%half", "%none"};
    static const std::vector<std::string> Operators{"+", "-", "*", "/", "div", "mod"};
    if (depth <= 0)
        return m_dice.of(Literals);
    switch (m_dice.upTo(14)) {
    case 0: return collection(depth - 1) + ".count()";
    case 1: return numbers(depth - 1) + ".sum()";
    case 2: return numbers(depth - 1) + ".first()";
    case 3: return "(" + number(depth - 1) + ").round(" + std::to_string(m_dice.upTo(4)) + ")";
    case 4: return "(" + number(depth - 1) + ").abs()";
    case 5: return "(" + number(depth - 2) + ").power(" + std::to_string(m_dice.upTo(4)) + ")";
    case 6: return "((" + number(depth - 2) + ").abs() + 1).ln()";
    case 7: return "(" + number(depth - 1) + ").sqrt()";
    case 8: return "iif(" + truth(depth - 1) + ", " + number(depth - 1) + ", " + number(depth - 1) + ")";
    case 9: return "(" + text(depth - 1) + ")." + (m_dice.oneIn(2) ? "toInteger()" : "toDecimal()");
    case 10: return "(" + truth(depth - 1) + ").toInteger()";
    case 11: return "-" + std::to_string(1 + m_dice.upTo(9)) + " + " + number(depth - 2);
    default: return "(" + number(depth - 1) + " " + m_dice.of(Operators) + " " + number(depth - 1) + ")";
    }
}

std::string ExpressionGrammar::comparison(int depth)
{
    static const std::vector<std::string> Order{"<", "<=", ">", ">=", "=", "!="};
    static const std::vector<std::string> Same{"=", "!=", "~"};
    switch (m_dice.upTo(6)) {
    case 0: return text(depth) + " " + m_dice.of(Order) + " " + text(depth);
    case 1: return date(depth) + " " + m_dice.of(Order) + " " + date(depth);
    case 2: return collection(depth) + (m_dice.oneIn(2) ? " = " : " != ") + collection(depth);
    case 3: return text(depth) + " " + m_dice.of(Same) + " " + text(depth);
    default: return number(depth) + " " + m_dice.of(Order) + " " + number(depth);
    }
}

std::string ExpressionGrammar::truth(int depth)
{
    static const std::vector<std::string> Logic{"and", "or", "xor", "implies"};
    if (depth <= 0) {
        static const std::vector<std::string> Literals{"true", "false", "({} = 1)", "%sure"};
        return m_dice.of(Literals);
    }
    switch (m_dice.upTo(12)) {
    case 0: return collection(depth - 1) + ".exists()";
    case 1: return collection(depth - 1) + ".empty()";
    case 2: return "(" + truth(depth - 1) + ").not()";
    case 3: return items(depth - 1) + ".exists(" + itemCriterion(depth - 2) + ")";
    case 4: return items(depth - 1) + ".all(" + itemCriterion(depth - 2) + ")";
    case 5: return "(" + text(depth - 1) + " in " + items(depth - 1) + ".linkId)";
    case 6: return "(" + numbers(depth - 1) + " contains " + number(depth - 2) + ")";
    case 7:
        return "(" + items(depth - 1) + ".where(linkId = " + linkId() + ").answer.value is "
               + (m_dice.oneIn(2) ? "integer" : "Coding") + ")";
    case 8:
    case 9: return "(" + comparison(depth - 1) + ")";
    default: return "(" + truth(depth - 1) + " " + m_dice.of(Logic) + " " + truth(depth - 1) + ")";
    }
}

std::string ExpressionGrammar::text(int depth)
{
    static const std::vector<std::string> Literals{"'ja'",  "'JA'",      "'12'",    "'1.5'",
                                                   "'a b'", "'\\u00e5'", "'count'", "%word"};
    if (depth <= 0)
        return m_dice.of(Literals);
    switch (m_dice.upTo(7)) {
    case 0: return "(" + number(depth - 1) + ").toInteger().toString()";
    case 1: return items(depth - 1) + ".linkId.first()";
    case 2: return codings(depth - 1) + ".code.first()";
    case 3: return answers(depth - 1) + ".value.ofType(string).first()";
    case 4: return "(" + text(depth - 1) + " + " + text(depth - 1) + ")";
    case 5: return "(" + truth(depth - 1) + ").toString()";
    default: return text(0);
    }
}

std::string ExpressionGrammar::dateLiteral()
{
    static const std::vector<std::string> Literals{"@2026",       "@2025",       "@2026-11",   "@2026-10",
                                                   "@2026-11-26", "@2026-11-25", "@2024-02-29"};
    return m_dice.of(Literals);
}

std::string ExpressionGrammar::date(int depth)
{
    return m_dice.oneIn(2) ? dateLiteral() : answers(depth - 1) + ".value.ofType(date).first()";
}

} // namespace faltakt::test
