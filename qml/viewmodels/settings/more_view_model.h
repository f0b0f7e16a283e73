#pragma once

#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

/// The place "Mer": what is needed seldom.
class MoreViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString workerName READ workerName NOTIFY changed FINAL)
    Q_PROPERTY(QString tenantName READ tenantName NOTIFY changed FINAL)
    /// How sync stands, in a few words.
    Q_PROPERTY(QString syncText READ syncText NOTIFY changed FINAL)
    /// The program knows the municipality's profile.
    Q_PROPERTY(bool hasProfile READ hasProfile NOTIFY changed FINAL)
    /// Which version of it holds and since when; and where a newer one lies at the server that this program cannot read.
    Q_PROPERTY(QString profileText READ profileText NOTIFY changed FINAL)
    Q_PROPERTY(bool canAddWorker READ canAddWorker NOTIFY changed FINAL)
public:
    explicit MoreViewModel(AppServices &services);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("index"); }
    [[nodiscard]] QString workerName() const { return m_services.workspace.workerName(); }
    [[nodiscard]] QString tenantName() const { return m_services.workspace.tenantName(); }
    [[nodiscard]] QString syncText() const;
    [[nodiscard]] bool hasProfile() const;
    [[nodiscard]] QString profileText() const;
    /// A training device has one invented worker.
    [[nodiscard]] bool canAddWorker() const { return !m_services.workspace.isTraining(); }

    void load() override;
    void clear() override;

public Q_SLOTS:
    void openSync();
    void openHandbook();
    void openKeyboard();
    void openPrivacy();
    void openProfile();
    void openSettings();
    void openWeek();
    void openLetters();
    void openDeputies();
    void addWorker();
    void lockNow();
    void openMenu();

Q_SIGNALS:
    void changed();

private:
    AppServices &m_services;
};

} // namespace faltakt::viewmodels
