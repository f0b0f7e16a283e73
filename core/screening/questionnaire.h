#pragma once

// Screening: an instrument is a FHIR R4 Questionnaire in assets/instruments, read once into an immutable
// Questionnaire; an InterviewSession walks through it, score() counts, interpret() says what the score means.
// A new instrument is a new file, not new code: options, weights, skip rules, zones, limits and sources are data.
//
// What is read of FHIR: questions of type choice with answerOption.valueCoding and ordinalValue weights; groups,
// nested; enableWhen with =, != and exists on choices, all/any; one score item (type integer) whose
// calculatedExpression is the sum of the weights; the translation extension. Everything that would change the
// meaning and is not read (modifier extensions, repeats, other types, other expressions) is refused, not skipped.
// Our own extensions: urn:faltakt:instrument, urn:faltakt:interpretation, urn:faltakt:skip-rule, urn:faltakt:hint,
// urn:faltakt:carry-over.

#include "core/base/result.h"
#include "core/screening/interpretation.h"
#include "core/screening/local_text.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::screening {

/// Sizes beyond which a questionnaire is refused.
inline constexpr std::size_t MaxQuestionnaireBytes = 4 * 1024 * 1024;
inline constexpr std::size_t MaxQuestions = 4000;
inline constexpr std::size_t MaxOptions = 200;
inline constexpr int MaxGroupDepth = 8;
/// Most combinations of gate answers that an exact score range may have to try.
inline constexpr std::size_t MaxGateCombinations = 65536;

/// Whether conditions that belong to the instrument's skip rule close questions. Other conditions always do.
enum class SkipRule { On, Off };

struct AnswerOption {
    std::string code;
    LocalText display;
    int weight = 0; ///< Points; 0 in a questionnaire without a score.
};

/// Options of a gate that no condition tells apart, with the points that they span.
struct OptionClass {
    std::size_t representative = 0;
    int minWeight = 0;
    int maxWeight = 0;
};

struct Question {
    std::string linkId; ///< The question's number in the instrument.
    LocalText text;
    std::optional<LocalText> hint;
    std::vector<AnswerOption> options;
    std::size_t node = 0;
    std::vector<OptionClass> classes; ///< Empty for a question on which no condition rests.

    /// Position of the option with that code.
    [[nodiscard]] std::optional<std::size_t> findOption(std::string_view code) const noexcept;
    [[nodiscard]] int minWeight() const noexcept;
    [[nodiscard]] int maxWeight() const noexcept;
};

/// A test on the answer to another question. A question that is closed, refused or not answered has no answer.
struct Condition {
    enum class Operator {
        Equals,    ///< The answer is this option.
        NotEquals, ///< There is no answer, or it is another option.
        Exists,    ///< There is an answer.
        Missing,   ///< There is none.
    };
    std::size_t question = 0;
    Operator comparison = Operator::Equals;
    std::size_t option = 0;
    bool skipRule = false;
};

/// A group or a question in the tree that decides what is open. A node is open when its parent is and its
/// conditions hold.
struct Node {
    std::string linkId;
    std::optional<std::size_t> parent;
    std::optional<std::size_t> question;
    std::vector<Condition> conditions;
    bool anySuffices = false;
};

/// Nodes that can influence one another; ranges of different clusters add up.
struct Cluster {
    std::vector<std::size_t> nodes; ///< Each after those that it depends on.
    std::vector<std::size_t> questions;
    std::vector<std::size_t> gates; ///< Questions among them on whose answers conditions rest.
};

/// Questions that are the same, by link id and option codes, in a shorter instrument whose answers may be taken over.
struct CarryOver {
    std::string instrument;             ///< Id of the shorter instrument.
    std::vector<std::size_t> questions; ///< Of this questionnaire.
};

