#pragma once

#include "qml/viewmodels/shell/app_services.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// The page that "Dölj nu" leaves on the screen: general cards of the guidance that anybody may read. Comes with the
/// program and needs no store; nothing on it tells that one exists. Main thread.
class HarmlessViewModel final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    enum Role { TitleRole = Qt::UserRole, BodyRole, CardSourceRole };

    explicit HarmlessViewModel(AppServices &services);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Card {
        QString title;
        QString body;
        QString source;
    };
    void read();

    AppServices &m_services;
    std::vector<Card> m_cards;
};

} // namespace faltakt::viewmodels
