#pragma once

#include "qml/viewmodels/today/today_row.h"

#include <map>
#include <string>
#include <vector>

namespace faltakt::viewmodels {

/// The rows of I dag that say for whom the worker stands in. Lives within one reading.
class DeputyshipRows {
public:
    /// Of all cases in which the worker stands in for the same colleague until the same day, one row is left.
    void gather(std::vector<store::AgendaRow> &agenda);
    /// A row of a case that is a colleague's says until when the worker stands in.
    void mark(TodayRow &row) const;
    /// The row that is left says how many cases it is about, and leads to none of them.
    void tellGathered(TodayRow &row) const;

private:
    std::map<base::CaseId, QString> m_until; ///< The last day: "6/3".
    std::map<std::string, int> m_gathered;   ///< How many rows there were of one reason.
};

} // namespace faltakt::viewmodels
