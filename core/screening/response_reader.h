#pragma once

#include "core/screening/response_export.h"

#include <string>
#include <string_view>
#include <vector>

namespace faltakt::screening {

/// Largest resource that is read, in bytes.
inline constexpr std::size_t MaxResponseBytes = 4 * 1024 * 1024;
/// More wrong answers than these are not listed one by one.
inline constexpr std::size_t MaxResponseProblems = 100;

/// A calculated item as the response states it. Compared with ours and never taken.
struct StatedResult {
    std::size_t calculation = 0; ///< Index into Questionnaire::calculations().
    base::json::Value value;
};

/// The answers of a response.
struct ReadResponse {
    AnswerSheet answers;
    /// Off where the response says so, or where questions are answered that the rule leaves out: it was not used.
    SkipRule skipRule = SkipRule::On;
    std::vector<StatedResult> stated;
    /// One for each wrong answer, with its place and the reason: "item[2].answer[0] (question 3): …". With any, the
    /// answers are not to be used.
    std::vector<std::string> problems;
};

/// A FHIR R4 QuestionnaireResponse from outside. It is read in two steps, since its answers can be read only with the
/// questionnaire that it names. A value; nothing in it is believed.
class ForeignResponse {
public:
    /// InvalidInput (no JSON, another resource, a wrong head), Unsupported (it holds what would change the meaning and is
    /// not read), TooLarge. The detail names the place and the reason.
    [[nodiscard]] static base::Result<ForeignResponse> parse(std::string_view text);

    [[nodiscard]] const ResponseHead &head() const noexcept { return m_head; }

    /// InvalidInput where the response names another questionnaire or version. What is wrong with single answers stands
    /// in ReadResponse::problems.
    [[nodiscard]] base::Result<ReadResponse> read(const QuestionnairePointer &questionnaire) const;

private:
    ForeignResponse(base::json::Value resource, ResponseHead head)
        : m_resource(std::move(resource)), m_head(std::move(head))
    {
    }

    base::json::Value m_resource;
    ResponseHead m_head;
};

/// What the response states and the answers do not give: "score: 12 is stated, the answers give 14". Empty where all agree.
[[nodiscard]] std::vector<std::string> differingResults(const std::vector<StatedResult> &stated,
                                                        const ScreeningResult &result);

} // namespace faltakt::screening
