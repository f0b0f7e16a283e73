#include "qml/viewmodels/act/signature_view_model.h"

#include "qml/viewmodels/act/signature_picture.h"
#include "qml/viewmodels/attachment/attach_picture.h"
#include "qml/viewmodels/shell/error_text.h"

namespace faltakt::viewmodels {

using base::Result;
using Changes = std::vector<base::ChangeId>;

namespace {

/// What is needed on the store thread to put the picture in.
struct Order {
    const platform::PhotoCleaner &cleaner;
    QString strokes;
    QString name;
    std::string caption;
    base::CaseId caseId;
    base::RecordId act;
};

Result<Changes> attach(OpenStore &store, const Order &order)
{
    const QByteArray png = signaturePicture(order.strokes, order.name);
    return attachPicture(store, order.cleaner,
                         base::bytesOf(std::string_view(png.constData(), std::size_t(png.size()))), order.caption,
                         order.caseId, order.act);
}

} // namespace

SignatureViewModel::SignatureViewModel(AppServices &services, UndoViewModel &undo, base::CaseId caseId,
                                       base::RecordId act, QObject *parent)
    : QObject(parent), m_services(services), m_undo(undo), m_caseId(caseId), m_act(act)
{
}

bool SignatureViewModel::canSave() const
{
    return m_isOpen && !m_isWriting && (!m_strokes.isEmpty() || !m_name.trimmed().isEmpty());
}

void SignatureViewModel::open(const QString &what)
{
    m_isOpen = true;
    m_what = what;
    Q_EMIT changed();
}

void SignatureViewModel::clear()
{
    // The sheet tells of its closing also where it was closed from here.
    if (!m_isOpen)
        return;
    m_isOpen = false;
    m_what.clear();
    m_strokes.clear();
    m_name.clear();
    m_problem.clear();
    Q_EMIT changed();
}

void SignatureViewModel::setStrokes(const QString &strokes)
{
    m_strokes = strokes;
    m_problem.clear();
    Q_EMIT changed();
}

void SignatureViewModel::setName(const QString &name)
{
    m_name = name;
    m_problem.clear();
    Q_EMIT changed();
}

void SignatureViewModel::wipe() { setStrokes({}); }

void SignatureViewModel::save()
{
    if (!canSave())
        return;
    m_isWriting = true;
    const QString caption = m_strokes.isEmpty() ? tr("Namn skrivet på skärmen av personen: %1").arg(m_name.trimmed())
                                                : tr("Underskrift på skärmen");
    const Order order{m_services.cleaner, m_strokes, m_name.trimmed(), caption.left(200).toStdString(),
                      m_caseId,           m_act};
    m_services.workspace.write<Changes>(
        this, [order](OpenStore &store) { return attach(store, order); },
        [this](const Result<Changes> &changes) {
            m_isWriting = false;
            if (changes) {
                m_undo.offer(tr("Underskriften är sparad."), *changes);
                return clear();
            }
            m_problem = errorText(changes.error());
            Q_EMIT changed();
        });
    Q_EMIT changed();
}

} // namespace faltakt::viewmodels
