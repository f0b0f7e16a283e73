#pragma once

#include "qml/viewmodels/start/person_chooser.h"

namespace faltakt::viewmodels {

/// Whom a form is about, and the choosing of that person where the form was begun without. Main thread; owned by the page's
/// view model.
class FormPerson final : public QObject {
    Q_OBJECT
public:
    FormPerson(AppServices &services, std::optional<base::CaseId> caseId);

    [[nodiscard]] const std::optional<base::CaseId> &caseId() const noexcept { return m_caseId; }
    [[nodiscard]] PersonChooser *people() noexcept { return &m_people; }
    /// "Johan E., 34 år, ärende 1042"; empty while nobody is chosen.
    [[nodiscard]] QString text() const;
    /// "Johan E."; empty while nobody is chosen.
    [[nodiscard]] QString name() const { return m_person.name.section(QLatin1Char(','), 0, 0); }
    [[nodiscard]] bool isChoosing() const noexcept { return m_isChoosing; }

    /// Shows the person that was read, unless another was chosen meanwhile, and whom to propose. Where the device holds the
    /// file of `asked` no more, nobody is chosen.
    void show(const std::optional<base::CaseId> &asked, const std::optional<store::CaseRow> &person,
              const ProposedPeople &proposed);
    /// Names go; whose form it is and whether somebody is being chosen stays.
    void clear();
    void choose();
    void stopChoosing();

Q_SIGNALS:
    /// Another person, or the choosing began or ended.
    void changed();
    /// The worker has chosen; caseId() tells whom.
    void picked();

private:
    void pick(const PersonChooser::Person &person);

    std::optional<base::CaseId> m_caseId;
    PersonChooser m_people;
    PersonChooser::Person m_person;
    bool m_isChoosing = false;
};

} // namespace faltakt::viewmodels
