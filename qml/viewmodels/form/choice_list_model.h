#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <string>
#include <vector>

namespace faltakt::viewmodels {

/// Choices of which at most one holds, as chips or big rows. A press only tells; what then holds is set by the owner.
class ChoiceListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QStringList names READ names NOTIFY choicesChanged FINAL)
    Q_PROPERTY(int chosenIndex READ chosenIndex NOTIFY chosenChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY choicesChanged FINAL)
public:
    enum Role { TextRole = Qt::UserRole, ChosenRole, IconNameRole, NoteRole };

    struct Choice {
        std::string code; ///< What picked() tells and the owner stores.
        QString text;
        QString iconName = {};
        QString note = {};
        bool operator==(const Choice &) const = default;
    };

    explicit ChoiceListModel(QObject *parent = nullptr) : QAbstractListModel(parent) {}

    void setChoices(std::vector<Choice> choices);
    /// A code that is not among the choices: none is chosen.
    void setChosen(const std::string &code);
    [[nodiscard]] const std::vector<Choice> &choices() const noexcept { return m_choices; }

    [[nodiscard]] QStringList names() const;
    [[nodiscard]] int chosenIndex() const noexcept { return m_chosen; }
    [[nodiscard]] int count() const noexcept { return int(m_choices.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

public Q_SLOTS:
    void choose(int row);

Q_SIGNALS:
    void picked(const std::string &code);
    void choicesChanged();
    void chosenChanged();

private:
    std::vector<Choice> m_choices;
    int m_chosen = -1;
};

} // namespace faltakt::viewmodels
