#include "qml/viewmodels/people/contact_way_list_model.h"

#include "core/casework/code_words.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/language.h"

#include <array>

namespace faltakt::viewmodels {

namespace {

struct KindIcon {
    std::string_view kind;
    const char *icon;
};
constexpr std::array KindIcons = {KindIcon{"phone", "phone"},   KindIcon{"sms", "message-circle"},
                                  KindIcon{"address", "house"}, KindIcon{"place", "map-pin"},
                                  KindIcon{"through", "users"}, KindIcon{"email", "mail"}};

const char *iconOf(const std::string &kind)
{
    const auto found = std::ranges::find(KindIcons, kind, &KindIcon::kind);
    return found == KindIcons.end() ? "contact" : found->icon;
}

} // namespace

bool ContactWayListModel::Row::operator==(const Row &other) const
{
    const auto shown = [](const casework::ContactWay &each) {
        return std::tie(each.kind, each.value, each.hours, each.through, each.comment, each.neverVoicemail,
                        each.shared);
    };
    return key == other.key && shown(way) == shown(other.way);
}

int ContactWayListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant ContactWayListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const casework::ContactWay &way = m_rows[std::size_t(index.row())].way;
    switch (role) {
    case KindTextRole: return text(casework::contactWayKindText(way.kind, m_wording.language));
    case ValueTextRole:
        if (m_wording.namesHidden)
            return way.isNumber() ? hiddenNumberText() : hiddenFieldText();
        return text(way.isNumber() ? casework::phoneText(way.value) : way.value);
    case IconNameRole: return QString::fromLatin1(iconOf(way.kind));
    case HoursRole: return text(way.hours);
    case NoteRole: {
        QStringList notes;
        if (way.shared)
            notes += tr("Andra kan svara");
        if (!way.through.empty() && !m_wording.namesHidden)
            notes += tr("Genom %1").arg(text(way.through));
        if (!way.comment.empty())
            notes += text(way.comment);
        return notes.join(QStringLiteral(". "));
    }
    case NeverVoicemailRole: return way.neverVoicemail;
    case IsPhoneRole: return way.isPhone();
    case CanChangeRole: return !m_wording.namesHidden;
    default: return {};
    }
}

QHash<int, QByteArray> ContactWayListModel::roleNames() const
{
    return {{KindTextRole, "kindText"}, {ValueTextRole, "valueText"}, {IconNameRole, "iconName"},
            {HoursRole, "hours"},       {NoteRole, "note"},           {NeverVoicemailRole, "neverVoicemail"},
            {IsPhoneRole, "isPhone"},   {CanChangeRole, "canChange"}};
}

void ContactWayListModel::setWays(const std::vector<casework::ContactWay> &ways, const ListWording &wording)
{
    const bool isOtherWording = wording.language != m_wording.language || wording.namesHidden != m_wording.namesHidden;
    m_wording = wording;
    std::vector<Row> rows;
    for (const casework::ContactWay &way : ways)
        rows.push_back({way.id, way});
    updateRows(m_rows, std::move(rows));
    if (isOtherWording && !m_rows.empty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

const casework::ContactWay *ContactWayListModel::way(int index) const
{
    return index < 0 || index >= int(m_rows.size()) || m_wording.namesHidden ? nullptr
                                                                             : &m_rows[std::size_t(index)].way;
}

} // namespace faltakt::viewmodels
