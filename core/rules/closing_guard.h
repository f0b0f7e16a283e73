#pragma once

#include "core/store/projection.h"

#include <string>
#include <string_view>

namespace faltakt::rules {

/// Holds up what may not be said of a matter while a question about children stands open: that it is closed,
/// and that help is decided on. Looks at changes of the case's own record alone; everything else can always be saved. Immutable.
class ClosingGuard final : public store::SaveGuard {
public:
    [[nodiscard]] bool watches(const changelog::RecordSet &set) const override;
    /// Refused with the code of childrenObstacle() where the set moves the matter on and may not.
    [[nodiscard]] base::Result<void> check(base::CaseId caseId, const changelog::RecordSet &set,
                                           const store::CaseReader &reader) const override;
};

} // namespace faltakt::rules
