#include "core/rules/letter_queue.h"

#include <algorithm>

namespace faltakt::rules {

namespace {

/// Nobody has asked: the follow-up wants it, or a task about it is open.
bool isToBeAsked(const LobFollowUp &followUp, const CaseFacts &facts, base::RecordId report)
{
    const bool isWanted = followUp.report && followUp.report->id == report
                          && (followUp.letter == LetterState::Pending || followUp.letter == LetterState::Held
                              || followUp.letter == LetterState::AsTask);
    return isWanted || std::ranges::any_of(facts.tasks, [&](const TaskFacts &task) {
               return task.isOpen() && task.report == report && (task.what == "letter" || task.what == "letterHeld");
           });
}

void addOnce(std::vector<std::string> &reasons, const std::string &reason)
{
    if (!reason.empty() && std::ranges::find(reasons, reason) == reasons.end())
        reasons.push_back(reason);
}

/// The gravest first: what nobody may look past, then what keeps it back now, then what was seen before.
std::vector<std::string> reasonsAgainst(const CaseFacts &facts, const ReportFacts &report)
{
    std::vector<std::string> reasons;
    addOnce(reasons, letterObstacle(facts).value_or(std::string()));
    addOnce(reasons, facts.person.noContactSince ? "noContact" : "");
    addOnce(reasons, report.letterHeldFor);
    for (const std::string &hold : facts.person.letterHolds)
        addOnce(reasons, hold);
    return reasons;
}

std::optional<FileLetter> letterOfReport(const LobFollowUp &followUp, const CaseFacts &facts, const ReportFacts &report)
{
    FileLetter letter;
    letter.report = report.id;
    if (report.letterSent) {
        letter.place = LetterPlace::Sent;
        letter.since = *report.letterSent;
        return letter;
    }
    letter.isImpossible = letterObstacle(facts).has_value() || facts.person.noContactSince.has_value();
    letter.reasons = reasonsAgainst(facts, report);
    if (report.letterRequested) {
        letter.place = letterWait(facts, report).empty() ? LetterPlace::Ready : LetterPlace::Held;
        letter.since = *report.letterRequested;
        return letter;
    }
    if (!isToBeAsked(followUp, facts, report.id))
        return std::nullopt;
    letter.since = report.received;
    return letter;
}

} // namespace

std::vector<FileLetter> lettersOf(const Profile &profile, const CaseFacts &facts, base::Instant now)
{
    std::vector<FileLetter> letters;
    const LobFollowUp followUp = lobFollowUpOf(profile, facts);
    for (const ReportFacts &report : facts.reports) {
        auto letter = letterOfReport(followUp, facts, report);
        if (letter && (letter->place != LetterPlace::Sent || letter->since + SentLetterShown > now))
            letters.push_back(std::move(*letter));
    }
    return letters;
}

std::optional<FileLetter> letterOf(const Profile &profile, const CaseFacts &facts, base::RecordId report)
{
    const auto found = std::ranges::find(facts.reports, report, &ReportFacts::id);
    if (found == facts.reports.end())
        return std::nullopt;
    return letterOfReport(lobFollowUpOf(profile, facts), facts, *found);
}

} // namespace faltakt::rules
