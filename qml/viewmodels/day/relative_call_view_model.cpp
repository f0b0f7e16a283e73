#include "qml/viewmodels/day/relative_call_view_model.h"

#include "core/casework/swedish_time.h"
#include "qml/viewmodels/day/tally_view_model.h"
#include "qml/viewmodels/shell/error_text.h"

namespace faltakt::viewmodels {

void RelativeCallViewModel::load()
{
    // Nothing of anybody's file: the page serves when nothing may be read any more.
    setLoading(false);
    Q_EMIT changed();
}

bool RelativeCallViewModel::isAdviceRecorded() const
{
    const rules::Profile profile = m_services.workspace.profile().value_or(rules::Profile());
    const base::Date today = casework::swedishDate(m_services.clock.now());
    return recordingStateOf(profile, rules::Writing::RelativeCall, today).recording == rules::Recording::Full;
}

void RelativeCallViewModel::clear()
{
    setProblem({});
    m_countedText.clear();
    Q_EMIT changed();
}

void RelativeCallViewModel::chooseAdvice()
{
    m_isAdvice = true;
    Q_EMIT changed();
}

void RelativeCallViewModel::startInformation()
{
    m_services.router.replaceTop();
    m_services.router.openToldNote("relative");
}

void RelativeCallViewModel::startAdviceNote()
{
    m_services.router.replaceTop();
    m_services.router.openNote(std::nullopt);
}

void RelativeCallViewModel::openAdviceCard() { m_services.router.openGuidanceCard(QStringLiteral("relative-calls")); }

void RelativeCallViewModel::count()
{
    if (m_countedText.isEmpty())
        add(1);
}

void RelativeCallViewModel::undo()
{
    if (!m_countedText.isEmpty())
        add(-1);
}

void RelativeCallViewModel::add(int number)
{
    // A second press before the answer would count twice.
    if (std::exchange(m_isCounting, true))
        return;
    m_services.workspace.keep<std::int64_t>(
        this,
        [number](OpenStore &store) {
            return countOne(store, {"relativeAdvice", "phone"}, number);
        },
        [this, number](const base::Result<std::int64_t> &counted) {
            m_isCounting = false;
            if (!counted)
                return setProblem(errorText(counted.error()));
            m_countedText = number > 0 ? tr("Räknat: råd till anhörig, utan namn") : QString();
            Q_EMIT changed();
        });
}

void RelativeCallViewModel::mainAction()
{
    if (!m_isAdvice)
        return;
    if (!m_countedText.isEmpty())
        close();
    else if (isAdviceRecorded())
        startAdviceNote();
    else
        count();
}

} // namespace faltakt::viewmodels
