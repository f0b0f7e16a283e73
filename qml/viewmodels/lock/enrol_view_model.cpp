#include "qml/viewmodels/lock/enrol_view_model.h"

#include "qml/viewmodels/shell/error_text.h"

namespace faltakt::viewmodels {

EnrolViewModel::EnrolViewModel(AppServices &services) : m_services(services)
{
    connect(&services.workspace, &Workspace::stateChanged, this, &EnrolViewModel::changed);
}

bool EnrolViewModel::isBusy() const
{
    const auto state = m_services.workspace.state();
    return state == Workspace::State::Enrolling || state == Workspace::State::Unlocking;
}

void EnrolViewModel::setProblem(const QString &problem)
{
    m_problem = problem;
    Q_EMIT changed();
}

void EnrolViewModel::setCode(const QString &code)
{
    m_code = code.trimmed();
    setProblem({});
}

void EnrolViewModel::enrol(SecretInput *secret)
{
    if (isBusy() || !secret)
        return;
    auto code = protocol::EnrolmentCode::parse(m_code.toStdString());
    if (!code)
        return setProblem(tr("Koden är inte hel. Kopiera hela koden från kontoret och klistra in den igen."));
    setProblem({});
    m_services.workspace.enrol(std::move(*code), secret->take(), this, [this](const base::Result<void> &enrolled) {
        if (enrolled)
            m_code.clear();
        setProblem(enrolled ? QString() : errorText(enrolled.error()));
    });
}

} // namespace faltakt::viewmodels
