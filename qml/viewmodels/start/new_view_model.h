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
    /// What is written most often in a person's file; none where no file lies open.
    Q_PROPERTY(QStringList acts READ acts NOTIFY changed FINAL)
    /// Why nothing is begun in the file that lies open; empty where it may be.
    Q_PROPERTY(QString closedText READ closedText NOTIFY changed FINAL)
public:
    explicit NewViewModel(AppServices &services);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("new"); }
    void load() override;
    void clear() override;
    void clearNames() override { clear(); }

    [[nodiscard]] QString contextText() const;
    [[nodiscard]] QString questionsText() const;
    [[nodiscard]] QStringList instruments() const;
    [[nodiscard]] const QStringList &acts() const noexcept { return m_acts; }
    [[nodiscard]] QString closedText() const;

public Q_SLOTS:
    void startContact();
    void startNote();
    void startMetToday() { startDay(DayPage::MetToday); }
    void startTally() { startDay(DayPage::Tally); }
    void startContactCard() { startDay(DayPage::ContactCard); }
    void startRelativeCall() { startDay(DayPage::RelativeCall); }
    /// Before going into a visit alone.
    void startCheckIn();
    void startLobSheet();
    /// Begins the questions of instruments()[index].
    void startQuestions(int index);
    /// Begins the form of acts()[index] in the person's file.
    void startAct(int index);
    /// All that can be written in the file.
    void showActs();
    /// All forms, to choose among.
    void showForms();
    void close();

Q_SIGNALS:
    void changed();

private:
    void startDay(DayPage page);

    AppServices &m_services;
    std::optional<base::CaseId> m_caseId;
    std::optional<base::CaseId> m_closed; ///< The file that lies open, where its matter is closed.
    QString m_name;
    QStringList m_acts;
};

} // namespace faltakt::viewmodels
