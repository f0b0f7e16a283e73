#pragma once

#include "core/screening/pack_shelf.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/line_list_model.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// The content packs of this device: which are asked, by whom they are, under which licence, and why one is not used. A line's
/// chip is its state and its `kind` the reason of a refusal. Main thread; owned by the sync page.
class ContentPackList final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(faltakt::viewmodels::LineListModel *lines READ lines CONSTANT FINAL)
    /// A pack waits for its publisher to be named by the worker.
    Q_PROPERTY(bool asksPublisher READ asksPublisher NOTIFY changed FINAL)
    Q_PROPERTY(QString code READ code NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(QString doneText READ doneText NOTIFY changed FINAL)
public:
    explicit ContentPackList(AppServices &services);

    [[nodiscard]] LineListModel *lines() noexcept { return &m_lines; }
    [[nodiscard]] bool asksPublisher() const noexcept { return m_asksPublisher; }
    [[nodiscard]] const QString &code() const noexcept { return m_code; }
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }
    [[nodiscard]] const QString &doneText() const noexcept { return m_doneText; }

    void load();
    void clear();

public Q_SLOTS:
    void setCode(const QString &code);
    /// Takes packs of the publisher with that code from now on.
    void trust();

Q_SIGNALS:
    void changed();

private:
    /// Of a pack what the page says; without its bytes.
    struct Row {
        std::string hash, pack, version, title, publisher, licence;
        base::Date validFrom{};
        screening::PackOverview::Use use = screening::PackOverview::Use::Coming;
        std::optional<screening::PackFault> fault;
    };
    [[nodiscard]] static base::Result<std::vector<Row>> readRows(OpenStore &store);
    [[nodiscard]] LineListModel::Line lineOf(const Row &row) const;
    [[nodiscard]] QString stateText(const Row &row) const;
    [[nodiscard]] static QString faultText(screening::PackFault fault);
    void show(const std::vector<Row> &rows);
    void concludeTrust(const base::Result<bool> &found);

    AppServices &m_services;
    LineListModel m_lines;
    bool m_asksPublisher = false;
    QString m_code;
    QString m_problem;
    QString m_doneText;
};

} // namespace faltakt::viewmodels
