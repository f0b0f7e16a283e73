#include "core/screening/question_reader.h"

#include <algorithm>

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int MaxWeight = 1000; // Keeps every sum within an int.
constexpr std::size_t DefaultStringLength = 200;

constexpr std::string_view OrdinalValueUrl = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
constexpr std::string_view UnitUrl = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";
constexpr std::string_view NotRelevantUrl = "urn:faltakt:not-relevant";
constexpr std::string_view CriticalUrl = "urn:faltakt:critical";
constexpr std::string_view RatingUrl = "urn:faltakt:rating";
constexpr std::string_view PictureUrl = "urn:faltakt:picture";
constexpr std::string_view NeededUrl = "urn:faltakt:needed";
constexpr std::string_view StartsUrl = "urn:faltakt:starts";
constexpr std::string_view GivesUrl = "urn:faltakt:gives";
constexpr std::string_view EndsUrl = "urn:faltakt:ends";
constexpr std::string_view ReplacesUrl = "urn:faltakt:replaces";
constexpr std::string_view TodayUrl = "urn:faltakt:today";

Result<AnswerOption> readOption(const FhirElement &option, const std::string &language)
{
    for (const std::string_view member : {"modifierExtension", "initialSelected"})
        if (option.has(member))
            return option.refuse(ErrorCode::Unsupported, member, "not read");
    AnswerOption read;
    TRY(const FhirElement coding, option.child("valueCoding"));
    TRY(read.code, coding.code("code"));
    if (read.code == "refused" || read.code == "unknown" || read.code == "not-relevant")
        return coding.refuse(ErrorCode::InvalidInput, "code", "refused and unknown are answers of their own");
    TRY(const auto system, coding.maybeString("system", 512));
    read.system = system.value_or(std::string());
    TRY(read.display, coding.localText("display", language));
    TRY(const auto weight, option.maybeExtension(OrdinalValueUrl));
    if (!weight)
        return read;
    TRY(read.points, weight->integer("valueDecimal"));
    if (std::abs(*read.points) > MaxWeight)
        return weight->refuse(ErrorCode::TooLarge, "valueDecimal", "beyond " + std::to_string(MaxWeight));
    return read;
}

Result<void> readOptions(const FhirElement &item, Question &question, const std::string &language,
                         std::string &withoutPoints)
{
    TRY(const auto options, item.list("answerOption", MaxOptions));
    if (options.size() < 2)
        return item.refuse(ErrorCode::InvalidInput, "answerOption", "fewer than two options");
    for (const FhirElement &element : options) {
        TRY(AnswerOption option, readOption(element, language));
        if (question.findOption(option.code))
            return element.refuse(ErrorCode::InvalidInput, "valueCoding.code", "a second option with the same code");
        question.options.push_back(std::move(option));
    }
    const auto hasPoints = [](const AnswerOption &option) { return option.points.has_value(); };
    const auto without = std::ranges::find_if_not(question.options, hasPoints);
    const bool isMixed = without != question.options.end() && std::ranges::any_of(question.options, hasPoints);
    if (isMixed && withoutPoints.empty())
        withoutPoints = options[std::size_t(without - question.options.begin())].path();
    return {};
}

/// A limit in the type of the question: valueInteger, valueDecimal or valueDate.
Result<std::optional<Answer>> readLimit(const FhirElement &item, QuestionType type, std::string_view url)
{
    TRY(const auto extension, item.maybeExtension(url));
    if (!extension)
        return std::optional<Answer>();
    switch (type) {
    case QuestionType::Integer: {
        TRY(const int whole, extension->integer("valueInteger"));
        return std::optional(Answer::integer(whole));
    }
    case QuestionType::Decimal: {
        TRY(const double number, extension->number("valueDecimal"));
        const auto decimal = DecimalNumber::fromDouble(number);
        if (!decimal)
            return extension->refuse(ErrorCode::TooLarge, "valueDecimal", decimal.error().detail());
        return std::optional(Answer::decimal(*decimal));
    }
    case QuestionType::Date: {
        TRY(const std::string text, extension->string("valueDate", MaxCodeBytes));
        const auto date = PartialDate::parse(text);
        if (!date)
            return extension->refuse(ErrorCode::InvalidInput, "valueDate", date.error().detail());
        return std::optional(Answer::date(*date));
    }
    default: break;
    }
    return extension->refuse(ErrorCode::Unsupported, "a limit for a question that has none");
}

bool isBackwards(const Answer &minimum, const Answer &maximum)
{
    if (minimum.integer())
        return *minimum.integer() > *maximum.integer();
    if (minimum.decimal())
        return *minimum.decimal() > *maximum.decimal();
    return maximum.date()->last() < minimum.date()->first();
}

Result<void> readLimits(const FhirElement &item, Question &question)
{
    TRY(question.minimum, readLimit(item, question.type, MinValueUrl));
    TRY(question.maximum, readLimit(item, question.type, MaxValueUrl));
    if (question.minimum && question.maximum && isBackwards(*question.minimum, *question.maximum))
        return item.refuse(ErrorCode::InvalidInput, "the least answer lies above the most");
    const bool isText = question.type == QuestionType::String || question.type == QuestionType::Text
                        || question.type == QuestionType::OpenChoice;
    if (!isText) {
        if (item.has("maxLength"))
            return item.refuse(ErrorCode::Unsupported, "maxLength", "a length for a question without words");
        return {};
    }
    question.maxLength = question.type == QuestionType::Text ? MaxAnswerLength : DefaultStringLength;
    if (item.has("maxLength")) {
        TRY(const int length, item.integer("maxLength"));
        if (length < 1 || std::size_t(length) > MaxAnswerLength)
            return item.refuse(ErrorCode::InvalidInput, "maxLength",
                               "not within 1 to " + std::to_string(MaxAnswerLength));
        question.maxLength = std::size_t(length);
    }
    return {};
}

