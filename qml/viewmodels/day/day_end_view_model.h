#pragma once

#include "qml/viewmodels/confirm/confirm_view_model.h"
#include "qml/viewmodels/day/day_end_reader.h"
#include "qml/viewmodels/people/record_line_list_model.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

/// "Avsluta dagen": what is unsigned, begun, unsent and counted, and what tomorrow brings. All that she wrote is signed with one
/// passphrase; what stays open is said. Main thread.
class DayEndViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// Who, what and when, one for each record that is not signed; of one that cannot be signed now, why.
    Q_PROPERTY(faltakt::viewmodels::RecordLineListModel *toSign READ toSign CONSTANT FINAL)
    Q_PROPERTY(QString toSignText READ toSignText NOTIFY changed FINAL)
    /// "Signera 12 poster"; empty where none can be.
    Q_PROPERTY(QString signText READ signText NOTIFY changed FINAL)
    Q_PROPERTY(QString signedText READ signedText NOTIFY changed FINAL)
    Q_PROPERTY(bool isSigning READ isSigning NOTIFY changed FINAL)
    /// What stays open: what it is, and what becomes of it.
    Q_PROPERTY(faltakt::viewmodels::RecordLineListModel *openRows READ openRows CONSTANT FINAL)
    Q_PROPERTY(QString openText READ openText NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::RecordLineListModel *tomorrow READ tomorrow CONSTANT FINAL)
    Q_PROPERTY(QString tomorrowText READ tomorrowText NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::ConfirmViewModel *confirm READ confirm CONSTANT FINAL)
public:
    explicit DayEndViewModel(AppServices &services);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("day"); }
    void load() override;
    void clear() override;
    void clearNames() override;

    [[nodiscard]] RecordLineListModel *toSign() noexcept { return &m_toSign; }
    [[nodiscard]] QString toSignText() const;
    [[nodiscard]] QString signText() const;
    [[nodiscard]] const QString &signedText() const noexcept { return m_signedText; }
    [[nodiscard]] bool isSigning() const noexcept { return m_isSigning; }
    [[nodiscard]] RecordLineListModel *openRows() noexcept { return &m_openRows; }
    [[nodiscard]] QString openText() const;
    [[nodiscard]] RecordLineListModel *tomorrow() noexcept { return &m_tomorrow; }
    [[nodiscard]] QString tomorrowText() const;
    [[nodiscard]] ConfirmViewModel *confirm() noexcept { return &m_confirm; }

public Q_SLOTS:
    void openRecord(int index);
    void openRow(int index);
    void signAll();
    void mainAction() override { signAll(); }
    void close() { m_services.router.back(); }

Q_SIGNALS:
    void changed();

private:
    void show(DayEnd end);
    void showOpen();
    void signNow(const std::vector<base::RecordId> &records);
    [[nodiscard]] std::vector<base::RecordId> signable() const;

    AppServices &m_services;
    DayEnd m_end;
    RecordLineListModel m_toSign;
    RecordLineListModel m_openRows;
    RecordLineListModel m_tomorrow;
    ConfirmViewModel m_confirm;
    QString m_signedText;
    bool m_isSigning = false;
    int m_openCount = 0;
};

} // namespace faltakt::viewmodels
