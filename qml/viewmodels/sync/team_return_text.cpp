#include "qml/viewmodels/sync/team_return_text.h"

#include "qml/viewmodels/shell/error_text.h"

#include <QCoreApplication>

namespace faltakt::viewmodels {

namespace {

QString words(const char *text) { return QCoreApplication::translate("TeamReturnText", text); }

QString whatHelps(std::string_view reason)
{
    if (reason == "access" || reason == "case")
        return words(QT_TRANSLATE_NOOP("TeamReturnText",
                                       "%1 har inte rätt till akten, eller till den delen av den. Texten är kvar på "
                                       "den enheten. Ordna rätten och be %1 trycka Skicka igen."));
    if (reason == "schema" || reason == "form" || reason == "record")
        return words(QT_TRANSLATE_NOOP("TeamReturnText",
                                       "Servern kunde inte läsa en uppgift. Texten är kvar på den enheten. Be %1 "
                                       "uppdatera appen och trycka Skicka igen."));
    if (reason == "dependsOn")
        return words(QT_TRANSLATE_NOOP("TeamReturnText",
                                       "Den bygger på något annat som servern inte tog emot, och följer med när %1 "
                                       "skickar det igen."));
    return words(QT_TRANSLATE_NOOP(
        "TeamReturnText", "Servern tog inte emot den. Texten är kvar på den enheten. Be %1 trycka Skicka igen."));
}

} // namespace

QString teamReturnText(const protocol::QuarantinedLine &line)
{
    if (!line.line)
        return words(QT_TRANSLATE_NOOP(
            "TeamReturnText", "Servern kunde inte läsa raden, så den kan inte visas. Den ligger kvar hos servern. "
                              "Kontakta support."));
    if (line.isForsaken)
        return words(QT_TRANSLATE_NOOP(
            "TeamReturnText", "Enheten som skrev den är avstängd eller ska tömmas, så den kan inte skickas igen "
                              "därifrån. Exportera texten och för in den i akten."));
    return whatHelps(line.reason).arg(QString::fromStdString(line.workerName));
}

QString teamReturnFaultText(base::ErrorCode code)
{
    if (code == base::ErrorCode::Refused)
        return words(QT_TRANSLATE_NOOP("TeamReturnText", "Servern visar det här bara för den som leder ett team."));
    return errorText(base::Error(code, "team"));
}

} // namespace faltakt::viewmodels
