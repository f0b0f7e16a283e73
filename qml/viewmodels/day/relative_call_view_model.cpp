#include "qml/viewmodels/day/relative_call_view_model.h"

#include "qml/viewmodels/day/tally_view_model.h"
#include "qml/viewmodels/shell/error_text.h"

#include <array>

namespace faltakt::viewmodels {

namespace {

/// The sorts of help that advice to a relative belongs to.
constexpr std::array<std::string_view, 2> AdviceTypes = {"advice", "relatives"};

} // namespace

void RelativeCallViewModel::load()
{
    // Nothing of anybody's file: the page serves when nothing may be read any more.
    m_services.workspace.keep<rules::Recording>(
        this,
        [](OpenStore &store) -> base::Result<rules::Recording> {
            return rules::recordingOf(store.profile, AdviceTypes);
        },
        [this](const base::Result<rules::Recording> &recording) {
            setLoading(false);
            if (!recording)
                return noteUnread(recording.error());
            noteRead();
            m_recording = *recording;
            Q_EMIT changed();
        });
}

QString RelativeCallViewModel::adviceRecording() const
{
    switch (m_recording) {
    case rules::Recording::Advice: return tr("Antecknas inte");
    case rules::Recording::Anonymous: return tr("Antecknas utan namn");
    case rules::Recording::Full: break;
    }
    return tr("Antecknas");
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
    if (m_countedText.isEmpty())
        count();
    else
        close();
}

} // namespace faltakt::viewmodels
