#include "qml/viewmodels/today/row_action.h"

#include <QCoreApplication>

namespace faltakt::viewmodels {

using Verb = TodayRow::Verb;

void tellAction(TodayRow &row)
{
    const char *icon = "";
    const char *name = "";
    switch (row.verb) {
    case Verb::None: return;
    case Verb::Ring:
        icon = "phone";
        name = QT_TRANSLATE_NOOP("TodayReader", "Ring");
        break;
    case Verb::GoOn:
        icon = "play";
        name = QT_TRANSLATE_NOOP("TodayReader", "Fortsätt");
        break;
    case Verb::Write:
        icon = "pen-line";
        name = QT_TRANSLATE_NOOP("TodayReader", "Skriv kontakten");
        break;
    case Verb::Finish:
        icon = "check";
        name = QT_TRANSLATE_NOOP("TodayReader", "Klar");
        break;
    case Verb::Sign:
        icon = "pen-line";
        name = QT_TRANSLATE_NOOP("TodayReader", "Läs och signera");
        break;
    case Verb::FillIn:
        icon = "pen-line";
        name = QT_TRANSLATE_NOOP("TodayReader", "Fyll i");
        break;
    }
    row.actionIcon = QString::fromLatin1(icon);
    // What a reader hears says for whom: "Ring, Johan E., försök 2 av 3".
    row.actionText = QCoreApplication::translate("TodayReader", name);
    for (const QString &more : {row.who, row.what})
        if (!more.isEmpty())
            row.actionText += QStringLiteral(", ") + more;
}

} // namespace faltakt::viewmodels