Result<std::string> readPicture(const FhirElement &item)
{
    TRY(const auto extension, item.maybeExtension(PictureUrl));
    if (!extension)
        return std::string();
    TRY(std::string code, extension->code("valueCode"));
    if (std::ranges::find(QuestionPictures, code) == QuestionPictures.end())
        return extension->refuse(ErrorCode::InvalidInput, "valueCode", "no such picture");
    return code;
}

Result<std::optional<Rating>> readRating(const FhirElement &item, QuestionType type)
{
    TRY(const auto extension, item.maybeExtension(RatingUrl));
    if (!extension)
        return std::optional<Rating>();
    TRY(const std::string code, extension->code("valueCode"));
    const auto rating = ratingFromCode(code);
    if (!rating)
        return extension->refuse(ErrorCode::InvalidInput, "valueCode", "no such rating");
    if (type != QuestionType::Integer && type != QuestionType::Choice)
        return extension->refuse(ErrorCode::InvalidInput, "a rating that is no number and no choice");
    return rating;
}

Result<std::string> readCode(const FhirElement &item, std::string_view url)
{
    TRY(const auto extension, item.maybeExtension(url));
    return extension ? extension->code("valueCode") : Result<std::string>(std::string());
}

Result<std::vector<std::string>> readCodes(const FhirElement &item, std::string_view url)
{
    std::vector<std::string> codes;
    TRY(const auto extensions, item.extensions(url));
    for (const FhirElement &each : extensions) {
        TRY(std::string code, each.code("valueCode"));
        codes.push_back(std::move(code));
    }
    return codes;
}

Result<DateUse> readDateUse(const FhirElement &item, QuestionType type)
{
    DateUse use;
    TRY(use.starts, readCode(item, StartsUrl));
    TRY(use.gives, readCode(item, GivesUrl));
    TRY(use.ends, readCodes(item, EndsUrl));
    TRY(use.replaces, readCodes(item, ReplacesUrl));
    TRY(use.isToday, readMark(item, TodayUrl));
    if (!use.isEmpty() && type != QuestionType::Date)
        return item.refuse(ErrorCode::InvalidInput, "only a day starts, ends or gives anything");
    return use;
}

} // namespace

Result<bool> readMark(const FhirElement &item, std::string_view url)
{
    TRY(const auto extension, item.maybeExtension(url));
    return extension ? extension->boolean("valueBoolean") : Result<bool>(false);
}

Result<Inherited> readInherited(const FhirElement &item, Inherited from)
{
    TRY(const auto area, item.maybeExtension(AreaUrl));
    if (area) {
        TRY(from.area, area->code("valueCode"));
    }
    TRY(const auto window, item.maybeExtension(TimeWindowUrl));
    if (window) {
        TRY(const std::string code, window->code("valueCode"));
        from.timeWindow = timeWindowFromCode(code);
        if (!from.timeWindow)
            return window->refuse(ErrorCode::InvalidInput, "valueCode", "no such time window");
    }
    TRY(const bool isInterviewers, readMark(item, InterviewerUrl));
    from.isInterviewers = from.isInterviewers || isInterviewers;
    TRY(const bool isSafe, readMark(item, SafeUrl));
    from.isSafe = from.isSafe || isSafe;
    return from;
}

Result<std::optional<Unit>> readUnit(const FhirElement &item, const std::string &language)
{
    TRY(const auto extension, item.maybeExtension(UnitUrl));
    if (!extension)
        return std::optional<Unit>();
    TRY(const FhirElement coding, extension->child("valueCoding"));
    Unit unit;
    TRY(unit.code, coding.string("code", MaxCodeBytes));
    TRY(unit.display, coding.localText("display", language));
    return std::optional(std::move(unit));
}

Result<Question> readQuestion(const FhirElement &item, QuestionType type, const Inherited &inherited,
                              const std::string &language, std::string &withoutPoints)
{
    if (item.has("item"))
        return item.refuse(ErrorCode::Unsupported, "item", "questions below a question are not read");
    Question question;
    TRY(question.linkId, item.code("linkId"));
    question.type = type;
    question.area = inherited.area;
    question.timeWindow = inherited.timeWindow;
    question.isInterviewers = inherited.isInterviewers;
    question.isSafe = inherited.isSafe;
    TRY(question.text, item.localText("text", language));
    TRY(const auto hint, item.maybeExtension(HintUrl));
    if (hint) {
        TRY(question.hint, hint->localText("valueString", language));
    }
    if (question.isChoice())
        TRY_VOID(readOptions(item, question, language, withoutPoints));
    else if (item.has("answerOption"))
        return item.refuse(ErrorCode::Unsupported, "answerOption", "options of a question that is no choice");
    TRY_VOID(readLimits(item, question));
    TRY(question.unit, readUnit(item, language));
    if (question.unit && type != QuestionType::Integer && type != QuestionType::Decimal)
        return item.refuse(ErrorCode::Unsupported, "a unit for a question that is no number");
    TRY(question.takesNotRelevant, readMark(item, NotRelevantUrl));
    TRY(question.isCritical, readMark(item, CriticalUrl));
    TRY(question.rating, readRating(item, type));
    TRY(question.picture, readPicture(item));
    TRY(question.isNeeded, readMark(item, NeededUrl));
    TRY(question.date, readDateUse(item, type));
    return question;
}

} // namespace faltakt::screening
