#pragma once

// The pieces of a compiled instrument: questions, groups, what opens them, and what is calculated from the answers.

#include "core/screening/answer.h"
#include "core/screening/expression.h"
#include "core/screening/local_text.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::screening {

enum class QuestionType {
    Choice,     ///< One option.
    Choices,    ///< Several options.
    OpenChoice, ///< One option, or words of one's own.
    Boolean,
    Integer,
    Decimal,
    Date,   ///< A day, a month or a year.
    String, ///< One line.
    Text,   ///< Several lines.
};

/// The period that a question asks about.
enum class TimeWindow { Lifetime, Last30Days, Last6Months, Last12Months, Last3Years, SinceLast };
/// "lifetime", "last-30-days", …
[[nodiscard]] std::string_view timeWindowCode(TimeWindow window) noexcept;
[[nodiscard]] std::optional<TimeWindow> timeWindowFromCode(std::string_view code) noexcept;

/// What a rating rates, so that a profile can be drawn from data.
enum class Rating { Days, Worry, Help, Interviewer };
/// "days", "worry", "help", "interviewer".
[[nodiscard]] std::string_view ratingCode(Rating rating) noexcept;
[[nodiscard]] std::optional<Rating> ratingFromCode(std::string_view code) noexcept;

/// Pictures that a question may name: what one standard glass of each drink is.
inline constexpr std::array<std::string_view, 1> QuestionPictures = {"standard-glass"};

struct AnswerOption {
    std::string system; ///< Empty for codes of the instrument itself.
    std::string code;
    LocalText display;
    std::optional<int> points;

    [[nodiscard]] int weight() const noexcept { return points.value_or(0); }
};

/// What a number counts: UCUM code and words.
struct Unit {
    std::string code;
    LocalText display;
};

/// What the answer to a date question of a form does besides being kept: the words are those of the deadline rules, which
/// this folder does not know.
struct DateUse {
    std::string starts;            ///< The event that the day is of, such as "application.received"; empty for none.
    std::string gives;             ///< What a rule wants to know besides its start, such as "reply"; empty for none.
    std::vector<std::string> ends; ///< Rules whose waiting is over with that day, here and in earlier forms.
    std::vector<std::string> replaces; ///< The same in earlier forms alone.
    bool isToday = false;              ///< Stands at today until another day is written.

    [[nodiscard]] bool isEmpty() const noexcept { return *this == DateUse(); }
    bool operator==(const DateUse &) const = default;
};

/// Answers to a gate that no condition tells apart, with the points that they span. What each condition makes of the
/// class stands in Condition::holdsFor.
struct AnswerClass {
    Answer representative = Answer::refused();
    int minWeight = 0;
    int maxWeight = 0;
};

struct Question {
    std::string linkId; ///< The question's number in the instrument.
    QuestionType type = QuestionType::Choice;
    LocalText text;
    std::optional<LocalText> hint;
    std::vector<AnswerOption> options; ///< Of the three choices.
    std::optional<Answer> minimum;     ///< Of integer, decimal and date: an answer of that kind.
    std::optional<Answer> maximum;
    std::optional<Unit> unit;
    std::size_t maxLength = 0; ///< Of texts, in code points.
    bool takesNotRelevant = false;
    bool isCritical = false;     ///< Steers the interviewer's rating.
    bool isInterviewers = false; ///< Answered by the interviewer afterwards, out of sight of the person.
    bool isNeeded = false;       ///< A form is not saved without it while it is open.
    DateUse date;                ///< Of a form's date.
    bool isSafe = false;         ///< About violence: never read aloud, and soon hidden where nobody touches it.
    std::optional<TimeWindow> timeWindow;
    std::string area;    ///< Code of the area page on which it stands; empty elsewhere.
    std::string picture; ///< Code of a picture that helps to answer, one of QuestionPictures; empty for none.
    std::optional<Rating> rating;
    std::size_t node = 0;
    std::optional<std::size_t> repeat; ///< Index of the repeating group in which it stands.
    std::vector<AnswerClass> classes;  ///< Of a gate whose answers a range has to try; else empty.

