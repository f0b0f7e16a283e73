#include "qml/viewmodels/settings/settings_view_model.h"

#include "core/base/date_words.h"
#include "core/casework/moment_words.h"
#include "qml/viewmodels/interview/training_note.h"
#include "qml/viewmodels/shell/data_use.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"
#include "sync/client/sync_runner.h"

#include <QFile>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace faltakt::viewmodels {

namespace {

constexpr std::array<int, 6> TextPercents{100, 115, 130, 150, 175, 200};
constexpr std::array<int, 7> LockMinutes{1, 2, 3, 4, 5, 10, 15};

const std::array<QString, 2> Languages{QStringLiteral("sv"), QStringLiteral("en")};
const std::array<QString, 2> LicenceFiles{QStringLiteral(":/licences/atkinson-hyperlegible-next"),
                                          QStringLiteral(":/licences/lucide")};

/// Where the value stands; the next greater one for a value in between.
template <std::size_t N>
int indexOf(const std::array<int, N> &steps, int value)
{
    const auto found = std::ranges::lower_bound(steps, value);
    return int(std::min(found, steps.end() - 1) - steps.begin());
}

bool isIndex(int index, std::size_t count) { return index >= 0 && std::size_t(index) < count; }

} // namespace

SettingsViewModel::SettingsViewModel(AppServices &services, Reminders &reminders)
    : m_services(services), m_passphrase(services), m_formCheck(services), m_reminders(services, reminders)
{
    connect(&services.settings, &AppSettings::changed, this, &SettingsViewModel::changed);
    connect(&services.settings, &AppSettings::dataUseChanged, this, &SettingsViewModel::changed);
    connect(&services.settings, &AppSettings::namesHiddenChanged, this, &SettingsViewModel::changed);
    connect(&services.settings, &AppSettings::languageChanged, this, &SettingsViewModel::changed);
    connect(&services.workspace, &Workspace::syncStatusChanged, this, [this] {
        if (!isLoading())
            readStored();
    });
}

QStringList SettingsViewModel::schemes() const
{
    return {tr("Som enheten"), tr("Ljust"), tr("Mörkt"), tr("Hög kontrast, ljust"), tr("Hög kontrast, mörkt")};
}

QStringList SettingsViewModel::textSizes() const
{
    QStringList sizes;
    for (const int percent : TextPercents)
        sizes += tr("%1 %").arg(percent);
    return sizes;
}

int SettingsViewModel::textSizeIndex() const
{
    return indexOf(TextPercents, int(std::lround(m_services.settings.textScale() * 100)));
}

// Each language by its own name, so that whoever chose the wrong one finds back.
QStringList SettingsViewModel::languages() const { return {QStringLiteral("Svenska"), QStringLiteral("English")}; }

int SettingsViewModel::languageIndex() const
{
    return int(std::ranges::find(Languages, m_services.settings.language()) - Languages.begin());
}

QStringList SettingsViewModel::lockTimes() const
{
    QStringList times;
    for (const int minutes : LockMinutes)
        times += tr("%n minuter", nullptr, minutes);
    return times;
}

int SettingsViewModel::lockTimeIndex() const { return indexOf(LockMinutes, m_services.settings.autoLockMinutes()); }

QStringList SettingsViewModel::mobileDataUses() const { return {tr("Allt"), tr("Bara ändringar"), tr("Inget")}; }

QString SettingsViewModel::mobileDataText() const
{
    switch (m_services.settings.meteredUse()) {
    case client::MeteredUse::Everything: return tr("Allt skickas och hämtas, också stora filer.");
    case client::MeteredUse::ChangesOnly: break;
    case client::MeteredUse::Nothing:
        return tr("Inget skickas eller hämtas av sig självt. Skicka nu på sidan Synk gör det ändå.");
    }
    return tr("Det du skriver skickas och nytt hämtas. Stora filer väntar på ett annat nät.");
}

QString SettingsViewModel::dataText() const
{
    if (m_services.workspace.isTraining())
        return tr("Inget skickas i utbildningsläget");
    return dataUseText(m_services);
}

QString SettingsViewModel::versionText() const
{
    const std::string name = client::AppName;
    return text(name.substr(name.find(' ') + 1));
}

QStringList SettingsViewModel::licences() const
{
    return {tr("Typsnitt: Atkinson Hyperlegible Next"), tr("Ikoner: Lucide")};
}

void SettingsViewModel::load()
{
    readStored();
    readTrainings();
    // The choices need no store.
    setLoading(false);
    Q_EMIT changed();
}

void SettingsViewModel::clear()
{
    m_stored.setLines({});
    m_trainings.setLines({});
    m_passphrase.close();
    m_formCheck.clear();
    setLoading(true);
}

void SettingsViewModel::readStored()
{
    if (m_services.workspace.state() != Workspace::State::Open)
        return;
    m_services.workspace.read<store::StoreCounts>(
        this, [](OpenStore &store) { return store.cases.counts(); },
        [this](const base::Result<store::StoreCounts> &counts) {
            setProblem(counts ? QString() : errorText(counts.error()));
            if (counts)
                showStored(*counts);
        });
}

