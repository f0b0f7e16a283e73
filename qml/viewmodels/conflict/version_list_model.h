#pragma once

#include "qml/viewmodels/conflict/conflict_reading.h"
#include "qml/viewmodels/shell/line_list_model.h"

#include <QAbstractListModel>

#include <memory>
#include <vector>

namespace faltakt::viewmodels {

/// One version as its card shows it. Kind of its lines: "same" and "changed" for pieces of a compared text, "line" for the
/// lines of another value, "deleted" where it was taken away. A value for QML; owned by the list.
class ConflictVersion : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString key READ key CONSTANT FINAL)
    Q_PROPERTY(QString author READ author CONSTANT FINAL)
    Q_PROPERTY(QString when READ when CONSTANT FINAL)
    Q_PROPERTY(QString heading READ heading CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::LineListModel *lines READ lines CONSTANT FINAL)
public:
    ConflictVersion(const VersionContent &content, FieldNature nature);

    [[nodiscard]] const QString &key() const noexcept { return m_key; }
    [[nodiscard]] const QString &author() const noexcept { return m_author; }
    [[nodiscard]] const QString &when() const noexcept { return m_when; }
    /// "Du, i går 15:20".
    [[nodiscard]] QString heading() const;
    [[nodiscard]] LineListModel *lines() noexcept { return &m_lines; }

private:
    QString m_key;
    QString m_author;
    QString m_when;
    LineListModel m_lines;
};

/// The versions of a field, newest first; none stands out.
class VersionListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    enum Role { VersionRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    /// Leaves the cards alone where they are the same, so that focus and reading place stay.
    void setVersions(const std::vector<VersionContent> &versions, FieldNature nature);
    /// Empty where there is no such row.
    [[nodiscard]] QString authorOf(int row) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    [[nodiscard]] bool isSame(const std::vector<VersionContent> &versions) const;

    std::vector<std::unique_ptr<ConflictVersion>> m_versions;
};

} // namespace faltakt::viewmodels
