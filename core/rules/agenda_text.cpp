#include "core/rules/agenda_text.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

namespace {

struct Wording {
    std::string_view code;
    std::string_view sv; ///< {1}, {2}: parameters
    std::string_view en;
};

constexpr std::array Wordings{
    Wording{"lobAttempt", "Ring, försök {1} av {2}", "Call, attempt {1} of {2}"},
    Wording{"lobOtherWay", "Sök på annat sätt, försök {1} av {2}", "Try another way, attempt {1} of {2}"},
    Wording{"lobWithInterpreter", "Ring med tolk, försök {1} av {2}", "Call with an interpreter, attempt {1} of {2}"},
    Wording{"lobTalkAgain", "Ring igen, samtalet hanns inte med", "Call again, the talk did not take place"},
    Wording{"lobInstitution", "Hör av dig igen, gick inte att nå nu", "Get in touch again, could not be reached now"},
    Wording{"letter", "Skicka brev", "Send a letter"},
    Wording{"letterHeld", "Brevet väntar på att du ser över det", "The letter waits for you to look at it"},
    Wording{"lobTeamLeader", "Be teamledaren välja nästa väg", "Ask the team leader for the next way"},
    Wording{"lobClose", "Ta ställning till att avsluta", "Consider closing"},
    Wording{"register", "Registrera rapporten", "Register the report"},
    Wording{"safetyCheck", "Omedelbar skyddsbedömning", "Immediate safety check"},
    Wording{"preAssessment", "Förhandsbedömning", "Pre-assessment"},
    Wording{"childUnit", "Lämna till barnenheten", "Pass to the child unit"},
    Wording{"reviewSupport", "Se över stödet, erbjud ett möte", "Look over the support, offer a meeting"},
    Wording{"considerInvestigation", "Ta ställning till utredning", "Consider an investigation"},
    Wording{"newReport", "Ny rapport att läsa", "New report to read"},
    Wording{"childrenWorry", "Oro för barn: ring barnenheten", "Worry about children: ring the child unit"},
    Wording{"childrenAtCustody", "Barn fanns i närheten: ta ställning", "Children were present: take a stand"},
    Wording{"birthDecide", "Ta ställning: utredning vid födseln?", "Consider: an investigation at the birth?"},
    Wording{"safetyCheckRing", "Skyddsbedömning: ring teamledaren", "Safety check: ring the team leader"},
    Wording{"childrenNotAsked", "Fråga om barn", "Ask about children"},
    Wording{"mayAskAgain", "Får kontaktas igen", "May be contacted again"},
    Wording{"nextContact", "Avtalad kontakt", "Agreed contact"},
    Wording{"bookedVisit", "Bokat besök", "Booked visit"},
    Wording{"assessmentInProgress", "Frågor påbörjade", "Questions begun"},
    Wording{"asiFollowUp", "ASI Uppföljning", "ASI follow-up"},
    Wording{"asiAtFollowUp", "ASI inför uppföljningen", "ASI before the follow-up"},
    Wording{"followUpAtChange", "Följ upp: något har ändrats", "Follow up: something has changed"},
    Wording{"contactUnfinished", "Skriv klart kontakten", "Finish the contact entry"},
    Wording{"visitOpen", "Du är incheckad på besök", "You are checked in on a visit"},
    Wording{"visitAlarm", "Ingen utcheckning: ring {1}", "No check-out: ring {1}"},
    Wording{"visitAlarmSeen", "Ingen utcheckning av {1}. {3} tar hand om det",
            "No check-out by {1}. {3} takes care of it"},
    Wording{"visitAlarmOffice", "Ingen utcheckning av {1}. Kontoret tar hand om det",
            "No check-out by {1}. The office takes care of it"},
    Wording{"takeoverAsked", "{1} ber dig ta över", "{1} asks you to take over"},
    Wording{"takeoverAskedTeam", "{1} ber teamet ta över", "{1} asks the team to take over"},
    Wording{"takeoverWaiting", "Väntar på svar av {1} om överlämning", "Waits for {1}'s answer about taking over"},
    Wording{"takeoverWaitingTeam", "Väntar på att någon tar över", "Waits for somebody to take over"},
    Wording{"takeoverDeclined", "{1} kan inte ta över", "{1} cannot take over"},
    Wording{"takeoverAccepted", "{1} har tagit över", "{1} has taken over"},
    Wording{"deputy", "Ersättare för {1} till {2}", "Deputy for {1} until {2}"},
    Wording{"dangerNow", "Följ upp genast", "Follow up at once"},
    Wording{"flagReview", "Se över det som är noterat på kortet", "Look over what is noted on the card"},
};

/// What a task says; its own text stands beside it on the screen.
constexpr std::array TaskWordings{
    Wording{"followUpLob", "Uppföljning efter LOB", "Follow-up after LOB"},
    Wording{"letter", "Skicka brev", "Send a letter"},
    Wording{"nextContact", "Ta kontakt", "Get in touch"},
    Wording{"children", "Fråga om barn", "Ask about children"},
    Wording{"reviewSupport", "Se över stödet", "Look over the support"},
    Wording{"ownTask", "Egen uppgift", "Own task"},
    Wording{"letterHeld", "Brevet väntar på att du ser över det", "The letter waits for you to look at it"},
    Wording{"newReport", "Ny rapport att läsa", "New report to read"},
    Wording{"safetyCheck", "Omedelbar skyddsbedömning", "Immediate safety check"},
    Wording{"preAssessment", "Förhandsbedömning", "Pre-assessment"},
    Wording{"knownElsewhere", "Kan ha en akt redan: stäm av", "May have a file already: check"},
};

/// What the clock of an act says to do: neither the form nor anything of the person.
constexpr std::array ActWordings{
    Wording{"investigation.open", "Ta ställning till utredning", "Decide about an investigation"},
    Wording{"safetyCheck.atOnce", "Omedelbar skyddsbedömning", "Immediate safety check"},
    Wording{"safetyCheck.limit", "Skyddsbedömning, yttersta tid", "Safety check, latest time"},
    Wording{"preAssessment.decide", "Förhandsbedömning ska vara klar", "Pre-assessment to be done"},
    Wording{"communication.reply", "Tiden att svara går ut", "The time to answer ends"},
    Wording{"appeal.arrive", "Tiden att överklaga går ut", "The time to appeal ends"},
    Wording{"decision.end", "Beslutet går snart ut", "The decision soon ends"},
    Wording{"insats.followUp", "Följ upp tillsammans", "Follow up together"},
    Wording{"insats.followUpAtEnd", "Följ upp när det slutar", "Follow up at the end"},
    Wording{"placement.review", "Se över insatsen tillsammans", "Review the help together"},
    Wording{"trainingFlat.end", "Insatsen: längsta tiden går ut", "The help: its longest time ends"},
    Wording{"gambling.programme", "Insatsen: tiden går ut", "The help: its time ends"},
    Wording{"aftercare.offer", "Erbjud stöd efteråt", "Offer support afterwards"},
    Wording{"plan.review", "Följ upp planen", "Follow up the plan"},
    Wording{"sip.start", "Starta det gemensamma arbetet", "Start the joint work"},
    Wording{"sip.review", "Följ upp den gemensamma planen", "Follow up the joint plan"},
    Wording{"consent.end", "Det som är överenskommet går ut", "What was agreed runs out"},
    Wording{"lexSarah.report", "Lämna rapporten vidare", "Pass the report on"},
    Wording{"eviction.contact", "Ta kontakt om boendet", "Get in touch about the home"},
    Wording{"eviction.recover", "Boendet: tiden går ut", "The home: the time ends"},
};

std::string filled(std::string_view pattern, const std::vector<std::string> &parameters)
{
    std::string text(pattern);
    for (std::size_t index = 1; index < parameters.size(); ++index) {
        const std::string mark = "{" + std::to_string(index) + "}";
        if (const std::size_t at = text.find(mark); at != std::string::npos)
            text.replace(at, mark.size(), parameters[index]);
    }
    return text;
}

} // namespace