    /// Position of the option with that code.
    [[nodiscard]] std::optional<std::size_t> findOption(std::string_view code) const noexcept;
    /// Ends of the points over the options; 0 for a question without any.
    [[nodiscard]] int minWeight() const noexcept;
    [[nodiscard]] int maxWeight() const noexcept;
    [[nodiscard]] bool hasPoints() const noexcept { return !options.empty() && options.front().points.has_value(); }
    [[nodiscard]] bool isChoice() const noexcept
    {
        return type == QuestionType::Choice || type == QuestionType::Choices || type == QuestionType::OpenChoice;
    }
};

/// A test on the answer to another question. A question that is closed, refused, unknown, not relevant or not answered
/// has no answer. Of several options one that fits suffices.
struct Condition {
    enum class Operator {
        Equals,
        NotEquals, ///< There is no answer, or it is another.
        Exists,    ///< There is an answer.
        Missing,   ///< There is none.
        Greater,   ///< These four hold for no answer, and for no date that may lie on either side.
        Less,
        GreaterOrEqual,
        LessOrEqual,
    };
    std::size_t question = 0;
    Operator comparison = Operator::Equals;
    std::optional<Answer> expected; ///< Empty for Exists and Missing.
    bool skipRule = false;
    std::vector<bool> holdsFor; ///< By class of the question, where it has classes.

    /// nullptr: no answer.
    [[nodiscard]] bool holds(const Answer *answer) const;
};

/// A group, a question or a text in the tree that decides what is open. A node is open when its parent is and its
/// conditions hold. The nodes below a node follow it.
struct Node {
    enum class Kind { Group, Question, Display };
    Kind kind = Kind::Group;
    std::string linkId;
    LocalText text; ///< Of a group or a display; empty for a group without a title.
    std::optional<LocalText> hint;
    std::string area; ///< Code of the area page that this group is; empty elsewhere.
    std::optional<std::size_t> parent;
    std::optional<std::size_t> question;
    std::optional<std::size_t> repeat; ///< The repeating group that it is, or in which it stands.
    std::size_t end = 0;               ///< One past the last node below it.
    std::vector<Condition> conditions;
    bool anySuffices = false;
};

/// A group that is asked once for each of several things: family members, drugs. None stands within another.
struct RepeatingGroup {
    std::size_t node = 0;
    std::size_t firstQuestion = 0;
    std::size_t questionCount = 0;
    std::size_t maxOccurs = 0;
};

/// Nodes that can influence one another; ranges of different clusters add up.
struct Cluster {
    std::vector<std::size_t> nodes; ///< Each after those that it depends on.
    std::vector<std::size_t> questions;
    std::vector<std::size_t> gates; ///< Questions among them on whose answers conditions rest.
};

/// A named expression that calculations may use as %name.
struct Variable {
    std::string name;
    Expression expression;
    std::optional<std::size_t> node; ///< The group that is its %context; empty: the whole response.
};

/// What an item calculates. The names say how it is shown: a score has zones; a composite is shown with its label, and
/// only where it was asked for.
enum class ResultKind { Score, Criterion, Composite, Count };
/// "score", "criterion", "composite", "count".
[[nodiscard]] std::string_view resultKindCode(ResultKind kind) noexcept;

struct Calculation {
    enum class Type { Boolean, Integer, Decimal };
    std::string linkId;
    LocalText text;
    Type type = Type::Integer;
    ResultKind kind = ResultKind::Score;
    std::optional<std::size_t> node; ///< The group in which it stands; while that is closed there is no value.
    std::size_t position = 0;        ///< How many nodes stand before it in the document.
    /// Empty: the sum of the points of all answers, whose range is told exactly.
    std::optional<Expression> expression;
    std::optional<Unit> unit;
    /// Ends of the scale; together or not at all.
    std::optional<int> minimum;
    std::optional<int> maximum;
    bool isMonotone = false;               ///< A higher answer never lowers it.
    std::vector<std::size_t> variables;    ///< Those that it can see, each after those that it can use.
    std::vector<std::size_t> questions;    ///< On whose answers it rests, ascending.
    std::vector<std::size_t> calculations; ///< On whose values it rests.
    std::vector<std::size_t>
        inputs; ///< Questions on which it rests in the end: through other calculations and gates too.

    [[nodiscard]] bool isSum() const noexcept { return !expression.has_value(); }
};

/// Questions that are the same, by link id and option codes, in a shorter instrument whose answers may be taken over.
struct CarryOver {
    std::string instrument;             ///< Id of the shorter instrument.
    std::vector<std::size_t> questions; ///< Of this questionnaire.
};

} // namespace faltakt::screening
