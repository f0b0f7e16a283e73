#pragma once

#include "core/casework/person_card.h"
#include "core/rules/templates.h"

#include <string>
#include <vector>

namespace faltakt::rules {

/// Who writes, by the profile. What the guideline does not state is empty, and stands in no letter.
struct LetterSender {
    std::string municipality;
    std::string unit;
    std::string number;
    std::vector<std::string> address;
    bool isPlain = true; ///< nothing outside and above the first lines tells who writes
    bool isWindowLeft = false;
};

[[nodiscard]] LetterSender letterSender(const Profile &profile);

/// A letter's words, in the person's language where it is Swedish or English.
struct LetterText {
    std::vector<std::string> address; ///< name first
    base::Language language = base::Language::Swedish;
    std::string interpreter;          ///< the person's language where it is neither; somebody may translate
    std::vector<std::string> opening; ///< neutral, as what may lie open on a doormat
    std::vector<std::string> text;
    std::vector<std::string> missing; ///< places of the template without words: it may not be printed so
};

/// By the municipality's template for the letter after a report. `words` go before what the profile says. NotFound where
/// there is no template.
[[nodiscard]] base::Result<LetterText> writeLetter(const Profile &profile, const casework::PersonCard &person,
                                                   TemplateWords words);

} // namespace faltakt::rules
