#include "qml/viewmodels/people/person_words.h"

#include "core/casework/case_projector.h"
#include "core/casework/person_card.h"

#include <QCoreApplication>

#include <QCoreApplication>

namespace faltakt::viewmodels {

namespace {

QString words(const char *text) { return QCoreApplication::translate("PersonWords", text); }

int yearsBetween(base::Date birth, base::Date today)
{
    const bool isBeforeBirthday =
        today.month() < birth.month() || (today.month() == birth.month() && today.day() < birth.day());
    return int(today.year()) - int(birth.year()) - (isBeforeBirthday ? 1 : 0);
}

} // namespace

QString hiddenFieldText() { return words(QT_TRANSLATE_NOOP("PersonWords", "Dolt så länge namn är dolda")); }

QString insteadOfField(std::string_view kind, std::string_view field, bool isProtected, bool namesHidden)
{
    if (!casework::tellsWho(kind, field) || (!isProtected && !namesHidden))
        return {};
    return isProtected ? words(QT_TRANSLATE_NOOP("PersonWords", "Skyddad uppgift")) : hiddenFieldText();
}

QString hiddenNumberText() { return words(QT_TRANSLATE_NOOP("PersonWords", "Dolt nummer")); }

QString caseNumberText(const store::CardEntry &card)
{
    if (card.caseNumber.empty())
        return {};
    return words(QT_TRANSLATE_NOOP("PersonWords", "Ärende %1")).arg(QString::fromStdString(card.caseNumber));
}

QString originText(const store::CardEntry &card)
{
    const QString number = caseNumberText(card);
    return number.isEmpty() ? QString() : QStringLiteral(". ") + number;
}

QString personName(const store::CardEntry &card, bool namesHidden)
{
    if (card.stage == casework::TeamStage)
        return words(QT_TRANSLATE_NOOP("PersonWords", "Teamets akt"));
    if (card.isProtected)
        return words(QT_TRANSLATE_NOOP("PersonWords", "Skyddad person"));
    if (namesHidden)
        return card.caseNumber.empty() ? words(QT_TRANSLATE_NOOP("PersonWords", "Dolt namn")) : caseNumberText(card);
    if (!card.shortName.empty())
        return QString::fromStdString(card.shortName);
    return words(QT_TRANSLATE_NOOP("PersonWords", "Okänd person"));
}

QString personNameAndAge(const store::CardEntry &card, bool namesHidden, base::Date today)
{
    const QString name = personName(card, namesHidden);
    if (card.isProtected || namesHidden || !card.birthDate)
        return name;
    return words(QT_TRANSLATE_NOOP("PersonWords", "%1, %2 år")).arg(name).arg(yearsBetween(*card.birthDate, today));
}

} // namespace faltakt::viewmodels
