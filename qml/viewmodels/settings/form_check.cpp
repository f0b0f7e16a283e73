#include "qml/viewmodels/settings/form_check.h"

#include "core/casework/swedish_time.h"
#include "qml/viewmodels/interview/question_words.h"
#include "qml/viewmodels/shell/error_text.h"

namespace faltakt::viewmodels {

using base::Result;
using screening::CheckSubject;
using screening::InstrumentCheck;

void FormCheck::run()
{
    if (m_isBusy)
        return;
    clear();
    m_isBusy = true;
    Q_EMIT changed();
    m_services.workspace.read<std::vector<CheckSubject>>(
        this,
        [](OpenStore &store) -> Result<std::vector<CheckSubject>> {
            TRY(const auto *shipped, store.instruments.shipped());
            return screening::checkSubjects(*shipped, store.cases.contentPacks());
        },
        [this, round = m_round](Result<std::vector<CheckSubject>> subjects) {
            if (round != m_round)
                return;
            if (!subjects)
                return fail(subjects.error());
            m_subjects = std::move(*subjects);
            next();
        });
}

void FormCheck::next()
{
    if (m_done == m_subjects.size())
        return conclude();
    m_services.workspace.read<InstrumentCheck>(
        this,
        [subject = m_subjects[m_done]](OpenStore &store) -> Result<InstrumentCheck> {
            TRY(const auto *shipped, store.instruments.shipped());
            return screening::checkInstrument(*shipped, store.cases.contentPacks(), subject);
        },
        [this, round = m_round](const Result<InstrumentCheck> &check) {
            if (round != m_round)
                return;
            if (!check)
                return fail(check.error());
            take(*check);
            next();
        });
}

void FormCheck::take(const InstrumentCheck &check)
{
    const std::string language = m_services.settings.language().toStdString();
    const QString name = check.questionnaire ? instrumentName(*check.questionnaire, language)
                                             : instrumentName(check.subject.instrument, language);
    LineListModel::Line line{.key = check.subject.instrument + '/' + check.subject.pack, .text = name};
    if (!check.subject.pack.empty())
        line.secondary = tr("Ur innehållspaketet %1").arg(QString::fromStdString(check.subject.pack));
    line.trailing = check.isSound() ? tr("%n provsvar rätt", "", int(check.vectors)) : tr("Räknar fel");
    if (!check.isSound())
        m_wrong.push_back(name);
    std::vector<LineListModel::Line> lines = m_lines.lines();
    lines.push_back(std::move(line));
    m_lines.setLines(std::move(lines));
    ++m_done;
    Q_EMIT changed();
}

void FormCheck::conclude()
{
    m_isBusy = false;
    m_wrong.removeDuplicates();
    if (m_wrong.isEmpty())
        m_soundText = tr("Alla formulär räknar rätt.");
    else
        m_faultText =
            tr("Räknar fel på den här enheten: %1. Vänta med det tills kontoret har svarat. Allt som är sparat "
               "finns kvar.")
                .arg(m_wrong.join(QStringLiteral(", ")));
    Q_EMIT changed();
}

void FormCheck::fail(const base::Error &error)
{
    m_isBusy = false;
    m_faultText = errorText(error);
    Q_EMIT changed();
}

QString FormCheck::progressText() const
{
    return m_isBusy && !m_subjects.empty() ? tr("%1 av %2 formulär").arg(m_done).arg(m_subjects.size()) : QString();
}

void FormCheck::clear()
{
    ++m_round;
    m_isBusy = false;
    m_subjects.clear();
    m_done = 0;
    m_wrong.clear();
    m_lines.setLines({});
    m_soundText.clear();
    m_faultText.clear();
    Q_EMIT changed();
}

} // namespace faltakt::viewmodels
