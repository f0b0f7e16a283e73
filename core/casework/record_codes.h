#pragma once

#include <array>
#include <string_view>

// The codes that fields of type Code may hold. A code from a newer version is kept and shown raw, so these lists steer
// forms and imports, never refusals of a stored change.
namespace faltakt::casework::codes {

using Code = std::string_view;

inline constexpr std::array<Code, 4> IdentityKind = {"personnummer", "samordningsnummer", "temporary", "unconfirmed"};
inline constexpr std::array<Code, 3> Sex = {"f", "m", "x"};
/// Arrangements for the work with a person; never what somebody is.
inline constexpr std::array<Code, 6> Flag = {"twoAtVisit", "violence",    "childrenAtHome",
                                             "forvaltare", "meetOutside", "pregnancySupport"};
/// What else a person is called.
inline constexpr std::array<Code, 3> AliasKind = {"other", "former", "nickname"};
/// Somebody around a person, and what he or she is there for.
inline constexpr std::array<Code, 8> RelatedRole = {"relative",   "closePerson", "guardian",  "godMan",
                                                    "forvaltare", "agent",       "companion", "otherHelper"};
/// Three levels, from an administrative warning flag to other names by law 1991:483.
inline constexpr std::array<Code, 4> Protection = {"none", "sekretessmarkering", "skyddadFolkbokforing", "fingerade"};

inline constexpr std::array<Code, 6> Stage = {"intake", "preAssessment", "investigation",
                                              "insats", "followUp",      "closed"};
inline constexpr std::array<Code, 7> CaseClosedAs = {"done",     "declined",    "noContact",        "moved",
                                                     "deceased", "wrongPerson", "otherMunicipality"};

inline constexpr std::array<Code, 2> ReportSource = {"lob", "otherPolice"};
inline constexpr std::array<Code, 2> Ground = {"intoxicated", "danger"};
inline constexpr std::array<Code, 5> Substance = {"alcohol", "drugs", "medicines", "mixed", "unknown"};
inline constexpr std::array<Code, 5> KeptAt = {"arrest", "soberingUnit", "hospital", "home", "other"};
inline constexpr std::array<Code, 3> YesNoUnknown = {"yes", "no", "unknown"};
inline constexpr std::array<Code, 2> ReportStatus = {"open", "closed"};
inline constexpr std::array<Code, 6> ReportClosedAs = {"reached", "declined", "noContact",
                                                       "office",  "deceased", "moved"};

inline constexpr std::array<Code, 7> ContactMode = {"call", "sms", "visit", "letter", "place", "note", "through"};
/// Whom the attempt met. What came of the talk is a result, apart. `deceased` ends letters and tries at once.
inline constexpr std::array<Code, 13> ContactOutcome = {
    "reached", "someoneElse",      "noAnswer",      "wrongNumber",   "noNumber", "hungUp",  "callLater",
    "notFit",  "needsInterpreter", "inInstitution", "alreadyWithUs", "declined", "deceased"};
inline constexpr std::array<Code, 8> ContactResult = {"tookAdvice",          "declined",          "wantsToApply",
                                                      "investigationOpened", "passedToChildUnit", "otherMunicipality",
                                                      "bookedVisit",         "didNotFit"};
/// What an entry about a letter tells: the office prints it later than it is asked for.
inline constexpr std::array<Code, 2> LetterNotice = {"asked", "sent"};
/// How a letter went.
inline constexpr std::array<Code, 3> LetterWay = {"post", "byHand", "otherWay"};
/// Why a letter that was asked for is kept back: by a talk that came in between, or by a worker.
inline constexpr std::array<Code, 4> LetterHold = {"reached", "wrongAddress", "otherWayIsBetter", "keptBack"};
inline constexpr std::array<Code, 3> YesNoNotAsked = {"yes", "no", "notAsked"};
inline constexpr std::array<Code, 4> Children = {"none", "noWorry", "worry", "notAsked"};

/// The three steps that answer a worry about a child.
inline constexpr std::array<Code, 3> ChildStep = {"nothing", "parentWantsHelp", "concernReport"};
inline constexpr std::array<Code, 4> ChildAge = {"unborn", "0to5", "6to12", "13to17"};
inline constexpr std::array<Code, 4> ChildLives = {"whole", "part", "elsewhere", "unknown"};
inline constexpr std::array<Code, 2> ConcernDecision = {"made", "notMade"};
/// How a report of worry reached the child unit. There is no code for "sent": the app sends none.
inline constexpr std::array<Code, 4> ConcernWay = {"call", "onCall", "emergency", "visit"};
inline constexpr std::array<Code, 3> LeaderTold = {"leader", "onCall", "notReached"};
inline constexpr std::array<Code, 3> ProtectionNeed = {"now", "notNow", "unclear"};

/// How a visit was agreed, and how far one came.
inline constexpr std::array<Code, 3> AgreedHow = {"booked", "sameDay", "unannounced"};
inline constexpr std::array<Code, 3> LetIn = {"cameIn", "atTheDoor", "no"};

/// Who told what a note says, where it was not the person.
inline constexpr std::array<Code, 4> ToldBy = {"relative", "neighbour", "authority", "other"};

inline constexpr std::array<Code, 3> AssessmentStatus = {"inProgress", "completed", "declined"};
/// Asked for where the age itself is not: quick screening without a person.
inline constexpr std::array<Code, 4> AgeBand = {"under18", "18to24", "25to65", "over65"};
inline constexpr std::array<Code, 4> Influenced = {"no", "somewhat", "strongly", "cannotJudge"};
/// Who interpreted a talk. There is no code for a child: children never interpret.
inline constexpr std::array<Code, 3> InterpreterUse = {"none", "professional", "otherAdult"};

inline constexpr std::array<Code, 4> AccessAction = {"open", "search", "export", "breakGlass"};
inline constexpr std::array<Code, 4> AccessPurpose = {"assigned", "deputy", "breakGlass", "support"};

inline constexpr std::array<Code, 11> TaskWhat = {"followUpLob",   "letter",        "nextContact",   "children",
                                                  "reviewSupport", "ownTask",       "letterHeld",    "newReport",
                                                  "safetyCheck",   "preAssessment", "knownElsewhere"};
inline constexpr std::array<Code, 5> TaskBasis = {"law", "guideline", "default", "agreed", "own"};
inline constexpr std::array<Code, 3> TaskStatus = {"open", "done", "dropped"};

/// Only what every device can show by itself: a photo that was drawn anew.
inline constexpr std::array<Code, 1> MediaType = {"jpeg"};

inline constexpr std::array<Code, 7> Compartment = {"file",  "card",      "lob",    "screening",
                                                    "order", "protected", "reading"};

} // namespace faltakt::casework::codes
