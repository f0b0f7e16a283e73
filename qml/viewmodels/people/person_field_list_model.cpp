#include "qml/viewmodels/people/person_field_list_model.h"

#include "core/casework/person_card.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/language.h"

#include <array>

namespace faltakt::viewmodels {

namespace {

struct Shown {
    std::string_view field;
    bool canChange;
};
/// Protection is set here and taken off at the office; what there may be several of stands by itself.
constexpr std::array Fields = {
    Shown{"givenName", true},        Shown{"familyName", true}, Shown{"identityNumber", true},
    Shown{"birthDate", false},       Shown{"sex", true},        Shown{"interpreter", true},
    Shown{"homeMunicipality", true}, Shown{"protection", true}, Shown{"deceased", false}};

QString valueOf(const store::RecordView &person, std::string_view field, const casework::ValueContext &context)
{
    const auto *value = person.fields.find(field);
    if (!value || value->isNull())
        return {};
    if (field == "interpreter")
        return text(casework::languageName(person.text(field), context.language));
    return text(casework::valueText("person", field, *value, context));
}

} // namespace

int PersonFieldListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PersonFieldListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case LabelRole: return row.label;
    case ValueRole: return row.value.isEmpty() ? tr("Inte angivet") : row.value;
    case CanChangeRole: return row.canChange;
    default: return {};
    }
}

QHash<int, QByteArray> PersonFieldListModel::roleNames() const
{
    return {{LabelRole, "label"}, {ValueRole, "value"}, {CanChangeRole, "canChange"}};
}

void PersonFieldListModel::setPerson(const store::RecordView &person, base::Instant now, const ListWording &wording)
{
    const casework::ValueContext context{now, wording.language, {}};
    std::vector<Row> rows;
    for (const Shown &shown : Fields) {
        QString value = valueOf(person, shown.field, context);
        const bool isHidden = wording.namesHidden && casework::tellsWho("person", shown.field);
        if (isHidden && !value.isEmpty())
            value = hiddenFieldText();
        // What nobody may enter here is only worth a line where it says something.
        if (shown.canChange || !value.isEmpty())
            rows.push_back({std::string(shown.field),
                            text(casework::fieldText("person", shown.field, wording.language)), value,
                            shown.canChange && !isHidden});
    }
    updateRows(m_rows, std::move(rows));
}

std::string PersonFieldListModel::field(int index) const
{
    const bool isThere = index >= 0 && index < int(m_rows.size());
    return isThere && m_rows[std::size_t(index)].canChange ? m_rows[std::size_t(index)].key : std::string();
}

} // namespace faltakt::viewmodels
