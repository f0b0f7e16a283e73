#pragma once

#include "tests/differential/dice.h"

#include <string>

namespace faltakt::test {

/// Writes expressions of the subset that say something of the responses of response_maker.h. They are well typed, so
/// that most have a result; counts that do not fit are left in. What is known to be judged otherwise by fhirpath.js is
/// not written: known_differences of the test has each with its reason.
class ExpressionGrammar {
public:
    explicit ExpressionGrammar(Dice &dice) : m_dice(dice) {}

    /// Of any type.
    std::string expression();

private:
    std::string items(int depth);
    std::string answers(int depth);
    std::string values(int depth);
    std::string codings(int depth);
    std::string numbers(int depth); ///< Any count.
    std::string number(int depth);  ///< One or none.
    std::string truth(int depth);
    std::string comparison(int depth);
    std::string text(int depth);
    std::string date(int depth);
    std::string dateLiteral();
    std::string linkId();
    std::string collection(int depth);
    /// True of one element of items().
    std::string itemCriterion(int depth);

    Dice &m_dice;
};

} // namespace faltakt::test
