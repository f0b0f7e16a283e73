#include "qml/viewmodels/interview/training_note.h"

#include "qml/viewmodels/shell/error_text.h"

namespace faltakt::viewmodels {

std::string neededTraining(const screening::Questionnaire &form)
{
    return form.head().kind == screening::InstrumentKind::Record ? std::string() : form.head().training;
}

QString trainingName(const std::string &training) { return QString::fromStdString(training).toUpper(); }

void TrainingNote::show(const screening::Questionnaire *form, OwnTraining own)
{
    m_training = form ? neededTraining(*form) : std::string();
    m_own = std::move(own);
    m_problem.clear();
    Q_EMIT changed();
}

QString TrainingNote::text() const
{
    if (!isNeeded())
        return {};
    const QString name = trainingName(m_training);
    return isTrained()
               ? tr("Du har angett att du har gått utbildningen i %1.").arg(name)
               : tr("De här frågorna är för den som har gått utbildningen i %1, och du har inte angett att du har "
                    "det. Du kan fråga ändå. Det står i resultatet.")
                     .arg(name);
}

QString TrainingNote::claim() const { return tr("Jag har gått utbildningen i %1").arg(trainingName(m_training)); }

void TrainingNote::toggle()
{
    if (!isNeeded())
        return;
    m_services.workspace.keep<OwnTraining>(
        this,
        [training = m_training, trained = isTrained() ? Trained::No : Trained::Yes](OpenStore &store) {
            return keepOwnTraining(store, training, trained);
        },
        [this](base::Result<OwnTraining> own) {
            m_problem = own ? QString() : errorText(own.error());
            if (own)
                m_own = std::move(*own);
            Q_EMIT changed();
        });
}

} // namespace faltakt::viewmodels
