#pragma once

#include "qml/viewmodels/letter/letter_store.h"
#include "qml/viewmodels/people/record_line_list_model.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

/// "Brev att skicka": which letters wait, and how far each has come. Why one is held stands on its own page, never here. Main
/// thread.
class LettersViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(faltakt::viewmodels::RecordLineListModel *held READ held CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::RecordLineListModel *toAsk READ toAsk CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::RecordLineListModel *ready READ ready CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::RecordLineListModel *sent READ sent CONSTANT FINAL)
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY changed FINAL)
    /// "3 brev väntar"; empty where none does.
    Q_PROPERTY(QString countText READ countText NOTIFY changed FINAL)
public:
    explicit LettersViewModel(AppServices &services) : m_services(services) {}

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("letters"); }
    void load() override;
    void clear() override;
    void clearNames() override { show({}); }

    [[nodiscard]] RecordLineListModel *held() noexcept { return &m_held; }
    [[nodiscard]] RecordLineListModel *toAsk() noexcept { return &m_toAsk; }
    [[nodiscard]] RecordLineListModel *ready() noexcept { return &m_ready; }
    [[nodiscard]] RecordLineListModel *sent() noexcept { return &m_sent; }
    [[nodiscard]] bool isEmpty() const { return m_queue.empty(); }
    [[nodiscard]] QString countText() const;

public Q_SLOTS:
    /// A row of that list.
    void open(faltakt::viewmodels::RecordLineListModel *list, int row);
    void close() { m_services.router.back(); }

Q_SIGNALS:
    void changed();

private:
    void show(std::vector<QueuedLetter> queue);
    [[nodiscard]] RecordLine lineOf(const QueuedLetter &letter) const;

    AppServices &m_services;
    std::vector<QueuedLetter> m_queue;
    RecordLineListModel m_held;
    RecordLineListModel m_toAsk;
    RecordLineListModel m_ready;
    RecordLineListModel m_sent;
};

} // namespace faltakt::viewmodels
