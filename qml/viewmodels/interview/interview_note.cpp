#include "qml/viewmodels/interview/interview_note.h"

#include "core/base/text.h"
#include "qml/viewmodels/interview/note_draft.h"
#include "qml/viewmodels/shell/error_text.h"

namespace faltakt::viewmodels {

using namespace std::chrono_literals;

InterviewNote::InterviewNote(AppServices &services, QObject *parent) : QObject(parent), m_services(services)
{
    m_keep.setSingleShot(true);
    m_keep.setInterval(800ms);
    connect(&m_keep, &QTimer::timeout, this, &InterviewNote::keep);
}

void InterviewNote::open(const InterviewPlace &place, const std::string &item, const QString &title,
                         const std::optional<NoteDraft> &draft)
{
    const auto present = m_notes.find(item);
    m_place = place;
    m_title = title;
    m_problem.clear();
    base::UuidMaker ids(m_services.clock, m_services.workspace.setup().random);
    m_draft = draft.value_or(
        NoteDraft{ids.makeId<base::RecordId>(), item, present == m_notes.end() ? std::string() : present->second});
    Q_EMIT changed();
}

void InterviewNote::edit(const QString &text)
{
    if (!isOpen() || m_draft.text == text.toStdString())
        return;
    m_draft.text = text.toStdString();
    if (!m_keep.isActive())
        m_keep.start();
}

void InterviewNote::keep()
{
    if (!isOpen())
        return;
    m_services.workspace.keep<void>(
        this, [place = m_place, draft = m_draft](OpenStore &store) { return keepNoteDraft(store.cases, place, draft); },
        [this](const base::Result<void> &kept) {
            if (kept)
                return;
            m_problem = errorText(kept.error());
            Q_EMIT changed();
        });
}

void InterviewNote::save()
{
    if (isOpen())
        write();
}

void InterviewNote::write()
{
    m_keep.stop();
    const std::string text = base::trimmed(m_draft.text);
    const auto present = m_notes.find(m_draft.item);
    if (text == (present == m_notes.end() ? std::string() : present->second)) {
        drop();
        return;
    }
    m_services.workspace.write<void>(
        this,
        [place = m_place, draft = m_draft, text](OpenStore &store) -> base::Result<void> {
            TRY_VOID(store.cases.edit(*place.record, {{screening::noteField(draft.item),
                                                       text.empty() ? base::json::Value() : base::json::Value(text)}}));
            return store.cases.dropForm(draft.form);
        },
        [this, item = m_draft.item, text](const base::Result<void> &written) {
            if (item != m_draft.item)
                return;
            m_problem = written ? QString() : errorText(written.error());
            if (written) {
                m_notes.erase(item);
                if (!text.empty())
                    m_notes.emplace(item, text);
                m_draft = {};
            }
            Q_EMIT changed();
            if (written)
                Q_EMIT saved();
        });
}

void InterviewNote::drop()
{
    // A form that stays where this fails only offers again what is written already.
    m_services.workspace.keep<void>(
        this, [form = m_draft.form](OpenStore &store) { return store.cases.dropForm(form); },
        [](const base::Result<void> &) {});
    m_draft = {};
    Q_EMIT changed();
    Q_EMIT saved();
}

void InterviewNote::putAway()
{
    if (isOpen())
        write();
    m_notes.clear();
    m_draft = {};
    m_title.clear();
    m_problem.clear();
    Q_EMIT changed();
}

} // namespace faltakt::viewmodels
