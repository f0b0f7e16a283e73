#pragma once

#include "core/rules/case_facts.h"

#include <vector>

namespace faltakt::rules {

/// A card of the same person in another file.
struct TiedCard {
    store::RecordView person;
    bool isEndedByDeath = false; ///< the matter over there
};

/// The cards of the files to which this one is tied, the nearest first; empty where it is tied to none. Where the person of
/// any of them has protected identity the tie says nothing, and neither does one to a file that is not here.
[[nodiscard]] base::Result<std::vector<TiedCard>> cardsOfTiedFiles(base::CaseId caseId,
                                                                   const store::CaseReader &reader);

/// Of two cards of one person the safer word counts: a death, a wish for no contact and what holds a letter back stand
/// wherever they stand. What the file's own card does not say is taken from the other one.
void joinCard(base::RecordId card, const PersonFacts &other, CaseFacts &facts);

} // namespace faltakt::rules
