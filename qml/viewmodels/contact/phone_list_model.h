#pragma once

#include "core/casework/contact_way.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace faltakt::viewmodels {

/// The numbers of a person, the one to ring first on top, each with what to know before ringing it.
class PhoneListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    enum Role { NumberRole = Qt::UserRole, NoteRole, NoteIconRole, SecondaryRole };

    explicit PhoneListModel(QObject *parent = nullptr) : QAbstractListModel(parent) {}

    /// While names are hidden a number can be rung and not read.
    void setNumbers(std::vector<casework::CallChoice> numbers, bool areHidden = false);
    /// What the phone's own app is handed for a row; empty for none.
    [[nodiscard]] QString dialled(int row) const;

    [[nodiscard]] int count() const noexcept { return int(m_numbers.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    std::vector<casework::CallChoice> m_numbers;
    bool m_areHidden = false;
};

} // namespace faltakt::viewmodels
