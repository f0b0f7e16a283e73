#pragma once

// Screening: an instrument is a FHIR R4 Questionnaire (with SDC) in assets/instruments, read once into an immutable
// Questionnaire; an InterviewSession walks through it, Calculations evaluates what is calculated, score() tells the
// range of a score, interpret() says what the results mean. A new instrument is a new file, not new code: options,
// weights, skip rules, calculations, zones, limits and sources are data.
//
// What is read of FHIR: items of type group, display, boolean, integer, decimal, date, string, text, choice (also
// repeats: several options) and open-choice; groups, nested, and repeating ones (one level, maxOccurs); minValue,
// maxValue, questionnaire-unit, maxLength; answerOption.valueCoding with ordinalValue weights; enableWhen with all
// operators, all/any; the translation extension; read-only items with a calculatedExpression, and the variable
// extension on the root and on groups (README.md tells the expressions). Everything that would change the meaning and
// is not read (modifier extensions, required, questions below questions, other types) is refused, not skipped.
// Our own extensions begin with urn:faltakt: and stand in README.md.

#include "core/base/result.h"
#include "core/screening/interpretation.h"
#include "core/screening/question.h"

#include <map>
#include <memory>

namespace faltakt::screening {

/// Sizes beyond which a questionnaire is refused.
inline constexpr std::size_t MaxQuestionnaireBytes = 4 * 1024 * 1024;
inline constexpr std::size_t MaxQuestions = 4000;
inline constexpr std::size_t MaxOptions = 400;
inline constexpr int MaxGroupDepth = 8;
inline constexpr std::size_t MaxOccurrences = 50;
inline constexpr std::size_t MaxCalculations = 200;
inline constexpr std::size_t MaxVariables = 200;
/// Longest text that may be an answer, in code points: what a field of a change can hold.
inline constexpr std::size_t MaxAnswerLength = 4000;
/// Most combinations of gate answers that an exact score range may have to try.
inline constexpr std::size_t MaxGateCombinations = 65536;

/// Whether conditions that belong to the instrument's skip rule close questions. Other conditions always do.
enum class SkipRule { On, Off };

/// What a form is: asked in a talk, rated afterwards, a note that something was done elsewhere, or an act of the worker's own
/// (assets/forms), which is no instrument and asked of nobody.
enum class InstrumentKind { Interview, Ratings, Record, Form };
/// Under which heading a form is found.
enum class FormGroup { Matter, Plans, Consent, Law };
/// In whose file a form lies: a person's, or the team's own, where it must never stand in a person's.
enum class FormAbout { Person, Team };
/// Safe: opens only after "alone" is ticked, is never filled in by the person, never read aloud, and is left out of
/// what is printed, planned and handed over.
enum class InstrumentMode { Normal, Safe };

/// What the instrument says of itself (urn:faltakt:instrument and the head of the resource).
struct InstrumentHead {
    std::string id; ///< Lower case: "audit".
    std::string url;
    std::string version;
    LocalText title;
    LocalText licenceNote;
    LocalText timeWindow; ///< The period that the questions ask about; empty where each says its own.
    std::string basis;    ///< The edition that the questions follow.
    std::string wording;  ///< "own": the questions are worded by us; "official": by a content pack.
    InstrumentKind kind = InstrumentKind::Interview;
    InstrumentMode mode = InstrumentMode::Normal;
    FormGroup group = FormGroup::Matter; ///< Of a form.
    FormAbout about = FormAbout::Person;
    std::string goesOnFrom; ///< Of a form: the one whose latest answers to the same items it begins with.
    bool takesSelfFill = true;
    bool saysSelfFill = false;     ///< Whether that was said or only assumed.
    std::string training;          ///< Only for workers with this flag: "asi"; empty: for all.
    std::optional<int> minimumAge; ///< Whole years; empty where the instrument names no age.
    std::optional<int> maximumAge;
    std::optional<int> priority; ///< Of the national guideline, 1 to 10.
    std::string prioritySource;
    std::string source;
    std::string skipRuleSource; ///< Empty where the instrument has no skip rule.
    Confidence skipRuleConfidence = Confidence::Unconfirmed;
};

/// The content of a questionnaire as read and checked; made by the reader alone.
struct QuestionnaireParts {
    InstrumentHead head;
    std::vector<Question> questions;
    std::vector<Node> nodes; ///< In the order of the document.
    std::vector<RepeatingGroup> repeats;
    std::vector<Variable> variables;
    std::vector<Calculation> calculations;
    std::vector<std::size_t> order; ///< Nodes, each after those that it depends on.
    std::vector<Cluster> clusters;
    std::map<std::string, std::size_t, std::less<>> questionByLinkId;
    std::vector<std::size_t> rank;                        ///< By node: its place in `order`.
    std::vector<std::vector<std::size_t>> dependents;     ///< By question: nodes whose conditions rest on it.
    std::vector<std::size_t> calculationOrder;            ///< Each after those on whose values it rests.
    std::vector<std::vector<std::size_t>> calculationsOn; ///< By question: calculations that rest on it.
    std::optional<std::size_t> mainScore;                 ///< The calculation whose zones are shown first.
    std::vector<Interpretation> interpretations;          ///< At most one for each score; the main score's first.
    std::vector<CarryOver> carryOvers;
    std::string pack; ///< "id version" of the content pack that it came by; empty where it was shipped.
};

/// A compiled instrument. Immutable after parse, so that sessions on any thread share it: hence the shared_ptr.
class Questionnaire {
public:
    /// Reads a FHIR R4 Questionnaire. InvalidInput (a rule is broken), Unsupported (valid FHIR that is not read),
    /// TooLarge; the detail names the place and the reason.
    [[nodiscard]] static base::Result<std::shared_ptr<const Questionnaire>> parse(std::string_view json);

