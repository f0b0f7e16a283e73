#include "qml/viewmodels/child/child_words.h"

#include "core/casework/code_words.h"
#include "core/rules/emergency_contacts.h"
#include "qml/viewmodels/shell/language.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace faltakt::viewmodels {

namespace {

QString words(const char *text) { return QCoreApplication::translate("ChildWords", text); }

QString code(const store::RecordView &record, std::string_view field, base::Language language)
{
    const std::string value = record.text(field);
    return value.empty() ? QString() : text(casework::codeText(record.kind, field, value, language));
}

QString missingWords(bool isOnCall)
{
    return isOnCall ? words(QT_TRANSLATE_NOOP("ChildWords", "Numret anges inte i riktlinjen. Fara nu: ring 112."))
                    : words(QT_TRANSLATE_NOOP(
                        "ChildWords", "Numret anges inte i riktlinjen. Ring socialjouren, eller 112 vid fara."));
}

} // namespace

QString childName(const store::RecordView &child, bool namesHidden, base::Language language)
{
    if (namesHidden)
        return words(QT_TRANSLATE_NOOP("ChildWords", "Barn"));
    QStringList parts;
    const std::string name = child.text("name");
    parts += name.empty() ? words(QT_TRANSLATE_NOOP("ChildWords", "Barn utan namn")) : text(name);
    if (const std::int64_t year = child.integer("birthYear"); year > 0)
        parts += words(QT_TRANSLATE_NOOP("ChildWords", "född %1")).arg(year);
    else if (const QString age = code(child, "childAge", language); !age.isEmpty())
        parts += age;
    return parts.join(QStringLiteral(", "));
}

QString childState(const store::RecordView &child, bool hasOpenWorry, base::Language language)
{
    QStringList parts;
    if (const QString lives = code(child, "lives", language); !lives.isEmpty())
        parts += words(QT_TRANSLATE_NOOP("ChildWords", "Bor hos personen: %1")).arg(lives.toLower());
    if (hasOpenWorry)
        parts += words(QT_TRANSLATE_NOOP("ChildWords", "Oro, inget steg än"));
    else if (child.text("worry") == "yes" && !child.text("step").empty())
        parts += words(QT_TRANSLATE_NOOP("ChildWords", "Oro. %1")).arg(code(child, "step", language));
    else if (const QString worry = code(child, "worry", language); !worry.isEmpty())
        parts += worry;
    return parts.join(QStringLiteral(". "));
}

RingNumber ringNumber(std::string_view code, const rules::Profile &profile, base::Language language)
{
    RingNumber ring;
    ring.code = code;
    if (const auto known = rules::shippedEmergencyContacts()) {
        const auto contacts = known->forProfile(profile, language);
        const auto found = std::ranges::find(contacts, code, &rules::EmergencyContact::code);
        if (found != contacts.end()) {
            ring.name = text(found->name);
            ring.when = text(found->when);
            if (found->number)
                ring.number = text(found->number->value);
        }
    }
    if (ring.name.isEmpty())
        ring.name = code == "teamLead" ? words(QT_TRANSLATE_NOOP("ChildWords", "Teamledaren"))
                                       : QString::fromUtf8(code.data(), qsizetype(code.size()));
    if (ring.number.isEmpty())
        ring.when = missingWords(code == "onCall");
    return ring;
}

} // namespace faltakt::viewmodels
