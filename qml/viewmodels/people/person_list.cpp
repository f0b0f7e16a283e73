#include "qml/viewmodels/people/person_list.h"

namespace faltakt::viewmodels {

namespace json = base::json;
using base::Result;

namespace {

bool holdsSame(const json::Object &one, const json::Object &other, const std::string &id)
{
    const json::Value *first = one.find(id);
    const json::Value *second = other.find(id);
    return first && second ? *first == *second : first == second;
}

} // namespace

PersonList listOf(const store::RecordView &person, const EditBase &base, const std::string &field)
{
    PersonList list{base, field};
    if (const auto *present = person.fields.find(field); present && present->object())
        list.elements = *present->object();
    return list;
}

Result<std::vector<base::ChangeId>> writeElement(OpenStore &store, const PersonList &opened, const std::string &id,
                                                 const std::optional<json::Object> &element)
{
    TRY(const auto records, store.cases.recordsById({opened.base.record}));
    if (records.empty())
        return base::fail(base::ErrorCode::NotFound, "person");
    TRY(const EditBase current, readEditBase(store.cases, opened.base.record));
    PersonList list = listOf(records.front(), current, opened.field);
    if (!id.empty() && !holdsSame(opened.elements, list.elements, id))
        list = opened;
    if (element)
        list.elements.set(id.empty() ? store.ids.make().toString() : id, *element);
    else
        list.elements.remove(id);
    return store.cases.save(editOn(list.base, {{opened.field, std::move(list.elements)}}));
}

} // namespace faltakt::viewmodels
