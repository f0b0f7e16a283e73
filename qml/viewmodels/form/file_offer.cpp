#include "qml/viewmodels/form/file_offer.h"

#include "core/casework/swedish_time.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <QPointer>

namespace faltakt::viewmodels {

using base::Result;
using platform::PrintedText;

FileOffer::FileOffer(AppServices &services, QString askFirst, QObject *parent)
    : QObject(parent), m_services(services), m_askFirst(std::move(askFirst))
{
}

QStringList FileOffer::lines() const
{
    QStringList lines;
    for (const PrintedText::Piece &piece : m_text.pieces)
        if (piece.kind != PrintedText::Kind::PageNumber)
            lines += text(piece.text);
    return lines;
}

Result<base::Bytes> FileOffer::made() const
{
    if (m_format == Format::Pdf)
        return m_services.pdf.print(m_text);
    std::string content;
    for (const PrintedText::Piece &piece : m_text.pieces)
        if (piece.kind != PrintedText::Kind::PageNumber)
            content += piece.text + "\n\n";
    const base::ByteView bytes = base::bytesOf(content);
    return base::Bytes(bytes.begin(), bytes.end());
}

void FileOffer::open(PrintedText text, const QString &stem)
{
    ++m_opening;
    m_isOpen = true;
    m_isAgreed = m_isWaiting = false;
    m_text = std::move(text);
    m_stem = stem;
    m_places.clear();
    for (const std::string &place : m_services.files.places())
        m_places += viewmodels::text(place);
    // Where there is one place only there is nothing to choose.
    m_place = m_places.size() == 1 ? 0 : -1;
    m_doneText.clear();
    tell(m_places.isEmpty() ? tr("Enheten har ingenstans att lägga en fil. Sätt i ett minne och försök igen.")
                            : QString());
}

void FileOffer::tell(const QString &problem)
{
    m_problem = problem;
    Q_EMIT changed();
}

void FileOffer::close()
{
    // A sheet tells of its closing while it is being closed from here: nothing is told twice.
    if (!m_isOpen)
        return;
    ++m_opening;
    m_isOpen = m_isWaiting = false;
    m_text = {};
    m_places.clear();
    m_doneText.clear();
    tell({});
}

void FileOffer::chooseFormat(int index)
{
    m_format = index == int(Format::Text) ? Format::Text : Format::Pdf;
    tell({});
}

void FileOffer::choosePlace(int index)
{
    m_place = index;
    tell({});
}

void FileOffer::toggleAgreed()
{
    m_isAgreed = !m_isAgreed;
    tell({});
}

QString FileOffer::whatIsMissing() const
{
    if (!m_isAgreed)
        return m_askFirst;
    if (m_place < 0 || m_place >= m_places.size())
        return tr("Välj var filen ska ligga.");
    return {};
}

void FileOffer::save()
{
    if (!m_isOpen || m_isWaiting || !m_doneText.isEmpty())
        return;
    if (const QString missing = whatIsMissing(); !missing.isEmpty())
        return tell(missing);
    if (!m_first)
        return write();
    m_isWaiting = true;
    m_first(formats().at(int(m_format)),
            [this, alive = QPointer<QObject>(this), opening = m_opening](const Result<void> &done) {
                if (!alive || opening != m_opening)
                    return;
                m_isWaiting = false;
                done ? write() : tell(errorText(done.error()));
            });
}

void FileOffer::write()
{
    const auto content = made();
    if (!content)
        return tell(errorText(content.error()));
    const std::string today = base::formatDate(casework::swedishDate(m_services.clock.now()));
    const std::string name = m_stem.toStdString() + '-' + today + (m_format == Format::Pdf ? ".pdf" : ".txt");
    const auto path = m_services.files.save(m_places.at(m_place).toStdString(), name, *content);
    if (!path)
        return tell(path.error().code() == base::ErrorCode::StorageFull
                        ? tr("Det är fullt där. Inget är sparat. Välj en annan plats.")
                        : tr("Filen gick inte att spara där. Inget är sparat. Välj en annan plats."));
    m_doneText = tr("Sparad: %1").arg(viewmodels::text(*path));
    tell({});
    Q_EMIT saved(formats().at(int(m_format)));
}

} // namespace faltakt::viewmodels
