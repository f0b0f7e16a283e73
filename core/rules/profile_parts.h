#pragma once

#include "core/base/instant.h"
#include "core/rules/figure.h"
#include "core/rules/local_text.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::rules {

// The elements of a profile's lists. Each has a code of its own in its list and replaces a parent's of the same code as
// a whole. Where an English text is missing in the file, the Swedish one stands in its place.

struct ProfileElement : Statement {
    std::string code;
    /// The file takes away what a parent states. Never true in a profile with its parents under it.
    bool removed = false;
};

/// Which Social Services Act labels a decision of a day. Both days are inclusive.
struct ProfileLaw : Statement {
    std::string law; ///< "2001:453" or "2025:400"
    std::optional<base::Date> from;
    std::optional<base::Date> until;
};

struct ProfileSubstance : ProfileElement {
    std::string scope; ///< care, prevention, or outside: said not to be the board's
};

/// A board, unit or provider.
struct ProfileBody : ProfileElement {
    std::string name;
    std::string type; ///< board committee unit provider group
    LocalText does;
};

/// Somebody to ring. Without a number it is shown as missing. Codes that the product knows: emergency onCall
/// psychiatricEmergency healthAdvice poisonInformation womensHelpline.
struct ProfileContact : ProfileElement {
    std::string name;
    std::string group; ///< own region authority voluntary provider national, or empty
    LocalText does;
    Setting<std::string> number;
    LocalText hours;    ///< When somebody answers; empty where the guideline does not say.
    LocalText cardName; ///< What stands on the card that a person is given: neutral, as a text message.
};

/// An instrument that the profile names; its code is that of assets/instruments, or asi for the family.
struct ProfileInstrument : ProfileElement {
    bool mandatory = false;
    LocalText when;              ///< in which work; empty for "no condition stated"
    std::optional<int> priority; ///< 1 to 10 of the national guidelines, where stated
    std::optional<int> maxAge;
    std::string version;
    std::string cutoffSet;
};

/// A test of the instrument medical-test.
struct ProfileTest : ProfileElement {
    std::optional<int> priority;
    LocalText notFor;
};

struct ProfileMethod : ProfileElement {
    LocalText name;
    std::optional<int> priority;
};

struct ProfileResponsibility : ProfileElement {
    LocalText name;
    std::string by; ///< municipality region shared
};

/// Where the right to an insats stands: SFS number and paragraph, without chapter for LVM, LVU and LOB.
struct ProfileGround : Statement {
    std::string law;
    std::string paragraph;
};

struct ProfileDocumentation : Statement {
    std::string value; ///< advice anonymous full
    std::optional<base::Date> decidedAt;
};

/// A number of talks, from and to.
struct ProfileTalks : Statement {
    int from = 1;
    int to = 1;
    bool about = false;
};

struct ProfileLength : Statement {
    int value = 1;
    std::string unit; ///< hours days workingDays weeks months years
};

struct ProfileInsats : ProfileElement {
    LocalText name;
    std::string type;       ///< advice support treatment housing residential relatives sentence coercive
    bool treatment = false; ///< goes to the region on reform.regionTreatsFrom
    bool needsTest = true;
    std::vector<ProfileGround> grounds;
    std::optional<ProfileDocumentation> documentation; ///< unset: written down in full
    std::vector<std::string> clocks;                   ///< rules that begin with it
    std::optional<ProfileTalks> talks;
    std::optional<ProfileLength> maxLength; ///< only where no clock counts it
    Setting<int> followUpMonths;            ///< goes before the setting of that name
    std::string decision;                   ///< code of a delegation, or empty
    std::string provider;                   ///< code of a body or contact, or empty
    LocalText conditions;
};

/// The rule of assets/deadlines is the code. Without a figure it is a citation, or says that the rule is stated here.
struct ProfileDeadline : ProfileElement {
    std::optional<int> value;
    std::string unit;
};

struct ProfileDelegation : ProfileElement {
    std::string decider; ///< caseworker teamLeader unitManager committee chair board
    std::string body;
    LocalText note;
};

/// Paragraphs in both languages, equally many.
struct LocalParagraphs {
    std::vector<std::string> swedish;
    std::vector<std::string> english;
};

enum class TemplateUse : std::uint8_t { TextMessage, Letter, Note };

struct ProfileTemplate : ProfileElement {
    TemplateUse use = TemplateUse::Note;
    LocalText name;
    LocalText message;        ///< a text message's text
    LocalParagraphs opening;  ///< a letter's first lines: neutral, as a text message
    LocalParagraphs text;     ///< the rest of the letter
    LocalParagraphs headings; ///< a note's
};

struct ProfileText : ProfileElement {
    LocalText title;
    LocalText text;
};

struct ProfileOutcome {
    std::string code;
    LocalText name; ///< empty: as the product calls it
};

/// The outcomes that a page offers, in this order.
struct ProfileOutcomes : Statement {
    std::vector<ProfileOutcome> codes;
};

} // namespace faltakt::rules
