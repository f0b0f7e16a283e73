#include "core/rules/attempt_choices.h"

#include "core/casework/record_codes.h"
#include "core/casework/swedish_time.h"
#include "core/rules/swedish_calendar.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

namespace {

constexpr std::array<std::string_view, 4> Main{"reached", "callLater", "noAnswer", "wrongNumber"};

struct Obstacle {
    std::string_view code;
    std::string_view sv;
    std::string_view en;
};

struct AgainTime {
    std::string_view code;
    int months;
    std::string_view sv;
    std::string_view en;
};

constexpr std::array AgainTimes{
    AgainTime{"month", 1, "Om en månad", "In a month"},
    AgainTime{"quarter", 3, "Om tre månader", "In three months"},
    AgainTime{"halfYear", 6, "Om ett halvår", "In half a year"},
    AgainTime{"anyTime", 0, "När det passar oss", "When it suits us"},
};

constexpr std::array Obstacles{
    Obstacle{"protectedIdentity", "Personuppgifterna är skyddade. Inget brev går härifrån.",
             "The identity is protected. No letter goes from here."},
    Obstacle{"deceased", "Personen är avliden. Inget brev skickas.", "The person has died. No letter is sent."},
    Obstacle{"noAddress", "Det finns ingen adress att skicka till.", "There is no address to send to."},
    Obstacle{"noContact", "Personen vill inte bli kontaktad. Inget brev skickas.",
             "The person does not want to be contacted. No letter is sent."},
    Obstacle{"reportOpen", "Uppföljningen efter LOB är inte klar. Gör klart den först, eller välj ett annat sätt.",
             "The follow-up after LOB is not done. Finish it first, or choose another way."},
    Obstacle{"sent", "Brevet är redan skickat.", "The letter has been sent already."},
    Obstacle{"reached", "Ni har fått kontakt sedan brevet begärdes. Släpp brevet om det ändå ska gå.",
             "You have been in touch since the letter was asked for. Let it go if it is still wanted."},
    Obstacle{"wrongAddress", "Adressen stämmer inte.", "The address is not right."},
    Obstacle{"otherWayIsBetter", "En annan väg än brev är bättre.", "Another way than a letter is better."},
    Obstacle{"keptBack", "Brevet hålls kvar.", "The letter is kept back."},
    Obstacle{"notAsked", "Ingen har bett om brevet.", "Nobody has asked for the letter."},
    Obstacle{"asked", "Brevet är redan begärt.", "The letter has been asked for already."},
    Obstacle{"violence", "Någon annan kan läsa brevet. Fundera på en annan väg.",
             "Somebody else may read the letter. Think of another way."},
    Obstacle{"forvaltare", "Personen har förvaltare. Ta ställning till vem brevet ska gå till.",
             "The person has an administrator (förvaltare). Decide to whom the letter shall go."},
    Obstacle{"careOf", "Adressen går genom någon annan (c/o).", "The address goes by somebody else (c/o)."},
    Obstacle{"language", "Det är inte känt vilket språk brevet ska skrivas på.",
             "It is not known in which language the letter should be written."},
    Obstacle{"underAge", "Personen är under 18 år. Barnenheten tar ställning till brevet.",
             "The person is under 18. The child unit decides on the letter."},
    Obstacle{"teamLead", "Be teamledaren välja nästa väg. Här avslutas inte utan kontakt.",
             "Ask the team leader for the next way. This is not closed without contact."},
    Obstacle{"childrenWorry", "Det finns en oro för barn utan steg. Ta ställning till den först.",
             "There is a worry about children without a step. Take a stand on it first."},
    Obstacle{"childrenNotAsked", "Ingen har frågat om barn. Fråga, eller svara på sidan Barn, först.",
             "Nobody has asked about children. Ask, or answer on the page Children, first."},
    Obstacle{"attempts", "Det finns försök kvar att göra.", "There are attempts left to make."},
    Obstacle{"letter", "Brevet är inte begärt än.", "The letter has not been asked for yet."},
};

} // namespace

std::vector<std::string_view> mainOutcomes() { return {Main.begin(), Main.end()}; }

std::vector<std::string_view> otherOutcomes()
{
    std::vector<std::string_view> others;
    std::ranges::copy_if(casework::codes::ContactOutcome, std::back_inserter(others),
                         [](std::string_view outcome) { return std::ranges::find(Main, outcome) == Main.end(); });
    return others;
}

OutcomeFollowUp followUpOf(std::string_view outcome)
{
    OutcomeFollowUp asks;
    asks.talk = outcome == "reached";
    asks.mayContactAgain = outcome == "declined";
    asks.interpreter = outcome == "needsInterpreter";
    asks.endsEverything = outcome == "deceased";
    asks.nextTime = outcome != "declined" && outcome != "deceased" && outcome != "alreadyWithUs";
    return asks;
}

std::vector<std::string_view> contactAgainCodes()
{
    std::vector<std::string_view> codes;
    std::ranges::transform(AgainTimes, std::back_inserter(codes), &AgainTime::code);
    return codes;
}

std::string contactAgainText(std::string_view code, Language language)
{
    const auto found = std::ranges::find(AgainTimes, code, &AgainTime::code);
    return std::string(found == AgainTimes.end() ? code : base::inLanguage(language, found->sv, found->en));
}

std::optional<base::Instant> contactAgainFrom(std::string_view code, base::Instant at)
{
    const auto found = std::ranges::find(AgainTimes, code, &AgainTime::code);
    if (found == AgainTimes.end() || found->months == 0)
        return std::nullopt;
    const base::Date day = casework::swedishDate(at) + std::chrono::months(found->months);
    // The last day of a shorter month.
    return startOfDay(day.ok() ? day : base::Date(day.year() / day.month() / std::chrono::last));
}

std::string obstacleText(std::string_view code, Language language)
{
    const auto found = std::ranges::find(Obstacles, code, &Obstacle::code);
    return std::string(found == Obstacles.end() ? code : base::inLanguage(language, found->sv, found->en));
}

std::vector<std::string_view> obstacleCodes()
{
    std::vector<std::string_view> codes;
    std::ranges::transform(Obstacles, std::back_inserter(codes), &Obstacle::code);
    return codes;
}

} // namespace faltakt::rules
