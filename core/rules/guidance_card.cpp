#include "core/rules/guidance_card.h"

namespace faltakt::rules {

namespace {

std::string_view strengthText(int priority, bool swedish)
{
    if (priority <= 3)
        return swedish ? "bör erbjudas" : "should be offered";
    if (priority <= 7)
        return swedish ? "kan erbjudas" : "can be offered";
    return swedish ? "kan erbjudas i undantagsfall" : "can be offered exceptionally";
}

} // namespace

std::string priorityText(int priority, Language language)
{
    const bool swedish = language == Language::Swedish;
    return (swedish ? "Prioritet " : "Priority ") + std::to_string(priority) + (swedish ? " av 10: " : " of 10: ")
           + std::string(strengthText(priority, swedish));
}

std::string confidenceText(Confidence confidence, Language language)
{
    const bool swedish = language == Language::Swedish;
    switch (confidence) {
    case Confidence::Primary: return swedish ? "Läst i källan" : "Read in the source";
    case Confidence::Secondary: return swedish ? "Återgivet av någon annan" : "As reported by somebody else";
    case Confidence::Unconfirmed: break;
    }
    return swedish ? "Allmän kunskap, kontrollera lokalt" : "General knowledge, check locally";
}

} // namespace faltakt::rules
