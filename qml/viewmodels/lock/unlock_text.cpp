#include "qml/viewmodels/lock/unlock_text.h"

#include "core/base/date_words.h"
#include "core/casework/swedish_time.h"
#include "qml/viewmodels/shell/error_text.h"

#include <QCoreApplication>

namespace faltakt::viewmodels {

using base::ErrorCode;

namespace {

struct UnlockText {
    Q_DECLARE_TR_FUNCTIONS(UnlockText)
};

base::Language languageOf(const QString &language)
{
    return language == QLatin1String("en") ? base::Language::English : base::Language::Swedish;
}

} // namespace

QString unlockProblem(const base::Error &error, const WorkerDevice &device)
{
    switch (error.code()) {
    case ErrorCode::WrongKey: return UnlockText::tr("Fel kod. %n försök kvar.", nullptr, device.triesLeft);
    // The wait is told beside it, as a clock time.
    case ErrorCode::Locked: return UnlockText::tr("Koden prövades inte, för väntetiden är inte slut.");
    case ErrorCode::Refused: return UnlockText::tr("Fel kod, och det var det sista försöket.");
    case ErrorCode::Busy: return UnlockText::tr("Fältakt är redan öppet i ett annat fönster. Använd det.");
    case ErrorCode::Damaged:
        return UnlockText::tr("Enhetens nycklar eller register är skadade. Inget har raderats. Sluta använda enheten "
                              "och ring support: de kan öppna den med återställningsnyckeln.");
    default: return errorText(error);
    }
}

QString waitText(const WorkerDevice &device, base::Instant now, const QString &language)
{
    if (!device.waitUntil || *device.waitUntil <= now)
        return {};
    const auto until = casework::swedishTime(*device.waitUntil);
    const auto today = casework::swedishDate(now);
    // A wait that ends within a minute has not ended when the clock shows that minute.
    const auto minutes = until.sinceMidnight + std::chrono::minutes(1);
    const QString time = QString::fromStdString(base::clockWords(minutes % std::chrono::hours(24)));
    if (until.date == today)
        return UnlockText::tr("Du kan försöka igen %1. Väntan efter fel kod skyddar det som är sparat.").arg(time);
    const QString day = QString::fromStdString(base::dayWords(until.date, today, languageOf(language)));
    return UnlockText::tr("Du kan försöka igen %1 %2. Väntan efter fel kod skyddar det som är sparat.").arg(day, time);
}

QString enrolProblem(const base::Error &error)
{
    switch (error.code()) {
    case ErrorCode::NotFound:
        return UnlockText::tr("Koden finns inte hos servern, eller så har den gått ut. Be kontoret om en ny kod. Inget "
                              "har ändrats på enheten.");
    case ErrorCode::AlreadyExists:
        return UnlockText::tr("Koden är redan använd. Be kontoret om en ny kod. Inget har ändrats på enheten.");
    case ErrorCode::Refused:
        return UnlockText::tr("Servern är inte den som koden gäller. Inget har skickats. Försök inte igen på det här "
                              "nätet, utan ring kontoret.");
    case ErrorCode::WrongKey:
        return UnlockText::tr("Förra försöket med den här koden hade en annan lösenfras. Skriv den lösenfrasen, eller "
                              "be kontoret om en ny kod.");
    case ErrorCode::Locked:
        return UnlockText::tr("För många olika lösenfraser med den här koden. Vänta en stund, eller be kontoret om en "
                              "ny kod.");
    case ErrorCode::Unreachable:
    case ErrorCode::Busy:
        return UnlockText::tr("Servern svarar inte. Koden är kvar. Kontrollera nätet och försök igen med samma "
                              "lösenfras: det går vidare där det slutade.");
    case ErrorCode::Unsupported:
        return UnlockText::tr("Servern är av en nyare version. Uppdatera Fältakt och försök igen med samma kod.");
    default: return errorText(error);
    }
}

QString passphraseProblem(crypto::PassphraseFault fault, crypto::KeystoreKind keystore)
{
    switch (fault) {
    case crypto::PassphraseFault::None: return {};
    case crypto::PassphraseFault::TooShort:
        return keystore == crypto::KeystoreKind::Hardware ? UnlockText::tr("Koden behöver minst 6 siffror.")
                                                          : UnlockText::tr("Lösenfrasen behöver minst 12 tecken.");
    case crypto::PassphraseFault::TooLong: return UnlockText::tr("Lösenfrasen är för lång. Ta bort några ord.");
    case crypto::PassphraseFault::SameCharacter:
        return UnlockText::tr("Samma tecken hela vägen går att gissa. Välj flera olika ord.");
    case crypto::PassphraseFault::NotText:
        return UnlockText::tr("Det finns ett tecken i lösenfrasen som inte kan skrivas igen. Börja om.");
    }
    return {};
}

} // namespace faltakt::viewmodels
