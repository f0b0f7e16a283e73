#pragma once

#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

/// The sheet behind "Nytt": what can be begun, about the person whose file lies open or about nobody yet.
class NewViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// "i Johan E."; empty where no file lies open.
    Q_PROPERTY(QString contextText READ contextText NOTIFY changed FINAL)
    /// "Frågor", or that nothing is stored about whom.
    Q_PROPERTY(QString questionsText READ questionsText NOTIFY changed FINAL)
    Q_PROPERTY(QStringList instruments READ instruments CONSTANT FINAL)
public:
    explicit NewViewModel(AppServices &services);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("new"); }
    void load() override;
    void clear() override;
    void clearNames() override { clear(); }

    [[nodiscard]] QString contextText() const;
    [[nodiscard]] QString questionsText() const;
    [[nodiscard]] QStringList instruments() const;

public Q_SLOTS:
    void startContact();
    void startNote();
    void startMetToday() { startDay(DayPage::MetToday); }
    void startTally() { startDay(DayPage::Tally); }
    void startRelativeCall() { startDay(DayPage::RelativeCall); }
    /// Before going into a visit alone.
    void startCheckIn();
    /// Begins the questions of instruments()[index].
    void startQuestions(int index);
    /// All forms, to choose among.
    void showForms();
    void close();

Q_SIGNALS:
    void changed();

private:
    void startDay(DayPage page);

    AppServices &m_services;
    std::optional<base::CaseId> m_caseId;
    QString m_name;
};

} // namespace faltakt::viewmodels
