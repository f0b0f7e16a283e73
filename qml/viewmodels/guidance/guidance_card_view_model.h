#pragma once

#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/line_list_model.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

/// One card of the guidance with its source. Needs no store.
class GuidanceCardViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString title READ title NOTIFY cardChanged FINAL)
    Q_PROPERTY(QString area READ area NOTIFY cardChanged FINAL)
    Q_PROPERTY(QString priority READ priority NOTIFY cardChanged FINAL)
    Q_PROPERTY(QString source READ source NOTIFY cardChanged FINAL)
    Q_PROPERTY(QString sourceTone READ tone NOTIFY cardChanged FINAL)
    Q_PROPERTY(QString confidence READ confidence NOTIFY cardChanged FINAL)
    Q_PROPERTY(faltakt::viewmodels::LineListModel *blocks READ blocks CONSTANT FINAL)
    /// "Ring 08-123" where the card names a number and this device can call; empty otherwise.
    Q_PROPERTY(QString callText READ callText NOTIFY cardChanged FINAL)
public:
    GuidanceCardViewModel(AppServices &services, QString card);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("guidance"); }
    [[nodiscard]] const QString &title() const noexcept { return m_title; }
    [[nodiscard]] const QString &area() const noexcept { return m_area; }
    [[nodiscard]] const QString &priority() const noexcept { return m_priority; }
    [[nodiscard]] const QString &source() const noexcept { return m_source; }
    [[nodiscard]] const QString &tone() const noexcept { return m_tone; }
    [[nodiscard]] const QString &confidence() const noexcept { return m_confidence; }
    [[nodiscard]] LineListModel *blocks() noexcept { return &m_blocks; }
    [[nodiscard]] QString callText() const;

    void load() override;
    /// The card is nobody's: it may stay.
    void clear() override {}

public Q_SLOTS:
    void close();
    /// Hands the number to the device's dialler.
    void call();

Q_SIGNALS:
    void cardChanged();

private:
    AppServices &m_services;
    QString m_card;
    QString m_title;
    QString m_area;
    QString m_priority;
    QString m_source;
    QString m_tone;
    QString m_confidence;
    std::string m_number;
    LineListModel m_blocks;
};

} // namespace faltakt::viewmodels
