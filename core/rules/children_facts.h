#pragma once

#include "core/store/projection.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::rules {

struct CaseFacts;

/// One child in the terms of the rules.
struct ChildFacts {
    base::RecordId id;
    bool isWorry = false;
    base::Instant worryAt; ///< When the worry came up; of the record's making where it has no time.
    std::string step;
    std::optional<base::Instant> stepAt;
    std::optional<base::Date> expected; ///< Of a child that is not born yet.
    base::Instant consideredAt = {};    ///< When it was last asked whether to open an investigation at the birth.
};

/// The answer to the question about children, and a step that was taken for all of them.
struct ChildrenAnswer {
    base::RecordId id;
    std::string answer;
    base::Instant at;
    std::string step;
    std::optional<base::Instant> stepAt;
};

/// An orosanmälan, made or reasoned not to be.
struct ConcernFacts {
    base::RecordId id;
    std::optional<base::RecordId> child; ///< Empty: about all of them.
    base::Instant at;                    ///< When it was made or decided.
};

struct SafetyCheckFacts {
    base::RecordId id;
    std::optional<base::RecordId> child; ///< Empty: about the person.
    base::Instant at;
    bool isAnswered = false; ///< Somebody was reached, and it was said whether protection is needed.
};

/// What a file says of children. A value.
struct ChildrenFacts {
    std::vector<ChildFacts> children;
    std::vector<ChildrenAnswer> answers; ///< by time
    std::vector<ConcernFacts> concerns;
    std::vector<SafetyCheckFacts> checks;
};

/// Reads the records about children and protection.
[[nodiscard]] base::Result<ChildrenFacts> readChildrenFacts(base::CaseId caseId, const store::CaseReader &reader);

/// The chip of a person: what is known of children.
enum class ChildrenChip : std::uint8_t { NotAsked, None, NoWorry, Worry };
[[nodiscard]] ChildrenChip childrenChip(const CaseFacts &facts);
/// The code of casework::codes::Children.
[[nodiscard]] std::string_view childrenChipCode(ChildrenChip chip) noexcept;

/// A worry that none of the three steps has answered: heard in a contact, said of a child or of all, or children who were
/// there when the police took care of the person.
struct OpenWorry {
    base::RecordId record; ///< The contact, child, answer or report.
    base::Instant at;
    bool isOfReport = false;
};
[[nodiscard]] std::vector<OpenWorry> openWorries(const CaseFacts &facts);

/// Why a case may not be closed or decided on, as a code with words in attempt_choices.h: "childrenWorry" (a worry without a
/// step) or "childrenNotAsked". Empty where it may. `closedAs` is a code of casework::codes::CaseClosedAs, empty for a
/// decision. Where nobody could be asked (no contact, deceased) the missing question holds nothing up, a worry does; a file
/// of somebody else (wrongPerson) closes always. Saving is never held up by it.
[[nodiscard]] std::optional<std::string> childrenObstacle(const CaseFacts &facts, std::string_view closedAs);

} // namespace faltakt::rules
