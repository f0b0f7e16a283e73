#include "qml/viewmodels/interview/interview_note.h"

#include "core/base/text.h"
#include "qml/viewmodels/interview/note_draft.h"
#include "qml/viewmodels/shell/error_text.h"

namespace faltakt::viewmodels {

InterviewNote::InterviewNote(AppServices &services, QObject *parent)
    : QObject(parent), m_services(services),
      m_keeper(services.workspace, std::string(NoteForm), [this] { return formFields(); })
{
    connect(&m_keeper, &FormKeeper::keepingFailed, this, [this](const base::Error &error) {
        m_problem = errorText(error);
        Q_EMIT changed();
    });
}

base::json::Object InterviewNote::formFields() const { return toJson(m_draft, m_place); }

void InterviewNote::set(Notes notes, EditBase base)
{
    m_notes = std::move(notes);
    m_base = std::move(base);
}

void InterviewNote::open(const InterviewPlace &place, const std::string &item, const QString &title,
                         const std::optional<NoteDraft> &draft)
{
    const auto present = m_notes.find(item);
    m_place = place;
    m_title = title;
    m_problem.clear();
    base::UuidMaker ids(m_services.clock, m_services.workspace.setup().random);
    m_draft = draft.value_or(NoteDraft{ids.makeId<base::RecordId>(), item,
                                       present == m_notes.end() ? std::string() : present->second,
                                       m_base.seen[screening::noteField(item)]});
    m_keeper.adopt(m_draft.form, place.caseId);
    Q_EMIT changed();
}

void InterviewNote::edit(const QString &text)
{
    if (!isOpen() || m_draft.text == text.toStdString())
        return;
    m_draft.text = text.toStdString();
    m_keeper.touch();
    Q_EMIT changed();
}

void InterviewNote::save()
{
    if (isOpen())
        write();
}

void InterviewNote::write()
{
    const std::string text = base::trimmed(m_draft.text);
    const auto present = m_notes.find(m_draft.item);
    if (text == (present == m_notes.end() ? std::string() : present->second)) {
        drop();
        return;
    }
    // Should the writing fail, what is typed is kept all the same.
    m_keeper.flush();
    // A new interview has its record since the first answer: nobody else has written in it yet.
    EditBase base{*m_place.record, *m_place.caseId, "assessment"};
    base.seen.emplace(screening::noteField(m_draft.item), m_draft.seen);
    m_services.workspace.write<Changes>(
        this,
        [base, draft = m_draft, text](OpenStore &store) {
            const base::json::Value value = text.empty() ? base::json::Value() : base::json::Value(text);
            return store.cases.saveFromForm(draft.form, {editOn(base, {{screening::noteField(draft.item), value}})});
        },
        [this, item = m_draft.item, text](const base::Result<Changes> &written) { conclude(item, text, written); });
}

void InterviewNote::conclude(const std::string &item, const std::string &text, const base::Result<Changes> &written)
{
    // The page was left or the device locked meanwhile: what could not be written waits as a form.
    if (item != m_draft.item)
        return;
    m_problem = written ? QString() : errorText(written.error());
    if (written) {
        m_notes.erase(item);
        if (!text.empty())
            m_notes.emplace(item, text);
        m_base.seen[screening::noteField(item)] = *written;
        m_draft = {};
        m_keeper.release();
    }
    Q_EMIT changed();
    if (written)
        Q_EMIT saved();
    else
        Q_EMIT writingFailed();
}

void InterviewNote::drop()
{
    // A form that stays where this fails only offers again what is written already.
    m_keeper.drop();
    m_draft = {};
    Q_EMIT changed();
    Q_EMIT saved();
}

void InterviewNote::putAway()
{
    if (isOpen())
        write();
    m_keeper.release();
    m_notes.clear();
    m_base = {};
    m_draft = {};
    m_title.clear();
    m_problem.clear();
    Q_EMIT changed();
}

} // namespace faltakt::viewmodels
