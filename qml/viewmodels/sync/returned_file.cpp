#include "qml/viewmodels/sync/returned_file.h"

#include <QCoreApplication>

namespace faltakt::viewmodels {

void offerReturned(FileOffer &offer, const LineListModel::Line &line, base::Language language)
{
    using Kind = platform::PrintedText::Kind;
    platform::PrintedText text;
    text.title = QCoreApplication::translate("ReturnedFile", "Ändring som servern inte tog emot").toStdString();
    text.language = std::string(base::languageTag(language));
    text.pieces.push_back({Kind::Heading, text.title});
    for (const QString &piece : {line.text, line.secondary, line.trailing, line.chip})
        if (!piece.isEmpty())
            text.pieces.push_back({Kind::Paragraph, piece.toStdString()});
    offer.open(std::move(text), QCoreApplication::translate("ReturnedFile", "ändring"));
}

} // namespace faltakt::viewmodels
