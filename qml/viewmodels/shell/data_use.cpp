#include "qml/viewmodels/shell/data_use.h"

#include "core/casework/swedish_time.h"

#include <QCoreApplication>
#include <QLocale>

namespace faltakt::viewmodels {

namespace {

struct DataUse {
    Q_DECLARE_TR_FUNCTIONS(DataUse)
};

QString megabytes(qint64 bytes)
{
    constexpr double BytesOfMegabyte = 1e6;
    return QLocale().toString(double(bytes) / BytesOfMegabyte, 'f', 1);
}

} // namespace

QString dayOf(base::Instant instant)
{
    return QString::fromStdString(base::formatDate(casework::swedishDate(instant)));
}

QString dataUseText(const AppServices &services)
{
    const AppSettings::DataUse use = services.settings.dataUseOf(dayOf(services.clock.now()));
    return use.metered > 0
               ? DataUse::tr("%1 MB i dag, varav %2 MB mobildata").arg(megabytes(use.bytes), megabytes(use.metered))
               : DataUse::tr("%1 MB i dag").arg(megabytes(use.bytes));
}

} // namespace faltakt::viewmodels
