#pragma once

#include "qml/viewmodels/interview/result_content.h"
#include "qml/viewmodels/interview/talk_facts.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"
#include "qml/viewmodels/start/person_chooser.h"

namespace faltakt::viewmodels {

/// The result of quick screening, which belongs to nobody yet: tied to a person, or thrown away. What is thrown away
/// goes when the page is left, so that it can be undone until then. Main thread.
class ScratchResultViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(faltakt::viewmodels::ResultContent *content READ content CONSTANT FINAL)
    Q_PROPERTY(QStringList sexNames READ sexNames NOTIFY changed FINAL)
    Q_PROPERTY(int sexIndex READ sexIndex NOTIFY changed FINAL)
    Q_PROPERTY(QStringList ageNames READ ageNames NOTIFY changed FINAL)
    Q_PROPERTY(int ageIndex READ ageIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString keptText READ keptText NOTIFY changed FINAL)
    Q_PROPERTY(bool choosesPerson READ choosesPerson NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::PersonChooser *people READ people CONSTANT FINAL)
    Q_PROPERTY(QString discardText READ discardText NOTIFY changed FINAL)
    Q_PROPERTY(QString selfReportedText READ selfReportedText NOTIFY changed FINAL)
    Q_PROPERTY(bool showsPerson READ showsPerson NOTIFY changed FINAL)
    Q_PROPERTY(bool showsPersonScore READ showsPersonScore NOTIFY changed FINAL)
public:
    ScratchResultViewModel(AppServices &services, base::ScratchId scratch);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("quick-screening"); }
    [[nodiscard]] bool isSafeTalk() const override { return m_content.showsViolence(); }
    void load() override;
    void clear() override;
    void clearNames() override { m_people.clear(); }
    void leave() override;

    [[nodiscard]] ResultContent *content() noexcept { return &m_content; }
    [[nodiscard]] QStringList sexNames() const;
    [[nodiscard]] int sexIndex() const;
    [[nodiscard]] QStringList ageNames() const;
    [[nodiscard]] int ageIndex() const;
    [[nodiscard]] QString keptText() const;
    [[nodiscard]] bool choosesPerson() const noexcept { return m_choosesPerson; }
    [[nodiscard]] PersonChooser *people() noexcept { return &m_people; }
    [[nodiscard]] QString discardText() const;
    [[nodiscard]] QString selfReportedText() const { return viewmodels::selfReportedText(readTalk(m_context)); }
    [[nodiscard]] bool showsPerson() const noexcept { return m_showsPerson; }
    [[nodiscard]] bool showsPersonScore() const noexcept { return m_showsPersonScore; }

public Q_SLOTS:
    /// From the person's text to the result, and from there away.
    void stepBack();
    void changeAnswer(int row);
    void openStep(int row);
    void continueWith(int form);
    void chooseSex(int index);
    void chooseAge(int index);
    void choosePerson();
    void cancelPerson();
    void createPerson();
    void discard();
    void undoDiscard();
    void showToPerson();
    void hideFromPerson();
    void togglePersonScore();
    void mainAction() override { stepBack(); }
    void undo() override { undoDiscard(); }

Q_SIGNALS:
    void changed();

private:
    void writeContext(base::json::Object context);
    void readPeople();
    void attach(base::CaseId caseId);

    AppServices &m_services;
    base::ScratchId m_scratch;
    ResultContent m_content;
    base::json::Object m_context;
    PersonChooser m_people;
    bool m_choosesPerson = false;
    bool m_discards = false;
    bool m_isAttached = false;
    bool m_showsPerson = false;
    bool m_showsPersonScore = false;
};

} // namespace faltakt::viewmodels
