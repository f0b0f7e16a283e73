#pragma once

#include "core/base/language.h"
#include "core/casework/person_card.h"
#include "core/rules/profile.h"
#include "qml/viewmodels/form/choice_list_model.h"

#include <QString>

#include <initializer_list>
#include <string_view>

namespace faltakt::viewmodels {

// The choices on the pages about contacts: which codes, in which order, with which icon; the words are casework's.

using Choices = std::vector<ChoiceListModel::Choice>;
using base::Language;

[[nodiscard]] QString outcomeText(std::string_view code, Language language);
[[nodiscard]] QString resultText(std::string_view code, Language language);
[[nodiscard]] QString wayText(std::string_view code, Language language);

/// Who answered, by the outcome that follows; the last one, with the code "unsure", asks further.
[[nodiscard]] Choices callerChoices(Language language);
/// Who it turned out to be.
[[nodiscard]] Choices unsureChoices(Language language);
/// What the municipality's profile offers, in its order and by its names; without it everything as the product has it.
using Offered = std::optional<rules::ProfileOutcomes>;
/// Those with a button of their own on the page of a call, besides who answered.
[[nodiscard]] Choices callOutcomes(Language language, const Offered &offered = {});
/// Those behind "Fler …"; the last one, with the code "otherWay", leads to other ways than calling.
[[nodiscard]] Choices moreCallOutcomes(Language language, const Offered &offered = {});
/// What fits the way: a letter has none, a message can only be answered or not.
[[nodiscard]] Choices outcomesOf(std::string_view way, Language language, const Offered &offered = {});
[[nodiscard]] Choices contactWays(Language language);
/// The first ones, or all of them.
[[nodiscard]] Choices talkResults(bool all, Language language, const Offered &offered = {});
[[nodiscard]] Choices aloneChoices(Language language);
[[nodiscard]] Choices childrenChoices(Language language);
[[nodiscard]] Choices againChoices(Language language);
/// When, after a no.
[[nodiscard]] Choices againWhenChoices(Language language);
[[nodiscard]] Choices closePersonChoices(Language language);
[[nodiscard]] Choices agreesChoices(Language language);
/// Level and minutes in one press, by the code of AttemptForm::advice; the first one is that none was given.
[[nodiscard]] Choices adviceChoices(Language language);
/// Of a contact's fields about a visit: "agreedHow", "othersAgreed", "letIn"; and "interpretedBy".
[[nodiscard]] Choices visitChoices(std::string_view field, Language language);
/// Whom the municipality's profile names in one of these groups, by name; the code is the name itself.
[[nodiscard]] Choices contactsOf(const rules::Profile &profile, std::initializer_list<std::string_view> groups);
/// Languages by name; the last one is that it is not known.
[[nodiscard]] Choices interpreterChoices(Language language);

/// What repeated reports call for, with the paragraphs of a decision of the day; shown on the person's own page alone.
[[nodiscard]] QString repeatText(int reports, bool considersInvestigation, bool hasDangerSign, base::Date day);

/// Why no text message may go to this person: never to numbers that others read, nor where no message may be left. Empty
/// where one may.
[[nodiscard]] QString whyNoText(const casework::PersonCard &card);

} // namespace faltakt::viewmodels
