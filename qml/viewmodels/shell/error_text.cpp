#include "qml/viewmodels/shell/error_text.h"

#include "core/rules/file_guard.h"

#include <QCoreApplication>

namespace faltakt::viewmodels {

using base::ErrorCode;

namespace {

QString words(const char *text) { return QCoreApplication::translate("ErrorText", text); }

} // namespace

bool isTakenAway(const base::Error &error) noexcept
{
    return error.code() == ErrorCode::NotFound || error.code() == ErrorCode::Refused;
}

QString errorText(const base::Error &error)
{
    switch (error.code()) {
    case ErrorCode::NotFound:
        return words(
            QT_TRANSLATE_NOOP("ErrorText", "Det finns inte längre på den här enheten. Inget annat har ändrats."));
    case ErrorCode::AlreadyExists:
        return words(QT_TRANSLATE_NOOP("ErrorText", "Det finns redan. Inget har sparats två gånger."));
    case ErrorCode::Refused:
        if (error.detail() == rules::ClosedFile)
            return words(QT_TRANSLATE_NOOP(
                "ErrorText",
                "Ärendet är avslutat. Öppna det igen på personens sida, så kan det sparas. Det du skrev finns kvar."));
        return words(QT_TRANSLATE_NOOP(
            "ErrorText",
            "Det går inte just nu. Antingen har rätten till det ändrats, eller så har någon skrivit vidare sedan dess. "
            "Inget har gått förlorat."));
    case ErrorCode::Locked:
        return words(
            QT_TRANSLATE_NOOP("ErrorText", "Fältakt är låst. Lås upp och försök igen. Inget har gått förlorat."));
    case ErrorCode::WrongKey: return words(QT_TRANSLATE_NOOP("ErrorText", "Fel kod. Inget har ändrats."));
    case ErrorCode::TooLarge:
        return words(QT_TRANSLATE_NOOP(
            "ErrorText", "Texten är för lång för att sparas i ett stycke. Dela upp den. Den finns kvar här."));
    case ErrorCode::StorageFull:
        return words(QT_TRANSLATE_NOOP(
            "ErrorText",
            "Enheten är full. Det senaste är inte sparat, allt tidigare är det. Frigör plats och försök igen."));
    case ErrorCode::StorageFailed:
    case ErrorCode::Damaged:
        return words(QT_TRANSLATE_NOOP(
            "ErrorText", "Enhetens lagring svarar inte som den ska. Det senaste är inte sparat. Kontakta support."));
    case ErrorCode::Unreachable:
    case ErrorCode::Busy: return words(QT_TRANSLATE_NOOP("ErrorText", "Servern svarar inte. Allt är sparat här."));
    case ErrorCode::Unsupported:
        return words(QT_TRANSLATE_NOOP("ErrorText", "Det här är skrivet av en nyare version. Uppdatera Fältakt."));
    case ErrorCode::InvalidInput:
        return words(
            QT_TRANSLATE_NOOP("ErrorText", "Uppgiften kan inte sparas så. Den finns kvar här, ändra och försök igen."));
    case ErrorCode::Internal:
        return words(QT_TRANSLATE_NOOP("ErrorText", "Något gick fel i Fältakt. Det som var sparat är kvar."));
    }
    return {};
}

} // namespace faltakt::viewmodels
