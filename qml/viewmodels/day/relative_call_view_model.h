#pragma once

#include "qml/viewmodels/form/recording_mark.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

/// "Anhörig ringer": advice, of which only a count is kept, or information about somebody, which becomes a note. Where the
/// municipality writes advice down, it becomes a note in the caller's own file; who gives no name is counted there too.
/// Whoever calls is never told whether we know a person; the page shows nobody. Main thread.
class RelativeCallViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isAdvice READ isAdvice NOTIFY changed FINAL)
    /// "Räknat: råd till anhörig"; empty until then.
    Q_PROPERTY(QString countedText READ countedText NOTIFY changed FINAL)
    /// "Antecknas", "Antecknas inte": of advice, as the municipality's profile says.
    Q_PROPERTY(QString adviceRecording READ adviceRecording NOTIFY changed FINAL)
    /// The municipality writes advice down.
    Q_PROPERTY(bool isAdviceRecorded READ isAdviceRecorded NOTIFY changed FINAL)
    /// The same of the call as it stands, and why; empty while it is not known what the call is.
    Q_PROPERTY(faltakt::viewmodels::RecordingMark recording READ recording NOTIFY changed FINAL)
public:
    explicit RelativeCallViewModel(AppServices &services) : m_services(services) {}

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("day"); }
    void load() override;
    void clear() override;
    void clearRead() override {}

    [[nodiscard]] bool isAdvice() const noexcept { return m_isAdvice; }
    [[nodiscard]] const QString &countedText() const noexcept { return m_countedText; }
    [[nodiscard]] QString adviceRecording() const { return ofAdvice().text; }
    [[nodiscard]] bool isAdviceRecorded() const;
    [[nodiscard]] RecordingMark recording() const { return m_isAdvice ? ofAdvice() : RecordingMark(); }

public Q_SLOTS:
    void chooseAdvice();
    /// The caller tells about somebody: a note, whose person is chosen when it is saved.
    void startInformation();
    /// Advice that is written down: a note, whose file, the caller's own, is chosen when it is saved.
    void startAdviceNote();
    void openAdviceCard();
    /// Counts the call, once.
    void count();
    void undo() override;
    void mainAction() override;
    void close() { m_services.router.back(); }

Q_SIGNALS:
    void changed();

private:
    void add(int number);
    [[nodiscard]] RecordingMark ofAdvice() const { return recordingMark(m_services, rules::Writing::RelativeCall); }

    AppServices &m_services;
    bool m_isAdvice = false;
    bool m_isCounting = false;
    QString m_countedText;
};

} // namespace faltakt::viewmodels
