#include "qml/viewmodels/people/misfiled_look.h"

#include "core/casework/moment_words.h"
#include "qml/viewmodels/shell/language.h"

#include <QCoreApplication>

namespace faltakt::viewmodels {

using base::Result;

namespace {

QString words(const char *text) { return QCoreApplication::translate("MisfiledLook", text); }

/// Says when in words of the day, and a colleague's name where it is known.
struct Wording {
    base::Instant now;
    base::Language language;

    [[nodiscard]] QString moment(std::optional<base::Instant> at) const
    {
        return at ? text(casework::momentWords(*at, now, language)) : QString();
    }
    [[nodiscard]] QString who(const std::string &name) const
    {
        return name.empty() ? words(QT_TRANSLATE_NOOP("MisfiledLook", "en kollega")) : text(name);
    }
};

QString sealText(const casework::Seal &seal, const Wording &wording)
{
    if (seal.isLate)
        return words(QT_TRANSLATE_NOOP("MisfiledLook", "Hör till något som är flyttat till en annan akt"));
    if (seal.byName.empty())
        return words(QT_TRANSLATE_NOOP("MisfiledLook", "Förd på fel person %1")).arg(wording.moment(seal.at));
    return words(QT_TRANSLATE_NOOP("MisfiledLook", "Förd på fel person, enligt %1 %2"))
        .arg(text(seal.byName), wording.moment(seal.at));
}

QString originText(const casework::Origin &origin, const Wording &wording)
{
    QStringList parts{words(QT_TRANSLATE_NOOP("MisfiledLook", "Flyttad från en annan akt %1 av %2."))
                          .arg(wording.moment(origin.movedAt), wording.who(origin.movedByName))};
    if (origin.writtenAt)
        parts += words(QT_TRANSLATE_NOOP("MisfiledLook", "Skrevs %1 av %2."))
                     .arg(wording.moment(origin.writtenAt), wording.who(origin.writtenByName));
    if (origin.signedAt)
        parts += words(QT_TRANSLATE_NOOP("MisfiledLook", "Signerades där %1 av %2. Signaturen gäller inte här: den som "
                                                         "skrev läser igenom och signerar på nytt."))
                     .arg(wording.moment(origin.signedAt), wording.who(origin.signedByName));
    return parts.join(QLatin1Char(' '));
}

} // namespace

Result<MisfiledLook> readMisfiledLook(OpenStore &store, base::CaseId caseId, base::RecordId record,
                                      base::Language language)
{
    TRY(const auto view, store.cases.record(record));
    if (!view || view->deleted)
        return base::fail(base::ErrorCode::NotFound, "record");
    MisfiledLook look;
    const Wording wording{store.clock.now(), language};
    look.seal = casework::sealOf(*view);
    if (look.seal)
        look.sealText = sealText(*look.seal, wording);
    if (look.seal && look.seal->isLate) {
        TRY(look.sealedParent, sealedParent(store, record));
    }
    if (const auto origin = casework::originOf(*view))
        look.originText = originText(*origin, wording);
    TRY(look.items, misfiledItems(store, caseId, record, look.seal.has_value()));
    return look;
}

} // namespace faltakt::viewmodels
