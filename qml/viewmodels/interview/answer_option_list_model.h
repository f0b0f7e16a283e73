#pragma once

#include <QAbstractListModel>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace faltakt::viewmodels {

/// The answers to the question shown, and which of them are chosen. Another question resets the model even where the words
/// are the same: whoever pressed an answer of the question before must not give one to this.
class AnswerOptionListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    enum Role { TextRole = Qt::UserRole, ChosenRole, PositionRole, DigitRole };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const noexcept { return int(m_texts.size()); }

    void show(const QStringList &texts, const std::vector<std::size_t> &chosen);
    void choose(const std::vector<std::size_t> &chosen);

Q_SIGNALS:
    void countChanged();

private:
    QStringList m_texts;
    std::vector<bool> m_chosen; ///< By row.
};

} // namespace faltakt::viewmodels
