#include "core/rules/next_proposal.h"

#include "core/casework/swedish_time.h"
#include "core/rules/swedish_calendar.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

namespace {

/// To get hold of an interpreter takes a day.
constexpr int InterpreterDays = 2;

struct Reason {
    std::string_view code;
    std::string_view sv;
    std::string_view en;
};

constexpr std::array Reasons{
    Reason{"otherTime", "En annan dag och en annan tid än förra försöket.",
           "Another day and another hour than the last attempt."},
    Reason{"personsTime", "Personen ville prata en annan gång.", "The person wanted to talk another time."},
    Reason{"rested", "Det gick inte att prata nu. Nästa arbetsdag kan det gå bättre.",
           "Talking did not work now. It may go better on the next working day."},
    Reason{"interpreter", "Tid att boka tolk.", "Time to book an interpreter."},
    Reason{"institution", "Personen är på sjukhus eller frihetsberövad. Hör av dig igen om en vecka.",
           "The person is in hospital or custody. Get in touch again in a week."},
    Reason{"otherWay", "Numret leder inte till personen. Pröva en annan väg.",
           "The number does not lead to the person. Try another way."},
    Reason{"nextTalk", "Om en vecka, på en arbetsdag.", "In a week, on a working day."},
    Reason{"talkAgain", "Samtalet hanns inte med.", "The talk did not take place."},
};

struct Wait {
    std::string_view reason;
    int workingDays;
};

Wait waitAfter(const ContactFacts &contact)
{
    if (contact.outcome == "callLater")
        return {"personsTime", 1};
    if (contact.outcome == "notFit")
        return {"rested", 1};
    if (contact.outcome == "needsInterpreter")
        return {"interpreter", InterpreterDays};
    if (contact.outcome == "inInstitution")
        return {"institution", InstitutionPauseDays};
    if (contact.outcome == "wrongNumber" || contact.outcome == "noNumber")
        return {"otherWay", 1};
    return contact.outcome == "reached" ? Wait{"talkAgain", 1} : Wait{"otherTime", 1};
}

} // namespace

std::optional<NextProposal> proposeNext(const CaseFacts &facts, const LobFollowUp &followUp,
                                        const std::optional<HourWindow> &agreedHours)
{
    if (followUp.state != FollowUpState::Trying || !followUp.last)
        return std::nullopt;
    std::vector<base::Instant> tried;
    for (const ContactFacts &contact : facts.contacts)
        if (contact.at >= followUp.report->received)
            tried.push_back(contact.at);
    const Wait wait = waitAfter(*followUp.last);
    // The proposal takes the working day after the moment that it is given.
    const base::Date from = casework::swedishDate(followUp.last->at);
    const base::Date before = wait.workingDays > 1 ? addWorkingDays(from, wait.workingDays - 1) : from;
    return NextProposal{proposeNextAttempt(tried, startOfDay(before), agreedHours), std::string(wait.reason)};
}

std::string nextReasonText(std::string_view reason, Language language)
{
    const auto found = std::ranges::find(Reasons, reason, &Reason::code);
    return std::string(found == Reasons.end() ? reason : base::inLanguage(language, found->sv, found->en));
}

std::vector<std::string_view> nextReasonCodes()
{
    std::vector<std::string_view> codes;
    std::ranges::transform(Reasons, std::back_inserter(codes), &Reason::code);
    return codes;
}

} // namespace faltakt::rules
