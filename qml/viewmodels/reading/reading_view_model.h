#pragma once

#include "qml/viewmodels/people/file_door.h"
#include "qml/viewmodels/people/record_line_list_model.h"
#include "qml/viewmodels/reading/reading_content.h"
#include "qml/viewmodels/reading/reading_list_model.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

/// "Visa för personen": the worker chooses what of a note or contact may be read, and the person reads it with the device in
/// hand. From there every way leads to the lock: done, back, the note changing underneath. The page outlives no lock. Main
/// thread.
class ReadingViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(Stage stage READ stage NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::ReadingListModel *sentences READ sentences CONSTANT FINAL)
    /// What the person reads: title and text of each part.
    Q_PROPERTY(faltakt::viewmodels::RecordLineListModel *parts READ parts CONSTANT FINAL)
    Q_PROPERTY(bool isWithheld READ isWithheld NOTIFY changed FINAL)
    Q_PROPERTY(QString missing READ missing NOTIFY changed FINAL)
public:
    enum class Stage {
        Preparing, ///< The worker chooses.
        Shown,     ///< The person reads: the page is sealed.
        Over,      ///< Waits for the page to go, once the worker is back.
    };
    Q_ENUM(Stage)

    ReadingViewModel(AppServices &services, base::CaseId caseId, base::RecordId record);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("reading"); }
    [[nodiscard]] ProtectedGate *gate() override { return m_door.gate(); }
    void load() override;
    void clear() override;
    void clearRead() override;
    [[nodiscard]] bool isSealed() const override { return m_stage == Stage::Shown; }
    [[nodiscard]] bool isLongTalk() const override { return m_stage == Stage::Shown; }

    [[nodiscard]] Stage stage() const noexcept { return m_stage; }
    [[nodiscard]] ReadingListModel *sentences() noexcept { return &m_sentences; }
    [[nodiscard]] RecordLineListModel *parts() noexcept { return &m_parts; }
    [[nodiscard]] bool isWithheld() const noexcept { return m_content.isWithheld; }
    [[nodiscard]] const QString &missing() const noexcept { return m_missing; }

public Q_SLOTS:
    /// Shows the sentence, or leaves it out.
    void toggle(int index);
    /// From here the device is the person's.
    void showToPerson();
    /// Back: to the record while the worker chooses, to the lock from the person's hands.
    void stepBack();
    void mainAction() override;

Q_SIGNALS:
    void changed();

private:
    void take(ReadingContent content);
    void showSentences();
    void setStage(Stage stage);
    void forget();

    AppServices &m_services;
    base::CaseId m_caseId;
    base::RecordId m_record;
    FileDoor m_door;
    ReadingContent m_content;
    std::vector<std::vector<bool>> m_isShown; ///< By part and sentence.
    ReadingListModel m_sentences;
    RecordLineListModel m_parts;
    Stage m_stage = Stage::Preparing;
    bool m_isRead = false;
    QString m_missing;
};

} // namespace faltakt::viewmodels
