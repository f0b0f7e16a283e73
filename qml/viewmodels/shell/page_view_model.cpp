#include "qml/viewmodels/shell/page_view_model.h"

#include "qml/viewmodels/shell/error_text.h"

namespace faltakt::viewmodels {

void PageViewModel::noteUnread(const base::Error &error)
{
    if (isTakenAway(error))
        clearRead();
    setLoading(false);
    m_isUnread = true;
    setProblem(errorText(error));
}

void PageViewModel::noteRead()
{
    if (std::exchange(m_isUnread, false))
        setProblem({});
}

} // namespace faltakt::viewmodels
