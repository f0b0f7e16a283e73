#include "qml/viewmodels/attachment/attach_view_model.h"

#include "core/casework/moment_words.h"
#include "qml/viewmodels/attachment/attach_picture.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>

namespace faltakt::viewmodels {

namespace json = base::json;
using base::ErrorCode;
using base::Result;
using Changes = std::vector<base::ChangeId>;

namespace {

/// What is attached was as a rule photographed just now.
constexpr int MostPhotos = 30;

/// What is needed on the store thread to put one photo in.
struct Order {
    const platform::PhotoShelf &shelf;
    const platform::PhotoCleaner &cleaner;
    std::string photo;
    std::string caption;
    base::CaseId caseId;
    std::optional<base::RecordId> about;
};

Result<Changes> attach(OpenStore &store, const Order &order)
{
    TRY(const base::Bytes file, order.shelf.read(order.photo, platform::PhotoCleaner::MaxFileBytes));
    return attachPicture(store, order.cleaner, file, order.caption, order.caseId, order.about);
}

} // namespace

AttachViewModel::AttachViewModel(AppServices &services, UndoViewModel &undo, base::CaseId caseId,
                                 std::optional<base::RecordId> about, QObject *parent)
    : QObject(parent), m_services(services), m_undo(undo), m_caseId(caseId), m_about(about),
      m_keeper(services.workspace, about ? "attach-" + about->toString() : std::string("attach"), caseId,
               [this] { return formFields(); })
{
    connect(&m_keeper, &SheetKeeper::keepingFailed, this, [this](const base::Error &error) {
        m_problem = errorText(error);
        Q_EMIT changed();
    });
}

json::Object AttachViewModel::formFields() const { return {{"photo", m_chosen}, {"caption", m_caption.toStdString()}}; }

QString AttachViewModel::emptyText() const
{
    return m_isListed && m_found.empty()
               ? tr("Det finns inga foton på enheten. Ta ett foto, eller lägg ett i mappen Bilder.")
               : QString();
}

int AttachViewModel::chosenIndex() const
{
    const auto found = std::ranges::find(m_found, m_chosen, &platform::FoundPhoto::id);
    return found == m_found.end() ? -1 : int(found - m_found.begin());
}

void AttachViewModel::listPhotos()
{
    // Folders may be large or lie on a slow stick: not for the thread that draws.
    m_services.workspace.read<Found>(
        this, [&shelf = m_services.photos](OpenStore &) { return Result<Found>(shelf.newest(MostPhotos)); },
        [this](Result<Found> found) {
            if (found && m_isOpen)
                show(std::move(*found));
        });
}

void AttachViewModel::show(Found found)
{
    m_found = std::move(found);
    m_isListed = true;
    std::vector<LineListModel::Line> lines;
    for (const platform::FoundPhoto &photo : m_found)
        lines.push_back({.key = photo.id,
                         .text = text(photo.name),
                         .secondary = text(casework::momentWords(photo.changed, m_services.clock.now(),
                                                                 languageOf(m_services.settings))),
                         .trailing = text(photo.place),
                         .iconName = QStringLiteral("image")});
    m_photos.setLines(std::move(lines));
    Q_EMIT changed();
}

void AttachViewModel::open()
{
    if (m_isOpen)
        return;
    m_isOpen = true;
    listPhotos();
    Q_EMIT changed();
}

void AttachViewModel::restore()
{
    m_keeper.restore([this](const store::FormDraft &kept) {
        const json::Value fields(kept.fields);
        if (m_isOpen)
            return;
        open();
        m_isTouched = true;
        m_chosen = fields.stringAt("photo");
        m_caption = text(fields.stringAt("caption"));
        Q_EMIT changed();
    });
}

void AttachViewModel::touch()
{
    m_isTouched = true;
    m_problem.clear();
    m_keeper.touch(m_caseId);
    Q_EMIT changed();
}

void AttachViewModel::choose(int index)
{
    if (index < 0 || index >= int(m_found.size()))
        return;
    m_chosen = m_found[std::size_t(index)].id;
    touch();
}

void AttachViewModel::setCaption(const QString &caption)
{
    m_caption = caption;
    touch();
}

void AttachViewModel::save()
{
    if (!canSave())
        return;
    m_isWriting = true;
    const platform::FoundPhoto &photo = m_found[std::size_t(chosenIndex())];
    const Order order{
        m_services.photos, m_services.cleaner, photo.id, m_caption.trimmed().toStdString(), m_caseId, m_about};
    m_services.workspace.write<Changes>(
        this, [order](OpenStore &store) { return attach(store, order); },
        [this, place = photo.place](const Result<Changes> &changes) { conclude(changes, place); });
    Q_EMIT changed();
}

void AttachViewModel::conclude(const Result<Changes> &changes, const std::string &place)
{
    m_isWriting = false;
    if (changes) {
        m_undo.offer(tr("Fotot är sparat. Originalet ligger kvar i %1, utanför akten.").arg(text(place)), *changes);
        return close();
    }
    switch (changes.error().code()) {
    case ErrorCode::NotFound: m_problem = tr("Fotot finns inte kvar där det låg. Välj ett annat."); break;
    case ErrorCode::Unsupported:
        m_problem = tr("Det går bara att lägga till foton (JPEG och PNG). Ta ett foto av papperet.");
        break;
    case ErrorCode::Damaged: m_problem = tr("Fotot går inte att läsa: filen är trasig. Välj ett annat."); break;
    case ErrorCode::TooLarge: m_problem = tr("Fotot är för stort. Välj ett annat."); break;
    default: m_problem = errorText(changes.error());
    }
    Q_EMIT changed();
}

void AttachViewModel::forget()
{
    m_isOpen = false;
    m_isListed = false;
    m_isTouched = false;
    m_chosen.clear();
    m_caption.clear();
    m_problem.clear();
    m_found.clear();
    m_photos.setLines({});
    Q_EMIT changed();
}

void AttachViewModel::clear()
{
    m_keeper.flush();
    m_keeper.forget();
    forget();
}

void AttachViewModel::close()
{
    // The sheet tells of every closing, also of one that keeps what is typed.
    if (!m_isOpen)
        return;
    m_keeper.drop();
    forget();
}

} // namespace faltakt::viewmodels
