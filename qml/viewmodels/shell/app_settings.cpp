#include "qml/viewmodels/shell/app_settings.h"

#include <algorithm>
#include <array>

namespace faltakt::viewmodels {

namespace {

const QString SchemeKey = QStringLiteral("scheme");
const QString TextScaleKey = QStringLiteral("textScale");
const QString LanguageKey = QStringLiteral("language");
const QString NamesHiddenKey = QStringLiteral("namesHidden");
const QString ReducedMotionKey = QStringLiteral("reducedMotion");
const QString AdvancesKey = QStringLiteral("advancesByItself");
const QString AutoLockKey = QStringLiteral("autoLockMinutes");
const QString MobileDataKey = QStringLiteral("mobileData");
const QString DataDayKey = QStringLiteral("data/day");
const QString DataBytesKey = QStringLiteral("data/bytes");
const QString DataMeteredKey = QStringLiteral("data/metered");

constexpr int DefaultAutoLock = 4;
constexpr int LongestAutoLock = 15;
constexpr qreal LargestText = 2.0;

/// As the file says them; in the order of client::MeteredUse.
const std::array<QString, 3> MobileDataWords{QStringLiteral("everything"), QStringLiteral("changes"),
                                             QStringLiteral("nothing")};

/// What is no number at all, as a spoilt file may hold, is the smallest.
qreal withinText(qreal scale) { return scale >= 1.0 ? std::min(scale, LargestText) : 1.0; }

} // namespace

AppSettings::AppSettings(const std::filesystem::path &dataFolder, QObject *parent)
    : QObject(parent), m_settings(QString::fromStdString((dataFolder / "settings.ini").string()), QSettings::IniFormat)
{
}

bool AppSettings::store(const QString &key, const QVariant &value)
{
    if (m_settings.value(key) == value)
        return false;
    m_settings.setValue(key, value);
    m_settings.sync();
    return true;
}

AppSettings::Scheme AppSettings::scheme() const
{
    const int stored = m_settings.value(SchemeKey, 0).toInt();
    return Scheme(std::clamp(stored, 0, int(Scheme::HighContrastDark)));
}

void AppSettings::setScheme(Scheme scheme)
{
    if (store(SchemeKey, int(scheme)))
        Q_EMIT changed();
}

qreal AppSettings::textScale() const
{
    return m_lent ? m_lent->textScale : withinText(m_settings.value(TextScaleKey, 1.0).toReal());
}

void AppSettings::setTextScale(qreal scale)
{
    if (m_lent)
        return setLent(Lent{m_lent->language, withinText(scale)});
    if (store(TextScaleKey, withinText(scale)))
        Q_EMIT changed();
}

QString AppSettings::language() const
{
    const QString chosen = m_lent ? m_lent->language : m_settings.value(LanguageKey).toString();
    return chosen == QStringLiteral("en") ? QStringLiteral("en") : QStringLiteral("sv");
}

void AppSettings::setLanguage(const QString &language)
{
    if (m_lent)
        return setLent(Lent{language, m_lent->textScale});
    if (store(LanguageKey, language))
        Q_EMIT languageChanged();
}

bool AppSettings::namesHidden() const { return m_settings.value(NamesHiddenKey, false).toBool(); }

void AppSettings::setNamesHidden(bool hidden)
{
    if (store(NamesHiddenKey, hidden))
        Q_EMIT namesHiddenChanged();
}

bool AppSettings::reducedMotion() const { return m_settings.value(ReducedMotionKey, false).toBool(); }

void AppSettings::setReducedMotion(bool reduced)
{
    if (store(ReducedMotionKey, reduced))
        Q_EMIT changed();
}

bool AppSettings::advancesByItself() const { return m_settings.value(AdvancesKey, true).toBool(); }

void AppSettings::setAdvancesByItself(bool advances)
{
    if (store(AdvancesKey, advances))
        Q_EMIT changed();
}

int AppSettings::autoLockMinutes() const
{
    bool isNumber = false;
    const int minutes = m_settings.value(AutoLockKey, DefaultAutoLock).toInt(&isNumber);
    return isNumber ? std::clamp(minutes, 1, LongestAutoLock) : DefaultAutoLock;
}

void AppSettings::setAutoLockMinutes(int minutes)
{
    if (store(AutoLockKey, std::clamp(minutes, 1, LongestAutoLock)))
        Q_EMIT changed();
}

void AppSettings::lend(const Lent &lent) { setLent(Lent{lent.language, withinText(lent.textScale)}); }

void AppSettings::takeBack() { setLent(std::nullopt); }

void AppSettings::setLent(const std::optional<Lent> &lent)
{
    const QString language = this->language();
    const qreal scale = textScale();
    m_lent = lent;
    if (this->language() != language)
        Q_EMIT languageChanged();
    if (!qFuzzyCompare(textScale(), scale))
        Q_EMIT changed();
}

client::MeteredUse AppSettings::meteredUse() const
{
    const auto found = std::ranges::find(MobileDataWords, m_settings.value(MobileDataKey).toString());
    return found == MobileDataWords.end() ? client::MeteredUse::ChangesOnly
                                          : client::MeteredUse(found - MobileDataWords.begin());
}

AppSettings::DataUse AppSettings::dataUseOf(const QString &day) const
{
    if (m_settings.value(DataDayKey).toString() != day)
        return {};
    const auto count = [this](const QString &key) { return std::max<qint64>(0, m_settings.value(key).toLongLong()); };
    return {count(DataBytesKey), count(DataMeteredKey)};
}

void AppSettings::addDataUse(const QString &day, qint64 bytes, Paid paid)
{
    const DataUse before = dataUseOf(day);
    // Written with the next turn of the event loop, not with each packet.
    m_settings.setValue(DataDayKey, day);
    m_settings.setValue(DataBytesKey, before.bytes + bytes);
    m_settings.setValue(DataMeteredKey, before.metered + (paid == Paid::ByAmount ? bytes : 0));
    Q_EMIT dataUseChanged();
}

void AppSettings::setMeteredUse(client::MeteredUse use)
{
    if (store(MobileDataKey, MobileDataWords[std::size_t(use)]))
        Q_EMIT changed();
}

} // namespace faltakt::viewmodels