    /// The same instrument, as one that came by a content pack; the person fills it in only where it says so.
    [[nodiscard]] std::shared_ptr<const Questionnaire> ofPack(std::string edition) const;

    explicit Questionnaire(QuestionnaireParts parts) : m_parts(std::move(parts)) {}

    [[nodiscard]] const InstrumentHead &head() const noexcept { return m_parts.head; }
    [[nodiscard]] const std::string &id() const noexcept { return m_parts.head.id; }
    [[nodiscard]] const std::string &url() const noexcept { return m_parts.head.url; }
    [[nodiscard]] const std::string &version() const noexcept { return m_parts.head.version; }
    [[nodiscard]] const LocalText &title() const noexcept { return m_parts.head.title; }
    [[nodiscard]] const LocalText &licenceNote() const noexcept { return m_parts.head.licenceNote; }
    [[nodiscard]] const LocalText &timeWindow() const noexcept { return m_parts.head.timeWindow; }
    [[nodiscard]] const std::string &basis() const noexcept { return m_parts.head.basis; }
    [[nodiscard]] const std::string &wording() const noexcept { return m_parts.head.wording; }
    /// "id version" of the content pack that it came by; empty where it was shipped.
    [[nodiscard]] const std::string &pack() const noexcept { return m_parts.pack; }
    [[nodiscard]] std::optional<int> minimumAge() const noexcept { return m_parts.head.minimumAge; }
    [[nodiscard]] const std::string &skipRuleSource() const noexcept { return m_parts.head.skipRuleSource; }
    [[nodiscard]] bool hasSkipRule() const noexcept { return !m_parts.head.skipRuleSource.empty(); }
    [[nodiscard]] Confidence skipRuleConfidence() const noexcept { return m_parts.head.skipRuleConfidence; }

    /// In the order in which they are asked.
    [[nodiscard]] const std::vector<Question> &questions() const noexcept { return m_parts.questions; }
    [[nodiscard]] std::optional<std::size_t> findQuestion(std::string_view linkId) const noexcept;
    [[nodiscard]] const std::vector<Node> &nodes() const noexcept { return m_parts.nodes; }
    [[nodiscard]] const std::vector<std::size_t> &order() const noexcept { return m_parts.order; }
    [[nodiscard]] std::size_t rankOf(std::size_t node) const { return m_parts.rank[node]; }
    [[nodiscard]] const std::vector<std::size_t> &dependentsOf(std::size_t question) const
    {
        return m_parts.dependents[question];
    }
    [[nodiscard]] const std::vector<Cluster> &clusters() const noexcept { return m_parts.clusters; }
    [[nodiscard]] const std::vector<RepeatingGroup> &repeats() const noexcept { return m_parts.repeats; }
    /// The repeating group with that link id.
    [[nodiscard]] std::optional<std::size_t> findRepeat(std::string_view linkId) const noexcept;

    [[nodiscard]] const std::vector<Variable> &variables() const noexcept { return m_parts.variables; }
    [[nodiscard]] const std::vector<Calculation> &calculations() const noexcept { return m_parts.calculations; }
    [[nodiscard]] std::optional<std::size_t> findCalculation(std::string_view linkId) const noexcept;
    [[nodiscard]] const std::vector<std::size_t> &calculationOrder() const noexcept { return m_parts.calculationOrder; }
    [[nodiscard]] const std::vector<std::size_t> &calculationsOn(std::size_t question) const
    {
        return m_parts.calculationsOn[question];
    }

    /// Empty for a form that shares no question with a shorter one.
    [[nodiscard]] const std::vector<CarryOver> &carryOvers() const noexcept { return m_parts.carryOvers; }

    /// The score that is shown first, and nullptr for a form without any; points are then neither counted nor shown.
    [[nodiscard]] const Calculation *mainScore() const noexcept
    {
        return m_parts.mainScore ? &m_parts.calculations[*m_parts.mainScore] : nullptr;
    }
    [[nodiscard]] bool isScored() const noexcept { return m_parts.mainScore.has_value(); }
    /// The ends of the main score's scale, in points.
    [[nodiscard]] int minScore() const noexcept { return isScored() ? mainScore()->minimum.value_or(0) : 0; }
    [[nodiscard]] int maxScore() const noexcept { return isScored() ? mainScore()->maximum.value_or(0) : 0; }
    /// What the main score means, or what single answers call for where there is no score; nullptr for neither.
    [[nodiscard]] const Interpretation *interpretation() const noexcept;
    /// What that score means; nullptr where nothing is said of it.
    [[nodiscard]] const Interpretation *interpretationOf(std::size_t calculation) const noexcept;

private:
    QuestionnaireParts m_parts;
};

using QuestionnairePointer = std::shared_ptr<const Questionnaire>;

} // namespace faltakt::screening