void SettingsViewModel::showStored(const store::StoreCounts &counts)
{
    const SyncStatus &status = m_services.workspace.syncStatus();
    const QString kept = tr("krypterat på den här enheten och på kommunens server");
    std::vector<LineListModel::Line> lines{
        {.key = "cases",
         .text = tr("Akter som du har rätt till"),
         .secondary = tr("Tas bort från enheten när du inte har rätt till dem längre"),
         .trailing = QString::number(counts.cases)},
        {.key = "changes",
         .text = tr("Ändringar i dem"),
         .secondary = m_services.workspace.isTraining() ? tr("krypterat på den här enheten, inget skickas") : kept,
         .trailing = QString::number(counts.changes)},
        {.key = "unsent",
         .text = tr("Ändringar som bara finns här"),
         .secondary = tr("Tills servern har kvitterat dem"),
         .trailing = QString::number(counts.outbox)},
    };
    if (status.lease.until && !m_services.workspace.isTraining())
        lines.push_back({.key = "lease",
                         .text = tr("Kan läsas utan kontakt till"),
                         .secondary = tr("Sedan behövs kontakt med servern. Inget går förlorat."),
                         .trailing = text(casework::momentWords(*status.lease.until, m_services.clock.now(),
                                                                languageOf(m_services.settings)))});
    m_stored.setLines(std::move(lines));
}

void SettingsViewModel::readTrainings()
{
    if (m_services.workspace.state() == Workspace::State::Open)
        m_services.workspace.keep<OwnTraining>(
            this, [](OpenStore &store) { return readOwnTraining(store.cases); },
            [this](const base::Result<OwnTraining> &own) { showTrainings(own); });
}

void SettingsViewModel::showTrainings(const base::Result<OwnTraining> &own)
{
    if (!own) {
        setProblem(errorText(own.error()));
        return;
    }
    std::vector<LineListModel::Line> lines;
    for (const auto &[training, day] : *own)
        lines.push_back({.key = training,
                         .text = tr("Utbildning i %1").arg(trainingName(training)),
                         .secondary = tr("Angivet %1. Sparas bara på den här enheten.")
                                          .arg(text(base::dayWordsWithYear(day, languageOf(m_services.settings))))});
    m_trainings.setLines(std::move(lines));
}

void SettingsViewModel::dropTraining(int row)
{
    if (!isIndex(row, m_trainings.lines().size()))
        return;
    m_services.workspace.keep<OwnTraining>(
        this,
        [training = m_trainings.lines()[std::size_t(row)].key](OpenStore &store) {
            return keepOwnTraining(store, training, Trained::No);
        },
        [this](const base::Result<OwnTraining> &own) { showTrainings(own); });
}

void SettingsViewModel::chooseScheme(int index)
{
    if (index >= 0 && index < schemes().size())
        m_services.settings.setScheme(AppSettings::Scheme(index));
}

void SettingsViewModel::chooseTextSize(int index)
{
    if (isIndex(index, TextPercents.size()))
        m_services.settings.setTextScale(TextPercents[std::size_t(index)] / 100.0);
}

void SettingsViewModel::toggleMotion() { m_services.settings.setReducedMotion(!reducedMotion()); }

void SettingsViewModel::chooseLanguage(int index)
{
    if (isIndex(index, Languages.size()))
        m_services.settings.setLanguage(Languages[std::size_t(index)]);
}

void SettingsViewModel::chooseLockTime(int index)
{
    if (isIndex(index, LockMinutes.size()))
        m_services.settings.setAutoLockMinutes(LockMinutes[std::size_t(index)]);
}

void SettingsViewModel::chooseMobileData(int index)
{
    if (index >= 0 && index < mobileDataUses().size())
        m_services.settings.setMeteredUse(client::MeteredUse(index));
}

void SettingsViewModel::toggleNames() { m_services.settings.setNamesHidden(!namesHidden()); }

void SettingsViewModel::toggleAdvancing() { m_services.settings.setAdvancesByItself(!advancesByItself()); }

void SettingsViewModel::openLicence(int index)
{
    m_licenceIndex = index == m_licenceIndex || !isIndex(index, LicenceFiles.size()) ? -1 : index;
    m_licence.clear();
    if (m_licenceIndex >= 0) {
        QFile file(LicenceFiles[std::size_t(m_licenceIndex)]);
        if (file.open(QIODevice::ReadOnly))
            m_licence = QString::fromUtf8(file.readAll());
    }
    Q_EMIT licenceChanged();
}

void SettingsViewModel::openPrivacy() { m_services.router.openHelp(QStringLiteral("privacy")); }

void SettingsViewModel::openHelp() { m_services.router.openHelp(helpPage()); }

void SettingsViewModel::close() { m_services.router.back(); }

} // namespace faltakt::viewmodels
