#include "core/rules/tied_cards.h"

#include <algorithm>
#include <set>

namespace faltakt::rules {

using base::CaseId;
using base::Result;
using store::RecordView;

namespace {

constexpr std::string_view NoAddress = "noAddress";

bool saysProtected(const RecordView &person)
{
    return std::ranges::any_of(person.allTexts("protection"),
                               [](const std::string &level) { return !level.empty() && level != "none"; });
}

Result<bool> isProtected(CaseId caseId, const store::CaseReader &reader)
{
    TRY(const auto hidden, reader.records(caseId, "protectedPerson"));
    TRY(const auto persons, reader.records(caseId, "person"));
    return !hidden.empty() || std::ranges::any_of(persons, saysProtected);
}

/// Where no card has an address, or one of them says that it must not be used.
void joinHolds(const PersonFacts &other, bool hadCard, PersonFacts &person)
{
    const auto holds = [](const PersonFacts &facts, std::string_view code) {
        return std::ranges::find(facts.letterHolds, code) != facts.letterHolds.end();
    };
    for (const std::string &code : other.letterHolds)
        if (code != NoAddress && !holds(person, code))
            person.letterHolds.push_back(code);
    // The letter is printed from the file that asks for it: without a card of its own it has no address to print.
    if (!hadCard && !holds(person, NoAddress))
        person.letterHolds.emplace_back(NoAddress);
}

} // namespace

Result<std::vector<TiedCard>> cardsOfTiedFiles(CaseId caseId, const store::CaseReader &reader)
{
    std::vector<TiedCard> cards;
    std::set<CaseId> seen;
    for (CaseId file = caseId; seen.insert(file).second;) {
        TRY(const auto matters, reader.records(file, "case"));
        const bool isFirst = file == caseId;
        const auto next = CaseId::parse(matters.empty() ? std::string() : matters.front().text("mergedInto"));
        if (isFirst && !next)
            return cards;
        TRY(const bool hidden, isProtected(file, reader));
        if (hidden)
            return std::vector<TiedCard>();
        TRY(auto persons, reader.records(file, "person"));
        if (!isFirst && !persons.empty() && !matters.empty())
            cards.push_back({std::move(persons.front()), matters.front().text("closedAs") == "deceased"});
        if (!next)
            break;
        file = *next;
    }
    return cards;
}

void joinCard(base::RecordId card, const PersonFacts &other, CaseFacts &facts)
{
    PersonFacts &person = facts.person;
    if (card == facts.personRecord || std::ranges::find(facts.otherCards, card) != facts.otherCards.end())
        return;
    joinHolds(other, facts.hasPerson, person);
    if (facts.hasPerson)
        facts.otherCards.push_back(card);
    else
        facts.personRecord = facts.phoneRecord = card;
    facts.hasPerson = true;
    if (person.phoneWays == 0 && other.phoneWays > 0) {
        person.phoneWays = other.phoneWays;
        facts.phoneRecord = card;
    }
    if (!person.birthDate)
        person.birthDate = other.birthDate;
    person.deceased = person.deceased || other.deceased;
    person.holdsFlagChildren = person.holdsFlagChildren || other.holdsFlagChildren;
    // When it may be asked again is said on the card where it stands, and asked there.
    if (other.noContactSince)
        person.noContactSince = std::max(person.noContactSince.value_or(base::Instant::min()), *other.noContactSince);
}

} // namespace faltakt::rules
