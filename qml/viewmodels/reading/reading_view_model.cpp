#include "qml/viewmodels/reading/reading_view_model.h"

#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <QStringList>

namespace faltakt::viewmodels {

using base::Result;

ReadingViewModel::ReadingViewModel(AppServices &services, base::CaseId caseId, base::RecordId record)
    : m_services(services), m_caseId(caseId), m_record(record), m_door(services, caseId)
{
    connect(&m_door, &FileDoor::covered, this, [this] {
        forget();
        setLoading(false);
    });
    connect(&m_door, &FileDoor::readingWanted, this, &ReadingViewModel::load);
}

void ReadingViewModel::load()
{
    if (m_stage == Stage::Over) {
        QMetaObject::invokeMethod(this, &ReadingViewModel::closeWanted, Qt::QueuedConnection);
        return;
    }
    m_door.read<ReadingContent>([caseId = m_caseId, record = m_record, language = languageOf(m_services.settings)](
                                    OpenStore &store) { return readForPerson(store, caseId, record, language); },
                                [this](Result<ReadingContent> content) {
                                    setLoading(false);
                                    if (content)
                                        return take(std::move(*content));
                                    // What may no longer be read does not stay before anybody's eyes.
                                    if (m_stage == Stage::Shown)
                                        return m_services.router.lockNow();
                                    noteUnread(content.error());
                                });
}

void ReadingViewModel::take(ReadingContent content)
{
    noteRead();
    const bool isSame = m_isRead && content.fields == m_content.fields && content.isWithheld == m_content.isWithheld;
    if (isSame)
        return;
    // Somebody has written in it: the person was shown something else, and nobody has looked the new text over.
    if (m_stage == Stage::Shown)
        return m_services.router.lockNow();
    m_content = std::move(content);
    m_isRead = true;
    m_isShown.clear();
    for (const ReadingPart &part : m_content.parts) {
        std::vector<bool> isShown;
        for (const ReadingSentence &sentence : part.sentences)
            isShown.push_back(!sentence.mayBeOfOthers);
        m_isShown.push_back(std::move(isShown));
    }
    showSentences();
}

void ReadingViewModel::showSentences()
{
    std::vector<ReadingListModel::Row> rows;
    std::vector<RecordLine> parts;
    for (std::size_t i = 0; i < m_content.parts.size(); ++i) {
        const ReadingPart &part = m_content.parts[i];
        QStringList said;
        for (std::size_t j = 0; j < part.sentences.size(); ++j) {
            const ReadingSentence &sentence = part.sentences[j];
            rows.push_back({std::to_string(i) + ' ' + std::to_string(j), j == 0 ? part.title : QString(), sentence.text,
                            sentence.mayBeOfOthers ? tr("Kan handla om någon annan") : QString(), m_isShown[i][j]});
            if (m_isShown[i][j])
                said.push_back(sentence.text);
        }
        if (!said.isEmpty())
            parts.push_back({std::to_string(i), part.title, said.join(QLatin1Char(' '))});
    }
    m_sentences.setRows(std::move(rows));
    m_parts.setLines(std::move(parts));
    Q_EMIT changed();
}

void ReadingViewModel::toggle(int index)
{
    if (m_stage != Stage::Preparing || index < 0)
        return;
    int left = index;
    for (std::vector<bool> &part : m_isShown) {
        if (left < int(part.size())) {
            part[std::size_t(left)] = !part[std::size_t(left)];
            break;
        }
        left -= int(part.size());
    }
    m_missing.clear();
    showSentences();
}

void ReadingViewModel::showToPerson()
{
    if (m_stage != Stage::Preparing || m_content.isWithheld || !m_isRead)
        return;
    m_missing = m_parts.rowCount() == 0 ? tr("Markera minst en mening.") : QString();
    if (!m_missing.isEmpty()) {
        Q_EMIT changed();
        return;
    }
    setStage(Stage::Shown);
}

void ReadingViewModel::setStage(Stage stage)
{
    m_stage = stage;
    Q_EMIT changed();
    Q_EMIT sealChanged();
    Q_EMIT longTalkChanged();
}

void ReadingViewModel::stepBack()
{
    if (m_stage == Stage::Shown)
        m_services.router.lockNow();
    else
        m_services.router.back();
}

void ReadingViewModel::mainAction()
{
    if (m_stage == Stage::Shown)
        m_services.router.lockNow();
    else
        showToPerson();
}

void ReadingViewModel::forget()
{
    m_content = {};
    m_isShown.clear();
    m_isRead = false;
    m_missing.clear();
    m_sentences.setRows({});
    m_parts.setLines({});
    Q_EMIT changed();
}

void ReadingViewModel::clear()
{
    m_door.clear();
    forget();
    setLoading(true);
    setStage(Stage::Over);
}

void ReadingViewModel::clearRead()
{
    forget();
    if (m_stage == Stage::Shown)
        m_services.router.lockNow();
}

} // namespace faltakt::viewmodels
