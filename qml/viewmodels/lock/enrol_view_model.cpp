#include "qml/viewmodels/lock/enrol_view_model.h"

#include "qml/viewmodels/lock/unlock_text.h"

#include <QClipboard>
#include <QGuiApplication>

namespace faltakt::viewmodels {

namespace {

std::optional<protocol::EnrolmentCode> parsed(const QString &code)
{
    auto read = protocol::EnrolmentCode::parse(code.trimmed().toStdString());
    return read ? std::optional(std::move(*read)) : std::nullopt;
}

} // namespace

EnrolViewModel::EnrolViewModel(AppServices &services)
    : m_services(services), m_scan(services, [this](const std::string &text) { return takeScanned(text); })
{
    connect(&services.workspace, &Workspace::stateChanged, this, &EnrolViewModel::changed);
    connect(&services.settings, &AppSettings::languageChanged, this, &EnrolViewModel::changed);
}

bool EnrolViewModel::isBusy() const { return m_step == Step::Server; }

bool EnrolViewModel::takesPin() const
{
    return m_services.workspace.setup().keystore == crypto::KeystoreKind::Hardware;
}

bool EnrolViewModel::canCancel() const
{
    return m_step != Step::Server && m_services.workspace.state() == Workspace::State::Locked;
}

QString EnrolViewModel::server() const
{
    const auto code = parsed(m_code);
    return code ? QString::fromStdString(code->host) : QString();
}

QString EnrolViewModel::rule() const
{
    return takesPin()
               ? tr("Minst 6 siffror.")
               : tr("Minst 12 tecken. Fyra eller fem vanliga ord efter varandra är lätta att minnas och svåra att "
                    "gissa.");
}

QString EnrolViewModel::progress() const
{
    if (m_step != Step::Server)
        return {};
    return m_services.workspace.state() == Workspace::State::Unlocking
               ? tr("Servern har svarat. Öppnar den nya enheten.")
               : tr("Gör nycklar och frågar servern. Det kan ta en halv minut.");
}

void EnrolViewModel::setStep(Step step, const QString &problem)
{
    m_step = step;
    m_problem = problem;
    Q_EMIT changed();
}

void EnrolViewModel::setCode(const QString &code)
{
    m_code = code;
    m_problem.clear();
    Q_EMIT changed();
}

void EnrolViewModel::pasteCode()
{
    setCode(QGuiApplication::clipboard()->text());
    if (parsed(m_code))
        acceptCode();
}

void EnrolViewModel::acceptCode()
{
    if (parsed(m_code))
        setStep(Step::Passphrase);
    else
        setStep(Step::Code, m_code.trimmed().isEmpty()
                                ? tr("Klistra in eller skriv koden som du har fått av kontoret.")
                                : tr("Koden är inte hel. Kopiera hela koden från kontoret och klistra in den igen."));
}

bool EnrolViewModel::takeScanned(const std::string &text)
{
    if (m_step != Step::Code || !protocol::EnrolmentCode::parse(text))
        return false;
    setCode(QString::fromStdString(text));
    acceptCode();
    return true;
}

void EnrolViewModel::acceptPassphrase(SecretInput *secret)
{
    if (!secret)
        return;
    crypto::SecretBytes given = secret->take();
    if (m_step == Step::Passphrase) {
        const auto keystore = m_services.workspace.setup().keystore;
        const QString fault = passphraseProblem(crypto::findPassphraseFault(given, keystore), keystore);
        if (!fault.isEmpty())
            return setStep(Step::Passphrase, fault);
        m_passphrase = std::move(given);
        return setStep(Step::Again);
    }
    if (m_step != Step::Again)
        return;
    if (given == m_passphrase)
        return start();
    m_passphrase.wipe();
    setStep(Step::Passphrase, tr("De två var inte lika. Välj lösenfras igen."));
}

void EnrolViewModel::start()
{
    auto code = parsed(m_code);
    if (!code)
        return setStep(Step::Code);
    setStep(Step::Server);
    m_services.workspace.enrol(
        std::move(*code), std::move(m_passphrase), this, [this](const base::Result<void> &enrolled) {
            if (enrolled)
                return reset();
            // With another code the passphrase may stay the worker's choice; either way it is typed again.
            const auto error = enrolled.error().code();
            const bool isCodeSpent = error == base::ErrorCode::NotFound || error == base::ErrorCode::AlreadyExists;
            setStep(isCodeSpent ? Step::Code : Step::Passphrase, enrolProblem(enrolled.error()));
        });
    m_passphrase = {};
}

void EnrolViewModel::stepBack()
{
    m_passphrase.wipe();
    if (m_step == Step::Again)
        setStep(Step::Passphrase);
    else if (m_step == Step::Passphrase)
        setStep(Step::Code);
}

void EnrolViewModel::reset()
{
    m_passphrase.wipe();
    m_scan.close();
    m_code.clear();
    setStep(Step::Code);
}

} // namespace faltakt::viewmodels