std::string agendaReasonText(std::string_view reason, Language language)
{
    const auto parts = base::split(reason, ':');
    const auto wordsOf = [&](const Wording &wording) {
        return language == Language::Swedish ? wording.sv : wording.en;
    };
    if (parts.front() == "task") {
        const auto task = std::ranges::find(TaskWordings, parts.size() > 1 ? parts[1] : "", &Wording::code);
        if (task != TaskWordings.end())
            return std::string(wordsOf(*task));
        return language == Language::Swedish ? "Uppgift" : "Task";
    }
    if (parts.front() == "act") {
        const auto act = std::ranges::find(ActWordings, parts.size() > 1 ? parts[1] : "", &Wording::code);
        if (act != ActWordings.end())
            return std::string(wordsOf(*act));
        return language == Language::Swedish ? "En tid går ut" : "A time ends";
    }
    const auto found = std::ranges::find(Wordings, parts.front(), &Wording::code);
    return found == Wordings.end() ? std::string(reason) : filled(wordsOf(*found), parts);
}

std::vector<std::string_view> agendaReasonCodes()
{
    std::vector<std::string_view> codes{"task", "act"};
    std::ranges::transform(Wordings, std::back_inserter(codes), &Wording::code);
    return codes;
}

} // namespace faltakt::rules
