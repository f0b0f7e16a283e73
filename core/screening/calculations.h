#pragma once

#include "core/screening/questionnaire_response.h"

#include <optional>
#include <span>
#include <vector>

namespace faltakt::screening {

/// The values of the calculated items of one sheet. Each is worked out when it is asked for and kept until an answer
/// changes on which it rests. Holds neither the sheet nor what is open: both are handed in, and must be those that the
/// touches told of. Not thread-safe; a value.
class Calculations {
public:
    explicit Calculations(const Questionnaire &questionnaire);

    /// The answer to the question is another, and these nodes opened or closed with it (OpenItems::update).
    void touch(std::size_t question, std::span<const std::size_t> turnedNodes);
    void touchAll();

    /// true or false, a whole number, a number; null where there is no value (an input is missing, or its group is
    /// closed). InvalidInput where the expression gives several values or another type, TooLarge where it takes too many
    /// steps; the detail names the item.
    [[nodiscard]] base::Result<base::json::Value> value(std::size_t calculation, const AnswerSheet &answers,
                                                        const OpenItems &open);

    /// How many expressions were evaluated since this was made.
    [[nodiscard]] std::size_t evaluations() const noexcept { return m_evaluations; }

private:
    [[nodiscard]] base::Result<base::json::Value> evaluate(std::size_t index, const AnswerSheet &answers,
                                                           const OpenItems &open);
    void spread();

    const Questionnaire *m_questionnaire;
    std::vector<base::json::Value> m_values;
    std::vector<bool> m_isKnown;
    std::size_t m_evaluations = 0;
};

} // namespace faltakt::screening
