#include "qml/viewmodels/lock/code_scan_view_model.h"

#include <QGuiApplication>

namespace faltakt::viewmodels {

namespace {

QString faultText(platform::ScanFault fault)
{
    using platform::ScanFault;
    switch (fault) {
    case ScanFault::NoCamera:
        return CodeScanViewModel::tr(
            "Fältakt hittar ingen kamera på enheten. Gå tillbaka och klistra in koden i stället.");
    case ScanFault::NotAllowed:
        return CodeScanViewModel::tr("Fältakt får inte använda kameran. Tillåt det i enhetens inställningar och försök "
                                     "igen, eller gå tillbaka och klistra in koden.");
    case ScanFault::NotStarted:
        return CodeScanViewModel::tr(
            "Kameran ger ingen bild. Ett annat program kanske använder den. Stäng det och försök "
            "igen, eller gå tillbaka och klistra in koden.");
    case ScanFault::Lost:
        return CodeScanViewModel::tr("Kameran slutade ge bilder. Försök igen, eller gå tillbaka och klistra in koden.");
    }
    return {};
}

} // namespace

CodeScanViewModel::CodeScanViewModel(AppServices &services, Taker take) : m_services(services), m_take(std::move(take))
{
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::CoarseTimer);
    m_pause.setInterval(LongestLook);
    connect(&m_pause, &QTimer::timeout, this,
            [this] { stop(State::Stopped, tr("Kameran stängdes av efter tre minuter utan kod. Inget har sparats.")); });
    connect(&services.settings, &AppSettings::languageChanged, this, &CodeScanViewModel::changed);
    if (auto *application = qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        connect(application, &QGuiApplication::applicationStateChanged, this, &CodeScanViewModel::onApplicationState);
}

CodeScanViewModel::~CodeScanViewModel()
{
    if (isOn())
        m_services.scanner.stop();
}

QString CodeScanViewModel::guide() const
{
    switch (m_state) {
    case State::Starting: return tr("Startar kameran.");
    case State::Looking: return tr("Håll koden i rutan.");
    case State::Stopped: return tr("Kameran är av.");
    case State::Closed: break;
    }
    return {};
}

QString CodeScanViewModel::announcement() const { return m_problem.isEmpty() ? guide() : m_problem; }

void CodeScanViewModel::open()
{
    if (!isOpen())
        start();
}

void CodeScanViewModel::start()
{
    if (isOn())
        return;
    set(State::Starting, {});
    m_pause.start();
    m_services.scanner.start({[this](const platform::GreyPicture &picture) { show(picture); },
                              [this](const std::string &text) { take(text); },
                              [this](platform::ScanFault fault) { stop(State::Stopped, faultText(fault)); }});
}

void CodeScanViewModel::close()
{
    if (isOpen())
        stop(State::Closed, {});
}

void CodeScanViewModel::show(const platform::GreyPicture &picture)
{
    if (!isOn() || !picture.isSound())
        return;
    const QImage seen(picture.pixels.data(), picture.width, picture.height, picture.width, QImage::Format_Grayscale8);
    m_picture = seen.copy();
    Q_EMIT pictureChanged();
    set(State::Looking, m_problem);
}

void CodeScanViewModel::take(const std::string &text)
{
    if (!isOn())
        return;
    if (m_take(text))
        return close();
    // What it says is not shown: anybody can print a code.
    set(m_state, tr("Det här är inte en kod från kontoret till Fältakt. Kameran letar vidare."));
}

void CodeScanViewModel::stop(State state, const QString &problem)
{
    m_services.scanner.stop();
    m_pause.stop();
    m_picture = {};
    Q_EMIT pictureChanged();
    set(state, problem);
}

void CodeScanViewModel::set(State state, const QString &problem)
{
    const bool isSame = m_state == state && m_problem == problem;
    m_state = state;
    m_problem = problem;
    if (isSame)
        return;
    Q_EMIT changed();
    const QString words = announcement();
    if (std::exchange(m_announced, words) != words)
        Q_EMIT announcementChanged();
}

void CodeScanViewModel::onApplicationState(Qt::ApplicationState state)
{
    // Not when it is merely inactive: a question of the system about the camera makes it so.
    if ((state == Qt::ApplicationSuspended || state == Qt::ApplicationHidden) && isOn())
        stop(State::Stopped, tr("Kameran stängdes av när Fältakt lades åt sidan."));
}

} // namespace faltakt::viewmodels
