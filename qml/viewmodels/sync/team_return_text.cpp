#include "qml/viewmodels/sync/team_return_text.h"

#include "qml/viewmodels/shell/error_text.h"

#include <QCoreApplication>

namespace faltakt::viewmodels {

namespace {

QString words(const char *text) { return QCoreApplication::translate("TeamReturnText", text); }

QString whatHelps(std::string_view reason)
{
    if (reason == "access" || reason == "case")
        return words(QT_TRANSLATE_NOOP(
            "TeamReturnText", "%1 har inte rätt till akten, eller till den delen av den. Ordna rätten och be %1 trycka "
                              "Skicka igen, eller exportera texten där."));
    if (reason == "schema" || reason == "form" || reason == "record")
        return words(QT_TRANSLATE_NOOP("TeamReturnText",
                                       "Servern kunde inte läsa en uppgift. Be %1 uppdatera appen och trycka Skicka "
                                       "igen, eller exportera texten där."));
    if (reason == "children")
        return words(QT_TRANSLATE_NOOP("TeamReturnText",
                                       "Ärendet kan inte avslutas eller beslutas innan frågan om barn har ett svar. Be "
                                       "%1 svara på sidan Barn hos personen och trycka Skicka igen."));
    if (reason == "dependsOn")
        return words(QT_TRANSLATE_NOOP("TeamReturnText",
                                       "Den bygger på något annat som servern inte tog emot, och följer med när %1 "
                                       "skickar det igen."));
    return words(QT_TRANSLATE_NOOP("TeamReturnText",
                                   "Servern tog inte emot den. Be %1 trycka Skicka igen, eller exportera texten där."));
}

/// The server is not told what became of it on the device.
QString whereTextIs()
{
    return words(QT_TRANSLATE_NOOP(
        "TeamReturnText",
        "Texten bör vara kvar på den enheten, om den inte redan har skickats igen eller tagits bort."));
}

QString unreadText(const protocol::QuarantinedLine &line)
{
    // What the server could read has a name: then it is this app that could not.
    return line.change
               ? words(QT_TRANSLATE_NOOP("TeamReturnText",
                                         "Den här versionen av appen kan inte läsa raden, så den kan inte visas. Den "
                                         "ligger kvar hos servern. Uppdatera appen."))
               : words(QT_TRANSLATE_NOOP("TeamReturnText",
                                         "Servern kunde inte läsa raden, så den kan inte visas. Den ligger kvar hos "
                                         "servern. Kontakta support."));
}

} // namespace

QString teamReturnText(const protocol::QuarantinedLine &line, bool isProtected)
{
    if (!line.line)
        return unreadText(line);
    if (line.isForsaken && isProtected)
        return words(QT_TRANSLATE_NOOP(
            "TeamReturnText", "Enheten som skrev den är avstängd eller ska tömmas. Den är om en skyddad person och kan "
                              "inte exporteras härifrån. Texten ligger kvar hos servern. Kontakta support."));
    if (line.isForsaken)
        return words(QT_TRANSLATE_NOOP(
            "TeamReturnText", "Enheten som skrev den är avstängd eller ska tömmas, så den kan inte skickas igen "
                              "därifrån. Exportera texten och för in den i akten."));
    return whatHelps(line.reason).arg(QString::fromStdString(line.workerName)) + QLatin1Char(' ') + whereTextIs();
}

QString teamReturnFaultText(base::ErrorCode code)
{
    if (code == base::ErrorCode::Refused)
        return words(QT_TRANSLATE_NOOP("TeamReturnText", "Servern visar det här bara för den som leder ett team."));
    return errorText(base::Error(code, "team"));
}

} // namespace faltakt::viewmodels
