#include "qml/viewmodels/sync/return_text.h"

#include "qml/viewmodels/shell/error_text.h"

#include <QCoreApplication>

namespace faltakt::viewmodels {

namespace {

QString words(const char *text) { return QCoreApplication::translate("ReturnText", text); }

} // namespace

QString returnText(std::string_view reason)
{
    if (reason == "access" || reason == "case")
        return words(QT_TRANSLATE_NOOP(
            "ReturnText", "Du har inte rätt till akten längre, eller till den delen av den. Texten är kvar "
                          "här. Be teamledaren om rätt till akten och tryck sedan Skicka igen."));
    if (reason == "schema" || reason == "form" || reason == "record")
        return words(QT_TRANSLATE_NOOP("ReturnText",
                                       "Servern kunde inte läsa en uppgift. Texten är kvar här. Uppdatera appen om det "
                                       "går och tryck sedan Skicka igen."));
    if (reason == "children")
        return words(QT_TRANSLATE_NOOP(
            "ReturnText", "Ärendet kan inte avslutas eller beslutas än: det finns en oro för barn utan steg, eller "
                          "ingen har frågat om barn. Öppna sidan Barn hos personen och tryck sedan Skicka igen."));
    if (reason == "dependsOn")
        return words(QT_TRANSLATE_NOOP(
            "ReturnText", "Den bygger på något annat som servern inte tog emot. Den är kvar här och följer "
                          "med när du skickar det igen."));
    if (reason == "revoked" || reason == "author")
        return words(QT_TRANSLATE_NOOP(
            "ReturnText", "Servern tar inte emot något från den här enheten just nu. Texten är kvar här. Be "
                          "teamledaren titta på enheten och tryck sedan Skicka igen."));
    return words(QT_TRANSLATE_NOOP(
        "ReturnText",
        "Servern tog inte emot den. Texten är kvar här. Tryck Skicka igen, eller be teamledaren om hjälp."));
}

QString returnFaultText(const base::Error &error)
{
    if (error.code() == base::ErrorCode::Refused)
        return words(QT_TRANSLATE_NOOP(
            "ReturnText", "Akten finns inte på enheten nu, så den kan inte skickas igen än. Texten är kvar här."));
    return errorText(error);
}

} // namespace faltakt::viewmodels
