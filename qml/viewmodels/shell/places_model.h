#pragma once

#include "qml/viewmodels/shell/app_services.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// The four places as the navigation shows them, in the order of Router::Place; the last one carries how much waits to be
/// sent. Main thread.
class PlacesModel final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    enum Role { TextRole = Qt::UserRole, IconNameRole, BadgeRole };

    explicit PlacesModel(AppServices &services);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] static QString nameOf(Router::Place place);

private:
    void tellChanged();
    [[nodiscard]] QString badge() const;

    AppServices &m_services;
};

} // namespace faltakt::viewmodels
