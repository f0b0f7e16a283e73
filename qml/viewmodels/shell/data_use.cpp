#include "qml/viewmodels/shell/data_use.h"

#include "core/casework/swedish_time.h"

#include <QCoreApplication>
#include <QLocale>

namespace faltakt::viewmodels {

namespace {

struct DataUse {
    Q_DECLARE_TR_FUNCTIONS(DataUse)
};

/// In the unit in which there is something before the comma or right behind it.
QString amount(qint64 bytes)
{
    constexpr qint64 Least = 100'000;
    return bytes < Least ? DataUse::tr("%1 kB").arg(QLocale().toString((bytes + 999) / 1000))
                         : DataUse::tr("%1 MB").arg(QLocale().toString(double(bytes) / 1e6, 'f', 1));
}

} // namespace

QString dayOf(base::Instant instant)
{
    return QString::fromStdString(base::formatDate(casework::swedishDate(instant)));
}

QString dataUseText(const AppServices &services)
{
    const AppSettings::DataUse use = services.settings.dataUseOf(dayOf(services.clock.now()));
    return use.metered > 0 ? DataUse::tr("%1 i dag, varav %2 mobildata").arg(amount(use.bytes), amount(use.metered))
                           : DataUse::tr("%1 i dag").arg(amount(use.bytes));
}

} // namespace faltakt::viewmodels
