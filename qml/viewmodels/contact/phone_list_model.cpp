#include "qml/viewmodels/contact/phone_list_model.h"

#include "qml/viewmodels/people/person_words.h"

#include <algorithm>

namespace faltakt::viewmodels {

namespace {

using casework::CallCaution;

bool has(const casework::CallChoice &number, CallCaution caution)
{
    return std::ranges::find(number.cautions, caution) != number.cautions.end();
}

} // namespace

void PhoneListModel::setNumbers(std::vector<casework::CallChoice> numbers, bool areHidden)
{
    beginResetModel();
    m_numbers = std::move(numbers);
    m_areHidden = areHidden;
    endResetModel();
    Q_EMIT countChanged();
}

QString PhoneListModel::dialled(int row) const
{
    if (row < 0 || row >= count())
        return {};
    return QString::fromStdString(casework::dialledNumber(m_numbers[std::size_t(row)].way.value));
}

int PhoneListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant PhoneListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const casework::CallChoice &number = m_numbers[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NumberRole:
        return m_areHidden ? hiddenNumberText() : QString::fromStdString(casework::phoneText(number.way.value));
    case NoteRole: return has(number, CallCaution::NeverVoicemail) ? tr("Aldrig röstbrevlåda") : QString();
    case NoteIconRole: return has(number, CallCaution::NeverVoicemail) ? QStringLiteral("ban") : QString();
    case SecondaryRole: {
        QStringList words;
        if (has(number, CallCaution::Shared))
            words.append(tr("Delas med andra"));
        if (!number.way.through.empty() && !m_areHidden)
            words.append(tr("Genom %1").arg(QString::fromStdString(number.way.through)));
        if (!number.way.hours.empty())
            words.append(tr("Tid: %1").arg(QString::fromStdString(number.way.hours)));
        if (!number.way.comment.empty())
            words.append(QString::fromStdString(number.way.comment));
        return words.join(QStringLiteral(". "));
    }
    default: return {};
    }
}

QHash<int, QByteArray> PhoneListModel::roleNames() const
{
    return {{NumberRole, "number"}, {NoteRole, "note"}, {NoteIconRole, "noteIcon"}, {SecondaryRole, "secondary"}};
}

} // namespace faltakt::viewmodels
