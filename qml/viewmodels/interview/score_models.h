#pragma once

#include "core/screening/interpretation.h"
#include "core/screening/result_history.h"

#include "core/base/language.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// The zones of one row of a cut-off table, from the lowest: what a bar or plot draws as bands.
class ScoreZoneModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    enum Role { FromRole = Qt::UserRole, ToRole, NumeralRole };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void show(const screening::Interpretation &interpretation, const screening::CutoffRow &row, int maximum);
    void clear();

private:
    struct Band {
        int from = 0;
        int to = 0;
        QString numeral;
    };
    std::vector<Band> m_bands;
};

/// Earlier and present results of one instrument, oldest first.
class ScorePointModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    enum Role { ValueRole = Qt::UserRole, TextRole, WhenRole, ShapeRole };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const noexcept { return int(m_points.size()); }

    void show(const std::vector<screening::PastResult> &results, base::Date today, base::Language language);
    void clear() { show({}, {}, base::Language::Swedish); }

Q_SIGNALS:
    void countChanged();

private:
    struct Point {
        int value = 0;
        QString when;
    };
    std::vector<Point> m_points;
};

} // namespace faltakt::viewmodels
