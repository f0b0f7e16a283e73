#include "core/screening/act_record.h"

#include "core/base/date_words.h"
#include "core/casework/swedish_time.h"
#include "core/screening/assessment_record.h"

#include <algorithm>
#include <array>

namespace faltakt::screening {

namespace json = base::json;

namespace {

constexpr std::string_view Starts = "starts/";
constexpr std::string_view Gives = "gives/";
constexpr std::string_view Ends = "ends/";
constexpr std::string_view Replaces = "replaces/";
constexpr std::array<std::string_view, 5> Written{"answers/", Starts, Gives, Ends, Replaces};

/// The day of an answer; empty for none, and for a month or a year.
std::optional<base::Date> dayOf(const std::optional<Answer> &answer)
{
    const PartialDate *date = answer ? answer->date() : nullptr;
    return date && date->first() == date->last() ? std::optional(date->first()) : std::nullopt;
}

void addDateUse(const DateUse &use, base::Date day, json::Object &fields)
{
    const std::string text = base::formatDate(day);
    if (!use.starts.empty())
        fields.set(std::string(Starts) + use.starts, text);
    if (!use.gives.empty())
        fields.set(std::string(Gives) + use.gives, text);
    for (const std::string &rule : use.ends)
        fields.set(std::string(Ends) + rule, text);
    for (const std::string &rule : use.replaces)
        fields.set(std::string(Replaces) + rule, text);
}

/// The same Swedish day: a change of something else leaves standing when it was written first.
bool isSameDay(const json::Value &before, const json::Value &after)
{
    const auto old = base::parseInstant(before.string() ? *before.string() : std::string());
    const auto fresh = base::parseInstant(after.string() ? *after.string() : std::string());
    return old && fresh && casework::swedishDate(*old) == casework::swedishDate(*fresh);
}

std::string optionsText(const Question &question, const Answer &answer, const std::string &language)
{
    std::string text;
    for (const std::size_t position : answer.positions())
        text += (text.empty() ? "" : ", ") + question.options[position].display.in(language);
    return text;
}

std::string valueText(const Question &question, const Answer &answer, const std::string &language)
{
    const base::Language words = language == "en" ? base::Language::English : base::Language::Swedish;
    if (answer.boolean())
        return std::string(*answer.boolean() ? inLanguage(words, "Ja", "Yes") : inLanguage(words, "Nej", "No"));
    if (answer.integer())
        return std::to_string(*answer.integer());
    if (answer.decimal())
        return answer.decimal()->text();
    if (const auto day = dayOf(answer))
        return base::dayWordsWithYear(*day, words);
    if (answer.date())
        return answer.date()->text();
    return answer.text() ? *answer.text() : optionsText(question, answer, language);
}

/// The titles of the groups around a question, with the row's number in a repeating one.
std::string headingOf(const Questionnaire &form, const Place &place, const std::string &language)
{
    std::string heading;
    const Question &question = form.questions()[place.question];
    for (auto parent = form.nodes()[question.node].parent; parent; parent = form.nodes()[*parent].parent) {
        std::string title = form.nodes()[*parent].text.in(language);
        const bool isRow = question.repeat && form.repeats()[*question.repeat].node == *parent;
        if (isRow && place.row) {
            if (!title.empty())
                title += ' ';
            title += std::to_string(*place.row + 1);
        }
        if (!title.empty() && !heading.empty())
            title += ", ";
        title += heading;
        heading = std::move(title);
    }
    return heading;
}

} // namespace

std::vector<std::string> missingAnswers(const InterviewSession &session)
{
    std::vector<std::string> missing;
    const AnswerSheet &answers = session.answers();
    for (const Place &place : answers.places()) {
        const bool isNeeded = answers.questionnaire().questions()[place.question].isNeeded;
        if (isNeeded && session.openItems().isOpen(place) && !answers.at(place))
            missing.push_back(answers.key(place));
    }
    return missing;
}

json::Object actFields(const InterviewSession &session, base::Instant begun)
{
    const AnswerSheet &answers = session.answers();
    const Questionnaire &form = answers.questionnaire();
    json::Object fields{{"form", form.id()}, {"version", form.version()}};
    std::optional<base::Date> happened;
    for (const Place &place : answers.places()) {
        const Question &question = form.questions()[place.question];
        const auto &answer = answers.at(place);
        if (!answer || !session.openItems().isOpen(place))
            continue;
        fields.set(answerField(answers.key(place)), storedAnswer(question, *answer));
        const auto day = dayOf(answer);
        if (!day)
            continue;
        addDateUse(question.date, *day, fields);
        if (question.date.isToday && !happened)
            happened = day;
    }
    const bool isEarlier = happened && *happened != casework::swedishDate(begun);
    fields.set("at",
               base::formatInstant(isEarlier ? casework::instantOf({*happened, std::chrono::minutes(0)}) : begun));
    return fields;
}

json::Object actChanges(const json::Object &before, const json::Object &after)
{
    json::Object changes;
    for (const auto &[name, value] : after) {
        const json::Value *old = before.find(name);
        if (old && (*old == value || (name == "at" && isSameDay(*old, value))))
            continue;
        changes.set(name, value);
    }
    for (const auto &[name, value] : before) {
        const bool isWritten =
            std::ranges::any_of(Written, [&](std::string_view prefix) { return name.starts_with(prefix); });
        if (isWritten && !value.isNull() && !after.contains(name))
            changes.set(name, nullptr);
    }
    return changes;
}

AnswerSheet begunForm(QuestionnairePointer form, base::Date today, const AnswerSheet *goesOnFrom)
{
    AnswerSheet answers(std::move(form));
    if (goesOnFrom) {
        json::Object shared;
        for (const Place &place : goesOnFrom->places()) {
            const Question &question = goesOnFrom->questionnaire().questions()[place.question];
            // Days are of their own act.
            if (goesOnFrom->at(place) && question.type != QuestionType::Date)
                shared.append(goesOnFrom->key(place), storedAnswer(question, *goesOnFrom->at(place)));
        }
        answers = AnswerSheet::fromStored(answers.questionnairePointer(), shared).sheet;
    }
    const auto &questions = answers.questionnaire().questions();
    const auto day = PartialDate::parse(base::formatDate(today));
    for (std::size_t i = 0; i < questions.size() && day; ++i)
        if (questions[i].date.isToday)
            answers.set(i, Answer::date(*day));
    return answers;
}

std::vector<ActLine> actLines(const QuestionnairePointer &form, const json::Object &recordFields,
                              const std::string &language)
{
    const auto read = AnswerSheet::fromStored(form, storedAnswers(recordFields));
    std::vector<ActLine> lines;
    std::string heading;
    for (const Place &place : read.sheet.places()) {
        const auto &answer = read.sheet.at(place);
        if (!answer || !answer->hasValue())
            continue;
        const Question &question = form->questions()[place.question];
        std::string title = headingOf(*form, place, language);
        const bool isNew = title != heading;
        if (isNew)
            heading = title;
        lines.push_back({isNew ? std::move(title) : std::string(), question.text.in(language),
                         valueText(question, *answer, language)});
    }
    for (const std::string &key : read.unreadable)
        lines.push_back({{}, key, json::serialise(*recordFields.find(answerField(key)))});
    return lines;
}

} // namespace faltakt::screening
