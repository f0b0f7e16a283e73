#pragma once

#include "core/base/language.h"
#include "core/casework/contact_way.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::casework {

/// Something arranged for the work with a person, with its source and when it is looked over. Never a label.
struct PersonFlag {
    std::string id;   ///< Of the element in the list.
    std::string code; ///< twoAtVisit, violence, childrenAtHome, forvaltare
    std::string source;
    std::optional<base::Date> date;
    std::optional<base::Date> review;
};

/// The level of protected identity: of all values that stand, in conflict too, the one that protects most. A level
/// that this version does not know protects most of all. "none" where nothing is noted.
[[nodiscard]] std::string protectionLevel(const store::RecordView &person);

/// How much a level protects: 0 for none, and a level that this version does not know most of all.
[[nodiscard]] std::size_t protectionStrength(std::string_view level);

/// Whether this field of a record tells who the person is, or who is around her: names, numbers, ways to reach them.
[[nodiscard]] bool tellsWho(std::string_view kind, std::string_view field);

/// "Johan E.": what lists show. One of the two may be missing.
[[nodiscard]] std::string initialName(std::string_view givenName, std::string_view familyName);

/// What screens need of a person's card. With protected identity names, numbers, birth date, ways and
/// aliases are empty whatever the record may hold by mistake. A value.
struct PersonCard {
    std::string givenName;
    std::string initialName;
    std::string fullName;
    std::vector<std::string> aliases;
    std::string identityNumber;
    std::string identityKind;
    std::optional<base::Date> birthDate;
    std::string sex;
    std::string interpreter; ///< BCP 47; empty where none is needed, "und" where the language is not known
    std::vector<PersonFlag> flags;
    std::vector<ContactWay> contactWays;
    std::string protection = "none";
    bool deceased = false;

    [[nodiscard]] bool isProtected() const { return protection != "none"; }
    /// Whole years on that day; empty without a birth date or before the birth.
    [[nodiscard]] std::optional<int> ageOn(base::Date day) const;
    [[nodiscard]] bool hasFlag(std::string_view code) const;
};
[[nodiscard]] PersonCard readPersonCard(const store::RecordView &person);

/// "Tolk: finska", "Interpreter: Finnish"; a tag without a name here is shown as it is. Empty for an empty tag.
[[nodiscard]] std::string interpreterText(std::string_view tag, base::Language language);
/// "finska", "Finnish".
[[nodiscard]] std::string languageName(std::string_view tag, base::Language language);
/// Tags that have a name, for a form's choices.
[[nodiscard]] std::vector<std::string_view> interpreterLanguages();

} // namespace faltakt::casework
