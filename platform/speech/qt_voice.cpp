#include "platform/speech/qt_voice.h"

#include <QLocale>
#include <QTextToSpeech>

#include <algorithm>

namespace faltakt::platform {

namespace {

/// Qt's own engine for its tests, which is silent.
const QString Silent = QStringLiteral("mock");

/// The engine's own locale for a language, whatever the region.
std::optional<QLocale> localeFor(const QTextToSpeech &engine, const std::string &language)
{
    const QLocale::Language wanted = QLocale(QString::fromStdString(language)).language();
    const QList<QLocale> locales = engine.availableLocales();
    const auto found = std::ranges::find(locales, wanted, [](const QLocale &locale) { return locale.language(); });
    return found == locales.end() ? std::nullopt : std::optional(*found);
}

} // namespace

QtVoice::QtVoice() = default;

QtVoice::~QtVoice() = default;

QTextToSpeech *QtVoice::engine()
{
    if (std::exchange(m_isAsked, true))
        return m_engine.get();
    QStringList engines = QTextToSpeech::availableEngines();
    engines.removeAll(Silent);
    if (engines.isEmpty())
        return nullptr;
    auto engine = std::make_unique<QTextToSpeech>(engines.front());
    if (engine->state() != QTextToSpeech::Error)
        m_engine = std::move(engine);
    return m_engine.get();
}

bool QtVoice::canSpeak(const std::string &language)
{
    const QTextToSpeech *speaker = engine();
    return speaker && localeFor(*speaker, language);
}

void QtVoice::say(const std::string &text, const std::string &language)
{
    QTextToSpeech *speaker = engine();
    const auto locale = speaker ? localeFor(*speaker, language) : std::nullopt;
    if (!locale)
        return;
    speaker->stop();
    speaker->setLocale(*locale);
    speaker->say(QString::fromStdString(text));
}

void QtVoice::stop()
{
    if (m_engine)
        m_engine->stop();
}

} // namespace faltakt::platform
