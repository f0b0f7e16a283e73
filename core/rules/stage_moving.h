#pragma once

#include "core/rules/case_facts.h"

namespace faltakt::rules {

/// A stage that a matter can be moved to.
struct StageWay {
    std::string_view stage;
    std::string obstacle; ///< Code of childrenObstacle(); empty where nothing stands against it.
};
/// In the order of the work, without the one in which it stands; none of a matter that is closed, or of a team. Closing and
/// opening again have their own page (file_closing.h).
[[nodiscard]] std::vector<StageWay> stageWays(const CaseFacts &facts);

/// Going back is said why.
[[nodiscard]] bool wantsStageReason(std::string_view from, std::string_view to);

/// The fields that move it. Two devices that move it at once write two versions: both stay, and until somebody chooses the later
/// word holds. Refused ("closed", "team", a childrenObstacle) where it may not be moved; InvalidInput with the field in which
/// something is missing or lies ahead.
[[nodiscard]] base::Result<base::json::Object> planStage(const CaseFacts &facts, std::string_view stage,
                                                         base::Instant since, const std::string &reason,
                                                         base::Instant now);

/// What follows from something that was done: only ever forward, and never past what a person decides. Empty where it stands
/// there already, or further on.
[[nodiscard]] std::optional<base::json::Object> stageAfter(const CaseFacts &facts, std::string_view stage,
                                                           base::Instant at);

} // namespace faltakt::rules
