#pragma once

#include "core/screening/interview_session.h"

#include <QString>
#include <QStringList>

#include <string>

namespace faltakt::viewmodels {

// What a question says on the screen; the words of the instrument are in its own file.

/// What was answered: the option's words, "Vill inte svara", "Vet inte"; empty without an answer.
[[nodiscard]] QString answerText(const screening::Question &question, const std::optional<screening::Answer> &answer,
                                 const std::string &language);
/// What an instrument is called among colleagues: "AUDIT-C".
[[nodiscard]] QString instrumentName(const std::string &id, const std::string &language);
/// The same where the form is at hand: every one in safe mode is a safety talk and no more, whatever a pack calls it.
[[nodiscard]] QString instrumentName(const screening::Questionnaire &form, const std::string &language);
/// Whose words are read out: ours, or a content pack's by its name; empty where there is nothing to say.
[[nodiscard]] QString wordingNote(const screening::Questionnaire &questionnaire);
/// "Fråga 5 av 10".
[[nodiscard]] QString progressText(const screening::Progress &progress);
/// "2 frågor till kommer", "2 frågor faller bort"; empty where the number of open questions stays.
[[nodiscard]] QString openedText(const screening::InterviewSession &before, const screening::InterviewSession &after);
/// "Fråga 4: Aldrig", to stand above the answers; empty at the first question.
[[nodiscard]] QString previousText(const screening::InterviewSession &session, const std::string &language);
/// What can be pressed: the options, Ja and Nej, and after several options that it is none of them.
[[nodiscard]] QStringList optionTexts(const screening::Question &question, const std::string &language);
/// Which of optionTexts() the answer is.
[[nodiscard]] std::vector<std::size_t> chosenRows(const screening::Question &question, const screening::Answer &answer);
/// Several options with one more or one less; the row after the last option stands for none of them.
[[nodiscard]] screening::Answer toggled(const screening::Question &question,
                                        const std::optional<screening::Answer> &before, std::size_t row);
/// Whether "Vill inte svara" is an answer: where a person was asked.
[[nodiscard]] bool takesRefusal(const screening::Questionnaire &questionnaire, const screening::Question &question);
/// "Tänk på de senaste 30 dagarna."
[[nodiscard]] QString windowText(screening::TimeWindow window);
/// Open questions without an option, in words; empty where all are answered.
[[nodiscard]] QString missingText(int missing);

} // namespace faltakt::viewmodels
