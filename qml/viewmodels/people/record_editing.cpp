// How a record's page changes what is written, and adds the person's own view.
#include "qml/viewmodels/people/record_view_model.h"

#include "core/changelog/record_state.h"
#include "qml/viewmodels/form/form_saving.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

namespace json = base::json;
using base::Result;

namespace {

json::Value textOrNothing(const QString &text)
{
    const QString trimmed = text.trimmed();
    return trimmed.isEmpty() ? json::Value(nullptr) : json::Value(trimmed.toStdString());
}

} // namespace

void RecordViewModel::begin(Mode mode)
{
    m_mode = mode;
    m_base = m_shownBase;
    m_begunFact = fact();
    m_begunSecond = second();
    m_begunWish = wish();
    m_keeper.adopt(m_newForm, m_caseId);
}

void RecordViewModel::startEditing()
{
    if (m_content && m_content->record.kind == "act")
        return m_services.router.openAct({m_caseId, m_content->record.text("form"), m_record});
    begin(Mode::Edit);
    m_editedFact = m_begunFact;
    m_editedSecond = m_begunSecond;
    m_editedWish = m_begunWish;
    Q_EMIT changed();
}

void RecordViewModel::startDisputing()
{
    begin(Mode::Dispute);
    m_editedDispute = m_content && m_content->isSigned ? QString() : disputed();
    Q_EMIT changed();
}

void RecordViewModel::setEdited(QString RecordViewModel::*edited, const QString &text)
{
    this->*edited = text;
    m_keeper.touch();
    Q_EMIT changed();
}

void RecordViewModel::setEditedFact(const QString &text) { setEdited(&RecordViewModel::m_editedFact, text); }
void RecordViewModel::setEditedSecond(const QString &text) { setEdited(&RecordViewModel::m_editedSecond, text); }
void RecordViewModel::setEditedWish(const QString &text) { setEdited(&RecordViewModel::m_editedWish, text); }
void RecordViewModel::setEditedDispute(const QString &text) { setEdited(&RecordViewModel::m_editedDispute, text); }

void RecordViewModel::cancelEdit()
{
    m_keeper.drop();
    endEdit();
}

void RecordViewModel::endEdit()
{
    m_mode = Mode::Read;
    m_base = {};
    for (QString *edited :
         {&m_begunFact, &m_begunSecond, &m_begunWish, &m_editedFact, &m_editedSecond, &m_editedWish, &m_editedDispute})
        edited->clear();
    Q_EMIT changed();
}

void RecordViewModel::saveEdit()
{
    if (m_mode == Mode::Dispute)
        return saveDispute();
    if (m_mode != Mode::Edit || !m_content)
        return;
    json::Object fields;
    // Measured by what was begun with: what has come in between is not this worker's change.
    if (m_editedFact.trimmed() != m_begunFact.trimmed())
        fields.set("text", textOrNothing(m_editedFact));
    if (m_editedSecond.trimmed() != m_begunSecond.trimmed())
        fields.set(std::string(secondField()), textOrNothing(m_editedSecond));
    if (m_editedWish.trimmed() != m_begunWish.trimmed())
        fields.set("ownWish", textOrNothing(m_editedWish));
    edit(std::move(fields));
}

void RecordViewModel::saveDispute()
{
    if (!m_content)
        return;
    if (!m_content->isSigned)
        return edit({{"disputed", textOrNothing(m_editedDispute)}});
    if (m_editedDispute.trimmed().isEmpty())
        return cancelEdit();
    // A signed note stays as it is: the person's words stand beside it as an addition.
    json::Object fields{{"disputed", textOrNothing(m_editedDispute)}, {"addendumTo", m_record.toString()}};
    write(
        [caseId = m_caseId, fields](OpenStore &store) -> store::Draft {
            json::Object made = fields;
            made.set("at", base::formatInstant(store.clock.now()));
            return {caseId, {changelog::makeCreation(store.ids.makeId<base::RecordId>(), "note", std::move(made))}, {}};
        },
        tr("Tillägget är sparat."));
}

void RecordViewModel::edit(json::Object fields)
{
    if (fields.empty())
        return cancelEdit();
    write([base = m_base, fields = std::move(fields)](OpenStore &) { return editOn(base, fields); },
          tr("Ändringen är sparad."));
}

void RecordViewModel::write(Drafter make, const QString &done)
{
    // A second press before the answer would write a second time.
    if (std::exchange(m_isWriting, true))
        return;
    m_keeper.flush();
    m_services.workspace.write<Changes>(
        this,
        [make = std::move(make), form = m_keeper.id()](OpenStore &store) {
            return saveAndTakeForm(store, make(store), form);
        },
        [this, done](Result<Changes> changes) {
            m_isWriting = false;
            if (!changes)
                return setProblem(errorText(changes.error()));
            m_undo.offer(done, std::move(*changes));
            cancelEdit();
        });
}

} // namespace faltakt::viewmodels