/// The content of a questionnaire as read and checked; made by the reader alone.
struct QuestionnaireParts {
    std::string id;
    std::string url;
    std::string version;
    LocalText title;
    LocalText licenceNote;
    LocalText timeWindow;
    std::string basis;   ///< The edition that the questions follow.
    std::string wording; ///< "own" or "official".
    std::optional<int> minimumAge;
    std::string skipRuleSource;
    Confidence skipRuleConfidence = Confidence::Unconfirmed;
    std::vector<Question> questions;
    std::vector<Node> nodes;
    std::vector<std::size_t> order; ///< Nodes, each after those that it depends on.
    std::vector<Cluster> clusters;
    bool scored = false;
    int minScore = 0;
    int maxScore = 0;
    std::optional<Interpretation> interpretation;
    std::vector<CarryOver> carryOvers;
};

/// A compiled instrument. Immutable after parse, so that sessions on any thread share it: hence the shared_ptr.
class Questionnaire {
public:
    /// Reads a FHIR R4 Questionnaire. InvalidInput (a rule is broken), Unsupported (valid FHIR that is not read),
    /// TooLarge; the detail names the place and the reason.
    [[nodiscard]] static base::Result<std::shared_ptr<const Questionnaire>> parse(std::string_view json);

    explicit Questionnaire(QuestionnaireParts parts) : m_parts(std::move(parts)) {}

    /// Lower case: "audit".
    [[nodiscard]] const std::string &id() const noexcept { return m_parts.id; }
    [[nodiscard]] const std::string &url() const noexcept { return m_parts.url; }
    [[nodiscard]] const std::string &version() const noexcept { return m_parts.version; }
    [[nodiscard]] const LocalText &title() const noexcept { return m_parts.title; }
    [[nodiscard]] const LocalText &licenceNote() const noexcept { return m_parts.licenceNote; }
    /// The period that the questions ask about.
    [[nodiscard]] const LocalText &timeWindow() const noexcept { return m_parts.timeWindow; }
    [[nodiscard]] const std::string &basis() const noexcept { return m_parts.basis; }
    /// "own": the questions are worded by us; "official": by a content pack.
    [[nodiscard]] const std::string &wording() const noexcept { return m_parts.wording; }
    /// Years; empty where the instrument names no age.
    [[nodiscard]] std::optional<int> minimumAge() const noexcept { return m_parts.minimumAge; }

    /// Empty where the instrument has no skip rule.
    [[nodiscard]] const std::string &skipRuleSource() const noexcept { return m_parts.skipRuleSource; }
    [[nodiscard]] bool hasSkipRule() const noexcept { return !m_parts.skipRuleSource.empty(); }
    [[nodiscard]] Confidence skipRuleConfidence() const noexcept { return m_parts.skipRuleConfidence; }

    /// In the order in which they are asked.
    [[nodiscard]] const std::vector<Question> &questions() const noexcept { return m_parts.questions; }
    [[nodiscard]] std::optional<std::size_t> findQuestion(std::string_view linkId) const noexcept;
    [[nodiscard]] const std::vector<Node> &nodes() const noexcept { return m_parts.nodes; }
    [[nodiscard]] const std::vector<std::size_t> &order() const noexcept { return m_parts.order; }
    [[nodiscard]] const std::vector<Cluster> &clusters() const noexcept { return m_parts.clusters; }

    /// Empty for a form that shares no question with a shorter one.
    [[nodiscard]] const std::vector<CarryOver> &carryOvers() const noexcept { return m_parts.carryOvers; }

    /// False for a form without a sum; scores are then neither counted nor shown.
    [[nodiscard]] bool isScored() const noexcept { return m_parts.scored; }
    /// The ends of the scale, in points.
    [[nodiscard]] int minScore() const noexcept { return m_parts.minScore; }
    [[nodiscard]] int maxScore() const noexcept { return m_parts.maxScore; }
    /// nullptr for an instrument without zones.
    [[nodiscard]] const Interpretation *interpretation() const noexcept
    {
        return m_parts.interpretation ? &*m_parts.interpretation : nullptr;
    }

private:
    QuestionnaireParts m_parts;
};

using QuestionnairePointer = std::shared_ptr<const Questionnaire>;

} // namespace faltakt::screening
