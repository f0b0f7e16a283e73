#pragma once

#include "core/store/case_store.h"

#include <map>
#include <vector>

namespace faltakt::casework {

/// Which files are those of one person: a file may be tied to another one (`case.mergedInto`), which changes neither of them.
/// Of files tied to each other in a circle, as when two workers tie them at once, the one that was made first leads. A link to
/// a file that is not here says nothing, and neither does one from or to somebody with protected identity: each of those files
/// has a door of its own, and no list tells who else it is. A value; pure.
class FileLinks {
public:
    explicit FileLinks(const std::vector<store::CaseRow> &cards);

    /// The file that stands for this one; itself where it is tied to none.
    [[nodiscard]] base::CaseId mainOf(base::CaseId caseId) const;
    /// Those for which this one stands, without itself, in the order of their making.
    [[nodiscard]] std::vector<base::CaseId> tiedTo(base::CaseId caseId) const;
    [[nodiscard]] bool isTied(base::CaseId caseId) const { return mainOf(caseId) != caseId; }

private:
    std::map<base::CaseId, base::CaseId> m_main; ///< Of those that are tied.
};

} // namespace faltakt::casework
